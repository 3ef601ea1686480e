"""Lists as people really keep them, with invented people: what stands in the file, what is read.

Each has a name, the file, then what should come of it: one line for each application (company and
position, then what happened and on which day: `?` no day is known, `i` inferred, `a` about), how
many rows are set aside, and which questions are asked about the file.
"""

from tests.exchange.look_alikes.alike import HEAD, LIST, PLAIN, ROW, Alike
from tests.exchange.look_alikes.between import NO_ROWS, SECTIONS, TABLES
from tests.exchange.look_alikes.cells import AHEAD, CELLS, NUMBERED
from tests.exchange.look_alikes.laid_out import LAID_OUT, TONGUES
from tests.exchange.look_alikes.stages import EXPORTS, TOGETHER
from tests.exchange.look_alikes.written import WRITTEN

__all__ = ["EXPORTS", "HEAD", "LIST", "LOOK_ALIKES", "PLAIN", "ROW", "Alike"]

LOOK_ALIKES = {
    **WRITTEN, **LAID_OUT, **TONGUES, **CELLS, **TOGETHER, **EXPORTS, **NUMBERED, **AHEAD,
    **SECTIONS, **NO_ROWS, **TABLES,
}  # fmt: skip
