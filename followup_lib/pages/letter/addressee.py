"""To whom the letter on the page goes: the plan's choice, or another of those met (W5, W8)."""

from functools import partial
from typing import Any

import ipywidgets as w
import traitlets as t

from followup_lib.advice.addressees import addressed_to, addressees
from followup_lib.pages.kit.choices import Choices
from followup_lib.pages.kit.common import Status, button
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept import Kept
from followup_lib.pages.kit.ties import Fields, shown_when
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow, key_of
from followup_lib.records.vocabulary import HAS_LEFT

CHOSEN = "to"
"""Under which name the person chosen is kept beside the words of a letter."""


def addressed(desk: Desk, row: PlanRow, kept: Kept) -> PlanRow:
    """Return the row as it goes to the person chosen on the page; else as the plan has it."""
    return addressed_to(desk.plan, desk.tables, row, str(kept.values.get(CHOSEN, "")))


def words_key(channel: str, kept: Kept) -> str:
    """Return under which name own words by a channel are kept: to each person their own."""
    chosen = kept.values.get(CHOSEN, "")
    return f"{channel} to {chosen}" if chosen else channel


class Addressee(t.HasTraits):
    """The choice of whom a letter goes to; `choices` holds more than one where there is a choice.

    `name` is who is chosen, "" for the plan's own; `leaver` is whom one may note as gone.
    """

    choices: t.List[Any] = t.List()
    name = t.Unicode("")
    leaver = t.Unicode("")

    def __init__(self, letter: Any) -> None:
        super().__init__()
        self.letter = letter
        self._turning = False
        letter.observe(self.turn, "turned")
        self.turn()

    def turn(self, _: object = None) -> None:
        """Offer everybody the row that is shown may go to."""
        self._turning = True
        self.choices = self._offered()
        there = self.letter.key in self.letter.offered
        chosen = self.letter.row.to if there else ""
        self.name = chosen if chosen in dict(self.choices).values() else ""
        row = self.letter.row if there else None
        self.leaver = row.to if row is not None and not row.reference_id else ""
        self._turning = False

    def _offered(self) -> Choices:
        if self.letter.key not in self.letter.offered:
            return []
        desk, row = self.letter.desk, self.letter.offered[self.letter.key].row
        first, *others = addressees(desk.plan, desk.tables, row)
        return [(f"{first.to or 'nobody named'}, as planned", ""), *((o.to, o.to) for o in others)]

    @t.observe("name")
    def choose(self, _: object = None) -> None:
        """Address the letter to who was chosen, with that person's way and words."""
        if self._turning:
            return
        self.letter.readdress({CHOSEN: self.name} if self.name else {})

    def has_left(self) -> str:
        """Note that the person shown is no longer there; the plan finds the next one (W5)."""
        name, row = self.leaver, self.letter.row
        if not name:
            raise FollowupError("Nobody is named here yet, so there’s nobody to mark as gone.")
        self.letter.desk.edit(
            f"{name} has left",
            partial(
                edits.note_person,
                application_id=row.application_id,
                name=name,
                preferred_contact=HAS_LEFT,
            ),
        )
        self.letter.readdress({})
        self.letter.refresh(key_of(row))
        return f"Noted: {name} is no longer there."


class AddresseeBox:
    """The small choice of whom the letter goes to, and the button for who has left."""

    def __init__(self, letter: Any, status: Status) -> None:
        self.model = model = Addressee(letter)
        choice = Fields(model, status).choice("name", "Write to", "choices")
        left = w.HBox([button("This person has left", status, model.has_left)])
        several = shown_when(choice, model, "choices", lambda offered: len(offered) > 1)
        self.box = w.VBox([several, shown_when(left, model, "leaver")])
