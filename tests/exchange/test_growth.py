"""The work of an import grows as its file does, also when one header or cell is very long."""

import datetime as dt
import time

import pytest

from followup_lib.exchange.bytes_in import read_grid
from followup_lib.exchange.layout import lay_out
from followup_lib.exchange.report import Import
from followup_lib.records.settings import Settings
from followup_lib.records.tables import Tables, empty_table

TODAY = dt.date(2026, 3, 16)
EMPTY = Tables(
    **{name: empty_table(name) for name in ("applications", "people", "timeline", "references")},
    settings=Settings(),
)
LONGEST = 32_000
FILES = {
    "header": "Company,Status,{}\nHill,Applied,x\n",
    "status": "Company,Status\nHill,{}\nAcme,Rejected\n",
    "decision": "Company,Status,Decision\nHill,Applied,{}\n",
    "day": "Company,Status,Date Applied\nHill,Applied,{}\n",
}
WORDS = {
    "one word": "a",
    "blanks": " a",
    "status": "interview ",
    "no": "not ",
    "days": "2026-03-16 ",
    "figures": "1",
    "signs": "-/",
    "accents": "é",
}


def work(file: str, cell: str) -> float:
    """Return the seconds of computing an import takes, the least of three of different cells."""
    spent = []
    for number in range(3):
        data = file.format(f"{cell}{number}").encode()  # what was read once may be remembered
        start = time.process_time()
        listing = lay_out(read_grid(data, "list.csv"), "list.csv")
        Import("list.csv", listing).preview(EMPTY, TODAY)
        spent.append(time.process_time() - start)
    return min(spent)


@pytest.mark.parametrize("word", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_the_work_grows_as_the_cell(file: str, word: str) -> None:
    """Four times the letters in one cell are about four times the work, never ten times."""
    short = word * (LONGEST // 4 // len(word))
    assert work(file, short * 4) < 10 * work(file, short) + 0.05
