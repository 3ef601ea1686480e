"""What is done with a client's search as a whole: a copy, a redacted copy, taking it off."""

import traitlets as t

from followup_lib.app.workspace import secret_weeks
from followup_lib.coaching.client_files import copy_of, removal, remove, zipped
from followup_lib.coaching.redact import redacted_files
from followup_lib.pages.kit.bridge import File
from followup_lib.pages.kit.desk import Desk
from followup_lib.records.errors import FollowupError


class ThisSearchModel(t.HasTraits):
    """What is done with the open search as a whole: a copy, a redacted copy, taking it off.

    `asked` is true once the person asked to take it off, and then has to type the client's name.
    """

    asked = t.Bool(False)
    typed_name = t.Unicode("")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def copy(self) -> File:
        """Return the client's copy as a zip."""
        name = self.desk.search.folder.name
        return f"{name}.zip", "application/zip", copy_of(self.desk.search)

    def redacted(self) -> File:
        """Return a copy for supervision in which nobody can be recognised."""
        self.desk.look()
        files = redacted_files(self.desk.tables, secret_weeks())
        return "for-supervision.zip", "application/zip", zipped(files)

    def ask(self) -> str:
        """Tell what taking this search off the computer would delete, and ask for the name."""
        self.asked = True
        return " ".join([*removal(self.desk.search), "Type the client’s name to delete it."])

    def remove(self) -> str:
        """Delete this search when its client's name is typed."""
        if not self.asked:
            raise FollowupError("Read what would be deleted first.")
        return remove(self.desk.search, self.typed_name)
