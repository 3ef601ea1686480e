"""A search is begun in the terminal, by name, by path, or by what is brought in."""

from pathlib import Path

import pytest

from followup_lib.app.workspace import find_search
from followup_lib.cli import main
from followup_lib.exchange.excel import write_workbook
from followup_lib.pages.start.model import begin
from followup_lib.records.tables import Tables
from followup_lib.store.search import JobSearch

LIST = "Company,Job Title,Date Applied\nHill & Co,Clerk,2026-03-02\n"


def test_new_lies_where_the_start_page_puts_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`new NAME` begins an empty search in the home of searches, opens it, and says what next."""
    assert main(["new", "Ann Lee"]) == 0
    folder = home / "Follow-up" / "Ann Lee"
    out = capsys.readouterr().out
    assert f"Started an empty search in {folder}" in out
    assert "followup add" in out
    search = find_search()
    assert search.folder == folder
    assert search.read().settings.seeker.name == "Ann Lee"
    assert begin("Ann Bell", "", "").folder == home / "Follow-up" / "Ann Bell"


@pytest.mark.parametrize("typed", ["./here/Ann", "HOME/Ann", "~/Ann"])
def test_a_path_is_taken_as_a_path(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """What has a slash or begins with a dot or `~` is a path, and no name is made of it."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", typed.replace("HOME", str(home))]) == 0
    folder = (tmp_path / "here" if typed.startswith(".") else home) / "Ann"
    assert JobSearch(folder).read().settings.seeker.name == ""


def test_no_search_is_begun_twice(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A search that is there is refused in one sentence and stays; so is a name without letters."""
    assert main(["new", "Ann"]) == 0
    before = sorted((home / "Follow-up" / "Ann").iterdir())
    capsys.readouterr()
    assert main(["new", "Ann"]) == 2
    assert "There is already a search at" in capsys.readouterr().err
    assert sorted((home / "Follow-up" / "Ann").iterdir()) == before
    for name in ("", " ", "??", ":"):
        assert main(["new", name]) == 2
        assert "has no letters to name a folder with" in capsys.readouterr().err
    assert [folder.name for folder in (home / "Follow-up").iterdir()] == ["Ann"]


def test_a_name_finds_the_search_that_new_made(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`new Ann`, then `--search Ann`, from whatever folder; a folder of that name there wins."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    assert main(["new", "Ann"]) == 0
    assert main(["import", "list.csv", "--search", "Ann"]) == 0
    assert len(JobSearch(home / "Follow-up" / "Ann").read().applications) == 1
    (tmp_path / "Ann").mkdir()
    assert main(["import", "list.csv", "--search", "Ann"]) == 0
    assert len(JobSearch(tmp_path / "Ann").read().applications) == 1


@pytest.mark.usefixtures("home")
def test_an_import_makes_the_search(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`import --search NEW` makes the search; undone, it is there and empty."""
    file, folder = tmp_path / "list.csv", tmp_path / "New"
    file.write_text(LIST, encoding="utf-8")
    assert main(["import", str(file), "--search", str(folder)]) == 0
    assert f"Started a new search in {folder}" in capsys.readouterr().out
    assert JobSearch(folder).read().applications["company"].tolist() == ["Hill & Co"]
    assert main(["undo", "--search", str(folder)]) == 0
    assert JobSearch(folder).read().applications.empty


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("arguments", "code"), [(["--dry-run"], 0), (["--map", "Nothing=company"], 2)]
)
def test_a_dry_run_or_a_refusal_makes_nothing(
    tmp_path: Path, arguments: list[str], code: int
) -> None:
    """A dry run leaves no folder behind, nor does an import that is refused."""
    file, folder = tmp_path / "list.csv", tmp_path / "New"
    file.write_text(LIST, encoding="utf-8")
    assert main(["import", str(file), "--search", str(folder), *arguments]) == code
    assert not folder.exists()


@pytest.mark.usefixtures("home")
def test_a_whole_search_comes_into_a_new_one(tmp_path: Path, sample: Tables) -> None:
    """Our own workbook makes the search too, and its dry run does not."""
    file, folder = tmp_path / "all.xlsx", tmp_path / "New"
    file.write_bytes(write_workbook(sample))
    assert main(["import", str(file), "--search", str(folder), "--dry-run"]) == 0
    assert not folder.exists()
    assert main(["import", str(file), "--search", str(folder)]) == 0
    assert len(JobSearch(folder).read().applications) == len(sample.applications)


@pytest.mark.usefixtures("home")
def test_a_folder_of_other_things_is_no_new_search(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder with something else in it gets no search by a slip of the keyboard."""
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    assert main(["import", str(file), "--search", str(tmp_path)]) == 2
    assert "applications.csv: is missing" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".csv"] == ["list.csv"]
