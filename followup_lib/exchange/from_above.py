"""Rows that name no company of their own: ditto marks, blanks beneath, a line that goes on."""

from collections.abc import Collection, Mapping, Sequence

from followup_lib.exchange.answers import ABOVE_KEY
from followup_lib.exchange.entries import Rows
from followup_lib.exchange.kinds import REACH, kind
from followup_lib.exchange.layout import ABOVE, Aside
from followup_lib.exchange.questions import Question
from followup_lib.exchange.sections import is_section

SAME_ABOVE = ("↳", "〃", '"', "''", "ditto", "same", "same as above", "see above", "do.")
"""What people write for the company of the row above."""
_TEXT = "Some rows have no company. Is it the same as the row above?"
_STANDS = ("status", "decision", "history")
_WHO = ("contact_name", "contact_role", "contact_email", "contact_phone")


def continued(
    rows: Rows, meanings: Mapping[str, str], apart: Collection[int]
) -> tuple[Rows, list[Aside]]:
    """Return the rows with what goes on in the line below joined to them, and those lines.

    Such a line names nothing and tells of no day: it holds another person, or more notes. `apart`
    are the lines of what parts the rows.
    """
    meanings = {header: each for header, each in meanings.items() if not is_section(header)}
    names = [_header(meanings, name) for name in ("company", "job_title")]
    joined: list[tuple[int, dict[str, str]]] = []
    aside: list[Aside] = []
    last = 0
    for line, cells in rows:
        alone = not names[0] or any(cells.get(name) for name in names) or not joined
        if not alone and not _tells(cells, meanings) and not any(last < n < line for n in apart):
            first, above = joined[-1]
            if more := _more(above, cells, meanings):
                joined[-1] = (first, more)
                why = f"continues row {first}: its cells are added there"
                aside.append(Aside(line, why, list(cells.values()), ABOVE))
                last = line
                continue
        joined.append((line, cells))
        last = line
    return joined, aside


def _tells(cells: Mapping[str, str], meanings: Mapping[str, str]) -> bool:
    """Tell whether a row says when something happened, or how it stands."""
    told = (h for h, m in meanings.items() if m.startswith("date.") or m in _STANDS)
    return any(cells[header] for header in told)


def _more(
    above: dict[str, str], cells: Mapping[str, str], meanings: Mapping[str, str]
) -> dict[str, str] | None:
    """Return the cells of a row with those of the line below, None where both tell the same."""
    more = dict(above)
    who = [header for header, meaning in meanings.items() if meaning in _WHO]
    person = [cells[header] for header in who if cells[header]]
    known = any(above[header] for header in who)
    name = _header(meanings, "contact_name")
    if person and known and not name:
        return None
    way = _header(meanings, REACH.get(kind(cells[name]), "")) if name else ""
    another = known and bool(name and cells[name]) and not above.get(way)
    if another:
        more[name] = "; ".join(filter(None, [above[name], ", ".join(person)]))
    for header, meaning in meanings.items():
        cell = cells[header]
        if not cell or (another and header in who):
            continue
        if above[header] and not meaning.startswith(("notes", "kept")):
            return None
        more[header] = "\n".join(filter(None, [above[header], cell]))
    return more


def from_above(rows: Rows, meanings: Mapping[str, str], *, beneath: bool) -> list[int]:
    """Fill in the company of the row above where a mark says so; return the lines of bare rows.

    A row is bare that has a blank for the company, and a position or something that happened.
    `beneath` tells that a person said those belong to the company above; then they are filled in,
    too, and those without a position with that above.
    """
    company, title = (_header(meanings, name) for name in ("company", "job_title"))
    above = {"": ""}
    bare: list[int] = []
    for line, cells in rows if company else ():
        name = cells[company]
        blank = not name and (bool(title and cells[title]) or _tells(cells, meanings))
        if above.get(company) and (name.casefold() in SAME_ABOVE or (blank and beneath)):
            cells[company] = above[company]
            if blank and title:
                cells[title] = cells[title] or above[title]
        if above.get(company) and blank:
            bare.append(line)
        above = cells if cells[company] else above
    return bare


def asked_above(
    bare: Sequence[int], rows: Mapping[int, Mapping[str, str]], weight: int
) -> list[Question]:
    """Return the one question about bare rows, none when there are none."""
    if not bare:
        return []
    example = ", ".join([cell for cell in rows[bare[0]].values() if cell][:3])
    return [Question(ABOVE_KEY, _TEXT, tuple(bare), example, weight)]


def _header(meanings: Mapping[str, str], wanted: str) -> str:
    return next((header for header, meaning in meanings.items() if meaning == wanted), "")
