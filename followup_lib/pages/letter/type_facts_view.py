"""The form for an application that is not in the list of a letter page: type the facts."""

import datetime as dt

import ipywidgets as w
import traitlets as t

from followup_lib.pages.kit.common import OpenPage, Status, button, details, html
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.kept_form import day_field
from followup_lib.pages.kit.names import INTERVIEWS
from followup_lib.pages.kit.said_day import Asked, ask, without_day
from followup_lib.pages.kit.said_day_view import SaidDay
from followup_lib.pages.kit.ties import Fields, live_sentence
from followup_lib.pages.letter.answers import Answers, add_facts
from followup_lib.pages.letter.model import LetterModel
from followup_lib.records.situations import Situation
from followup_lib.records.vocabulary import Event


class Facts(t.HasTraits):
    """What is typed of one application; `words` are theirs about when, or one's own promise."""

    company = t.Unicode("")
    job_title = t.Unicode("")
    contact_name = t.Unicode("")
    met_on = day_field()
    words = t.Unicode("")
    answer = t.Unicode("")
    day = day_field()
    day_about = t.Bool(False)
    about = t.Bool(False)

    def __init__(self, desk: Desk, situation: str) -> None:
        super().__init__()
        self.desk, self.situation = desk, situation

    @property
    def event(self) -> str:
        """Return whose promise the words are."""
        promised = self.situation == Situation.PROMISE_DUE
        return Event.I_PROMISED if promised else Event.THEY_PROMISED

    def asked(self) -> Asked:
        """Return what the words about the day ask, said on the day of the talk or else today."""
        return ask(
            self.desk,
            self.event,
            self.words,
            self.met_on or self.desk.today,
            on_about=self.about or self.met_on is None,
        )

    def told(self) -> Answers:
        """Return the facts as `add_facts` takes them; raises `FieldError` where one is lacking."""
        names = ("company", "job_title", "contact_name", "met_on")
        known: dict[str, str | dt.date | None] = {name: getattr(self, name) for name in names}
        day, certainty = self.asked().settled(
            self.answer, self.day, about=self.day_about, fields=("words", "day")
        )
        if self.event == Event.I_PROMISED:
            promise = {"promise_day": day, "promise_certainty": certainty}
            return known | promise | {"thing": without_day(self.words)}
        return known | {"their_words": self.words, "their_day": day, "their_certainty": certainty}


def type_the_facts(model: LetterModel, status: Status) -> w.Widget:
    """Return the form for an application that is not in the list: type the facts."""
    situation = model.situations[0]
    facts = Facts(model.desk, situation)
    fields = Fields(facts, status)
    boxes = {
        "company": fields.text("company", "Company"),
        "job_title": fields.text("job_title", "Position"),
        "contact_name": fields.text("contact_name", "Who did you talk to?"),
        "met_on": fields.day("met_on", "When did you last talk?"),
        "about": fields.tick("about", "I’m not sure of the exact day"),
    }
    read = _read(facts, fields)
    known = boxes | (read.boxes if read else {})
    kept = KeptFields(model.desk.search, known, status, f"facts for {situation}")

    def add() -> str:
        added = add_facts(model.desk, situation, facts.told(), about=facts.about)
        model.refresh()
        kept.clear()
        for key, offered in model.offered.items():
            if offered.row.application_id == added:
                model.key = key
                return "Added to your applications, and chosen above."
        return "Added. There is nothing to write about it yet; see your applications."

    said: list[w.Widget] = [read.words, *read.widgets] if read else []
    if facts.event == Event.I_PROMISED:
        said.insert(1, live_sentence("thing", facts, "words"))
    return details(
        "Not in the list? Type the facts",
        *boxes.values(),
        *said,
        button("Add and write", status, add),
        html("<p>After an interview, the interviews page asks for everything that matters:</p>"),
        OpenPage("Log an interview", INTERVIEWS),
        open_=not model.key or bool(kept.changed),
    )


def _read(facts: Facts, fields: Fields) -> SaidDay | None:
    """Return the field for what was said about when, None on a page that needs no such day."""
    labels = {
        Situation.THEIR_DATE_PASSED.value: ("What did they say about when you will hear?", ""),
        Situation.PROMISE_DUE.value: (
            "What did you promise? For example: the sample report",
            "By when?",
        ),
    }
    if facts.situation not in labels:
        return None
    label, lone_day = labels[facts.situation]
    words = fields.text("words", label)
    names, again = ("words", "answer", "day", "day_about"), ("met_on", "about")
    return SaidDay(fields, names, facts.asked, words, lone_day=lambda: lone_day, again=again)
