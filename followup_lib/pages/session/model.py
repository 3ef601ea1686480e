"""The session page: since last time, the case and its options, and commitments."""

from typing import Any

import pandas as pd
import traitlets as t

from followup_lib.advice.closing import closing
from followup_lib.coaching import sessions
from followup_lib.coaching.options import options
from followup_lib.pages.kit.at_desk import AtDesk
from followup_lib.pages.kit.choices import Choices
from followup_lib.pages.kit.commitments import open_items
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.facts import facts_of
from followup_lib.pages.kit.kept_form import KeptForm, day_field, text_field
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records.dates import count, short_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import CommitmentRow, EventRow, PlanRow, key_of, rows_as
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import CommitmentOutcome, words

SMALLER = (
    "You’re at {n} out of 10. What would make it smaller? Write that above, or click “Take it on” "
    "again to leave it as it is."
)
NO_CASE = "No application is under way, so there is no case to look at."


class HeadModel(AtDesk):
    """Whose session it is, and in `line` its day, the next one and the coach."""

    title = t.Unicode("")
    line = t.Unicode("")

    def refresh(self) -> None:
        """Read both from the desk."""
        desk = self.desk
        now, held = sessions.session_on(desk.tables, desk.today), sessions.in_order(desk.tables)
        coach = held["coach"].iloc[-1] if len(held) else ""
        ahead = held.loc[held["next_on"] > pd.Timestamp(desk.today), "next_on"].min()
        parts = [
            desk.day(desk.today),
            f"session {now.number}" if now else "",
            f"next: {desk.day(ahead)}" if pd.notna(ahead) else "next: no day set yet",
            f"coach: {coach}" if coach else "",
        ]
        name = desk.tables.settings.seeker.name
        self.title = f"Session with {name}" if name else "The coaching hour"
        self.line = " · ".join(filter(None, parts))


class SinceModel(AtDesk):
    """What happened since last time. `lines` are sentences; `open` the commitments not settled.

    The open ones are those of `open_items`.
    """

    lines: t.List[Any] = t.List()
    open: t.List[Any] = t.List()

    def refresh(self) -> None:
        """Read both lists from the desk."""
        since = sessions.since_last_time(self.desk.plan, self.desk.tables)
        self.lines = [*_since(self.desk, since), *closing(self.desk.plan, self.desk.tables)]
        self.open = open_items(self.desk)


def _since(desk: Desk, since: sessions.SinceLastTime) -> list[str]:
    if since.on is None:
        lines = ["This is the first session noted here."]
    else:
        lines = [f"Last time was {short_day(since.on, desk.today)}.", *_settled(since)]
    lines += [
        _listed("You wrote or called", desk, since.sent),
        _listed("What came back", desk, since.came_back),
        *_chosen(desk, since.own),
        _counted(len(since.kept), "kept"),
        _counted(len(since.late), "late on your side"),
    ]
    filled = [line for line in lines if line]
    return (
        filled
        if len(filled) > 1 or since.on is None
        else [*filled, "Nothing was noted since then."]
    )


def _settled(since: sessions.SinceLastTime) -> list[str]:
    """Tell by name what became of what was taken on, what was done first."""
    rows = since.commitments[since.commitments["outcome"] != ""]
    order = [str(outcome) for outcome in CommitmentOutcome]
    rows = rows.sort_values("outcome", key=lambda said: said.map(order.index), kind="stable")
    return [
        f"{words(row.outcome).capitalize()}: {row.i_will}." for row in rows_as(CommitmentRow, rows)
    ]


def _listed(what: str, desk: Desk, rows: pd.DataFrame) -> str:
    events = "; ".join(_event(desk, row) for row in rows_as(EventRow, rows))
    return f"{what}: {events}." if events else ""


def _chosen(desk: Desk, rows: pd.DataFrame) -> list[str]:
    """Tell by name which applications ended by the person's own choice, or rest."""
    named: dict[str, list[str]] = {}
    for row in rows_as(EventRow, rows):
        named.setdefault(words(row.event), []).append(desk.title(row.application_id))
    return [f"{what.capitalize()}: {'; '.join(titles)}." for what, titles in named.items()]


def _counted(number: int, how: str) -> str:
    return f"{count(number, 'promise').capitalize()} {how}." if number else ""


def _event(desk: Desk, row: EventRow) -> str:
    about = desk.title(row.application_id) if row.application_id else row.who
    return f"{words(row.event)}, {about}, {desk.day(row.on)}"


class SessionForm(KeptForm):
    """What the session was about; saved as the row of today in sessions.csv."""

    coach = text_field()
    focus = text_field()
    covered = text_field()
    insights = text_field()
    next_on = day_field()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "session")
        self.fill()
        self.restore()

    def fill(self) -> None:
        """Propose what is on file for today, and the coach of the session before."""
        held = sessions.in_order(self.desk.tables)
        row = sessions.session_on(self.desk.tables, self.desk.today)
        if row is None:
            self.propose(coach=held["coach"].iloc[-1] if len(held) else "")
            return
        next_on = None if row.next_on != row.next_on else row.next_on.date()
        texts = {name: getattr(row, name) for name in self.FIELDS if name != "next_on"}
        self.propose(**texts, next_on=next_on)

    def save(self) -> str:
        """Note the session of today; raises `FieldError` when the next one is past."""
        cells = {name: getattr(self, name) for name in self.FIELDS}
        today = self.desk.today
        if self.next_on and self.next_on < today:
            raise FieldError(sessions.PAST, "next_on")
        self.desk.edit(
            "note the session", lambda tables: sessions.note_session(tables, today, **cells)
        )
        self.settle(**cells)
        return "The session is noted."


class CommitForm(KeptForm):
    """One commitment: what the client will do, by when, how sure they are (1 to 10).

    `case` is the application looked at, which it is about unless `about_case` is taken back.
    `question` is what was asked of someone `unsure`: once, then it is taken on as it stands.
    """

    case = t.Unicode("")
    about_case = t.Bool(True)
    i_will = text_field()
    due_on = day_field()
    confidence = text_field("8")
    smaller = text_field()
    unsure = t.Bool(False)
    question = t.Unicode("")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "commitment")
        self.restore()
        self._doubt()

    @t.observe("confidence", "i_will")
    def _doubt(self, _: object = None) -> None:
        self.unsure = int(self.confidence) < sessions.SURE_ENOUGH
        self.question = ""

    def add(self) -> str:
        """Add the commitment to the session of today; ask once what would make it smaller."""
        values = {name: getattr(self, name) for name in self.FIELDS}
        values["confidence"] = int(self.confidence)
        values["application_id"] = self.case if self.about_case else ""
        today = self.desk.today

        def change(tables: Tables) -> Tables:
            try:
                return sessions.commit(tables, today, **values)
            except FollowupError as lacks:
                field = "due_on" if str(lacks) in sessions.OF_DAYS else "i_will"
                raise FieldError(str(lacks), field) from lacks

        if self.unsure and not (self.smaller.strip() or self.question):
            change(self.desk.tables)  # what it lacks is told first
            self.question = SMALLER.format(n=self.confidence)
            return ""
        self.desk.edit(f"take on “I will {self.i_will.strip()}”", change)
        self.clear()
        return "Added. It’s on the start page, and comes first next time."


class CaseModel(AtDesk):
    """The case at hand: an application under way, its facts as (name, value), and the ways on."""

    choices: t.List[Any] = t.List()
    application_id = t.Unicode("")
    facts: t.List[Any] = t.List()
    options: t.List[Any] = t.List()

    def refresh(self) -> None:
        """Offer the applications under way, those due first."""
        live = self.desk.plan.live
        ids = [i for i in self.desk.plan.order if live[i]]
        self.choices: Choices = [(self.desk.title(i), i) for i in ids]
        wanted = self.application_id or self.desk.application
        self.application_id = wanted if wanted in ids else next(iter(ids), "")
        self._look()

    @t.observe("application_id")
    def _look(self, _: object = None) -> None:
        now, tables = self.desk.plan, self.desk.tables
        known = self.application_id
        self.facts = facts_of(self.desk, rows_as(PlanRow, now.of(known))[0]) if known else []
        self.options = options(now, tables, known) if known else []

    def step(self) -> tuple[str, str]:
        """Return the page of the case and the key that chooses its row there."""
        rows = self.desk.plan.of(self.application_id)
        row = rows_as(PlanRow, rows)[0]
        return self.desk.page(row), key_of(row)
