"""The view of bringing in a spreadsheet: linked to `ImportModel`, it decides nothing."""

from html import escape
from typing import Any

import ipywidgets as w

from followup_lib.exchange.answers import MOVED, YES
from followup_lib.exchange.preview import Preview
from followup_lib.pages.bring_in.asks import Ask, is_short, takes_a_day
from followup_lib.pages.bring_in.model import ImportModel
from followup_lib.pages.bring_in.paged import Paged, Part, items
from followup_lib.pages.bring_in.rows import (
    alike,
    applications,
    beside,
    here_already,
    left_out,
    shifted,
    unread,
)
from followup_lib.pages.kit.common import Status, button, details, field, guarded, html
from followup_lib.pages.kit.day_field import DayField
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.file_field import FileField
from followup_lib.pages.kit.ties import Ticks, Tie, labeled, live_html, shown_when
from followup_lib.pages.kit.undo import undo_of

ABOUT = (
    "<p>A list you keep somewhere else, whatever its columns are called: CSV, TSV or Excel "
    "(.xlsx). You’ll see what we make of it first. Your file is only read: we "
    "don’t change it or send it anywhere.</p>"
)
COLUMNS = "<p>If we read one wrong, choose what it holds.</p>"
STATUSES = (
    "<p>The words in your list, and what we think they mean. Change anything that’s wrong.</p>"
)
SHIFTED = (
    "<p>A comma without quotes shifted their cells, so we can’t use them as they are. After the "
    "arrow is what we think was meant. Put them back, or fix your file and choose it again: then "
    "only these are new.</p>"
)
DIFFER = "<p>Check what to update; an empty cell in your list changes nothing.</p>"
UNREAD = "<p>They stay in their application’s notes, word for word.</p>"
ALIKE = (
    "<p>They have the same company and position as an application here, or as a row above. "
    "Nothing is merged; each is added on its own, like a second try.</p>"
)
LEFT_OUT = "<p>They stay in your file, and their cells are in the report.</p>"
SHOWN, LISTS_SHOWN = 5, 60
"""Applications shown at first, and lists to choose from at most."""


def import_part(desk: Desk, *, open_: bool = False) -> w.VBox:
    """Return the part of a page that brings in a spreadsheet."""
    model, status = ImportModel(desk), Status()
    sheet = field(w.Dropdown, "Which sheet holds your applications?")
    sheet.add_class("followup-at-sheet")
    Tie(model, "sheet", sheet, status, choices="sheets")
    undo = w.HBox([undo_of(desk, status, model.undo)])
    go = button("", status, model.bring_in, main=True)
    go = labeled(go, model, "button", on=("seen", "whole"))
    whole = live_html(model, "whole", lambda: f"<h2>{escape(model.whole)}</h2>")
    file = FileField("Your spreadsheet", ".csv,.tsv,.txt,.xlsx", model.begin, model.read)

    def went_on(_: object) -> None:
        file.told = ""
        status.say("")

    model.observe(went_on, ["came_in", "sheet"])
    return details(
        "Bring in a spreadsheet",
        html(ABOUT),
        file,
        shown_when(sheet, model, "sheets"),
        shown_when(w.VBox(_preview(model, status)), model, "seen", lambda seen: seen is not None),
        shown_when(whole, model, "whole"),
        w.HBox([go, shown_when(undo, model, "came_in")], layout=w.Layout(margin="1em 0 0")),
        status,
        open_=open_,
    )


def _preview(model: ImportModel, status: Status) -> list[w.Widget]:
    """Return what would become of the file: one sentence, the questions, and all the rest."""
    sentence, first = html(""), html("")
    questions = _Choosers(model, "questions", status).box
    differing = Ticks(model, "taken", "differ", status).box
    differ = Part("Rows that differ from what is here", html(DIFFER), differing)
    columns = Part(
        "What happens to each column", html(COLUMNS), _Choosers(model, "columns", status).box
    )
    chosen = _Choosers(model, "statuses", status).box
    statuses = Part("What each status means", html(STATUSES), chosen)
    every = Paged("Every row, as it will look here", "", status)
    back = button("Put them back as shown", status, lambda: model.answer(MOVED, YES))
    moved = Paged("Rows that a comma shifted", SHIFTED, status, back, open_=True)
    unclear = Paged("Cells we didn’t understand", UNREAD, status)
    twice = Paged("Rows that look like another", ALIKE, status)
    left = Paged("Rows left out, and why", LEFT_OUT, status)
    between = Paged("Lines above and between the rows", "", status)

    def show(_: object = None) -> None:
        seen = model.seen
        if seen is None:
            return
        today = model.desk.today
        sentence.value = _sentence(seen)
        first.value = _first(applications(seen, today, 0, SHOWN), len(seen.entries))
        differ.show(len(seen.differ))
        columns.show(len(model.columns))
        statuses.show(len(model.statuses))
        many = len(seen.entries) if len(seen.entries) > SHOWN else 0
        every.show_lines(many, lambda begin, end: applications(seen, today, begin, end))
        moved.show_all(shifted(seen))
        back.layout.display = "" if seen.meant and model.asks(MOVED) else "none"
        unclear.show_all(unread(seen, today))
        twice.show_all(alike(seen, today))
        left.show_all(left_out(seen))
        between.show_all(beside(seen))
        if "map" in seen.questions or seen.puzzling:
            columns.unfold()

    model.observe(show, "seen")
    parts = (moved, differ, columns, statuses, unclear, every, twice, left, between)
    return [sentence, questions, first, *(part.box for part in parts)]


def _sentence(seen: Preview) -> str:
    parts = [f"<h2>{escape(seen.sentence)}</h2>"]
    if number := here_already(seen):
        rows = "One row is" if number == 1 else f"{number:,} rows are"
        parts.append(f"<p>{rows} already in this search, and not added again.</p>")
    if unnamed := seen.questions.get("map"):
        parts.append(f"<p>{escape(unnamed.text)} Choose it among the columns below.</p>")
    return "".join(parts)


def _first(lines: list[str], number: int) -> str:
    more = f"<p>And {number - len(lines):,} more, below.</p>" if number > len(lines) else ""
    return f"<h3>As they will look here</h3>{items(lines)}{more}" if number else ""


class _Choosers:
    """Lists to choose from, one for each `Ask`; one that stays keeps its place and its focus."""

    def __init__(self, model: ImportModel, name: str, status: Status) -> None:
        self.model, self.name, self.status = model, name, status
        self.more = html("")
        self.box = w.VBox([])
        self.boxes: dict[str, Any] = {}
        self.days: dict[str, DayField] = {}
        self.showing = False
        model.observe(self.show, name)

    def show(self, _: object = None) -> None:
        asks: list[Ask] = getattr(self.model, self.name)
        self.showing = True
        self.boxes = {ask.key: self.filled(ask) for ask in asks[:LISTS_SHOWN]}
        self.showing = False
        left = len(asks) - len(self.boxes)
        self.more.value = f"<p>And {left:,} more: in the report.</p>" if left > 0 else ""
        shown = [each for key, box in self.boxes.items() for each in (box, self.days.get(key))]
        children = (*filter(None, shown), *([self.more] if left > 0 else []))
        if children != self.box.children:
            self.box.children = children

    def filled(self, ask: Ask) -> Any:
        box = self.boxes.get(ask.key) or self.made(ask.key)
        detail = f'<span class="followup-about">{escape(ask.detail)}</span>' if ask.detail else ""
        box.description = f"{escape(ask.label)}{detail}"
        if list(box.options) != ask.choices:
            box.options = ask.choices
        box.value = ask.value
        return box

    def made(self, key: str) -> Any:
        box: Any
        if is_short(key):
            box = w.RadioButtons(description_allow_html=True)
            box.add_class("followup-answer")
        else:
            box = field(w.Dropdown, "", description_allow_html=True)
        box.observe(guarded(self.status, lambda: self.chosen(key, box)), "value")
        if takes_a_day(key):
            day = self.days[key] = DayField(self.model.desk, "Another day")
            day.observe(guarded(self.status, lambda: self.typed(key, day)), "value")
        return box

    def typed(self, key: str, day: DayField) -> None:
        if day.value is not None:
            self.model.answer(key, day.value.isoformat())

    def chosen(self, key: str, box: Any) -> None:
        if not self.showing and box.value is not None:
            self.model.answer(key, box.value)
