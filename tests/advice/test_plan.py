"""The plan, situation by situation: the tables beside this file, which a coach can read."""

import datetime as dt
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest

from followup_lib.advice.plan import Plan, plan
from followup_lib.advice.rules import RULES, URGENCY, Rule
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.screen_words import DEEDS
from followup_lib.records.settings import NUMBERS
from followup_lib.records.vocabulary import Situation
from tests.advice.situations import day, search

TABLES = [
    Path(__file__).with_name(f"{name}.txt")
    for name in (
        *("situations", "situations_before_a_talk", "situations_from_life"),
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


@pytest.mark.parametrize(
    ("facts", "today", "reason"),
    [
        (
            "interview 3-05; thanked 3-06; they_promised 3-05 due 3-13",
            "3-17",
            "They said Fri, March 13. One full workday has passed, so you can ask today where "
            "things stand, by phone, as they asked.",
        ),
        (
            "interview 3-05; thanked 3-06; they_promised 3-05 due 3-18 about said 'mid next week'",
            "3-16",
            "They said “mid next week”, which we read as Wed, March 18. Two full workdays have "
            "to pass, so you can ask where things stand starting Mon, March 23, by phone, as "
            "they asked.",
        ),
        (
            "interview 3-09; thanked 3-10; they_promised 3-09 said 'by Friday'",
            "3-17",
            "They said “by Friday”, which we read as Fri, March 13. One full workday has "
            "passed, so you can ask today where things stand, by phone, as they asked.",
        ),
        (
            "interview 3-05; thanked 3-06; they_promised 3-05 said 'soon'",
            "3-12",
            "They didn’t give you a date; they said “soon” when they were last in touch, on "
            "Thu, March 5. Five workdays have passed, so you can ask today whether there is "
            "one, by phone, as they asked.",
        ),
        (
            "interview 3-05; thanked 3-06; they_promised 3-05 no_day said 'by Friday'",
            "3-12",
            "They didn’t give you a date; they said “by Friday” when they were last in touch, "
            "on Thu, March 5. Five workdays have passed, so you can ask today whether there is "
            "one, by phone, as they asked.",
        ),
        (
            "interview 3-05; thanked 3-06; "
            "they_promised 3-05 said 'Friday or maybe after the board meets'",
            "3-12",
            "They said “Friday or maybe after the board meets” when they were last in touch, on "
            "Thu, March 5, and we can’t tell which day that is. What date do you think they "
            "meant? Five workdays have passed, so you can ask today whether there is "
            "one, by phone, as they asked.",
        ),
        (
            "interview 3-02; thanked 3-03; they_promised 3-02 said 'soon'; heard_back 3-05",
            "3-12",
            "They didn’t give you a date when they were last in touch, on Thu, March 5. Five "
            "workdays have passed, so you can ask today whether there is one, by "
            "phone, as they asked.",
        ),
        (
            "interview 2-12; thanked 2-13; on_hold 2-19 said 'until March 12'",
            "3-16",
            "They put this on hold on Thu, February 19 (they said “until March 12”, which we "
            "read as Thu, March 12). You can ask one thing today, whether there’s a "
            "time frame yet, by phone, as they asked.",
        ),
        (
            "interview 3-05; thanked 3-06; wrote 3-12 for no_date_given",
            "3-19",
            "They didn’t give you a date when they were last in touch, on Thu, March 5. Five "
            "workdays have passed; you can ask today whether there is one, by phone, "
            "as they asked. Your last message was on Thu, March 12; leave five workdays before "
            "the next.",
        ),
        (
            "interview 3-02; thanked 3-03; they_promised 3-02 due 3-20; "
            "interview_planned 3-05 due 3-09; interview 3-09; thanked 3-10",
            "3-24",
            "They didn’t give you a date when they were last in touch, on Mon, March 9. Five "
            "workdays have passed; you can ask today whether there is one, by phone, "
            "as they asked. They had said Fri, March 20; let that day pass first.",
        ),
        (
            "final_interview 2-23; thanked 2-24; no_answer 3-12",
            "3-13",
            "You finished the last round on Mon, February 23. This stretch takes longer than "
            "people expect; you can ask today whether they need anything more "
            "from you, by phone, as they asked. Nobody answered, and once a day is enough.",
        ),
        (
            "interview 3-05; thanked 3-06; wrote 3-12; wrote 3-19",
            "4-03",
            "You asked twice without an answer, last on Thu, March 19. You can send one closing "
            "note today, if you like. It’s fine to let it go now.",
        ),
        (
            "interview 3-05; thanked 3-06; they_promised 3-05 due 3-13",
            "3-20",
            "They said Fri, March 13. One full workday has passed, so you can ask today where "
            "things stand, by phone, as they asked.",
        ),
        (
            "interview 2-12; thanked 2-13; on_hold 2-19 due 3-12",
            "3-16",
            "They put this on hold on Thu, February 19 until Thu, March 12. You can ask one "
            "thing today, whether there’s a time frame yet, by phone, as they asked.",
        ),
        (
            "interview 3-05; thanked 3-06; offer 3-13",
            "3-16",
            "They made you an offer on Fri, March 13. When is your answer due? Note that day; "
            "if nobody said, thank them and ask when they need your answer; until you know, "
            "treat it as Tue, March 17.",
        ),
        (
            "offer 3-13 via email due 3-23; asked_for_time 3-16 due 3-27",
            "3-16",
            "On Mon, March 16 you asked for time until Fri, March 27, and you haven’t noted "
            "their answer yet. Answer by Mon, March 23. This comes back to your list on Fri, "
            "March 20.",
        ),
        (
            "offer 3-09 via email said 'great news; tell us by 3/20'",
            "3-16",
            "They made you an offer on Mon, March 9 (“by 3/20”, which we read as Fri, March 20). "
            "Answer by Fri, March 20.",
        ),
        (
            "offer 3-09 via phone; they_promised 3-09 due 3-13 said 'the \"papers\" by Friday'",
            "3-10",
            "They offered you the job on Mon, March 9, but not in writing yet. Thank them by "
            "phone, as they asked, and ask for it in writing; they said Fri, March 13 (“the "
            "‘papers’ by Friday”).",
        ),
    ],
)
def test_reason(facts: str, today: str, reason: str) -> None:
    """The reason tells what was said, what has passed, from when, and by which way."""
    wish = {"acme": {"preferred_contact": "phone"}}
    now = plan(search({"acme": facts}, wish), day(today))

    assert now.of("acme")["reason"].tolist() == [reason]


@pytest.mark.parametrize(
    ("promised", "today", "reason"),
    [
        ("due 3-12 said 'the report'", "3-10", "Sending it early is fine."),
        ("due 3-12 said 'the report'", "3-12", "That’s today."),
        ("due 3-12 via phone said 'a call'", "3-11", "Get it ready; send it on that day."),
        (
            "due 3-12 said 'the report'",
            "3-13",
            "Do it today with a one-sentence apology, or name a new day.",
        ),
    ],
)
def test_reason_of_an_own_promise(promised: str, today: str, reason: str) -> None:
    """Only one's own promise may be late, and the reason says what to do about it."""
    now = plan(search({"acme": f"i_promised 3-05 {promised}"}), day(today))

    assert now.rows["promise_id"].iloc[0] == "acme-1"
    assert now.listed("today", "coming_up")["reason"].iloc[0].endswith(reason)


def test_reason_names_the_role_that_goes_first() -> None:
    """Of three roles with one recruiter, the reason of the others names the first one's firm."""
    kim = {"contact_name": "Kim", "contact_email": "kim@palisade.example"}
    facts = {
        "hill": "interview 3-05; thanked 3-06",
        "acme": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12",
        "reed": "interview 3-05; thanked 3-06",
        "other": "interview 3-05; thanked 3-06",
    }
    jobs = dict.fromkeys(("hill", "acme", "reed"), kim)
    now = plan(search(facts, jobs), day("3-16"))
    reason = (
        "One message to Kim at a time: the one about Acme goes first, and can mention this role "
        "too."
    )

    assert now.listed("today")["application_id"].tolist() == ["acme", "other"]
    assert now.listed("rest")["reason"].tolist() == [reason, reason]


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
    """Each situation of the vocabulary is advised in at least one row, in its place, and named."""
    assert {row.advice[0] for row in SITUATIONS} == set(Situation)
    assert sorted(URGENCY) == sorted(Situation) == sorted(DEEDS)


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


@pytest.mark.parametrize(
    ("facts", "more", "sentence"),
    [
        (
            {"acme": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12 who 'Mr. Grey'"},
            {},
            "timeline.csv, row 4, column who: 'Mr. Grey' is in neither applications.csv nor "
            "people.csv for acme; add a row to people.csv with how to reach them, or fix the name.",
        ),
        (
            {"acme": "i_promised 3-05 due 3-17; i_promised 3-05 due 3-18; kept 3-13"},
            {},
            "timeline.csv, row 4, column refers_to: 'kept' could mean any of acme-1, acme-2; write "
            "the one it means into refers_to.",
        ),
        (
            {"acme": "interview 3-05; thanked 3-06; kept 3-13"},
            {},
            "timeline.csv, row 4, column refers_to: 'kept' names no promise and none is open; "
            "write the promise's event_id into refers_to.",
        ),
        (
            {},
            {"settings": 'calendar.country = "ZZ"'},
            "settings.toml, [calendar]: no public holidays are known for ZZ; allowed are a country "
            'as "US" and a region as "NJ", or an empty country; until it is fixed only weekends '
            "and your own days off count.",
        ),
        (
            {},
            {"settings": "pace.gap = -1"},
            "settings.toml, [pace] gap: found -1; allowed is a whole number from 1 to 60 workdays; "
            "5 is used.",
        ),
        (
            {"acme": "i_promised 3-05 due 3-12 who 'Mr. Grey'"},
            {},
            "timeline.csv, row 2, column who: 'Mr. Grey' is in neither applications.csv nor "
            "people.csv for acme; add a row to people.csv with how to reach them, or fix the name.",
        ),
        ({"acme": "they_promised 3-05 due 3-12 who 'Mr. Grey'; kept 3-12"}, {}, ""),
        ({"acme": "interview 4-05; they_promised 4-05 due 4-12"}, {}, ""),
        ({"acme": "i_promised 3-05 said 'the report'"}, {}, ""),
    ],
)
def test_bad_input(facts: dict[str, str], more: dict[str, Any], sentence: str) -> None:
    """What cannot be used is told in a sentence, and the rest of the list still comes."""
    good = {"good": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12"}
    jobs = {"good": {"contact_name": "Ms. Reyes"}}
    tables = search(facts | good, jobs, **more)
    now = plan(tables, day("3-16"))
    told = [*tables.settings.problems, now.facts.days.problem, *map(str, now.facts.problems)]

    assert [line for line in told if line] == [sentence] * bool(sentence)
    assert "good" in set(now.listed("today")["application_id"])


def test_a_name_where_nobody_is_named() -> None:
    """An application without any contact needs no other row: who promised is whom to write to."""
    facts = {"acme": "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12 who 'Mr. Grey'"}
    now = plan(search(facts, {"acme": {"contact_name": ""}}), day("3-16"))

    assert now.facts.problems == ()
    assert now.rows["to"].tolist() == ["Mr. Grey"]


def test_a_timeline_that_lies_ahead() -> None:
    """When every row lies ahead, a slip in the year is likely: row, day and setting are named."""
    now = plan(search({"acme": "interview 2027-03-05; thanked 2027-03-06"}), day("3-16"))

    assert [str(problem) for problem in now.facts.problems] == [
        "timeline.csv, row 2, column on: every row is dated after today, Mon, March 16; this one, "
        "the first, is on Fri, March 5, 2027. All are read as planned. If that’s not right, fix "
        "the days, or `today` in settings.toml."
    ]
    assert now.rows["situation"].tolist() == ["rest"]


def test_rows_about_nobody() -> None:
    """Events of an application or a reference nobody knows leave the rest of the list alone."""
    known = search({"acme": "interview 3-05; thanked 3-06; reference_contacted 3-09 who nobody"})
    strange = search({"ghost": "offer 3-05; i_promised 3-05 due 3-12; they_promised 3-05 due 3-12"})
    both = pd.concat([known.timeline, strange.timeline], ignore_index=True)
    now = plan(replace(known, timeline=both), day("3-16"))

    assert now.rows["application_id"].tolist() == ["acme"]
    assert now.rows["situation"].tolist() == ["no_date_given"]


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


def test_a_day_in_words_is_the_same_whenever_one_looks() -> None:
    """What was said counts from the day it was said on, years later as on the next day."""
    tables = search({"acme": "interview 3-09; they_promised 3-09 said 'in 10 business days'"})
    for today in ("3-09", "3-20", "2027-01-05", "2033-03-01"):
        known = plan(tables, day(today)).facts
        assert known.of("acme")["their_day"] == pd.Timestamp("2026-03-23")
        assert known.said["acme-2"].due_on == dt.date(2026, 3, 23)


def test_what_a_person_settled_is_not_read_again() -> None:
    """A day on file and a refusal stand as they are; a row is asked about only while it is open."""
    told = "interview 3-09; they_promised 3-09 {} said 'by Friday'"
    for settled, asks in (("", True), ("due 3-12", False), ("no_day", False)):
        now = plan(search({"acme": told.format(settled)}), day("3-10"))
        row = rows_as(PlanRow, now.of("acme"))[0]
        assert (now.facts.asked(row) is not None) is asks


def test_the_second_message_to_a_person_says_when_it_goes() -> None:
    """Of two letters to one recruiter the second says which goes first, and its own day."""
    kim = {"contact_email": "kim@palisade.example", "contact_name": "Kim Doe"}
    facts = {"acme": "interview 3-05; thanked 3-06; rejected 3-12", "hill": "interview 3-13"}
    now = plan(search(facts, dict.fromkeys(facts, kim)), day("3-16"))
    assert now.of("acme")["reason"].tolist() == [
        "One message to Kim Doe at a time: the one about Hill goes first, and this one is best on "
        "Tue, March 17."
    ]
