"""How far, who owes what, week by week: what is counted is what is drawn and told."""

import datetime as dt
import re

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from followup_lib import charts
from followup_lib.charts.reach import reach
from followup_lib.charts.weeks import weeks
from followup_lib.records.tables import Tables
from tests.advice.situations import search
from tests.charts.seen import days, labeled, texts

MONDAY = dt.date(2026, 3, 16)
OTHERS = ("promises", "reach", "waiting", "weeks")


def bars(ax: Axes, name: str) -> list[Rectangle]:
    """Return the bars with this label, in order."""
    (container,) = [one for one in ax.containers if one.get_label() == name]
    return list(container)


FAR = {
    "a": "applied 2-02",
    "b": "applied 2-02; rejected 2-20",
    "c": "applied 2-02; interview 2-20; rejected 3-02",  # came to an interview, whatever followed
    "d": "applied 2-02; offer 2-20; interview 3-02",  # the furthest ever, not the last
    "e": "screen 2-20; withdrawn 3-02",
    "f": "saved 3-02",  # not sent
    "g": "applied 3-20",  # planned
}


def test_how_far_by_the_furthest_stage_ever() -> None:
    """Each application counts once, at the furthest stage it ever reached."""
    counts = reach(search(FAR), MONDAY)
    counted = dict(zip(counts.index, map(tuple, counts.to_numpy()), strict=True))
    nothing = dict.fromkeys(("final_interview", "reference_check"), (0, 0))
    assert counted == {
        "applied": (2, 1),
        "screen": (1, 0),
        "interview": (1, 0),
        "offer": (1, 1),
        **nothing,
    }


def test_how_far_is_drawn_and_told_alike(sample: Tables) -> None:
    """Bars, their numbers and the text have the numbers counted; the title says of how many."""
    reached = reach(sample, MONDAY)["n"]
    ax = charts.plot_reach(sample, MONDAY)
    assert [bars(ax, stage)[0].get_width() for stage in reached.index] == reached.tolist()
    labels = [text for text in texts(ax) if re.fullmatch(r"\d+( \(\d+ under way\))?", text)]
    assert [int(label.split()[0]) for label in labels] == reached.tolist()
    text = charts.describe_reach(sample, MONDAY)
    assert text.startswith(f"How far {reached.sum()} applications got")
    assert [int(n) for n in re.findall(r"[a-z] (\d+)(?: \(|[,.])", text)] == reached.tolist()


def test_too_few_to_tell_how_far() -> None:
    """Below five there is a sentence with their number instead of a chart."""
    tables = search({f"a{n}": "applied 3-02" for n in range(4)})
    text = charts.describe_reach(tables, MONDAY)
    assert text.startswith("4 applications sent so far. Once you have five")
    ax = charts.plot_reach(tables, MONDAY)
    assert (texts(ax)[0].replace("\n", " "), ax.axison) == (text, False)


def test_promises_are_lines_from_their_day_on() -> None:
    """A line runs from the day it was said to its day, and dotted from there to today."""
    told = "interview 3-02; they_promised 3-05 due 3-12; i_promised 3-06 due 3-20"
    ax = charts.plot_promises(search({"acme": told}), MONDAY)
    drawn = {
        name: [tuple(days(line[:, 0])) for line in labeled(ax, name).get_segments()]
        for name in ("they_promised said", "they_promised since", "i_promised said")
    }
    assert drawn == {
        "they_promised said": [("2026-03-05", "2026-03-12")],
        "they_promised since": [("2026-03-12", "2026-03-16")],
        "i_promised said": [("2026-03-06", "2026-03-20")],
    }


def test_the_week_that_is_not_over_is_dotted(sample: Tables) -> None:
    """The ground of the last week has a hatch, and the words beneath say why."""
    ax = charts.plot_weeks(sample, MONDAY, last=4)
    (ground,) = [one for one in ax.patches if one.get_label() == "unfinished"]
    assert (ground.get_x(), ground.get_width(), ground.get_hatch()) == (2.5, 1, "...")
    assert "isn’t over" in ax.get_xlabel()


def test_weeks_begin_on_monday() -> None:
    """A Sunday belongs to the week before, over the year's turn too; older weeks are left out."""
    facts = {
        "a": "applied 2026-01-04; wrote 1-05 for their_date_passed; heard_back 1-11",
        "b": "applied 2025-12-29; thanked 1-06; heard_back 1-06; called 1-07",
        "c": "applied 2025-12-28; wrote 1-08 for thank_you",  # thanks are no follow-up
    }
    counts = weeks(search(facts), dt.date(2026, 1, 11), last=2)
    assert counts.index.strftime("%Y-%m-%d").tolist() == ["2025-12-29", "2026-01-05"]
    assert counts.to_dict("list") == {"sent": [2, 0], "followed_up": [0, 2], "replies": [0, 2]}


def test_weeks_are_drawn_and_told_alike(sample: Tables) -> None:
    """A bar as high as its number, which stands above it; the text says the same week by week."""
    counts = weeks(sample, MONDAY)
    ax = charts.plot_weeks(sample, MONDAY)
    highs = np.array([[-bar.get_height() for bar in bars(ax, name)] for name in counts])
    assert highs / highs.max() == pytest.approx(counts.to_numpy().T / counts.to_numpy().max())
    numbers = [int(text) for text in texts(ax) if text.isdigit()]
    counted = counts.to_numpy().T.ravel()
    assert numbers == counted[counted > 0].tolist()
    lines = charts.describe_weeks(sample, MONDAY).split("\n")
    in_words = [int(n) for line in lines[1:] for n in re.findall(r"(\d+) [a-z]", line)]
    assert sum(in_words) == counted.sum()
    assert len(lines) - 1 == counts.any(axis=1).sum()


@pytest.mark.parametrize("chart", OTHERS)
@pytest.mark.parametrize("facts", [{}, {"acme": "applied 2025-03-02"}])
def test_empty_and_one_row_searches_have_a_kind_sentence(chart: str, facts: dict[str, str]) -> None:
    """Where there is nothing to draw stands one sentence, the same as in words."""
    tables = search(facts)
    ax = getattr(charts, f"plot_{chart}")(tables, MONDAY)
    (text,) = texts(ax)
    assert text.replace("\n", " ") == getattr(charts, f"describe_{chart}")(tables, MONDAY)
    assert not ax.axison
