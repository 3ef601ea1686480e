"""The view of bringing in a spreadsheet: linked to `ImportModel`, it decides nothing."""

from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets as w

from followup_lib.exchange.preview import Preview
from followup_lib.pages.bring_in.asks import Ask
from followup_lib.pages.bring_in.model import ImportModel
from followup_lib.pages.bring_in.rows import alike, applications, here_already, left_out, shifted
from followup_lib.pages.kit.common import Status, button, details, field, guarded, html, undo_button
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.file_field import FileField
from followup_lib.pages.kit.ties import Tie, shown_when

ABOUT = (
    "<p>A list you keep elsewhere, whatever its columns are called: CSV, TSV or Excel (.xlsx). You "
    "see first what becomes of it. Your file is only read, and it stays on this computer.</p>"
)
COLUMNS = "<p>Where one is read wrongly, choose what it holds.</p>"
STATUSES = "<p>The words of your list, and what we take them to mean. Change what is wrong.</p>"
SHIFTED = (
    "<p>A comma without quotes moved their cells, so they are not taken. Mend them in your file "
    "and choose it again: only they will be new then.</p>"
)
ALIKE = (
    "<p>They name the company and position of an application that is here already, or of a row "
    "above. Nothing is merged; they are added beside it, as a second try would be.</p>"
)
LEFT_OUT = "<p>They stay in your file, and their cells in the report.</p>"
SHOWN, ROWS_SHOWN, LISTS_SHOWN = 5, 12, 60
"""Applications, rows and lists to choose from that are shown at most."""


def import_part(desk: Desk, *, open_: bool = False) -> w.VBox:
    """Return the part of a page that brings in a spreadsheet."""
    model, status = ImportModel(desk), Status()
    sheet = field(w.Dropdown, "Which sheet holds your applications?")
    sheet.add_class("followup-at-sheet")
    Tie(model, "sheet", sheet, status, choices="sheets")
    undo = undo_button(status, model.undo)
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
        _whole(model),
        w.HBox(
            [_main_button(model, status), shown_when(undo, model, "came_in")],
            layout=w.Layout(margin="1em 0 0"),
        ),
        status,
        open_=open_,
    )


def _main_button(model: ImportModel, status: Status) -> w.Widget:
    made = button("", status, model.bring_in, main=True)

    def show(_: object = None) -> None:
        made.description = made.tooltip = model.button
        made.layout.display = "" if model.button else "none"

    model.observe(show, ["seen", "whole"])
    show()
    return made


def _whole(model: ImportModel) -> w.Widget:
    sentence = html("")

    def show(_: object) -> None:
        sentence.value = f"<h2>{escape(model.whole)}</h2>"

    model.observe(show, "whole")
    return shown_when(sentence, model, "whole")


def _preview(model: ImportModel, status: Status) -> list[w.Widget]:
    """Return what would become of the file: one sentence, the questions, and all the rest."""
    sentence, first = html(""), html("")
    questions = _Choosers(model, "questions", status).box
    columns = _Part("What becomes of each column", COLUMNS, _Choosers(model, "columns", status).box)
    statuses = _Part("What each status means", STATUSES, _Choosers(model, "statuses", status).box)
    moved = _Part("Rows that a comma has moved", SHIFTED, open_=True)
    twice = _Part("Rows that look like another", ALIKE, open_=True)
    left = _Part("Rows not taken, and why", LEFT_OUT)

    def show(_: object = None) -> None:
        seen = model.seen
        if seen is None:
            return
        today = model.desk.today
        sentence.value = _sentence(seen)
        first.value = _first(applications(seen, today, SHOWN), len(seen.entries))
        columns.show(len(model.columns))
        statuses.show(len(model.statuses))
        moved.show_rows(shifted(seen))
        twice.show_rows(alike(seen, today))
        left.show_rows(left_out(seen))
        if "map" in seen.questions or seen.puzzling:
            columns.unfold()

    model.observe(show, "seen")
    return [
        sentence,
        questions,
        first,
        *(part.box for part in (columns, statuses, moved, twice, left)),
    ]


def _sentence(seen: Preview) -> str:
    parts = [f"<h2>{escape(seen.sentence)}</h2>"]
    if number := here_already(seen):
        rows = "One row is" if number == 1 else f"{number:,} rows are"
        parts.append(f"<p>{rows} already in this search, and not added again.</p>")
    if unnamed := seen.questions.get("map"):
        parts.append(f"<p>{escape(unnamed.text)} Choose it among the columns below.</p>")
    return "".join(parts)


def _first(lines: list[str], number: int) -> str:
    return f"<h3>As they will stand here</h3>{_items(lines, number)}" if number else ""


def _items(lines: Sequence[str], number: int, where: str = "") -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    more = f"<p>And {number - len(lines):,} more{where}.</p>" if number > len(lines) else ""
    return f"<ul>{items}</ul>{more}"


class _Part:
    """A folded part whose title counts what is in it; with nothing in it, it is not there."""

    def __init__(
        self, title: str, about: str, inner: w.Widget | None = None, *, open_: bool = False
    ) -> None:
        self.title, self.body = title, html("")
        self.box = details(title, html(about), inner or self.body, open_=open_)

    def show(self, number: int) -> None:
        self.box.children[0].title = f"{self.title} ({number:,})"
        self.box.layout.display = "" if number else "none"

    def show_rows(self, lines: list[str]) -> None:
        self.show(len(lines))
        self.body.value = _items(lines[:ROWS_SHOWN], len(lines), ": in the report")

    def unfold(self) -> None:
        self.box.children[0].value = True


class _Choosers:
    """Lists to choose from, one for each `Ask`; one that stays keeps its place and its focus."""

    def __init__(self, model: ImportModel, name: str, status: Status) -> None:
        self.model, self.name, self.status = model, name, status
        self.more = html("")
        self.box = w.VBox([])
        self.boxes: dict[str, Any] = {}
        self.showing = False
        model.observe(self.show, name)

    def show(self, _: object = None) -> None:
        asks: list[Ask] = getattr(self.model, self.name)
        self.showing = True
        self.boxes = {ask.key: self.filled(ask) for ask in asks[:LISTS_SHOWN]}
        self.showing = False
        left = len(asks) - len(self.boxes)
        self.more.value = f"<p>And {left:,} more: in the report.</p>" if left > 0 else ""
        children = (*self.boxes.values(), *([self.more] if left > 0 else []))
        if children != self.box.children:
            self.box.children = children

    def filled(self, ask: Ask) -> Any:
        box = self.boxes.get(ask.key) or self.made(ask.key)
        box.description = ask.label
        if list(box.options) != ask.choices:
            box.options = ask.choices
        box.value = ask.value
        return box

    def made(self, key: str) -> Any:
        box = field(w.Dropdown, "")
        box.observe(guarded(self.status, lambda: self.chosen(key, box)), "value")
        return box

    def chosen(self, key: str, box: Any) -> None:
        if not self.showing and box.value is not None:
            self.model.answer(key, box.value)
