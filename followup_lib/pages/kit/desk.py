"""The desk a page works at: the open search, read afresh at each action, and the day."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pandas as pd

from followup_lib.advice.plan import Plan, plan
from followup_lib.app.workspace import current_day, find_search
from followup_lib.pages.kit.names import ASKED, INTERVIEWS, page_of
from followup_lib.records.dates import short_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow
from followup_lib.records.situations import Situation
from followup_lib.records.tables import Tables
from followup_lib.store.damage import second_copies
from followup_lib.store.search import JobSearch

HEARD = "heard"
"""What the search remembers of the row one comes to say something of."""


class Desk:
    """One search and one day, as they are now.

    `tables` and `plan` are of the last `look`; every edit looks again, and plans when anything
    changed. A `today` given by hand holds for good; otherwise the day is asked at each look, so a
    page left open overnight is right in the morning. `done` is the last change made at this desk,
    in words, "" when it was taken back.
    """

    def __init__(self, search: JobSearch, today: dt.date | None = None) -> None:
        self.search = search
        self._today = today
        self._told: list[Callable[[], object]] = []
        self._turned: list[Callable[[], object]] = []
        self.shown = self.done = ""
        self._opened = False
        self._planned: tuple[dt.date, Tables] | None = None
        self.look()

    @classmethod
    def open(cls) -> "Desk | None":
        """Return the desk of the open search, None when there is none; raises `FollowupError`."""
        search = find_search()
        if search is None:
            return None
        search.keep_first()
        desk = cls(search)
        desk._opened = True
        return desk

    def look(self) -> None:
        """Read the search again, plan for the day it is now, and tell every form at this desk."""
        self.tables: Tables = self.search.read()
        self.today: dt.date = current_day(self.tables, self._today)
        if self._planned != (self.today, self.tables):
            self.plan: Plan = plan(self.tables, self.today)
            self._planned = self.today, self.tables
        for refresh in self._told:
            refresh()

    def tell(self, refresh: Callable[[], object]) -> None:
        """Call `refresh` after each look from now on, so that forms of one page agree."""
        self._told.append(refresh)

    def turn(self, key: str) -> None:
        """Note which row of the plan the page shows, "" for none, and tell whoever asked."""
        self.shown = key
        for refresh in self._turned:
            refresh()

    def when_turned(self, refresh: Callable[[], object]) -> None:
        """Call `refresh` from now on when the page turns to another row."""
        self._turned.append(refresh)

    def edit(
        self,
        what: str,
        change: Callable[[Tables], Tables],
        *,
        messages: dict[str, bytes] | None = None,
        settings: dict[str, dict[str, Any]] | None = None,
    ) -> None:
        """Apply one change to the search, with `messages` and `settings`, and read it anew.

        Raises `FollowupError` on a page that was left open while another search was opened: what
        is meant for one client must not go into the folder of another.
        """
        self._refuse_left_behind()
        self.search.edit(what, change, messages=messages, settings=settings)
        self.done = what
        self.look()

    def set_settings(self, section: str, **values: Any) -> None:
        """Change one section of the settings and read all anew."""
        self._refuse_left_behind()
        self.search.set_settings(section, **values)
        self.done = self.search.last_edit()
        self.look()

    def _refuse_left_behind(self) -> None:
        now = find_search() if self._opened else None
        if now and now.folder.resolve() != self.search.folder.resolve():
            raise FollowupError(
                f"This page belongs to “{self.search.folder.name}”, and “{now.folder.name}” is "
                "open now, so nothing was changed. Open this page again from the start page."
            )

    def undo(self) -> str:
        """Take back the last edit of this search, and return in words which it was."""
        self._refuse_left_behind()
        what, self.done = self.search.undo(), ""
        self.look()
        return what

    def day(self, day: Any) -> str:
        """Return a day in short words; "" for none."""
        return "" if pd.isna(day) else short_day(pd.Timestamp(day).date(), self.today)

    @property
    def head(self) -> tuple[str, str, str]:
        """Return whose search it is, which, and the day, for the head of every page."""
        name = self.tables.settings.seeker.name or "Your search"
        return name, self.search.folder.name, short_day(self.today, self.today)

    @property
    def problems(self) -> list[str]:
        """Return the sentences about settings, rows, headers and second copies in doubt."""
        days = self.plan.facts.days
        copies = second_copies(self.search.folder)
        doubts = [*self.plan.facts.problems, *self.tables.headers, *copies]
        own = [*self.tables.settings.problems, *filter(None, [days.problem, days.note])]
        return own + [str(problem) for problem in doubts]

    def choose(self, key: str) -> None:
        """Save which row of the plan the next page is about."""
        self.search.keep("chosen", {"key": key})

    @property
    def chosen(self) -> str:
        """Return the key of the chosen row, "" when none was."""
        return str(self.search.kept("chosen").get("key", ""))

    @property
    def application(self) -> str:
        """Return the application the chosen row is about, "" when none is chosen or it is gone."""
        application_id = self.chosen.partition(":")[2].rpartition(":")[0]
        return application_id if application_id in self.plan.facts.applications.index else ""

    def title(self, application_id: str) -> str:
        """Return company and position of an application in one line."""
        return self.plan.title(application_id)

    def subject_of(self, row: PlanRow) -> str:
        """Return what a row of the plan is about: a reference's name, else the application."""
        return str(row.to) if row.reference_id else self.title(row.application_id)

    def when(self, row: PlanRow) -> str:
        """Return when a row's time is, in the words of the screen."""
        late = row.promise_id and pd.notna(row.due_on) and row.due_on < self.plan.facts.today
        if late:
            who = "due" if row.rule == "P2" else "you said"  # of P2 we set the day
            return f"{who} {self.day(row.due_on)}"
        if row.when == "today":
            answer = row.situation == Situation.OFFER_TO_ANSWER and pd.notna(row.due_on)
            return f"answer by {self.day(row.due_on)}" if answer else "today"
        if talk := self.plan.talk_ahead(row):
            return f"interview {talk}"
        return f"from {self.day(row.earliest_on)}" if pd.notna(row.earliest_on) else "on pause"

    def page(self, row: PlanRow) -> str:
        """Return the page a row leads to: page 01 when an interview is near."""
        return INTERVIEWS if self.plan.talk_ahead(row) else page_of(row.situation)

    def verb(self, row: PlanRow) -> str:
        """Return the button's words for a row: what to do, and to whom."""
        if self.plan.talk_ahead(row):
            return "Get your card ready"
        if row.situation in ASKED:
            return ASKED[row.situation]
        return f"{'Call' if row.channel == 'phone' else 'Write to'} {row.to or 'them'}"

    def applications(self) -> list[tuple[str, str]]:
        """Return every application as (company and position, application_id), live ones first."""
        f = self.plan.facts.applications
        live = self.plan.live
        names = zip(f["company"], f["job_title"], strict=True)
        titles = [", ".join(filter(None, pair)) for pair in names]
        known = list(zip(titles, f.index, live, strict=True))
        waiting = [(title, i) for title, i, is_live in known if is_live]
        return waiting + [(f"{title} (ended)", i) for title, i, is_live in known if not is_live]
