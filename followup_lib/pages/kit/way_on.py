"""The button that leads on to a row of the plan."""

from followup_lib.pages.kit.bridge import OpenPage
from followup_lib.pages.kit.desk import Desk


class WayOn(OpenPage):
    """A button that chooses a row of the plan and opens its page; it is there while it has one."""

    def __init__(self, desk: Desk, *, primary: bool = False) -> None:
        super().__init__("", "", lambda: desk.choose(self.key), primary=primary)
        self.lead(None)

    def lead(self, to: tuple[str, str, str] | None) -> None:
        """Lead `to` a row: the words of the button, the page, and the key that chooses the row."""
        self.layout.display = "" if to else "none"
        self.label, self.page, self.key = to or ("", "", "")
