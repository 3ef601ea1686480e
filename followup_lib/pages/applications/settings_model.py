"""The settings of a search on a page: who writes, which days count, every number of the advice."""

import datetime as dt
import re
from typing import Any

import tomlkit
import traitlets as t

from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_form import EditForm, list_field, text_field
from followup_lib.pages.kit.trouble import refuse_no_number
from followup_lib.records.dates import WEEKDAYS
from followup_lib.records.errors import FollowupError
from followup_lib.records.regions import regions
from followup_lib.records.settings import NUMBERS
from followup_lib.records.settings_file import read_settings
from followup_lib.records.vocabulary import WAYS, words
from followup_lib.records.workdays import workdays

SEEKER = ("name", "phone", "email", "sign_off", "register")
PLACE = ("country", "subdivision", "locale")


class SettingsModel(EditForm):
    """What settings.toml holds; `save_…` writes one section, comments kept.

    `numbers` maps each number of the advice to its value; `days_off` is a text of days; `ways`,
    `weekdays` and `regions`, those of the country, are the choices of three lists.
    """

    name = text_field()
    phone = text_field()
    email = text_field()
    sign_off = text_field()
    register = text_field()
    cannot_use = list_field()
    country = text_field()
    subdivision = text_field()
    regions: t.List[Any] = t.List()
    locale = text_field()
    weekend = list_field()
    days_off = text_field()
    numbers = t.Dict()
    ways: t.List[Any] = t.List([(words(way), way) for way in WAYS])
    weekdays: t.List[Any] = t.List([(day, day) for day in WEEKDAYS])

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "settings")
        self.show()
        self.restore()
        desk.tell(self.show)

    @t.observe("country")
    def _offer_regions(self, _: object = None) -> None:
        known = [("the whole country", ""), *regions(self.country.strip().upper())]
        other = self.subdivision not in dict(known).values()
        if other and self.country != self.desk.tables.settings.calendar.country:
            other, self.subdivision = False, ""  # a region of the country before
        self.regions = [*known, (self.subdivision, self.subdivision)] if other else known

    def show(self) -> None:
        """Read the settings from the desk; what was typed and not saved stays."""
        settings = self.desk.tables.settings
        self.propose(
            **{name: getattr(settings.seeker, name) for name in SEEKER},
            **{name: getattr(settings.calendar, name) for name in PLACE},
            cannot_use=list(settings.seeker.cannot_use),
            weekend=list(settings.calendar.weekend),
            days_off=", ".join(day.isoformat() for day in settings.calendar.days_off),
        )
        self.numbers = dict(settings.pace)

    def save_seeker(self) -> str:
        """Save how letters say who writes, and the ways that are never suggested."""
        values: dict[str, Any] = {name: getattr(self, name).strip() for name in SEEKER}
        refuse_no_number(self.phone)
        self._save("seeker", values | {"cannot_use": self.cannot_use})
        return "Saved. The next draft will use it."

    def save_calendar(self) -> str:
        """Save which days count as workdays."""
        values: dict[str, Any] = {name: getattr(self, name).strip() for name in PLACE}
        values |= {"weekend": self.weekend, "days_off": _days(self.days_off)}
        calendar = read_settings(tomlkit.dumps({"calendar": values})).calendar
        problem = workdays(calendar, self.desk.today.year, self.desk.today.year).problem
        if problem:
            raise FollowupError(f"{problem} Nothing was saved.")
        self._save("calendar", values)
        return "Saved. Every date is counted this way from now on."

    def save_numbers(self, numbers: dict[str, int]) -> str:
        """Save the numbers that differ from those of now."""
        changed = {name: value for name, value in numbers.items() if value != self.numbers[name]}
        if not changed:
            return "Every number is the same as before."
        self._save("pace", changed)
        saved = ", ".join(f"{value} {NUMBERS[name].unit}" for name, value in changed.items())
        return f"Saved: {saved}. The plan uses it from now on."

    def _save(self, section: str, values: dict[str, Any]) -> None:
        problems = read_settings(tomlkit.dumps({section: values})).problems
        if problems:
            raise FollowupError(f"{' '.join(problems)} Nothing was saved.")
        self.refuse_overwriting()
        self.desk.set_settings(section, **values)
        self.show()
        self.keep_changes()


def _days(text: str) -> list[dt.date]:
    """Return the days of a text such as 2026-03-20, 2026-03-23; raises `FollowupError`."""
    days = []
    for part in filter(None, re.split(r"[,;\s]+", text)):
        try:
            days.append(dt.date.fromisoformat(part))
        except ValueError as error:
            raise FollowupError(
                f"Days off: found {part!r}; write year-month-day, such as 2026-03-20, with commas "
                "between. Nothing was saved."
            ) from error
    return days
