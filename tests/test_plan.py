"""The plan, situation by situation: the table is `situations.txt`, which a coach can read."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest
from situations import day, search

from followup_lib.plan import plan
from followup_lib.rules import RULES
from followup_lib.settings import NUMBERS
from followup_lib.vocabulary import REFERENCE_SITUATIONS, Situation

TABLE = Path(__file__).parent / "situations.txt"


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


SITUATIONS = rows(TABLE.read_text(encoding="utf-8"))


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


@pytest.mark.parametrize("row", SITUATIONS, ids=lambda row: f"{row.name}, on {row.today}")
def test_situation(row: Row) -> None:
    """On this day, with these facts, this is the advice."""
    now = plan(search(row.facts, **row.more), day(row.today))

    assert advice(now.rows, row.job, row.advice[0]) == _expected(row)
