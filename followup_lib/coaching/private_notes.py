"""A coach's private notes: in a folder of the coach's own, never in that of a client.

Nothing here is read by an export, a handout, a copy or a backup of a client's search.
"""

import hashlib
from pathlib import Path

from followup_lib.records.errors import FollowupError
from followup_lib.store.atomic import write_whole
from followup_lib.store.private import make_own_folder


def notes_file(folder: Path, search: Path) -> Path:
    """Return the file of the notes on one client in the coach's `folder`.

    Two searches of one name have two files: the end of the name tells where the search lies.
    """
    where = hashlib.sha256(str(search.resolve()).encode()).hexdigest()[:6]
    return folder / f"{search.name} {where}.txt"


def read_notes(file: Path) -> str:
    """Return the notes, "" when there are none yet; raises `FollowupError`."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise FollowupError(
            f"The notes in {file} cannot be read; close them elsewhere and open this page again."
        ) from error


def write_notes(file: Path, text: str) -> None:
    """Keep the notes, so that a crash leaves the old or the new ones; raises `FollowupError`."""
    try:
        make_own_folder(file.parent)
        write_whole(file, text.encode())
    except OSError as error:
        raise FollowupError(
            f"The notes could not be written to {file} ({error.strerror}); copy them to a safe "
            "place before you close this page."
        ) from error
