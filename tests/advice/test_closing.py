"""Resting and closing well: deeds counted as they are on file, and thanks when it is over."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from followup_lib.advice.closing import COMES_BACK, closing, deeds, on_right_days, praise
from followup_lib.advice.plan import plan
from followup_lib.coaching.options import options
from followup_lib.letters.draft import draft
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.rest_model import RestModel
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.sent_model import SentModel
from followup_lib.pages.session.model import SinceModel
from followup_lib.pages.start.model import StartModel
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.store.search import JobSearch
from tests.advice.situations import day
from tests.advice.situations import search as search_of

TODAY = dt.date(2026, 3, 16)
OSPREY = "osprey-lane-mutual-operations-analyst"
HOLLIS = "hollis-and-vane-payroll-analyst"
SILENT = (
    HOLLIS,
    "cobblers-gate-credit-union-payroll-analyst",
    "wexcombe-instruments-documentation-specialist",
    "thornbury-reed-analytics-reporting-analyst",
)


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ([], ""),
        (["heard_back", "interview"], ""),
        (["wrote"], "You wrote once."),
        (["thanked", "wrote", "called"], "You wrote twice and called once."),
        (
            ["wrote", "called", "left_voicemail", "no_answer"],
            "You wrote once, called once, left a voicemail once and reached nobody by phone once.",
        ),
        (["wrote"] * 6, "You wrote six times."),
    ],
)
def test_what_was_done_is_counted(sample: Tables, events: list[str], told: str) -> None:
    """The sentence has what the timeline has: nothing of theirs, and nothing that was not done."""
    tables, acme = edits.add_application(sample, company="Acme", job_title="Clerk")
    for event in events:
        tables = edits.log(tables, acme, event, dt.date(2026, 3, 9))
    assert deeds(plan(tables, TODAY), acme) == told


THEY_SAID = "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12"


@pytest.mark.parametrize(
    ("facts", "right"),
    [
        # their date passed, and a full workday after it
        (f"{THEY_SAID}; wrote 3-16 for their_date_passed", True),
        (f"{THEY_SAID}; called 3-17 for their_date_passed", True),
        (f"{THEY_SAID}; wrote 3-16 for their_date_passed; wrote 3-23 for their_date_passed", True),
        # a thank-you note asks nothing
        (f"{THEY_SAID}; wrote 3-09 for thank_you; wrote 3-16 for their_date_passed", True),
        # a day too early, on a Saturday, within the gap, or while an interview was ahead
        (f"{THEY_SAID}; wrote 3-13 for their_date_passed", False),
        (f"{THEY_SAID}; wrote 3-21 for their_date_passed", False),
        (f"{THEY_SAID}; wrote 3-16 for their_date_passed; wrote 3-18 for their_date_passed", False),
        (f"{THEY_SAID}; interview_planned 3-16 due 3-27; wrote 3-18 for their_date_passed", False),
        # one of two
        (f"{THEY_SAID}; wrote 3-10 for their_date_passed; wrote 3-17 for their_date_passed", False),
        # nothing was asked, or nobody noted what it was for
        (THEY_SAID, False),
        (f"{THEY_SAID}; wrote 3-16", False),
        # nobody noted on which day
        (f"{THEY_SAID}; wrote ? for their_date_passed", False),
    ],
)
def test_on_the_right_days_is_said_when_true(facts: str, right: bool) -> None:
    """It is praise only when every message that asked was open in the plan of its day."""
    tables = search_of({"acme": facts}, {"acme": {"contact_name": "Ms. Ortiz"}})
    now = plan(tables, day("4-20"))
    assert on_right_days(now, tables, "acme") == right
    assert praise(now, tables, "acme").endswith("on the right days.") == right


def test_letting_rest_says_what_was_done(desk: Desk) -> None:
    """On the letter page the sentence is that of the row's own timeline."""
    model = LetterModel(desk, "04_waiting_for_the_offer")
    model.key = f"waiting_for_offer:{HOLLIS}:"
    done = praise(desk.plan, desk.tables, HOLLIS)
    assert done.startswith("You wrote ")
    assert SentModel(model).let_rest().endswith(f"go for now. {done} {COMES_BACK}")


def test_the_option_to_rest_says_it_too(sample: Tables) -> None:
    """In a session, letting rest stands with the deeds of that case, wherever it is offered."""
    now = plan(sample, dt.date(2026, 5, 4))
    ready = now.rows[now.rows["may_rest"] & (now.rows["reference_id"] == "")]["application_id"]
    assert len(ready)
    for application_id in ready:
        rests = [
            told for told in options(now, sample, application_id) if "Let it go for now" in told
        ]
        assert rests == [f"Let it go for now. {praise(now, sample, application_id)} {COMES_BACK}"]


def accepted(tables: Tables) -> Tables:
    """Return the tables with an offer accepted today."""
    return edits.log(tables, OSPREY, "accepted", TODAY)


def test_nothing_is_closed_before_an_offer_is_accepted(sample: Tables) -> None:
    """Without an acceptance there is no sentence."""
    assert closing(plan(sample, TODAY), sample) == []


def test_after_an_acceptance_everybody_is_thanked(sample: Tables) -> None:
    """Those given as references are named, called or not; others who only agreed are not."""
    tables = accepted(sample)
    told = closing(plan(tables, TODAY), tables)
    assert told[0] == "You accepted an offer on Mon, March 16. Congratulations!"
    assert told[1].startswith("Withdraw elsewhere, with thanks: ")
    assert told[1].endswith(" more.")
    for name in ("Pavel Dostál", "Dr. Adeyemi", "Samuel Okonjo", "Nadia Brightwell"):
        assert name in told[2]
    assert "Carvalho" not in told[2]


def test_an_acceptance_without_a_day_closes_too(sample: Tables) -> None:
    """The same sentences stand there, without a day that nobody noted."""
    dated = accepted(sample)
    tables = replace(
        dated, timeline=dated.timeline.assign(on=dated.timeline["on"].mask(_is_accepted(dated)))
    )
    told = closing(plan(tables, TODAY), tables)
    assert told[0] == "You accepted an offer. Congratulations!"
    assert told[1:] == closing(plan(dated, TODAY), dated)[1:]


def _is_accepted(tables: Tables) -> pd.Series:
    return tables.timeline["event"] == "accepted"


def test_who_was_thanked_is_not_named_again(sample: Tables) -> None:
    """Thanks of the day of the acceptance or later count; those for an earlier call do not."""
    tables = accepted(sample)
    thanks = edits.log(tables, "", "reference_thanked", TODAY, who="pavel-dostal")
    assert "Pavel" in closing(plan(tables, TODAY), tables)[2]
    assert "Pavel" not in closing(plan(thanks, TODAY), thanks)[2]


def test_each_is_a_row_with_its_letter(sample: Tables) -> None:
    """Those to thank stand on the list, each with a letter that says how it ended and no more."""
    tables = accepted(sample)
    now = plan(tables, TODAY)
    rows = now.rows[now.rows["rule"] == "E2"]
    thanks = rows[rows["reference_id"] != ""]
    others = rows[rows["reference_id"] == ""]
    assert set(thanks["to"]) == {"Pavel Dostál", "Dr. Adeyemi", "Samuel Okonjo", "Nadia Brightwell"}
    assert set(others["situation"]) == {"withdrawal"}
    for row in thanks.itertuples():
        made = draft(now, tables, row, channel="email")
        assert made.letter == "thank_reference/email-accepted.txt"
        assert "an offer for the Operations Analyst position at Osprey Lane Mutual" in made.body
        assert "?" not in made.body


def test_the_pages_say_it(search: JobSearch, desk: Desk) -> None:
    """The start page and the session page have the same sentences."""
    assert StartModel(desk).closing == []
    search.edit("accept", accepted)
    desk.look()
    told = closing(desk.plan, desk.tables)
    assert StartModel(desk).closing == told
    assert SinceModel(desk).lines[-len(told) :] == told


def test_what_is_promised_is_not_let_rest(search: JobSearch) -> None:
    """Where the seeker still owes something, rest is not offered: a promise does not go away."""
    inkberry = "inkberry-house-content-editor"
    search.edit("w", lambda tables: edits.log(tables, inkberry, "wrote", TODAY))
    model = RestModel(Desk(search, dt.date(2026, 5, 4)))
    assert inkberry not in {application_id for _, application_id in model.choices}


def test_several_rest_together(search: JobSearch) -> None:
    """Five silences are let rest in one change, each named with its deeds; one undo wakes all."""
    for application_id in SILENT:
        search.edit("w", lambda t, i=application_id: edits.log(t, i, "wrote", TODAY))
    desk = Desk(search, dt.date(2026, 5, 4))
    model = RestModel(desk)
    with pytest.raises(FollowupError, match="Which ones"):
        model.let_rest()
    ids = [application_id for _, application_id in model.choices]
    assert set(ids) == {*SILENT, "marlpit-press-production-editor"}
    assert all(deeds(desk.plan, i) in label for label, i in model.choices)
    model.chosen = ids
    assert model.let_rest().startswith("On pause: five applications.")
    assert not {i for _, i in model.choices} & set(ids)
    assert all(desk.plan.of(i)["situation"].iloc[0] == "rest" for i in ids)
    desk.undo()
    assert set(ids) <= {i for _, i in model.choices}
