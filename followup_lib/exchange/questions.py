"""What only the person can tell about a list, at most a handful; and what they answered."""

from collections import Counter

from followup_lib.days_in import Order, day_order, is_ambiguous
from followup_lib.exchange.aliases import Export, says_nothing, status_meaning
from followup_lib.exchange.layout import Listing
from followup_lib.exchange.meanings import is_flag
from followup_lib.exchange.reading import Reading
from followup_lib.tables import FollowupError
from followup_lib.vocabulary import CLOSED, Stage, Status

LATER = "later"
MOST = 5
"""Questions about one file."""
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


def day_orders(
    rows: Rows, meanings: dict[str, str], answers: dict[str, str], export: Export
) -> dict[str, Order]:
    """Return for each column with days which comes first: by its cells, the answer, the export."""
    orders: dict[str, Order] = {}
    for header, meaning in meanings.items():
        if meaning.startswith("date.") or meaning == "history":
            order = day_order(cells[header] for _, cells in rows)
            told = answers.get(f"dates:{header}", LATER)
            told = export.order if told == LATER and export.order else told
            if order == "unknown" and told in ("day", "month"):
                order = "day" if told == "day" else "month"
            orders[header] = order
    return orders


def status_words(
    rows: Rows, meanings: dict[str, str], answers: dict[str, str], export: Export
) -> Reading:
    """Return the stage and status of each word in the status columns, None when it is not known."""
    found: Reading = {}
    for header, meaning in meanings.items():
        if meaning not in ("status", "decision"):
            continue
        for word in dict.fromkeys(cells[header] for _, cells in rows if cells[header]):
            told = answers.get(f"status:{word}", "").split()
            found[word] = (told[0], told[1]) if len(told) == 2 else status_meaning(word, export)
    return found


def open_questions(
    listing: Listing,
    rows: Rows,
    meanings: dict[str, str],
    orders: dict[str, Order],
    statuses: Reading,
    answers: dict[str, str],
) -> dict[str, str]:
    """Return the questions by the key of their answer, those about most rows first.

    Asked is only about rows that can be alive: an outcome elsewhere in the row settles it.
    """
    alive = [cells for _, cells in rows if not _is_closed(cells, meanings, statuses)]
    found: dict[str, str] = {}
    if rows and not {"company", "job_title"} & set(meanings.values()):
        names = ", ".join(listing.header)
        found["map"] = f"Which column names the company? Found are {names}."
    for header, order in orders.items():
        unclear = (
            [c[header] for c in alive if is_ambiguous(c[header])] if order == "unknown" else []
        )
        if unclear:
            found[f"dates:{header}"] = (
                f"In the column {header}, does {unclear[0]!r} begin with the day or the month? "
                "Answer day, month or later."
            )
    unknown = Counter(
        cells[header]
        for header, meaning in meanings.items()
        for cells in alive
        if meaning in ("status", "decision") and cells[header] and not statuses[cells[header]]
    )
    for word, _ in unknown.most_common():
        if not says_nothing(word):
            found[f"status:{word}"] = (
                f"What does {word!r} mean? Answer with a stage and a status such as "
                "“applied active” or “interview rejected”, or later."
            )
    left = [key for key in found if answers.get(key) != LATER]
    return {key: found[key] for key in left[:MOST]}


def _is_closed(cells: dict[str, str], meanings: dict[str, str], statuses: Reading) -> bool:
    for header, meaning in meanings.items():
        cell = cells[header]
        if meaning in ("status", "decision") and (statuses.get(cell) or ("", ""))[1] in CLOSED:
            return True
        if meaning == "date.rejected" and (is_flag(cell) or any(c.isdigit() for c in cell)):
            return True
    return False
