"""The pages of the workbook: for each a model that decides and a view of ipywidgets that shows."""

from followup_lib.pages.applications.view import applications_page
from followup_lib.pages.clients.view import clients_page
from followup_lib.pages.interviews.view import interviews_page
from followup_lib.pages.letter.view import letter_page
from followup_lib.pages.references.view import references_page
from followup_lib.pages.session.view import session_page
from followup_lib.pages.start.view import start_page
from followup_lib.pages.timelines.view import timelines_page

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
