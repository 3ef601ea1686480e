"""What phrases about weekends and holidays mean, of the day they were said on."""

import datetime as dt
import re

from followup_lib.reading.holidays import HOLIDAYS
from followup_lib.reading.spoken import COUNTS, NO_DAY, Meaning, Said, folded, number


def weekend(match: re.Match[str], said: Said) -> Meaning:
    """Read "over the weekend", "before the weekend"."""
    lead = folded(match, "lead")
    if not lead:
        return NO_DAY
    day = said.monday(0) + dt.timedelta({"after": 7, "before": 4, "by": 4}.get(lead, 6))
    return Meaning(day, "exact" if lead == "before" else "about")


def holiday(match: re.Match[str], said: Said) -> Meaning:
    """Read "by Christmas"; "after Labor Day" is the end of the first full week behind it."""
    name = match["name"]
    day = said.in_year(
        next(day for each, day in HOLIDAYS.items() if re.fullmatch(each, name, re.I))
    )
    what, side = folded(match, "what"), folded(match, "side")
    if day and match["week"]:  # "Easter week" may be that before Easter or that after
        friday = day + dt.timedelta(4 - day.weekday())
        return NO_DAY if side or day.weekday() > 4 else Meaning(friday, "about")
    if day and match["n"]:  # "a week before Memorial Day" is a day, the week before it a week
        n = COUNTS.get(folded(match, "n")) or int(match["n"])
        far = dt.timedelta(n * (7 if folded(match, "unit") == "week" else 1))
        day += -far if side == "before" else far
        return Meaning(day, "about" if "couple" in match["n"].lower() else "exact", day)
    if not day or (side and not what):
        return _beside(day, side, said)
    if what == "week":
        monday = day + dt.timedelta((-7 if side == "before" else 7) - day.weekday())
        return Meaning(monday + dt.timedelta(4), "about", monday)
    if what:
        step = -1 if side == "before" else 1
        away = 1 if what == "day" else (step * (number(what) - day.weekday()) - 1) % 7 + 1
        day += dt.timedelta(step * away)
        return Meaning(day, "exact", day)
    elsewhere = said.days.closed and day not in said.days.closed  # such as in Canada
    return Meaning(day, "inferred" if elsewhere else "exact", day)


def _beside(day: dt.date | None, side: str, said: Said) -> Meaning:
    """Read "after Labor Day", "before Thanksgiving"."""
    if not day:
        return NO_DAY
    eve = said.days.before(day, 1).item()
    return Meaning(eve, "exact", eve) if side == "before" else Meaning(_week_after(day), "about")


def the_holidays(match: re.Match[str], said: Said) -> Meaning:
    """Read "after the holidays", "in the new year": only late in a year is it known which.

    "The break" is that of Thanksgiving until December.
    """
    if said.on.month < (12 if folded(match, "break") == "break" else 10):
        return NO_DAY
    new_year = dt.date(said.on.year + 1, 1, 1)
    if folded(match, "lead") in ("by", "before"):
        return Meaning(said.days.before(dt.date(said.on.year, 12, 25), 1).item(), "about")
    if folded(match, "lead") in ("over", "during"):
        return Meaning(said.days.after(new_year, 1).item(), "about")
    return Meaning(_week_after(new_year), "about")


def between_the_years(match: re.Match[str], said: Said) -> Meaning:
    """Read "between Christmas and New Year's", "between the holidays"."""
    if said.on.month < 10 and "holidays" in match[0].casefold():
        return NO_DAY
    day = said.in_year(lambda year: dt.date(year, 12, 31))
    return Meaning(day, "about") if day else NO_DAY


def _week_after(day: dt.date) -> dt.date:
    """Return the Friday at least four days after a holiday."""
    return day + dt.timedelta(4 + (-day.weekday()) % 7)
