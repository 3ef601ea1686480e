"""The pages of the workbook: for each a model that decides and a view of ipywidgets that shows."""

from importlib import import_module
from typing import Any

__all__ = [
    "applications_page",
    "clients_page",
    "interviews_page",
    "letter_page",
    "references_page",
    "session_page",
    "start_page",
    "timelines_page",
]


def __getattr__(name: str) -> Any:
    """Import a page when it is asked for: whoever opens one needn't wait for the others."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{name.removesuffix('_page')}.view"), name)
