"""How far, how long, week by week: what is counted is what is drawn and told."""

import datetime as dt
import re

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from followup_lib import charts
from followup_lib.advice.waits import curve
from followup_lib.charts.reach import reach
from followup_lib.charts.waiting import PUBLISHED
from followup_lib.charts.weeks import weeks
from followup_lib.records.tables import Tables
from tests.advice.situations import search
from tests.charts.seen import days, labeled, texts

MONDAY = dt.date(2026, 3, 16)
FEW_ANSWERS = "Three answers so far: too few to say what is usual."
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


@pytest.mark.parametrize(
    ("facts", "days", "answered"),
    [
        ("interview 3-02; heard_back 3-05", 3, True),
        ("interview 3-02; thanked 3-03; wrote 3-10", 14, False),  # what I send is no answer
        ("interview 3-02; they_promised 3-02 due 3-09", 14, False),  # said at the interview
        ("interview 2-02; interview 3-02; heard_back 3-06", 4, True),  # from the last one
        ("interview 2-02; heard_back 2-05; final_interview 3-02", 14, False),
        ("interview 3-02; reference_check 3-09; offer 3-12", 7, True),  # the first of several
        ("interview 3-02; interview_planned 3-06 due 3-18", 4, True),
        ("interview 3-02; rejected 3-12", 10, True),
        ("interview 3-02; heard_back 3-02", 0, True),  # on the same day
        ("interview 3-02; withdrawn 3-06; heard_back 3-09", 4, False),  # the seeker left
        ("interview 2-02; no_response 3-04", 30, False),
        ("interview 2025-12-20; heard_back 1-08", 19, True),  # over the year's turn
    ],
)
def test_how_long_until_an_answer(facts: str, days: int, answered: bool) -> None:
    """From the last interview to a reply, the next stage or an outcome; else it still lasts."""
    (row,) = charts.waits(search({"acme": facts}), MONDAY).rows.itertuples()
    assert (row.days, row.answered) == (days, answered)


def test_a_leap_day_is_a_day() -> None:
    """From February 28 to March 1 of a leap year are two days."""
    tables = search({"acme": "interview 2028-02-28; heard_back 2028-03-01"})
    assert charts.waits(tables, dt.date(2028, 3, 16)).rows["days"].tolist() == [2]


def test_interviews_that_are_not_measured() -> None:
    """Without an interview, or without its day, there is nothing to measure."""
    tables = search({"a": "screen 3-02; heard_back 3-05", "b": "interview ?", "c": "applied 3-02"})
    waits = charts.waits(tables, MONDAY)
    assert (len(waits.rows), waits.median, waits.still) == (0, None, 0)


BY_HAND = {
    "a": "interview 3-02; heard_back 3-04",  # after 2 days
    "b": "interview 3-02; rejected 3-06",  # after 4
    "c": "interview 3-12",  # still waiting, 4 so far
    "d": "interview 3-02; heard_back 3-08",  # after 6
    "e": "interview 3-07",  # still waiting, 9 so far
}


def test_those_who_wait_are_counted_rightly() -> None:
    """Worked by hand: 4/5 wait after 2 days, 4/5 · 3/4 after 4, that · 1/2 after 6.

    The one who has waited 4 days is among the four at risk then, but not among the two after 6.
    """
    waits = charts.waits(search(BY_HAND), MONDAY)
    assert waits.days.tolist() == [2, 4, 6, 9]
    assert waits.share.tolist() == pytest.approx([0.8, 0.6, 0.3, 0.3])
    assert (waits.median, waits.still) == (6, 2)


def test_one_wait_that_is_over() -> None:
    """One answer after five days: from then on nobody waits, and the band has no other edge."""
    waits = curve(pd.DataFrame({"days": [5], "answered": [True]}))
    assert (waits.share.tolist(), waits.band.tolist()) == ([0], [[0], [0]])


def test_two_waits_that_are_over() -> None:
    """Once nobody waits any more, the upper edge of the band stays where it was."""
    upper = curve(pd.DataFrame({"days": [2, 4], "answered": [True, True]})).band[1]
    assert 0.5 < upper[0] == upper[1]


def test_a_published_curve() -> None:
    """The remission times of Freireich and others (1963) give the shares and median in textbooks.

    Weeks with 6-mercaptopurine, 21 patients, 12 of whom had no relapse while they were seen.
    """
    relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    seen = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    answered = [True] * len(relapsed) + [False] * len(seen)
    waits = curve(pd.DataFrame({"days": relapsed + seen, "answered": answered}))
    share = dict(zip(waits.days, waits.share, strict=True))
    textbook = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert {day: round(share[day], 3) for day in textbook} == textbook
    assert (waits.median, waits.share[-1]) == (23, share[23])
    low, high = (dict(zip(waits.days, edge.round(3), strict=True)) for edge in waits.band)
    assert {day: (low[day], high[day]) for day in (6, 23)} == {
        6: (0.620, 0.952),
        23: (0.188, 0.680),
    }


def test_numbers_at_risk_and_a_fading_tail(sample: Tables) -> None:
    """Under each day stands how many waited so long; where fewer than five do, the line is thin."""
    waits = charts.waits(sample, MONDAY)
    ax = charts.plot_waiting(sample, MONDAY)
    under = [label.get_text().split("\n") for label in ax.get_xticklabels()]
    for day, n in under:
        assert int(n) == (waits.rows["days"] >= int(day)).sum()
    firm, thin = (
        next(line for line in ax.lines if line.get_label() == f"{few}still waiting")
        for few in ("", "few ")
    )
    assert firm.get_xdata()[-1] == thin.get_xdata()[0]
    after = thin.get_xdata()[0]
    assert (waits.rows["days"] > after).sum() < 5 <= (waits.rows["days"] >= after).sum()
    assert thin.get_linewidth() < firm.get_linewidth()


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


def test_half_is_half() -> None:
    """Where exactly one half still waits, that day is the middle, whatever the order of rounding.

    Of 24, twelve are answered, one a day: 23/24 · 22/23 · … · 12/13 is one half.
    """
    waited = [*range(1, 13), *[20] * 12]
    waits = curve(pd.DataFrame({"days": waited, "answered": [day < 13 for day in waited]}))
    assert (waits.median, waits.share[11]) == (12, 0.5)


def test_how_long_is_drawn_and_told_alike() -> None:
    """The curve has the steps reckoned; the title says how many wait; few answers are told."""
    ax = charts.plot_waiting(search(BY_HAND), MONDAY)
    (curve,) = [line for line in ax.lines if line.get_label() == "few still waiting"]
    assert curve.get_xdata().tolist() == [0, 2, 4, 6, 9]
    assert curve.get_ydata().tolist() == pytest.approx([1, 0.8, 0.6, 0.3, 0.3])
    (waiting,) = [line for line in ax.lines if line.get_label() == "no answer yet"]
    assert waiting.get_xdata().tolist() == [4, 9]
    drawn = " ".join(" ".join(texts(ax)).split())
    title = "How long an answer took after 5 interviews, 2 still waiting"
    text = charts.describe_waiting(search(BY_HAND), MONDAY)
    assert title in drawn
    assert text.startswith(f"{title}. {FEW_ANSWERS} The three answers came")
    assert PUBLISHED in drawn
    assert PUBLISHED in text


def test_no_median_where_fewer_than_half_were_answered() -> None:
    """With most still waiting no middle is drawn or named."""
    answered = {f"a{n}": f"interview 3-02; heard_back 3-0{n}" for n in range(4, 9)}
    tables = search(answered | {f"w{n}": "interview 3-02" for n in range(9)})
    assert charts.waits(tables, MONDAY).median is None
    ax = charts.plot_waiting(tables, MONDAY)
    assert "median" not in [one.get_label() for one in ax.collections]
    assert "no median yet" in charts.describe_waiting(tables, MONDAY)


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
