"""The page that writes a message: which row, what is known or asked, and the words."""

import datetime as dt
from typing import Any

import traitlets as t

from followup_lib.advice.reasons import reason
from followup_lib.advice.said import SaidRow
from followup_lib.letters.draft import REPLIES, draft, refuse_new_day
from followup_lib.letters.fields import ONCE
from followup_lib.letters.template import FILE_OF_CHANNEL
from followup_lib.outbox.email import Outgoing
from followup_lib.pages.kit.deeds import headline_of
from followup_lib.pages.kit.desk import PAGES, Desk, title_of
from followup_lib.pages.kit.facts import facts_of
from followup_lib.pages.kit.kept import Kept
from followup_lib.pages.letter.addressee import addressed, words_key
from followup_lib.pages.letter.envelope import Envelope
from followup_lib.pages.letter.logged import Logged
from followup_lib.pages.letter.offer_reply import refuse_time
from followup_lib.pages.letter.rows import Offered, label, owes_a_thing, rows_for
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow, key_of
from followup_lib.records.vocabulary import words


class LetterModel(t.HasTraits):
    """What the page shows for one row of the plan; changing `key` or `channel` writes anew.

    `choices` and `channels` are (label, value) pairs, rows due first. `subject` and `body` are the
    words as the person has them now, kept beside the tables at every change. `questions` maps a
    missing fact to its question, `unclear` one the letter does without to its own; `problems`
    tell why a letter of one's own cannot be used. `new_day` is the one day a promise is moved to,
    or until which one asks for time. `reply` is the answer to an offer, "" until one is chosen.
    `ours` is our wording, where a fact changed it under words that were edited, "" else. `heading`
    says what to do and for whom; `arrived` counts how often the person came to another row.
    `logged` is what was logged here, while no row is shown. `turned` counts how often a row was
    shown anew, be it the same one. `attached` is the name of the file that goes along.
    """

    choices: t.List[Any] = t.List()
    key = t.Unicode("")
    turned = t.Int(0)
    channels: t.List[Any] = t.List()
    channel = t.Unicode("")
    heading = t.Unicode("")
    arrived = t.Int(0)
    reason = t.Unicode("")
    why = t.Unicode("")
    when = t.Unicode("")
    facts: t.List[Any] = t.List()
    questions = t.Dict()
    unclear = t.Dict()
    subject = t.Unicode("")
    body = t.Unicode("")
    address = t.Unicode("")
    edited = t.Bool(False)
    ours = t.Unicode("")
    problems = t.List(t.Unicode())
    attached = t.Unicode("")
    logged: t.Instance[Logged | None] = t.Instance(Logged, allow_none=True)
    reply = t.Unicode("")
    new_day: t.Instance[dt.date | None] = t.Instance(dt.date, allow_none=True)

    def __init__(self, desk: Desk, page: str) -> None:
        super().__init__()
        self.desk = desk
        self.page = page
        self.situations = PAGES[page]
        self.offered: dict[str, Offered] = {}
        self._writing = False
        self._made = {"subject": "", "body": ""}
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

    @property
    def row(self) -> PlanRow:
        """Return the row written for; raises `FollowupError` when none is chosen."""
        if self.key not in self.offered:
            raise FollowupError("Choose an application first.")
        return addressed(self.desk, self.offered[self.key].row, self._kept)

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

    @property
    def answers_offer(self) -> bool:
        """Tell whether the row is an offer to say yes or no to, or to ask for time (A3)."""
        return bool(self.key) and self.row.rule == "A3"

    @property
    def undecided(self) -> bool:
        """Tell whether an answer to the offer is still to be chosen: none is written before."""
        return self.answers_offer and not self.reply

    def choose_reply(self, reply: str) -> None:
        """Write the answer to an offer: a word of `REPLIES`, or else ask for the day it is due.

        Raises `FollowupError` for time that was asked for already, or after the day has passed.
        """
        if reply == "time":
            refuse_time(self.desk, self.row)
        self.reply = reply
        self._kept.put({"reply": reply})
        self.write()

    def _slot(self, channel: str) -> str:
        """Return where the words of one's own are kept: each person's and each answer's apart."""
        return f"{words_key(channel, self._kept)} {self.reply}".strip()

    @t.observe("channel")
    def write(self, _: object = None) -> None:
        """Write the draft for the chosen row and channel, or the words kept for it."""
        self._writing = True
        try:
            if not self.channel or self.undecided:
                self.subject = self.body = self.address = ""
                self.questions, self.unclear, self.problems, self.ours = {}, {}, [], ""
                return
            made = draft(
                self.desk.plan,
                self.desk.tables,
                self.row,
                letters=self.desk.search.letters,
                channel=self.channel,
                answers={name: self._kept.values.get(name, "") for name in ONCE},
                new_day=self.new_day,
                reply=self.reply if self.reply in REPLIES else "",
            )
            own = self._kept.values.get(self._slot(self.channel), {})
            self.questions, self.unclear = made.missing, made.unclear
            self.address = made.address
            self.problems = list(made.problems)
            self.subject = own.get("subject", made.subject or "")
            self.body = own.get("body", made.body or "")
            self.edited = bool(own)
            self._made = {"subject": made.subject or "", "body": made.body or ""}
            changed = bool(own) and own.get("ours", self._made) != self._made
            self.ours = "\n\n".join(filter(None, self._made.values())) if changed else ""
        finally:
            self._writing = False

    @t.observe("subject", "body")
    def _keep_words(self, _: object) -> None:
        if self._writing or not self.key:
            return
        self.edited = True
        slot = self._slot(self.channel)
        before = self._kept.values.get(slot, {})
        own = {"subject": self.subject, "body": self.body, "ours": before.get("ours", self._made)}
        self._kept.put({"channel": self.channel, slot: own})

    def keep_mine(self) -> str:
        """Keep the person's words beside our new wording."""
        slot = self._slot(self.channel)
        self._kept.put({slot: self._kept.values.get(slot, {}) | {"ours": self._made}})
        self.ours = ""
        return "Your words stay."

    def start_over(self) -> str:
        """Throw the person's changes away and show our wording again."""
        self._kept.put({}, without=self._slot(self.channel))
        self.write()
        return "This is our wording again."

    def own_words(self, channel: str) -> str:
        """Return the message by a channel as the person changed it, "" when it is our wording."""
        return str(self._kept.values.get(self._slot(channel), {}).get("body", ""))

    def readdress(self, chosen: dict[str, str]) -> None:
        """Address the letter to the person `chosen`, in that person's way; to none: as planned."""
        self._kept.put(chosen, without="channel" if chosen else "to")
        self.turn()

    def set_new_day(self, day: dt.date | None) -> None:
        """Tell of a new day for a promise (P3), or for the answer to an offer; None turns back."""
        if day:
            refuse_new_day(day, self.desk.today)
        self.new_day = day
        self._kept.put({"new_day": day}, without="" if day else "new_day")
        self.write()

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
