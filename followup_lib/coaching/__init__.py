"""The coaching hour, and a coach with many clients."""
