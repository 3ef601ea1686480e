"""Read anybody's spreadsheet: bytes to cells, meanings, a preview, rows of a search."""
