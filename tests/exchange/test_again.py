"""A list brought in again after edits: what changed is shown, and taken over when said so."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from followup_lib.advice.plan import plan
from followup_lib.exchange.importing import add_entries
from followup_lib.records.checks import check_tables
from followup_lib.records.tables import COLUMNS, Tables
from tests.exchange.messy import EMPTY, TODAY, bring_in, preview_of

HEAD = "Company,Title,Applied,Status,Link\n"
HILL = "Hill,Clerk,2026-03-02,Applied,https://hill.example/1\n"
AMES = "Ames,Cook,2026-03-03,Applied,\n"
LIST = HEAD + HILL + AMES


@pytest.fixture
def before() -> Tables:
    """Return a search with the list brought in."""
    return bring_in(EMPTY, LIST)


def events(tables: Tables, application_id: str) -> list[tuple[str, str]]:
    """Return what happened by one application, with its days."""
    rows = tables.timeline[tables.timeline["application_id"] == application_id]
    return list(zip(rows["event"], rows["on"].dt.strftime("%m-%d").fillna("?"), strict=True))


def test_unchanged_rows_add_nothing(before: Tables) -> None:
    """The same list again has nothing new, asks nothing, and leaves the tables as they are."""
    seen = preview_of(LIST, before)
    assert (seen.entries, seen.undecided, add_entries(before, seen)) == ([], [], before)


@pytest.mark.parametrize(
    ("row", "edited"),
    [
        (HILL, HILL.replace("Applied", "Rejected")),  # the same link
        (HILL, HILL.replace("Clerk", "Head Clerk")),
        (AMES, AMES.replace("Applied", "Interview")),  # the same names and first day
        (AMES, AMES.replace("03-03", "03-04")),  # the only one that is gone
    ],
)
def test_an_edited_row_is_shown_as_changed(before: Tables, row: str, edited: str) -> None:
    """A row of the same application is no second one: it is asked about, and nothing is added."""
    seen = preview_of(LIST.replace(row, edited), before)
    (asked,) = seen.undecided
    assert asked.text == "1 of 2 rows differs from what is here: update it?"
    assert add_entries(before, seen) == before
    assert seen.duplicates == []


def test_changes_are_taken_over_once(before: Tables) -> None:
    """Said yes to, the changes are in, no id ends in -2, and the list has nothing more to say."""
    edited = LIST.replace(HILL, HILL.replace("Applied", "Rejected")).replace("03-03", "03-04")
    after = add_entries(before, preview_of(edited, before, answers={"changes": "yes"}))
    assert list(after.applications["application_id"]) == ["hill-clerk", "ames-cook"]
    assert events(after, "hill-clerk") == [("applied", "03-02"), ("rejected", "?")]
    assert events(after, "ames-cook") == [("applied", "03-04")]
    assert check_tables(after, list(COLUMNS)) == []
    assert preview_of(edited, after).undecided == []
    assert add_entries(after, preview_of(edited, after)) == after


def test_a_second_try_at_one_firm_is_a_new_application(before: Tables) -> None:
    """A row beside the old one, of another day, is another application, and said to be alike."""
    seen = preview_of(LIST + AMES.replace("03-03", "03-12"), before)
    assert (len(seen.entries), seen.duplicates, seen.undecided) == (1, [4], [])


ALIKE = [
    ("Ames,Cook", "Ames Inc.,Cook"),
    ("Ames,Cook", "Ames,Cook / Chef"),
    ("Ames,Cook", "Ames,Line Cook"),
    ("Ames,Cook", "The Ames,Cook"),
    ("Ames,Cook", "Ames Library,Cook"),
    ("Ames,Cook", "Amess,Cook"),
    ("Hill,Clerk", "Hill,Clerk II"),
]
OTHERS = ["Ames,Driver", "Moss,Cook", "Bo Inc.,Cook", "Elm,Chef", "Moss,Line Cook", "Elm,Guard"]


@pytest.mark.parametrize(("row", "edited"), ALIKE)
def test_a_row_under_another_name_is_asked_about(before: Tables, row: str, edited: str) -> None:
    """A changed firm or position adds no second application unasked; said yes to, it is taken."""
    listed = LIST.replace("https://hill.example/1", "").replace(row, edited)
    seen = preview_of(listed, before)
    (asked,) = (each for each in seen.undecided if each.key == "same")
    assert (asked.rows, seen.entries) == ((2 if row.startswith("Hill") else 3,), [])
    after = add_entries(before, preview_of(listed, before, answers={"same": "yes"}))
    assert len(after.applications) == 2
    assert edited in {f"{r.company},{r.job_title}" for r in after.applications.itertuples()}
    new = preview_of(listed, before, answers={"same": "new"})
    assert len(new.entries) == 1


@pytest.mark.parametrize("other", OTHERS)
def test_another_firm_or_position_is_new(before: Tables, other: str) -> None:
    """What is like nothing here, or has the old row beside it, is a new application, not asked."""
    assert preview_of(LIST.replace("Ames,Cook", other), before).undecided == []
    beside = LIST + "Ames,Line Cook,2026-03-03,Applied,\n"
    seen = preview_of(beside, before)
    assert (len(seen.entries), seen.undecided) == (1, [])


def test_what_was_noted_by_hand_stays(before: Tables) -> None:
    """Nothing a person wrote is taken out: a list's change is added beside it."""
    table = before.applications.assign(notes="my own words")
    noted = Tables(table, *(getattr(before, n) for n in ("people", "timeline", "references")))
    edited = LIST.replace(HILL, HILL.replace("Applied", "Interview"))
    after = add_entries(noted, preview_of(edited, noted, answers={"changes": "yes"}))
    assert after.applications["notes"].str.startswith("my own words").all()


def test_a_row_put_back_once_is_known(before: Tables) -> None:
    """A moved row that came in mended is here already, and is not asked about again."""
    moved = LIST + "Bo, Inc.,Baker,2026-03-05,Applied,https://bo.example\n"
    after = add_entries(before, preview_of(moved, before, answers={"moved": "yes"}))
    assert "Bo, Inc." in set(after.applications["company"])
    assert preview_of(moved, after, dt.date(2026, 3, 17)).undecided == []


def test_what_is_new_wakes_no_application_that_the_list_calls_over() -> None:
    """A talk put in beside an end without a day comes in, and the end stays the last word."""
    head = "Company,Title,Applied,Interview,Status\n"
    before = bring_in(EMPTY, f"{head}Hill,Clerk,2026-02-02,,Rejected\n")
    edited = f"{head}Hill,Clerk,2026-02-02,2026-03-04,Rejected\n"
    after = add_entries(before, preview_of(edited, before, answers={"changes": "yes"}))
    assert ("interview", "03-04") in events(after, "hill-clerk")
    assert plan(after, TODAY).facts.applications["status"]["hill-clerk"] == "rejected"
    assert preview_of(edited, after).undecided == []


def test_the_day_of_a_no_noted_by_hand_stays_its_day() -> None:
    """A talk before it comes in, and the end the list calls undated is not written again."""
    head = "Company,Title,Applied,Interview,Status\n"
    before = bring_in(EMPTY, f"{head}Hill,Clerk,2026-02-02,,Rejected\n")
    timeline = before.timeline.copy()
    timeline.loc[timeline["event"] == "rejected", "on"] = pd.Timestamp("2026-03-12")
    noted = replace(before, timeline=timeline)
    for day, ends in (("03-04", ["03-12"]), ("03-13", ["03-12", "?"])):
        edited = f"{head}Hill,Clerk,2026-02-02,2026-{day},Rejected\n"
        after = add_entries(noted, preview_of(edited, noted, answers={"changes": "yes"}))
        assert ("interview", day) in events(after, "hill-clerk")
        found = [on for event, on in events(after, "hill-clerk") if event == "rejected"]
        assert found == ends


@pytest.mark.parametrize(
    ("heads", "cells", "answers"),
    [
        ("Thank you sent,Interview", "yes,2026-03-12", {}),
        ("Interview,Notes", "2026-03-12,thank-you note sent", {"sent": "yes"}),
    ],
)
def test_thanks_without_a_day_are_for_the_talk_beside_them(
    heads: str, cells: str, answers: dict[str, str]
) -> None:
    """A tick under thanks, or a note that says so, leaves no talk to say thanks for."""
    file = f"Company,Title,Applied,{heads}\nHill,Clerk,2026-02-02,{cells}\n"
    now = plan(add_entries(EMPTY, preview_of(file, answers=answers)), TODAY)
    assert "thank_you" not in list(now.of("hill-clerk")["situation"])


def test_a_tick_under_thanks_is_not_for_the_last_of_two_talks() -> None:
    """Nothing tells which talk was thanked for: the talk of Friday still has its thank-you."""
    file = (
        "Company,Title,Applied,Thank you sent,Interview 1,Interview 2\n"
        "Hill,Clerk,2026-02-02,x,2026-02-20,2026-03-13\n"
    )
    (row,) = plan(bring_in(EMPTY, file), TODAY).of("hill-clerk").itertuples()
    assert (row.situation, f"{row.earliest_on:%m-%d}") == ("thank_you", "03-16")
