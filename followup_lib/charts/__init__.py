"""Charts to look at, to print and to put into a handout, each with the same in words.

Drawn with `matplotlib.figure.Figure` and never pyplot: nothing leaks into a notebook, and no
setting of matplotlib outlives a call. Sizes are pixels, 100 to the inch.

A chart is a file here, `<name>.py`, and its entry in `CHARTS`, by which the page of timelines and
`followup chart` have it. The list is light: matplotlib is read when the first chart is drawn.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


class Chart(NamedTuple):
    """A chart of a search, and what a person may choose of it.

    Its file has `plot_<name>(tables, today, size=, now=)`, which returns axes, and
    `describe_<name>(tables, today, now=)`, which returns the same in words; where one sheet may
    not hold it, `<name>_pages` too, which returns the axes of each. Each `takes` more by name.
    """

    name: str
    title: str = ""  # as the page of timelines offers it; "" when it is not one of its list
    takes: tuple[str, ...] = ()
    told_in: str = ""  # the file of its words, where it is another

    def plot(self, **chosen: Any) -> "Axes":
        """Draw it on one sheet."""
        axes: Axes = getattr(self._file(), f"plot_{self.name}")(**chosen)
        return axes

    def pages(self, **chosen: Any) -> "Iterator[Figure]":
        """Draw it on as many sheets as it needs, each a figure."""
        several = getattr(self._file(), f"{self.name}_pages", None)
        sheets: Iterable[Any] = several(**chosen) if several else [self.plot(**chosen)]
        return (ax.figure for ax in sheets)

    def describe(self, **chosen: Any) -> str:
        """Tell what it shows."""
        return str(getattr(self._file(self.told_in), f"describe_{self.name}")(**chosen))

    def _file(self, named: str = "") -> ModuleType:
        return import_module(f"{__name__}.{named or self.name}")


CHARTS = {
    chart.name: chart
    for chart in (
        Chart(
            "timeline",
            "Every application, day by day",
            takes=("applications", "which", "since", "order"),
            told_in="words",
        ),
        Chart("story", takes=("application_id",)),
        Chart("promises", "Promises, theirs and mine"),
        Chart("reach", "How far applications get"),
        Chart("waiting", "How long an answer takes"),
        Chart("weeks", "What happened, week by week"),
    )
}
"""Every chart by its name, in the order they are offered."""

HOMES = {
    "data": ("marks", "spans"),
    "due": ("describe_due", "plot_due"),
    "files": ("chart_files", "chart_png", "figure_of"),
    "promises": ("promises_pages",),
    "story": ("story_pages",),
    "timeline": ("timeline_pages",),
    "waiting": ("describe_waits", "plot_waits", "waits"),
}
"""What the files here offer beside the charts."""


def _homes() -> dict[str, str]:
    """Return the file of each function that is offered here."""
    plots = {f"plot_{name}": name for name in CHARTS}
    words = {f"describe_{name}": chart.told_in or name for name, chart in CHARTS.items()}
    return plots | words | {name: home for home, names in HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Return a function of a file here, which is read now."""
    if name not in _homes():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_homes()[name]}"), name)


def __dir__() -> list[str]:
    return ["CHARTS", "Chart", *_homes()]
