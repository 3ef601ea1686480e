"""Every reader of words from outside: the work grows as the text does, whatever it repeats.

The readers of lists are in `tests/exchange/test_growth.py`, those of whole messages in
`tests/tone/test_long.py`, and hostile settings in `tests/records/test_notations.py`.
"""

import datetime as dt
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from followup_lib.letters import own, titles
from followup_lib.outbox.email import read_received
from followup_lib.reading import (
    amounts,
    answer_by,
    contacts,
    days,
    names,
    noun_phrases,
    people_typed,
    phones,
    preferred_way,
    promises,
    said,
    spoken,
    statuses,
    times,
    topics,
    whose_day,
    yes_no,
)
from followup_lib.records import dates
from followup_lib.records.errors import FollowupError
from followup_lib.records.settings_file import read_settings
from followup_lib.store.cells import read_cells

TODAY = dt.date(2026, 3, 16)
LONGEST = 32_000
PIECES = (
    *("(", " ", "\n", "9", "a", "A", "-", "/", '"', "[", "{", ": ", "; ", "a, ", "1/", "not "),
    *("by Friday ", "my ", "Al, ", "<a@b.example>, ", "(a) ", "=?utf-8?q?a?= ", "\ue000"),
)
READERS: dict[str, Callable[[str], object]] = {
    "answer by": answer_by.answer_words,
    "another's day": lambda text: whose_day.is_anothers_day(text, text),
    "company": names.is_company,
    "contacts": lambda text: contacts.read_contacts(text, "US"),
    "days": lambda text: days.read_days(text, "month", TODAY),
    "days ago": lambda text: days.day_ago(text, TODAY),
    "firm": titles.letter_firm,
    "header": lambda text: read_received(f"Subject: {text}\n\n".encode()),
    "headers": lambda text: read_received(f"Message-ID: {text}\nReferences: {text}\n\n".encode()),
    "letter": lambda text: own.check_letter("thank_you/email.txt", text),
    "message": lambda text: read_received(f"Subject: x\n\n{text}".encode()),
    "name": names.person_name,
    "noun phrase": noun_phrases.noun_phrase,
    "pay": amounts.looks_like_pay,
    "people": people_typed.people_typed,
    "phone": lambda text: phones.read_phone(text, "US"),
    "place": names.is_place,
    "promise": promises.read_promise,
    "quoted": dates.quoted,
    "role": names.role_apart,
    "said": lambda text: said.read_said(text, TODAY),
    "said of anything": lambda text: said.read_said(text, TODAY, of_anything=True),
    "settings": read_settings,
    "spelled": spoken.spelled,
    "status": lambda text: statuses.read_status(text, TODAY, "month"),
    "table": lambda text: read_cells("people", f"application_id,name\na,{text}".encode(), "x"),
    "time": dates.read_time,
    "times": times.times_of_day,
    "title": titles.letter_title,
    "titles of a table": lambda text: read_cells("people", f"application_id,{text}".encode(), "x"),
    "topic": topics.read_topic,
    "way": preferred_way.way_beside,
    "way in a note": preferred_way.way_said,
    "yes or no": yes_no.yes_or_no,
}


def work(read: Callable[[str], object], text: str) -> float:
    """Return the seconds of computing a reader takes, whether it reads the text or refuses it."""
    start = time.process_time()
    with suppress(FollowupError):
        read(text)
    return time.process_time() - start


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_the_work_grows_as_the_text(read: Callable[[str], object]) -> None:
    """Eight times the text is about eight times the work, and never twenty-four times."""
    work(read, "made ready once")
    for piece in PIECES:
        short, long = (piece * (size // len(piece)) for size in (LONGEST // 8, LONGEST))
        most = 24 * work(read, short) + 0.05
        spent = work(read, long)
        assert spent < most or work(read, f"{long}.") < most, f"{piece!r}: {spent:.2f} s"
