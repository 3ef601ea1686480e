"""Before and after an interview."""
