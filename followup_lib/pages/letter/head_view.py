"""The head of a letter page: the way back and on, what to do and for whom, and one line why."""

from html import escape

import ipywidgets as w

from followup_lib.pages.kit.bridge import OpenPage
from followup_lib.pages.kit.common import html, open_page
from followup_lib.pages.kit.desk import START
from followup_lib.pages.kit.todays_list import NextDue, next_due, place_of
from followup_lib.pages.letter.model import LetterModel


class Head:
    """The row of today's list as the heading of its page; who comes to it finds the focus there."""

    def __init__(self, model: LetterModel) -> None:
        self.model = model
        self.next: NextDue | None = None
        self.on = OpenPage("", "", self._choose)
        self.place, self.title, self.why = html(""), html(""), html("")
        way = w.HBox([open_page("‹ Today", START), self.place, self.on])
        way.add_class("followup-way")
        self.box = w.VBox([way, self.title, self.why])
        self.box.add_class("followup-row-head")
        model.observe(self.show, ["turned", "arrived", "heading", "why", "logged"])
        model.desk.tell(self.show)
        self.show()

    def _choose(self) -> None:
        if self.next:
            self.model.desk.choose(self.next.key)

    def show(self, _: object = None) -> None:
        """Show the row at hand, and which comes next."""
        model = self.model
        place = place_of(model.desk, model.key)
        self.place.value = f"<p>{place}</p>" if place else ""
        self.title.value = (
            f'<h1 class="followup-arrive" data-arrived="{model.arrived}" tabindex="-1">'
            f"{escape(model.heading)}</h1>"
        )
        self.why.value = f'<p class="followup-quiet">{escape(model.why)}</p>' if model.why else ""
        self.next = None if model.logged else next_due(model.desk)
        self.on.layout.display = "" if self.next else "none"
        if self.next:
            self.on.label, self.on.path = f"Next: {self.next.about} ›", f"{self.next.page}.ipynb"
