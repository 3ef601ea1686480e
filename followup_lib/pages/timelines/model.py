"""The timelines page: which chart, of which rows, the same in words, and one row's story."""

from collections.abc import Iterable
from functools import cache, partial
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import traitlets as t

from followup_lib.charts import CHARTS
from followup_lib.charts.choice import MOST
from followup_lib.pages.kit.bridge import File
from followup_lib.pages.kit.choices import Choices, next_step, unlike
from followup_lib.pages.kit.desk import Desk
from followup_lib.records.dates import count

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROWS = 25
"""Rows on one page of the timeline."""

TIMELINE, STORY = "timeline", CHARTS["story"]
OFFERED: Choices = [(chart.title, name) for name, chart in CHARTS.items() if chart.title]
"""The charts to choose from; the story is of the row chosen."""
ACTIVE, DUE, ALL = "active", "due", "all"
SCOPES: Choices = [
    ("Those under way", ACTIVE),
    ("Those for today", DUE),
    ("All, including those that ended", ALL),
]
ORDERS: Choices = [("By what comes next", "next"), ("Longest wait first", "wait")]
SIZES = (380, 690)
"""Pixels across of the charts shown: for a phone, and for the column of a page."""
FOR_FILES = 1280
"""Pixels across of a timeline to keep as a picture; a PDF is made to be printed."""
KINDS = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
OVERVIEW = "All of them at once; the next pages have a row for each."
NOTHING = "Nothing is here yet. Add your first interview, and its timeline starts."
ENDED = "Nothing is under way now. Choose “all” to see what ended."
SEVERAL = "Click one of its lines, or choose a story from the list."
NONE = "Nothing to show for this choice."


class TimelinesModel(t.HasTraits):
    """A chart, and the story of one row. Changing a choice or `start` draws anew.

    `pictures` draw a PNG each, one for each of `SIZES` (none when nothing is to draw); `text` says
    the same in words, a line for each; `shown` which rows these are; `before` and `after` tell
    whether there are more. `rows` are those to choose a story from; `application` is the one
    chosen, its story in `story`, `story_text`, and `step` (see `next_step`).
    """

    chart = t.Unicode(TIMELINE)
    which = t.Unicode(ACTIVE)
    since = t.Any(None)
    order = t.Unicode("next")
    start = t.Int(0)
    pictures: t.List[Any] = t.List()
    alt = t.Unicode("")
    text = t.Unicode("")
    shown = t.Unicode("")
    before = t.Bool(False)
    after = t.Bool(False)
    rows: t.List[Any] = t.List()
    application = t.Unicode("")
    story: t.List[Any] = t.List()
    story_alt = t.Unicode("")
    story_text = t.Unicode("")
    step = t.Dict()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.spots: dict[int, list[dict[str, Any]]] = {}
        self.ids: list[str] = []
        self.every: list[str] = []
        self.draw()

    @t.observe("chart", "which", "since", "order")
    def _from_the_top(self, _: object) -> None:
        if self.start:
            self.start = 0  # draws
        else:
            self.look_again()

    @t.observe("start")
    def look_again(self, _: object = None) -> str:
        """Read the search again and draw."""
        self.desk.look()
        self.draw()
        return "This is how things stand now."

    @property
    def _filters(self) -> dict[str, Any]:
        return {"which": self.which, "since": self.since, "order": self.order}

    @property
    def _now(self) -> dict[str, Any]:
        """Return what every chart is drawn from."""
        return {"tables": self.desk.tables, "today": self.desk.today, "now": self.desk.plan}

    def draw(self) -> None:
        """Draw the chart, and the story of the row chosen."""
        from followup_lib.charts.data import timeline  # slow to import, and this page only

        chart = timeline(**self._now, **self._filters)
        every = list(chart.rows.index)
        away = [] if chart.folded is None else list(chart.folded.rows.index)
        last = max((len(every) - 1) // ROWS + (len(every) > MOST), 0) * ROWS
        if self.start > last:
            self.start = last  # draws
            return
        self._offer(every, away)
        if self.chart == TIMELINE:
            self._draw_rows(every, chart.rested)
            self.tell()
        else:
            self._draw_other()

    def _offer(self, every: list[str], away: list[str]) -> None:
        """Offer the rows shown and those folded away, and keep the one chosen while it is there."""
        self.every, offered = every, [*every, *away]
        titles = unlike(self.desk.title(key) for key in offered)
        self.rows = [("No story", ""), *zip(titles, offered, strict=True)]
        if self.application not in offered:
            self.application = ""

    def _draw_rows(self, every: list[str], rested: int) -> None:
        first, ids = self._ids(every)
        self.before, self.after = self.start > 0, first + ROWS < len(every)
        self.shown = ""
        if not ids:
            self.ids, self.pictures, self.text = [], [], self._nothing()
            return
        if len(every) > ROWS:
            more = f" {rested} more ended or on pause." if rested else ""
            here = f"Rows {first + 1} to {first + len(ids)} of {len(every)}."
            self.shown = f"{OVERVIEW if ids == every else here}{more}"
        chosen = self._of(ids, every)
        drawn = len(ids) + (rested if ids == every else 0)
        self.alt = f"Timeline of {count(drawn, 'application')}; the same in words is below."
        self.text = CHARTS[TIMELINE].describe(**self._now, **chosen)
        self.ids = ids
        self._picture(chosen)

    def _ids(self, every: list[str]) -> tuple[int, list[str]]:
        """Return where the rows shown begin, and these: before the first page all, as overview."""
        first = self.start - ROWS * (len(every) > MOST)
        return first, every if first < 0 else every[first : first + ROWS]

    def _nothing(self) -> str:
        if self.desk.tables.applications.empty:
            return NOTHING
        return ENDED if self.which == ACTIVE and self.since is None else NONE

    def _picture(self, chosen: dict[str, Any]) -> None:
        """Let the rows chosen be drawn in a width when it is wanted, and keep where each stands."""
        now = self._now
        found: dict[int, list[dict[str, Any]]] = {}

        def draw(place: int) -> bytes:
            from followup_lib.charts.data import timeline
            from followup_lib.charts.spots import spots

            ax = CHARTS[TIMELINE].plot(size=SIZES[place], **now, **chosen)
            found[place] = [spot._asdict() for spot in spots(ax, timeline(**now, **chosen))]
            return _png(ax)

        self.spots = found
        self.pictures = [cache(partial(draw, place)) for place in range(len(SIZES))]

    def _of(self, ids: list[str], every: list[str]) -> dict[str, Any]:
        """Return what to draw: the rows of one page, or all there are with those folded away."""
        if len(ids) == len(every):
            return self._filters
        return {"applications": ids, "order": self.order}

    def _draw_other(self) -> None:
        """Draw one of the charts that are of the whole search; a mere sentence needs no picture."""
        self.before = self.after = False
        self.spots = {}
        self.shown, now = "", self._now
        chart = CHARTS[self.chart]
        self.text = chart.describe(**now)
        self.alt = f"{self.text.partition('. ')[0]}. The same in words is below."
        narrow, wide = SIZES
        first = chart.plot(size=wide, **now)
        both = [lambda: _png(chart.plot(size=narrow, **now)), lambda: _png(first)]
        self.pictures = [*map(cache, both)] if first.axison else []

    @t.observe("application")
    def tell(self, _: object = None) -> None:
        """Tell the story of the row chosen."""
        desk, key = self.desk, self.application
        if not key:
            self.story, self.story_text, self.step = [], "", {}
            return
        self.step = next_step(desk, key)
        self.story_alt = f"The story of {desk.title(key)}; the same in words is below."
        chosen = self._now | {"application_id": key}
        self.story_text = STORY.describe(**chosen)
        self.story = [
            cache(lambda size=size: _png(STORY.plot(size=size, **chosen))) for size in SIZES
        ]

    def point(self, picture: int, down: float) -> str:
        """Choose the row or line that stands so far `down` a picture (0 top, 1 bottom).

        Returns what to do where a strip is pointed at, but none of its lines.
        """
        above = [spot for spot in self.spots.get(picture, []) if spot["top"] <= down]
        here = max(above, key=itemgetter("top")) if above else {"of": "", "words": ""}
        self.application = here["of"]
        return f"{here['words']}. {SEVERAL}" if here["words"] and not here["of"] else ""

    def turn(self, pages: int) -> None:
        """Show the rows a number of pages further on, or back."""
        self.start = max(self.start + pages * ROWS, 0)

    def file(self, kind: str) -> File:
        """Return the chart as a file: a PDF has every page, a picture the one on the screen."""
        chart, chosen = CHARTS[self.chart], self._filters if self.chart == TIMELINE else {}
        if kind == "pdf":
            return self._file(self.chart, kind, chart.pages(**self._now, **chosen))
        if self.chart == TIMELINE:
            chosen = self._of(self._ids(self.every)[1], self.every) | {"size": FOR_FILES}
        ax: Any = chart.plot(**self._now, **chosen)
        return self._file(self.chart, kind, [ax.figure])

    def story_file(self) -> File:
        """Return the story of the row chosen as a PDF of as many pages as it needs."""
        key = self.application
        return self._file(key, "pdf", STORY.pages(application_id=key, **self._now))

    def _file(self, what: str, kind: str, figures: "Iterable[Figure]") -> File:
        from followup_lib.charts import chart_files

        path = Path(f"{what}-{self.desk.today.isoformat()}.{kind}")
        ((_, data),) = chart_files(figures, path)
        return path.name, KINDS[kind], data


def _png(ax: Any) -> bytes:
    from followup_lib.charts.files import chart_png

    return chart_png(ax.figure)
