"""What people write in their own words, read into facts."""
