"""Spreadsheets from elsewhere: read whatever they look like, nothing lost, nothing guessed."""

import csv
import datetime as dt
import io
import random
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_lib.advice.plan import plan
from followup_lib.cli import main
from followup_lib.coaching import sessions
from followup_lib.exchange.bytes_in import read_grid
from followup_lib.exchange.from_above import SAME_ABOVE
from followup_lib.exchange.importing import add_entries, preview
from followup_lib.exchange.layout import lay_out
from followup_lib.exchange.preview import Preview
from followup_lib.reading.days import day_order, read_days
from followup_lib.reading.standings import status_meaning
from followup_lib.records.checks import check_tables
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import COLUMNS, Tables, empty_table
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch
from tests.exchange.look_alikes import EXPORTS, HEAD, LOOK_ALIKES, PLAIN, ROW
from tests.exchange.meant import MEANT

TODAY = dt.date(2026, 3, 16)
EMPTY = Tables(*(empty_table(n) for n in ("applications", "people", "timeline", "references")))


def seen(data: bytes | str, tables: Tables = EMPTY, **answers: str) -> Preview:
    """Preview a file, as text or bytes."""
    raw = data.encode() if isinstance(data, str) else data
    named = {key.replace("__", ":").replace("_", " "): value for key, value in answers.items()}
    return preview(lay_out(read_grid(raw, "list.csv"), "list.csv"), tables, TODAY, {}, named)


def outline(one: Preview) -> list[str]:
    """Return each application of a preview as one line: names, then its events with their days."""
    return [
        f"{e.values.get('company', '')}/{e.values.get('job_title', '')}: "
        + ", ".join(f"{h.event} {h.on or h.due_on or '?'}{h.certainty[:1]}" for h in e.events)
        for e in one.entries
    ]


@pytest.mark.parametrize("oddity", LOOK_ALIKES)
def test_look_alikes_are_read(oddity: str) -> None:
    """Each oddity of real lists is read as its author meant it; what cannot be is set aside."""
    alike = LOOK_ALIKES[oddity]
    one = seen(alike.file)
    assert (outline(one), len(one.aside), tuple(one.questions)) == (alike.read, *alike[2:])
    assert one.cells_lost == 0
    assert one.rows - len(one.entries) <= len(one.aside)


def test_there_is_a_list_for_each_oddity() -> None:
    """At least sixty different lists are read."""
    assert len({str(alike.file) for alike in LOOK_ALIKES.values()}) >= 60


STANDING = {
    "decoration": ["applied rejected"],
    "a date that does not say what of": ["applied active", "saved active"],
    "one column per stage, the last is the state": ["interview rejected", "applied no_response"],
    "stage and decision": ["applied rejected", "saved active"],
    "progress and state": ["interview rejected"],
    "stage and a flag": ["interview rejected", "applied active"],
    "furthest stage apart": ["final_interview rejected"],
    "a history of words": ["interview active"],
    "Teal": ["interview active", "saved active"],
}


@pytest.mark.parametrize("oddity", STANDING)
def test_stage_and_status_come_back_from_the_events(oddity: str) -> None:
    """What the plan works out of the events read is what the list said, days known or not."""
    after = add_entries(EMPTY, seen(LOOK_ALIKES[oddity].file))
    stands = plan(after, TODAY).facts.applications
    standings = [
        f"{stage} {status}" for stage, status in zip(stands["stage"], stands["status"], strict=True)
    ]
    assert standings == STANDING[oddity]


@pytest.mark.parametrize("name", EXPORTS)
def test_exports_are_known_by_their_header(name: str) -> None:
    """A list another program wrote is known for what it is, and nobody else's is."""
    assert seen(EXPORTS[name].file).export == name
    assert seen(HEAD + ROW).export == ""


def test_the_own_address_in_an_export_is_nobody_to_write_to() -> None:
    """LinkedIn repeats the seeker's own address in each row: it is kept, and no contact."""
    values = seen(EXPORTS["LinkedIn"].file).entries[0].values
    assert "contact_email" not in values
    assert "Contact Email: me@mail.example" in values["notes"]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-02-01", "2026-02-01"), ("9/25/2019", "2019-09-25"), ("28.10.2025", "2025-10-28"),
        ("2026-02-01 10:11:12", "2026-02-01"), ("3 Mar 2025", "2025-03-03"),
        ("15/01/2025", "2025-01-15"), ("1725000000", "2024-08-30 inferred"),
        ("2026-02-01 10:11", "2026-02-01"), ("2026-02-01T10:11:12Z", "2026-02-01"),
        ("2/3/24, 9:05 PM", "2024-02-03"), ("2026-02-01 10:11:12.123456", "2026-02-01"),
        ("2025-08", "2025-08-15 about"), ("13-02-2026", "2026-02-13"),
        ("2wk ago", "2026-03-02 inferred"), ("6d ago", "2026-03-10 inferred"),
        ("1/31/24", "2024-01-31"), ("2025-08 (LinkedIn)", "2025-08-15 about"),
        ("8-Jul", "2025-07-08 inferred"), ("45678", "2025-01-21 inferred"),
        ("8/82019", ""), ("Before 2025-03-01", ""), ("New", ""), ("31/02/2025", ""), ("N/A", ""),
    ],
)  # fmt: skip
def test_days_in_every_form(cell: str, day: str) -> None:
    """A day is read in every form people use, marked when inferred, and never made up."""
    days = read_days(cell, "month", TODAY)
    assert " & ".join(f"{d.on} {d.certainty}".strip() for d in days) == day


def test_a_column_that_cannot_tell_is_asked() -> None:
    """Day and month are decided by the column's own cells; without evidence the person is asked."""
    assert day_order(["8/5/2019", "25/9/2019", "9/25/2019"]) == "unknown"
    data = HEAD + "Hill,Clerk,8/5/2019,Applied\n"
    asked = seen(data)
    assert list(asked.questions) == ["dates:Date Applied"]
    assert outline(asked) == ["Hill/Clerk: applied ?"]
    answered = seen(data, dates__Date_Applied="day")
    assert (outline(answered), answered.questions) == (["Hill/Clerk: applied 2019-05-08"], {})


def test_unknown_status_words_are_asked() -> None:
    """A word that no list knows is no stage until the person says which; the text is kept."""
    data = HEAD + "Hill,Clerk,,Waitlisted\n"
    asked = seen(data)
    assert (asked.statuses, outline(asked)) == ({"Waitlisted": None}, ["Hill/Clerk: "])
    assert asked.entries[0].values["notes"] == "Status: Waitlisted"
    answered = seen(data, status__Waitlisted="interview on_hold")
    assert outline(answered) == ["Hill/Clerk: interview ?, on_hold ?"]


STATUS_WORDS = """
saved active: interested; drafted; Waiting to apply; SAVED; Not Submitted; To Apply; new; New; Saved
saved active: Tailored; not complete; discovered; Review - Ready; Docs Ready — Apply Today
saved active: Message drafted - ready to send (see ready-to-send.md #1); Angemerkt; UUSI; Watching
applied active: Applied; Başvuruldu; 已投递; Pending; Gönderildi; Submitted; Alındı Teyidi (İşlemde)
applied active: Offen; in progress; APPLIED; Inscrito; Active; Awaiting Response; Postulados
applied active: Under Review; enviada; Beworben; Applied — In Process; ongoing; Aplicación recibida
screen active: Phone Screen; HR Screening; Assessment; Case Study; Pré-sélection
interview active: Interview; Mülakat Daveti; Interviewing; Interview Scheduled; 一面; Entretien
interview active: ACTIVE INTERVIEW — Round 3 Pending; Technical Interview; Entrevista
final_interview active: Final Round; Final Interview
offer active: Offer; Offered; Offre envoyée
offer accepted: Accepted!; ccepted
applied rejected: Rejected; rejected; Negative; Absage; Olumsuz (Red); Denied; Negative.; Rejeté
applied rejected: Application Closed; reeejected; Rejection :(; Negative (Application rejected)
applied rejected: Abgelehnt; Rejection; Rechazo
screen rejected: Rejected after assessment
applied withdrawn: Withdrawn; Excluded; abandoned; Closed by me; I Withdrew
applied no_response: No Reply; No Response; Ghosted (no reply); Keine Antwort; Removed; Ghosted
applied no_response: Suspected Ghost Job
"""


def test_status_words_people_use() -> None:
    """Each word seen in real lists tells its stage and status; doubtful ones tell none."""
    for line in STATUS_WORDS.strip().splitlines():
        meaning, _, words = line.partition(": ")
        meanings = {word: " ".join(status_meaning(word) or ()) for word in words.split("; ")}
        assert meanings == dict.fromkeys(meanings, meaning)
    doubtful = ("Declined", "No", "Waitlisted", "erro", "pulada", "sem_easy_apply", "Other")
    assert [status_meaning(word) for word in doubtful] == [None] * len(doubtful)


def test_everything_undecided_is_asked_and_counted() -> None:
    """However many words are unknown, all are asked, those of most rows first, and counted."""
    words = "abcdefgh"
    rows = "".join(f"Hill,Clerk,,word {w}\n" * (n + 1) for n, w in enumerate(words))
    asked = seen(HEAD + rows)
    assert list(asked.questions) == [f"status:word {w}" for w in reversed(words)]
    assert asked.sentence.startswith("36 rows read, none lost; 36 need your eye: 36 statuses.")
    assert asked.cells_lost == 0
    assert "Status: word a" in asked.entries[0].values["notes"]


def test_an_end_closes_what_had_a_talk_with_a_day() -> None:
    """“Rejected” beside the day of an interview is closed, as the preview says."""
    ends = ("Rejected", "Withdrawn", "Ghosted", "Offer declined")
    days = [(f"2/{n}/2026", f"3/{n}/2026") for n in range(10, 14)]
    rows = [f"Firm {e},Cook,{e},{a},{b}" for e, (a, b) in zip(ends, days, strict=True)]
    listed = "\n".join(
        ["Company,Role,Status,Applied,Interview", *rows, rows[0].replace("10", "15")]
    )

    now = plan(add_entries(EMPTY, seen(listed)), TODAY)

    assert now.facts.applications["met"].all()
    assert not now.live.any()


def test_importing_again_adds_nothing() -> None:
    """The same file a second time adds nothing; a row appended to it adds one."""
    once = add_entries(EMPTY, seen(HEAD + ROW + ROW))
    assert check_tables(once, list(COLUMNS)) == []
    assert seen(HEAD + ROW + ROW, once).entries == []
    assert len(seen(HEAD + ROW + ROW + "Quillon,Editor,,\n", once).entries) == 1
    other = seen(HEAD + "hill & co,CLERK,,\n", once)
    assert (other.duplicates, len(other.entries)) == ([2], 1)


def not_to_be_found(data: bytes, one: Preview, after: Tables) -> list[str]:
    """Return the cells of a file that stand neither in the search afterwards nor in the report."""
    tables = (after.applications, after.timeline)
    text = "\n".join(
        [
            *(str(cell) for table in tables for cell in table.to_numpy().ravel()),
            *(cell for each in one.aside for cell in each.cells),
            *one.columns,
        ]
    )
    grid = read_grid(data, "list.csv")
    cells = (cell.replace("\r\n", "\n").replace("\r", "\n") for row in grid.rows for cell in row)
    return [cell for cell in cells if cell not in text and cell not in SAME_ABOVE]


# The letters a list of each encoding is likely to hold, and names of its first two columns.
LETTERS = {
    "utf-8": (st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), "Company", "Title"),
    "cp1252": (st.sampled_from("abc äöüßéèñ€–,;x1"), "Firma", "Tätigkeit: Stelle"),
    "gb18030": (st.sampled_from("数据分析师公司岗位状态工程,;1"), "公司名称", "岗位"),
}
DIALECTS = st.fixed_dictionaries(
    {
        "encoding": st.sampled_from(
            ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "gb18030"]
        ),
        "delimiter": st.sampled_from(",;\t|"),
        "quoting": st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
        "lineterminator": st.sampled_from(["\n", "\r\n", "\r"]),
        "titles": st.sampled_from([[], [["My job search"]], [["# mine"], [], ["# 2026"]]]),
        "ending": st.booleans(),
    }
)
TYPICAL = st.sampled_from(
    ["Applied", "1/2/2026", "=1+1", "x\ny", '"', "a,b;c", "yes", "Rejected", "N/A", "2026-03-02"]
)
HEADERS = st.sampled_from(
    [
        *("Status", "Date", "Notes", "Salary", "Link", "Offer", "Response Date", "Contact"),
        *("Result", "Stage History", "Interview Date", "Decision"),
    ]
)


@settings(max_examples=200)
@given(st.lists(HEADERS, max_size=5), DIALECTS, st.data())
def test_no_cell_is_lost(headers: list[str], dialect: dict[str, Any], data: st.DataObject) -> None:
    """Whatever a list holds and however it is written, every cell is in the search or the report.

    The letters, too, are those that were written: the encoding is found.
    """
    encoding = dialect["encoding"]
    letters, company, title = LETTERS.get(encoding, LETTERS["utf-8"])
    cell = st.text(letters, max_size=12) | TYPICAL
    row = st.lists(cell, min_size=len(headers), max_size=len(headers))
    cells = data.draw(st.lists(row, max_size=4), label="cells")
    names = ["样例公司", "分析师"] if encoding == "gb18030" else ["Hügli & Co", "Köchin"]
    table = [[company, title, *headers], *([*names, *row] for row in cells)]
    if dialect["lineterminator"] == "\r":  # Python writes a newline in a cell without quotes then
        dialect = {**dialect, "quoting": csv.QUOTE_ALL}
    out = io.StringIO(newline="")
    how = {name: dialect[name] for name in ("delimiter", "quoting", "lineterminator")}
    csv.writer(out, **how).writerows([*dialect["titles"], *table])
    text = out.getvalue() if dialect["ending"] else out.getvalue().rstrip("\r\n")
    file = text.encode(encoding)
    one = seen(file)
    assert (not_to_be_found(file, one, add_entries(EMPTY, one)), one.cells_lost) == ([], 0)
    assert one.rows == len(one.entries) + len(one.aside) - len([*filter(None, dialect["titles"])])
    read = {cell for row in read_grid(file, "list.csv").rows for cell in row}
    assert {cell.strip() for row in table for cell in row} <= read | {""}


MUTATED = 2_000
"""Damaged files tried in one run; about a minute."""


@pytest.mark.slow
def test_damaged_files_end_in_a_sentence() -> None:
    """Two thousand damaged files: each is read without a lost cell, or refused in a sentence."""
    chance = random.Random(20260316)
    sound = [a.file if isinstance(a.file, bytes) else a.file.encode() for a in LOOK_ALIKES.values()]
    refused: list[str] = []
    for _ in range(MUTATED):
        data = bytearray(chance.choice(sound))
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(data))
            piece = bytes(
                chance.choice(b"\0\xff\",;\t\n\r'=#/0") for _ in range(chance.randint(0, 3))
            )
            data[place : place + chance.randint(0, 4)] = piece or bytes([chance.randrange(256)])
        try:
            one = seen(bytes(data))
        except FollowupError as error:
            refused.append(str(error))
            continue
        after = add_entries(EMPTY, one)
        assert (not_to_be_found(bytes(data), one, after), one.cells_lost) == ([], 0)
        assert check_tables(after, list(COLUMNS)) == []
    assert {sentence[-1] for sentence in refused} == {"."}
    assert len(refused) < MUTATED * 0.9


def _workbook(*sheets: str) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title in sheets:
        sheet = book.create_sheet(title)
        sheet.append(["Company", "Job Title", "Date Applied"])
        sheet.append(["Hill & Co", "Clerk", dt.datetime(2026, 3, 2)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("x", "w") as file:
        for _ in range(310):
            file.write(bytes(1_000_000))
    return out.getvalue()


def test_a_workbook_is_read() -> None:
    """An Excel workbook with one filled sheet is read, its days as days."""
    assert outline(seen(_workbook("List"))) == PLAIN


def test_a_formula_without_a_value_is_kept() -> None:
    """A formula no program has worked out yet stays as it was typed; nothing is worked out."""
    book = openpyxl.Workbook()
    book.active.append(["Company", "Job Title", "Notes"])
    book.active.append(["Hill", '=HYPERLINK("https://hill.example","Clerk")', "=1+1"])
    out = io.BytesIO()
    book.save(out)
    values = seen(out.getvalue()).entries[0].values
    assert (values["job_title"], values["job_url"]) == ("Clerk", "https://hill.example")
    assert values["notes"].startswith("=1+1")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (b"\x89PNG\r\n", "is a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "protected by a password"),
        (b"PK\x03\x04broken", "is damaged"),
        (b"a,b\0c", "not a text file"),
        (b"target,source,value\na,b,3\n", "counts steps between stages"),
        (_workbook("One", "Two"), "several sheets: One, Two"),
        (b"x" * 50_000_001, "has 50 MB"),
    ],
)
def test_what_is_no_list_is_refused(data: bytes, words: str) -> None:
    """A file that holds no list of applications is refused in one sentence."""
    with pytest.raises(FollowupError, match=words):
        seen(data)


def test_a_zip_bomb_is_not_opened() -> None:
    """A small file that would unpack to far too much is not unpacked."""
    with pytest.raises(FollowupError, match="would unpack to 310 MB; up to 25 MB"):
        seen(_bomb())


def test_the_terminal_imports_and_undoes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A dry run writes nothing; the import writes once, with its report, and is undone at once."""
    search: JobSearch = create_search(tmp_path / "Mine", name="Ann Lee")
    file = tmp_path / "list.csv"
    file.write_text(HEAD + ROW)
    where = ["--search", str(search.folder), "--today", "2026-03-16"]
    assert main(["import", str(file), "--dry-run", "--json", *where]) == 0
    assert '"cells_lost": 0' in capsys.readouterr().out
    assert search.last_edit() == ""
    assert main(["import", str(file), *where]) == 0
    assert capsys.readouterr().out.startswith("1 row read, none lost. New: one application.")
    assert [p.name for p in (search.folder / "imports").iterdir()] == ["001 list.csv.txt"]
    assert list(search.read().timeline["event"]) == ["applied"]
    search.undo()
    assert search.read().applications.empty


def test_a_list_without_names_asks_which_column_is_the_company(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first row of a list without a header is no header; the person names its columns."""
    search = create_search(tmp_path / "Mine", name="Ann Lee")
    file = tmp_path / "list.csv"
    file.write_text("Hill,Clerk,13-02-2026\nQuillon,Editor,14-02-2026\n")
    where = ["--search", str(search.folder), "--today", "2026-03-16"]
    assert main(["import", str(file), *where]) == 2
    assert "Which column names the company?" in capsys.readouterr().err
    named = ["--map", "Column 1=company", "--map", "Column 3=date.applied"]
    assert main(["import", str(file), *named, *where]) == 0
    assert list(search.read().applications["company"]) == ["Hill", "Quillon"]
    assert list(search.read().timeline["on"].dt.day) == [13, 14]


@pytest.fixture
def imported(tmp_path: Path) -> JobSearch:
    """Return a search with an import and its report, which names a recruiter."""
    search = create_search(tmp_path / "Mine", name="Ann Lee")
    file = tmp_path / "list.csv"
    rows = "Hill,Clerk,Zoe Quill,Applied\nAcme, Inc.,Cook,Zoe Quill,Applied\n"
    file.write_text(f"Company,Title,Talked to,Status\n{rows}")
    main(["import", str(file), "--search", str(search.folder), "--today", "2026-03-16"])
    assert "Zoe Quill" in next((search.folder / "imports").iterdir()).read_text("utf-8")
    return search


def test_a_report_is_in_the_clients_copy(imported: JobSearch, tmp_path: Path) -> None:
    """The client's zip holds the report of an import and says what it is."""
    assert main(["copy", str(tmp_path / "copy.zip"), "--search", str(imported.folder)]) == 0
    with zipfile.ZipFile(tmp_path / "copy.zip") as packed:
        report = packed.read("imports/001 list.csv.txt").decode("utf-8")
        listed = packed.read("what is in here.txt").decode("utf-8")
    assert "Zoe Quill" in report
    assert "001 list.csv.txt: what came in from another spreadsheet" in listed


def test_a_report_is_in_no_redacted_copy_and_on_no_handout(
    imported: JobSearch, tmp_path: Path
) -> None:
    """A redacted copy has no report, no fingerprint of a row and no name of it; no page either."""
    where = ["--search", str(imported.folder)]
    assert main(["redact", str(tmp_path / "shown"), *where]) == 0
    imported.edit("say", lambda t: sessions.commit(t, TODAY, "call Hill", TODAY, 8))
    page = tmp_path / "page.html"
    assert main(["handout", str(page), *where, "--today", "2026-03-16"]) == 0
    shown = [path for path in (tmp_path / "shown").rglob("*") if path.is_file()]
    text = "\n".join(path.read_text("utf-8") for path in [*shown, page])
    assert "imports" not in {path.parent.name for path in shown}
    assert not {word for word in ("Zoe", "Quill", "import_key", "list.csv") if word in text}


def test_a_report_is_removed_with_the_search(
    imported: JobSearch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Taking a search off names the report among what goes, and takes it."""
    main(["remove", "--search", str(imported.folder)])
    assert "imports/001 list.csv.txt" in capsys.readouterr().err
    assert main(["remove", "--name", "Ann Lee", "--search", str(imported.folder)]) == 0
    assert not imported.folder.exists()


def test_the_terminal_names_what_may_be_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A dry run names the keys and words of answers; another key or word is refused with them."""
    search = create_search(tmp_path / "Mine", name="Ann Lee")
    file = tmp_path / "list.csv"
    file.write_text(HEAD + "Hill,Clerk,8/82025,Waitlisted\n")
    run = ["import", str(file), "--search", str(search.folder), "--today", "2026-03-16"]
    assert main([*run, "--dry-run"]) == 0
    shown = capsys.readouterr().out
    assert "--answer 'day:8/82025=…'" in shown
    assert "Allowed for day: a day such as 2026-03-16, none or later." in shown
    assert main([*run, "--answer", "status:Waitlsted=interview on_hold"]) == 2
    error = capsys.readouterr().err
    assert "'status:Waitlsted' isn’t a question about this list; it asks:" in error
    assert "status:Waitlisted" in error
    assert main([*run, "--answer", "day:8/82025=8 August"]) == 2
    assert "allowed is a day such as 2026-03-16, none or later" in capsys.readouterr().err
    answers = ["--answer", "day:8/82025=2025-08-08", "--answer", "status:Waitlisted=later"]
    assert main([*run, *answers]) == 0
    assert list(search.read().timeline["on"].dt.day) == [8]


@pytest.mark.parametrize("name", ["candidates", "openings"])
def test_another_kind_of_list_is_said_to_be_one(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list of candidates or of openings comes in only when somebody says that it is theirs."""
    search = create_search(tmp_path / "Mine", name="Ann Lee")
    file = tmp_path / "list.csv"
    file.write_text(MEANT[name].file)
    run = ["import", str(file), "--search", str(search.folder), "--today", "2026-03-16"]
    assert main(run) == 2
    assert f"This looks like a list of {name}" in capsys.readouterr().err
    assert search.read().applications.empty
    if name == "openings":
        assert main([*run, "--answer", "list=mine"]) == 0
        assert list(search.read().timeline["event"]) == ["saved"]
