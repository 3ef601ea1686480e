"""What one list of the tables is: its file, and what its author meant by each row."""

from typing import NamedTuple


class Meant(NamedTuple):
    """A list, and what its author meant by each of its rows."""

    file: str
    rows: list[str]


HEAD = "Company,Title,Applied,Status\n"
