"""The words of a page that stand in its notebook, for the fold of the page itself."""

import json
from pathlib import Path

import mistune

from followup_lib.store.shipped import shipped


def prose_of(page: str) -> str:
    """Return as HTML what a notebook tells and shows beside its form, its own title left out.

    The notebook is the one in the folder the page runs in, which a coach may have changed, else the
    one that came with the workbook.
    """
    name = f"{page}.ipynb"
    path = next(path for path in (Path(name), shipped("notebooks") / name) if path.is_file())
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "".join(filter(None, map(_cell, cells)))


def _cell(cell: dict[str, object]) -> str:
    source = "".join(cell["source"])  # type: ignore[arg-type]
    if cell["cell_type"] == "markdown":
        told = source.partition("\n")[2] if source.startswith("# ") else source
        return str(mistune.html(told))
    outputs: list[dict[str, dict[str, list[str]]]] = cell["outputs"]  # type: ignore[assignment]
    return "".join("".join(out.get("data", {}).get("text/html", [])) for out in outputs)
