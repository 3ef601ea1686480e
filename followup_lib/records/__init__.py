"""What is written down: words, tables and their checks, days, promises, changes."""
