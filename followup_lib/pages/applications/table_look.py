"""How the table of applications is looked at, so that an edit does not change it."""

from pathlib import Path

import anywidget
import traitlets as t


class TableLook(anywidget.AnyWidget):
    """What is searched for in the table on the same page, its order, and the page it stands at.

    `look` holds arguments for `ITable.update`; empty while nobody has touched the table.
    """

    _esm = Path(__file__).with_name("table_look.js").read_text(encoding="utf-8")
    look = t.Dict().tag(sync=True)
