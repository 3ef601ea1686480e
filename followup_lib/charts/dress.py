"""Axes made elsewhere, with the look of our charts, and white behind them on another ground."""

from typing import Any, Literal

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle
from matplotlib.transforms import Bbox, IdentityTransform

MARGIN = 6
"""Pixels of white around a chart that stands on another ground."""


def dress(ax: Axes) -> None:
    """Give axes that were made elsewhere the lines, labels and ground of `look`."""
    here: Any = rcParams
    for side, spine in ax.spines.items():
        spine.set(visible=here[f"axes.spines.{side}"], edgecolor=here["axes.edgecolor"])
    axes: dict[Literal["x", "y"], tuple[str, ...]] = {"x": ("top", "bottom"), "y": ("left",)}
    for axis, sides in axes.items():
        names = ["color", "labelcolor", "labelsize", *sides, *(f"label{side}" for side in sides)]
        how = {name: here[f"{axis}tick.{name}"] for name in names}
        ax.tick_params(axis=axis, length=here[f"{axis}tick.major.size"], **how)
    ax.grid(visible=False)
    ax.set_facecolor("white")
    figure = ax.get_figure(root=True)
    if figure is not None and to_rgb(figure.get_facecolor()) != (1, 1, 1):
        ax.add_artist(_Ground()).set_clip_on(False)


def settle(ax: Axes) -> None:
    """Let the layout of a given figure come to rest: what follows fits words into widths."""
    figure = ax.get_figure(root=True)
    if figure is not None and figure.get_layout_engine() is not None:
        figure.draw_without_rendering()


class _Ground(Rectangle):
    """The white behind a chart on a figure of another color, as large as all that it shows."""

    def __init__(self) -> None:
        how: dict[str, Any] = {"facecolor": "white", "linewidth": 0, "zorder": -9}
        super().__init__((0, 0), 1, 1, transform=IdentityTransform(), **how)
        self.set_in_layout(False)

    def draw(self, renderer: RendererBase) -> None:
        """Draw it around what its axes show now; where all of a figure have one, it is one."""
        around = self._around()
        boxes = [box for ax in around if (box := ax.get_tightbbox(renderer)) is not None]
        if boxes:
            self.set_bounds(*Bbox.union(boxes).padded(MARGIN).bounds)
            super().draw(renderer)

    def _around(self) -> list[Axes]:
        here: Any = self.axes
        if here is None:
            return []
        every: list[Axes] = here.figure.axes
        if not all(any(isinstance(each, _Ground) for each in ax.get_children()) for ax in every):
            return [here]
        return every if here is every[0] else []
