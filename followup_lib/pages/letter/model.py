"""The page that writes a message: which row, what is known or asked, the words, "I sent it"."""

import datetime as dt
from typing import Any

import traitlets as t

from followup_lib.advice.reasons import reason
from followup_lib.letters.draft import draft
from followup_lib.letters.template import FILE_OF_CHANNEL
from followup_lib.outbox.email import Outgoing
from followup_lib.outbox.sent_log import WRITTEN, Sent, entry, refuse_ahead
from followup_lib.pages.kit import leave
from followup_lib.pages.kit.desk import PAGES, Desk
from followup_lib.pages.letter.envelope import Envelope
from followup_lib.pages.letter.rows import Offered, facts_of, label, owes_a_thing, rows_for
from followup_lib.records.dates import short_day
from followup_lib.records.rows import PlanRow, key_of
from followup_lib.records.tables import FollowupError
from followup_lib.records.vocabulary import words


class LetterModel(t.HasTraits):
    """What the page shows for one row of the plan; changing `key` or `channel` writes anew.

    `choices` and `channels` are (label, value) pairs, rows due first. `subject` and `body` are the
    words as the person has them now, kept beside the tables at every change. `questions` maps a
    missing fact to its question; `problems` tell why a letter of one's own cannot be used.
    `new_day` is the one day a promise is moved to. `just_sent` tells that a message was logged
    here and the row shown now was not turned to by the person.
    """

    choices: t.List[Any] = t.List()
    key = t.Unicode("")
    channels: t.List[Any] = t.List()
    channel = t.Unicode("")
    reason = t.Unicode("")
    when = t.Unicode("")
    facts: t.List[Any] = t.List()
    questions = t.Dict()
    subject = t.Unicode("")
    body = t.Unicode("")
    address = t.Unicode("")
    edited = t.Bool(False)
    problems = t.List(t.Unicode())
    attached = t.Unicode("")
    just_sent = t.Bool(False)
    new_day: t.Instance[dt.date | None] = t.Instance(dt.date, allow_none=True)

    def __init__(self, desk: Desk, page: str) -> None:
        super().__init__()
        self.desk = desk
        self.page = page
        self.situations = PAGES[page]
        self.offered: dict[str, Offered] = {}
        self._writing = False
        self.refresh()

    @property
    def row(self) -> PlanRow:
        """Return the row written for; raises `FollowupError` when none is chosen."""
        if self.key not in self.offered:
            raise FollowupError("Choose an application first.")
        return self.offered[self.key].row

    def refresh(self, keep: str = "") -> None:
        """List the rows again, and choose `keep`, the row chosen elsewhere, or the first."""
        rows = rows_for(self.desk, self.situations)
        self.offered = {key_of(offered.row): offered for offered in rows}
        self.choices = [
            (label(self.desk, offered, self.situations), key)
            for key, offered in self.offered.items()
        ]
        wanted = [keep, self.desk.chosen, *self.offered]
        self.key = ""
        self.key = next((key for key in wanted if key in self.offered), "")

    @t.observe("key")
    def _choose(self, _: object) -> None:
        self.desk.turn(self.key)
        self.just_sent = False
        if self.key not in self.offered:
            self._show_nothing()
            return
        row, advised = self.offered[self.key]
        kept = self._kept()
        day = kept.get("new_day")
        self.new_day = dt.date.fromisoformat(day) if day else None
        self._envelope, self.attached = Envelope(self.desk, row.application_id), ""
        self.reason = reason(advised, self.desk.plan.view)
        self.when = (
            self.desk.when(row) if row is advised else "to prepare; another thing comes first"
        )
        self.facts = facts_of(self.desk, row)
        self.channels = [(words(channel), channel) for channel in FILE_OF_CHANNEL]
        channel = kept.get("channel") or row.channel
        self.channel = ""
        self.channel = channel

    def _show_nothing(self) -> None:
        self.reason = self.when = self.channel = ""
        self.facts, self.questions = [], {}

    @t.observe("channel")
    def write(self, _: object = None) -> None:
        """Write the draft for the chosen row and channel, or the words kept for it."""
        self._writing = True
        try:
            if not self.channel:
                self.subject = self.body = self.address = ""
                self.questions, self.problems = {}, []
                return
            made = draft(
                self.desk.plan,
                self.desk.tables,
                self.row,
                letters=self.desk.search.letters,
                channel=self.channel,
                new_day=self.new_day,
            )
            own = self._kept().get(self.channel, {})
            self.questions = made.missing
            self.address = made.address
            self.problems = list(made.problems)
            self.subject = own.get("subject", made.subject or "")
            self.body = own.get("body", made.body or "")
            self.edited = bool(own)
        finally:
            self._writing = False

    @t.observe("subject", "body")
    def _keep_words(self, _: object) -> None:
        if self._writing or not self.key:
            return
        self.edited = True
        own = {"subject": self.subject, "body": self.body}
        self._keep({"channel": self.channel, self.channel: own})

    def start_over(self) -> str:
        """Throw the person's changes away and show our wording again."""
        self._keep({self.channel: {}})
        self.write()
        return "This is our wording again."

    def _kept(self) -> dict[str, Any]:
        return self.desk.search.kept(f"letter {self.key}")

    def _keep(self, values: dict[str, Any]) -> None:
        merged = {name: value for name, value in (self._kept() | values).items() if value}
        self.desk.search.keep(f"letter {self.key}", merged)

    def set_new_day(self, day: dt.date | None) -> None:
        """Turn the draft of a promise into word of a new day (P3); None turns it back."""
        if day is not None and day <= self.desk.today:
            raise FollowupError("The new day must lie ahead; choose a later one.")
        self.new_day = day
        self._keep({"new_day": day.isoformat() if day else ""})
        self.write()

    def outgoing(self) -> Outgoing:
        """Return the message as it stands on the page."""
        address = self.address if self.channel == "email" else ""
        return self._envelope.around(self.row.to, address, self.subject, self.body)

    def attach(self, name: str, data: bytes) -> str:
        """Attach a file to the draft; raises `FollowupError` when no mail server carries it."""
        self._envelope.attach(name, data, self.outgoing())
        self.attached = f"Attached to the draft: {name}"
        return f"{self.attached}."

    def answer(self, data: bytes) -> str:
        """Let the draft answer a message of theirs, filed with the row of their last word."""
        envelope, key = self._envelope, self.key
        answers = envelope.answer(data)
        self.refresh(key)
        self._envelope = envelope
        return f"The draft answers “{answers.subject}”."

    def log(
        self,
        on: dt.date | None,
        channel: str,
        outcome: str = WRITTEN,
        *,
        file_attached: bool = True,
        their_day: dt.date | None = None,
        they_said: str = "",
    ) -> str:
        """Log that the message went out on a day by a channel: the only thing that does.

        `outcome` is `sent`, or one of `OUTCOMES` for a call, with the day they named and their
        words. The text is kept as sent. Returns what was logged and what comes next.
        """
        if on is None:
            raise FollowupError("On which day did you send it? Choose the day.")
        refuse_ahead(on, self.desk.today)
        if self.asks_for_file and outcome == WRITTEN and not file_attached:
            raise FollowupError("Is the file attached? Tick it, and then log the message.")
        row, key = self.row, self.key
        self._refuse_done_elsewhere()
        sent = Sent(on, channel, outcome, self.new_day, their_day, they_said)
        now, tables, folder = self.desk.plan, self.desk.tables, self.desk.search.folder
        what, change, messages = entry(now, tables, row, sent, self.outgoing(), folder)
        self.desk.edit(what, change, messages=messages)
        for kept in ("letter", "tone"):
            self.desk.search.keep(f"{kept} {key}", {})
        self.refresh()
        self.just_sent = True
        return f"Logged: {what}, {short_day(on, self.desk.today)}. {self._next(row)}"

    def turn_to_words(self) -> None:
        """Show the words of the row that is chosen now."""
        self.just_sent = False

    def _refuse_done_elsewhere(self) -> None:
        """Look again; raise `FollowupError` when another window logged something meanwhile."""
        subject, before = self.desk.subject_of(self.row), self._events()
        self.desk.look()
        if self._events() != before:
            self.refresh(self.key)
            raise FollowupError(
                f"Meanwhile something was logged in another window for {subject}, so this was not "
                "logged. What is due now is shown above."
            )

    def _events(self) -> list[str]:
        """Return the ids of what is on file about the row, in order."""
        t, row = self.desk.tables.timeline, self.row
        column, mine = (
            ("application_id", row.application_id)
            if row.application_id
            else ("who", row.reference_id)
        )
        return list(t.loc[t[column] == mine, "event_id"])

    @property
    def asks_for_file(self) -> bool:
        """Tell whether the message delivers a thing that was promised (P2)."""
        return (
            bool(self.key)
            and bool(self.row.promise_id)
            and not self.new_day
            and owes_a_thing(self.desk, self.row)
        )

    def _next(self, row: PlanRow) -> str:
        rows = self.desk.plan.of(row.application_id)
        rows = rows[rows["reference_id"] == ""]
        return f"Next: {rows['reason'].iloc[0]}" if len(rows) else ""

    def put_off(self, until: dt.date | None) -> str:
        """Put the row off until a day, or for good without one (see `leave.put_off`)."""
        row, advised = self.offered[self.key]
        if row is not advised:
            raise FollowupError("This is not suggested now, so there is nothing to put off.")
        return self._left(leave.put_off(self.desk, row, until))

    def let_rest(self) -> str:
        """Let the application rest; a late answer wakes it."""
        return self._left(leave.let_rest(self.desk, self.row))

    def drop_promise(self) -> str:
        """Take back an own promise that no longer holds."""
        return self._left(leave.drop_promise(self.desk, self.row))

    def _left(self, told: str) -> str:
        self.refresh()
        return told

    def undo(self) -> str:
        """Take back the last change of this search."""
        told = self.desk.undo()
        self.refresh(self.key)
        return told
