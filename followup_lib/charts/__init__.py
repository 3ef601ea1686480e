"""Charts to look at, to print and to put into a hand-out, with the same in words.

Drawn with `matplotlib.figure.Figure` and never pyplot: nothing leaks into a notebook, and no
setting of matplotlib outlives a call. Sizes are pixels, 100 to the inch.
"""

from followup_lib.charts.data import marks, spans
from followup_lib.charts.files import chart_png, save_chart
from followup_lib.charts.spine import plot_story
from followup_lib.charts.story import describe_story
from followup_lib.charts.timeline import plot_timeline
from followup_lib.charts.words import describe_timeline

__all__ = [
    "chart_png",
    "describe_story",
    "describe_timeline",
    "marks",
    "plot_story",
    "plot_timeline",
    "save_chart",
    "spans",
]
