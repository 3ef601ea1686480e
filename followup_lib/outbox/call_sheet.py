"""A sheet to have beside the phone: number, script, voicemail, and room for what they say."""

import datetime as dt
from dataclasses import dataclass

from followup_lib.advice.plan import Plan
from followup_lib.advice.reasons import reason
from followup_lib.letters.draft import draft
from followup_lib.letters.own import NO_LETTERS, OwnLetters
from followup_lib.outbox.printed import template
from followup_lib.records.dates import clock
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow
from followup_lib.records.tables import Tables


@dataclass(frozen=True)
class CallSheet:
    """What stands on the sheet, in words ready to print."""

    who: str
    number: str
    about: str
    why: str
    script: str
    voicemail: str
    when: str = ""


def call_sheet(
    now: Plan,
    tables: Tables,
    row: PlanRow,
    *,
    letters: OwnLetters = NO_LETTERS,
    new_day: dt.date | None = None,
    script: str = "",
    voicemail: str = "",
) -> CallSheet:
    """Gather the sheet for a row of the plan; `new_day` is one a promise is moved to.

    `script` and `voicemail` are the person's own wording, when changed. Raises `FollowupError`
    with every open question while a fact is missing.
    """
    phone, machine = (
        draft(now, tables, row, letters=letters, channel=way, new_day=new_day)
        for way in ("phone", "voicemail")
    )
    missing = phone.missing | ({} if voicemail else machine.missing)
    if missing and not script:
        raise FollowupError(f"The script still needs an answer: {' '.join(missing.values())}")
    about = ""
    if row.application_id in now.facts.applications.index:
        about = ", ".join(filter(None, now.facts.of(row.application_id)[["company", "job_title"]]))
    return CallSheet(
        who=str(row.to),
        number=phone.address,
        about=about,
        why=reason(row, now.view),
        script=script or phone.body or "",
        voicemail=voicemail or machine.body or "",
        when=clock(row.at, tables.settings.calendar.locale),
    )


def as_html(sheet: CallSheet) -> str:
    """Return the sheet as a page that any browser prints; every word is escaped."""
    return str(template("outbox", "call_sheet.html").render(sheet=sheet))
