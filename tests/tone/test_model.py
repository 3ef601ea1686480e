"""The small model: how well it does on writers it has never seen, its size, and its readiness."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from followup_lib.tone import model
from followup_lib.tone.check import check_tone

LINES = Path(__file__).parent / "lines"
KEPT_OUT = ("designer", "controller", "office-temp", "shop-manager")
"""As in tools/train_tone.py: nothing was trained on their lines."""


def read_lines(*writers: str) -> list[dict[str, str]]:
    """Return the lines of some writers, of all without a name."""
    files = [LINES / f"{writer}.tsv" for writer in writers] or sorted(LINES.glob("*.tsv"))
    found: list[dict[str, str]] = []
    for file in files:
        with file.open(encoding="utf-8", newline="") as rows:
            found += csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
    return found


def share(lines: list[dict[str, str]], label: str) -> float:
    """Return the share of the lines with a label that are pointed at."""
    of_label = [line["text"] for line in lines if line["label"] == label]
    return sum(bool(check_tone(text)) for text in of_label) / len(of_label)


def test_the_lines_are_many_and_half_of_them_are_fine() -> None:
    """At least 10,000 lines by 45 writers, each labeled, about half of the seekers' lines fine."""
    lines = read_lines()
    assert len(lines) >= 10_000
    assert len({line["writer"] for line in lines}) >= 45
    assert {line["label"] for line in lines} == {"bad", "fine"}
    written = [line["label"] for line in lines if line["writer"] != "our-letters"]
    assert 0.4 < written.count("fine") / len(written) < 0.6


def test_no_line_has_two_labels() -> None:
    """The same text is never once bad and once fine."""
    labels: dict[str, str] = {}
    for line in read_lines():
        assert labels.setdefault(line["text"], line["label"]) == line["label"], line["text"]


def test_bad_sentences_of_unseen_writers_are_found() -> None:
    """Of 425 bad lines by writers kept out of training at least 80 of 100 are found."""
    assert share(read_lines(*KEPT_OUT), "bad") >= 0.80


def test_fine_sentences_of_unseen_writers_are_left_alone() -> None:
    """Of 488 fine lines by writers kept out of training at most 5 of 100 get a remark."""
    assert share(read_lines(*KEPT_OUT), "fine") <= 0.05


def test_the_kind_is_named_rightly() -> None:
    """Of the bad lines by writers kept out of training at least 70 of 100 get their own kind."""
    bad = [line for line in read_lines(*KEPT_OUT) if line["label"] == "bad"]
    right = [model.judge(line["text"]).kind == line["kind"] for line in bad]
    assert sum(right) / len(right) >= 0.70


def test_the_weights_are_small() -> None:
    """They take at most 450 KB of the package."""
    assert Path(model.__file__).with_name("weights.tsv").stat().st_size <= 450_000


def test_the_weights_are_read_at_the_first_use() -> None:
    """Importing the check reads no weights."""
    code = "from followup_lib.tone import check, model; print(model.weights.cache_info().currsize)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "0\n"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?", "…", "a" * 20_000, "您好王小明，"])
def test_any_text_is_judged(text: str) -> None:
    """Nothing is remarked on a text without words."""
    assert [r for r in check_tone(text) if r.id != "exclamation"] == []
