"""Soon."""

from followup_lib.forms.common import Page


def applications_page() -> Page:
    """Return the page."""
    return Page()
