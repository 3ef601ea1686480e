"""The public face: a job search in a notebook of one's own, in a few lines.

A day is a date, a Timestamp or a text such as "2026-03-16". What it means to be today is said with
`on`: the library asks no clock. A search that stands still, as the sample does, has a `today` in
its settings.toml, which is used where `on` is left out.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from warnings import warn

import pandas as pd

from followup_lib.advice.plan import Plan, plan
from followup_lib.exchange.export import overview_csv, refuse_ending
from followup_lib.letters.draft import Draft, draft, refuse_new_day
from followup_lib.outbox.sent import outgoing
from followup_lib.outbox.sent_log import Sent, entry, refuse_ahead, refuse_twice, way_and_outcome
from followup_lib.records.dates import read_day, short_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow, key_of, rows_as
from followup_lib.records.tables import Tables
from followup_lib.store.named_files import write_named
from followup_lib.store.new_search import practice_copy
from followup_lib.store.search import SAMPLE, JobSearch

if TYPE_CHECKING:  # drawing is loaded by who draws
    from matplotlib.figure import Figure

__all__ = ["Draft", "FollowupError", "Plan", "Search", "open_search", "sample_search"]

Day = dt.date | str
"""A day as it may be given; a Timestamp is a date."""


@dataclass(frozen=True)
class Search:
    """The job search in a folder. Every call reads the files afresh.

    >>> search = sample_search()
    >>> draft = search.draft(search.plan().first)
    >>> draft.to, draft.subject, draft.missing, draft.not_before
    ('Mr. Wójcik', 'My apologies: Technical Writer position', {}, datetime.date(2026, 3, 9))
    """

    folder: Path

    @cached_property
    def _files(self) -> JobSearch:
        return JobSearch(self.folder)

    @property
    def tables(self) -> Tables:
        """Return every table as it is on disk now; raises `FollowupError` for one to mend."""
        return self._files.read()

    @property
    def applications(self) -> pd.DataFrame:
        """Return applications.csv: a row for each job, an empty cell being "".

        str: `application_id`, `company`, `job_title`, `job_url`, `location`, `source`, `agency`,
        `contact_name`, `contact_role`, `contact_email`, `contact_phone`, `preferred_contact`,
        `notes`; then columns of one's own. Stage and status are in `plan().facts.applications`.

        >>> sample_search().applications["company"].iloc[0]
        'Kestrel Point Museum'
        """
        return self.tables.applications

    def plan(self, on: Day | None = None) -> Plan:
        """Return what to do on a day, and what can wait; warns of what could not be used.

        Without `on` it is the `today` of the search's settings. Raises `FollowupError` when that
        has none, and for something that is no day.

        >>> sample_search().plan(on="2026-03-16").first.situation
        'promise_due'
        """
        tables = self.tables
        now = plan(tables, self._day(tables, on))
        days = now.facts.days
        found = [*tables.settings.problems, *filter(None, [days.problem, days.note])]
        for sentence in [*found, *map(str, (*tables.headers, *now.facts.problems))]:
            warn(sentence, stacklevel=2)
        return now

    def draft(
        self,
        row: PlanRow | pd.Series | None,
        *,
        channel: str = "",
        answers: Mapping[str, str] | None = None,
        new_day: Day | None = None,
        reply: str = "",
    ) -> Draft:
        """Return the message for a row of a plan: `plan.first`, or `plan.today.iloc[0]`.

        `channel` (email, phone, voicemail, text, linkedin) is the row's unless given. `answers`
        are for the questions in `missing`, by their names. `new_day` moves a promise of one's own
        to that day.
        `reply` answers an offer: accept, decline, or time (until `new_day`). To change the words,
        use `dataclasses.replace(draft, body=…)`. Raises `FollowupError` for a row that rests, or is
        no longer in the plan of its day.
        """
        row = _as_row(row)
        tables = self.tables
        now = _plan_of(row, tables)
        moved = None if new_day is None else read_day(new_day)
        if moved:
            refuse_new_day(moved, now.facts.today.date())
        given = dict(answers or {})
        letters = self._files.letters
        made = draft(
            now,
            tables,
            row,
            letters=letters,
            channel=channel,
            answers=given,
            new_day=moved,
            reply=reply,
        )
        for sentence in made.problems:
            warn(sentence, stacklevel=2)
        return made

    def log(
        self,
        draft: Draft,
        sent: Day,
        *,
        outcome: str = "",
        their_day: Day | None = None,
        they_said: str = "",
    ) -> str:
        """Note that a message went out on a day, as “I sent it” does; nothing else records it.

        The text is kept as it stands in the draft. Of a call `outcome` tells what came of it:
        reached, voicemail, nobody, new_day (with `their_day`, and `they_said` in their words) or
        moved_on. Returns what was noted; `undo` takes it back. Raises `FollowupError` for a day
        after that of the plan, a draft with open questions, or one whose row has changed since.
        """
        on, tables = read_day(sent), self.tables
        channel, outcome = way_and_outcome(draft.channel, outcome)
        refuse_twice(draft.row, channel, on, tables)
        now = _plan_of(draft.row, tables)
        refuse_ahead(on, now.facts.today.date())
        if draft.missing:
            raise FollowupError(f"The message still needs: {' '.join(draft.missing.values())}")
        named = None if their_day is None else read_day(their_day)
        done = Sent(on, channel, outcome, draft.new_day, named, they_said, reply=draft.reply)
        out = outgoing(draft, now, tables, self.folder)
        what, change, messages = entry(now, tables, draft.row, done, out, self.folder)
        self._files.edit(what, change, messages=messages)
        for kept in ("letter", "tone"):
            self._files.keep(f"{kept} {key_of(draft.row)}", {})
        return f"Logged: {what}, {short_day(on, now.facts.today.date())}."

    def undo(self) -> str:
        """Take back the last change of this search, and return which it was."""
        return f"Undone: {self._files.undo()}."

    def timeline(self, on: Day | None = None) -> "Figure":
        """Draw what is under way; the figure shows in a cell, and `savefig` writes it.

        Other charts, other rows, or axes of one's own: `followup_lib.charts`, with `tables`.
        """
        from followup_lib.charts.files import figure_of
        from followup_lib.charts.timeline import plot_timeline

        tables = self.tables
        return figure_of(plot_timeline(tables, self._day(tables, on)))

    def export(self, path: str | Path, *, on: Day | None = None, overwrite: bool = False) -> None:
        """Write one row per application as a .csv, or every table as an .xlsx.

        Raises `FollowupError` for another ending, a file that is there unless `overwrite`, and a
        file of a search whatever `overwrite` says.
        """
        path = Path(path).expanduser()
        refuse_ending(path, ".csv", ".xlsx")
        if path.suffix.lower() == ".xlsx":
            from followup_lib.exchange.excel import write_workbook  # slow to import

            data = write_workbook(self.tables)
        else:
            tables = self.tables
            data = overview_csv(plan(tables, self._day(tables, on)))
        write_named([(path, data)], overwrite=overwrite, wish="overwrite=True")

    def _day(self, tables: Tables, on: Day | None) -> dt.date:
        day = tables.settings.today if on is None else read_day(on)
        if day is None:
            raise FollowupError(
                'Which day is it? Name it, as in on="2026-03-16": no clock is read here.'
            )
        return day


def open_search(folder: str | Path) -> Search:
    """Return the search in a folder; raises `FollowupError` when there is none to read.

    As wherever a search is opened, the state it is found in is kept.
    """
    search = Search(Path(folder).expanduser())
    _ = search.tables
    search._files.keep_first()
    return search


def sample_search(folder: str | Path | None = None) -> Search:
    """Return the sample, whose people are invented, or a practice copy of it in `folder`.

    The sample itself is only read; a copy may be changed, and is opened again when it is there.
    Raises `FollowupError` for a folder with something else in it.
    """
    if folder is None:
        return Search(SAMPLE)
    folder = Path(folder).expanduser()
    if not (folder / "applications.csv").exists() and folder.exists() and any(folder.iterdir()):
        raise FollowupError(f"{folder} holds something else; name a new folder for the copy.")
    return Search(practice_copy(folder).folder)


def _as_row(row: object) -> PlanRow:
    """Return a row as the plan has it; raises `FollowupError` for what is none."""
    if isinstance(row, pd.Series) and set(PlanRow._fields) - {"reason"} <= set(row.index):
        return PlanRow(**{name: row[name] for name in PlanRow._fields if name in row})
    if isinstance(row, PlanRow):
        return row
    raise FollowupError(
        "A draft is written for a row of a plan, such as plan.first or plan.today.iloc[0]; "
        f"found {'nothing: nothing is for today' if row is None else type(row).__name__}."
    )


def _plan_of(row: PlanRow, tables: Tables) -> Plan:
    """Return the plan of the row's day as things are now; raises when the row is not in it."""
    on = row.planned_on.date()
    now = plan(tables, on)
    if row._replace(reason="") not in rows_as(PlanRow, now.rows):
        raise FollowupError(
            f"This step is no longer in the plan of {short_day(on, on)}: something was changed "
            f'since. Make the plan again: search.plan(on="{on}").'
        )
    return now
