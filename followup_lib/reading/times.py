"""The times of day in a cell about a talk: "12/3 2:30", "12/8 10am", "12/3/2026 2:30 PM"."""

import re

from followup_lib.reading.understood import Understood
from followup_lib.records.dates import clock

AFTERNOON = range(1, 7)
"""Hours that are of the afternoon where a talk has neither am nor pm; 8 to 12 say it themselves."""
EITHER = 7
"""The hour that may be of the morning or the evening."""
_TIME = re.compile(
    r"(?<![\d:./+–-])(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d)(?P<seconds>:\d\d(?:\.\d+)?)?)?"
    r"(?:(?: ?(?=[ap]\.? ?m\b)|(?=[ap]\b)|(?<=:\d\d) (?=p\b))(?P<half>[ap])(?:\.? ?m)?\b\.?)?"
    r"(?P<zone> ?(?:Z\b|GMT|UTC|[+-]\d\d:?\d\d))?(?![\d/:%])",
    re.IGNORECASE,
)


def times_of_day(cell: str, half: str = "") -> list[Understood[str]]:
    """Return the times of a cell as HH:MM, "inferred" from business hours, "unclear" at 7.

    `half` (am or pm) is that of a time which would be unclear. Midnight, and a moment with seconds
    or in another zone, are no times somebody agreed on.

    >>> [(time.fact, time.sure) for time in times_of_day("12/3 2:30 and 12/8 10am, 12/9 7:30")]
    [('14:30', 'inferred'), ('10:00', 'exact'), (None, 'unclear')]
    >>> times_of_day("2026-12-03 00:00:00"), times_of_day("12/3/2026"), times_of_day("2 a panel")
    ([], [], [])
    """
    return [time for match in _TIME.finditer(cell) if (time := _time(match, half))]


def _time(match: re.Match[str], told: str) -> Understood[str] | None:
    hour, minute = int(match["hour"]), match["minute"] or "00"
    logged = match["zone"] or (match["seconds"] or "").strip(":0.")
    if logged or hour > 23 or not (match["minute"] or match["half"]):
        return None
    half = (match["half"] or (told if hour == EITHER else "")).lower()[:1]
    if half and not 1 <= hour <= 12:
        return None
    text = match[0].strip()
    if half == "a" and (hour, minute) == (12, "00"):
        return None
    if half:
        return Understood(f"{hour % 12 + 12 * (half == 'p'):02}:{minute}", "exact", text)
    if hour == EITHER:
        return Understood(None, "unclear", left=text)
    if hour in AFTERNOON:
        time = f"{hour + 12:02}:{minute}"
        return Understood(time, "inferred", text, "", f"We read this as {clock(time)}.")
    return Understood(f"{hour:02}:{minute}", "exact", text) if hour > EITHER else None
