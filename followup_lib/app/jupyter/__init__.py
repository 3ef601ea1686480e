"""What the workbook adds to JupyterLab and Voilà, as package data, and the checksums of its pages.

README.md beside this file tells how a page is marked and what the two faces promise.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
PAGES_FILE = FOLDER / "labextensions/followup-workbook/static/pages.json"


def page_checksum(notebook: dict[str, Any]) -> str:
    """SHA-256, in hex, of the code of a notebook (the parsed .ipynb).

    What is hashed: the JSON list of the code cells' sources, each one string, without spaces
    between the items, as UTF-8. JupyterLab's side computes the same with `JSON.stringify`.
    """
    code = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    sources = ["".join(source) for source in code]  # a source is a string or a list of lines
    text = json.dumps(sources, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def page_checksums(folder: Path) -> dict[str, str]:
    """File name -> checksum of each notebook in `folder` that is marked as a page, by name."""
    checksums = {}
    for path in sorted(folder.glob("*.ipynb")):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        if notebook["metadata"].get("followup", {}).get("page"):
            checksums[path.name] = page_checksum(notebook)
    return checksums
