"""What happens to the row of a letter: sent and logged, put off, let go, or dropped."""

import datetime as dt

from followup_lib.letters.draft import REPLIES
from followup_lib.outbox.sent_log import WRITTEN, Sent, entry, refuse_ahead
from followup_lib.pages.kit import leave
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.pages.letter.logged import Logged
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.offer_reply import CHOOSE
from followup_lib.pages.letter.what_next import what_next
from followup_lib.records.dates import short_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow


class SentModel:
    """The ways to be done with the row a letter page shows; after each the page turns anew."""

    def __init__(self, letter: LetterModel) -> None:
        self.letter, self.desk = letter, letter.desk

    def log(
        self,
        on: dt.date | None,
        channel: str,
        outcome: str = WRITTEN,
        *,
        file_attached: bool = True,
        their_day: dt.date | None = None,
        they_said: str = "",
        certainty: str = "",
    ) -> str:
        """Log that the message went out on a day by a channel: the only thing that does.

        `outcome` is `sent`, or one of `OUTCOMES` for a call, with the day they named, how sure it
        is, and their words. The text is kept as sent. Returns what was logged and what comes next.
        """
        on = self._checked(on, outcome, file_attached=file_attached)
        row, key = self.letter.row, self.letter.key
        self._refuse_done_elsewhere()
        reply = self.letter.reply if self.letter.reply in REPLIES else ""
        said = (their_day, they_said, "", certainty, reply)
        sent = Sent(on, channel, outcome, self.letter.new_day, *said)
        now, tables, folder = self.desk.plan, self.desk.tables, self.desk.search.folder
        out = self.letter.outgoing()
        what, change, messages = entry(now, tables, row, sent, out, folder)
        self.desk.edit(what, change, messages=messages)
        names = [f"{kept} {key}" for kept in ("letter", "tone")]
        drafts = {name: self.desk.search.kept(name) for name in names}
        for name in names:
            self.desk.search.keep(name, {})
        text = "\n\n".join(filter(None, (out.subject, out.body))) if messages else ""
        self.letter.stay(Logged(key, self.letter.heading, text, drafts))
        following = what_next(self.desk, row, heard=outcome != "nobody")
        return f"Logged: {what}, {short_day(on, self.desk.today)}. {following}".rstrip()

    def _checked(self, on: dt.date | None, outcome: str, *, file_attached: bool) -> dt.date:
        """Return the day it was sent; raises `FollowupError` for what is still open."""
        if on is None:
            raise FieldError("What day did you send it? Choose the day.", "sent_on")
        try:
            refuse_ahead(on, self.desk.today)
        except FollowupError as ahead:
            raise FieldError(str(ahead), "sent_on") from ahead
        if self.letter.asks_for_file and outcome == WRITTEN and not file_attached:
            raise FieldError(
                "Is the file attached? Check the box, then log the message.", "file_attached"
            )
        if self.letter.undecided:
            raise FollowupError(CHOOSE)
        if self.letter.reply == "time" and not self.letter.new_day and outcome != "nobody":
            raise FieldError("What day did you ask for time until? Choose it first.", "until_day")
        return on

    def _refuse_done_elsewhere(self) -> None:
        """Read again; raise `FollowupError` when another window logged something meanwhile."""
        row = self.letter.row
        subject, before = self.desk.subject_of(row), self._events(row)
        self.desk.look()
        if self._events(row) != before:
            self.letter.refresh(self.letter.key)
            self.letter.arrived += 1
            raise FollowupError(
                f"Something was logged in another window for {subject}, so this was not "
                "logged. What is due now is shown above."
            )

    def _events(self, row: PlanRow) -> list[str]:
        """Return the ids of what is on file about the row, in order."""
        t = self.desk.tables.timeline
        column, mine = (
            ("application_id", row.application_id)
            if row.application_id
            else ("who", row.reference_id)
        )
        return list(t.loc[t[column] == mine, "event_id"])

    def put_off(self, until: dt.date | None) -> str:
        """Put the row off until a day, or for good without one (see `leave.put_off`)."""
        row, advised = self.letter.offered[self.letter.key]
        if row is not advised:
            raise FollowupError("This is not suggested now, so there is nothing to put off.")
        return self._left(leave.put_off(self.desk, row, until))

    def let_rest(self) -> str:
        """Let the application rest; a late answer wakes it."""
        return self._left(leave.let_rest(self.desk, self.letter.row))

    def drop_promise(self) -> str:
        """Take back an own promise that no longer holds."""
        return self._left(leave.drop_promise(self.desk, self.letter.row))

    def _left(self, sentence: str) -> str:
        self.letter.refresh()
        return sentence
