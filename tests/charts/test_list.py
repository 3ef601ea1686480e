"""The list of charts: every chart in it can be drawn and told, and reading it is light."""

import datetime as dt
import subprocess
import sys

import pytest

from followup_lib import charts
from followup_lib.charts import CHARTS
from followup_lib.records.tables import Tables

MONDAY = dt.date(2026, 3, 16)
CASE = "quillon-health-technical-writer"


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_drawn_and_told(sample: Tables, name: str) -> None:
    """One sheet, as many as it needs, and its words are asked for by its entry, from its file."""
    chart = CHARTS[name]
    whose = {"application_id": CASE} if "application_id" in chart.takes else {}
    chosen = {"tables": sample, "today": MONDAY, **whose}
    assert chart.plot(size=690, **chosen).get_children()
    assert all(figure.axes for figure in chart.pages(**chosen))
    assert len(chart.describe(**chosen)) > 100
    plot = getattr(charts, f"plot_{name}")
    assert plot.__module__ == f"followup_lib.charts.{name}"


def test_the_list_is_light() -> None:
    """Which charts there are is known without loading matplotlib; `dir` names what draws them."""
    code = "import sys, followup_lib.charts; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert {"CHARTS", "plot_timeline", "describe_timeline"} <= set(dir(charts))
    with pytest.raises(AttributeError, match="no attribute 'plot_nonsense'"):
        charts.plot_nonsense  # noqa: B018
