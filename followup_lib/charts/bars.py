"""Rows of one bar each: its name before it, its numbers behind it."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from followup_lib.charts.frame import Frame, framed
from followup_lib.charts.look import INK, SMALL, SOFT, width
from followup_lib.charts.rows import GAP, NAME

HIGH = 34
"""Pixels of a row."""


def bar_rows(
    title: str,
    note: str,
    rows: Sequence[tuple[str, float, str]],
    *,
    size: int,
    ax: Axes | None,
    ink: str = INK,
) -> tuple[Axes, list[float]]:
    """Return axes with room for a bar per row, and the middle of each, in pixels from above.

    `rows` are (name, where the bar ends, what stands behind it); behind a bar of nothing it is
    soft, else in `ink`. Without `ax` a figure `size` pixels wide is made.
    """
    names, ends, labels = zip(*rows, strict=True)
    left = GAP + max(width(name, NAME) for name in names)
    right = GAP + max(width(label, SMALL) for label in labels)
    ax = framed(Frame(title, note, HIGH * len(rows), left, right), size, ax)
    middle = [HIGH * place + HIGH / 2 for place in range(len(rows))]
    ax.set(xlim=(0, max(ends) * 1.01), ylim=(HIGH * len(rows), 0), xticks=[])
    ax.set_yticks(middle, names)
    ax.tick_params(axis="y", pad=6, labelsize=NAME, left=False)
    for side in ax.spines.values():
        side.set_visible(False)
    for y, end, label in zip(middle, ends, labels, strict=True):
        ax.annotate(
            label,
            (end, y),
            xytext=(5, 0),
            textcoords="offset points",
            va="center_baseline",
            size=SMALL,
            color=ink if end else SOFT,
        )
    return ax, middle
