"""Words about a day as they are typed: what they ask, and what an answer settles."""

import datetime as dt
from pathlib import Path

import ipywidgets as w
import pytest
import traitlets as t

from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.said_day import ANOTHER, NONE, RIGHT, Asked, ask, without_day
from followup_lib.pages.kit.said_day_view import SaidDay, confirm
from followup_lib.pages.kit.status import Status
from followup_lib.pages.kit.ties import Fields
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.pages.letter.model import LetterModel
from followup_lib.records import edits
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import Event
from followup_lib.store.new_search import create_search
from tests.pages.page_parts import label, widgets

ON = dt.date(2026, 3, 9)
FRIDAY, THURSDAY = dt.date(2026, 3, 13), dt.date(2026, 3, 12)
FIELDS = ("words", "day")
UNCLEAR = "Friday or maybe after the board meets"


def theirs(desk: Desk, words: str, *, about: bool = False) -> Asked:
    """Return what words of theirs ask, said on Monday the 9th."""
    return ask(desk, Event.THEY_PROMISED, words, ON, on_about=about)


@pytest.mark.parametrize(
    ("words", "given", "picked", "logged"),
    [
        ("by Friday", "", None, (FRIDAY, "")),
        ("by Friday", RIGHT, THURSDAY, (FRIDAY, "")),
        ("by Friday", "", THURSDAY, (THURSDAY, "")),
        ("by Friday", NONE, THURSDAY, (None, "no_day")),
        ("mid next week", "", None, (dt.date(2026, 3, 18), "about")),
        ("soon", "", None, (None, "no_day")),
        ("soon", RIGHT, None, (None, "no_day")),
        ("once the dust settles a bit", NONE, None, (None, "no_day")),
        ("once the dust settles a bit", ANOTHER, FRIDAY, (FRIDAY, "")),
        ("", "", None, (None, "")),
        ("", "", FRIDAY, (FRIDAY, "")),
    ],
)
def test_what_is_logged(
    desk: Desk, words: str, given: str, picked: dt.date | None, logged: tuple[dt.date | None, str]
) -> None:
    """A day read for certain counts until another answer is given; a refusal names none."""
    asked = theirs(desk, words)
    assert asked.settled(given, picked, about=False, fields=FIELDS) == logged


@pytest.mark.parametrize(
    ("words", "about", "given", "sentence", "where"),
    [
        ("once the dust settles a bit", False, "", "We can’t tell a day from this.*give a date", 0),
        (UNCLEAR, False, "", "We can’t tell a day", 0),
        ("bis Freitag", False, "", "We can’t tell a day", 0),
        ("by Friday", True, "", "We read this as Fri, March 13.*“Fri, March 13: right” below", 0),
        ("by Friday", False, ANOTHER, "What day was meant", 1),
    ],
)
def test_words_without_an_answer_are_an_error_at_their_field(
    desk: Desk, words: str, about: bool, given: str, sentence: str, where: int
) -> None:
    """Nothing is guessed: what is unclear or only inferred wants an answer, another day its day."""
    with pytest.raises(FieldError, match=sentence) as refused:
        theirs(desk, words, about=about).settled(given, None, about=False, fields=FIELDS)
    assert refused.value.field == FIELDS[where]


def test_the_line_says_the_day_and_when_one_may_ask(desk: Desk) -> None:
    """The reading is said as it is typed, and from when one may ask if that day is quiet."""
    asked = theirs(desk, "You will hear from us by Friday")
    assert asked.line == (
        "We read this as Fri, March 13. If it stays quiet, you can ask starting Tue, March 17."
    )
    assert [label for label, _ in asked.choices] == [
        "Fri, March 13: right",
        "Another day",
        "They didn’t give a date",
    ]


def test_the_line_knows_who_asked_to_be_left_alone(desk: Desk) -> None:
    """A vague day of theirs has the longer grace, but of those who said “we will contact you.”"""
    jobs = desk.tables.applications
    waits = jobs.loc[jobs["preferred_contact"] == "wait_for_them", "application_id"].iloc[0]

    def line(application_id: str) -> str:
        words = "mid next week"
        return ask(desk, Event.THEY_PROMISED, words, ON, application_id=application_id).line

    assert "you can ask starting Mon, March 23." in line("")
    assert "you can ask starting Fri, March 20." in line(waits)


def test_a_promise_is_split_into_thing_and_day(desk: Desk) -> None:
    """The words about the day are read, the thing is kept; a purpose is not cut in two."""
    said = "I'd email you my portfolio by Tuesday"
    asked = ask(desk, Event.I_PROMISED, said, ON)
    assert (without_day(said), asked.day) == ("my portfolio", dt.date(2026, 3, 10))
    assert ask(desk, Event.I_PROMISED, "the plan for next week", ON) == Asked()
    assert without_day("the plan for next week") == "the plan for next week"


class Typed(t.HasTraits):
    """A model with one text about a day."""

    words, answer, about = t.Unicode(""), t.Unicode(""), t.Bool(False)
    day = t.Instance(dt.date, allow_none=True)
    on = t.Instance(dt.date, allow_none=True)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk


def test_other_words_want_another_answer(desk: Desk) -> None:
    """The fields show what the words ask now; an answer to other words is let go."""
    model = Typed(desk)
    fields = Fields(model, Status())
    words = fields.text("words", "In their words")
    names = ("words", "answer", "day", "about")
    part = SaidDay(fields, names, lambda: theirs(desk, model.words), words, again=("on",))

    def there() -> list[bool]:
        boxes: list[w.Widget] = [part.answer, part.day]
        return [box.layout.display != "none" for box in boxes]

    assert there() == [False, False]
    words.value = "by Friday"
    assert (there(), part.answer.value, "Fri, March 13" in part.line.value) == (
        [True, False],
        RIGHT,
        True,
    )
    part.answer.value = NONE
    assert model.answer == NONE
    words.value = "by Thursday"
    assert (model.answer, part.answer.value) == ("", RIGHT)
    part.answer.value = ANOTHER
    assert there() == [True, True]
    words.value = "bis Freitag"
    assert part.answer.value is None


@pytest.fixture
def promised(tmp_path: Path) -> Desk:
    """Return a desk at a search whose table says "by Friday", without a day."""
    desk = Desk(create_search(tmp_path / "Noor", name="Noor Haddad"), dt.date(2026, 3, 17))

    def told(tables: Tables) -> Tables:
        tables, acme = edits.add_application(tables, company="Acme", job_title="Clerk")
        tables = edits.log(tables, acme, Event.INTERVIEW, ON)
        return edits.log(tables, acme, Event.THEY_PROMISED, ON, said="by Friday")

    desk.edit("told", told)
    return desk


def on_file(desk: Desk) -> tuple[str, str]:
    """Return the day and the certainty of the promise on file."""
    row = desk.search.read().timeline.iloc[-1]
    return ("" if row.isna()["due_on"] else str(row["due_on"].date())), row["certainty"]


@pytest.mark.parametrize(
    ("click", "day", "cells", "situation"),
    [
        ("Right: Fri, March 13", None, ("2026-03-13", ""), "their_date_passed"),
        ("Another day", THURSDAY, ("2026-03-12", ""), "their_date_passed"),
        ("They didn’t give a date", None, ("", "no_day"), "no_date_given"),
    ],
)
def test_one_click_settles_words_on_file(
    promised: Desk, click: str, day: dt.date | None, cells: tuple[str, str], situation: str
) -> None:
    """On the letter page a reading is confirmed, replaced or refused, and then asked no more."""
    model = LetterModel(promised, "02_their_date_has_passed")
    assert "They said “by Friday”, which we read as Fri, March 13." in model.reason
    assert ("They said", "“by Friday”, which we read as Fri, March 13") in model.facts
    part = confirm(promised, model.said, Status(), model.reason, model.refresh_here)
    boxes = {box.description: box for box in widgets(part) if hasattr(box, "description")}
    if day:
        boxes[click].click()
        assert on_file(promised) == ("", "")
        boxes["What date is it?"].value = day
    boxes[click].click()
    assert on_file(promised) == cells
    assert promised.plan.of("acme-clerk")["situation"].tolist() == [situation]
    assert model.said is None
    promised.undo()
    assert on_file(promised) == ("", "")


def test_the_words_are_said_where_the_reason_speaks_of_something_else(promised: Desk) -> None:
    """Thanks come first, and still one sees what is to be confirmed."""
    said = promised.plan.facts.said["e0002"]
    part = confirm(promised, said, Status(), "You talked with them on Mon, March 9.")
    assert "They said “by Friday”, which we read as Fri, March 13." in part.children[0].value


def test_words_no_day_can_be_told_from_ask_for_one(promised: Desk) -> None:
    """Unclear words are asked about with a day to choose, and none is proposed."""
    promised.edit("x", lambda tables: edits.change_event(tables, "e0002", said=UNCLEAR))
    row = rows_as(PlanRow, promised.plan.of("acme-clerk"))[0]
    assert "What date do you think they meant?" in row.reason
    said = promised.plan.facts.asked(row)
    part = confirm(promised, said, Status(), row.reason)
    labels = [label(box) for box in widgets(part)]
    assert labels[1:] == [
        "What date is it?", "", "It’s this day", "They didn’t give a date"
    ]  # fmt: skip
