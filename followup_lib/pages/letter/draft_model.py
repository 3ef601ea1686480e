"""The words of a letter: our draft, or as the person has them now, kept at every change."""

import datetime as dt

import traitlets as t

from followup_lib.letters.draft import REPLIES, draft, refuse_new_day, refuse_time
from followup_lib.letters.fields import ONCE
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept import Kept
from followup_lib.pages.letter.addressee import addressed, words_key
from followup_lib.pages.letter.rows import Offered
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow


class DraftModel(t.HasTraits):
    """The words for the row of the plan that `key` names; changing `channel` writes anew.

    `subject` and `body` are the words as the person has them now, kept beside the tables.
    `questions` maps a missing fact to its question, `unclear` one the letter does without to its
    own; `problems` tell why a letter of one's own cannot be used. `new_day` is the one day a
    promise is moved to, or until which one asks for time. `reply` is the answer to an offer, ""
    until one is chosen. `ours` is our wording, where a fact changed it under words that were
    edited, "" else.
    """

    key = t.Unicode("")
    channel = t.Unicode("")
    questions = t.Dict()
    unclear = t.Dict()
    subject = t.Unicode("")
    body = t.Unicode("")
    address = t.Unicode("")
    edited = t.Bool(False)
    ours = t.Unicode("")
    problems = t.List(t.Unicode())
    reply = t.Unicode("")
    new_day: t.Instance[dt.date | None] = t.Instance(dt.date, allow_none=True)
    _kept: Kept

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.offered: dict[str, Offered] = {}
        self._writing = False
        self._made = {"subject": "", "body": ""}

    @property
    def row(self) -> PlanRow:
        """Return the row written for; raises `FollowupError` when none is chosen."""
        if self.key not in self.offered:
            raise FollowupError("Choose an application first.")
        return addressed(self.desk, self.offered[self.key].row, self._kept)

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
            refuse_time(self.desk.plan, self.row)
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

    def set_new_day(self, day: dt.date | None) -> None:
        """Tell of a new day for a promise (P3), or for the answer to an offer; None turns back."""
        if day:
            refuse_new_day(day, self.desk.today)
        self.new_day = day
        self._kept.put({"new_day": day}, without="" if day else "new_day")
        self.write()
