"""A clock for the hour that nobody has to obey: it counts in the browser, and nothing is kept."""

from pathlib import Path

import anywidget
import traitlets

STEPS = (
    (5, "Since last time"),
    (5, "Today’s focus"),
    (15, "The case: facts and options"),
    (15, "The words, aloud"),
    (10, "I will …"),
)
"""Minutes and steps of a session of fifty minutes (guidance §6)."""


class HourClock(anywidget.AnyWidget):
    """A button that starts the minutes, and the steps of the hour with the minutes of each."""

    _esm = Path(__file__).with_name("clock.js").read_text(encoding="utf-8")
    steps = traitlets.List(list(map(list, STEPS))).tag(sync=True)
