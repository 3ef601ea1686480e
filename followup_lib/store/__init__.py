"""A search on disk: read afresh, saved whole, undone when wished."""
