"""What every test shares: no test depends on the day, the place or the search of its machine."""
