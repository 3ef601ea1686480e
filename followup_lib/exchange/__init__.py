"""Read anybody's spreadsheet: bytes to cells, columns and statuses by meaning, a preview, events."""
