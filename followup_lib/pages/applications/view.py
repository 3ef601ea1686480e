"""The view of the applications page: the table, the application chosen in it, and new ones."""

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import Any

import ipywidgets as w

from followup_lib.pages.applications.happened_model import CHOICES, HappenedForm
from followup_lib.pages.applications.history_model import HistoryModel, RowForm
from followup_lib.pages.applications.history_view import HistoryView
from followup_lib.pages.applications.model import (
    FACTS,
    ApplicationsModel,
    FactsForm,
    NewApplication,
)
from followup_lib.pages.applications.restore_view import restore_widgets
from followup_lib.pages.applications.settings_view import settings_part
from followup_lib.pages.applications.table_look import TableLook
from followup_lib.pages.bring_in.triage_view import triage_part
from followup_lib.pages.bring_in.view import import_part
from followup_lib.pages.kit.bridge import Download
from followup_lib.pages.kit.choices import wishes
from followup_lib.pages.kit.common import (
    Page,
    Status,
    button,
    details,
    field,
    guarded,
    heading,
    html,
    with_desk,
)
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.fold import built_when_opened
from followup_lib.pages.kit.said_day_view import SaidDay
from followup_lib.pages.kit.ties import Fields, labeled, live_html, shown_when
from followup_lib.pages.kit.undo import undo_of
from followup_lib.pages.kit.way_on import WayOn
from followup_lib.records.vocabulary import HAS_LEFT, WAIT_FOR_THEM

TABLE: dict[str, Any] = {
    "maxBytes": 0,
    "allow_html": False,
    "showIndex": False,
    "select": "single",
    "classes": "display compact",
    "style": "width:100%",
    "autoWidth": False,
    "text_in_header_can_be_selected": False,
    "columnDefs": [{"targets": [2, 4, 5, 6], "type": "num"}],  # by rank: 10 comes after 9
    "language": {
        "search": "Search the table",
        "lengthMenu": "Show _MENU_ rows",
        "info": "Rows _START_ to _END_ of _TOTAL_",
        "infoFiltered": "(of _MAX_)",
        "infoEmpty": "No rows",
        "emptyTable": "No applications yet",
        "zeroRecords": "Nothing in the table matches",
    },
}
"""How itables shows the table: every row of it, no HTML, one row chosen at a time."""


def applications_page() -> Page:
    """Return the page of all applications."""
    return with_desk(applications_form)


def applications_form(desk: Desk) -> Sequence[w.Widget]:
    """Return the widgets of the page."""
    model = ApplicationsModel(desk)
    status = Status()
    chosen = w.VBox([_Chooser(model).box, _chosen(desk, model)])
    shown_when(chosen, model, "application_id")
    bring_in = import_part(desk, open_=not model.application_id)
    return [
        *([] if model.application_id else [bring_in]),
        triage_part(desk),
        chosen,
        heading("All of them"),
        details("Add an application", *_new(desk, model), open_=not model.application_id),
        *([bring_in] if model.application_id else []),
        w.HBox(
            [
                Download("Download the CSV", model.csv),
                Download("Download for Excel", model.workbook),
                Download("Download your contact log", model.contacts),
                Download("Add the plan to your calendar (.ics)", model.calendar),
                undo_of(model.desk, status, model.desk.undo),
            ]
        ),
        status,
        built_when_opened("Go back to an earlier state", partial(restore_widgets, desk)),
        settings_part(desk),
    ]


class _Chooser:
    """The box to choose by name, and the table in step with it."""

    def __init__(self, model: ApplicationsModel) -> None:
        from followup_lib.pages.applications.grid import Grid  # slow to import, and this page only

        self.model, self.status = model, Status()
        self.name = field(w.Combobox, "Choose an application: type part of its name")
        self.name.continuous_update = False
        self.grid = Grid(model.table, **TABLE)
        self.grid.add_class("followup-grid")
        self.name.add_class("followup-at-application")
        self.look = TableLook()
        self.box = w.VBox([self.name, self.status, self.grid, self.look])
        self.showing = False
        model.observe(self.fill, "table")
        model.observe(self.show, ["labels", "label", "place"])
        self.show()
        self.name.observe(guarded(self.status, self.named), "value")
        self.grid.observe(guarded(self.status, self.clicked), "selected_rows")

    def fill(self, _: object = None) -> None:
        self.showing = True
        self.grid.update(df=self.model.table, selected_rows=[], **(TABLE | self.look.look))
        self.showing = False

    def show(self, _: object = None) -> None:
        self.showing = True
        if list(self.name.options) != self.model.labels:
            self.name.options = self.model.labels
        self.name.value = self.model.label
        if 0 <= self.model.place < len(self.model.table):
            self.grid.selected_rows = [self.model.place]
        self.showing = False

    def named(self) -> None:
        if not self.showing:
            self.model.choose_label(self.name.value)
            self.show()

    def clicked(self) -> None:
        if self.showing:
            return
        if self.grid.selected_rows:
            self.model.choose_place(self.grid.selected_rows[0])
        self.show()


def _chosen(desk: Desk, model: ApplicationsModel) -> w.Widget:
    """Return all about the chosen application: where it stands, and what can be done."""
    head = html("")
    go = WayOn(desk, primary=True)

    def show(_: object = None) -> None:
        step = model.step
        if step:
            head.value = (
                f"<h2>{escape(model.title)}</h2><p>{escape(model.standing)}</p>"
                f'<div class="followup-why"><p>{escape(step["reason"])}</p></div>'
            )
        leads = bool(step) and step["letter"] != ""
        go.lead((step["label"], step["page"], step["key"]) if leads else None)

    def history() -> list[w.Widget]:
        return [HistoryView(HistoryModel(desk, model), RowForm(desk)).box]

    model.observe(show, ["step", "title", "standing"])
    show()
    return w.VBox(
        [
            head,
            go,
            _happened(desk, model),
            details("Edit its details", *_facts(desk, model)),
            built_when_opened("Its history", history),
        ]
    )


def _happened(desk: Desk, model: ApplicationsModel) -> w.Widget:
    form, status = HappenedForm(desk, model), Status()
    fields = Fields(form, status)
    if form.asked:
        status.say("", "event")  # one goes on there
    words = labeled(fields.text("text", ""), form, "text_label")
    read = SaidDay(
        fields,
        ("text", "answer", "due", "due_about"),
        form.words_asked,
        words,
        lone_day=lambda: form.due_label,
        again=("on", "event"),
    )
    return details(
        "Log what happened, or change its stage",
        fields.choice("event", "What happened?", CHOICES),
        live_html(form, "advice", lambda: f"<p>{escape(form.advice)}</p>" if form.advice else ""),
        fields.day("on", "What day?"),
        words,
        shown_when(w.VBox(read.widgets), form, "due_label"),
        w.HBox(
            [
                button("Log it", status, form.log, main=True),
                undo_of(model.desk, status, model.desk.undo),
            ]
        ),
        status,
        open_=form.asked,
    )


def _facts(desk: Desk, model: ApplicationsModel) -> list[w.Widget]:
    form, status = FactsForm(desk, model), Status()
    fields = Fields(form, status)
    return [
        *(_cell(fields, name) for name in FACTS),
        w.HBox(
            [
                button("Save the changes", status, form.save, main=True),
                undo_of(model.desk, status, model.desk.undo),
            ]
        ),
        status,
    ]


def _cell(fields: Fields, name: str) -> Any:
    if name == "preferred_contact":
        return fields.choice(name, FACTS[name], wishes("not known yet", WAIT_FOR_THEM, HAS_LEFT))
    return fields.area(name, FACTS[name]) if name == "notes" else fields.text(name, FACTS[name])


def _new(desk: Desk, model: ApplicationsModel) -> list[w.Widget]:
    form, status = NewApplication(desk, model), Status()
    fields = Fields(form, status)
    five = ("company", "job_title", "contact_name")
    rest = [name for name in FACTS if name in form.FIELDS and name not in five]
    return [
        *(_cell(fields, name) for name in five),
        fields.text("address", "Their e-mail address or phone number"),
        fields.day("applied_on", "Applied on (leave it empty until you have)"),
        details("More, if you like", *(_cell(fields, name) for name in rest)),
        button("Add it", status, form.add, main=True),
        status,
    ]
