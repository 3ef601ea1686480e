"""Soon."""

from followup_lib.forms.common import Page


def interviews_page() -> Page:
    """Return the page."""
    return Page()
