"""The start page: today, coming up, resting."""
