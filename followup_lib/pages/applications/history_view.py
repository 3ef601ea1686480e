"""The view of one application's history: linked to `HistoryModel`, it decides nothing."""

from html import escape

import ipywidgets as w

from followup_lib.pages.applications.history_model import HistoryModel, Row, RowForm
from followup_lib.pages.kit.common import Status, button, html
from followup_lib.pages.kit.said_day_view import SaidDay
from followup_lib.pages.kit.ties import Fields, labeled, shown_when
from followup_lib.pages.kit.undo import undo_of

NOTHING = "<p>Nothing is logged yet.</p>"


class HistoryView:
    """The rows, each with a button that opens the form for it beneath."""

    def __init__(self, model: HistoryModel, form: RowForm) -> None:
        self.model, self.form = model, form
        self.status = Status()
        self.shown: dict[str, _RowView] = {}
        self.editor = _editor(form, self.status)
        self.rows = w.VBox([])
        undo = undo_of(model.desk, self.status, model.desk.undo)
        self.box = w.VBox([self.rows, self.status, undo])
        model.observe(self.show, "rows")
        form.observe(self.place, "event_id")
        self.show()
        form.reopen(model.rows)

    def show(self, _: object = None) -> None:
        """Show the rows as they are; those that stay keep their place and the focus."""
        before = self.shown
        self.shown = {}
        for row in self.model.rows:
            view = before.get(row.event_id) or _RowView(self.form, self.status)
            view.show(row)
            self.shown[row.event_id] = view
        self.place()
        self.rows.children = [view.box for view in self.shown.values()] or [html(NOTHING)]

    def place(self, change: dict[str, str] | None = None) -> None:
        """Put the form beneath the row it is about; when it closes, its button has the focus."""
        for event_id, view in self.shown.items():
            view.open(self.editor if event_id == self.form.event_id else None)
        closed = self.shown.get(change["old"]) if change else None
        if closed:
            closed.change.focus()


class _RowView:
    """One row in words, its button, and the form while it is open."""

    def __init__(self, form: RowForm, status: Status) -> None:
        self.form, self.status = form, status
        self.row: Row | None = None
        self.words = html("")
        self.change = button("Change", status, self.change_row)
        self.line = w.HBox([self.words, self.change])
        self.box = w.VBox([self.line])
        self.box.add_class("followup-row")

    def change_row(self) -> None:
        self.form.open(self.row)
        self.status.say("", "on")

    def show(self, row: Row) -> None:
        self.row = row
        self.words.value = row_html(row)
        self.change.tooltip = f"Change: {row.title}"

    def open(self, editor: w.Widget | None) -> None:
        self.box.children = [self.line] if editor is None else [self.line, editor]


def row_html(row: Row) -> str:
    """Return one row of the history as HTML, every word a person typed escaped."""
    said = f"<p>“{escape(row.said)}”</p>" if row.said else ""
    note = f"<p>{escape(row.note)}</p>" if row.note else ""
    unusual = "".join(f'<p class="followup-note">{escape(text)}</p>' for text in row.unusual)
    how = f" · {escape(row.how)}" if row.how else ""
    head = f"<strong>{escape(row.day)}</strong> · {escape(row.what)}{how}"
    return f"<p>{head}</p>{said}{note}{unusual}"


def _editor(form: RowForm, status: Status) -> w.Widget:
    fields = Fields(form, status)
    words = fields.text("said", "Words")
    read = SaidDay(
        fields,
        ("said", "answer", "due_on", "due_about"),
        form.words_asked,
        words,
        lone_day=lambda: form.due_label,
        again=("on", "event_id", "read_as", "due_label"),
    )
    made = w.VBox(
        [
            fields.day("on", "Day"),
            labeled(fields.text("at", ""), form, "at_label"),
            words,
            shown_when(w.VBox(read.widgets), form, "due_label"),
            fields.text("note", "Note"),
            w.HBox(
                [
                    button("Save this row", status, form.save, main=True),
                    button("Remove this row", status, form.remove),
                    button("Leave it as it is", status, form.close),
                ]
            ),
        ]
    )
    made.add_class("followup-card")
    return made
