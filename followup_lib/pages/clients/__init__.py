"""The page of a coach's clients."""
