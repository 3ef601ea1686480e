"""What leaves as a file or a link, and the text as it was sent."""
