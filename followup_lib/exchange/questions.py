"""What only the person can tell about a list; which answers there are; and what they answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from followup_lib.exchange.day_columns import LATER, NO_DAY, day_columns
from followup_lib.exchange.entries import Entry
from followup_lib.exchange.offered import AN_OFFER, DONE, PAST, SAID
from followup_lib.exchange.past_told import ENDED, TALKED
from followup_lib.exchange.quoting import as_offered, in_words, quoted
from followup_lib.exchange.sections import is_section
from followup_lib.exchange.talk_times import HALVES, TIME
from followup_lib.records.dates import read_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.vocabulary import (
    CLOSED,
    LAST_ROUND,
    MEETINGS,
    Event,
    Stage,
    Status,
)

YES, NO, NEW = "yes", "no", "new"
TWICE = "twice"
"""The key under which it is asked whether to leave out rows that say they repeat another."""
STANDING_WORDS = f"a stage ({', '.join(Stage)}) and a status ({', '.join(Status)}), or later"
ALLOWED = {
    "dates": "day, month or later",
    TIME: "am, pm or later",
    "day": "a day such as 2026-03-16, none or later",
    "status": STANDING_WORDS,
    "contact": "their name, or later",
    **dict.fromkeys(("section", "moved", "steps", "above", "use", TWICE), "yes, no or later"),
    **dict.fromkeys((SAID, AN_OFFER, *PAST), "yes, no or later"),
    "changes": "yes, no, new (they are other applications) or later",
    "same": "yes, no, new (they are other applications) or later",
    "headings": "the number of the row that names the columns, or no",
    "list": "mine or later",
}
"""What may be answered to each kind of question, by the first part of its key."""
NOUNS = {
    "dates": ("day", "days"),
    "day": ("day", "days"),
    TIME: ("time", "times"),
    "status": ("status", "statuses"),
    "contact": ("contact", "contacts"),
    "section": ("status", "statuses"),
    "moved": ("row out of place", "rows out of place"),
    "above": ("row without a company", "rows without a company"),
    "steps": ("row of the same names", "rows of the same names"),
    TWICE: ("repeated row", "repeated rows"),
    "quote": ("row out of place", "rows out of place"),
    "table": ("row of another table", "rows of another table"),
    "use": ("suggestion", "suggestions"),
    "said": ("suggestion", "suggestions"),
    AN_OFFER: ("offer", "offers"),
    TALKED: ("talk", "talks"),
    ENDED: ("end", "ends"),
    DONE: ("day gone by", "days gone by"),
    "changes": ("changed row", "changed rows"),
    "same": ("row under another name", "rows under another name"),
    "headings": ("heading", "headings"),
    "list": ("kind of list", "kinds of list"),
    "map": ("column", "columns"),
    "column": ("column", "columns"),
}
"""What each kind of question is counted as."""
_OFFERS_FROM: dict[str, str] = {
    AN_OFFER: "Notes in {n} tell of an offer: did they offer you the job?",
    TALKED: "Notes in {n} tell of a talk: note it on that day?",
    ENDED: "Notes in {n} say that it’s over: is it?",
    Event.WROTE: "is a past day in {n}: did you follow up then?",
    Event.SNOOZED: "is a future day in {n}: put {them} off until then?",
    Event.I_PROMISED: "says what you’d do next in {n}: note it as what you promised?",
    Event.OFFER: "gives an offer’s last day in {n}: note it as the day to answer by?",
    Event.THEY_PROMISED: "Notes in {n} say by when they’d answer: note it as their day?",
}


@dataclass(frozen=True)
class Question:
    """One thing to decide: its sentence, the rows it is about, and one of them as an example.

    `weight` is 0 for what is about offers, then last rounds, refusals, what is alive, and the rest.
    """

    key: str
    text: str
    rows: tuple[int, ...] = ()
    example: str = ""
    weight: int = 0

    @property
    def kind(self) -> str:
        """Return the first part of the key, by which it is answered and counted."""
        return self.key.partition(":")[0]

    @property
    def number(self) -> int:
        """Return how many things are undecided with it."""
        return max(len(self.rows), 1)

    def __str__(self) -> str:
        """Return the question with its rows."""
        many = f"{len(self.rows)} rows, such as " if len(self.rows) > 1 else ""
        where = f"{many}row {self.rows[0]}" if self.rows else ""
        about = f": {self.example}" if self.example and where else ""
        return f"{self.text} ({where}{about})" if where else self.text


def check_answers(answers: Mapping[str, str]) -> None:
    """Refuse answers that fit no question; raises `FollowupError` naming what is allowed."""
    for key, answer in answers.items():
        kind = key.partition(":")[0]
        if kind not in ALLOWED:
            kinds = ", ".join(ALLOWED)
            raise FollowupError(f"{key!r} isn’t a question; a key starts with one of {kinds}.")
        if not _fits(kind, answer):
            raise FollowupError(
                f"The answer to {key!r} was {answer!r}; allowed is {ALLOWED[kind]}."
            )


def _fits(kind: str, answer: str) -> bool:
    words = answer.split()
    if kind == "status":
        standing = len(words) == 2 and words[0] in list(Stage) and words[1] in list(Status)
        return standing or answer == LATER
    if kind == "day" and answer not in (LATER, NO_DAY):
        try:
            read_day(answer)
        except FollowupError:
            return False
        return True
    if kind == "headings":
        return answer == NO or answer.isdecimal()
    allowed = {
        "dates": ("day", "month", LATER),
        TIME: (*HALVES, LATER),
        "day": (LATER, NO_DAY),
        "list": ("mine", LATER),
        "changes": (YES, NO, NEW, LATER),
        "same": (YES, NO, NEW, LATER),
    }
    return bool(words) if kind == "contact" else answer in allowed.get(kind, (YES, NO, LATER))


def refuse_unknown(answers: Iterable[str], known: Iterable[str]) -> None:
    """Raise `FollowupError` for the key of an answer that this list does not ask for."""
    asked = list(known)
    for key in answers:
        if key not in asked:
            shown = ", ".join(asked[:12]) or "nothing"
            raise FollowupError(f"{key!r} isn’t a question about this list; it asks: {shown}.")


def status_key(word: str) -> str:
    """Return the key under which the meaning of a status word is answered."""
    return f"status:{word}"


def weight(entry: Entry) -> int:
    """Return how much a row matters: 0 an offer, 1 a last round, 2 a refusal, 3 alive, 4 over."""
    events = {each.event for each in entry.events}
    if events & {Event.OFFER} and not events & {*CLOSED}:
        return 0
    if events & {*LAST_ROUND} and not events & {*CLOSED}:
        return 1
    if Event.REJECTED in events and events & {*MEETINGS}:
        return 2
    return 4 if events & {*CLOSED} else 3


def open_questions(
    entries: Sequence[Entry], hints: Mapping[str, int], orders: Mapping[str, str]
) -> list[Question]:
    """Return what the cells of the rows leave open.

    `hints` are the weights of words that are not known for certain, `orders` those of columns.
    """
    found: dict[str, list[tuple[Entry, str]]] = {}
    texts: dict[str, str] = {}
    for entry in entries:
        for kind, header, cell in entry.open:
            key = f"{kind}:{header if kind == 'dates' else cell}"
            texts.setdefault(key, _text(kind, header, cell))
            found.setdefault(key, []).append((entry, cell))
        for key, new in entry.offered:
            found.setdefault(key, []).append((entry, as_offered(new)))
            texts.setdefault(key, _OFFERS_FROM.get(key) or _OFFERS_FROM[new.event])
    made = []
    for key, rows in found.items():
        lines = tuple(dict.fromkeys(entry.row for entry, _ in rows))
        kind, _, theirs = key.partition(":")
        text, best = texts[key], sorted(rows, key=lambda pair: weight(pair[0]))
        grouped = kind in ("use", SAID, AN_OFFER, *PAST)
        if grouped:
            n = "one row" if len(lines) == 1 else f"{len(lines)} rows"
            text = text.format(n=n, them="it" if len(lines) == 1 else "them")
            text = f"{theirs} {text}" if theirs else text
        entry, cell = best[0]
        example = quoted(best) if grouped else in_words(entry, "" if kind == "status" else cell)
        heavy = 0 if kind == AN_OFFER else min(weight(best[0][0]), hints.get(theirs, 9))
        made.append(Question(key, text, lines, example, heavy))
    return made


def by_weight(questions: Iterable[Question]) -> dict[str, Question]:
    """Return questions by their key, those that matter most first, then those of most rows."""
    ordered = sorted(questions, key=lambda each: (each.weight, -len(each.rows)))
    return {each.key: each for each in ordered}


def _text(kind: str, header: str, cell: str) -> str:
    if kind == "dates":
        return f"In the column {header}, does “{cell}” start with the day or the month?"
    if kind == "day":
        return f"Which day is “{cell}” in {header}?"
    if kind == TIME:
        return f"Is the time in “{cell}” in the morning or the evening?"
    if kind == "contact":
        return f"Who is “{cell}”?"
    if kind == "section":
        return f"Some rows under “{cell}” say otherwise. Does the heading count for them?"
    return f"What does “{cell}” mean?"


def answerable(
    meanings: Mapping[str, str], rows: Iterable[tuple[int, Mapping[str, str]]]
) -> set[str]:
    """Return the keys of all questions the cells of a list can be asked about."""
    keys = {f"dates:{header}" for header in day_columns(meanings)}
    keys |= {SAID, AN_OFFER, TALKED, ENDED}
    keys |= {f"{kind}:{header}" for header in meanings for kind in ("use", DONE)}
    for header, meaning in meanings.items():
        kinds = {"status": "status", "decision": "status", "contact_name": "contact"}
        asked = ["day", TIME] if meaning.startswith("date.") else [kinds.get(meaning, "")]
        if asked == ["status"]:  # and the day in it
            asked, keys = ["status", "day", TIME], keys | {f"dates:{header}"}
            asked += ["section"] * is_section(header)
        for kind in filter(None, asked):
            keys |= {f"{kind}:{cells[header]}" for _, cells in rows if cells[header]}
    return keys
