"""Rows whose cells a comma without quotes has moved: known by what the cells are, and put back."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from followup_lib.exchange.kinds import (
    DAY,
    EMAIL,
    FILE,
    LINK,
    PAY,
    PHONE,
    STATUS,
    TICK,
    TYPED,
    kind,
    main_kind,
)
from followup_lib.exchange.layout import Listing
from followup_lib.reading.names import is_company

MOST_COMMAS, MOST_WAYS = 3, 2000
"""Commas of one row, and ways to put it back, that are looked into."""
STRONG, IMPLAUSIBLE, LIKELY = 2, 6, 1
"""A cell of another kind than its column; a join nobody writes; one that many write."""
_NAMED = {"contact_email": EMAIL, "job_url": LINK, "contact_phone": PHONE, "status": STATUS}
_CODE = re.compile(r"[A-Z]{2,3}(?: \d{4,5}(?:-\d{4})?| \([^)]*\))?|remote|hybrid", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:inc|llc|ltd|corp|co|plc|gmbh|ag|lp|llp|pc|pllc|s\.?a|jr|sr)\.?", re.I)
_COUNTRY = re.compile(r"usa|united states|u\.s\.a?\.?|uk|canada|australia|germany|india", re.I)
_TYPED = re.compile(
    r"(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4})(?:[ T,].{0,20})?"
    r"|(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.\w+|\S+\.(?:pdf|docx?)"
)
"""What is never the name of a company, a position or a place: a day, an address, a file."""
_THOUSANDS = re.compile(r"[$€£₹]?\d{1,3}(?:,\d{2,3})*"), re.compile(r"\d{2,3}(?:\D.*)?", re.DOTALL)


@dataclass(frozen=True)
class Moved:
    """A row as it stands in the file, and as it was meant, None when that cannot be told."""

    row: int
    why: str
    cells: list[str]
    meant: list[str] | None


def find_moved(
    listing: Listing, meanings: Mapping[str, str]
) -> tuple[list[tuple[int, list[str]]], list[Moved]]:
    """Return the rows whose cells stand under their names, and those whose do not.

    A row of as many cells as the header has moved when cells of it are of other kinds than their
    columns, and joining two of them makes every one fit.
    """
    width = len(listing.header)
    sound = [row for _, row in listing.rows if not any(row[width:])]
    expected = [
        _expected(meanings[header], [row[place] for row in sound if row[place]])
        for place, header in enumerate(listing.header)
    ]
    seen = [{row[place] for row in sound} for place in range(width)]
    misfits = [
        {cell: cost for cell in known if each and (cost := _misfit(cell, each))}
        for known, each in zip(seen, expected, strict=True)
    ]
    odd = [(place, costs) for place, costs in enumerate(misfits) if costs]
    rows, moved = [], []
    for line, row in listing.rows:
        longer = any(row[width:])
        cost = sum(known.get(row[place], 0) for place, known in odd)
        if not longer and cost < STRONG:
            rows.append((line, row[:width]))
            continue
        meant = _meant(row, width, expected, seen, listing.joint) if listing.joint else None
        if longer:
            why = "has more fields than the header: a comma in it probably lacks quotes"
            moved.append(Moved(line, why, row, meant))
        elif meant and _cost(meant, expected) == 0 and not row[width - 1 :][0]:
            why = "has cells under the wrong names: a comma in it probably lacks quotes"
            moved.append(Moved(line, why, row, meant))
        elif _is_shifted(row, listing.header, meanings):
            why = "has a link, a file or a day as status: a comma in it probably lacks quotes"
            moved.append(Moved(line, why, row, meant))
        else:
            rows.append((line, row[:width]))
    return rows, moved


def _is_shifted(row: Sequence[str], header: Sequence[str], meanings: Mapping[str, str]) -> bool:
    places = (place for place, name in enumerate(header) if meanings[name] == "status")
    return any(kind(row[place]) in (LINK, FILE, DAY) for place in places)


def _expected(meaning: str, cells: Sequence[str]) -> str:
    """Return the kind of a column: by what it means, else by what most of its cells are."""
    if meaning.startswith("date."):
        return DAY
    if meaning in ("company", "job_title", "location", "contact_name", "agency", "source"):
        return "names"
    if meaning in _NAMED:
        return _NAMED[meaning]
    found = "" if meaning == "notes" else main_kind(cells, "US")
    return found if found in TYPED else ""


def _cost(cells: Sequence[str], expected: Sequence[str]) -> int:
    return sum(map(_misfit, cells, expected))


def _misfit(cell: str, expected: str) -> int:
    if not cell or not expected:
        return 0
    if expected == "names":
        return STRONG if _TYPED.fullmatch(cell) else 0
    found = kind(cell)
    if found in (expected, "") or (expected in (DAY, STATUS) and found == TICK):
        return 0
    if expected == DAY and found in (PHONE, PAY):  # a number may be a day, and a sum an offer
        return 0
    return STRONG if found in TYPED else 1


def _meant(
    row: list[str],
    width: int,
    expected: Sequence[str],
    seen: Sequence[set[str]],
    joint: str,
) -> list[str] | None:
    """Return the one way to join cells of a row that makes most of them fit, else None."""
    while row and not row[-1]:
        row = row[:-1]
    extra = len(row) - width
    counts = [extra] if extra > 0 else [1, 2]
    ways: dict[tuple[str, ...], int] = {}
    for count in counts:
        if count <= MOST_COMMAS:
            for gaps in islice(combinations(range(len(row) - 1), count), MOST_WAYS):
                cells, price = _joined(row, gaps, joint)
                cells += [""] * (width - len(cells))
                price += 10 * _cost(cells, expected) + 3 * count
                price += 4 * sum(_SUFFIX.fullmatch(cell) is not None for cell in cells)
                price -= sum(cell in known for cell, known in zip(cells, seen, strict=True) if cell)
                ways.setdefault(tuple(cells), price)
    best = min(ways.values(), default=0)
    cheapest = [list(cells) for cells, price in ways.items() if price == best]
    fits = len(cheapest) == 1 and _cost(cheapest[0], expected) < STRONG
    return cheapest[0] if fits else None


def _joined(row: list[str], gaps: Sequence[int], joint: str) -> tuple[list[str], int]:
    """Return a row with the cells beside each gap joined, and how odd these joins are."""
    cells, price = row[:1], 0
    for place, cell in enumerate(row[1:]):
        if place not in gaps:
            cells.append(cell)
            continue
        first, rest = _THOUSANDS
        number = first.fullmatch(cells[-1]) and rest.fullmatch(cell)
        price += -LIKELY * 5 if number else _oddity(cells[-1], cell)
        cells[-1] = f"{cells[-1]}{joint}{'' if number else ' '}{cell}"
    return cells, price


def _oddity(left: str, right: str) -> int:
    if not left or not right or kind(left) in TYPED or kind(right) in TYPED:
        return 10 * IMPLAUSIBLE
    usual = _SUFFIX.fullmatch(right) or _CODE.fullmatch(right) or _COUNTRY.fullmatch(right)
    return -LIKELY * 5 if usual else -LIKELY * 2 if is_company(right) and len(right) < 12 else 0


def shown(each: Moved, header: Sequence[str]) -> Iterator[str]:
    """Yield each cell of a row as it was meant, with its column."""
    for name, cell in zip(header, each.meant or (), strict=False):
        if cell:
            yield f"{name}: {cell}"
