"""References: thanked, briefed and checked in with, once per person over all employers."""

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from followup_lib.advice.plan import Plan, plan
from followup_lib.records import edits
from followup_lib.records.tables import Tables
from tests.advice.situations import day, search

BASE = "interview 3-05; thanked 3-06"
GIVEN = f"{BASE}; reference_given 3-06 who okonjo"
BRIEFED = f"{GIVEN}; reference_briefed 3-06 who okonjo"
TOLD = "reference_given 3-02 who okonjo; reference_briefed 3-02 who okonjo"


def on(today: str, facts: dict[str, str], **more: object) -> Plan:
    """Return the plan of one day, each employer with a contact of its own."""
    jobs = {job: {"contact_name": f"Ms. {job.title()}"} for job in facts}
    return plan(search(facts, jobs, **more), day(today))


def actions(now: Plan) -> list[tuple[str, str, str, str, str]]:
    """Return reference, situation, rule, earliest day and list of each action."""
    rows = now.rows[now.rows["reference_id"] != ""]
    return [
        (row.reference_id, row.situation, row.rule, str(row.earliest_on.date()), row.when)
        for row in rows.itertuples()
    ]


CHECK, BRIEF, THANK = "check_in_with_reference", "brief_reference", "thank_reference"


@pytest.mark.parametrize(
    ("facts", "today", "expected"),
    [
        # only asked, or given to nobody: nothing to do
        (f"{BASE}; reference_asked 3-02 who okonjo", "3-16", None),
        # R1: given and not told which job
        (GIVEN, "3-06", (BRIEF, "R1", "2026-03-06", "today")),
        (GIVEN, "6-16", (BRIEF, "R1", "2026-03-06", "today")),
        # briefed, or called anyway: told
        (BRIEFED, "3-09", (CHECK, "R1", "2026-03-27", "rest")),
        (BRIEFED, "3-20", (CHECK, "R1", "2026-03-27", "coming_up")),
        (BRIEFED, "3-27", (CHECK, "R1", "2026-03-27", "today")),
        # asking whether they would vouch again is no check-in
        (f"{BRIEFED}; reference_asked 3-16 who okonjo", "3-27",
            (CHECK, "R1", "2026-03-27", "today")),
        # a check-in starts the fifteen workdays anew
        (f"{BRIEFED}; reference_checked_in 3-27 who okonjo", "4-16",
            (CHECK, "R1", "2026-04-17", "coming_up")),
        # R5: called: thank them, and only then anything else
        (f"{BRIEFED}; reference_contacted 3-12 who okonjo", "3-12",
            (THANK, "R5", "2026-03-12", "today")),
        (f"{GIVEN}; reference_contacted 3-12 who okonjo", "6-12",
            (THANK, "R5", "2026-03-12", "today")),
        (f"{BRIEFED}; reference_contacted 3-12 who okonjo; reference_thanked 3-12 who okonjo",
            "3-12", (CHECK, "R1", "2026-04-02", "rest")),
        # called a second time, thanked for the first only
        (f"{BRIEFED}; reference_contacted 3-12 who okonjo; reference_thanked 3-12 who okonjo; "
            "reference_contacted 3-17 who okonjo", "3-17", (THANK, "R5", "2026-03-17", "today")),
        # only when given to a live employer
        (f"{GIVEN}; rejected 3-10 via email; wrote 3-11 for ask_for_feedback", "3-16", None),
        (f"{BRIEFED}; withdrawn 3-10", "4-16", None),
        (f"{BRIEFED}; on_hold 3-10", "3-27", (CHECK, "R1", "2026-03-27", "today")),
        # a call is thanked for even when the employer is no longer live
        (f"{BRIEFED}; reference_contacted 3-12 who okonjo; rejected 3-13", "3-16",
            (THANK, "R5", "2026-03-12", "today")),
    ],
)  # fmt: skip
def test_one_reference(facts: str, today: str, expected: tuple[str, ...] | None) -> None:
    """At most one action per reference: thanks, else a briefing, else a check-in."""
    found = actions(on(today, {"acme": facts}))

    assert found == ([] if expected is None else [("okonjo", *expected)])


ACCEPTED = "interview 3-02; offer 3-10 via email; accepted 3-13"


@pytest.mark.parametrize(
    ("facts", "today", "expected"),
    [
        # on the day of the acceptance, and until it is done: called or not, briefed or not
        (BRIEFED, "3-13", (THANK, "E2", "2026-03-13", "today")),
        (GIVEN, "6-12", (THANK, "E2", "2026-03-13", "today")),
        (f"{BASE}; reference_contacted 3-12 who okonjo", "3-16",
            (THANK, "E2", "2026-03-13", "today")),
        # the employer that was told his name has long said no: he vouched all the same
        (f"{BRIEFED}; rejected 3-10", "3-16", (THANK, "E2", "2026-03-13", "today")),
        # thanks for an earlier call do not count; those of the day do, and then nothing is left
        (f"{BRIEFED}; reference_contacted 3-11 who okonjo; reference_thanked 3-12 who okonjo",
            "3-16", (THANK, "E2", "2026-03-13", "today")),
        (f"{BRIEFED}; reference_thanked 3-13 who okonjo", "6-12", None),
        # only agreed to vouch, and named to nobody
        (f"{BASE}; reference_asked 3-02 who okonjo", "3-16", None),
        # the search went on
        (f"{BRIEFED}; applied 3-14", "3-16", (CHECK, "R1", "2026-03-27", "rest")),
    ],
)  # fmt: skip
def test_an_accepted_offer_is_thanked_for(
    facts: str, today: str, expected: tuple[str, ...] | None
) -> None:
    """Everybody whose name was given is thanked and told how it ended; nothing else is left."""
    found = actions(on(today, {"acme": facts, "hill": ACCEPTED}))

    assert found == ([] if expected is None else [("okonjo", *expected)])


def test_the_thanks_say_how_it_ended() -> None:
    """The reason and the letter are about the offer that was taken, not about who called."""
    now = on("3-16", {"acme": BRIEFED, "hill": ACCEPTED})
    row = next(now.listed("today")[lambda rows: rows["reference_id"] != ""].itertuples())

    assert row.reason == (
        "You accepted an offer on Fri, March 13. Thank Mr. Okonjo and tell them how it ended: "
        "they were there for you as a reference, whether or not anyone called."
    )
    assert row.application_id == "hill"


def test_a_day_of_acceptance_nobody_noted_is_not_told() -> None:
    """They are thanked all the same, once; the reasons do without the day, and ask for it."""
    facts = {"acme": BRIEFED, "hill": "interview 3-02; offer 3-10 via email; accepted ?"}
    now = on("3-16", facts)
    reference, withdrawal = now.listed("today")["reason"].sort_values()

    assert reference.startswith("You accepted an offer. Thank Mr. Okonjo and tell them")
    assert withdrawal.startswith("You accepted another offer. Thank Ms. Acme and let them know")
    assert withdrawal.endswith(" If your search went on after that, note the day you accepted.")

    facts["acme"] += "; reference_thanked 3-16 who okonjo"
    assert actions(on("3-16", facts)) == []


def test_a_briefing_is_for_one_employer() -> None:
    """Told about one job, given to a second employer: tell them about that one too."""
    now = on("3-09", {"acme": BRIEFED, "hill": "interview 3-06; reference_given 3-09 who okonjo"})

    assert actions(now) == [("okonjo", BRIEF, "R1", "2026-03-09", "today")]
    row = now.listed("today").set_index("reference_id").loc["okonjo"]
    assert row["application_id"] == "hill"
    assert "You gave Mr. Okonjo’s name to Hill. " in row["reason"]


def test_one_check_in_names_all_employers() -> None:
    """One person, two employers: one message that names both."""
    facts = {"acme": f"{BASE}; {TOLD}", "hill": f"{BASE}; {TOLD}"}
    now = on("3-23", facts)

    assert actions(now) == [("okonjo", CHECK, "R1", "2026-03-23", "today")]
    told = now.listed("today").set_index("reference_id").loc["okonjo", "reason"]
    assert told == (
        "Mr. Okonjo may hear from Acme and Hill. You can ask today whether "
        "anyone has been in touch; if nobody has called, that’s normal."
    )


def test_the_gap_counts_over_all_employers() -> None:
    """A check-in for one employer is a check-in: not again for the other within the gap."""
    facts = {
        "acme": f"{BASE}; {TOLD}; reference_checked_in 3-23 who okonjo",
        "hill": f"{BASE}; {TOLD}",
    }

    assert actions(on("4-10", facts)) == [("okonjo", CHECK, "R1", "2026-04-13", "coming_up")]


@pytest.mark.parametrize(
    ("checked_in", "earliest"), [("3-02", "2026-03-23"), ("2-19", "2026-03-12")]
)
def test_another_reference_was_called(checked_in: str, earliest: str) -> None:
    """The others given there hear "you may be called" at once, though not within the gap."""
    facts = (
        f"{BASE}; reference_given 2-17 who okonjo; reference_briefed 2-17 who okonjo; "
        f"reference_checked_in {checked_in} who okonjo; reference_given 3-06 who amin; "
        "reference_contacted 3-12 who amin; reference_thanked 3-12 who amin"
    )
    found = {row[0]: row[3] for row in actions(on("3-12", {"acme": facts}))}

    assert found["okonjo"] == earliest


def test_a_call_at_one_employer_says_nothing_about_another() -> None:
    """R2 is a clue about that employer only: the other application goes its way."""
    called = "reference_contacted 3-12 who amin; reference_thanked 3-12 who amin"
    now = on("3-12", {"acme": f"{BASE}; {called}", "hill": BASE})
    rules = now.rows[now.rows["reference_id"] == ""].set_index("application_id")["rule"]

    assert rules.to_dict() == {"acme": "R4", "hill": "N1"}


def test_a_call_nobody_can_place_is_thanked_for() -> None:
    """A reference was called and does not know by whom: thank them; no application rests."""
    tables = search({"acme": f"{BASE}; reference_contacted 3-12 who amin"})
    here = tables.timeline["event"] == "reference_contacted"
    tables.timeline.loc[here, "application_id"] = ""
    now = plan(tables, day("3-12"))

    assert actions(now) == [("amin", THANK, "R5", "2026-03-12", "today")]
    assert now.rows.loc[now.rows["application_id"] == "acme", "rule"].tolist() == ["N1"]


@pytest.mark.parametrize(("told", "open_"), [("3-09", False), ("3-05", True)])
def test_a_briefing_about_no_one_employer_counts_for_all_before_it(told: str, open_: bool) -> None:
    """“I told them whom I named”: of every employer so far; who is named later is told of anew."""
    facts = f"{BASE}; reference_given 3-06 who okonjo; reference_briefed {told} who okonjo"
    tables = search({"acme": facts})
    here = tables.timeline["event"] == "reference_briefed"
    tables.timeline.loc[here, "application_id"] = ""
    now = plan(tables, day("3-10"))

    assert ("brief_reference" in now.rows["situation"].tolist()) == open_


def test_thanks_for_a_call_of_no_known_day_end() -> None:
    """A call noted without its day is thanked for once, not for ever."""
    facts = f"{BASE}; reference_contacted 3-12 who amin; reference_thanked 3-13 who amin"
    tables = search({"acme": facts})
    here = tables.timeline["event"] == "reference_contacted"
    tables.timeline.loc[here, "on"] = pd.NaT
    assert THANK not in {action[1] for action in actions(plan(tables, day("3-16")))}


@pytest.mark.parametrize(
    ("reference", "cannot_use", "channel"),
    [
        ("amin", "", "phone"),  # as they like it
        ("okonjo", "", "email"),  # not known
        ("amin", '"phone"', "email"),  # a way the seeker cannot use
        ("okonjo", '"email", "phone"', "text"),
        ("okonjo", '"email"', "text"),  # as for everybody else: a call comes last
    ],
)
def test_channel(reference: str, cannot_use: str, channel: str) -> None:
    """References are reached as they like it, within what the seeker can do."""
    settings = f"seeker.cannot_use = [{cannot_use}]"
    now = on("3-06", {"acme": f"{BASE}; reference_given 3-06 who {reference}"}, settings=settings)

    assert now.rows.set_index("reference_id").loc[reference, "channel"] == channel


def test_r5_the_employer_never_hears_of_it() -> None:
    """What a reference tells stays with the seeker: no row for the employer names the reference."""
    facts = f"final_interview 3-05; thanked 3-06; {TOLD}; reference_contacted 3-12 who okonjo"
    now = on("3-19", {"acme": facts})
    employer = now.of("acme").query("reference_id == ''")

    assert employer["situation"].tolist() == ["waiting_for_offer"]
    assert "Okonjo" not in employer["reason"].iloc[0]


def test_r3_no_call_means_nothing() -> None:
    """A reference briefed and never called changes nothing for the employer."""
    with_one, without = (on("3-12", {"acme": facts}) for facts in (BRIEFED, BASE))
    columns = ["situation", "rule", "earliest_on", "when"]
    employer = [
        now.rows.loc[now.rows["reference_id"] == "", columns] for now in (with_one, without)
    ]

    pd.testing.assert_frame_equal(*(rows.reset_index(drop=True) for rows in employer))


def put_off(tables: Tables, row: Any, until: dt.date | None) -> Plan:
    """Return the plan after a word to a reference was put off."""
    cells = {"situation": row.situation, "due_on": until, "who": row.reference_id}
    today = dt.date(2026, 3, 16)
    return plan(edits.log(tables, row.application_id, "snoozed", today, **cells), today)


@pytest.mark.parametrize("situation", ["brief_reference", "check_in_with_reference"])
def test_a_word_to_a_reference_is_put_off(sample: Tables, situation: str) -> None:
    """With a day it opens on that day and says so; “not this one” is not suggested again."""
    rows = plan(sample, dt.date(2026, 3, 16)).rows
    row = next(rows[rows["situation"] == situation].itertuples())
    later = put_off(sample, row, dt.date(2026, 3, 25)).listed("rest", "coming_up", "today")
    mine = later[(later["reference_id"] == row.reference_id) & (later["situation"] == situation)]
    assert mine["earliest_on"].dt.date.tolist() == [dt.date(2026, 3, 25)]
    assert mine["reason"].iloc[0].endswith("You put it off until Wed, March 25.")
    never = put_off(sample, row, None).rows
    assert never[(never["reference_id"] == row.reference_id)].empty
    assert len(never) == len(rows) - 1
