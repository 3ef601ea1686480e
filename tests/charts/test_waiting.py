"""How long an answer takes: what is counted is what is drawn, named where it is, and told."""

import datetime as dt

import pandas as pd
import pytest

from followup_lib import charts
from followup_lib.advice.waits import curve
from followup_lib.charts.files import figure_of
from followup_lib.charts.waiting import PALE, PUBLISHED
from followup_lib.records.tables import Tables
from tests.advice.situations import search
from tests.charts.seen import labeled, texts

MONDAY = dt.date(2026, 3, 16)
FEW_ANSWERS = "Three answers so far: too few to say what is usual"


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
    title, still = FEW_ANSWERS, "2 of 5 still waiting for an answer"
    text = charts.describe_waiting(search(BY_HAND), MONDAY)
    assert title in drawn
    assert still in drawn
    assert text.startswith(f"{title}; {still}. The three answers came")
    assert PUBLISHED in drawn
    assert PUBLISHED in text


def test_no_median_where_fewer_than_half_were_answered() -> None:
    """With most still waiting no middle is drawn or named."""
    answered = {f"a{n}": f"interview 3-02; heard_back 3-0{n}" for n in range(4, 9)}
    tables = search(answered | {f"w{n}": "interview 3-02" for n in range(9)})
    assert charts.waits(tables, MONDAY).median is None
    ax = charts.plot_waiting(tables, MONDAY)
    assert "median" not in [one.get_label() for one in ax.collections]
    assert charts.describe_waiting(tables, MONDAY).startswith("Fewer than half have an answer yet")


def many_waits(n: int) -> Tables:
    """Return a search of so many interviews, three of four answered, some days with many open."""
    ends = ("; heard_back 3-{:02}", "; rejected 3-{:02}", "", "; heard_back 3-{:02}")
    return search(
        {
            f"job{i}": f"interview 2-{i % 27 + 1:02}" + ends[i % 4].format(i * 7 % 14 + 1)
            for i in range(n)
        }
    )


@pytest.mark.parametrize("n", [8, 25, 300])
@pytest.mark.parametrize("size", [380, 690])
def test_the_half_and_the_band_are_named_where_they_are(n: int, size: int) -> None:
    """Words beside the line of the half say its day, others the band, and hide no mark or curve."""
    tables = many_waits(n)
    ax = charts.plot_waiting(tables, MONDAY, size=size)
    figure_of(ax).draw_without_rendering()
    half = f"half had an answer\nby day {charts.waits(tables, MONDAY).median}"
    (line,) = labeled(ax, "median").get_segments()
    assert line[0][0] == charts.waits(tables, MONDAY).median
    boxes = {text.get_text(): text.get_window_extent() for text in ax.texts}
    at = ax.transData.transform(line)[0, 0]
    assert min(abs(at - boxes[half].x0), abs(at - boxes[half].x1)) < 12
    for drawn in ax.lines:
        path = drawn.get_transform().transform_path(drawn.get_path())
        for box in (boxes[half], boxes[PALE]):
            assert not path.intersects_bbox(box, filled=False), drawn.get_label()
    crosses = next(line for line in ax.lines if line.get_label() == "no answer yet")
    at = ax.transData.transform(crosses.get_xydata())
    assert not any(box.count_contains(at) for box in (boxes[half], boxes[PALE]))


def test_one_day_with_many_who_wait_has_one_cross() -> None:
    """Up to four of a day are a cross each; where they would be a tower, a day has one, told so."""
    answers = {f"got{n}": f"interview 2-02; heard_back 2-{n + 5:02}" for n in range(6)}
    for n, drawn, words in ((4, 4, "× is one of them"), (5, 1, "× is one or more")):
        still = {f"still{i}": "interview 2-20" for i in range(n)}
        ax = charts.plot_waiting(search(answers | still), MONDAY)
        (crosses,) = [line for line in ax.lines if line.get_label() == "no answer yet"]
        assert len(crosses.get_xdata()) == drawn
        assert any(words in text for text in texts(ax))
