"""Where a person's search lies: a folder that every system can make."""

from pathlib import Path

import pytest

from followup_lib.app.workspace import LONGEST, folder_of
from followup_lib.records.errors import FollowupError


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Maya Lindgren", "Maya Lindgren"),
        ("Dr. Ines: A/B\\C?", "Dr. Ines ABC"),
        ("Jo\tR.\n", "JoR"),
        ("Con", "search Con"),
        ("nul.", "search nul"),
        ("Com1.Lee", "search Com1.Lee"),
        ("Connie", "Connie"),
        ("conout$", "search conout$"),
        ("O" * 300, "O" * LONGEST),
        ("\N{SNOWMAN}" * 300, "\N{SNOWMAN}" * LONGEST),
        ("\N{GRINNING FACE}" * 300, "\N{GRINNING FACE}" * 60),
    ],
)
def test_a_name_is_a_folder_on_every_system(name: str, folder: str) -> None:
    """Signs, devices, ends and lengths that Windows refuses are in no name of a folder."""
    assert folder_of(name).name == folder


def test_a_name_in_other_capitals_is_the_same_folder(home: Path) -> None:
    """“maya ruiz” is no second client beside “Maya Ruiz”, on any system."""
    made = folder_of("Maya Ruiz")
    made.mkdir(parents=True)
    assert folder_of("maya RUIZ") == made


@pytest.mark.parametrize("name", ["", " . ", "/:*", "\n"])
def test_a_name_without_a_letter_is_asked_for_anew(name: str) -> None:
    """What leaves nothing to name a folder with is told in a sentence."""
    with pytest.raises(FollowupError, match="no letters to name a folder with; type a name"):
        folder_of(name)
