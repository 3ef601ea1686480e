"""What comes with the program beside its code: the pages and the sample search.

In a checkout they lie beside `followup_lib`; a wheel carries them inside it.
"""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def shipped(path: str) -> Path:
    """Return where a folder of the checkout, such as data/sample_search, is in this installation.

    >>> sorted(file.name for file in shipped("data/sample_search").glob("*.toml"))
    ['settings.toml']
    """
    inside = PACKAGE / Path(path).name
    return inside if inside.is_dir() else PACKAGE.parent / path


def is_inside(folder: Path) -> bool:
    """Tell whether a shipped folder lies in the package, where nobody should work in it."""
    return folder.parent == PACKAGE
