"""What other programs did to a search: rows gone, second copies, and the last good state."""

from pathlib import Path

import pandas as pd

from followup_lib.records.errors import FollowupError, Problem
from followup_lib.records.tables import IDS, Tables
from followup_lib.store.backups import State
from followup_lib.store.csv import FILES, parse_files
from followup_lib.store.search import JobSearch

_SHOWN = 5  # ids named in one sentence


def last_good(search: JobSearch) -> State | None:
    """Return the newest earlier state that can be read, None when there is none."""
    for state in reversed(search.backups.states()):
        try:
            parse_files(state.read(), state.folder)
        except FollowupError:
            continue
        return state
    return None


def what_to_do(search: JobSearch) -> str:
    """Return the way out for a search that cannot be read, as a sentence."""
    state = last_good(search)
    if state is None:
        return "No earlier state of this search can be read; fix the cells named above."
    return (
        f"The last good state is number {state.number} of {state.day} (“{state.what}”): "
        f"`followup restore {state.number}` brings it back, and `followup undo` leads here again."
    )


def gone_since(search: JobSearch, tables: Tables) -> list[Problem]:
    """Return a note for each table from which another program took rows since the last edit."""
    states = search.backups.states()
    if not states:
        return []
    try:
        kept = parse_files(states[-1].read(), states[-1].folder)
    except FollowupError:
        return []
    notes = []
    for name, column in IDS.items():
        before, now = getattr(kept, name)[column], getattr(tables, name)[column]
        gone = before[~before.isin(now)]
        if len(gone):
            notes.append(Problem(f"{name}.csv", 0, column, _gone(gone, states[-1])))
    return notes


def _gone(ids: pd.Series, state: State) -> str:
    named = ", ".join(ids.head(_SHOWN)) + (" …" if len(ids) > _SHOWN else "")
    rows = "1 row is" if len(ids) == 1 else f"{len(ids)} rows are"
    return (
        f"{rows} gone since “{state.what}” ({named}), and this program didn’t do it. If you "
        f"didn’t remove them yourself, `followup restore {state.number}` brings them back."
    )


def second_copies(folder: Path) -> list[Problem]:
    """Return a note for each file that looks like a second copy of a table or of the settings.

    A service that syncs folders makes one when two computers saved at once.
    """
    files = sorted(path.name for path in folder.glob("*.*") if path.suffix in (".csv", ".toml"))
    return [
        Problem(
            name,
            0,
            "",
            f"looks like a second copy of {file}, as OneDrive or Dropbox makes one when two "
            "computers save at once. Nothing in it is read: compare the two, add by hand what is "
            "missing, and move it out of this folder.",
        )
        for name in files
        for file in FILES
        if _may_be_copy(name, file)
    ]


def _may_be_copy(name: str, file: str) -> bool:
    stem, _, ending = file.partition(".")
    return name not in FILES and name.lower().startswith(stem) and name.endswith(ending)
