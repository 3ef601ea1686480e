"""The pages that are served: a checkout's, or a person's own copies of those in the package."""

import importlib.metadata
import json
import os
import sys
from pathlib import Path

import platformdirs

from followup_lib.records.errors import FollowupError
from followup_lib.records.notations import read_json
from followup_lib.store.atomic import digest, replace_files, writing
from followup_lib.store.shipped import is_inside, shipped

NOTEBOOKS = "notebooks"
AS_THEY_CAME = ".as_they_came.json"
"""Beside the copies: file name -> what `meaning` said of the page when it was copied."""
KEPT = (
    "You changed {names}, so the workbook leaves {it} alone. To get an original page back, move "
    "yours out of {folder} and open the workbook again.\n"
)
EARLIER = "Your changes to the pages of an earlier version are still in {folder}\n"


def pages_folder() -> tuple[Path, str]:
    """Return the folder of the pages, and what is to be said about it, "" when nothing is.

    In a checkout of one's own that is its `notebooks`. Else (in the package, or in a checkout that
    one may only read) they are copied to the person's data, into a folder of this version. Raises
    FollowupError when the pages are missing or cannot be copied.
    """
    came = shipped(NOTEBOOKS)
    if not came.is_dir():
        raise FollowupError(
            f"We looked for the pages in {came}, and that folder isn’t there: a part of the "
            "workbook is missing. Download or install the workbook again."
        )
    if not is_inside(came) and os.access(came, os.W_OK):
        return came, ""
    own = platformdirs.user_data_path("followup-workbook", appauthor=False)
    folder = own / "pages" / importlib.metadata.version("followup-workbook") / NOTEBOOKS
    is_new = not folder.exists()
    with writing("The folder of your pages"):
        folder.mkdir(parents=True, exist_ok=True)
        own.chmod(0o700)
        kept = bring_pages(came, folder)
    if kept:
        it = "it" if len(kept) == 1 else "them"
        return folder, KEPT.format(names=", ".join(kept), it=it, folder=folder)
    earlier = is_new and len(list(folder.parents[1].iterdir())) > 1
    return folder, EARLIER.format(folder=folder.parents[1]) if earlier else ""


def pages_for_a_server() -> Path:
    """Return the folder of the pages for a server that others have set up.

    What is to be said goes to that server's log. When nothing can be copied (a home that is full)
    the pages that came are shown, so that a person gets at the search and can make room.
    """
    try:
        folder, said = pages_folder()
    except FollowupError as error:
        folder, said = shipped(NOTEBOOKS), f"{error}\n"
    sys.stderr.write(said)
    return folder


def bring_pages(came: Path, folder: Path) -> list[str]:
    """Copy the pages in `came` into `folder`, and return the names of those left as they are there.

    Left is a page whose words or code somebody changed since it was copied. Raises OSError, with
    every page as it was.
    """
    pages = {path.name: path.read_bytes() for path in sorted(came.glob("*.ipynb"))}
    meant = {name: meaning(page) for name, page in pages.items()}
    names = [*pages, AS_THEY_CAME]
    there = {name: (folder / name).read_bytes() for name in names if (folder / name).is_file()}
    before = _listed(there.get(AS_THEY_CAME, b"{}"))
    kept = [
        name
        for name in pages
        if name in there and meaning(there[name]) not in (meant[name], before.get(name))
    ]
    new: dict[str, bytes | None] = {
        name: page
        for name, page in pages.items()
        if name not in kept and meaning(there.get(name, b"")) != meant[name]
    }
    if meant != before:
        new[AS_THEY_CAME] = json.dumps(meant, indent=2).encode()
    replace_files(folder, folder, new, there)
    return kept


def meaning(page: bytes) -> str:
    """Return a checksum of a notebook's words and code, "" when it is none.

    What a cell shows does not count: every opening makes that anew.
    """
    try:
        cells = read_json(page, "a page")["cells"]
        parts = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    except (FollowupError, KeyError, TypeError):
        return ""
    return digest(json.dumps(parts).encode())


def _listed(file: bytes) -> dict[str, str]:
    try:
        return dict(read_json(file, AS_THEY_CAME))
    except (FollowupError, ValueError, TypeError):  # damaged: then every page that differs is left
        return {}
