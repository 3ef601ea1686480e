"""What one list of the tables is: its file, and what is read of it."""

from typing import NamedTuple


class Alike(NamedTuple):
    """One list and what is read from it."""

    file: str | bytes
    read: list[str]
    aside: int = 0
    asked: tuple[str, ...] = ()


HEAD = "Company,Job Title,Date Applied,Status\n"
ROW = "Hill & Co,Clerk,2026-03-02,Applied\n"
LIST = HEAD + ROW
PLAIN = ["Hill & Co/Clerk: applied 2026-03-02"]
