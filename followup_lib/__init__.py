"""Follow up after an interview: what is due, when, how, in what words, and why.

>>> import followup_lib as fu
>>> search = fu.sample_search()
>>> search.plan()
Plan for Mon, March 16, 2026
19 for today, 3 coming up, 13 on pause
First: Quillon Health, Technical Writer: Keep your promise
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from followup_lib.search import Draft, FollowupError, Plan, Search, open_search, sample_search

__all__ = ["Draft", "FollowupError", "Plan", "Search", "open_search", "sample_search"]


def __getattr__(name: str) -> Any:
    """Return a public name; a room that is imported alone does not load the whole house."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.search"), name)


def __dir__() -> list[str]:
    return __all__
