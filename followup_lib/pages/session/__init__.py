"""The coaching hour and the list of clients."""
