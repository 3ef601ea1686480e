"""What each phrase that says a day aloud means, of the day it was said on."""

import datetime as dt
import re
from contextlib import suppress

from followup_lib.reading.holidays import nth_weekday
from followup_lib.reading.spoken import (
    COUNTS,
    NO_DAY,
    NTH,
    Meaning,
    Said,
    day_number,
    folded,
    in_month,
    number,
)
from followup_lib.reading.understood import Sure
from followup_lib.records.workdays import Workdays


def count(match: re.Match[str], said: Said) -> Meaning:
    """Read "in two weeks", "within 10 business days", "a day or two"."""
    words = [folded(match, name) for name in ("n", "to", "more") if match[name]]
    units = [folded(match, name) for name in ("unit", "unit2") if match[name]]
    counts = [COUNTS.get(word) or int(word) for word in words] or [1]  # "in the next week"
    if len(units) == 1 and counts != sorted(counts):
        return NO_DAY
    exact = len(words) == 1 and match["n"] and "couple" not in words[0] and not match["so"]
    start = said.later({"tomorrow": 1, "yesterday": -1}.get(folded(match, "start"), 0))
    day = _after(start, counts[-1], units[-1], said.days)
    if not exact and units[-1].startswith("day"):  # "in a day or two" said on a Friday
        day = said.days.on_or_after(day).item()
    return Meaning(day, "exact" if exact else "about")


def with_a_half(match: re.Match[str], said: Said) -> Meaning:
    """Read "half a week", "a month and a half", by its later end."""
    words, unit = match["n"] or match["n2"], match["half"] or match["unit"] or match["unit2"]
    n = COUNTS.get(words.casefold()) or int(words) if words else 0
    half = 4 if unit.casefold() == "week" else 15
    return Meaning(_after(said.on, n, unit.casefold(), said.days) + dt.timedelta(half), "about")


def _after(start: dt.date, n: int, unit: str, days: Workdays) -> dt.date:
    if unit.startswith("mo"):
        return in_month(start.year, start.month + n, start.day)
    if unit.startswith("h"):  # "in two hours" is still today
        return start + dt.timedelta(-(-n // 24) if n >= 12 else 0)
    if "day" in unit and not unit.startswith("day"):
        day: dt.date = days.after(start, n).item()
        return day
    return start + dt.timedelta(n * {"d": 1, "w": 7, "f": 14}[unit[0]])


def weeks_from(match: re.Match[str], said: Said) -> Meaning:
    """Read "a week from Friday", "Friday week"."""
    weeks = folded(match, "n") or "a"
    day, sure, _ = _coming(match["day"] or match["day2"], said)
    return Meaning(day and day + dt.timedelta(7 * (COUNTS.get(weeks) or int(weeks))), sure)


def _coming(name: str, said: Said) -> Meaning:
    """Read a weekday alone; said on such a day, it hardly means the same one."""
    day = said.coming(number(name))
    return Meaning(day, "exact" if day < said.later(7) else "inferred", day)


def weekday(match: re.Match[str], said: Said) -> Meaning:
    """Read "Friday", "this Friday", "next Friday", which two people may take for two days."""
    which, named = folded(match, "which"), number(match["day"])
    if "following" in which or (which and said.on.weekday() == named):
        return NO_DAY
    if which != "next":
        return _coming(match["day"], said)
    day = said.monday(1) + dt.timedelta(named)
    alike = day == said.coming(named) and said.on.weekday() != 6
    return Meaning(day, "exact" if alike else "inferred", day)


def weekday_of_week(match: re.Match[str], said: Said) -> Meaning:
    """Read "Tuesday next week", "next week, on Tuesday"."""
    monday, sure = said.week_meant(folded(match, "which") or folded(match, "which2"))
    day = monday + dt.timedelta(number(match["day"] or match["day2"]))
    return Meaning(day, sure, day)


def week(match: re.Match[str], said: Said) -> Meaning:
    """Read "end of the week", "early next week", "this week"."""
    monday, sure = said.week_meant(folded(match, "which") or folded(match, "which2"))
    return _part_of_week(match, monday, sure)


def week_after_next(match: re.Match[str], said: Said) -> Meaning:
    """Read "early the week after next"."""
    return _part_of_week(match, said.monday(2), "exact")


def _part_of_week(match: re.Match[str], monday: dt.date, sure: Sure) -> Meaning:
    first, last = (0, 1) if match["early"] else (1, 2) if match["mid"] else (0, 4)
    if sure == "exact" and not match["end"]:
        sure = "about"
    begin = None if match["end"] else monday + dt.timedelta(first)
    return Meaning(monday + dt.timedelta(last), sure, begin)


def this_time(match: re.Match[str], said: Said) -> Meaning:
    """Read "this time next week", "the same day next month"."""
    if folded(match, "unit") == "week":
        return Meaning(said.later(7), "exact", said.later(7))
    day = in_month(said.on.year, said.on.month + 1, said.on.day)
    return Meaning(day, "exact", day)


def nth_weekday_of(match: re.Match[str], said: Said) -> Meaning:
    """Read "the first Tuesday of next month"; "the second Friday" alone may be counted from now."""
    if not match["month"] and not re.search(r"month$", match[0], re.IGNORECASE):
        return NO_DAY
    last, sure, first = said.month_meant(match, 1, 31)
    if not last or not first or (sure == "inferred"):
        return NO_DAY
    n = NTH.get(folded(match, "nth"), 5)
    day = nth_weekday(first.year, first.month, number(match["day"]), n)
    if day > last and folded(match, "nth") in ("last", "final"):
        day -= dt.timedelta(7)
    return Meaning(day, "exact", day) if day <= last else NO_DAY


def month(match: re.Match[str], said: Said) -> Meaning:
    """Read "mid-March", "by the end of the month"."""
    first, last = (1, 10) if match["early"] else (11, 15) if match["mid"] else (21, 31)
    meant = said.month_meant(match, first, last)
    return Meaning(meant.day, "exact") if match["end"] else meant


def whole_month(match: re.Match[str], said: Said) -> Meaning:
    """Read "in March", "next month"."""
    return said.month_meant(match, 1, 31)


def end_of(match: re.Match[str], said: Said) -> Meaning:
    """Read "EOW", "EOM", "end of the year"."""
    if match["week"]:
        monday, sure = said.week_meant("")
        return Meaning(monday + dt.timedelta(4), sure)
    return Meaning(in_month(said.on.year, said.on.month if match["eom"] else 12, 31))


def or_next_week(match: re.Match[str], said: Said) -> Meaning:
    """Read "this week or next", "(next week) or the week after"."""
    weeks = 1 if match["this"] else 2
    return Meaning(said.monday(weeks) + dt.timedelta(4), "about")


def week_of_month(match: re.Match[str], said: Said) -> Meaning:
    """Read "the first week of April": the week most workdays of which are in the month."""
    last, _, first = said.month_meant(match, 1, 31)
    if not last or not first:
        return NO_DAY
    wednesday = nth_weekday(last.year, last.month, 2, NTH.get(folded(match, "nth"), 5))
    if wednesday > last:  # the last week, in a month of four
        wednesday -= dt.timedelta(7)
    monday = max(wednesday - dt.timedelta(2), first)
    return Meaning(min(wednesday + dt.timedelta(2), last), "about", monday)


def first_or_last(match: re.Match[str], said: Said) -> Meaning:
    """Read "the first of the month", "the last day of April"."""
    day, sure, _ = said.month_meant(match, 1, 31 if match["last"] else 1)
    return Meaning(day, "inferred" if sure == "inferred" else "exact", day)


def named_day(match: re.Match[str], said: Said) -> Meaning:
    """Read "March 13", "March 10-13", "the 13th of March 2026"."""
    days = (day_number(match["n"]), day_number(match["to"] or match["n"]))
    return _dated(said, match["year"], number(match["month"]), days)


def numbered(match: re.Match[str], said: Said) -> Meaning:
    """Read "3/13", "3/13/26"."""
    month, day = int(match[1]), int(match[2])
    if month > 12 or (day <= 12 and not said.month_first):
        month, day = day, month
    return _dated(said, match[3], month, (day, day))


def iso(match: re.Match[str], said: Said) -> Meaning:
    """Read "2026-03-13"."""
    return _dated(said, match[1], int(match[2]), (int(match[3]),) * 2)


def _dated(said: Said, year: str | None, month: int, days: tuple[int, int]) -> Meaning:
    if days[0] > days[1]:
        return NO_DAY
    if year:
        day: dt.date | None = dt.date(int(year) % 100 + int(year[:-2] or 20) * 100, month, days[1])
    else:
        day = said.in_year(lambda year: dt.date(year, month, days[1]))
    sure: Sure = "exact" if days[0] == days[1] else "about"
    return Meaning(day, sure, day and day.replace(day=days[0]))


def nth(match: re.Match[str], said: Said) -> Meaning:
    """Read "the 13th", with its weekday "Fri the 13th": the next one, or that of a month."""
    which, just_past = folded(match, "which"), False
    for ahead in (1,) if which == "next" else (0,) if which else (0, 1, 2):
        with suppress(ValueError):
            begin = in_month(said.on.year, said.on.month + ahead, 1)
            day = begin.replace(day=day_number(match["n"]))
            if day >= said.on:
                fits = not match["day"] or day.weekday() == number(match["day"])
                sure: Sure = "inferred" if just_past else "exact"
                return Meaning(day, sure, day) if fits else NO_DAY
            just_past = not match["day"] and (said.on - day).days < 7
    return NO_DAY
