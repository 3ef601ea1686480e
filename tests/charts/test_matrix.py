"""No two words touch: every chart with few and many rows, long names, many scripts, on any axes.

The boxes are the renderer's. A sample runs always, the whole of it with the slow tests.
"""

import datetime as dt
import warnings
from collections.abc import Iterator

import pytest
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from followup_lib.charts import CHARTS
from followup_lib.records.tables import Tables
from tests.advice.situations import search
from tests.charts.seen import outside, touching

MONDAY = dt.date(2026, 3, 16)
STEPS = (
    "applied 2-12; screen 2-20; interview 3-02; thanked 3-03; they_promised 3-02 due 3-20",
    "applied 2-11; interview 3-05; thanked 3-06; they_promised 3-05 due 3-12; heard_back 3-06",
    "applied 3-04",
    "applied 2-02; screen 2-03; interview 2-17; i_promised 2-17 due 3-18; wrote 3-04",
    "applied 2-02; screen 2-20; reference_check 3-05; offer 3-13 due 3-23",
    "applied 2025-12-02; interview 2026-01-12; rejected 2026-01-20",
    "interview 2-20; on_hold 2-26",
    "applied 1-14; interview 2-18; wrote 2-26; wrote 3-10",
    "interview 2-02; interview_planned 3-10 due 3-25; no_answer 3-11; wrote 3-11",
)
YEARS = (
    "applied 2024-04-02; screen 2024-05-20; interview 2024-06-03; rejected 2024-07-12",
    "applied 2025-03-10; interview 2025-05-12; heard_back 2025-06-27; on_hold 2025-07-01",
    "applied 2025-11-11; interview 2026-01-15; they_promised 2026-01-15 due 3-18",
)
FIRMS = ("Kestrel", "Harbor & Pine", "Osprey Lane Mutual", "Tarn Analytics")
LONG = (
    "Brindlewick Laboratories and Field Instruments Cooperative of the Northern Coast and Isles",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
)
SCRIPTS = ("星光出版株式会社", "北京远山科技", "한빛 출판사", "شركة النور للطباعة", "مؤسسة الجسر")


def invented(n: int, firms: tuple[str, ...] = FIRMS, steps: tuple[str, ...] = STEPS) -> Tables:
    """Return a search of `n` applications."""
    jobs = {f"job{i}": {"company": f"{firms[i % len(firms)]} {i}"} for i in range(n)}
    return search({job: steps[i % len(steps)] for i, job in enumerate(jobs)}, jobs)


SEARCHES = {
    **{str(n): invented(n) for n in (0, 1, 3, 25, 300)},
    "years": invented(24, steps=YEARS + STEPS),
    "long": invented(12, LONG),
    "scripts": invented(10, SCRIPTS),
}


def draw(name: str, tables: Tables, **how: object) -> Axes:
    """Draw one of the charts."""
    more = {"application_id": "job0"} if name == "story" else {}
    return CHARTS[name].plot(tables=tables, today=MONDAY, **more, **how)


def single(where: str) -> Iterator[tuple[str, str, str]]:
    """Name every chart of every search."""
    for searched in SEARCHES:
        yield from (
            (searched, name, where) for name in CHARTS if (searched, name) != ("0", "story")
        )


WHOLE = [case for where in ("380", "690", "1280", "dark") for case in single(where)]
GRIDS = [(searched, "four", ground) for searched in list(SEARCHES)[1:] for ground in ("", "dark")]
SAMPLE = {
    *(("1", "timeline", "dark"), ("long", "timeline", "690"), ("25", "four", "dark")),
    *(("300", "reach", "380"), ("25", "story", "dark"), ("scripts", "promises", "380")),
    *(("25", "waiting", "dark"), ("years", "weeks", "380"), ("0", "waiting", "dark")),
}


def grid(tables: Tables) -> Axes:
    """Draw four charts in one figure."""
    figure = Figure(figsize=(10, 8), layout="constrained")
    for ax, name in zip(
        figure.subplots(2, 2).flat, ("timeline", "reach", "waiting", "promises"), strict=True
    ):
        draw(name, tables, ax=ax)
    return ax


def chart(searched: str, name: str, where: str) -> Axes:
    """Draw a chart of that width, on small axes of a dark figure, or four in one figure."""
    tables = SEARCHES[searched]
    if where.isdigit():
        return draw(name, tables, size=int(where))
    with style.context("dark_background" if where == "dark" else "default"):
        if name == "four":
            return grid(tables)
        given = Figure(figsize=(9, 6)).add_axes((0.25, 0.25, 0.5, 0.5))
        assert draw(name, tables, ax=given) is given
        return given


@pytest.mark.parametrize(
    ("searched", "name", "where"),
    [
        pytest.param(*case, marks=[] if case in SAMPLE else [pytest.mark.slow])
        for case in WHOLE + GRIDS
    ],
)
def test_no_words_touch(searched: str, name: str, where: str) -> None:
    """No two texts touch, none leaves the picture, and no letter is warned of."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax = chart(searched, name, where)
        figure = ax.get_figure(root=True)
        figure.draw_without_rendering()
    assert touching(ax) == []
    assert outside(ax) == []
