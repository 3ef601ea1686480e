"""The table of itables, forgotten when its page is left."""

from itables.widget import ITable


class Grid(ITable):
    """The same, with its script as text: see `followup_lib.pages.kit.script`."""

    _esm, _css = str(ITable._esm), str(ITable._css)  # type: ignore[assignment]
