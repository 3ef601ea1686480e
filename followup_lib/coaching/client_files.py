"""Giving a client her copy, and removing a search."""

import io
import shutil
import zipfile
from pathlib import Path

from followup_lib.coaching.consent import agreed
from followup_lib.records.errors import FollowupError
from followup_lib.store.private import leads_out
from followup_lib.store.search import SAMPLE, JobSearch

MEANING = {
    "applications.csv": "the applications: who and what",
    "people.csv": "other people you met there",
    "timeline.csv": "what happened, is planned, or was promised",
    "references.csv": "your references",
    "sessions.csv": "the coaching sessions",
    "commitments.csv": "what you said you’d do, and by when",
    "settings.toml": "your name, how you sign, and the numbers behind the advice",
}
"""What each file of a search is, for the list that goes along with a copy."""
LIST = "what is in here.txt"
NOT_DELETED = (
    "Not deleted: the coach’s private notes, files you downloaded or printed, copies you gave "
    "away, and whatever a backup program keeps."
)

FILE_DAY = (1980, 1, 1, 0, 0, 0)
"""The day of every file in a zip, so that the same content is the same bytes."""


def own_files(search: JobSearch) -> list[Path]:
    """Return the files of a search that are the client's, as paths from its folder.

    Unfinished drafts and earlier states in `.workbook` are not among them, nor what only a link
    out of the folder leads to.
    """
    whole = (path for path in search.folder.rglob("*") if path.is_file())
    here = (path for path in whole if not leads_out(path, search.folder))
    paths = (path.relative_to(search.folder) for path in here)
    return sorted(path for path in paths if path.parts[0] != search.workbook.name)


def copy_of(search: JobSearch) -> bytes:
    """Return the client's files as a zip, with a readable list of them and what was agreed on.

    Raises `FollowupError` when the search, or one of its files, cannot be read.
    """
    settings = search.read().settings
    name = settings.seeker.name or search.folder.name
    files = own_files(search)
    lines = [f"The job search of {name}", ""]
    lines += [f"{path.as_posix()}: {_meaning(path)}" for path in files]
    lines += ["", "The tables open in any spreadsheet program.", ""]
    lines += filter(None, [agreed(settings.coaching)])
    contents = {path.as_posix(): _bytes(search.folder / path) for path in files}
    return zipped({LIST: "\n".join(lines).encode("utf-8"), **contents})


def removal(search: JobSearch) -> list[str]:
    """Return what removing the search deletes, and what it does not."""
    files = own_files(search)
    listed = ", ".join(path.as_posix() for path in files)
    return [
        f"Deleted from {search.folder}: {listed}, and every earlier state and unfinished draft.",
        NOT_DELETED,
    ]


def remove(search: JobSearch, typed_name: str) -> str:
    """Delete the folder of a search when its client's name was typed; return what was done.

    Raises `FollowupError` when the name is another one, for the sample, for a folder that holds
    no search, and when a file cannot be deleted.
    """
    folder = search.folder.resolve()
    if folder == SAMPLE.resolve() or not (folder / "applications.csv").is_file():
        raise FollowupError(f"{folder} isn’t the search of a client; nothing was deleted.")
    name = search.read().settings.seeker.name or folder.name
    if typed_name.strip().casefold() != name.casefold():
        raise FollowupError(
            f"This is the search of {name}, and {typed_name.strip() or 'nothing'!r} was typed; "
            "nothing was deleted. Type the name to delete it."
        )
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise FollowupError(
            f"Not everything in {folder} could be deleted ({error.strerror}); close its files in "
            "other programs and try again."
        ) from error
    return f"{name}’s search has been deleted. {NOT_DELETED}"


def _meaning(path: Path) -> str:
    if path.parts[0] == "messages":
        return "a message, as it was sent or received"
    if path.parts[0] == "imports":
        return "what came in from another spreadsheet, and what did not"
    return MEANING.get(path.as_posix(), "a file of your own")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FollowupError(
            f"{path.name} cannot be read ({error.strerror}); close it in other programs."
        ) from error


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip of files by name, in their order.

    >>> zipped({"a.txt": b"1"}) == zipped({"a.txt": b"1"})
    True
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, FILE_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return buffer.getvalue()
