"""The coaching hour."""
