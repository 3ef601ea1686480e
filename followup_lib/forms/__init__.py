"""The pages of the workbook: for each a model that decides and a view of ipywidgets that shows."""

from followup_lib.forms.applications_view import applications_page
from followup_lib.forms.interviews_view import interviews_page
from followup_lib.forms.letter_view import letter_page
from followup_lib.forms.references_view import references_page
from followup_lib.forms.session_view import session_page
from followup_lib.forms.start_view import start_page
from followup_lib.forms.timelines_view import timelines_page

__all__ = [
    "applications_page",
    "interviews_page",
    "letter_page",
    "references_page",
    "session_page",
    "start_page",
    "timelines_page",
]
