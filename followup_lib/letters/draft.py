"""Drafts: for a row of the plan the message to send, or the questions still open."""

import datetime as dt
from dataclasses import dataclass, field

import pandas as pd

from followup_lib.advice.plan import Plan
from followup_lib.letters.asked import asked_for
from followup_lib.letters.facts import letter_facts, wrote_since, wrote_with
from followup_lib.letters.own import NO_LETTERS, OwnLetters
from followup_lib.letters.template import (
    FILE_OF_CHANNEL,
    FORMAL,
    Letter,
    fill_letter,
    find_letter,
    letter_names,
)
from followup_lib.records.dates import letter_day, short_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.situations import REFERENCE_SITUATIONS, UNWRITTEN, Situation
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import LETTERS_BY, Channel, Event, words

REPLIES = ("accept", "decline", "time")
"""Answers to an offer, each with letters of its own: the endings of their files (A3)."""


@dataclass(frozen=True, repr=False)
class Draft:
    """A message for one `row` of the plan, ready to be read, changed, and sent by the person.

    `subject` is None but in e-mails; `subject` and `body` are None while something is `missing`:
    field → question. `unclear` are questions, too, about words of the spreadsheet that fit into no
    sentence, and the address where nobody is named: the message does without. `not_before` is the
    earliest day for it, None when there is none. `new_day` is the day a promise is moved to by it,
    or until which one asks for time to answer an offer; `reply` is that answer. `problems` are
    sentences about a letter of the coach's own that would fit and cannot be used.
    """

    situation: str
    channel: str
    to: str
    subject: str | None
    body: str | None
    not_before: dt.date | None
    row: PlanRow
    missing: dict[str, str] = field(default_factory=dict)
    unclear: dict[str, str] = field(default_factory=dict)
    letter: str = ""
    address: str = ""
    problems: tuple[str, ...] = ()
    new_day: dt.date | None = None
    reply: str = ""

    def __repr__(self) -> str:
        if self.body is None:
            return "\n".join(["Still needed:", *self.missing.values()])
        subject = f"Subject: {self.subject}\n\n" if self.subject else ""
        return f"To: {self.to} {self.address}\n{subject}{self.body}"


def draft(
    plan: Plan,
    tables: Tables,
    row: PlanRow,
    *,
    letters: OwnLetters = NO_LETTERS,
    channel: str = "",
    answers: dict[str, str] | None = None,
    new_day: dt.date | None = None,
    reply: str = "",
) -> Draft:
    """Write the message for `row` of a plan.

    `letters` are the coach's own, which win over ours. `channel` (email, phone, voicemail, text,
    linkedin) defaults to the row's; `answers` are what the person said to earlier questions, by
    field: they count before the spreadsheet. `new_day` turns a promise into its announcement of a
    new day. `reply` is one of `REPLIES`, the answer to an offer; without it one asks for the day it
    is due. Raises `FollowupError` for a channel without letters, or a row on pause.
    """
    answers = {name: value for name, value in (answers or {}).items() if value}
    answers |= _new_day(new_day, plan, tables)
    channel = channel or row.channel
    _refuse(row, channel, reply)
    fields = letter_facts(plan, tables, row, answers, email=channel == Channel.EMAIL)
    formal = tables.settings.seeker.register == FORMAL
    variants = _variants(plan, row, answers, reply)
    letter = find_letter(row.situation, channel, variants, letters.usable, formal=formal)
    names = letter_names(row.situation, channel, variants, formal=formal)
    address = answers.get(channel) or _address(row, channel)
    missing, unclear = asked_for(plan, row, channel, letter, fields, address, answers)
    subject, body = (None, None) if missing else fill_letter(letter, fields)
    earliest = None if pd.isna(row.earliest_on) else row.earliest_on.date()
    return Draft(
        situation=str(row.situation),
        channel=str(channel),
        to=row.to or answers.get("contact", ""),
        subject=subject if letter.subject else None,
        body=body,
        not_before=earliest,
        row=row,
        missing=missing,
        unclear=unclear,
        letter=letter.name,
        address=address,
        problems=_unusable(letters, letter, names),
        new_day=new_day,
        reply=reply,
    )


def _new_day(day: dt.date | None, plan: Plan, tables: Tables) -> dict[str, str]:
    """Return a new day as letters say it, for the fields that hold one."""
    if day is None:
        return {}
    written = letter_day(day, plan.facts.today.date(), tables.settings.calendar.locale)
    return {"new_day": written, "until_day": written}


def _refuse(row: PlanRow, channel: str, reply: str) -> None:
    """Raise `FollowupError` where no letter can be chosen."""
    if channel not in FILE_OF_CHANNEL:
        raise FollowupError(
            f"There are no letters for the channel {channel!r}; allowed are "
            f"{', '.join(FILE_OF_CHANNEL)}."
        )
    if row.situation in UNWRITTEN:
        raise FollowupError("There is nothing to write about this application now.")
    if reply and (reply not in REPLIES or row.situation != Situation.OFFER_TO_ANSWER):
        raise FollowupError(
            f"reply: found {reply!r}; allowed are {', '.join(REPLIES)}, and only for an offer."
        )


def refuse_new_day(day: dt.date, today: dt.date) -> None:
    """Raise `FollowupError` for a day a promise cannot be moved to: one that has come (P3)."""
    if day <= today:
        raise FollowupError("The new day must be in the future; choose a later one.")


def refuse_time(plan: Plan, row: PlanRow) -> None:
    """Raise `FollowupError` for time asked for already, or after the day of the answer (A3)."""
    f, today = plan.facts.of(row.application_id), plan.facts.today
    if pd.notna(f["asked_time_on"]):
        on = short_day(f["asked_time_on"].date(), today.date())
        raise FollowupError(
            f"You asked for time on {on}; once is enough. Accept or decline, or wait for their "
            "answer."
        )
    if f["offer_day"] < today:
        due = short_day(f["offer_day"].date(), today.date())
        raise FollowupError(
            f"Your answer was due {due}, so it’s too late to ask for time. Accept or decline."
        )


def letter_row(plan: Plan, application_id: str, situation: str = "", **ids: str) -> PlanRow:
    """Return the row of the plan to write for: the most urgent, or that of `situation`.

    A resting application may be prepared: it is given the situation its facts lead to. `ids` may
    name a `promise_id` or `reference_id`. Raises `FollowupError` when there is none.
    """
    rows = plan.rows[plan.rows["application_id"] == application_id]
    for name, value in ids.items():
        if value:
            rows = plan.rows[plan.rows[name] == value]
    of_situation = rows[rows["situation"] == situation]
    if situation and len(of_situation):
        return _first(of_situation)
    for_reference = situation in REFERENCE_SITUATIONS
    own = rows if any(ids.values()) else rows[(rows["reference_id"] != "") == for_reference]
    if own.empty or (situation and (for_reference or situation == Situation.PROMISE_DUE)):
        what = f"for {words(situation)}" if situation else "to write"
        raise FollowupError(f"There is nothing {what} in {application_id or 'this search'} now.")
    acting = own[~own["situation"].isin(list(UNWRITTEN))]
    if len(acting) and not situation:
        return _first(acting)
    main = own[own["promise_id"] == ""]
    row = _first(main if len(main) else own)
    situation = situation or str(plan.view.question[plan.view.place(application_id)])
    return row._replace(situation=situation)


def _first(rows: pd.DataFrame) -> PlanRow:
    return rows_as(PlanRow, rows.head(1))[0]


def _variants(
    plan: Plan, row: PlanRow, answers: dict[str, str], reply: str = ""
) -> tuple[str, ...]:
    """Return the endings of letter files to look for, the best first."""
    if row.situation == Situation.OFFER_TO_ANSWER and reply:
        return (reply,)
    if row.reference_id:
        return ("accepted",) if row.rule == "E2" else ()
    if row.promise_id:
        late = row.due_on < plan.facts.today and pd.isna(plan.facts.tried_on(row))
        moving = "new_day" in answers
        no = bool(plan.view.rejected[plan.view.place(row.application_id)])
        promised = {"late-move": late and moving, "late": late, "move": moving, "no": no}
        return tuple(ending for ending, fits in promised.items() if fits)
    f = plan.facts.of(row.application_id)
    same = wrote_with(f, row)
    at = plan.view.place(row.application_id)
    lost = f["unfixed"] if row.situation == Situation.OFFER_TIMES else ""
    endings = {
        "ahead": (lost == Event.I_MISSED and f["talk_on"] > f["asked_on"])
        or (row.situation == Situation.OFFER_ELSEWHERE and plan.view.talk_too_late[at]),
        "sorry": lost == Event.I_MISSED,
        "missed": lost == Event.THEY_MISSED,
        "canceled": lost == Event.THEY_CANCELED,
        "invited": row.situation == Situation.LONG_QUIET and not f["met"],
        "again": row.rule == "X2",
        "spoken-dated": f["offer_spoken"] and pd.notna(f["their_day"]),
        "spoken": f["offer_spoken"],
        "second": same and f["sent_here"] > 0,
        "final": plan.view.last_round[at],
        "known": same and wrote_since(f),
    }
    return tuple(ending for ending, fits in endings.items() if fits)


def _address(row: PlanRow, channel: str) -> str:
    """Return the addressee's e-mail address or number for this channel, "" when not known."""
    column = LETTERS_BY[channel].column
    return str(getattr(row, column)) if column else ""


def _unusable(letters: OwnLetters, letter: Letter, names: list[str]) -> tuple[str, ...]:
    """Return why letters of the coach's own that come before the one used are not used."""
    better = names[: names.index(letter.name) + 1]
    found = [problem for name in better for problem in letters.about(name)]
    return tuple(f"{problem} The workbook’s own letter is used for now." for problem in found)
