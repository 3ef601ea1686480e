"""What a chart is given: the tables of a search, and a day."""

import datetime as dt
from typing import Protocol

from followup_lib.records.dates import read_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables


class Search(Protocol):
    """Anything that has the tables of a search, as `followup_lib.Search` does."""

    @property
    def tables(self) -> Tables:
        """Return every table as it is now."""
        ...


Source = Tables | Search
"""Where the facts of a chart are."""
Day = dt.date | str | None
"""A day, also as text; None is the `today` of the search's settings."""


def given(source: Source, today: Day) -> tuple[Tables, dt.date]:
    """Return the tables of a search, and the day it is.

    Raises `FollowupError` for anything but a search or its tables, for a text that is no day, and
    when no day is given and the settings of the search have none.
    """
    tables = source if isinstance(source, Tables) else getattr(source, "tables", None)
    if not isinstance(tables, Tables):
        raise FollowupError(
            f"A chart is drawn from a search or its tables; found a {type(source).__name__}; "
            "give what fu.open_search() returns, or its .tables."
        )
    day = tables.settings.today if today is None else read_day(today)
    if day is None:
        raise FollowupError(
            "This chart needs a day, and the search’s settings.toml has no today; "
            'give one, such as today="2026-03-16".'
        )
    return tables, day
