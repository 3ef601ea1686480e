"""The head of a letter page: the way back and on, what to do and for whom, and one line why."""

from html import escape

import ipywidgets as w

from followup_lib.pages.kit.common import OpenPage, html
from followup_lib.pages.kit.names import START
from followup_lib.pages.kit.todays_list import next_due, place_of
from followup_lib.pages.kit.way_on import WayOn
from followup_lib.pages.letter.model import LetterModel


class Head:
    """The row of today's list as the heading of its page; who comes to it finds the focus there."""

    def __init__(self, model: LetterModel) -> None:
        self.model = model
        self.on = WayOn(model.desk)
        self.place, self.title, self.why = html(""), html(""), html("")
        way = w.HBox([OpenPage("‹ Today", START), self.place, self.on])
        way.add_class("followup-way")
        self.box = w.VBox([way, self.title, self.why])
        self.box.add_class("followup-row-head")
        model.observe(self.show, ["turned", "arrived", "heading", "why", "logged"])
        model.desk.tell(self.show)
        self.show()

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
        due = None if model.logged else next_due(model.desk)
        self.on.lead(due and (f"Next: {due.about} ›", due.page, due.key))
