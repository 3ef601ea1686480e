"""The words of every message, and how a draft is made of them."""
