"""Where the cells of a column tell against its name: they decide."""

from collections.abc import Mapping, Sequence

from followup_lib.exchange.both_names import BOTH, comes_apart
from followup_lib.exchange.kinds import (
    DAY,
    EMAIL,
    LINK,
    PAY,
    PHONE,
    REACH,
    TICK,
    is_link,
    is_person,
    is_role,
    kind,
    main_kind,
    most,
    names_a_role,
    same_in_all,
    sample,
)
from followup_lib.reading.standings import status_meaning
from followup_lib.reading.words import plain
from followup_lib.records.vocabulary import MEETINGS

DAYS_ALIKE = 3
"""Rows from which on one and the same meeting day in all of them says nothing."""
OR_NOTES = {
    "statusnotes", "statusandnotes", "notesstatus", "wherearewe", "whereweare", "whatnow", "update",
    "updates", "latest", "what",
}  # fmt: skip
"""Names of columns that tell how each one stands where most of their cells do; else notes."""
SUMS = "kept: amounts of money, not days"
SAME_DAY = "kept: it holds the same day in every row; choose what that is"
OWN = "kept: the same in every row, so it’s probably your own"
_EMPLOYER = {"company", "companyname", "employer", "employername", "firm"}
_MAY_EMPLOY = {"university", "college", "universidad", "org", "outfit"}
"""Names of columns of employers, and of those that are only where no other column is."""
_ADDRESSES = REACH | {LINK: "kept"}
_CONTACT = ("contact_name", "contact_email", "contact_phone", "contact_role")


def by_cells(header: str, named: str, cells: Sequence[str], rows: int, country: str) -> str:
    """Return the meaning of a name, or another where most cells tell that it misleads.

    A column called Phone that holds numbers is no first call, one called Offer with sums no day.
    """
    found = main_kind(cells, country)
    if plain(header) in OR_NOTES and not most(cells, _stands):
        return "notes"
    if named == "next_step" and plain(header) == "action" and most(cells, _stands):
        return "status"
    if named == BOTH and not comes_apart(cells):
        return "company"
    if named == "source" and cells and all(is_link(cell) for cell in cells):
        return "job_url"
    if named == "job_url" and cells and not any(is_link(cell) or "://" in cell for cell in cells):
        return "kept: none of its cells is a web address"
    if named.startswith("date."):
        return _named_as_days(header, named, cells, rows, found)
    if named in ("contact_name", "contact_email", "contact_phone") and found in _ADDRESSES:
        return _ADDRESSES[found]
    if named == "contact_name" and found in (DAY, TICK) and plain(header) == "recruiter":
        return "date.screen"
    if named in ("company", "job_title") and found in (EMAIL, LINK, DAY):
        return "contact_email" if found == EMAIL else "kept"
    return named


def _named_as_days(header: str, named: str, cells: Sequence[str], rows: int, found: str) -> str:
    event = named.removeprefix("date.")
    if found == PHONE and "phone" in plain(header):
        return "contact_phone"
    if found == PAY:
        return SUMS
    if found in (EMAIL, LINK):
        return _ADDRESSES[found]
    if event == "follow_up" and cells and not any(kind(cell) == DAY for cell in sample(cells)):
        return "next_step"
    if "recruiter" in plain(header) and most(cells, is_person):
        return "contact_name"
    if plain(header) == "day" and found != DAY:
        return "kept"
    alike = event in MEETINGS and len(cells) == rows >= DAYS_ALIKE and len(set(cells)) == 1
    if alike and kind(cells[0]) == DAY:
        return SAME_DAY
    return named


def settle_between(
    cells: Mapping[str, Sequence[str]],
    meanings: Mapping[str, str],
    rows: int,
    said: frozenset[str],
) -> dict[str, str]:
    """Return other meanings for columns that another column of the list makes something else.

    `said` are the columns whose meaning somebody told. `Name` beside a company is a person,
    `University` is kept, `Title` beside a position is the contact's, and what is the same in every
    row is the seeker's.
    """
    headers = [header for header in cells if header not in said]
    employer = any(
        meaning == BOTH or (meaning == "company" and plain(header) in _EMPLOYER)
        for header, meaning in meanings.items()
    )
    settled: dict[str, str] = {}
    for header in headers:
        others = [meanings[other] for other in cells if other != header]
        if meanings[header] == "company" and plain(header) == "name" and "company" in others:
            settled[header] = _name(cells[header], others)
        if meanings[header] == "company" and plain(header) in _MAY_EMPLOY and employer:
            settled[header] = "kept: another column names the company"
        if meanings[header] == "job_title" and plain(header) in ("title", "role"):
            settled[header] = _title(header, cells, meanings)
        if meanings[header] in _CONTACT[1:3] and _is_own(header, cells, meanings, rows):
            settled[header] = OWN
    if OWN in settled.values():
        for header in headers:
            alike = len(cells[header]) == rows and same_in_all(cells[header])
            if alike and meanings[header] in _CONTACT and header not in settled:
                settled[header] = OWN
    return settled


def _name(cells: Sequence[str], others: Sequence[str]) -> str:
    """Return what a column called Name beside a company holds: the position, or a person."""
    jobs = "contact_name" in others or most(cells, names_a_role)
    if jobs and "job_title" not in others:
        return "job_title"
    return "contact_name" if most(cells, is_person) else "kept"


def _stands(cell: str) -> bool:
    return status_meaning(cell) is not None


def _title(header: str, cells: Mapping[str, Sequence[str]], meanings: Mapping[str, str]) -> str:
    """Return what a column called Title holds: the position, or the role of the contact."""
    order = list(cells)
    before = meanings[order[order.index(header) - 1]] if order.index(header) else ""
    clearer = any(
        meanings[other] == "job_title" and plain(other) not in ("title", plain(header))
        for other in order
    )
    if not clearer:
        return "job_title"
    beside = before in _CONTACT or most(cells[header], is_role)
    return "contact_role" if beside else "kept: another column names the position"


def _is_own(
    header: str, cells: Mapping[str, Sequence[str]], meanings: Mapping[str, str], rows: int
) -> bool:
    """Tell whether the same address stands in every row, and is of none of the companies."""
    column = cells[header]
    if len(column) < rows or not same_in_all(column):
        return False
    named = next((other for other in cells if meanings[other] == "company"), "")
    companies = {plain(cell) for cell in cells.get(named, [])}
    domain = plain(column[0].rpartition("@")[2])
    if len(companies) < 2:
        return False
    words = {word for cell in cells.get(named, []) for word in map(plain, cell.split())}
    return not any(len(word) > 3 and word in domain for word in words)
