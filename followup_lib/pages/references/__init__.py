"""The people who vouch."""
