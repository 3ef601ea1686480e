"""What only the person can tell about a list, as questions; those that matter most come first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from followup_lib.exchange.answers import ABOVE_KEY, CHANGES, LIST, MOVED, SAME, STEPS, TWICE
from followup_lib.exchange.day_columns import day_columns
from followup_lib.exchange.entries import Entry
from followup_lib.exchange.offered import AN_OFFER, DONE, PAST, PROMISED, SAID
from followup_lib.exchange.past_told import ENDED, SENT, TALKED
from followup_lib.exchange.quoting import as_offered, in_words, quoted
from followup_lib.exchange.sections import is_section
from followup_lib.exchange.talk_times import TIME
from followup_lib.records.vocabulary import CLOSED, LAST_ROUND, MEETINGS, Event

NOUNS = {
    "dates": ("day", "days"),
    "day": ("day", "days"),
    TIME: ("time", "times"),
    "status": ("status", "statuses"),
    "contact": ("contact", "contacts"),
    "section": ("status", "statuses"),
    MOVED: ("row out of place", "rows out of place"),
    ABOVE_KEY: ("row without a company", "rows without a company"),
    STEPS: ("row with the same names", "rows with the same names"),
    TWICE: ("repeated row", "repeated rows"),
    "quote": ("row out of place", "rows out of place"),
    "table": ("row of another table", "rows of another table"),
    "use": ("suggestion", "suggestions"),
    SAID: ("suggestion", "suggestions"),
    AN_OFFER: ("offer", "offers"),
    PROMISED: ("promise", "promises"),
    TALKED: ("talk", "talks"),
    ENDED: ("end", "ends"),
    SENT: ("message", "messages"),
    DONE: ("past day", "past days"),
    CHANGES: ("changed row", "changed rows"),
    SAME: ("row under another name", "rows under another name"),
    "headings": ("heading", "headings"),
    LIST: ("kind of list", "kinds of list"),
    "map": ("column", "columns"),
    "column": ("column", "columns"),
}
"""What each kind of question is counted as."""
_OFFERS_FROM: dict[str, str] = {
    AN_OFFER: "Notes in {n} mention an offer: did they offer you the job?",
    PROMISED: "Notes in {n} say what you’d do: note it as what you promised?",
    TALKED: "Notes in {n} mention a talk: note it on that day?",
    ENDED: "Notes in {n} say that it’s over: is it?",
    SENT: "Notes in {n} mention messages you sent or got: log each one?",
    Event.WROTE: "is a past day in {n}: did you follow up then?",
    Event.SNOOZED: "is a future day in {n}: put {them} off until then?",
    Event.I_PROMISED: "says what you’d do next in {n}: note it as what you promised?",
    Event.OFFER: "gives a deadline for an offer in {n}: note it as the day to answer by?",
    Event.THEY_PROMISED: "Notes in {n} say when they’d answer: note that as their date?",
}
_SEVERAL = "says what you’d do, or by when to answer, in {n}: note each one?"
"""What is asked of a column that tells several of these."""


@dataclass(frozen=True)
class Question:
    """One thing to decide: its sentence, the rows it is about, and one of them as an example.

    Where it is about no row, the example says why it is asked.
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

    @property
    def about(self) -> str:
        """Return its rows and the example, or why it is asked."""
        if not self.rows:
            return self.example
        many = f"{len(self.rows)} rows, such as " if len(self.rows) > 1 else ""
        return f"{many}row {self.rows[0]}{f': {self.example}' if self.example else ''}"

    def __str__(self) -> str:
        """Return the question with its rows."""
        return f"{self.text} ({self.about})" if self.rows else f"{self.text} {self.about}".strip()


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
            text = _OFFERS_FROM.get(key) or _OFFERS_FROM[new.event]
            texts[key] = text if texts.get(key, text) == text else _SEVERAL
    made = []
    for key, rows in found.items():
        kind, _, theirs = key.partition(":")
        text, best = texts[key], sorted(rows, key=lambda pair: weight(pair[0]))
        lines = tuple(dict.fromkeys(entry.row for entry, _ in best))  # that of the example first
        grouped = kind in ("use", SAID, AN_OFFER, PROMISED, *PAST)
        if grouped:
            n = "one row" if len(lines) == 1 else f"{len(lines)} rows"
            text = text.format(n=n, them="it" if len(lines) == 1 else "them")
            text = f"“{theirs}” {text}" if theirs else text
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
        return f"In the column “{header}”, does “{cell}” start with the day or the month?"
    if kind == "day":
        return f"Which day is “{cell}” in “{header}”?"
    if kind == TIME:
        return f"Is the time in “{cell}” in the morning or the evening?"
    if kind == "contact":
        return f"Who is “{cell}”?"
    if kind == "section":
        return f"Some rows under “{cell}” say something else. Does the heading apply to them?"
    return f"What does “{cell}” mean?"


def answerable(
    meanings: Mapping[str, str], rows: Iterable[tuple[int, Mapping[str, str]]]
) -> set[str]:
    """Return the keys of all questions the cells of a list can be asked about."""
    keys = {f"dates:{header}" for header in day_columns(meanings)}
    keys |= {SAID, AN_OFFER, PROMISED, TALKED, ENDED, SENT}
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
