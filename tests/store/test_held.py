"""A file that another program holds for a moment, as on Windows, is replaced all the same."""

from pathlib import Path

import pytest

from followup_lib.records.errors import FollowupError
from followup_lib.store import atomic
from followup_lib.store.search import JobSearch


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let the next so many replacements be refused, and wait no time between two tries."""
    left, replace = [0], Path.replace

    def refuse(path: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] >= 0:
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(atomic, "WAITS", (0, 0))
    return left


def test_a_moment_is_waited_for(search: JobSearch, held: list[int]) -> None:
    """Refused twice and then not: the change is made, and nobody hears of it."""
    held[0] = 2
    search.set_settings("seeker", name="Noor")
    assert search.read().settings.seeker.name == "Noor"


def test_what_is_held_for_long_is_told(search: JobSearch, held: list[int]) -> None:
    """Refused every time, the change is not made, and a sentence says so."""
    before = search.read().settings.seeker.name
    held[0] = 100
    with pytest.raises(FollowupError, match="Permission denied"):
        search.set_settings("seeker", name="Noor")
    held[0] = 0
    assert search.read().settings.seeker.name == before
