"""The page a client takes home from a session: one sheet, black and white, as HTML or PDF.

Only what belongs to the client is on it: never a note, neither the coach's nor one of the tables.
"""

import base64
import datetime as dt
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from followup_lib.advice.plan import SOON, TODAY, Plan
from followup_lib.coaching.ahead import at_rest, interviews_ahead
from followup_lib.coaching.consent import agreed
from followup_lib.coaching.sessions import open_commitments, session_on
from followup_lib.letters.draft import Draft, draft, letter_row
from followup_lib.letters.own import NO_LETTERS, OwnLetters
from followup_lib.outbox.printed import template
from followup_lib.records.dates import short_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import CommitmentRow, PlanRow, SessionRow, rows_as
from followup_lib.records.situations import Situation
from followup_lib.records.tables import Tables

NOTHING_TODAY = "Nothing to do today."
TODAY_SHOWN, COMING_SHOWN = 5, 2
"""Steps on the sheet: one page is read, three are not."""
ROWS = 5
"""Rows of the timeline on the sheet."""
WIDE = 1000
"""Pixels across of the timeline on the sheet."""


@dataclass(frozen=True)
class Step:
    """One thing to do: what it is about, what to do, when in words, and why."""

    title: str
    what: str
    when: str
    reason: str

    @property
    def line(self) -> str:
        """What to do and from when, as a sentence."""
        when = "" if self.when == "today" else f", {self.when}"
        return f"{self.what.rstrip('?')}{when}{'?' if self.what.endswith('?') else '.'}"


@dataclass(frozen=True)
class Handout:
    """What stands on the sheet, in words ready to print; `number` is 0 without a session.

    `commitments` are (I will …, by when, the smaller step to begin with); `interviews` are (which
    job, day and time); `more` tells how many steps are left out, "" for none; `rest` are lines on
    who is waited on, what is on pause, and what has ended; `chart` is a PNG in grays, empty when
    there is nothing to draw; `scripts` are (title, words); `agreed` is what the coach keeps and
    until when, for the foot.
    """

    client: str
    coach: str
    day: str
    number: int
    focus: str
    covered: str
    insights: str
    commitments: list[tuple[str, str, str]]
    interviews: list[tuple[str, str]]
    today: list[Step]
    coming: list[Step]
    more: str
    rest: list[str]
    scripts: list[tuple[str, str]]
    next_day: str
    chart: bytes
    chart_words: str
    agreed: str

    @property
    def title(self) -> str:
        """What the sheet is called: whose it is, of which session, and its day."""
        return f"{self.client}: {self.kind}, {self.day}"

    @property
    def line(self) -> str:
        """What stands under the name: the session, its day, and the coach."""
        of = self.kind[:1].upper() + self.kind[1:]
        return " · ".join([of, self.day, *([f"with {self.coach}"] if self.coach else [])])

    @property
    def kind(self) -> str:
        """What it is a sheet of, without a session of the plan alone."""
        return f"session {self.number}" if self.number else "your plan"


def handout(
    now: Plan,
    tables: Tables,
    session: SessionRow | None = None,
    *,
    letters: OwnLetters = NO_LETTERS,
    scripts: Iterable[str] = (),
) -> Handout:
    """Gather the sheet of a session held on the day of the plan, else of the plan alone.

    `scripts` are application_ids whose words go along. What was taken on for an application stands
    in place of the plan's own day for it. Raises `FollowupError` when a script cannot be written
    yet.
    """
    today = now.facts.today.date()
    session = session or session_on(tables, today)
    taken = rows_as(CommitmentRow, open_commitments(tables))
    chart, chart_words = _chart(now, tables)
    steps, coming = _steps(now, TODAY, taken), _steps(now, SOON, taken)
    return Handout(
        client=tables.settings.seeker.name or "Your search",
        coach=session.coach if session else "",
        day=short_day(today, today),
        number=int(session.number) if session else 0,
        focus=session.focus if session else "",
        covered=session.covered if session else "",
        insights=session.insights if session else "",
        commitments=[(row.i_will, _day(row.due_on, today), row.smaller) for row in taken],
        interviews=interviews_ahead(now),
        today=steps[:TODAY_SHOWN],
        coming=coming[:COMING_SHOWN],
        more=_more(steps, coming),
        rest=at_rest(now),
        scripts=[_script(now, tables, letters, application_id) for application_id in scripts],
        next_day=_day(session.next_on, today) if session else "",
        chart=chart,
        chart_words=chart_words,
        agreed=agreed(tables.settings.coaching),
    )


def as_html(sheet: Handout) -> str:
    """Return the sheet as a page that prints on one side of paper; every word is escaped."""
    png = base64.b64encode(sheet.chart).decode("ascii")
    return str(
        template("coaching", "handout.html").render(sheet=sheet, png=png, nothing=NOTHING_TODAY)
    )


def _steps(now: Plan, when: str, taken: list[CommitmentRow]) -> list[Step]:
    today = now.facts.today.date()
    mine = [row for row in reversed(taken) if row.application_id]  # the first of a job wins
    agreed = {row.application_id: _day(row.due_on, today) for row in mine}
    return [
        Step(
            title=row.to
            if row.reference_id
            else ", ".join(
                filter(None, now.facts.of(row.application_id)[["company", "job_title"]])
            ),
            what=Situation(row.situation).deed,
            when=_when(now, row),
            reason=f"As you said above: by {agreed[row.application_id]}."
            if row.application_id in agreed
            else row.reason,
        )
        for row in rows_as(PlanRow, now.listed(when))
        if not now.talk_ahead(row)  # those have a place of their own
    ]


def _when(now: Plan, row: PlanRow) -> str:
    opens = _day(row.earliest_on, now.facts.today.date())
    return "today" if row.when == TODAY else f"from {opens}"


def _more(today: list[Step], coming: list[Step]) -> str:
    left = len(today[TODAY_SHOWN:]) + len(coming[COMING_SHOWN:])
    return f"And {left} more: see the start page." if left else ""


def lacking(now: Plan, tables: Tables, letters: OwnLetters, application_id: str) -> str:
    """Return what the words for an application still have to be told, "" when they are ready."""
    return _asked(now, draft(now, tables, letter_row(now, application_id), letters=letters))


def _asked(now: Plan, made: Draft) -> str:
    if made.body is not None:
        return ""
    company = now.facts.of(made.row.application_id)["company"]
    return f"The words for {company} still need an answer: {' '.join(made.missing.values())}"


def _script(now: Plan, tables: Tables, letters: OwnLetters, application_id: str) -> tuple[str, str]:
    made = draft(now, tables, letter_row(now, application_id), letters=letters)
    if asked := _asked(now, made):
        raise FollowupError(asked)
    company = str(now.facts.of(application_id)["company"])
    script = f"{made.subject or ''}\n\n{made.body}".strip()
    return f"{company}: {Situation(made.situation).deed}", script


def _chart(now: Plan, tables: Tables) -> tuple[bytes, str]:
    """Draw the live applications that need something next, as many as fit."""
    from followup_lib.charts import chart_png, describe_timeline, plot_timeline

    live = now.live
    ids = [i for i in now.order if live.get(i, False)][:ROWS]
    if not ids:
        return b"", ""
    today = now.facts.today.date()
    figure: Any = plot_timeline(tables, today, applications=ids, size=WIDE).figure
    return _grays(chart_png(figure)), describe_timeline(tables, today, applications=ids)


def _grays(png: bytes) -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("L").save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _day(day: Any, today: dt.date) -> str:
    return "" if pd.isna(day) else short_day(pd.Timestamp(day).date(), today)
