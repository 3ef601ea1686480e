"""The files of a message on its way out: a draft, a link, a reminder, a sheet for the call."""

from followup_lib.outbox.calendar import as_ics, title_of
from followup_lib.outbox.call_sheet import as_html, call_sheet
from followup_lib.outbox.email import as_eml, mailto
from followup_lib.pages.kit.bridge import File
from followup_lib.pages.letter.model import LetterModel


def eml_file(model: LetterModel) -> File:
    """Return the message as a draft that any mail program opens unsent."""
    return f"{_stem(model)}.eml", "message/rfc822", as_eml(model.outgoing())


def mail_link(model: LetterModel) -> str:
    """Return the message as a link; raises `FollowupError` when it is too long for one."""
    return mailto(model.outgoing())


def ics_file(model: LetterModel) -> File:
    """Return the reminder for the day the plan names."""
    desk, row = model.desk, model.row
    title, search = title_of(desk.plan, row), desk.search.folder.name
    content = as_ics(row, title, model.reason, desk.today, search)
    return f"{_stem(model)}.ics", "text/calendar", content


def call_file(model: LetterModel) -> File:
    """Return the sheet to have beside the phone, with the person's own words and new day."""
    desk = model.desk
    sheet = call_sheet(
        desk.plan,
        desk.tables,
        model.row,
        letters=desk.search.letters,
        new_day=model.new_day,
        script=model.own_words("phone"),
        voicemail=model.own_words("voicemail"),
    )
    return f"call-{_stem(model)}.html", "text/html", as_html(sheet).encode("utf-8")


def _stem(model: LetterModel) -> str:
    row = model.row
    return f"{row.application_id or row.reference_id}-{row.situation}".replace("_", "-")
