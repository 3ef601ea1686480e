"""The scripts of the kit's widgets: files beside this one, joined.

Widgets take scripts and styles as text: of a path anywidget would keep every widget ever made, to
tell it when the file changes.
"""

from pathlib import Path


def script(*names: str) -> str:
    """Return the text of the .js files of these names, one after the other."""
    folder = Path(__file__).parent
    return "".join((folder / f"{name}.js").read_text(encoding="utf-8") for name in names)
