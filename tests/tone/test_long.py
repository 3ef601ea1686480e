"""Long texts: the work grows as the text does, and what nobody reads is not looked at."""

import datetime as dt
import time

import pytest

from followup_lib.cli import main
from followup_lib.tone.check import LONGEST, check_tone, taken_out
from followup_lib.tone.guards import Known

KNOWN = Known(
    today=dt.date(2026, 3, 16),
    companies={"Hill Partners": "Hill Partners", "Osprey": "Osprey"},
    titles={"Clerk": "Osprey", "Night Clerk": "Osprey"},
    people={"Ann Lee": "Osprey"},
    absent=frozenset({"Zoe Quill"}),
    references=frozenset({"Tom Fox"}),
)
TEXTS = {
    "prose": "Thank you for the talk on Monday, March 16. I look forward to it. ",
    "one word": "a",
    "blanks": " ",
    "capitals": "HELLO ",
    "shouting": "! ",
    "faces": "\N{GRINNING FACE}",
    "a title": "Clerk ",
    "a company": "at Osprey ",
    "a reference": "Tom Fox has ",
    "days": "Monday, the ",
    "hedges": "I just wanted to check in. ",
}


def work(text: str) -> float:
    """Return the seconds of computing a check takes, the least of three."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        check_tone(text, known=KNOWN)
        spent.append(time.process_time() - start)
    return min(spent)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_work_grows_as_the_text(text: str) -> None:
    """Four times the text is about four times the work, and never ten times."""
    check_tone(text, known=KNOWN)  # what is made ready once does not count
    short = text * (LONGEST // 4 // len(text))
    assert work(short * 4) < 10 * work(short) + 0.02


def test_a_pasted_code_is_no_name() -> None:
    """A message that begins as an introduction and goes on in capitals is read at once."""
    text = f"This is {'A' * 5_000}! My name is {'B ' * 5_000}."
    start = time.process_time()
    check_tone(text)
    assert time.process_time() - start < 2


def test_more_than_anybody_reads_is_not_looked_at() -> None:
    """A megabyte gets one remark that says how long it is, at once, and nothing is taken out."""
    text = "AM I LATE AGAIN?" * 67_500
    start = time.process_time()
    (remark,) = check_tone(text, known=KNOWN)
    assert time.process_time() - start < 0.1
    assert remark.why.startswith("This has 1,080,000 characters, and up to 20,000 are checked.")
    assert taken_out(text, remark) is None
    assert len(check_tone(text[:LONGEST], known=KNOWN)) > 1


def test_the_terminal_says_so(tmp_path, capsys: pytest.CaptureFixture[str], home) -> None:
    """`followup tone` says it in one line, and reads no file beyond its limit."""
    file = tmp_path / "long.txt"
    file.write_text("a" * 1_000_000, encoding="utf-8")
    assert main(["tone", str(file)]) == 0
    assert "This has 1,000,000 characters" in capsys.readouterr().out
    file.write_bytes(b"a" * 50_000_001)
    assert main(["tone", str(file)]) == 2
    assert "up to 50 MB can be read" in capsys.readouterr().err
