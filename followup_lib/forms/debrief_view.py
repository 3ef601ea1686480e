"""The view of the form after an interview: linked to `DebriefModel`, it decides nothing."""

from collections.abc import Sequence
from typing import Any

import ipywidgets as w

from followup_lib.forms.bridge import OpenPage
from followup_lib.forms.choices import wishes
from followup_lib.forms.common import Status, button, heading, open_page
from followup_lib.forms.debrief import NEW
from followup_lib.forms.debrief_model import KINDS, WAYS, DebriefModel
from followup_lib.forms.desk import START
from followup_lib.forms.shared_desk import SharedDesk
from followup_lib.forms.ties import Ticks, shown_when, tick, tied


def debrief_form(desk: SharedDesk) -> Sequence[w.Widget]:
    """Return the widgets of the form, its button, and the way on."""
    model = DebriefModel(desk)
    status = Status()
    parts = (_talk, _person, _when, _promised, _vouching)
    log = button("Log this interview", status, model.log, main=True)
    undo = button("Undo the last change", status, model.undo)
    return [
        *(widget for part in parts for widget in part(model, status)),
        w.HBox([log, undo]),
        status,
        _way_on(model),
    ]


def _talk(model: DebriefModel, status: Status) -> list[w.Widget]:
    """Return the fields for which talk it was, and when."""
    new = [
        tied(model, "company", w.Text, "Company", status),
        tied(model, "job_title", w.Text, "Position", status),
    ]
    for box in new:
        shown_when(box, model, "application_id", lambda value: value == NEW)
    planned = tick(model, "settles", "", status)

    def name(_: object = None) -> None:
        planned.description = f"This was the interview planned for {model.planned}"

    model.observe(name, "planned")
    name()
    shown_when(planned, model, "planned", bool)
    return [
        tied(model, "application_id", w.Dropdown, "Which application?", status, choices="choices"),
        *new,
        planned,
        tied(model, "kind", w.Dropdown, "What was it?", status, options=KINDS),
        tick(model, "last_round", "It was the last round: now they choose", status),
        tied(model, "on", w.DatePicker, "On which day?", status),
        tick(model, "about", "The day of the talk is only about right", status),
        tied(
            model,
            "topic",
            w.Text,
            "One thing you talked about (it makes a letter yours)",
            status,
            placeholder="the move to the new payroll system",
        ),
    ]


def _person(model: DebriefModel, status: Status) -> list[w.Widget]:
    """Return the fields for whom one talked with; an address only when none is on file."""
    email = tied(model, "email", w.Text, "E-mail of the first of them, if you have it", status)
    phone = tied(model, "phone", w.Text, "Phone number of the first of them", status)
    shown_when(email, model, "asks_email", bool)
    shown_when(phone, model, "asks_phone", bool)
    wish = "How do they like to be reached?"
    return [
        heading("Whom you met", 3),
        tied(
            model,
            "who",
            w.Text,
            "With whom did you talk?",
            status,
            placeholder="Ms. Ortiz; Mr. Reyes",
        ),
        email,
        phone,
        tied(model, "preferred", w.Dropdown, wish, status, options=wishes("I did not ask")),
    ]


def _when(model: DebriefModel, status: Status) -> list[w.Widget]:
    """Return the fields for what they said about when."""
    return [
        heading("What they said about when", 3),
        tied(
            model,
            "their_words",
            w.Text,
            "In their words",
            status,
            placeholder="by the end of next week",
        ),
        tied(model, "their_day", w.DatePicker, "Which day do you read from it?", status),
        tick(model, "their_about", "Their day is only about right", status),
    ]


def _promised(model: DebriefModel, status: Status) -> list[w.Widget]:
    """Return the fields for what one promised: a thing, a word, or both; days may stay empty."""
    thing_day = tied(
        model,
        "thing_day",
        w.DatePicker,
        "By which day will you send it? Empty if none was named",
        status,
    )
    contact_day = tied(
        model, "contact_day", w.DatePicker, "On which day will you be in touch?", status
    )
    shown_when(thing_day, model, "thing", bool)
    shown_when(contact_day, model, "contact_way", bool)
    return [
        heading("What you promised", 3),
        tied(
            model, "thing", w.Text, "A thing to send them", status, placeholder="the sample report"
        ),
        thing_day,
        tied(model, "contact_way", w.Dropdown, "To be in touch", status, options=WAYS),
        contact_day,
    ]


def _vouching(model: DebriefModel, status: Status) -> list[w.Widget]:
    """Return the fields for the references given, and for a note."""
    return [
        heading("References you gave, and a note", 3),
        Ticks(model, "given", "references", status).box,
        tied(
            model,
            "new_reference",
            w.Text,
            "Somebody who is not on file yet",
            status,
            placeholder="Dr. Amin",
        ),
        tied(model, "note", w.Textarea, "A note for yourself", status, rows=3),
    ]


def _way_on(model: DebriefModel) -> w.Widget:
    """Return the buttons for what comes next: its page once logged, and back to the list."""
    go: Any = OpenPage("", "", lambda: model.desk.choose(model.go["key"]), primary=True)

    def show(_: object = None) -> None:
        go.layout.display = "" if model.go else "none"
        if model.go:
            go.label, go.path = model.go["label"], f"{model.go['page']}.ipynb"

    model.observe(show, "go")
    show()
    return w.HBox([go, open_page("Back to today’s list", START)])
