"""Follow up after an interview: what is due, when, by which way, in what words, and why.

>>> import followup_lib as fu
>>> search = fu.sample_search()
>>> search.plan()
Plan for Mon 16 March 2026
16 for today, 2 coming up, 14 at rest
First: Osprey Lane Mutual, Operations Analyst: Answer the offer
"""

from followup_lib.search import (
    Draft,
    FollowupError,
    Plan,
    Search,
    open_search,
    sample_search,
)

__all__ = ["Draft", "FollowupError", "Plan", "Search", "open_search", "sample_search"]
