"""The timeline in order, asked for the last row of each application: how facts are found.

A *place* is the number of a row in order, -1 for none. Groups (applications, persons) are numbers
as well, -1 for a row that belongs to none. Searching by number costs the same few lines whether a
search has twenty rows or a million.
"""

from copy import copy

import numpy as np
import pandas as pd

from followup_lib.records.vocabulary import Event

NO_DAY = np.datetime64("NaT", "s")
Columns = dict[str, np.ndarray]
"""Columns of the facts by name, one value for each application."""

_NUMBER = {event.value: number for number, event in enumerate(Event)}


def find(index: pd.Index, wanted: pd.Series | np.ndarray) -> np.ndarray:
    """Return the place of each wanted value in an index of values that stand in it once."""
    return np.asarray(index.get_indexer(pd.Index(wanted)))


def last_of(groups: np.ndarray, n: int, places: np.ndarray) -> np.ndarray:
    """Return for each of n groups the last of `places`, given in order with their groups."""
    found = np.full(n + 1, -1)  # one group more, for what belongs to none
    found[groups] = places  # of several, the last one stays
    return found[:-1]


def searches_of(ids: pd.Index, mark: int) -> np.ndarray:
    """Return the number of the search that each application is of: 0 for all, but in several."""
    return np.asarray(pd.factorize(ids.str[:mark])[0]) if mark else np.zeros(len(ids), int)


def latest_of(groups: np.ndarray, n: int, days: np.ndarray) -> np.ndarray:
    """Return for each of n groups the latest of `days`, NaT when there is none."""
    found = np.full(n + 1, NO_DAY)
    np.fmax.at(found, groups, days)
    return found[:-1]


def earliest_of(groups: np.ndarray, n: int, days: np.ndarray) -> np.ndarray:
    """Return for each of n groups the earliest of `days`, NaT when there is none."""
    found = np.full(n + 1, NO_DAY)
    np.fmin.at(found, groups, days)
    return found[:-1]


def at(values: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Return the values at these places; where there is none: "", NaT, no place, or False."""
    nothing = {"M": NO_DAY, "i": -1, "b": False}.get(values.dtype.kind, "")
    found = np.full(len(places), nothing, values.dtype)
    known = places >= 0
    found[known] = values[places[known]]
    return found


class Log:
    """Rows of a timeline in order (see `ledger.in_order`), each with its application.

    `rows` are the rows; their column `job` is the number of each one's application among
    `applications`.
    """

    def __init__(self, rows: pd.DataFrame, applications: pd.Index) -> None:
        self.rows, self.applications, self.n = rows, applications, len(applications)
        self._columns: Columns = {}
        self._codes: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        self.job = np.asarray(rows["job"])
        self._event = find(pd.Index(list(_NUMBER)), rows["event"])

    def until(self, today: np.datetime64) -> "Log":
        """Return the log without the rows later than a day, and what follows them at its end."""
        later = np.flatnonzero(self["on"] > today)
        end = int(later[0]) if len(later) else len(self.rows)
        head = copy(self)
        head._columns, head._codes = {}, {}
        head.rows, head.job, head._event = self.rows[:end], self.job[:end], self._event[:end]
        return head

    def __getitem__(self, column: str) -> np.ndarray:
        """Return a column of the rows."""
        if column not in self._columns:
            self._columns[column] = np.asarray(self.rows[column])
        return self._columns[column]

    def was(self, *events: str) -> np.ndarray:
        """Return which rows have one of these events."""
        wanted = np.zeros(len(_NUMBER), bool)
        wanted[[_NUMBER[event] for event in events]] = True
        return np.asarray(wanted[self._event])

    def has(self, column: str, *words: str) -> np.ndarray:
        """Return which rows have one of these words in a column of few different ones."""
        if column not in self._codes:
            self._codes[column] = pd.factorize(self[column])
        place, different = self._codes[column]
        return np.asarray(np.isin(different, words)[place])

    def last(self, mask: np.ndarray) -> np.ndarray:
        """Return for each application the place of the last row that fits."""
        places = np.flatnonzero(mask)
        return last_of(self.job[places], self.n, places)

    def day_of_last(self, mask: np.ndarray) -> np.ndarray:
        """Return for each application the day of the last row that fits."""
        return at(self["on"], self.last(mask))
