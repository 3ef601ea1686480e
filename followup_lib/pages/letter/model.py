"""The page that writes a message: which row, what is known or asked, and the words."""

import datetime as dt
from typing import Any

import traitlets as t

from followup_lib.advice.reasons import reason
from followup_lib.advice.said import SaidRow
from followup_lib.letters.template import FILE_OF_CHANNEL
from followup_lib.outbox.email import Outgoing
from followup_lib.pages.kit.deeds import headline_of
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.facts import facts_of
from followup_lib.pages.kit.kept import Kept
from followup_lib.pages.kit.names import PAGES, title_of
from followup_lib.pages.letter.draft_model import DraftModel
from followup_lib.pages.letter.envelope import Envelope
from followup_lib.pages.letter.logged import Logged
from followup_lib.pages.letter.rows import label, owes_a_thing, rows_for
from followup_lib.records.rows import PlanRow, key_of
from followup_lib.records.vocabulary import words


class LetterModel(DraftModel):
    """What the page shows for one row of the plan; changing `key` or `channel` writes anew.

    `choices` and `channels` are (label, value) pairs, rows due first. `heading` says what to do and
    for whom; `arrived` counts how often the person came to another row. `logged` is what was logged
    here, while no row is shown. `turned` counts how often a row was shown anew, be it the same one.
    `attached` is the name of the file that goes along.
    """

    choices: t.List[Any] = t.List()
    turned = t.Int(0)
    channels: t.List[Any] = t.List()
    heading = t.Unicode("")
    arrived = t.Int(0)
    reason = t.Unicode("")
    why = t.Unicode("")
    when = t.Unicode("")
    facts: t.List[Any] = t.List()
    attached = t.Unicode("")
    logged: t.Instance[Logged | None] = t.Instance(Logged, allow_none=True)

    def __init__(self, desk: Desk, page: str) -> None:
        super().__init__(desk)
        self.page = page
        self.situations = PAGES[page]
        self._envelope = Envelope(desk)
        self.refresh()

    @property
    def said(self) -> SaidRow | None:
        """Return the words the row's day was read from, while nobody has confirmed them."""
        return self.desk.plan.facts.asked(self.row) if self.key in self.offered else None

    def refresh_here(self) -> None:
        """List the rows again, and stay with the application if its row is still here."""
        application_id = self.row.application_id
        self.refresh(self.key)
        same = [k for k, o in self.offered.items() if o.row.application_id == application_id]
        self.key = self.key if self.key in same else next(iter(same), self.key)

    def _list(self) -> None:
        rows = rows_for(self.desk, self.situations)
        self.offered = {key_of(offered.row): offered for offered in rows}
        self.choices = [
            (label(self.desk, offered, self.situations), key)
            for key, offered in self.offered.items()
        ]

    def refresh(self, keep: str = "") -> None:
        """List the rows again, and choose `keep`, the row chosen elsewhere, or the first."""
        self._list()
        wanted, before = [keep, self.desk.chosen, *self.offered], self.key
        self.key = next((key for key in wanted if key in self.offered), "")
        if self.key == before:
            self.turn()

    @t.observe("key")
    def turn(self, _: object = None) -> None:
        """Show the row that `key` names, as things stand now."""
        self._kept = Kept(self.desk.search, f"letter {self.key}")
        if self.key:
            self.logged = None
        self.desk.turn(self.key or (self.logged.key if self.logged else ""))
        if self.key in self.offered:
            self._show(*self.offered[self.key])
        else:
            self.heading = self.logged.heading if self.logged else title_of(self.page)
            self.reason = self.why = self.when = self.channel = ""
            self.facts, self.questions, self.unclear = [], {}, {}
        self.turned += 1

    def go_to(self, key: str) -> None:
        """Turn to another row, which the pages opened next are about, too."""
        self.desk.choose(key)
        self.key = key
        self.arrived += 1

    def _show(self, row: PlanRow, advised: PlanRow) -> None:
        suggested, row = row is advised, self.row
        kept = self._kept.values
        day = kept.get("new_day")
        self.new_day = dt.date.fromisoformat(day) if day else None
        self._writing, self.reply = True, kept.get("reply", "")
        self._envelope.turn(row)
        self.attached = self._envelope.attached
        self.reason = reason(advised, self.desk.plan.view)
        self.when = self.desk.when(row) if suggested else "to prepare; something else comes first"
        early = f"{self.when[:1].upper()}{self.when[1:]}. " if advised.when != "today" else ""
        self.why = early + self.reason
        self.heading = headline_of(self.desk, row)
        self.facts = facts_of(self.desk, row)
        self.channels = [(words(channel), channel) for channel in FILE_OF_CHANNEL]
        before, self.channel = self.channel, kept.get("channel") or row.channel
        if self.channel == before:
            self.write()

    def readdress(self, chosen: dict[str, str]) -> None:
        """Address the letter to the person `chosen`, in that person's way; to none: as planned."""
        self._kept.put(chosen, without="channel" if chosen else "to")
        self.turn()

    def outgoing(self) -> Outgoing:
        """Return the message as it stands on the page."""
        address = self.address if self.channel == "email" else ""
        return self._envelope.around(self.row.to, address, self.subject, self.body)

    def attach(self, name: str, data: bytes) -> str:
        """Attach a file to the draft; raises `FollowupError` when no mail server carries it."""
        self._envelope.attach(name, data, self.outgoing())
        self.attached = name
        return self.told_attached

    @property
    def told_attached(self) -> str:
        """Return which file is attached, in a sentence, "" for none."""
        return f"Attached to the draft: {self.attached}." if self.attached else ""

    def take_off(self) -> str:
        """Take the file off the draft again."""
        self._envelope.take_off()
        name, self.attached = self.attached, ""
        return f"Removed from the draft: {name}."

    def answer(self, data: bytes) -> str:
        """Let the draft answer a message of theirs, filed with the row of their last word."""
        answers = self._envelope.answer(self.row, data)
        self.refresh(self.key)
        return f"The draft answers “{answers.subject}”."

    def stay(self, logged: Logged) -> None:
        """Show what was logged; what was around the message is gone with it."""
        self._envelope.empty()
        self._list()
        self.logged = logged
        self.key = ""
        self.arrived += 1

    @property
    def asks_for_file(self) -> bool:
        """Tell whether the message delivers a thing that was promised (P2)."""
        return bool(self.key) and not self.new_day and owes_a_thing(self.desk, self.row)

    def undo(self) -> str:
        """Take back the last change of this search, and return which it was.

        The words of a message that was logged here stand here again.
        """
        logged, undone = self.logged, self.desk.undo()
        for name, values in logged.drafts.items() if logged else ():
            self.desk.search.keep(name, values)
        self.refresh(logged.key if logged else self.key)
        self.arrived += bool(logged)
        return undone
