"""A spreadsheet from elsewhere comes in, and is sorted."""
