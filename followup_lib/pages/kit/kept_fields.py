"""Fields without a model, kept at every change until what is in them has gone where it belongs."""

from collections.abc import Mapping
from functools import partial

import ipywidgets as w

from followup_lib.pages.kit.kept import KeptInput, Shelf
from followup_lib.pages.kit.status import Status, guarded


class KeptFields(KeptInput):
    """Some fields by name; what differs from what stands in them now is kept under a key.

    Trouble is told in `status`; an error about one of them by its name stands beneath it.
    """

    def __init__(
        self, shelf: Shelf, fields: Mapping[str, w.Widget], status: Status, key: str
    ) -> None:
        super().__init__(shelf, key, {name: (box, "value") for name, box in fields.items()})
        self.restore()
        for name, box in fields.items():
            box.add_class(f"followup-at-{name}")
            box.observe(guarded(status, partial(self._keep, name)), "value")
