"""What goes wrong is told in words; a mistake of ours is in the log in full."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_lib.pages.kit.status import Status, guarded
from followup_lib.pages.kit.trouble import FieldError, sentence_of
from followup_lib.records.errors import FollowupError


@pytest.fixture
def log_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the file a server names for its pages' log."""
    path = tmp_path / "server.log"
    monkeypatch.setenv("FOLLOWUP_LOG", str(path))
    log = logging.getLogger("followup_lib")
    yield path
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()


def test_a_mistake_of_ours_is_in_the_log(log_file: Path) -> None:
    """The page gets a sentence; the log gets the whole of it, down to the line."""
    status = Status()

    def broken() -> str:
        return {}["missing"]

    with pytest.raises(KeyError):
        guarded(status, broken)()
    assert status.sentence == (
        "This did not work (KeyError: 'missing'). Nothing you saved is lost; the log has the "
        "details."
    )
    text = log_file.read_text(encoding="utf-8")
    assert 'return {}["missing"]' in text
    assert text.count("Traceback") == 1


def test_what_a_person_can_mend_is_not_in_the_log(log_file: Path) -> None:
    """A refusal is no mistake of ours."""
    assert sentence_of(FollowupError("Choose a day.")) == "Choose a day."
    assert not log_file.exists()


def test_an_error_names_its_field() -> None:
    """The line knows which field its sentence is about, until the next sentence."""
    status = Status()

    def refuse() -> str:
        raise FieldError("Which company is it?", "company")

    guarded(status, refuse)()
    assert (status.sentence, status.field) == ("Which company is it?", "company")
    first = status.value
    assert 'data-field="company"' in first
    guarded(status, refuse)()
    assert status.value != first
    status.say("Saved.")
    assert status.field == ""
