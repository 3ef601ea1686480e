"""The view of the screens after an interview: linked to `DebriefModel`, it decides nothing."""

from collections.abc import Callable
from html import escape

import ipywidgets as w

from followup_lib.pages.interviews.debrief_model import KINDS, DebriefModel
from followup_lib.pages.interviews.no_talk_model import NoTalkModel
from followup_lib.pages.interviews.read_back import read_back
from followup_lib.pages.kit.choices import PROMISED_WAYS, wishes
from followup_lib.pages.kit.common import Status, button, details, facts_table, html
from followup_lib.pages.kit.debrief import NEW
from followup_lib.pages.kit.said_day_view import SaidDay
from followup_lib.pages.kit.ties import Fields, Ticks, labeled, live_html, live_sentence, shown_when
from followup_lib.pages.kit.undo import undo_of
from followup_lib.pages.kit.way_on import WayOn
from followup_lib.records.vocabulary import WAIT_FOR_THEM

TITLES = (
    "Which job was it?",
    "Who did you meet, and when?",
    "What did they say about when you’ll hear?",
    "Did you promise anything?",
)
AGAIN = ("on", "about")
"""The day words were said on, and how sure it is: what they are read by."""


class DebriefForm:
    """The four screens, one in view at a time, and what stands in their place once it is logged.

    `box` holds all of it. Whoever comes to a screen finds the focus in its first field.
    """

    def __init__(self, model: DebriefModel) -> None:
        self.model, self.status, self.onward = model, Status(), Status()
        fields = Fields(model, self.status)
        self.head = html("")
        made = (_job, _talk, _their_day, _promised)
        self.screens = [w.VBox(make(model, fields)) for make in made]
        self.back = self._button("Back", model.back)
        self.next = self._button("Continue", model.next, main=True)
        self.log = self._button("Log this interview", model.log, main=True)
        undo = undo_of(model.desk, self.status, self._undo)
        anew = self._button("Log another", self._anew)
        self.done = w.VBox([way_on(model, self.log), w.HBox([undo, anew])])
        buttons = w.HBox([self.next, self.log, self.back])
        told = [self.status, self.onward, self.done]
        self.box = w.VBox([self.head, *self.screens, buttons, *told])
        self.box.add_class("followup-steps")
        model.observe(self.show, ["step", "go"])
        self.show()

    def show(self, _: object = None) -> None:
        """Show the screen one is on, or what comes next."""
        step, done = self.model.step, bool(self.model.go)
        line = " · ".join(filter(None, (f"Step {step} of {len(TITLES)}", self.model.job)))
        bar = f'<progress value="{step}" max="{len(TITLES)}" aria-label="Steps"></progress>'
        self.head.value = (
            f'<p class="followup-progress" role="status">{bar} <span>{escape(line)}</span></p>'
            f"<h3>{escape(TITLES[step - 1])}</h3>"
        )
        parts = (
            (self.head, not done),
            *((screen, not done and n == step) for n, screen in enumerate(self.screens, 1)),
            (self.back, not done and step > 1),
            (self.next, not done and step < len(TITLES)),
            (self.log, not done and step == len(TITLES)),
            (self.done, done),
        )
        for box, there in parts:
            box.layout.display = "" if there else "none"

    def _button(self, text: str, act: Callable[[], str | None], *, main: bool = False) -> w.Button:
        """Return a button that acts, and leads on to the field or the button that comes next."""

        def run() -> str | None:
            told = act()
            self.onward.say("", self._first())
            return told

        return button(text, self.status, run, main=main)

    def _first(self) -> str:
        if self.model.go:
            return "go"
        job = "application_id" if len(self.model.choices) > 1 else "company"
        return (job, "who", "their_words", "thing")[self.model.step - 1]

    def _undo(self) -> str:
        undone = self.model.undo()
        self.onward.say("", self._first())
        return undone

    def _anew(self) -> None:
        self.model.go = {}


def _job(model: DebriefModel, fields: Fields) -> list[w.Widget]:
    """Return the fields for which job it was; nothing is to be chosen while there is none yet."""
    which = fields.choice("application_id", "Which application?", "choices")
    company, position = fields.text("company", "Company"), fields.text("job_title", "Position")
    return [
        shown_when(which, model, "choices", lambda choices: len(choices) > 1),
        shown_when(company, model, "application_id", lambda value: value == NEW),
        shown_when(position, model, "application_id", lambda value: value == NEW),
    ]


def _talk(model: DebriefModel, fields: Fields) -> list[w.Widget]:
    """Return the fields for whom one talked with, when, and what about."""
    planned = fields.tick("settles", "")
    topic = fields.text(
        "topic",
        "One thing you talked about (it makes the letter your own)",
        "the move to the new payroll system",
    )
    return [
        fields.text("who", "Who did you talk to?", "Ms. Ortiz; Mr. Reyes"),
        fields.day("on", "What day?"),
        labeled(planned, model, "planned", "This was the interview planned for {}"),
        fields.choice("kind", "What was it?", KINDS),
        _more(
            model,
            ("about", "last_round", "topic"),
            fields.tick("about", "I’m not sure of the exact day"),
            fields.tick("last_round", "It was the last round; now they decide"),
            topic,
            live_sentence("topic", model, "topic"),
        ),
    ]


def _their_day(model: DebriefModel, fields: Fields) -> list[w.Widget]:
    """Return the fields for their words, read as they are typed, and for how to reach them."""
    words = fields.text("their_words", "In their words", "by the end of next week")
    names = ("their_words", "their_answer", "their_day", "their_about")
    read = SaidDay(fields, names, model.their_asked, words, again=AGAIN)
    email = fields.text("email", "E-mail of the first of them, if you have it")
    phone = fields.text("phone", "Phone number of the first of them")
    more = _more(
        model,
        ("email", "phone"),
        shown_when(email, model, "asks_email"),
        shown_when(phone, model, "asks_phone"),
    )
    asks = ["asks_email", "asks_phone"]
    return [
        words,
        *read.widgets,
        fields.choice(
            "preferred", "How do they like to be reached?", wishes("I didn’t ask", WAIT_FOR_THEM)
        ),
        shown_when(more, model, asks, lambda _: model.asks_email or model.asks_phone),
    ]


def _promised(model: DebriefModel, fields: Fields) -> list[w.Widget]:
    """Return the fields for what one promised, days may stay empty; then all of it read back."""
    thing = fields.text("thing", "Something to send them", "the sample report")
    names = ("thing", "thing_answer", "thing_day", "thing_about")
    day = "By when will you send it? Leave it empty if there’s no date"
    read = SaidDay(fields, names, model.thing_asked, thing, lone_day=lambda: day, again=AGAIN)
    contact_day = fields.day("contact_day", "What day will you be in touch?", ahead=True)
    about = fields.text("contact_about", "What will it be about?", "the start date I can offer")
    return [
        thing,
        live_sentence("thing", model, "thing"),
        shown_when(w.VBox(read.widgets), model, "thing"),
        fields.choice("contact_way", "To be in touch", PROMISED_WAYS),
        shown_when(contact_day, model, "contact_way"),
        shown_when(about, model, "contact_way"),
        live_sentence("purpose", model, "contact_about"),
        _more(
            model,
            ("given", "new_reference", "note"),
            Ticks(model, "given", "references", fields.status).box,
            fields.text("new_reference", "A reference you gave who isn’t listed here", "Dr. Amin"),
            fields.area("note", "A note for yourself"),
        ),
        live_html(model, list(model.FIELDS), lambda: _read_back(model)),
    ]


def _more(model: DebriefModel, names: tuple[str, ...], *boxes: w.Widget) -> w.Widget:
    """Return fields few need, folded; open when something typed in them is there still."""
    return details("More", *boxes, open_=any(name in model.changed for name in names))


def _read_back(model: DebriefModel) -> str:
    """Return all that will be logged, as it is typed, on the last screen; "" before."""
    facts = facts_table(read_back(model)) if model.step == len(TITLES) else ""
    return f"<h3>This will be logged</h3>{facts}" if facts else ""


def way_on(model: DebriefModel | NoTalkModel, log: w.Button) -> w.Widget:
    """Return the button for what comes next, there once the interview is logged.

    The page is about that row from then on: the foot of the page leads to another.
    """
    go = WayOn(model.desk, primary=True)
    go.add_class("followup-at-go")

    def show(_: object = None) -> None:
        step = model.go
        go.lead((step["label"], step["page"], step["key"]) if step else None)
        log.button_style = "" if step else "primary"
        model.desk.turn(step.get("key", ""))

    model.observe(show, "go")
    show()
    return go
