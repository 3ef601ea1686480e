"""Which of an import's questions are put to a person: a handful, about rows that can be alive."""

from collections import Counter
from collections.abc import Mapping

from followup_lib.exchange.dates_in import is_ambiguous
from followup_lib.exchange.reading import Entry
from followup_lib.vocabulary import CLOSED

HANDFUL = 5
"""Questions a person is asked about one file, in all."""


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
            asked.add(f"status:{cells[header]}")
        elif meaning.startswith("date.") and is_ambiguous(cells[header]):
            asked.add(f"dates:{header}")
    return asked
