"""Handing over: drafts, links and reminders read back by the standard's own readers."""

import datetime as dt
import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_lib.advice.plan import plan
from followup_lib.cli import main
from followup_lib.outbox.calendar import as_ics
from followup_lib.outbox.call_sheet import as_html, call_sheet
from followup_lib.outbox.email import (
    LARGEST_FILE,
    LONGEST_LINK,
    Outgoing,
    Received,
    as_eml,
    mailto,
    read_received,
)
from followup_lib.outbox.sent import file_received, kept_message, last_received
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.tables import Tables
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch
from tests.advice import situations

TODAY = dt.date(2026, 3, 16)
THEIRS = Received("<7@firm.example>", "Your interview")
CREDIT_UNION = "cobblers-gate-credit-union-payroll-analyst"
BODY = "Hello,\n\nthank you.\n\nKind regards,\nMaya\n"
NAMES = [
    "Ms. Reyes",
    "سلمى حداد",
    "王小明",
    "נועה כהן",
    "Zoë Brûlard",
    "Ada 😊 Brook",
    'O"Neil, Jr.',
]


def read(data: bytes) -> EmailMessage:
    """Return a message as Python's own reader sees it."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(message: EmailMessage) -> str:
    """Return the words of a message."""
    part = message.get_body(("plain",))
    return str(part.get_content())


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_comes_back_whole(name: str) -> None:
    """To, subject and body in any script, unsent, with CRLF and no date or id of ours."""
    out = Outgoing(name, "a@b.example", f"About {name}", f"{name}\n{BODY}", name, "me@c.example")
    data = as_eml(out)
    message = read(data)
    assert message["X-Unsent"] == "1"
    assert message["To"].addresses[0].display_name == name
    assert message["To"].addresses[0].addr_spec == "a@b.example"
    assert message["From"].addresses[0].addr_spec == "me@c.example"
    assert message["Subject"] == f"About {name}"
    assert text_of(message).replace("\r\n", "\n") == f"{name}\n{BODY}"
    assert message["Date"] is None
    assert message["Message-ID"] is None
    assert b"\n" not in data.replace(b"\r\n", b"")


@pytest.mark.parametrize("address", ["", "not an address", "@", "a@b@c", "a b@c.example", "ä@ö"])
def test_what_is_no_address_is_left_out_or_kept_whole(address: str) -> None:
    """A draft without a usable address still opens; nothing is made up."""
    to = read(as_eml(Outgoing("Ms. Reyes", address, "Hello", BODY)))["To"]
    assert to is None or to.addresses[0].addr_spec == address


@pytest.mark.parametrize("place", ["to", "address", "subject", "sender", "sender_address"])
def test_a_line_break_begins_no_header(place: str) -> None:
    """A name or subject with a line break in it adds no header."""
    cells = {"to": "A", "address": "a@b.example", "subject": "S", "sender": "M"}
    cells |= {"sender_address": "m@c.example", "body": BODY}
    cells[place] += "\r\nBcc: other@evil.example\r\n\r\nother words"
    message = read(as_eml(Outgoing(**cells)))
    assert message["Bcc"] is None
    assert text_of(message).replace("\r\n", "\n") == BODY


def test_an_answer_stays_in_its_thread() -> None:
    """In-Reply-To and "Re:" come from their message; "Re:" is not doubled."""
    theirs = b"Message-ID: <7@firm.example>\r\nSubject: Your interview\r\n\r\nHello"
    received = read_received(theirs)
    message = read(as_eml(Outgoing("A", "a@b.example", "ours", BODY, answers=received)))
    assert message["In-Reply-To"] == message["References"] == "<7@firm.example>"
    assert message["Subject"] == "Re: Your interview"
    again = Outgoing("A", "", "ours", BODY, answers=Received("<8@x>", "RE: Your interview"))
    assert again.thread_subject == "RE: Your interview"


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\x00", b"just some words"])
def test_what_is_no_message_is_refused(data: bytes) -> None:
    """A picture or a text is no e-mail file, and the sentence says what to do."""
    with pytest.raises(FollowupError, match=r"save their message as \.eml"):
        read_received(data)


def test_a_file_goes_along() -> None:
    """Name and bytes of an attachment come back, in any script; the same input, the same bytes."""
    name, data = "Pröbe bericht 报告.pdf", bytes(range(256)) * 9
    out = Outgoing("A", "a@b.example", "S", BODY, attachment=(name, data))
    part = next(iter(read(as_eml(out)).iter_attachments()))
    assert part.get_filename() == name
    assert part.get_payload(decode=True) == data
    assert as_eml(out) == as_eml(out)


def test_a_file_no_server_carries_is_refused() -> None:
    """Above 20 MB a sentence says why, and offers a link or a smaller file."""
    out = Outgoing("A", "", "S", BODY, attachment=("film.mp4", bytes(LARGEST_FILE + 1)))
    with pytest.raises(FollowupError, match="Send a link"):
        as_eml(out)


@pytest.mark.parametrize("name", NAMES)
def test_a_link_says_the_same(name: str) -> None:
    """Decoded, the link has the address, the subject and the body, its lines ended by CRLF."""
    link = mailto(Outgoing(name, "a@b.example", f"About {name} & 100 %", f"{name}?\n{BODY}"))
    parts = urlsplit(link)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "a@b.example")
    assert "+" not in link
    told = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert told["subject"] == [f"About {name} & 100 %"]
    assert told["body"] == [f"{name}?\n{BODY}".replace("\n", "\r\n")]


def test_a_long_message_has_no_link() -> None:
    """2,000 characters are a link, one more is a sentence that offers to copy."""
    short = len(mailto(Outgoing("A", "a@b.example", "S", "")))
    assert len(mailto(Outgoing("A", "a@b.example", "S", "x" * (LONGEST_LINK - short)))) == 2000
    with pytest.raises(FollowupError, match="copy it"):
        mailto(Outgoing("A", "a@b.example", "S", "x" * (LONGEST_LINK - short + 1)))


@settings(max_examples=150)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=300))
def test_no_text_breaks_a_draft(name: str, subject: str, body: str) -> None:
    """Whatever was typed, the draft can be read and has no header more than ours."""
    body = body.encode("utf-8", "ignore").decode("utf-8")
    name, subject = (text.encode("utf-8", "ignore").decode("utf-8") for text in (name, subject))
    message = read(as_eml(Outgoing(name, "a@b.example", subject, body)))
    known = {"x-unsent", "to", "subject", "content-type", "content-transfer-encoding"}
    assert {header.casefold() for header in message} <= {*known, "mime-version"}


def row_of(tables: Tables, application_id: str) -> tuple:
    """Return the plan on its Monday and the first row of an application."""
    now = plan(tables, TODAY)
    return now, next(now.of(application_id).itertuples())


def test_a_reminder_comes_back_whole(sample: Tables) -> None:
    """Half past ten for a call, floating local time, an alarm, and the reason in the text."""
    _, row = row_of(sample, CREDIT_UNION)
    event = icalendar.Calendar.from_ical(
        as_ics(row, "Call سلمى", "They said so.", TODAY, "Maya")
    ).events[0]
    assert event.start == dt.datetime(2026, 3, 16, 10, 30)
    assert event.start.tzinfo is None
    assert event["SUMMARY"] == "Call سلمى"
    assert event["DESCRIPTION"] == "They said so."
    assert len(event.walk("VALARM")) == 1


@pytest.mark.parametrize(("channel", "hour"), [("phone", (10, 30)), ("email", (9, 0))])
def test_writing_is_at_nine(sample: Tables, channel: str, hour: tuple[int, int]) -> None:
    """A message to write is for nine o'clock, a call for half past ten."""
    _, row = row_of(sample, CREDIT_UNION)
    made = as_ics(row._replace(channel=channel), "x", "y", TODAY, "Maya")
    start = icalendar.Calendar.from_ical(made).events[0].start
    assert (start.hour, start.minute) == hour


def test_a_later_reminder_replaces_the_earlier(sample: Tables) -> None:
    """The id stays, the sequence grows, so a calendar updates instead of doubling."""
    _, row = row_of(sample, CREDIT_UNION)
    days = (TODAY, TODAY + dt.timedelta(days=1))
    first, second = (
        icalendar.Calendar.from_ical(as_ics(row, "x", "y", day, "Maya")).events[0] for day in days
    )
    assert first["UID"] == second["UID"]
    assert second["SEQUENCE"] > first["SEQUENCE"]


def test_a_row_without_a_day_has_no_reminder(sample: Tables) -> None:
    """Long quiet has no day: a sentence, no file."""
    _, row = row_of(sample, "kestrel-point-museum-membership-coordinator")
    with pytest.raises(FollowupError, match="has no day"):
        as_ics(row, "x", "y", TODAY, "Maya")


def test_a_call_sheet_has_all_one_needs(sample: Tables) -> None:
    """Number, script, voicemail, the reason, room for their words; everything escaped."""
    tables = edits.change_application(sample, CREDIT_UNION, contact_phone="(609) <b>555</b>-0101")
    now, row = row_of(tables, CREDIT_UNION)
    told = as_html(call_sheet(now, tables, row))
    for words in ("Call Ms. Reyes", "Best hours", "good time", "The voicemail"):
        assert words in told
    assert "&lt;b&gt;555" in told
    own = as_html(call_sheet(now, tables, row, script="My own words"))
    assert "My own words" in own


def test_a_kept_message_has_a_name_of_its_own(sample: Tables, tmp_path: Path) -> None:
    """Two messages of one day about one application do not overwrite each other.

    Nor does one overwrite a message on disk whose row was taken out.
    """
    out = Outgoing("A", "a@b.example", "S", BODY)
    about = (out, TODAY, CREDIT_UNION, "their_date_passed")
    first, data = kept_message(*about, sample, tmp_path)
    assert first.startswith("2026-03-16-cobblers-gate")
    assert read(data)["X-Unsent"] is None
    tables = edits.log(sample, CREDIT_UNION, "wrote", TODAY, message=first)
    second, _ = kept_message(*about, tables, tmp_path)
    (tmp_path / "messages").mkdir()
    (tmp_path / "messages" / second).write_bytes(data)
    third, _ = kept_message(*about, tables, tmp_path)
    assert len({first, second, third}) == 3


def test_their_last_message_is_found(search: JobSearch) -> None:
    """The newest message of theirs on file is what a draft answers; a lost file is no matter."""
    (search.folder / "messages").mkdir(exist_ok=True)
    theirs = b"Message-ID: <7@firm.example>\r\nSubject: Your interview\r\n\r\nHello"
    (search.folder / "messages" / "theirs.eml").write_bytes(theirs)
    for name in ("theirs.eml", "lost.eml"):
        search.edit(
            name,
            lambda t, name=name: edits.log(t, CREDIT_UNION, "heard_back", TODAY, message=name),
        )
    now, row = row_of(search.read(), CREDIT_UNION)
    assert last_received(now, row, search.folder) == THEIRS
    assert last_received(now, row._replace(to="Mr. Someone Else"), search.folder) is None


def test_a_draft_answers_only_whom_it_is_addressed_to(tmp_path: Path) -> None:
    """Ms. Ortiz's message is answered by a letter to her, by none to Mr. Hall or a reference."""
    facts = "interview 3-05; heard_back 3-06 who 'ms. ortiz'; heard_back 3-09; reference_given "
    facts += "3-09 who okonjo; i_promised 3-10 due 3-16 who 'Mr. Hall' via email said 'a sample'"
    tables = situations.search({"acme": facts})
    now = plan(edits.change_event(tables, "acme-2", message="theirs.eml"), TODAY)
    (tmp_path / "messages").mkdir()
    (tmp_path / "messages" / "theirs.eml").write_bytes(
        b"Message-ID: <7@firm.example>\r\nSubject: Your interview\r\n\r\nHello"
    )
    found = {row.to: last_received(now, row, tmp_path) for row in rows_as(PlanRow, now.of("acme"))}
    assert found == {"Ms. Ortiz": THEIRS, "Mr. Hall": None, "Mr. Okonjo": None}


def test_a_message_is_filed_with_the_row_of_that_person(tmp_path: Path) -> None:
    """What comes from Ms. Ortiz stays with her row; of a reference nothing of theirs is a row."""
    facts = "interview 3-05; heard_back 3-06; heard_back 3-09 who 'Mr. Hall'; reference_given "
    tables = situations.search({"acme": f"{facts} 3-09 who okonjo"})
    now = plan(tables, TODAY)
    filed = {
        row.to: file_received(now, tables, row, b"words", tmp_path)
        for row in rows_as(PlanRow, now.of("acme"))
    }
    rows = filed["Ms. Ortiz"][0].timeline
    assert rows.loc[rows["message"] != "", "event_id"].tolist() == ["acme-2"]
    assert filed["Mr. Okonjo"] == (tables, {})


def test_a_reminder_and_a_sheet_give_the_reason_of_their_own_row(tmp_path: Path) -> None:
    """For a reference both say why to write to the reference, not why to write to the employer."""
    facts = "interview 3-13; reference_given 3-13 who okonjo"
    tables = situations.search({"acme": facts})
    search = create_search(tmp_path / "Noor", name="Noor Haddad", phone="(609) 555-0177")
    search.edit("all", lambda empty: replace(tables, settings=empty.settings))
    command = ["draft", "acme", "--search", str(search.folder), "--today", TODAY.isoformat()]
    files = [tmp_path / "a.ics", tmp_path / "a.html"]
    options = ["--ics", str(files[0]), "--call-sheet", str(files[1])]
    main([*command, "--reference", "okonjo", "--situation", "brief_reference", *options])
    event = icalendar.Calendar.from_ical(files[0].read_bytes()).events[0]
    assert event["DESCRIPTION"].startswith("You gave Mr. Okonjo’s name to Acme.")
    assert "You gave Mr. Okonjo’s name to Acme." in files[1].read_text(encoding="utf-8")


def test_the_terminal_writes_all_of_it(search: JobSearch, tmp_path: Path, capsys) -> None:
    """`followup draft ID` with --eml, --mailto, --ics, --call-sheet: files, a link, exit code 0."""
    command = ["draft", "quillon-health-technical-writer", "--search", str(search.folder)]
    files = [tmp_path / name for name in ("a.eml", "a.ics", "a.html")]
    options = ["--eml", str(files[0]), "--ics", str(files[1]), "--call-sheet", str(files[2])]
    assert main([*command, "--channel", "email", "--mailto", *options]) == 0
    assert all(file.stat().st_size > 200 for file in files)
    assert "mailto:lukasz.wojcik@quillon.example?subject=" in capsys.readouterr().out


def test_the_terminal_refuses_an_unfinished_draft(tmp_path: Path, capsys) -> None:
    """What is missing comes as questions in one line, and no file is written."""
    (tmp_path / "applications.csv").write_text(
        "application_id,company,job_title\nacme,Acme,Clerk\n", encoding="utf-8"
    )
    (tmp_path / "timeline.csv").write_text("application_id,on,event\n", encoding="utf-8")
    file = tmp_path / "a.eml"
    command = ["draft", "acme", "--situation", "their_date_passed", "--search", str(tmp_path)]
    assert main([*command, "--eml", str(file)]) == 2
    assert "still needs: " in capsys.readouterr().err
    assert not file.exists()
