"""Bringing in a spreadsheet on a page, without a browser: seen, answered, in, taken back."""

import datetime as dt
import io
from pathlib import Path
from typing import Any

import ipywidgets as w
import openpyxl
import pytest

from followup_lib.exchange.aliases import columns
from followup_lib.exchange.day_columns import LATER
from followup_lib.exchange.excel import write_workbook
from followup_lib.exchange.meanings import MEANINGS
from followup_lib.pages.bring_in.asks import COLUMN_CHOICES, clip
from followup_lib.pages.bring_in.model import ImportModel
from followup_lib.pages.bring_in.rows import (
    alike,
    applications,
    here_already,
    left_out,
    shifted,
    unread,
)
from followup_lib.pages.bring_in.view import _Choosers, import_part
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.file_field import FileField
from followup_lib.pages.kit.status import Status
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.store.new_search import create_search
from followup_lib.store.text import LARGEST_FILE
from tests.pages.hostile import ATTACKS
from tests.pages.page_parts import shown, told, widgets

pytestmark = pytest.mark.usefixtures("clicks_raise")

MONDAY = dt.date(2026, 3, 16)
LIST = """\
Company,Job Title,Date Applied,Status,Pay
Hill & Co,Clerk,3/5/2026,Applied,"40,000"
Quillon,Editor,2/6/2026,Waitlisted,
Northgate,Cook,1/12/2026,Rejected :(,
Acme, Inc.,Clerk,3/3/2026,Applied,
,,2/4/2026,Applied,
Larkrise,Nurse,,On the shortlist,
"""


@pytest.fixture
def desk(tmp_path: Path, home: Path) -> Desk:
    """Return a desk at an empty search."""
    return Desk(create_search(tmp_path / "Noor", name="Noor Haddad"), MONDAY)


@pytest.fixture
def model(desk: Desk) -> ImportModel:
    """Return the model with the list read."""
    made = ImportModel(desk)
    choose(made, LIST)
    return made


def choose(model: ImportModel, text: str | bytes, name: str = "list.csv") -> str:
    """Choose a file, as the field does."""
    data = text.encode() if isinstance(text, str) else text
    model.begin(name, len(data))
    return model.read(name, data)


def sentence(model: ImportModel) -> str:
    """Return what the file would do, in one sentence."""
    return model.seen.sentence


def events(desk: Desk) -> list[tuple[str, str]]:
    """Return the rows of the timeline: event and day."""
    timeline = desk.search.read().timeline
    days = timeline["on"].dt.strftime("%Y-%m-%d").fillna("")
    return list(zip(timeline["event"], days, strict=True))


# What is seen before anything is written


def test_a_file_is_seen_before_it_is_in(model: ImportModel) -> None:
    """One sentence first, the main button counts, and nothing is written yet."""
    assert sentence(model) == (
        "6 rows read, none lost; 7 need your eye: 1 row out of place, 1 row without a company, "
        "3 days, 2 statuses. New: four applications."
    )
    assert model.button == "Bring in 4 applications"
    assert model.desk.search.last_edit() == ""


def test_rows_are_told_in_words(model: ImportModel) -> None:
    """How they will stand, which a comma moved, which name nobody: each with its row and cells."""
    seen = model.seen
    assert applications(seen, MONDAY, 0, 1) == ["Hill & Co, Clerk: applied (day not known)"]
    assert applications(seen, MONDAY, 0, 9)[1] == "Quillon, Editor: stage not known yet"
    (moved,) = shifted(seen)
    assert moved.startswith("Row 5 ")
    assert "Acme · Inc. · Clerk" in moved
    assert moved.endswith(
        "→ Company: Acme, Inc.; Job Title: Clerk; Date Applied: 3/3/2026; Status: Applied"
    )
    assert left_out(seen) == ["Row 6 names no company or position: 2/4/2026 · Applied"]


def test_each_column_is_a_question_with_its_example(model: ImportModel) -> None:
    """Every column shows a few cells and what it becomes; unknown ones are kept."""
    assert [(ask.label, ask.value) for ask in model.columns] == [
        ("Company: “Hill & Co” · “Quillon” · “Northgate”", "company"),
        ("Job Title: “Clerk” · “Editor” · “Cook”", "job_title"),
        ("Date Applied: “3/5/2026” · “2/6/2026” · “1/12/2026”", "date.applied"),
        ("Status: “Applied” · “Waitlisted” · “Rejected :(”", "status"),
        ("Pay: “40,000”", "keep"),
    ]


def test_whatever_a_column_may_hold_is_offered_in_words() -> None:
    """Each meaning is a choice, each with words of its own."""
    assert [meaning for _, meaning in COLUMN_CHOICES] == list(MEANINGS)
    assert len({words for words, _ in COLUMN_CHOICES}) == len(MEANINGS)
    assert {*columns().values()} <= {*MEANINGS}


def test_a_column_read_wrongly_is_put_right(model: ImportModel) -> None:
    """Choosing what a column holds shows at once what follows; choosing back takes it back."""
    before = sentence(model)
    model.answer("column:Job Title", "keep")
    assert [ask.value for ask in model.columns][1] == "keep"
    assert model.seen.entries[0].values["notes"].startswith("Job Title: Clerk")
    model.answer("column:Job Title", "job_title")
    assert sentence(model) == before


def test_a_question_stays_where_it_is_once_answered(model: ImportModel) -> None:
    """Answered, it can be changed; the order of the questions does not."""
    keys = [ask.key for ask in model.questions]
    statuses = ["status:Waitlisted", "status:On the shortlist"]
    assert keys == ["dates:Date Applied", "moved", "above", *statuses]
    assert [ask.value for ask in model.questions] == [LATER] * 5
    days = model.questions[0].choices
    assert [words for words, _ in days[1:]] == ["the day (Sun, May 3)", "the month (Thu, March 5)"]
    model.answer("dates:Date Applied", "month")
    model.answer("status:Waitlisted", "interview on_hold")
    assert [ask.key for ask in model.questions] == keys
    answers = ["month", LATER, LATER, "interview on_hold", LATER]
    assert [ask.value for ask in model.questions] == answers
    assert applications(model.seen, MONDAY, 0, 2)[1] == (
        "Quillon, Editor: applied (Fri, February 6); interview (day not known); on hold (day not "
        "known)"
    )


def test_a_known_word_can_mean_something_else(model: ImportModel) -> None:
    """What a status was taken for is shown, and changed where it is wrong."""
    assert [(ask.label, ask.value) for ask in model.statuses] == [
        ("“Applied”", "applied active"),
        ("“Rejected :(”", "applied rejected"),
    ]
    model.answer("status:Rejected :(", "interview rejected")
    assert model.statuses[1].value == "interview rejected"


def test_every_list_holds_what_is_chosen_in_it(model: ImportModel) -> None:
    """A list to choose from offers the value it shows, whatever was read."""
    odd = LIST.replace("Pay", "no answer").replace("Waitlisted", "Rejected after assessment")
    choose(model, odd)
    for ask in [*model.questions, *model.columns, *model.statuses]:
        assert ask.value in [value for _, value in ask.choices], ask


def test_a_day_of_what_has_ended_is_asked_too(model: ImportModel) -> None:
    """What is not understood is asked and listed with its row; until then it is in the notes."""
    choose(model, "Company,Title,Date,Status\nHill,Clerk,3/5/2026,Rejected\n")
    assert [ask.key for ask in model.questions] == ["dates:Date"]
    assert unread(model.seen, MONDAY) == ["Row 2, Date: “3/5/2026” (Hill, Clerk)"]
    assert model.seen.entries[0].values["notes"] == "Date: 3/5/2026"


@pytest.mark.parametrize(
    ("rows", "more"), [(1, ""), (6, ""), (9, "and 3 more, in rows 8, 9 and 10")]
)
def test_a_yes_for_many_rows_shows_each_of_its_days(
    model: ImportModel, rows: int, more: str
) -> None:
    """Up to six days stand in the question, and where the others are; none is cut off."""
    jobs = "".join(
        f"Hill {n},Clerk,2/13/2026,2/{15 + n}/2026,will call by 3/{20 + n}\n" for n in range(rows)
    )
    choose(model, f"Company,Title,Applied,Interview,Notes\n{jobs}")
    (detail,) = [ask.detail for ask in model.questions if ask.key == "said"]
    shown = [n for n in range(rows) if f"“will call by 3/{20 + n}”: " in detail]
    assert shown == [*range(min(rows, 6))]
    assert more in detail
    assert ("more" in detail) == bool(more)


def test_any_day_can_be_given_for_words_that_name_none(model: ImportModel) -> None:
    """“last week” is answered by a day typed beside it, which is then the one chosen."""
    box = _Choosers(model, "questions", Status())
    choose(model, "Company,Title,Applied\nHill,Clerk,2/13/2026\nElm,Cook,last week\n")
    _, day = box.box.children
    day.text = "March 12"
    (ask,) = model.questions
    assert (ask.key, ask.value) == ("day:last week", "2026-03-12")
    assert ("Thu, March 12", "2026-03-12") in ask.choices
    assert model.seen.entries[1].events[0].on == dt.date(2026, 3, 12)


def test_the_row_named_is_that_of_the_example(model: ImportModel) -> None:
    """What matters most is the example, with its own row; a column is named as one."""
    choose(model, "Company,Title,Applied,Status\nHill,Clerk,2/3,applied\nElm,Cook,2/4,offer\n")
    asked = model.questions[0]
    assert asked.label == "In the column “Applied”, does “2/3” start with the day or the month?"
    assert asked.detail == "2 rows, such as row 3: Elm, Cook, 2/4"


def test_a_question_is_short_and_what_it_is_about_stands_beneath(model: ImportModel) -> None:
    """Only the question is bold; rows and examples stand under it, every word of them escaped."""
    box = _Choosers(model, "questions", Status())
    choose(model, "Company,Title,Applied\n<b>Hill</b>,Clerk,2/3\nElm,Cook,2/4\n")
    told = box.box.children[0].description
    question, about = told.split('<span class="followup-about">')
    assert question.endswith("start with the day or the month?")
    assert about == "2 rows, such as row 2: &lt;b&gt;Hill&lt;/b&gt;, Clerk, 2/3</span>"


@pytest.mark.parametrize(
    ("text", "question", "about"),
    [
        (
            "Candidate,Company,Role\nAnn,Hill,Clerk\n",
            *("Is it your own list of applications?", "This looks like a list of candidates"),
        ),
        (
            "Company,Title,Date Posted\nHill,Clerk,2/3/2026\n",
            "Bring its rows in as saved, not applied to yet?",
            "This looks like a list of openings",
        ),
    ],
)
def test_why_a_list_is_asked_about_stands_beneath(
    model: ImportModel, text: str, question: str, about: str
) -> None:
    """What a list looks like is told under the question about it."""
    choose(model, text)
    asked = next(ask for ask in model.questions if ask.key == "list")
    assert asked.label == question
    assert asked.detail.startswith(about)


def test_what_most_rows_have_is_asked_first(model: ImportModel) -> None:
    """Of many unknown words those of most rows stand first, each with their number."""
    rows = "".join(f"Firm {n} {i},Clerk,word {n}\n" for n in range(9) for i in range(n + 1))
    choose(model, f"Company,Title,Status\n{rows}")
    assert [ask.key for ask in model.questions] == [f"status:word {n}" for n in range(8, -1, -1)]
    assert model.questions[0].detail == "9 rows, such as row 38: Firm 8 0, Clerk"
    model.answer("status:word 8", LATER)
    assert len(model.questions) == 9


def test_a_list_without_names_of_columns(model: ImportModel) -> None:
    """Which column is the company is asked; once it is told, the rows can come in."""
    choose(model, "Hill,Clerk\nQuillon,Editor\n")
    assert model.button == ""
    assert "Which column names the company?" in model.seen.questions["map"].text
    model.answer("column:Column 1", "company")
    assert model.button == "Bring in 2 applications"


# In, and back


def test_brought_in_told_and_taken_back(model: ImportModel) -> None:
    """One button writes; the sentence tells how many and where the report is; one undo."""
    model.answer("dates:Date Applied", "month")
    told = model.bring_in()
    report = model.desk.search.folder / "imports" / "001 list.csv.txt"
    assert told.startswith("Four applications from list.csv are in your list now.")
    assert str(report) in told
    assert "row 5 " in report.read_text(encoding="utf-8")
    assert ("applied", "2026-03-05") in events(model.desk)
    assert (model.seen, model.came_in) == (None, True)
    assert model.undo() == "import list.csv"
    assert model.desk.search.read().applications.empty
    assert model.button == "Bring in 4 applications"


def test_the_same_file_again_adds_nothing(model: ImportModel) -> None:
    """Chosen again, it says that its rows are here, and there is no button."""
    model.bring_in()
    choose(model, LIST)
    assert (here_already(model.seen), model.button) == (4, "")


def test_an_earlier_report_is_never_replaced(model: ImportModel) -> None:
    """Each import has a report of its own, even when older ones were thrown away."""
    model.bring_in()
    choose(model, LIST.replace("Hill", "Mill"))
    model.bring_in()
    place = model.desk.search.folder / "imports"
    (place / "001 list.csv.txt").unlink()
    choose(model, LIST.replace("Hill", "Vane"))
    model.bring_in()
    assert sorted(p.name[:3] for p in place.iterdir()) == ["002", "003"]


def test_what_looks_like_one_already_here_is_shown(model: ImportModel) -> None:
    """The same company and position, begun on another day, is pointed out, and never merged."""
    model.answer("dates:Date Applied", "month")
    model.bring_in()
    rows = "HILL & CO,clerk,2025-01-05\nHill & Co,Clerk,2025-02-05\n"
    choose(model, f"Company,Job Title,Date Applied\n{rows}")
    assert alike(model.seen, MONDAY) == ["Row 3: Hill & Co, Clerk"]


def test_a_list_brought_in_again_is_a_proposal(model: ImportModel) -> None:
    """Rows that differ are listed with what differs; each is taken over by its tick, or all."""
    model.answer("dates:Date Applied", "month")
    model.bring_in()
    edited = LIST.replace("Clerk,3/5/2026,Applied", "Clerk,3/5/2026,Offer")
    choose(model, edited.replace("2/6/2026,Waitlisted", "2/6/2026,Rejected"))
    assert any("2 of 6 rows differ" in ask.label for ask in model.questions)
    keys = [key for _, key in model.differ]
    assert (keys, model.taken, model.button) == (["changes:2", "changes:3"], [], "")
    assert "offer" in model.differ[0][0]
    model.taken = ["changes:2"]
    assert model.button == "Make 1 change"
    model.answer("changes", "yes")
    assert model.taken == keys
    model.answer("changes", "no")
    model.taken = ["changes:3"]
    assert model.bring_in().startswith("One change was made. What happened")
    assert ("offer", "") not in events(model.desk)
    assert ("rejected", "") in events(model.desk)


def test_moved_rows_are_put_back_with_one_click(desk: Desk) -> None:
    """The part about them shows what was meant; its button puts all of them back."""
    part = import_part(desk)
    send(part, LIST.encode())
    back = next(box for box in buttons(part) if box.description == "Put them back as shown")
    back.click()
    assert main(part).description == "Bring in 5 applications"
    assert back.layout.display == "none"


def test_people_of_a_cell_are_seen_before_they_are_in(model: ImportModel) -> None:
    """Two people in one cell stand behind the row, each with what is known of them."""
    cell = "Luis Ortega <luis@ames.example>, HR / Mia Chan 609 555 0100"
    choose(model, f'Company,Job Title,Contact\nAmes,Archivist,"{cell}"\n')
    assert applications(model.seen, MONDAY, 0, 1)[0].endswith(
        " · Luis Ortega (HR, luis@ames.example) and Mia Chan (609 555 0100)"
    )


@pytest.mark.parametrize("n", [3, 25, 300, 5000])
def test_every_row_is_there_on_demand(n: int, desk: Desk) -> None:
    """However many rows, all can be looked at, twenty-five at a time."""
    part = import_part(desk)
    send(part, ("Company,Job Title\n" + "".join(f"Firm {i},Clerk\n" for i in range(n))).encode())
    assert (f"1 to 25 of {n:,}" in shown(part)) == (n > 25)
    after = [box for box in buttons(part) if box.description == "Next rows"]
    for button in [box for box in after if not box.disabled]:
        button.click()
        assert f"26 to 50 of {n:,}" in shown(part)
        assert "<li>Firm 49, Clerk" in shown(part)


def test_what_another_window_did_meanwhile_counts(model: ImportModel) -> None:
    """What is seen follows the search: brought in elsewhere, nothing is new any more."""
    other = ImportModel(Desk(model.desk.search, MONDAY))
    choose(other, LIST)
    other.bring_in()
    model.desk.look()
    assert model.button == ""


def test_what_was_said_is_there_again(model: ImportModel) -> None:
    """After a reload the same file is chosen again, and what was said of it still holds."""
    model.answer("dates:Date Applied", "month")
    model.answer("column:Pay", "notes")
    again = ImportModel(model.desk)
    choose(again, LIST)
    assert (again.questions[0].value, again.columns[4].value) == ("month", "notes")
    choose(again, "Company,Job Title\nHill,Clerk\n")
    assert (again.questions, again.button) == ([], "Bring in 1 application")


def test_a_yes_about_rows_is_asked_again_of_the_next_file(model: ImportModel) -> None:
    """“Did you follow up then?” is about the days of one file; the next one has others."""
    head = "Company,Title,Applied,Follow up\nHill,Clerk,2/13/2026,"
    choose(model, f"{head}2/27/2026\n")
    model.answer("done:Follow up", "yes")
    again = ImportModel(model.desk)
    choose(again, f"{head}3/9/2026\n")
    assert [(ask.key, ask.value) for ask in again.questions] == [("done:Follow up", "later")]


@pytest.mark.parametrize(
    ("head", "value"),
    [("Company,Title,Applied,Follow up\n", "yes"), ("Company,Title,Sent on,Follow up\n", "later")],
)
def test_what_a_column_is_for_holds_for_the_next_file(
    model: ImportModel, head: str, value: str
) -> None:
    """“Put it off until then?” is said of the column, whatever the file is called."""
    choose(model, "Company,Title,Applied,Follow up\nHill,Clerk,2026-02-13,2026-04-01\n", "may.csv")
    model.answer("use:Follow up", "yes")
    again = ImportModel(model.desk)
    choose(again, f"{head}Ames,Cook,2026-02-16,2026-04-02\n", "june.csv")
    assert [(ask.key, ask.value) for ask in again.questions] == [("use:Follow up", value)]


def test_answers_somebody_else_changed_are_passed_over(model: ImportModel) -> None:
    """A kept file that makes no sense is as good as none."""
    for said in ({"mapping": {"Company": "x"}, "answers": {}}, {"mapping": 3}, {"odd": 1}):
        model.desk.search.keep("import list.csv", dict(said))
        choose(model, LIST)
        assert model.button == "Bring in 4 applications"


def test_the_report_that_cannot_be_written(model: ImportModel) -> None:
    """The applications are in and can be undone; the sentence tells about the report."""
    (model.desk.search.folder / "imports").write_text("in the way")
    with pytest.raises(FollowupError, match="were brought in, but the report"):
        model.bring_in()
    assert len(model.desk.search.read().applications) == 4


# Files that are no list


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n", "is a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "protected by a password"),
        (b"PK\x03\x04broken", "is damaged"),
        (b"target,source,value\na,b,3\n", "counts steps between stages"),
    ],
)
def test_what_is_no_list_is_refused(model: ImportModel, data: bytes, told: str) -> None:
    """One sentence, and the file before is put away, so that nothing else comes in by mistake."""
    with pytest.raises(FollowupError, match=told):
        choose(model, data, "odd.csv")
    assert (model.seen, model.button) == (None, "")
    with pytest.raises(FieldError, match="Choose one first"):
        model.bring_in()


def test_a_header_only_holds_nothing(model: ImportModel) -> None:
    """A file without rows says so."""
    choose(model, "Company,Job Title,Status\n")
    assert sentence(model).startswith("0 applications")
    assert model.button == ""


def _workbook(*sheets: str) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title in sheets:
        sheet = book.create_sheet(title)
        sheet.append(["Company", "Job Title"])
        sheet.append([f"Firm of {title}", "Clerk"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_of_several_sheets_one_is_chosen(model: ImportModel) -> None:
    """The sheets with cells are offered; the one chosen is read; another file asks anew."""
    assert "several sheets: 2025, 2026" in choose(model, _workbook("2025", "2026"), "list.xlsx")
    assert (model.seen, [title for title, _ in model.sheets][1:]) == (None, ["2025", "2026"])
    model.sheet = "2026"
    assert model.columns[0].label == "Company: “Firm of 2026”"
    model.sheet = "2025"
    assert model.columns[0].label == "Company: “Firm of 2025”"
    with pytest.raises(FieldError, match="has no sheet"):
        model.sheet = "1999"
    assert (model.seen, model.button) == (None, "")
    choose(model, LIST)
    assert (model.sheets, model.sheet) == ([], "")


def test_a_whole_search_comes_in_as_it_is(desk: Desk, sample: Tables) -> None:
    """Our own workbook is known, brought into an empty search whole, and undone."""
    model, data = ImportModel(desk), write_workbook(sample)
    choose(model, data, "followup.xlsx")
    jobs = len(sample.applications)
    assert f"followup.xlsx is a whole search of this program: {jobs} applications" in model.whole
    assert (model.seen, model.button) == (None, "Bring the whole search in")
    assert model.bring_in() == f"The whole search is here now, with {jobs} applications."
    assert len(desk.search.read().timeline) == len(sample.timeline)
    assert "the search that’s open" in choose(model, data, "followup.xlsx")
    assert model.button == ""
    model.undo()
    assert desk.search.read().applications.empty
    assert model.button == "Bring the whole search in"


def test_a_quote_that_never_ends_needs_an_eye(desk: Desk) -> None:
    """The rows it swallows are counted in the first sentence, and stand in the part about them."""
    model = ImportModel(desk)
    choose(model, 'Company,Job Title\nHill,Clerk\n"Quillon,Editor\nAcme,Cook\n')
    assert (
        sentence(model)
        == "2 rows read, none lost; 1 needs your eye: 1 row out of place. New: one application."
    )
    assert "never closes" in shifted(model.seen)[0]


def test_two_searches_are_never_mixed(model: ImportModel, sample: Tables) -> None:
    """Where rows are already, a whole search is refused in a sentence."""
    model.bring_in()
    with pytest.raises(FollowupError, match="two searches are never mixed"):
        choose(model, write_workbook(sample), "followup.xlsx")
    assert model.button == ""


# On the page


def send(
    part: w.Widget, text: bytes, *, size: int = -1, start: int = 0, name: str = "list.csv"
) -> dict[str, Any]:
    """Send one piece of a file from the browser, and return what Python answers."""
    (field,) = [box for box in widgets(part) if isinstance(box, FileField)]
    heard: list[dict[str, Any]] = []
    field.send = lambda content, buffers=None: heard.append(content)
    size = len(text) if size < 0 else size
    content = {"type": "piece", "name": name, "size": size, "start": start}
    field._handle_custom_msg(content, [memoryview(text)])
    return heard[-1]


def test_a_file_comes_in_pieces(desk: Desk) -> None:
    """The last piece hands the file over, whole."""
    part, data = import_part(desk), LIST.encode()
    assert send(part, data[:90], size=len(data)) == {"type": "more"}
    assert send(part, data[90:], size=len(data), start=90) == {"type": "done"}
    assert main(part).description == "Bring in 4 applications"


def main(part: w.Widget) -> w.Button:
    """Return the main button of a part."""
    return next(box for box in buttons(part) if box.button_style == "primary")


def buttons(part: w.Widget) -> list[w.Button]:
    """Return the buttons of a part that are shown."""
    found = [box for box in widgets(part) if isinstance(box, w.Button)]
    return [box for box in found if box.layout.display != "none"]


def test_a_file_too_large_is_refused_at_its_first_piece(desk: Desk) -> None:
    """Nobody waits for what is not going to be read."""
    answer = send(import_part(desk), b"Company", size=LARGEST_FILE + 1)
    assert answer["type"] == "failed"
    assert "50 MB can be read" in answer["sentence"]


def test_the_page_from_file_to_undo(desk: Desk) -> None:
    """Choose, answer in a list, bring in, undo: by the widgets alone."""
    part = import_part(desk)
    send(part, LIST.encode())
    lists = [box for box in widgets(part) if isinstance(box, w.RadioButtons)]
    asked = next(box for box in lists if "start with the day" in box.description)
    asked.value = "month"
    assert asked in [box for box in widgets(part) if isinstance(box, w.RadioButtons)]
    main(part).click()
    assert any("are in your list now" in sentence for sentence in told(part))
    assert ("applied", "2026-03-05") in events(desk)
    undo = next(box for box in buttons(part) if box.description.startswith("Undo: import"))
    undo.click()
    assert desk.search.read().applications.empty


def test_cells_of_a_file_are_only_words(desk: Desk) -> None:
    """With an attack in every cell and column and in the name of the file, none becomes a tag."""
    part = import_part(desk)
    head = ["Company", "Job Title", "Status", *(attack for attack in ATTACKS)]
    rows = [[attack] * len(head) for attack in ATTACKS]
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [head, *rows]]
    send(part, "\n".join(lines).encode(), name=f"{' '.join(ATTACKS)}.csv")
    assert [attack for attack in ATTACKS if "<" in attack and attack in shown(part)] == []
    assert "&lt;script&gt;" in shown(part)


def test_of_very_many_only_some_are_listed(desk: Desk) -> None:
    """A list with hundreds of columns, words and moved rows stays a page one can read."""
    part = import_part(desk)
    names = ",".join(f"extra {n}" for n in range(200))
    rows = "".join(f"Firm {n},Clerk,word {n}\n" for n in range(300))
    moved = "Acme, Inc.,Clerk,word" + ",x" * 250 + "\n"
    send(part, f"Company,Job Title,Status,{names}\n{rows}{moved * 300}".encode())
    lists = [box for box in widgets(part) if isinstance(box, w.Dropdown)]
    assert len(lists) < 130
    assert "1 to 25 of 300" in shown(part)
    assert "And 295 more, below." in shown(part)


def test_long_cells_are_cut() -> None:
    """A whole advertisement in a cell does not fill the page."""
    assert len(clip("word " * 1000)) <= 60


def test_columns_that_would_tell_what_no_other_does(desk: Desk) -> None:
    """Unknown columns of days and status words are pointed out until one says what they hold."""
    model = ImportModel(desk)
    text = "Firm,Role,When I wrote in,How it goes\nHill,Clerk,2026-03-02,Rejected\n"
    choose(model, text)
    assert "2 need your eye" in sentence(model)
    assert [ask.label.partition("; ")[2] for ask in model.columns[2:]] == [
        "it holds days; choose what they are",
        "its words tell how far along each one is",
    ]
    model.answer("column:When I wrote in", "date.applied")
    model.answer("column:How it goes", "status")
    assert "eye" not in sentence(model)


def test_a_row_like_one_above_is_shown(desk: Desk) -> None:
    """The same company and position twice in one file: both come in, the second is pointed out."""
    model = ImportModel(desk)
    choose(model, "Company,Job Title\nHill & Co,Clerk\nhill & co ,clerk\nHill & Co,Cook\n")
    assert (alike(model.seen, MONDAY), len(model.seen.entries)) == (["Row 3: hill & co, clerk"], 3)
