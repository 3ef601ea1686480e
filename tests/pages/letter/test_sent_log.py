"""What a call brought: each outcome leads to the right next step, and is kept or undone."""

import dataclasses
import datetime as dt

import pandas as pd
import pytest

from followup_lib.pages.kit.common import Status
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.pages.letter.answers import save_answers
from followup_lib.pages.letter.hand_over import call_file, eml_file, ics_file, mail_link
from followup_lib.pages.letter.hand_over_view import HandOver
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.sent_model import SentModel
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables

TODAY = dt.date(2026, 3, 16)
CREDIT_UNION = "cobblers-gate-credit-union-payroll-analyst"


def letter(desk: Desk, page: str = "02_their_date_has_passed", about: str = CREDIT_UNION):
    """Return a letter page with an application chosen."""
    model = LetterModel(desk, page)
    model.key = next(key for key in model.offered if about in key)
    return model


def alone(tables: Tables) -> Tables:
    """Return tables in which nothing happened anywhere else: no offer, no other word."""
    timeline = tables.timeline
    own = timeline[timeline["application_id"] == CREDIT_UNION]
    return dataclasses.replace(tables, timeline=own)


@pytest.mark.parametrize(
    ("outcome", "their_day", "events", "situation", "earliest"),
    [
        ("reached", None, ["called"], "their_date_passed", "2026-03-23"),
        ("voicemail", None, ["left_voicemail"], "their_date_passed", "2026-03-23"),
        ("nobody", None, ["no_answer"], "their_date_passed", "2026-03-17"),
        (
            "new_day",
            dt.date(2026, 3, 20),
            ["called", "moved"],
            "their_date_passed",
            "2026-03-24",
        ),
        ("moved_on", None, ["called", "rejected"], "ask_for_feedback", "2026-03-17"),
    ],
)
def test_a_call_and_what_comes_next(
    desk: Desk,
    outcome: str,
    their_day: dt.date | None,
    events: list[str],
    situation: str,
    earliest: str,
) -> None:
    """Reached, voicemail, nobody, a new day, a no: what is logged, and when the next step opens."""
    desk.edit("a dated offer elsewhere would be a reason of its own", alone)
    model = letter(desk)
    before = len(desk.tables.timeline)
    SentModel(model).log(TODAY, "phone", outcome, their_day=their_day, they_said="by Friday")
    assert desk.tables.timeline["event"].iloc[before:].tolist() == events
    row = next(desk.plan.of(CREDIT_UNION).itertuples())
    assert (row.situation, str(row.earliest_on.date())) == (situation, earliest)
    desk.undo()
    assert len(desk.tables.timeline) == before


@pytest.mark.parametrize("channel", ["phone", "video", "in_person"])
def test_what_was_said_aloud_is_no_letter(desk: Desk, channel: str) -> None:
    """A letter that was told by voice instead is logged as a call, and said to be one."""
    told = SentModel(letter(desk)).log(TODAY, channel)

    assert desk.tables.timeline["event"].iloc[-1] == "called"
    assert told.startswith("Logged: talked with Ms. Reyes")


def test_a_new_day_needs_the_day(desk: Desk) -> None:
    """They gave me a new date, and none is given: a question, and nothing is logged."""
    before = len(desk.tables.timeline)
    for day in (None, dt.date(2026, 3, 13)):
        with pytest.raises(FollowupError, match="What new date did they give you"):
            SentModel(letter(desk)).log(TODAY, "phone", "new_day", their_day=day)
    assert len(desk.tables.timeline) == before


def test_a_new_day_may_be_told_in_words(desk: Desk) -> None:
    """Words that tell a day are kept without one: the plan reads them, and asks whether so."""
    SentModel(letter(desk)).log(TODAY, "phone", "new_day", they_said="now by Friday")
    row = desk.tables.timeline.iloc[-1]
    assert (row["said"], row["due_on"] is pd.NaT) == ("now by Friday", True)
    known = desk.plan.facts.of(CREDIT_UNION)
    assert known["their_day"] == pd.Timestamp("2026-03-20")
    assert desk.plan.facts.said[known["their_row"]].asks


def test_the_text_is_kept_as_sent(desk: Desk) -> None:
    """The person's own words lie in messages/, named in the timeline; undo takes both back."""
    model = letter(desk, about="wexcombe-instruments-documentation-specialist")
    model.channel = "email"
    model.body = "My own words."
    SentModel(model).log(TODAY, "email")
    name = desk.tables.timeline["message"].iloc[-1]
    file = desk.search.folder / "messages" / name
    assert b"My own words." in file.read_bytes()
    desk.undo()
    assert not file.exists()


@pytest.mark.parametrize(("outcome", "kept"), [("reached", False), ("voicemail", True)])
def test_what_was_said_live_is_not_kept(desk: Desk, outcome: str, kept: bool) -> None:
    """A voicemail is kept as spoken; of a live call nobody knows the words."""
    model = letter(desk)
    model.channel = "voicemail" if kept else "phone"
    SentModel(model).log(TODAY, "phone", outcome)
    assert bool(desk.tables.timeline["message"].iloc[-1]) == kept


def test_a_promised_thing_asks_for_its_file(desk: Desk) -> None:
    """Without the tick nothing is logged; a promised call, or a new day, asks for no file."""
    model = letter(desk, "03_keep_your_promise", "quillon-health-technical-writer")
    assert model.asks_for_file
    for day, field in ((TODAY, "file_attached"), (dt.date(2026, 3, 17), "sent_on")):
        with pytest.raises(FieldError) as lacks:
            SentModel(model).log(day, "email", file_attached=False)
        assert lacks.value.field == field  # told where it is mended
    model.set_new_day(dt.date(2026, 3, 20))
    assert not model.asks_for_file
    call = letter(desk, "03_keep_your_promise", "larkrise-logistics-payroll-coordinator")
    assert not call.asks_for_file


def test_a_word_to_them_after_theirs_asks_for_no_file(desk: Desk) -> None:
    """What one would do once they have not answered is to be in touch, whatever its words."""
    after = {"said": "bug them", "refers_to": "e0161", "due_on": dt.date(2026, 3, 23)}
    desk.edit("mend it", lambda tables: edits.change_event(tables, "e0162", **after))
    model = letter(desk, "03_keep_your_promise", "quillon-health-technical-writer")
    assert not model.asks_for_file


def test_a_file_is_attached_to_the_draft(desk: Desk) -> None:
    """The draft holds it; choosing another row forgets it; one too large is refused in words."""
    model = letter(desk, "03_keep_your_promise", "quillon-health-technical-writer")
    model.channel = "email"
    assert model.attach("report.pdf", b"%PDF-1.7") == "Attached to the draft: report.pdf."
    assert b"report.pdf" in eml_file(model)[2]
    with pytest.raises(FollowupError, match="Send a link"):
        model.attach("film.mp4", bytes(20_000_001))
    assert b"report.pdf" in eml_file(model)[2]
    model.key = next(key for key in model.offered if "larkrise" in key)
    assert model.attached == ""


def test_a_file_stays_attached_to_its_row(desk: Desk) -> None:
    """Answers, their message and an undo leave it; taking it off or logging the message does not.

    What the page says of it follows.
    """
    model = letter(desk, about="wexcombe-instruments-documentation-specialist")
    hand_over = HandOver(model, Status())
    model.channel = "email"
    model.attach("report.pdf", b"%PDF-1.7")
    save_answers(desk, model.row, {"my_phone": "(609) 555-0199"})
    model.refresh(model.key)
    assert hand_over.attach.told == "Attached to the draft: report.pdf."
    model.answer(b"Message-ID: <1@x.example>\r\nSubject: Next steps\r\n\r\nHi")
    model.undo()
    assert model.attached == "report.pdf"
    assert b"report.pdf" in eml_file(model)[2]
    assert model.take_off() == "Removed from the draft: report.pdf."
    assert (model.attached, hand_over.attach.told) == ("", "")
    assert b"report.pdf" not in eml_file(model)[2]
    model.attach("report.pdf", b"%PDF-1.7")
    key = model.key
    desk.choose(key)
    SentModel(model).log(TODAY, "email")
    model.key = key
    assert model.attached == ""
    assert b"report.pdf" not in eml_file(model)[2]


def test_an_answer_not_on_file_stays_with_its_row(desk: Desk) -> None:
    """Where nothing of theirs is on file, the draft answers their message until the row changes."""
    model = letter(desk, about="inkberry-house-content-editor")
    model.channel = "email"
    model.answer(b"Message-ID: <1@x.example>\r\nSubject: Next steps\r\n\r\nHi")
    model.attach("report.pdf", b"%PDF-1.7")
    model.take_off()
    model.refresh(model.key)
    assert b"In-Reply-To: <1@x.example>" in eml_file(model)[2]
    key = model.key
    model.key = next(other for other in model.offered if other != key)
    model.key = key
    assert b"In-Reply-To" not in eml_file(model)[2]


def test_the_draft_answers_their_message(desk: Desk) -> None:
    """A message of theirs, uploaded once, puts every draft into its thread; undo takes it away."""
    model = letter(desk, about="wexcombe-instruments-documentation-specialist")
    model.channel = "email"
    told = model.answer(b"Message-ID: <1@x.example>\r\nSubject: Next steps\r\n\r\nHi")
    assert told == "The draft answers “Next steps”."
    assert b"In-Reply-To: <1@x.example>" in eml_file(model)[2]
    again = letter(Desk(desk.search), about="wexcombe-instruments-documentation-specialist")
    again.channel = "email"
    assert b"In-Reply-To: <1@x.example>" in eml_file(again)[2]
    assert desk.undo() == "file a message of theirs"
    assert list((desk.search.folder / "messages").iterdir()) == []


@pytest.mark.parametrize("shown", ["phone", "voicemail", "email"])
def test_the_call_sheet_has_the_persons_own_words(desk: Desk, shown: str) -> None:
    """Script and voicemail are on it as last changed, whichever words the page shows now."""
    model = letter(desk)
    for channel in ("phone", "voicemail"):
        model.channel = channel
        model.body = f"My own {channel} words."
    model.channel = shown
    sheet = call_file(model)[2].decode()
    assert "My own phone words." in sheet
    assert "My own voicemail words." in sheet


def test_the_call_sheet_tells_the_new_day(desk: Desk) -> None:
    """A promise that is moved is told with its new day, to a person and to a machine."""
    model = letter(desk, "03_keep_your_promise", "quillon-health-technical-writer")
    model.set_new_day(dt.date(2026, 3, 20))
    sheet = call_file(model)[2].decode()
    answered, machine = sheet.split("The voicemail")
    assert "Friday, March 20" in answered
    assert "Friday, March 20" in machine


def test_the_files_have_speaking_names(desk: Desk) -> None:
    """Draft, reminder and call sheet are named for the application and the situation."""
    model = letter(desk)
    stem = f"{CREDIT_UNION}-their-date-passed"
    assert eml_file(model)[0] == f"{stem}.eml"
    assert ics_file(model)[0] == f"{stem}.ics"
    assert call_file(model)[0] == f"call-{stem}.html"
    model.body = "Everything I could say about it. " * 100
    with pytest.raises(FollowupError, match="too long for a link"):
        mail_link(model)
    model.channel = "email"
    assert mail_link(model).startswith("mailto:")
