"""What a page shows of the search that lies on the desk."""

import traitlets as t

from followup_lib.pages.kit.desk import Desk


class AtDesk(t.HasTraits):
    """A model that is filled from the desk when it is made, and again at every look."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.refresh()
        desk.tell(self.refresh)

    def refresh(self) -> None:
        """Fill in how things stand now."""
        raise NotImplementedError
