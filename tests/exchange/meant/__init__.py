"""Lists as people write them, with what their authors meant: the truth, whatever is read.

One line for each row, as it stands in the file: company and position, then what happened with its
day (`?` where the author told none), then whom they write to (`contact`, `role`, `email`, `phone`),
others (`person`), and the address of the notice (`link`). "no row" is a line of the file that is no
application. Today is Monday, March 16, 2026.
"""

from tests.exchange.meant.columns import CELLS_DECIDE, HEADERS
from tests.exchange.meant.days_and_moves import DAYS, MOVED, OFFERED, OTHER_LISTS
from tests.exchange.meant.elsewhere import EXPORTED, FOREIGN
from tests.exchange.meant.questions import TRADES_OWN
from tests.exchange.meant.shapes import SHAPES
from tests.exchange.meant.statuses import STATUSES
from tests.exchange.meant.strangers import STRANGERS
from tests.exchange.meant.told import HEAD, Meant
from tests.exchange.meant.trades import SECTIONED, TRACKERS
from tests.exchange.meant.unsaid import BESIDE, GOES_ON, MONTHS, PAST, STEPS

__all__ = ["HEAD", "MEANT", "Meant"]

MEANT = {
    **HEADERS, **CELLS_DECIDE, **STATUSES, **DAYS, **MOVED, **OTHER_LISTS, **OFFERED,
    **TRACKERS, **SECTIONED, **EXPORTED, **FOREIGN,
    **STEPS, **BESIDE, **PAST, **MONTHS, **GOES_ON, **STRANGERS, **TRADES_OWN,
    **SHAPES,
}  # fmt: skip
