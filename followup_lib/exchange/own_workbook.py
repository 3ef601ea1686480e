"""Our own Excel workbook comes back: every table, into an empty search only."""

from dataclasses import replace

from followup_lib.exchange.excel import read_workbook
from followup_lib.records.dates import count
from followup_lib.records.tables import COLUMNS, FollowupError, Tables


def bring_back(tables: Tables, data: bytes, name: str) -> Tables:
    """Return an empty search with every row of a workbook that `write_workbook` made.

    Settings stay as they are. The very same search comes back unchanged. Raises `FollowupError`
    when other rows are there already (two searches are never mixed), and as `read_workbook`.
    """
    back = read_workbook(data)
    rows = {table: getattr(back, table) for table in COLUMNS}
    here = {table: getattr(tables, table) for table in COLUMNS}
    if all(here[table].astype("str").equals(rows[table].astype("str")) for table in COLUMNS):
        return tables
    if any(len(table) for table in here.values()):
        raise FollowupError(
            f"{name} is a whole search of {count(len(rows['applications']), 'application')}, and "
            f"this one holds {count(len(here['applications']), 'application')} already; two "
            "searches are never mixed. Make a new search and bring it in there."
        )
    return replace(tables, **rows)
