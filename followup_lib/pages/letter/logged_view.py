"""What stands in place of a letter once it is sent: undo, put it right, and what comes next."""

from html import escape

import ipywidgets as w

from followup_lib.pages.kit.common import OpenPage, Status, details, html
from followup_lib.pages.kit.names import START
from followup_lib.pages.kit.ties import shown_when
from followup_lib.pages.kit.todays_list import done_and_left, next_due
from followup_lib.pages.kit.undo import undo_of
from followup_lib.pages.kit.way_on import WayOn
from followup_lib.pages.letter.model import LetterModel


class LoggedBox:
    """The end of one row; the line above it tells what was logged."""

    def __init__(self, model: LetterModel, status: Status) -> None:
        self.model = model
        self.text, self.title, self.left = html(""), html(""), html("")
        undo = undo_of(model.desk, status, model.undo)
        self.on = WayOn(model.desk, primary=True)
        self.card = w.VBox([self.left, self.title])
        self.card.add_class("followup-card")
        words = details("The message you sent", self.text)
        acts = w.HBox([self.on, OpenPage("Back to Today", START)])
        box = w.VBox([w.HBox([undo]), self.card, acts, words])
        box.add_class("followup-logged")
        self.box = shown_when(box, model, "logged")
        self.words = words
        model.observe(self.show, "logged")
        self.show()

    def show(self, _: object = None) -> None:
        """Show what was logged, and the next row of today's list."""
        logged = self.model.logged
        if not logged:
            return
        self.text.value = f"<p>{escape(logged.text).replace(chr(10), '<br>')}</p>"
        self.words.layout.display = "" if logged.text else "none"
        due = next_due(self.model.desk)
        _, left = done_and_left(self.model.desk)
        self.on.lead(due and ("Open it", due.page, due.key))
        self.card.layout.display = "" if due else "none"
        if due:
            self.left.value = f'<p class="followup-quiet">Next, {left} to go</p>'
            self.title.value = f"<h2>{escape(due.heading)}</h2>"
