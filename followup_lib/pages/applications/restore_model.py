"""Going back to an earlier state of the search."""

import traitlets as t

from followup_lib.pages.kit.at_desk import AtDesk
from followup_lib.pages.kit.choices import Choices
from followup_lib.records.errors import FollowupError


class RestoreForm(AtDesk):
    """The earlier states as `choices`, newest first, and the one `chosen`: its number as text."""

    choices: t.List[tuple[str, str]] = t.List()
    chosen = t.Unicode("")

    def refresh(self) -> None:
        """List the states as they are; one that is gone is no longer chosen."""
        earlier: Choices = [
            (f"{state.number}: {self.desk.day(state.day)}, after “{state.what}”", str(state.number))
            for state in reversed(self.desk.search.backups.states())
        ]
        if self.chosen not in [number for _, number in earlier]:
            self.chosen = ""
        self.choices = [("choose one", ""), *earlier]

    def go_back(self) -> str:
        """Bring the chosen state back; what is there now becomes a state too."""
        if not self.chosen:
            raise FollowupError("Which earlier state? Choose one from the list first.")
        state = self.desk.search.restore(int(self.chosen))
        self.desk.done = self.desk.search.last_edit()
        self.desk.look()
        return f"The search is as it was after “{state.what}”. Undo reverses that."
