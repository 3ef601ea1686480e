"""A chart as a file or as a picture: the same bytes for the same chart, with real text."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from followup_lib.charts.look import PX
from followup_lib.records.errors import FollowupError

TALLEST = 65_535
"""Pixels that matplotlib draws in one direction, at most."""
SHEET, SHEET_ROWS = 900, 18
"""Pixels across of a sheet, and rows on it: on letter paper its letters keep six points."""
WITHOUT_DATE: dict[str, dict[str, str | None]] = {
    ".png": {"Software": None},
    ".svg": {"Date": None, "Creator": None},
    ".pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
"""Formats by their ending, each with the entries left out so that the bytes can be repeated."""
REAL_TEXT: Any = {"svg.fonttype": "none", "svg.hashsalt": "followup", "pdf.fonttype": 42}
"""Words that can be searched and selected, and names inside an SVG that do not change."""


class Picture(Figure):
    """A figure that shows in a notebook by itself; raises as `chart_png`."""

    def _repr_png_(self) -> bytes:
        return chart_png(self, scale=1)


def figure_of(ax: Axes) -> Figure:
    """Return the whole figure that a chart is drawn in, which a notebook shows."""
    figure = ax.get_figure(root=True)
    if figure is None:
        raise ValueError("these axes belong to no figure")
    return figure


def chart_files(figures: Iterable[Figure], path: Path) -> list[tuple[Path, bytes]]:
    """Return the files of one chart, or of its pages, as the ending of `path` says.

    The ending is .png, .svg or .pdf, the last two with real text. A PDF has a page for each figure;
    otherwise three figures under `chart.png` become `chart-1.png` to `chart-3.png`, and one keeps
    the name. The same chart gives the same bytes. Raises `FollowupError` for another ending, and
    for a PNG taller than PNGs are drawn.
    """
    kind = _kind(path)
    if kind == ".pdf":
        return [(path, _one_pdf(figures))]
    pages = [_drawn(figure, kind) for figure in figures]
    numbered = (path.with_stem(f"{path.stem}-{place}") for place in range(1, len(pages) + 1))
    return list(zip([path] if len(pages) == 1 else numbered, pages, strict=True))


def _drawn(figure: Figure, kind: str) -> bytes:
    if kind == ".png":
        _refuse_tall(figure, figure.dpi)
    buffer = io.BytesIO()
    with rc_context(REAL_TEXT):
        figure.savefig(buffer, format=kind.removeprefix("."), metadata=WITHOUT_DATE[kind])
    return buffer.getvalue()


def _one_pdf(figures: Iterable[Figure]) -> bytes:
    from matplotlib.backends.backend_pdf import PdfPages  # slow to import, and no page shows it

    buffer = io.BytesIO()
    with rc_context(REAL_TEXT), PdfPages(buffer, metadata=WITHOUT_DATE[".pdf"]) as pdf:
        for figure in figures:
            pdf.savefig(figure)
    return buffer.getvalue()


def _kind(path: Path) -> str:
    kind = path.suffix.lower()
    if kind not in WITHOUT_DATE:
        raise FollowupError(
            f"{path.name}: found {kind or 'no ending'}; a chart is saved as .png, .svg or .pdf; "
            "give the file one of these endings."
        )
    return kind


def chart_png(figure: Figure, *, scale: int = 2) -> bytes:
    """Return the figure as PNG, `scale` pixels to each of its own, sharp on a fine screen.

    Raises `FollowupError` for one taller than PNGs are drawn.
    """
    _refuse_tall(figure, PX * scale)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=PX * scale, metadata=WITHOUT_DATE[".png"])
    return buffer.getvalue()


def _refuse_tall(figure: Figure, dpi: float) -> None:
    tall = round(figure.get_figheight() * dpi)
    if tall > TALLEST:
        raise FollowupError(
            f"This chart would be {tall} pixels tall; a PNG can be {TALLEST}; "
            "choose fewer applications, or save it as .pdf or .svg."
        )
