"""The time beside the day of an interview is read, shown, and written into the timeline."""

import pytest

from followup_lib.exchange.report import entry_words
from followup_lib.reading.times import times_of_day
from tests.exchange.messy import EMPTY, HOUR, bring_in, preview_of

TIMES = {  # a cell of an interview: its time, and what the preview shows
    "12/3 2:30": ("14:30", "Thu, December 3, 2:30 PM, our reading"),
    "12/8 10am": ("10:00", "Tue, December 8, 10:00 AM, our reading"),
    "12/3/2026 2:30 PM": ("14:30", "Thu, December 3, 2:30 PM"),
    "12/3/2026 2:30": ("14:30", "Thu, December 3, 2:30 PM, our reading"),
    "2026-12-03 14:30:00": ("14:30", "Thu, December 3, 2:30 PM"),
    "2026-12-03 02:30:00": ("14:30", "Thu, December 3, 2:30 PM, our reading"),
    "12/3/2026 @ 2:30p": ("14:30", "Thu, December 3, 2:30 PM"),
    "12/3/2026 @ 10:30 p": ("22:30", "Thu, December 3, 10:30 PM"),
    "12/3/2026 2 p.m.": ("14:00", "Thu, December 3, 2:00 PM"),
    "11/20/2026 12:00:00 AM": ("", "Fri, November 20"),
    "11/20/2026 12:30 AM": ("00:30", "Fri, November 20, 12:30 AM"),
    "11/20/2026 12:00:00 PM": ("12:00", "Fri, November 20, 12:00 PM"),
    "12/3/2026 00:00:00": ("", "Thu, December 3"),
    "2026-11-20T08:15:42Z": ("", "Fri, November 20"),
    "11/20/2026 11:00": ("11:00", "Fri, November 20, 11:00 AM"),
    "12/3/2026": ("", "Thu, December 3"),
}


def listed(cell: str) -> str:
    """Return a list of one application with an interview."""
    return f'Company,Title,Applied,Interview\nHill,Clerk,11/13/2026,"{cell}"\n'


def test_what_they_said_is_shown_with_the_day_it_means() -> None:
    """Their words and the day they named, never the day on which they said it."""
    table = 'Company,Title,Interview,They said\nHill,Clerk,11/13/2026,"by November 18"\n'
    (entry,) = preview_of(table, today=HOUR).entries
    assert "they said “by November 18”" in entry_words(entry, HOUR)[1]
    assert "they said (" not in entry_words(entry, HOUR)[1]


@pytest.mark.parametrize("cell", TIMES)
def test_the_time_of_an_interview_is_read_and_shown(cell: str) -> None:
    """Half past two with neither am nor pm is in the afternoon, and is marked as inferred."""
    time, shown = TIMES[cell]
    (entry,) = preview_of(listed(cell), today=HOUR).entries
    assert f"({shown})" in entry_words(entry, HOUR)[1]
    assert bring_in(EMPTY, listed(cell), HOUR).timeline["at"].tolist() == ["", time]


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("interview round 2 a panel", []),
        ("grade 2 A", []),
        ("Room 4 P", []),
        ("12:00 AM", []),
        ("2 P. M. EST", ["14:00"]),
        ("at 10a", ["10:00"]),
    ],
)
def test_a_letter_apart_is_no_half_of_the_day(words: str, times: list[str]) -> None:
    """An "a" or a "p" that stands apart from a number without minutes tells no time."""
    assert [time.fact for time in times_of_day(words)] == times


@pytest.mark.parametrize(("answer", "time"), [("am", "07:30"), ("pm", "19:30")])
def test_half_past_seven_is_asked(answer: str, time: str) -> None:
    """What may be in the morning or in the evening is a question, and its answer is the time."""
    file, key = listed("12/3/2026 7:30"), "time:12/3/2026 7:30"
    seen = preview_of(file, today=HOUR)
    assert [*seen.questions] == [key]
    assert seen.entries[0].events[-1].at == ""
    answered = preview_of(file, today=HOUR, answers={key: answer})
    assert answered.entries[0].events[-1].at == time
    assert not answered.undecided


def test_a_talk_with_its_own_day_stands_beside_the_one_planned() -> None:
    """A call of today in the status is no less a talk because an interview is planned."""
    file = (
        "Company,Title,Applied,Interview,Status\n"
        "Hill,Clerk,11/13/2026,12/8 10am,phone screen 11/30\n"
    )
    (entry,) = preview_of(file, today=HOUR).entries
    told = [(str(e.event), str(e.on or e.due_on)) for e in entry.events[1:]]
    assert sorted(told) == [("interview_planned", "2026-12-08"), ("screen", "2026-11-30")]


def test_a_time_in_a_status_is_that_of_its_talk() -> None:
    """A status that tells a talk with its day tells its time, too."""
    file = "Company,Title,Applied,Status\nHill,Clerk,11/13/2026,phone screen 12/3 10am\n"
    (entry,) = preview_of(file, today=HOUR).entries
    assert entry.events[-1].at == "10:00"
