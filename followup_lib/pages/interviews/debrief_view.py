"""The view of the form after an interview: linked to `DebriefModel`, it decides nothing."""

from collections.abc import Sequence
from typing import Any

import ipywidgets as w

from followup_lib.pages.interviews.debrief_model import KINDS, DebriefModel
from followup_lib.pages.interviews.no_talk_model import NoTalkModel
from followup_lib.pages.kit.bridge import OpenPage
from followup_lib.pages.kit.choices import PROMISED_WAYS, wishes
from followup_lib.pages.kit.common import Status, button, heading, undo_button
from followup_lib.pages.kit.debrief import NEW
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.said_day_view import SaidDay
from followup_lib.pages.kit.ties import Fields, Ticks, labelled, live_sentence, shown_when
from followup_lib.records.vocabulary import WAIT_FOR_THEM, Event

AGAIN = ("on", "about")
"""The day words were said on, and how sure it is: what they are read by."""


def debrief_form(desk: Desk) -> Sequence[w.Widget]:
    """Return the widgets of the form, its button, and the way on."""
    model = DebriefModel(desk)
    status = Status()
    fields = Fields(model, status)
    log = button("Log this interview", status, model.log, main=True)
    undo = undo_button(status, model.undo)
    return [
        *_talk(model, fields),
        *_person(model, fields),
        heading("When they said you’d hear", 3),
        *_their_day(model, fields),
        *_promised(model, fields),
        heading("References you gave, and a note", 3),
        Ticks(model, "given", "references", status).box,
        fields.text("new_reference", "Someone who isn’t on file yet", "Dr. Amin"),
        fields.area("note", "A note for yourself"),
        w.HBox([log, undo]),
        status,
        way_on(model, log),
    ]


def _talk(model: DebriefModel, fields: Fields) -> list[w.Widget]:
    """Return the fields for which talk it was, and when."""
    company, position = fields.text("company", "Company"), fields.text("job_title", "Position")
    planned = fields.tick("settles", "")
    return [
        fields.choice("application_id", "Which application?", "choices"),
        shown_when(company, model, "application_id", lambda value: value == NEW),
        shown_when(position, model, "application_id", lambda value: value == NEW),
        labelled(planned, model, "planned", "This was the interview planned for {}"),
        fields.choice("kind", "What was it?", KINDS),
        fields.tick("last_round", "It was the last round; now they decide"),
        fields.day("on", "What day?"),
        fields.tick("about", "I’m not sure of the exact day"),
        fields.text(
            "topic",
            "One thing you talked about (it makes the letter your own)",
            "the move to the new payroll system",
        ),
        live_sentence("topic", model, "topic"),
    ]


def _person(model: DebriefModel, fields: Fields) -> list[w.Widget]:
    """Return the fields for whom one talked with; an address only when none is on file."""
    email = fields.text("email", "E-mail of the first person, if you have it")
    phone = fields.text("phone", "Phone number of the first person")
    return [
        heading("Who you met", 3),
        fields.text("who", "Who did you talk to?", "Ms. Ortiz; Mr. Reyes"),
        shown_when(email, model, "asks_email"),
        shown_when(phone, model, "asks_phone"),
        fields.choice(
            "preferred", "How do they like to be reached?", wishes("I didn’t ask", WAIT_FOR_THEM)
        ),
    ]


def _their_day(model: DebriefModel, fields: Fields) -> list[w.Widget]:
    """Return the field for their words, read as they are typed."""
    words = fields.text("their_words", "In their words", "by the end of next week")
    names = ("their_words", "their_answer", "their_day", "their_about")
    read = SaidDay(fields, names, model.their_asked, words, Event.THEY_PROMISED, again=AGAIN)
    return [words, *read.widgets]


def _promised(model: DebriefModel, fields: Fields) -> list[w.Widget]:
    """Return the fields for what one promised: a thing, a word, or both; days may stay empty."""
    thing = fields.text("thing", "Something to send them", "the sample report")
    names = ("thing", "thing_answer", "thing_day", "thing_about")
    day = "By when will you send it? Leave it empty if no day was named"
    read = SaidDay(
        fields, names, model.thing_asked, thing, Event.I_PROMISED, lone_day=day, again=AGAIN
    )
    contact_day = fields.day("contact_day", "What day will you be in touch?")
    about = fields.text("contact_about", "What will it be about?", "the start date I can offer")
    return [
        heading("What you promised", 3),
        thing,
        live_sentence("thing", model, "thing"),
        shown_when(w.VBox(read.widgets), model, "thing"),
        fields.choice("contact_way", "To be in touch", PROMISED_WAYS),
        shown_when(contact_day, model, "contact_way"),
        shown_when(about, model, "contact_way"),
        live_sentence("purpose", model, "contact_about"),
    ]


def way_on(model: DebriefModel | NoTalkModel, log: w.Button) -> w.Widget:
    """Return the button for what comes next, there once the interview is logged."""
    go: Any = OpenPage("", "", lambda: model.desk.choose(model.go["key"]), primary=True)

    def show(_: object = None) -> None:
        go.layout.display = "" if model.go else "none"
        log.button_style = "" if model.go else "primary"
        if model.go:
            go.label, go.path = model.go["label"], f"{model.go['page']}.ipynb"

    model.observe(show, "go")
    show()
    return go
