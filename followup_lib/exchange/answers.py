"""The kinds of questions about a list, and what may be answered to each."""

from collections.abc import Iterable, Mapping

from followup_lib.exchange.day_columns import LATER, NO_DAY
from followup_lib.exchange.offered import AN_OFFER, PAST, PROMISED, SAID
from followup_lib.exchange.talk_times import HALVES, TIME
from followup_lib.records.dates import read_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.vocabulary import Stage, Status

YES, NO, NEW = "yes", "no", "new"
LIST, MOVED, STEPS, TWICE, ABOVE_KEY = "list", "moved", "steps", "twice", "above"
"""Keys of questions about a list: is it one's own, are rows out of place put back, are those of the
same names steps of one application, are those left out that say they repeat another, and have those
without a company that of the row above."""
CHANGES, SAME = "changes", "same"
"""The keys of rows that differ from what is here, and of those here under another name."""
STANDING_WORDS = f"a stage ({', '.join(Stage)}) and a status ({', '.join(Status)}), or later"
ALLOWED = {
    "dates": "day, month or later",
    TIME: "am, pm or later",
    "day": "a day such as 2026-03-16, none or later",
    "status": STANDING_WORDS,
    "contact": "their name, or later",
    **dict.fromkeys(("section", MOVED, STEPS, ABOVE_KEY, "use", TWICE), "yes, no or later"),
    **dict.fromkeys((SAID, AN_OFFER, PROMISED, *PAST), "yes, no or later"),
    CHANGES: "yes, no, new (they are other applications) or later",
    SAME: "yes, no, new (they are other applications) or later",
    "headings": "the number of the row that names the columns, or no",
    LIST: "mine or later",
}
"""What may be answered to each kind of question, by the first part of its key."""
OF_ONE_FILE = (LIST, MOVED, STEPS, TWICE, ABOVE_KEY, CHANGES, SAME, SAID, AN_OFFER, PROMISED, *PAST)
"""The kinds of questions about the rows of one file, which are asked again of the next one."""


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
        LIST: ("mine", LATER),
        CHANGES: (YES, NO, NEW, LATER),
        SAME: (YES, NO, NEW, LATER),
    }
    return bool(words) if kind == "contact" else answer in allowed.get(kind, (YES, NO, LATER))


def refuse_unknown(answers: Iterable[str], known: Iterable[str]) -> None:
    """Raise `FollowupError` for the key of an answer that this list does not ask for."""
    asked = list(known)
    for key in answers:
        if key not in asked:
            shown = ", ".join(asked[:12]) or "nothing"
            raise FollowupError(f"{key!r} isn’t a question about this list; it asks: {shown}.")
