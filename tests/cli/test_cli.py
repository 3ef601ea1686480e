"""The command line: what it prints, what it refuses, and that an error is one plain line."""

import csv
import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from followup_lib.app.workspace import find_search
from followup_lib.charts import CHARTS
from followup_lib.cli import main
from followup_lib.cli.plans import PLAN_KEYS
from followup_lib.exchange.excel import read_workbook
from followup_lib.store.new_search import create_search, practice_copy
from followup_lib.store.search import SAMPLE, JobSearch

CASE = "cobblers-gate-credit-union-payroll-analyst"

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def practice(tmp_path: Path) -> str:
    """Return the folder of a practice copy, as text."""
    return str(practice_copy(tmp_path / "Practice").folder)


def counted(folder: str) -> int:
    """Return how many applications a search has."""
    return len(JobSearch(folder).read().applications)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """Run a command that succeeds and return the JSON it prints."""
    assert main(arguments) == 0
    return json.loads(capsys.readouterr().out)


def test_today_lists_what_may_be_done_today(
    practice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """`today --json` is a list of today's actions, the most urgent first, with exactly our keys."""
    rows = printed(capsys, "today", "--search", practice, "--json")
    assert all(list(row) == list(PLAN_KEYS) for row in rows)
    assert [row["situation"] for row in rows[:2]] == ["promise_due", "offer_to_answer"]  # late
    assert all(row["earliest_on"] <= "2026-03-16" for row in rows)
    assert not [row for row in rows if row["situation"] in ("rest", "long_quiet")]
    case = next(row for row in rows if row["application_id"] == CASE)
    assert (case["rule"], case["to"], case["channel"]) == ("D1", "Ms. Reyes", "phone")
    assert case["due_on"] is None


def test_an_interview_ahead_is_coming_up(practice: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`today` names the interviews of the week under what is coming up, and none on pause."""
    assert main(["today", "--search", practice, "--all"]) == 0
    coming, paused = capsys.readouterr().out.partition("Coming up")[2].split("\nOn pause\n")

    assert "  Emberfold Energy: Interview Thu, March 19\n    You have an interview on" in coming
    assert "Get your card ready" not in paused


def test_all_adds_coming_up_and_rest(practice: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--all` lists every application at least once, each with a reason."""
    rows = printed(capsys, "today", "--search", practice, "--json", "--all")
    named = {row["application_id"] for row in rows}
    assert named == set(JobSearch(Path(practice)).read().applications["application_id"])
    assert all(row["reason"] for row in rows)


def test_another_day_gives_another_list(practice: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--today` plans for that day: on the Friday before, Ms. Reyes is not called yet."""
    rows = printed(capsys, "today", "--search", practice, "--json", "--today", "2026-03-13")
    assert CASE not in {row["application_id"] for row in rows if row["rule"] == "D1"}


def test_today_for_people(practice: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json it is a list to read, headed by whose search it is and the day."""
    assert main(["today", "--search", practice]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Maya Lindqvist, Mon, March 16\n\nToday\n  Quillon Health: Keep")
    assert "Coming up" in out


def test_a_day_off_is_headed_for_the_next_workday(
    practice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a Saturday the text says for which day the asking messages are."""
    assert main(["today", "--search", practice, "--today", "2026-03-21"]) == 0
    assert "questions to employers can wait until Mon, March 23" in capsys.readouterr().out


def test_a_draft_as_json(practice: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`draft --json` prints the message with the seven keys, nothing missing."""
    made = printed(capsys, "draft", CASE, "--search", practice, "--channel", "email", "--json")
    keys = ["situation", "channel", "to", "subject", "body", "not_before", "missing", "unclear"]
    assert list(made) == keys
    assert made["situation"] == "their_date_passed"
    assert made["not_before"] == "2026-03-16"
    assert "still being considered" in made["body"]
    assert made["missing"] == []


def test_a_draft_with_times_for_a_talk(practice: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Times given on the line stand in the letter, in place of those noted earlier."""
    job = "penhallow-tile-works-office-coordinator"
    made = printed(capsys, "draft", job, "--search", practice, "--times", "Friday at 9", "--json")
    assert "Friday at 9" in made["body"]
    assert "Wednesday" not in made["body"]


def test_a_draft_with_something_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without settings the name is asked for, body and subject are null, and the exit code is 0."""
    (tmp_path / "applications.csv").write_text(
        "application_id,company,job_title\nacme-clerk,Acme,clerk\n", encoding="utf-8"
    )
    (tmp_path / "timeline.csv").write_text(
        "application_id,on,event,due_on\nacme-clerk,2026-03-05,interview,\n"
        "acme-clerk,2026-03-05,they_promised,2026-03-12\n",
        encoding="utf-8",
    )
    folder = str(tmp_path)
    made = printed(
        capsys, "draft", "acme-clerk", "--search", folder, "--today", "2026-03-16", "--json"
    )
    assert (made["subject"], made["body"]) == (None, None)
    assert made["missing"] == ["What’s your name, as you sign it?"]


def test_add_log_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An application added and logged in the terminal is in the export with its next action."""
    folder = str(create_search(tmp_path / "Noor", name="Noor Haddad").folder)
    here = ("--search", folder)
    assert main(["add", "Acme", "Clerk", "--contact-name", "Ms. A", *here]) == 0
    assert main(["log", "acme-clerk", "interview", "--on", "2026-03-05", *here]) == 0
    logged = ["log", "acme-clerk", "they_promised", "--on", "2026-03-05", "--due", "2026-03-12"]
    assert main([*logged, *here]) == 0
    out = tmp_path / "out.csv"
    assert main(["export", str(out), "--today", "2026-03-16", *here]) == 0
    row = next(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert row["next_action"] == "their_date_passed"
    assert row["their_date"] == "2026-03-12"
    assert row["next_from"] == "2026-03-16"
    assert row["why"].startswith("They said Thu, March 12.")
    assert "Added acme-clerk" in capsys.readouterr().out


BAD = [
    (["today", "--search", "/nowhere/at/all"], "There is no search at /nowhere/at/all"),
    (["open", "--search", "/nowhere/at/all"], "There is no search at /nowhere/at/all"),
    (["add", "A", "B", "--on", "x"], "--on x is not known here. See: followup add --help"),
    (["today"], "No search is open: name its folder with --search FOLDER"),
    (["today", "--today", "16.3.2026"], "'16.3.2026' isn’t a day; write year-month-day"),
    (
        ["draft", "nobody", "--search", "PRACTICE"],
        "There is no application 'nobody' in this search",
    ),
    (["draft", CASE, "--search", "PRACTICE", "--situation", "x"], "'x' is not known; allowed are"),
    (["draft", CASE, "--search", "PRACTICE", "--channel", "fax"], "argument --channel: invalid"),
    (["log", CASE, "intervew", "--search", "PRACTICE"], "'intervew' is not known; allowed are"),
    (["log", CASE, "kept", "--search", "PRACTICE", "--refers-to", "e9999"], "timeline.csv, row"),
    (
        ["log", "emberfold-energy-scheduling-analyst", "they_missed", "--search", "PRACTICE"],
        "The interview is set for Thu, March 19, which is still ahead",
    ),
    (["export", "/nowhere/x.csv", "--search", "PRACTICE"], "/nowhere/x.csv could not be written"),
    (["chart", "timeline", "--search", "PRACTICE"], "Name a file to draw into"),
    (["chart", "timeline", "x.gif", "--search", "PRACTICE"], "x.gif"),
    (["chart", "story", "--text", "--search", "PRACTICE"], "A story is of one application"),
    (
        ["chart", "reach", "no/such/x.pdf", "--search", "PRACTICE"],
        "no/such/x.pdf could not be",
    ),
    (["nonsense"], "argument COMMAND: invalid choice"),
    ([], "the following arguments are required: COMMAND"),
]


@pytest.mark.parametrize(("arguments", "sentence"), BAD, ids=[case[1][:40] for case in BAD])
def test_bad_input_is_one_plain_line(
    practice: str, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    """Whatever is wrong, stderr has one line, the exit code is 2, nothing goes to stdout."""
    code = main([practice if text == "PRACTICE" else text for text in arguments])
    output = capsys.readouterr()
    assert code == 2
    assert output.err.startswith(sentence)
    assert output.err.count("\n") == 1
    assert output.out == ""


def test_two_open_promises_settled_by_one_unnamed_kept(
    practice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A `kept` that could mean two promises is asked about, and nothing is logged."""
    here = ("--search", practice)
    for due in ("2026-03-20", "2026-03-25"):
        assert main(["log", CASE, "i_promised", "--said", "a list", "--due", due, *here]) == 0
    before = (Path(practice) / "timeline.csv").read_bytes()
    assert main(["log", CASE, "kept", *here]) == 2
    assert "could mean any of" in capsys.readouterr().err
    assert (Path(practice) / "timeline.csv").read_bytes() == before


def test_a_hand_typed_unclear_kept_still_gives_the_rest(
    practice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unclear row in the file is told on stderr with its row; the list still comes, exit 2."""
    path = Path(practice) / "timeline.csv"
    rows = [f",{CASE},2026-03-09,i_promised,2026-03-{day}" for day in (18, 20)]
    text = path.read_text(encoding="utf-8-sig") + "\n".join([*rows, f",{CASE},2026-03-10,kept"])
    path.write_text(text + "\n", encoding="utf-8")
    assert main(["today", "--search", practice, "--json"]) == 2
    output = capsys.readouterr()
    assert len(json.loads(output.out)) > 10
    last = text.count("\n") + 1
    assert output.err.startswith(f"timeline.csv, row {last}, column refers_to: 'kept' could mean")


@pytest.mark.parametrize("named", ["option", "environment"])
def test_open_remembers_the_search_named(
    practice: str, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    """`open` serves the start page, and the search named is the one its pages find."""
    served: list[str] = []

    def serve(page: str, **_: object) -> int:
        served.append(page)
        return 0

    monkeypatch.setattr("followup_lib.app.server.serve", serve)
    monkeypatch.setenv("FOLLOWUP_SEARCH", practice if named == "environment" else "/elsewhere")
    option = ["--search", practice] if named == "option" else []
    assert main(["open", *option]) == 0
    monkeypatch.delenv("FOLLOWUP_SEARCH")
    search = find_search()
    assert str(search.folder) == practice
    assert served == ["00_start_here.ipynb"]


def test_check_tells_everything(practice: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`check` counts what it read; with damage it lists every problem, and the state to go to."""
    assert main(["check", "--search", practice]) == 0
    assert f"Everything could be read: {counted(practice)} applications" in capsys.readouterr().out
    path = Path(practice) / "timeline.csv"
    text = path.read_text(encoding="utf-8-sig").replace(",thanked,", ",thankd,")
    path.write_text(text, encoding="utf-8")
    assert main(["check", "--search", practice]) == 2
    *lines, last = capsys.readouterr().err.splitlines()
    assert len(lines) > 1
    assert all("found 'thankd'; allowed is one of" in line for line in lines)
    assert last.startswith("The last good state is number 1 of")


def test_a_new_search_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A search with nothing in it yet is read, counted, and has nothing to note."""
    folder = str(create_search(tmp_path / "Noor", name="Noor").folder)
    assert main(["check", "--search", folder, "--today", "2026-03-16"]) == 0
    assert "0 applications, 0 events" in capsys.readouterr().out


def test_life_is_noted_and_not_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row in the future and an interview after an offer get a note, exit code 0."""
    folder = str(create_search(tmp_path / "Noor", name="Noor").folder)
    here = ("--search", folder)
    main(["add", "Acme", "Clerk", *here])
    for event, day in (
        ("offer", "2026-03-02"),
        ("interview", "2026-03-05"),
        ("wrote", "2026-04-01"),
    ):
        assert main(["log", "acme-clerk", event, "--on", day, *here]) == 0
    capsys.readouterr()
    assert main(["check", "--today", "2026-03-16", *here]) == 0
    out = capsys.readouterr().out
    assert "row 3, column event: 'interview' comes after a later stage" in out
    assert "row 4, column on: is after Mon, March 16" in out


def test_the_chart_is_drawn_and_told(
    practice: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`chart timeline` writes a picture, and `--text` says the same in words."""
    for kind in ("png", "svg", "pdf"):
        assert main(["chart", "timeline", str(tmp_path / f"x.{kind}"), "--search", practice]) == 0
        assert (tmp_path / f"x.{kind}").stat().st_size > 1000
    capsys.readouterr()
    assert main(["chart", "timeline", "--text", "--search", practice]) == 0
    assert f"{counted(practice)} applications" in capsys.readouterr().out


@pytest.mark.parametrize("chart", [name for name in CHARTS if name != "timeline"])
def test_every_chart_is_drawn_and_told(
    practice: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], chart: str
) -> None:
    """Each chart is written to a file and told in words by one command."""
    path = tmp_path / "x.pdf"
    case = "quillon-health-technical-writer"
    whose = ["--application", case] if chart == "story" else []
    assert main(["chart", chart, str(path), "--text", *whose, "--search", practice]) == 0
    out = capsys.readouterr().out
    assert out.endswith(f"Wrote {path}.\n")
    assert len(out) > 150
    assert path.read_bytes().startswith(b"%PDF")


def test_a_timeline_of_some(practice: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The filters choose rows, and one application alone may be asked for."""
    here = ["--text", "--search", practice]
    assert main(["chart", "timeline", "--which", "due", *here]) == 0
    assert re.match(r"(\d+) applications: \1 for today", capsys.readouterr().out)
    assert main(["chart", "timeline", "--since", "2026-03-17", *here]) == 0
    assert capsys.readouterr().out.startswith("Nothing to show for this choice.")
    one = ["--application", "quillon-health-technical-writer"]
    assert main(["chart", "timeline", "--order", "wait", *one, *here]) == 0
    assert capsys.readouterr().out.startswith("1 application: 1 for today")


def test_which_search_is_open(
    practice: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The environment names the search when the option does not; the sample opens as a copy."""
    monkeypatch.setenv("FOLLOWUP_SEARCH", practice)
    monkeypatch.setenv("FOLLOWUP_TODAY", "2026-03-13")
    assert main(["today"]) == 0
    assert "Fri, March 13" in capsys.readouterr().out
    day = dt.date(2026, 3, 16).isoformat()
    assert main(["log", CASE, "no_answer", "--search", str(SAMPLE), "--on", day]) == 0
    assert (home / "Follow-up" / "Practice" / "timeline.csv").exists()


def test_a_workbook_and_a_log_of_contacts_are_written(
    practice: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`export` writes every table as .xlsx, and the contacts since a day as .csv."""
    book, log = tmp_path / "all.xlsx", tmp_path / "contacts.csv"
    assert main(["export", str(book), "--search", practice]) == 0
    assert len(read_workbook(book.read_bytes()).applications) == counted(practice)
    since = ("--contact-log", "--since", "2026-03-12", "--today", "2026-03-16")
    assert main(["export", str(log), *since, "--search", practice]) == 0
    assert len(log.read_text("utf-8-sig").splitlines()) == 4
    assert "Wrote 3 contacts to" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["all.ods"], "all.ods ends in .ods; name a file .csv or .xlsx."),
        (["all"], "all ends in nothing; name a file .csv or .xlsx."),
        (["log.xlsx", "--contact-log"], "log.xlsx ends in .xlsx; name a file .csv."),
        (["all.csv", "--since", "2026-03-01"], "--since goes with --contact-log"),
        (["all.csv", "--since", "March"], "'March' isn’t a day"),
    ],
)
def test_export_tells_what_it_cannot_write(
    practice: str, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    """An ending it does not know or options that do not fit are one sentence."""
    assert main(["export", *arguments, "--search", practice]) == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "due", "certainty", "told"),
    [
        (["--said", "by Friday"], "2026-03-20", "", "We read this as Fri, March 20."),
        (["--said", "mid next week"], "2026-03-25", "about", "about Wed, March 25"),
        (["--said", "soon"], "", "no_day", "There’s no day in “soon”"),
        (["--said", "bis Freitag", "--due", "none"], "", "no_day", ""),
        (["--said", "bis Freitag", "--due", "2026-03-20"], "2026-03-20", "", ""),
    ],
)
@pytest.mark.parametrize("command", ["log", "add"])
def test_words_about_a_day_are_read_and_said(
    practice: str, capsys: pytest.CaptureFixture[str], typed: list[str], due: str,
    certainty: str, told: str, command: str,
) -> None:  # fmt: skip
    """`--said` without `--due` is read from the day it was said on, and the reading printed."""
    made = ["log", CASE, "they_promised"] if command == "log" else ["add", "Northgate", "Clerk"]
    assert main([*made, "--search", practice, *typed]) == 0
    assert told in capsys.readouterr().out
    text = (Path(practice) / "timeline.csv").read_text(encoding="utf-8-sig")
    row = list(csv.DictReader(text.splitlines()))[-1]
    assert (row["event"], row["said"]) == ("they_promised", typed[1])
    assert (row["due_on"], row["certainty"]) == (due, certainty)


def test_unclear_words_are_refused_with_what_to_do(
    practice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words that could mean several days log nothing; the sentence names --due DATE and none."""
    before = len(JobSearch(Path(practice)).read().timeline)
    typed = ["log", CASE, "they_promised", "--search", practice, "--said", "Friday or Monday"]
    assert main(typed) == 2
    error = capsys.readouterr().err
    assert "--said: found “Friday or Monday”" in error
    assert "--due DATE, or --due none" in error
    assert len(JobSearch(Path(practice)).read().timeline) == before


def test_time_for_an_offer_is_asked_for_once(
    practice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second request is refused in the sentence of the page, and one that is too late, too."""
    offer = "osprey-lane-mutual-operations-analyst"
    asked = ["draft", offer, "--reply", "time", "--until", "2026-03-27", "--search", practice]
    assert main(asked) == 0
    with (Path(practice) / "timeline.csv").open("a", encoding="utf-8") as timeline:
        timeline.write(f"e9999,{offer},2026-03-16,asked_for_time,2026-03-27,,,,email,,,,,\n")
    capsys.readouterr()
    assert main(asked) == 2
    assert (
        capsys.readouterr()
        .err.strip()
        .endswith(
            "You asked for time on Mon, March 16; once is enough. Accept or decline, or wait for "
            "their answer."
        )
    )
