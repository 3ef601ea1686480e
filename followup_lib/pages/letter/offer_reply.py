"""The four answers to an offer on its letter page (A3)."""

from followup_lib.pages.kit.choices import Choices

ANSWERS: Choices = [
    ("I accept:\nthen it’s settled", "accept"),
    ("I decline:\nthen it’s settled", "decline"),
    ("I asked for time:\nback before it’s due", "time"),
    ("I need the date:\nask when it’s due", "date"),
]
"""What one may say to an offer, with what follows beneath, and its word.

The last one is no answer; it asks for the day.
"""
WHICH = "What do you want to tell them?"
CHOOSE = "Which answer is it? Choose one of the four first."
