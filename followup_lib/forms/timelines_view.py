"""Soon."""

from followup_lib.forms.common import Page


def timelines_page() -> Page:
    """Return the page."""
    return Page()
