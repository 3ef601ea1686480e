"""A coach's private notes: kept, apart, and told when they cannot be."""

from pathlib import Path

import pytest

from followup_lib.app.workspace import coach_folder
from followup_lib.coaching.private_notes import notes_file, read_notes, write_notes
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.session.notes_view import private_notes
from followup_lib.records.tables import FollowupError

SECRET = "anxious about the phone, go slowly"


def test_notes_come_back(tmp_path: Path) -> None:
    """What was written is read again, in any script; nothing written is an empty text."""
    file = notes_file(tmp_path / "coach", tmp_path / "Ada")
    assert read_notes(file) == ""
    write_notes(file, "Zuerst zuhören. 慢慢来")
    assert read_notes(file) == "Zuerst zuhören. 慢慢来"


def test_two_clients_of_one_name_have_two_files(tmp_path: Path) -> None:
    """The place of the search decides, not its name alone."""
    coach = tmp_path / "coach"
    assert notes_file(coach, tmp_path / "a/Ada") != notes_file(coach, tmp_path / "b/Ada")


def test_notes_are_never_in_the_clients_folder(desk: Desk) -> None:
    """After typing on the page, no file of the client's folder, backups included, has them."""
    box = private_notes(desk).children[1].children[1]
    box.value = SECRET
    desk.edit("something", lambda tables: tables)
    own = [path for path in desk.search.folder.rglob("*") if path.is_file()]
    assert own
    assert not [path for path in own if SECRET.encode() in path.read_bytes()]
    kept = [path.read_text(encoding="utf-8") for path in coach_folder().iterdir()]
    assert kept == [SECRET]


def test_notes_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    """A folder that is a file: one sentence that asks to copy the notes to a safe place."""
    (tmp_path / "coach").write_text("", encoding="utf-8")
    with pytest.raises(FollowupError, match="copy them to a safe place"):
        write_notes(notes_file(tmp_path / "coach", tmp_path / "Ada"), SECRET)


def test_notes_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """Bytes that are no text: a sentence, and the file stays as it is."""
    file = notes_file(tmp_path, tmp_path / "Ada")
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FollowupError, match="cannot be read"):
        read_notes(file)
