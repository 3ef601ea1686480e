"""What only the person can tell about a list, at most a handful; and what they answered."""

from collections import Counter
from collections.abc import Mapping

from followup_lib.exchange.aliases import Export, status_meaning
from followup_lib.exchange.reading import Entry, Reading
from followup_lib.reading.days import Order, day_order, is_ambiguous
from followup_lib.reading.statuses import says_nothing
from followup_lib.records.errors import FollowupError
from followup_lib.records.vocabulary import CLOSED, Stage, Status

LATER = "later"
HANDFUL = 5
"""Questions a person is asked about one file, in all."""
Rows = list[tuple[int, dict[str, str]]]
"""The line of each row, and its cells by the column they stand in."""


def check_answers(answers: dict[str, str]) -> None:
    """Refuse answers that fit no question; raises `FollowupError`."""
    for key, answer in answers.items():
        kind = key.partition(":")[0]
        words = answer.split()
        fits = {
            "dates": answer in ("day", "month", LATER),
            "status": answer == LATER
            or (len(words) == 2 and words[0] in list(Stage) and words[1] in list(Status)),
        }
        if kind not in fits:
            raise FollowupError(f"{key!r} is no question; keys begin with dates: or status:.")
        if not fits[kind]:
            stages = f"a stage ({', '.join(Stage)}) and a status ({', '.join(Status)}), or later"
            allowed = "day, month or later" if kind == "dates" else stages
            raise FollowupError(f"The answer to {key!r} was {answer!r}; allowed is {allowed}.")


def status_key(word: str) -> str:
    """Return the key under which the meaning of a status word is answered."""
    return f"status:{word}"


def day_orders(
    rows: Rows, meanings: dict[str, str], answers: dict[str, str], export: Export
) -> dict[str, Order]:
    """Return for each column with days which comes first: by its cells, the answer, the export."""
    orders: dict[str, Order] = {}
    for header, meaning in meanings.items():
        if meaning.startswith("date.") or meaning == "history":
            order = day_order(cells[header] for _, cells in rows)
            answer = answers.get(f"dates:{header}", LATER)
            answer = export.order if answer == LATER and export.order else answer
            if order == "unknown" and answer in ("day", "month"):
                order = "day" if answer == "day" else "month"
            orders[header] = order
    return orders


def standings(
    rows: Rows, meanings: dict[str, str], answers: dict[str, str], export: Export
) -> Reading:
    """Return the stage and status of each word in the status columns, None when it is not known."""
    statuses: Reading = {}
    for header, meaning in meanings.items():
        if meaning not in ("status", "decision"):
            continue
        for word in dict.fromkeys(cells[header] for _, cells in rows if cells[header]):
            answer = answers.get(status_key(word), "").split()
            known = (answer[0], answer[1]) if len(answer) == 2 else None
            statuses[word] = known or status_meaning(word, export)
    return statuses


def open_questions(
    rows: Rows,
    meanings: dict[str, str],
    orders: dict[str, Order],
    statuses: Reading,
    answers: dict[str, str],
) -> dict[str, str]:
    """Return what the cells leave open, by the key its answer is given under."""
    questions: dict[str, str] = {}
    for header in (header for header, order in orders.items() if order == "unknown"):
        unclear = [cells[header] for _, cells in rows if is_ambiguous(cells[header])]
        if unclear:
            questions[f"dates:{header}"] = (
                f"In the column {header}, does “{unclear[0]}” begin with the day or the month?"
            )
    for word, meaning in statuses.items():
        if meaning is None and not says_nothing(word):
            questions[status_key(word)] = f"What does “{word}” mean?"
    return {key: text for key, text in questions.items() if answers.get(key) != LATER}


def worth_asking(
    questions: Mapping[str, str],
    entries: list[Entry],
    cells: Mapping[int, Mapping[str, str]],
    meanings: Mapping[str, str],
    *,
    answered: int = 0,
) -> dict[str, str]:
    """Return the questions that matter to most rows that can be alive, most rows first.

    `cells` are the rows as they stand in the file, `meanings` those of their columns. What no
    such row waits for is not asked, and nothing beyond a handful, those `answered` included:
    these cells stay in the notes as they are.
    """
    waiting: Counter[str] = Counter()
    for entry in entries:
        if can_be_alive(entry):
            waiting.update(_asked_by(cells[entry.row], meanings) & questions.keys())
    asked = [key for key, _ in waiting.most_common(max(HANDFUL - answered, 0))]
    return {key: questions[key] for key in asked}


def can_be_alive(entry: Entry) -> bool:
    """Tell whether nothing read from a row says that its application has ended."""
    return not {each.event for each in entry.events} & {*CLOSED}


def _asked_by(cells: Mapping[str, str], meanings: Mapping[str, str]) -> set[str]:
    asked = set()
    for header, meaning in meanings.items():
        if meaning in ("status", "decision"):
            asked.add(status_key(cells[header]))
        elif meaning.startswith(("date.", "history")) and is_ambiguous(cells[header]):
            asked.add(f"dates:{header}")
    return asked
