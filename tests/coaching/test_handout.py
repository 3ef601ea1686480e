"""The page that goes home: what must be on it, what must never be, and that it prints on one."""

import dataclasses
import datetime as dt
import io

import pypdf
import pytest

from followup_lib.advice.plan import plan
from followup_lib.cli import main
from followup_lib.coaching import sessions
from followup_lib.coaching.handout import NOTHING_TODAY, Handout, as_html, handout
from followup_lib.coaching.pdf import LEFT_OUT, as_pdf
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables, empty_table
from followup_lib.store.search import JobSearch

TODAY = dt.date(2026, 3, 16)
SECRET = "the-private-note-of-nobody"
CREDIT_UNION = "cobblers-gate-credit-union-payroll-analyst"


def with_session(tables: Tables) -> Tables:
    """Return tables with a session today, its commitments, and a secret in every note."""
    cells = {"coach": "Mrs. Adele Quist", "focus": "The silence", "insights": "Waiting <is> fine"}
    tables = sessions.note_session(tables, TODAY, next_on=dt.date(2026, 3, 30), **cells)
    tables = sessions.commit(tables, TODAY, "call Ms. Reyes", dt.date(2026, 3, 17), 8)
    tables = sessions.commit(tables, TODAY, "ask Mr. Hall", dt.date(2026, 3, 18), 3, "by e-mail")
    return dataclasses.replace(
        tables,
        applications=tables.applications.assign(notes=SECRET),
        references=tables.references.assign(notes=SECRET),
        timeline=tables.timeline.assign(note=SECRET),
    )


@pytest.fixture(scope="module")
def held(sample: Tables) -> Tables:
    """Return the sample with a session held today."""
    return with_session(sample)


@pytest.fixture(scope="module")
def sheet(held: Tables) -> Handout:
    """Return its handout, with the words for one case."""
    return handout(plan(held, TODAY), held, scripts=[CREDIT_UNION])


def text_of(pdf: bytes) -> list[str]:
    """Return the text of each page of a PDF, spaces evened."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [" ".join(page.extract_text().split()) for page in pages]


MUST = [
    "Maya Lindqvist",
    "Session 1",
    "Mon, March 16",
    "Mrs. Adele Quist",
    "The silence",
    "I will call Ms. Reyes, by Tue, March 17",
    "I will ask Mr. Hall, by Wed, March 18",
    "Osprey Lane Mutual, Operations Analyst",
    "Answer by Mon, March 23.",
    "Inkberry House",
    "Next time: Mon, March 30",
    "more: see the start page",
    "payroll analyst",
]


def test_both_forms_say_all_of_it(sheet: Handout) -> None:
    """Client, coach, day, number, focus, commitments with days, steps with reasons, the script."""
    html = " ".join(as_html(sheet).replace("<strong>", "").replace("</strong>", "").split())
    for text in (html, " ".join(text_of(as_pdf(sheet, TODAY)))):
        assert [words for words in MUST if words.casefold() not in text.casefold()] == []


def test_no_note_is_ever_on_it(sheet: Handout) -> None:
    """Neither notes of applications, references or events, nor how sure the client was."""
    text = as_html(sheet) + " ".join(text_of(as_pdf(sheet, TODAY)))
    assert SECRET not in text
    assert "by e-mail, by" not in text  # what made a commitment smaller


def test_every_word_is_escaped(sheet: Handout) -> None:
    """What a person typed is text, never markup."""
    assert "Waiting &lt;is&gt; fine" in as_html(sheet)


def test_without_scripts_it_is_one_page(held: Tables) -> None:
    """Even the sample, with 18 things to do, goes on one sheet of either paper."""
    made = handout(plan(held, TODAY), held)
    for paper in ("letter", "a4"):
        assert len(text_of(as_pdf(made, TODAY, paper=paper))) == 1


def test_long_reasons_make_way_for_the_sheet(held: Tables) -> None:
    """What would take a second page loses its reasons, those of what is coming first."""
    made = handout(plan(held, TODAY), held)
    for times, today in ((10, True), (25, False)):
        long = {
            name: [
                dataclasses.replace(step, reason=step.reason + " More of it." * times)
                for step in steps
            ]
            for name, steps in (("today", made.today), ("coming", made.coming))
        }
        (text,) = text_of(as_pdf(dataclasses.replace(made, **long), TODAY))
        assert ("More of it." in text, made.coming[0].reason in text) == (today, False)
        assert "Next time: Mon, March 30" in text


def test_the_first_day_taken_on_for_a_job_stands(sample: Tables) -> None:
    """Of two commitments for one job, the step of the plan names the sooner day."""
    job = "osprey-lane-mutual-operations-analyst"
    for day in (18, 17):
        due = dt.date(2026, 3, day)
        sample = sessions.commit(sample, TODAY, f"call {day}", due, 8, application_id=job)
    steps = handout(plan(sample, TODAY), sample).today
    assert "As you said above: by Tue, March 17." in [step.reason for step in steps]


def test_the_same_session_gives_the_same_bytes(sheet: Handout) -> None:
    """A handout made twice is the same file."""
    assert as_pdf(sheet, TODAY) == as_pdf(sheet, TODAY)


def test_letters_the_font_lacks_are_told(sheet: Handout) -> None:
    """A name in Chinese is left out of the PDF, and the sheet says so; the HTML has it."""
    other = dataclasses.replace(sheet, client="王小明")
    assert LEFT_OUT in text_of(as_pdf(other, TODAY))[-1]
    assert LEFT_OUT not in text_of(as_pdf(sheet, TODAY))[-1]
    assert "王小明" in as_html(other)


def test_a_quiet_week_is_said_kindly() -> None:
    """With nothing due and nothing taken on, the sheet says so and draws no empty chart."""
    names = ("applications", "people", "timeline", "references")
    tables = sessions.note_session(Tables(*map(empty_table, names)), TODAY, focus="Rest")
    made = handout(plan(tables, TODAY), tables)
    assert made.chart == b""
    text = " ".join(text_of(as_pdf(made, TODAY)))
    assert NOTHING_TODAY in text
    assert "Nothing was agreed on, and that’s fine." in text


def test_without_a_session_it_is_the_plan(sample: Tables) -> None:
    """No session: today, coming up and what is on pause, and nothing about a session."""
    made = handout(plan(sample, TODAY), sample)
    for text in (as_html(made), text_of(as_pdf(made, TODAY))[0]):
        assert "Your plan · Mon, March 16" in text
        assert "On pause, nothing to do there (3): Kestrel Point Museum" in text
        for word in ("ession", "to-dos", "was agreed"):
            assert word not in text


def test_every_interview_ahead_is_on_it(sample: Tables) -> None:
    """One tomorrow at ten and one next week stand there, the next first, and on no pause."""
    tables, soon, later = sample, "quillon-health-technical-writer", CREDIT_UNION
    for job, day, at in ((later, 24, ""), (soon, 17, "10:00")):
        cells = {"due_on": dt.date(2026, 3, day), "at": at}
        tables = edits.log(tables, job, "interview_planned", TODAY, **cells)
    made = handout(plan(tables, TODAY), tables)
    assert [when for _, when in made.interviews] == [
        "Tue, March 17 at 10:00 AM",
        "Thu, March 19",
        "Tue, March 24",
    ]
    for text in (as_html(made).replace("</strong>", ""), " ".join(text_of(as_pdf(made, TODAY)))):
        assert "Quillon Health, Technical Writer: Tue, March 17 at 10:00 AM" in text
    assert not any("Quillon" in line or "Emberfold" in line for line in made.rest)
    assert len(text_of(as_pdf(made, TODAY))) == 1


def test_only_what_rests_is_called_so(sample: Tables) -> None:
    """Who is waited on, what is on pause and what has ended each stand under their own name."""
    waiting, pause, ended = handout(plan(sample, TODAY), sample).rest
    assert waiting.startswith("Waiting on them (3): Brindlewick Laboratories")
    assert "Lowmarsh College" in pause
    assert "Ridgeline Catering" in pause
    assert ended.startswith("Ended (3): Ferncastle Foods")


def test_what_was_taken_on_has_one_day(sample: Tables) -> None:
    """Beside “I will …, by Wednesday” the list never says “today”; the smaller step is first."""
    quillon = "quillon-health-technical-writer"
    wednesday = dt.date(2026, 3, 18)
    tables = sessions.commit(
        sample, TODAY, "send the report", wednesday, 5, "open it once", quillon
    )
    made = handout(plan(tables, TODAY), tables)
    (step,) = (step for step in made.today if step.title.startswith("Quillon Health"))
    assert step.reason == "As you said above: by Wed, March 18."
    said = "I will send the report, by Wed, March 18. First: open it once"
    assert said in text_of(as_pdf(made, TODAY))[0]


def test_words_that_lack_an_answer_are_refused(held: Tables) -> None:
    """A script whose facts are missing is named with its question."""
    lacking, application_id = edits.add_application(held, company="Hill & Co", job_title="Clerk")
    lacking = edits.log(lacking, application_id, "applied", dt.date(2026, 2, 2))
    with pytest.raises(FollowupError, match="Hill & Co still need an answer"):
        handout(plan(lacking, TODAY), lacking, scripts=[application_id])


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_the_command_writes_it(search: JobSearch, tmp_path, capsys, kind: str) -> None:
    """`followup handout FILE` writes the page; another ending is refused with those allowed."""
    search.edit("session", lambda tables: sessions.note_session(tables, TODAY, focus="Rest"))
    file = tmp_path / f"sheet.{kind}"
    assert main(["handout", str(file), "--search", str(search.folder)]) == 0
    assert file.read_bytes()[:5] in (b"<!doc", b"%PDF-")
    assert main(["handout", str(tmp_path / "sheet.doc"), "--search", str(search.folder)]) == 2
    assert "a handout is .html or .pdf" in capsys.readouterr().err
