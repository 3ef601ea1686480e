"""The coach's private notes on the session page: folded away, kept outside the client's folder."""

import ipywidgets as w

from followup_lib.app.workspace import coach_folder
from followup_lib.coaching.private_notes import notes_file, read_notes, write_notes
from followup_lib.pages.kit.common import Status, details, field, guarded, html, sentences
from followup_lib.pages.kit.desk import Desk

TOLD = (
    "Only for the coach. Kept in {folder}, apart from the client’s folder: never in an export, a "
    "handout, a copy or a backup of the client’s. On a client’s own computer, leave this empty."
)


def private_notes(desk: Desk) -> w.Widget:
    """Return the folded notes; every change is kept at once."""
    folder = coach_folder()
    file = notes_file(folder, desk.search.folder)
    status = Status()
    box = field(w.Textarea, "Private notes", rows=6)
    guarded(status, lambda: setattr(box, "value", read_notes(file)))()
    box.observe(guarded(status, lambda: write_notes(file, box.value)), "value")
    where = html(sentences([TOLD.format(folder=folder)]))
    return details("Private notes", where, box, status)
