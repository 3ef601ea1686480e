"""What holds for any words at all: no error, no invention, and no waiting."""

import datetime as dt
import inspect
import pkgutil
import re
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import followup_lib.exchange
import followup_lib.reading
from followup_lib.reading.amounts import looks_like_pay
from followup_lib.reading.contacts import read_contacts
from followup_lib.reading.phones import read_phone
from followup_lib.reading.promises import read_promise
from followup_lib.reading.topics import read_topic

PIECES = (
    "I'd email you my portfolio by Tuesday send over the transcripts call her back about start "
    "date Luis Ortega HR luis@x.example 609 555 0100 Smith, John / ; ( ) < > & and the a how they "
    "she is $65k - – , . ? ! next week Friday 3/12 who that 田中 Ms. Dr. to with for of's"
)
WORDS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.lists(st.sampled_from(PIECES.split()), max_size=12).map(" ".join),
)
READERS: dict[str, Callable[[str], Any]] = {
    "promise": read_promise,
    "topic": read_topic,
    "contacts": lambda words: read_contacts(words, "US"),
    "phone": lambda words: read_phone(words, "US"),
    "pay": looks_like_pay,
}


def plain(text: str) -> str:
    """Return a text in one case, its blanks single."""
    return " ".join(text.split()).casefold()


@settings(max_examples=400)
@given(WORDS)
def test_a_fact_is_made_of_the_words(words: str) -> None:
    """A promise or a topic is a piece of what was typed; what is unclear is left whole."""
    promise, topic = read_promise(words), read_topic(words)
    if promise.fact:
        assert plain(promise.fact.thing) in plain(words)
        assert plain(promise.fact.purpose) in plain(words)
        assert plain(promise.used) in plain(words)
    assert plain(topic.fact or "") in plain(words)
    for read in (promise, topic):
        assert (read.fact is None) == (read.sure == "unclear") == (read.read_back == "")
        assert read.fact is not None or plain(read.left) == plain(words)


@settings(max_examples=400)
@given(WORDS)
def test_people_are_made_of_the_words(words: str) -> None:
    """Every word of a name or a role, and each e-mail and number, stands in the cell."""
    read = read_contacts(words, "US")
    for person in read.fact or ():
        parts = [*person.name.split(), *re.split(r", | ", person.role), person.email, person.phone]
        assert all(plain(part) in plain(words) for part in parts)
        assert "@" not in person.name
        assert person != type(person)()
    phone = read_phone(words, "US")
    assert phone.used in plain(words) or phone.used.casefold() in plain(words)


@pytest.mark.parametrize("piece", ["(", " ", "9", "a ", "a, ", "my ", "Al, ", "@", "+1 ", "\ue000"])
@pytest.mark.parametrize("reader", READERS)
def test_a_megabyte_is_read_in_no_time(reader: str, piece: str) -> None:
    """Eight times the words take at most about eight times as long, whatever they are."""
    read = READERS[reader]

    def seconds(size: int) -> float:
        words = piece * (size // len(piece))
        started = time.process_time()
        read(words)
        return time.process_time() - started

    seconds(1000)
    small, large = (min(seconds(size - n) for n in range(3)) for size in (125_000, 1_000_000))
    assert large < 24 * small + 0.05


NEEDS_A_WORD = {"number", "day_number", "word_set", "pattern"}
"""What is asked only of a word that is known to be one."""


def _read(reader: Callable[..., Any], values: list[Any], text: str) -> Any:
    return reader(text, *values)


def every_reader() -> dict[str, Callable[[str], Any]]:
    """Return what takes a text and little else, in the two rooms that read what people write."""
    known = {"date": dt.date(2026, 3, 16), "str": "US", "bool": False, "Order": "month"}
    found: dict[str, Callable[[str], Any]] = {}
    for room in (followup_lib.reading, followup_lib.exchange):
        for module in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            for name, each in vars(import_module(module.name)).items():
                if name.startswith("_") or name in NEEDS_A_WORD or inspect.isclass(each):
                    continue
                if not callable(each) or each.__module__ != module.name:
                    continue
                taken = list(inspect.signature(each).parameters.values())
                others = [one.annotation for one in taken[1:] if one.default is one.empty]
                values = [known.get(getattr(one, "__name__", "Order")) for one in others]
                if taken and taken[0].annotation is str and None not in values:
                    found[f"{module.name}.{name}"] = partial(_read, each, values)
    return found


@pytest.mark.parametrize("piece", ["(", " ", "9", "a ", "1/", "; "])
def test_no_reader_is_slower_than_linear(piece: str) -> None:
    """Whatever takes a text takes 200 KB of anything in less than a second."""
    readers = every_reader()
    text, slow = piece * (200_000 // len(piece)), {}
    for name, read in readers.items():
        started = time.process_time()
        read(text)
        if (seconds := time.process_time() - started) > 1:
            slow[name] = seconds
    assert slow == {}
    assert len(readers) > 50
