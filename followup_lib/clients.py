"""Several clients on one machine: a list of what is due for each, read and never written.

All searches with the same settings are planned in one go, which is what makes two hundred of
them a matter of seconds.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from followup_lib.csv_files import FILES, read_tables
from followup_lib.dates import short_day
from followup_lib.plan import RESTING, SOON, TODAY, plan
from followup_lib.search import PRACTICE
from followup_lib.sessions import open_commitments
from followup_lib.tables import FollowupError, Tables
from followup_lib.vocabulary import Situation

DIGITS = 6
"""Letters of the number put before ids and names, so that two clients never share a person."""


@dataclass(frozen=True)
class Client:
    """One line of the list: how many rows are due, coming within 7 days, late, and at rest.

    `late` counts the client's own promises and commitments that are overdue. `next_on` is the
    next session, None when none is set. A search that cannot be read has only its `problem`.
    """

    folder: Path
    name: str
    next_on: dt.date | None = None
    due: int = 0
    coming: int = 0
    late: int = 0
    resting: int = 0
    problem: str = ""

    @property
    def misnamed(self) -> bool:
        """Whether the name inside is another than that of the folder; the practice copy is not."""
        inside, outside = _letters(self.name), _letters(self.folder.name)
        return outside not in inside and inside not in outside and self.folder.name != PRACTICE


def searches_in(home: Path) -> list[Path]:
    """Return the folders of the searches that lie in `home`, by name.

    A folder with any table of a search is one: synced halfway it is told, not passed over.
    """
    tables = (name for name in FILES if name.endswith(".csv"))
    return sorted({path.parent for name in tables for path in home.glob(f"*/{name}")})


def clients(folders: Iterable[Path], day_of: Callable[[Tables], dt.date]) -> list[Client]:
    """Return the list, the next session first, then by name; `day_of` tells the day to plan for."""
    read, unread = read_clients(folders)
    return in_order([*unread, *planned_clients(read, day_of)])


def read_clients(folders: Iterable[Path]) -> tuple[dict[Path, Tables], list[Client]]:
    """Return the tables of the searches that can be read, and a line for each that cannot."""
    read: dict[Path, Tables] = {}
    unread: list[Client] = []
    for folder in folders:
        try:
            read[folder] = read_tables(folder)
        except FollowupError as error:
            unread.append(Client(folder, folder.name, problem=str(error)))
    return read, unread


def in_order(found: Iterable[Client]) -> list[Client]:
    """Return the lines with the next session first, then by name."""
    return sorted(found, key=lambda client: (client.next_on or dt.date.max, client.name.casefold()))


def planned_clients(
    read: Mapping[Path, Tables], day_of: Callable[[Tables], dt.date]
) -> list[Client]:
    """Return a line for each search that was read."""
    found: list[Client] = []
    groups: dict[str, list[Path]] = {}
    for folder, tables in read.items():
        groups.setdefault(_settings_of(tables, day_of(tables)), []).append(folder)
    for members in groups.values():
        today = day_of(read[members[0]])
        found += _planned({folder: read[folder] for folder in members}, today)
    return found


def in_words(client: Client) -> str:
    """Return the line of a client in a sentence."""
    if client.problem:
        return f"{client.name}: cannot be read. {client.problem}"
    counts = (
        (client.due, "for today"),
        (client.coming, "coming up"),
        (client.late, "late on their side"),
        (client.resting, "at rest"),
    )
    told = ", ".join(f"{number} {what}" for number, what in counts if number) or "nothing yet"
    ahead = f" Next session: {short_day(client.next_on, client.next_on)}." if client.next_on else ""
    return f"{client.name}: {told}.{ahead}{_whose(client) if client.misnamed else ''}"


def _letters(name: str) -> str:
    """Return what of a name any folder can be called by."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _whose(client: Client) -> str:
    return (
        f" Its folder is called “{client.folder.name}”: before anything is written there, look "
        "whose search it is, then rename the folder or mend the name in settings.toml."
    )


def _settings_of(tables: Tables, today: dt.date) -> str:
    """Return what two searches must share to be planned together."""
    own = tables.settings
    return repr((own.calendar, sorted(own.pace.items()), own.seeker.cannot_use, today))


def _planned(read: dict[Path, Tables], today: dt.date) -> list[Client]:
    together = _together(list(read.values()))
    now = plan(together, today)
    rows = now.rows
    owner = (rows["application_id"] + rows["reference_id"]).str[:DIGITS]
    act = rows["situation"] != Situation.REST
    late = (rows["promise_id"] != "") & (rows["due_on"] < now.facts.today)
    counts = pd.DataFrame(
        {
            "due": rows["when"] == TODAY,
            "coming": rows["when"] == SOON,
            "late": late & act,
            "resting": rows["when"] == RESTING,
        }
    )
    counts = counts.groupby(owner).sum()
    return [
        _client(folder, tables, today, counts.reindex([_number(n)], fill_value=0).iloc[0])
        for n, (folder, tables) in enumerate(read.items())
    ]


def _client(folder: Path, tables: Tables, today: dt.date, counts: pd.Series) -> Client:
    ahead = tables.sessions.loc[tables.sessions["next_on"] >= pd.Timestamp(today), "next_on"]
    overdue = open_commitments(tables)["due_on"] < pd.Timestamp(today)
    return Client(
        folder,
        tables.settings.seeker.name or folder.name,
        next_on=ahead.min().date() if len(ahead) else None,
        due=int(counts["due"]),
        coming=int(counts["coming"]),
        late=int(counts["late"]) + int(overdue.sum()),
        resting=int(counts["resting"]),
    )


def _number(n: int) -> str:
    return f"{n:0{DIGITS}d}"


def _together(several: list[Tables]) -> Tables:
    """Return all rows as one search, with the number of its client before every id and name."""

    def joined(name: str, *marked: str) -> pd.DataFrame:
        frames: list[pd.DataFrame] = [getattr(tables, name) for tables in several]
        numbers = [_number(n) for n, frame in enumerate(frames) for _ in range(len(frame))]
        table = pd.concat(frames, ignore_index=True)
        number = pd.Series(numbers, table.index, dtype="str")
        cells = {
            column: (number + table[column]).where(table[column] != "", "") for column in marked
        }
        return table.assign(**cells)

    contact = ("contact_name", "contact_email", "contact_phone")
    return Tables(
        joined("applications", "application_id", "company", "agency", *contact),
        joined("people", "application_id", "name", "email", "phone"),
        joined("timeline", "application_id", "event_id", "refers_to", "who"),
        joined("references", "reference_id", "name", "email", "phone"),
        settings=several[0].settings,
    )
