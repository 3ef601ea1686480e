"""The redacted copy: the same story of nobody."""

import dataclasses
import datetime as dt
import re
from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_lib.advice.plan import plan
from followup_lib.cli import main
from followup_lib.coaching import sessions
from followup_lib.coaching.redact import redacted, redacted_files
from followup_lib.records import edits
from followup_lib.records.settings import NUMBERS, Seeker
from followup_lib.records.tables import COLUMNS, DATES, WORDS, Tables, empty_table
from followup_lib.store.csv import read_tables
from followup_lib.store.search import JobSearch

WEEKS = -104
TODAY = dt.date(2026, 3, 16)
TYPED = {
    name: [column for column in columns if column not in {*DATES[name], *WORDS[name]}]
    for name, columns in COLUMNS.items()
}


def strings(tables: Tables) -> set[str]:
    """Return everything a person typed into tables, also each name of several."""
    typed = set()
    for name, columns in TYPED.items():
        told = [column for column in columns if column != "at"]  # a time of day names nobody
        cells = getattr(tables, name)[told].to_numpy().ravel()
        typed |= {part.strip() for cell in cells for part in (cell, *cell.split(";"))}
    return {text for text in typed if len(text) > 2 and not text.isdigit()}


def test_no_string_of_the_sample_is_left(sample: Tables) -> None:
    """Not one of the several hundred strings of the sample stands in any file of the copy."""
    held = sessions.commit(sample, TODAY, "call Ms. Reyes", TODAY, 8)
    originals = strings(held)
    assert len(originals) > 300
    rows = [data.split(b"\n", 1)[1] for data in redacted_files(held, WEEKS).values()]
    copy = b"\n".join(rows).decode("utf-8")  # all but the names of the columns, and ours:
    copy = re.sub(rf"\b(?:{'|'.join(NUMBERS)})\b", "", copy)
    assert sorted(text for text in originals if text in copy) == []


def test_settings_hold_nobody(sample: Tables) -> None:
    """Name, phone and e-mail of the seeker are gone; the numbers of the advice stay."""
    text = redacted_files(sample, WEEKS)["settings.toml"].decode("utf-8")
    seeker = sample.settings.seeker
    assert not [value for value in (seeker.name, seeker.phone, seeker.email) if value in text]
    assert "gap = 5" in text
    copy = redacted(sample, WEEKS)
    assert copy.settings.seeker == Seeker(name="Client")
    calendar = copy.settings.calendar  # holidays and days off would tell where and when
    assert (calendar.country, calendar.subdivision, calendar.days_off) == ("", "", ())
    assert not copy.applications["job_url"].any()


def test_days_move_together(sample: Tables) -> None:
    """Every day moves by the same whole weeks: weekdays and waits stay."""
    copy = redacted(sample, WEEKS)
    moved = copy.timeline["on"].sort_values().reset_index(drop=True)
    before = sample.timeline["on"].sort_values().reset_index(drop=True)
    assert set((moved - before).dropna()) == {pd.Timedelta(weeks=WEEKS)}


def test_the_same_is_replaced_by_the_same(sample: Tables) -> None:
    """A person in two applications is one person in the copy, and nobody else."""
    copy = redacted(sample, WEEKS)
    pairs = zip(sample.applications["contact_name"], copy.applications["contact_name"], strict=True)
    seen = {before: after for before, after in pairs if before}
    assert len(set(seen.values())) == len(seen)


def test_a_stand_in_tells_of_what_it_is_one(sample: Tables) -> None:
    """A firm that bears the name of a person is a firm in the copy, and the person a person."""
    acme = sample.applications["application_id"].iloc[0]
    tables = edits.change_application(sample, acme, company="Vane", contact_name="Vane")
    first = redacted(tables, WEEKS).applications.iloc[0]
    assert first["company"].startswith("Firm ")
    assert first["contact_name"].startswith("Person ")


def test_one_person_written_in_two_ways_is_one(sample: Tables) -> None:
    """Capitals and blanks make nobody another person, also among several in one cell."""
    acme, hill = sample.applications["application_id"].iloc[:2]
    tables = edits.change_application(sample, acme, contact_name="Ms. Vane")
    tables = edits.change_application(tables, hill, contact_name="ms.  VANE")
    tables = edits.log(tables, acme, "interview", TODAY, who="Mr. Quill; MS. Vane ")
    copy = redacted(tables, WEEKS)
    first, second = copy.applications["contact_name"].iloc[:2]
    assert first == second
    assert copy.timeline["who"].iloc[-1].split("; ")[1] == first


def test_the_day_of_the_settings_moves_along(sample: Tables) -> None:
    """A search that stands still on a day stands on the moved day in the copy."""
    still = dataclasses.replace(sample.settings, today=TODAY)
    files = redacted_files(dataclasses.replace(sample, settings=still), WEEKS)
    assert b"today = 2024-03-18" in files["settings.toml"]


@pytest.mark.parametrize("backward", [False, True])
def test_what_happened_on_one_day_keeps_its_order(backward: bool) -> None:
    """Of two rows of one day the later id is the later one in the copy, wherever it stands."""
    tables = one_of_each()
    here = tables.applications["application_id"].iloc[0]
    for event in ("on_hold", "resumed"):
        tables = edits.log(tables, here, event, TODAY)
    timeline = tables.timeline.tail(2).assign(event_id=["e9", "e10"])
    if backward:
        timeline = timeline.iloc[::-1]
    tables = dataclasses.replace(tables, timeline=timeline.reset_index(drop=True))
    copy, day = redacted(tables, WEEKS), TODAY + dt.timedelta(weeks=WEEKS)
    for each, today in ((tables, TODAY), (copy, day)):
        assert plan(each, today).facts.applications["status"].iloc[0] == "active"


def test_the_case_can_still_be_read(sample: Tables) -> None:
    """Without holidays between, the plan of the copy gives each case the same advice."""
    calm = dataclasses.replace(sample.settings.calendar, country="")
    original = dataclasses.replace(
        sample, settings=dataclasses.replace(sample.settings, calendar=calm)
    )
    before = plan(original, TODAY).rows
    after = plan(redacted(original, WEEKS), TODAY + dt.timedelta(weeks=WEEKS)).rows
    for column in ("situation", "rule", "when", "channel"):
        assert sorted(after[column]) == sorted(before[column])


def test_days_must_move(sample: Tables) -> None:
    """A copy with the true days is refused."""
    with pytest.raises(ValueError, match="do not move"):
        redacted(sample, 0)


LETTERS = st.text("αβγδεζηθικλμνξοπ;,. \n", min_size=3, max_size=20).filter(
    lambda text: any(letter.isalpha() for letter in text)
)


@cache
def one_of_each() -> Tables:
    """Return a search with one row in every table; what stands in it is Greek."""
    names = ("applications", "people", "timeline", "references")
    tables = Tables(*(empty_table(name) for name in names))
    tables, here = edits.add_application(tables, company="α", job_title="β")
    tables, reference = edits.add_reference(tables, name="γ")
    tables = edits.note_person(tables, here, "ε")
    tables = edits.log(tables, here, "interview", TODAY)
    tables = edits.log(tables, here, "reference_given", TODAY, who=reference)
    return sessions.commit(tables, TODAY, "δ", TODAY, 8)


@settings(max_examples=60)
@given(st.data())
def test_no_field_keeps_a_word(data: st.DataObject) -> None:
    """Whatever was typed into any field of any table, no Greek letter is left in the copy."""
    tables = one_of_each()
    ids = ("application_id", "reference_id", "event_id", "refers_to", "session_id")
    for name, columns in TYPED.items():
        table = getattr(tables, name)
        free = [column for column in columns if column not in (*ids, "commitment_id")]
        cells = {column: data.draw(LETTERS, label=f"{name}.{column}") for column in free}
        cells["τ"] = data.draw(LETTERS, label=f"{name}, a column of her own")
        tables = dataclasses.replace(tables, **{name: table.assign(**cells)})
    drawn = {name: data.draw(LETTERS, label=name) for name in ("name", "phone", "email")}
    seeker = dataclasses.replace(tables.settings.seeker, **drawn, sign_off="Ως τότε,")
    tables = dataclasses.replace(
        tables, settings=dataclasses.replace(tables.settings, seeker=seeker)
    )
    copy = b"\n".join(redacted_files(tables, WEEKS).values()).decode("utf-8")
    assert not set(copy) & set("αβγδεζηθικλμνξοπτΩςό")


def test_the_command_writes_a_search(search: JobSearch, tmp_path, capsys) -> None:
    """`followup redact FOLDER` writes a search that opens; a folder that is there is refused."""
    folder = tmp_path / "for supervision"
    assert main(["redact", str(folder), "--search", str(search.folder)]) == 0
    assert len(read_tables(folder).applications) == len(search.read().applications)
    assert main(["redact", str(folder), "--search", str(search.folder)]) == 2
    assert "Name a new folder" in capsys.readouterr().err
