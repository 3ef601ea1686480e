"""The spreadsheet: add, change, move, export, settings."""
