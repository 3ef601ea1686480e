"""What a good coach would point out in a message."""
