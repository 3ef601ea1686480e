"""Soon."""

from followup_lib.forms.common import Page


def references_page() -> Page:
    """Return the page."""
    return Page()
