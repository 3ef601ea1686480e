"""What the charts offer to whoever draws, in one place; read when the first of it is asked for."""

from followup_lib.charts.data import marks, spans
from followup_lib.charts.due import describe_due, plot_due
from followup_lib.charts.files import chart_files, chart_png, figure_of
from followup_lib.charts.promises import describe_promises, plot_promises
from followup_lib.charts.reach import describe_reach, plot_reach
from followup_lib.charts.story import describe_story, plot_story, story_pages
from followup_lib.charts.timeline import plot_timeline, timeline_pages
from followup_lib.charts.waiting import (
    describe_waiting,
    describe_waits,
    plot_waiting,
    plot_waits,
    pooled,
    waits,
)
from followup_lib.charts.weeks import describe_weeks, plot_weeks
from followup_lib.charts.words import describe_timeline

__all__ = [
    "chart_files",
    "chart_png",
    "describe_due",
    "describe_promises",
    "describe_reach",
    "describe_story",
    "describe_timeline",
    "describe_waiting",
    "describe_waits",
    "describe_weeks",
    "figure_of",
    "marks",
    "plot_due",
    "plot_promises",
    "plot_reach",
    "plot_story",
    "plot_timeline",
    "plot_waiting",
    "plot_waits",
    "plot_weeks",
    "pooled",
    "spans",
    "story_pages",
    "timeline_pages",
    "waits",
]
