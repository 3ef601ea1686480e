"""An attack in every field of every table, through every way out: each stays a word."""

import datetime as dt
import email
import email.policy
import io
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import icalendar
import ipywidgets as w
import openpyxl
import pypdf
import pytest
import tomlkit

from followup_lib.advice.plan import Plan, plan
from followup_lib.app.workspace import remember
from followup_lib.charts import CHARTS, chart_files
from followup_lib.cli import main
from followup_lib.coaching import handout, pdf
from followup_lib.coaching.rollup import roll_up
from followup_lib.coaching.rollup_words import as_csv
from followup_lib.exchange.contact_log import contact_log_csv
from followup_lib.exchange.excel import write_workbook
from followup_lib.exchange.export import overview_csv
from followup_lib.letters.draft import draft
from followup_lib.letters.own import read_own_letters
from followup_lib.outbox import call_sheet
from followup_lib.outbox.calendar import as_ics, title_of
from followup_lib.outbox.email import as_eml
from followup_lib.outbox.plan_calendar import plan_calendar
from followup_lib.outbox.sent import outgoing
from followup_lib.pages.examples import Example
from followup_lib.pages.kit.common import Page
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.tables import Tables
from followup_lib.store.search import JobSearch
from tests.pages.hostile import ATTACKS, OUTSIDE, hostile_search
from tests.pages.page_parts import PAGES, widgets
from tests.store.test_inert import live

MONDAY = dt.date(2026, 3, 16)
HEADERS = "x\r\nBcc: other@outside.example\r\nATTACH:https://outside.example\r\n\r\nwords"
TERMINAL = "\x1b[31m\x1b]52;c;b3Blbg==\x07\x9b2J\u202egnp.exe"
ALL = " ".join((*ATTACKS, "<% raise %> ${7*7}", TERMINAL))
EVERY = {
    "markup": ALL,
    "formula": f'=HYPERLINK("{OUTSIDE}";"open") {ALL}',
    "lines": f"{HEADERS}\n=cmd|' /C calc'!A0;=1+1\t@SUM(A1)\r+cmd {ALL}",
}
"""What stands in every field at once: each payload, after a beginning of its own."""
TAGS = {"script", "iframe", "object", "embed", "base", "form", "link", "foreignobject"}
LOADS = {"src", "href", "xlink:href", "action", "formaction", "data", "poster", "background"}


class Markup(HTMLParser):
    """Collects what of a page would run or load something."""

    def __init__(self) -> None:
        super().__init__()
        self.live: list[str] = []
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and its attributes."""
        self._in = tag
        if tag in TAGS:
            self.live.append(f"<{tag}>")
        for name, value in attrs:
            text = re.sub(r"[\s\0-\x1f]", "", value or "").casefold()
            theirs = name in LOADS and text.startswith(("javascript:", OUTSIDE))
            if name.startswith("on") or theirs:
                self.live.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self._in = ""

    def handle_data(self, data: str) -> None:
        """Look at what stands in a style."""
        if self._in == "style" and ("display: none !important" in data or OUTSIDE in data):
            self.live.append(f"<style>{data[:60]}")


def markup(text: str) -> list[str]:
    """Return what in a piece of HTML or SVG would run or load something."""
    seen = Markup()
    seen.feed(text)
    seen.close()
    return seen.live


@pytest.fixture(scope="module", params=["markup"])
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> JobSearch:
    """Return a search with one text in every field, in a folder of a hostile name."""
    place = tmp_path_factory.mktemp("attacked") / "<img src=x onerror=run> \x1b[31m\nATTACH:{{7}}"
    folder = hostile_search(place, (EVERY[request.param],))
    settings = tomlkit.parse((folder / "settings.toml").read_text(encoding="utf-8"))
    for section in ("pace", "seeker"):  # keys are shown, too: in the sentence about them
        settings[section][EVERY[request.param]] = EVERY[request.param]  # type: ignore[index]
    (folder / "settings.toml").write_text(tomlkit.dumps(settings), encoding="utf-8")
    return JobSearch(folder)


every = pytest.mark.parametrize("attacked", EVERY, indirect=True, scope="module")


@pytest.fixture(scope="module")
def tables(attacked: JobSearch) -> Tables:
    """Return its tables."""
    return attacked.read()


@pytest.fixture(scope="module")
def now(tables: Tables) -> Plan:
    """Return its plan."""
    return plan(tables, MONDAY)


@pytest.fixture(scope="module")
def rows(now: Plan, tables: Tables) -> list[PlanRow]:
    """Return a row of each situation that has a letter and a call."""
    found = []
    for row in rows_as(PlanRow, now.rows.drop_duplicates("situation")):
        with suppress(FollowupError):  # some are not written about now
            for channel in ("email", "phone"):
                draft(now, tables, row, channel=channel)
            found.append(row)
    assert found
    return found


def test_what_runs_is_found() -> None:
    """Each attack by itself, not escaped, would be seen: the tests below can fail."""
    loud = [
        text for text in ATTACKS if re.search(r"<(script|img|svg|a|iframe|style|details)", text)
    ]
    assert len(loud) >= 8
    assert [text for text in loud if not markup(text)] == []


@pytest.mark.usefixtures("home", "clicks_raise")
@pytest.mark.parametrize("build", PAGES.values(), ids=PAGES)
def test_no_page_runs_a_field(attacked: JobSearch, build: Callable[[], Page]) -> None:
    """Every piece of HTML on every page is without an element or handler of theirs."""
    remember(attacked)
    values = [box.value for box in widgets(build().box) if isinstance(box, w.HTML)]
    assert [found for value in values for found in markup(value)] == []
    assert any("&lt;script&gt;" in value for value in values)


def test_no_sheet_runs_a_field(now: Plan, tables: Tables, rows: list[PlanRow]) -> None:
    """Hand-out and call sheets are without an element or handler of theirs, on paper as well."""
    sheet = handout.handout(now, tables)
    said = {"script": ALL, "voicemail": ALL}
    calls = [call_sheet.call_sheet(now, tables, row, **said) for row in rows]
    sheets = [handout.as_html(sheet), *map(call_sheet.as_html, calls)]
    assert [found for text in sheets for found in markup(text)] == []
    paper = pypdf.PdfReader(io.BytesIO(pdf.as_pdf(sheet, MONDAY)))
    assert not {"/AA", "/AcroForm", "/Names"} & set(paper.root_object)
    assert isinstance(paper.root_object["/OpenAction"], list)  # where to look, not what to do
    assert [page for page in paper.pages if page.get("/Annots")] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", CHARTS)
def test_no_chart_runs_a_field(tables: Tables, name: str) -> None:
    """An SVG holds their words as text."""
    chart = CHARTS[name]
    first = tables.applications["application_id"].iloc[0]
    whose = {"application_id": first} if "application_id" in chart.takes else {}
    figures = chart.pages(tables=tables, today=MONDAY, **whose)
    drawn = [data.decode() for _, data in chart_files(figures, Path("a.svg"))]
    assert [found for text in drawn for found in markup(text)] == []


@every
def test_no_message_has_a_header_of_theirs(
    now: Plan, tables: Tables, rows: list[PlanRow], attacked: JobSearch
) -> None:
    """Each header of an .eml is there once, and none is new."""
    made = [draft(now, tables, row, channel="email") for row in rows if not row.reference_id]
    out = [outgoing(each, now, tables, attacked.folder) for each in made]
    out = [replace(each, to=HEADERS, subject=HEADERS, body=ALL) for each in out] + out
    assert len(out) > 1
    for each in out:
        message = email.message_from_bytes(as_eml(each), policy=email.policy.default)
        known = {"from", "to", "subject", "x-unsent", "mime-version", "content-type"}
        known |= {"content-transfer-encoding", "in-reply-to", "references"}
        names = [name.casefold() for name in message]
        assert set(names) <= known
        assert len(names) == len(set(names))


@every
def test_no_calendar_has_a_line_of_theirs(
    now: Plan, tables: Tables, rows: list[PlanRow], attacked: JobSearch
) -> None:
    """Every property of every event is one of ours, once."""
    dated = [row for row in rows if row.due_on is not None]
    name = attacked.folder.name
    files = [as_ics(row, title_of(now, row), ALL, MONDAY, name) for row in dated[:5]]
    files.append(plan_calendar(now, name, {}).data)
    for data in files:
        assert not re.search(rb"(?m)^(ATTACH|BCC|Bcc)", data)
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
            assert not {"ATTACH", "URL", "ORGANIZER", "ATTENDEE"} & set(event)


@every
def test_no_table_that_leaves_runs_a_cell(now: Plan, tables: Tables, attacked: JobSearch) -> None:
    """CSV cells are inert in Excel of every country; a workbook holds them as texts."""
    made = [overview_csv(now), contact_log_csv(tables, MONDAY)]
    made.append(as_csv(roll_up([attacked.folder], lambda _: MONDAY)))
    assert [cell for data in made for cell in live(data)] == []
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(tables)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]


@every
def test_no_notebook_runs_a_field(now: Plan, tables: Tables, rows: list[PlanRow]) -> None:
    """What a notebook of one's own shows, and keeps in its file, is without theirs."""
    shown = [now, now.today, now.facts.applications, tables.timeline]
    html = [value._repr_html_() for value in shown]
    assert [found for text in html for found in markup(text)] == []
    example = Example(ALL, f"{ALL}\n\n{ALL}")
    assert markup(example._repr_html_()) == []


LETTERS = (*ATTACKS, "<% raise %>", "${7*7}", "{{ cycler }}", HEADERS)


@pytest.mark.parametrize("attack", LETTERS)
def test_no_letter_of_ones_own_runs(
    tmp_path: Path, now: Plan, tables: Tables, rows: list[PlanRow], attack: str
) -> None:
    """An attack in a coach's letter is named and ours used, or it is words like any other."""
    for row in rows:
        for kind, head in (("email", "Subject: Hello\n\n"), ("phone", "")):
            file = tmp_path / "letters" / row.situation / f"{kind}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{head}Hello. {attack}\n", encoding="utf-8")
    letters = read_own_letters(tmp_path)
    wrong = {problem.file.removeprefix("letters/") for problem in letters.problems}
    for row in rows:
        made = draft(now, tables, row, letters=letters, channel="phone")
        said = {"script": made.body or ALL, "voicemail": ALL}
        sheet = call_sheet.call_sheet(now, tables, row, letters=letters, **said)
        assert markup(call_sheet.as_html(sheet)) == []
        if f"{row.situation}/phone.txt" in wrong:
            assert made.body == draft(now, tables, row, channel="phone").body
        else:
            assert attack.split()[0] in (made.body or attack)  # some ask for a word first
        mail = draft(now, tables, row, letters=letters, channel="email")
        sent = as_eml(outgoing(mail, now, tables, tmp_path))
        message = email.message_from_bytes(sent, policy=email.policy.default)
        assert message.get_content_type() == "text/plain"
        assert not {"bcc", "attach"} & {name.casefold() for name in message}


COMMANDS = (
    ("today", "--all"),
    ("today", "--all", "--json"),
    ("check",),
    ("draft", "first"),
    ("draft", "first", "--json"),
    ("draft", "none of them \x1b[31m"),
    ("chart", "timeline", "--text"),
    ("chart", "reach", "--text"),
    ("undo",),
    ("restore",),
)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("line", COMMANDS, ids=" ".join)
def test_no_command_reaches_the_terminal(
    attacked: JobSearch, rows: list[PlanRow], line: tuple[str, ...], capsys
) -> None:
    """What is printed, sentences about mistakes included, holds no control character."""
    first = rows[0].application_id
    words = [first if word == "first" else word for word in line]
    day = [] if line[0] in ("undo", "restore") else ["--today", str(MONDAY)]
    main([*words, *day, "--search", str(attacked.folder)])
    said = capsys.readouterr()
    assert re.findall("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said.out + said.err) == []
    assert said.out + said.err
