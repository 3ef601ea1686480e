"""The plan, situation by situation: the tables beside this file, which a coach can read."""

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest

from followup_lib.advice.plan import Plan, plan
from followup_lib.advice.rules import RULES, Rule
from followup_lib.records.settings import NUMBERS
from followup_lib.records.situations import Situation
from tests.advice.situations import day, search

TABLES = [
    Path(__file__).with_name(f"{name}.txt")
    for name in (
        "situations",
        "situations_before_a_talk",
        "situations_from_life",
        "situations_as_asked",
        "offers_and_promises",
    )
]


class Row(NamedTuple):
    """One line of the table: what is told, the day, and the advice expected."""

    name: str
    facts: dict[str, str]
    more: dict[str, Any]
    today: str
    job: str
    advice: tuple[str, ...]  # situation, to and channel, earliest, due, rule, list


def rows(text: str) -> list[Row]:
    """Read the table of situations."""
    found = []
    for block in re.split(r"^== ", text.replace("\\\n", ""), flags=re.M)[1:]:
        name, *lines = [line for line in block.splitlines() if line.strip()]
        facts: dict[str, str] = {}
        more: dict[str, Any] = {"jobs": {}, "people": [], "settings": ""}
        for line in lines:
            word, _, rest = line.partition(" ")
            if word == "facts":
                job, _, told = rest.rpartition(":")
                facts[job or "acme"] = told
            elif word in ("job", "person"):
                job, _, told = rest.partition(":")
                cells = dict(re.findall(r"(\w+) = ?([^;]*?) *(?:;|$)", told))
                if word == "job":
                    more["jobs"][job] = cells
                else:
                    more["people"].append({"application_id": job, **cells})
            elif word == "set":
                more["settings"] += f"{rest}\n"
            else:
                today, advice, *cells = (cell.strip() for cell in line.split("|"))
                job, _, situation = advice.rpartition(": ")
                found.append(Row(name, facts, more, today, job or "acme", (situation, *cells)))
    return found


SITUATIONS = [row for table in TABLES for row in rows(table.read_text(encoding="utf-8"))]
NAMES = [f"{row.name}, on {row.today}" for row in SITUATIONS]


def advice(listed: pd.DataFrame, job: str, situation: str) -> tuple[str, ...]:
    """Return what the plan says for a job, or for its promise or reference, as in the table."""
    one = listed[(listed["application_id"] == job) & (listed["situation"] == situation)]
    if one.empty:
        main = (listed["promise_id"] == "") & (listed["reference_id"] == "")
        one = listed[(listed["application_id"] == job) & main]
    row = one.iloc[0]
    when = row["when"] + (" may rest" if row["may_rest"] else "")
    to = f"{row['to'] or '-'}, {row['channel']}"
    return (row["situation"], to, _day(row["earliest_on"]), _day(row["due_on"]), row["rule"], when)


def _day(value: pd.Timestamp) -> str:
    return "-" if pd.isna(value) else str(value.date())


def _expected(row: Row) -> tuple[str, ...]:
    situation, to, earliest, due, rule, when = row.advice
    return (situation, to, str(day(earliest) or "-"), str(day(due) or "-"), rule, when)


@cache
def _planned(number: int) -> Plan:
    row = SITUATIONS[number]
    return plan(search(row.facts, **row.more), day(row.today))


@pytest.mark.parametrize("number", range(len(SITUATIONS)), ids=NAMES)
def test_situation(number: int) -> None:
    """On this day, with these facts, this is the advice, and reasons are whole sentences."""
    row, now = SITUATIONS[number], _planned(number)
    planned, expected = advice(now.rows, row.job, row.advice[0]), _expected(row)

    assert planned == expected, (
        f"== {row.name}, on {row.today}\nThe table has: {' | '.join(expected)}\n"
        f"The plan says: {' | '.join(planned)}\nChange the line if that is the new advice."
    )
    for reason in now.listed("today", "coming_up", "rest")["reason"]:
        assert re.fullmatch(r"[A-Z“].*\.", reason)
        assert not re.search(r"overdue|[{}]|nan|NaT|None|  |a day not given|\.\.|\(\)", reason)


def test_every_rule_is_in_the_table() -> None:
    """Each rule that the plan can decide by is named in the table, and none in a reason."""
    decided = {rule.id for rule in RULES} | {"P1", "P2", "R1", "R5"}
    named = set(re.findall(r"\b[A-Z]\d\b", " ".join(rule.reason for rule in RULES)))

    assert decided == {row.advice[4] for row in SITUATIONS}
    assert not named


def test_every_line_of_the_rules_decides_somewhere() -> None:
    """Each line of RULES is the one that decides in at least one row of the table."""
    rows = list(enumerate(SITUATIONS))

    def decides(rule: Rule) -> bool:
        places = (number for number, row in rows if row.advice[4] == rule.id)
        return any(rule.reason in set(_planned(number).rows["template"]) for number in places)

    assert [rule.reason for rule in RULES if not decides(rule)] == []


def test_every_setting_is_in_the_table() -> None:
    """Each number a coach can change has a row where it is changed."""
    text = "".join(table.read_text(encoding="utf-8") for table in TABLES)

    assert [name for name in NUMBERS if f"set pace.{name} = " not in text] == []


def test_every_situation_is_in_the_table() -> None:
    """Each situation of the vocabulary is advised in at least one row, once."""
    assert {row.advice[0] for row in SITUATIONS} == set(Situation)


def test_rows_are_sorted_by_urgency() -> None:
    """Today's list begins with what is late, then the offer to answer, then the rest."""
    facts = {
        "closing": "interview 2-16; wrote 2-23; wrote 3-02; i_promised 3-02 due 4-20 said 'a list'",
        "passed": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12",
        "thanks": "interview 3-13",
        "owed": "i_promised 3-05 due 3-12 said 'the report'",
        "owed2": "i_promised 3-05 due 3-10 said 'the report'",
        "offer": "offer 3-13",
    }
    jobs = {job: {"contact_name": f"Ms. {job.title()}"} for job in facts}
    now = plan(search(facts, jobs), day("3-16"))

    assert now.listed("today")["application_id"].tolist() == [
        "owed2",
        "owed",
        "offer",
        "thanks",
        "passed",
        "closing",
    ]


def test_the_day_the_list_is_for() -> None:
    """On a day off the list is for the next workday, after a holiday too."""
    assert [plan(search({}), day(today)).for_day for today in ("3-13", "3-14", "5-25")] == [
        day("3-13"),
        day("3-16"),
        day("5-26"),
    ]


def test_an_empty_search() -> None:
    """A search with nothing in it has a plan with nothing in it."""
    assert plan(search({}), day("3-16")).listed("today", "coming_up", "rest").empty


def test_types_of_the_rows() -> None:
    """The rows of a plan have the columns and types that their docstring promises."""
    rows = plan(search({"acme": "interview 3-05"}), day("3-16")).rows

    assert rows[["earliest_on", "due_on"]].dtypes.unique().tolist() == ["datetime64[s]"]
    assert set(rows[["situation", "rule", "to", "channel", "when"]].dtypes.astype(str)) == {"str"}


@pytest.mark.parametrize(
    ("phone", "asked"),
    [
        ("(609) 555-0101", ["acme"]),
        ("+1 609 555 0101", ["acme"]),
        ("1-609-555-0101", ["acme"]),
        ("+1 609 555 0102", ["acme", "two"]),
        ("(609) 555-0101 ext. 3", ["acme", "two"]),
    ],
)
def test_one_person_has_one_telephone_however_it_is_written(phone: str, asked: list[str]) -> None:
    """W4: who is asked about one application is not asked about another on the same day."""
    facts = "interview 3-05; thanked 3-06"
    reach = {"contact_email": "", "contact_phone": "(609) 555-0101"}
    cells = {"acme": reach, "two": reach | {"contact_phone": phone}}
    now = plan(search({"acme": facts, "two": facts}, cells), day("3-16"))
    assert now.today["application_id"].tolist() == asked
