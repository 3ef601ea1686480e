"""Her copy, and removing a search."""

import io
import zipfile

import pytest

from followup_lib.cli import main
from followup_lib.coaching.client_files import LIST, copy_of, own_files, remove
from followup_lib.records.errors import FollowupError
from followup_lib.store.new_search import create_search
from followup_lib.store.search import SAMPLE, JobSearch


def test_a_copy_holds_every_file_of_the_client(search: JobSearch) -> None:
    """Each file byte for byte, and a readable list; no draft and no earlier state."""
    search.edit("nothing", lambda tables: tables)
    search.keep("draft", {"body": "half a letter"})
    (search.folder / "messages").mkdir(exist_ok=True)
    (search.folder / "messages" / "a.eml").write_bytes(b"Subject: x\r\n\r\nHello")
    archive = zipfile.ZipFile(io.BytesIO(copy_of(search)))
    names = set(archive.namelist())
    assert names == {LIST, *(path.as_posix() for path in own_files(search))}
    assert not [name for name in names if "workbook" in name]
    for name in names - {LIST}:
        assert archive.read(name) == (search.folder / name).read_bytes()
    text = archive.read(LIST).decode("utf-8")
    assert "timeline.csv: what happened, is planned, or was promised" in text
    assert "messages/a.eml: a message, as it was sent or received" in text


def test_the_same_search_gives_the_same_copy(search: JobSearch) -> None:
    """Two copies of an unchanged search are the same bytes, and open as a search again."""
    assert copy_of(search) == copy_of(search)


@pytest.mark.parametrize("typed", ["", "Tom Other", "Maya"])
def test_another_name_deletes_nothing(search: JobSearch, typed: str) -> None:
    """Only the client's whole name deletes; anything else leaves every file in place."""
    before = own_files(search)
    with pytest.raises(FollowupError, match="nothing was deleted"):
        remove(search, typed)
    assert own_files(search) == before


def test_the_name_deletes_the_folder(search: JobSearch) -> None:
    """With her name typed, in any case, the folder is gone and what is not deleted is said."""
    assert "private notes" in remove(search, "maya lindqvist ")
    assert not search.folder.exists()


def test_the_sample_and_other_folders_are_never_deleted(tmp_path) -> None:
    """Neither the sample nor a folder that is no search can be taken off."""
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    for folder in (SAMPLE, tmp_path):
        with pytest.raises(FollowupError, match="nothing was deleted"):
            remove(JobSearch(folder), "Maya Lindqvist")
    assert (tmp_path / "letter.txt").exists()


def test_the_command_asks_first(search: JobSearch, capsys) -> None:
    """`followup remove` tells what would go; with the wrong name it refuses; with hers it does."""
    command = ["remove", "--search", str(search.folder)]
    assert main(command) == 2
    assert "Nothing was deleted" in capsys.readouterr().err
    assert main([*command, "--name", "Tom"]) == 2
    assert search.folder.exists()
    assert main([*command, "--name", "Maya Lindqvist"]) == 0
    assert not search.folder.exists()


def test_the_copy_command_says_what_it_wrote(tmp_path, capsys) -> None:
    """`followup copy FILE.zip` works for a search just begun, too."""
    create_search(tmp_path / "New", name="Ada Brook")
    file = tmp_path / "copy.zip"
    assert main(["copy", str(file), "--search", str(tmp_path / "New")]) == 0
    assert "4 files and a list of them" in capsys.readouterr().out
