"""Run every page on a practice search and store its outputs, for the tests to compare with.

python3 tools/store_outputs.py

Run it when the sample, a rule or a letter changed what an example shows, then read the difference.
"""

import os
import tempfile
from pathlib import Path

import nbclient
import nbformat

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
WIDGETS = "application/vnd.jupyter.widget-view+json"


def store(path: Path) -> None:
    """Run one notebook and keep of its outputs what is the same at every run."""
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(
        notebook,
        resources={"metadata": {"path": str(path.parent)}},
        store_widget_state=False,
        record_timing=False,
    ).execute()
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGETS, None)
    metadata = notebook.metadata
    kept = {key: metadata[key] for key in ("followup", "kernelspec", "voila") if key in metadata}
    notebook.metadata = kept | {"language_info": {"name": "python"}}
    nbformat.write(notebook, path)
    print(path.name)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA"):
            os.environ[name] = home
        os.environ.pop("FOLLOWUP_SEARCH", None)
        os.environ.pop("FOLLOWUP_TODAY", None)
        for page in sorted(NOTEBOOKS.glob("*.ipynb")):
            store(page)
