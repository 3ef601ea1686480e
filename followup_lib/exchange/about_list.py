"""What is asked of a list as a whole, and of rows that are not read as they stand."""

from collections.abc import Mapping, Sequence

from followup_lib.exchange.answers import CHANGES, LIST, MOVED, SAME
from followup_lib.exchange.changes import Change
from followup_lib.exchange.entries import Rows
from followup_lib.exchange.layout import BROKEN, OTHER, Listing
from followup_lib.exchange.meanings import PUZZLING
from followup_lib.exchange.questions import Question
from followup_lib.exchange.sheets import ALIVE
from followup_lib.exchange.shifts import Moved, shown

_ALIKE = "Is this the same application under another name?"


def about_list(
    listing: Listing, meanings: Mapping[str, str], rows: Rows, about: str
) -> list[Question]:
    """Return what is asked of a list: whose it is (`about`), and of columns that puzzle."""
    why, _, ask = about.rpartition(". ")
    asked = [Question(LIST, ask, (), f"{why}.")] if about else []
    if rows and not {"company", "job_title"} & set(meanings.values()):
        names = ", ".join(listing.header)
        asked.append(Question("map", f"Which column names the company? We found {names}."))
    for header, meaning in meanings.items():
        if meaning in PUZZLING:
            reason = meaning.partition(": ")[2]
            why = f"{reason[:1].upper()}{reason[1:]}."
            asked.append(Question(f"column:{header}", f"What is in {header}?", (), why, 3))
    return asked


def about_rows(
    moved: Sequence[Moved], changes: Sequence[Change], listing: Listing
) -> list[Question]:
    """Return what is asked of rows out of place, of other tables, and of rows that changed."""
    asked = []
    if moved:
        lines = tuple(each.row for each in moved)
        meant = next((each for each in moved if each.meant), None)
        text = "A comma without quotes shifted some cells. "
        text += "Put them back as shown?" if meant else "Fix them in your file."
        example = "; ".join(shown(meant, listing.header)) if meant else ""
        asked.append(Question(MOVED, text, lines, example, ALIVE))
    for each in listing.aside:
        if each.kind == BROKEN:
            text = "A quotation mark opens and never closes. Fix it in your file."
            asked.append(Question("quote", text, (each.row,), weight=ALIVE))
    table = [each for each in listing.aside if each.kind == OTHER]
    if table:
        text = "There’s another table below the list. Bring it in from a sheet of its own."
        lines = tuple(each.row for each in table)
        example = ", ".join(filter(None, table[0].cells))
        asked.append(Question("table", text, lines, example, ALIVE))
    differ = [each for each in changes if not each.alike]
    if differ:
        lines = tuple(each.row for each in differ)
        text = f"{len(differ)} of {len(listing.rows)} rows "
        text += "differs" if len(differ) == 1 else "differ"
        text += f" from what is here: update {'it' if len(differ) == 1 else 'them'}?"
        asked.append(Question(CHANGES, text, lines, differ[0].names, 1))
    alike = [each for each in changes if each.alike]
    if alike:
        lines = tuple(each.row for each in alike)
        example = f"{alike[0].names}; here it is {alike[0].alike}"
        asked.append(Question(SAME, _ALIKE, lines, example, 0))
    return asked
