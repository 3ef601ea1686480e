"""The view of the session page: linked to the models of the session, it decides nothing."""

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import Any

import ipywidgets as w

from followup_lib.pages.kit.bridge import Download, OpenPage
from followup_lib.pages.kit.choices import File
from followup_lib.pages.kit.common import (
    Page,
    Status,
    button,
    details,
    facts_table,
    heading,
    html,
    open_page,
    sentences,
    with_desk,
)
from followup_lib.pages.kit.desk import INTERVIEWS, START, Desk
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.rest_view import rest_part
from followup_lib.pages.kit.ties import Fields, labelled, shown_when
from followup_lib.pages.session.clients_view import client_part, clients_part
from followup_lib.pages.session.clock import HourClock
from followup_lib.pages.session.model import (
    CaseModel,
    CommitForm,
    SessionForm,
    SinceModel,
    as_file,
    in_hands,
)
from followup_lib.pages.session.notes_view import private_notes
from followup_lib.records.vocabulary import CommitmentOutcome

SURE = [(str(number), str(number)) for number in range(1, 11)]


def session_page() -> Page:
    """Return the page of the coaching hour."""
    return with_desk(session_form)


def session_form(desk: Desk) -> Sequence[w.Widget]:
    """Return the widgets of the hour, from since last time to what goes home."""
    case = CaseModel(desk)
    return [
        HourClock(),
        *_since(desk),
        *_focus(desk),
        *_case(desk, case),
        rest_part(desk),
        *_commitments(desk),
        *_take_home(desk, case),
        heading("For the coach"),
        clients_part(desk),
        private_notes(desk),
        client_part(desk),
    ]


def _since(desk: Desk) -> list[w.Widget]:
    model, status = SinceModel(desk), Status()
    lines, rows = html(""), w.VBox([])

    def show(_: object = None) -> None:
        lines.value = sentences(model.lines, "followup-why")
        rows.children = [_commitment(model, status, item) for item in model.open]

    model.observe(show, ["lines", "open"])
    show()
    return [heading("Since last time"), lines, rows, status]


def _commitment(model: SinceModel, status: Status, item: dict[str, str]) -> w.Widget:
    by = f", by {item['by']}" if item["by"] else ""
    new_day = w.DatePicker(description="New day", layout=w.Layout(width="auto"))

    shelf, fields = model.desk.search, {"new_day": new_day}
    kept = KeptFields(shelf, fields, status, f"commitment {item['id']}")

    def settle(outcome: CommitmentOutcome) -> str:
        sentence = model.settle(item["id"], outcome, new_day.value)
        kept.clear()
        return sentence

    acts = [
        button(text, status, partial(settle, outcome))
        for text, outcome in (
            ("Done", CommitmentOutcome.DONE),
            ("Not done", CommitmentOutcome.NOT_DONE),
            ("Moved to the new day", CommitmentOutcome.MOVED),
        )
    ]
    text = html(f"<p><strong>{escape(item['text'])}</strong>{escape(by)}</p>")
    card = w.VBox([text, w.HBox([*acts, new_day])])
    card.add_class("followup-card")
    return card


def _focus(desk: Desk) -> list[w.Widget]:
    form, status = SessionForm(desk), Status()
    fields = Fields(form, status)
    return [
        heading("Today’s focus"),
        fields.area("focus", "What should be clearer at the end of this hour?", 2),
        details(
            "Coach, what we covered, insights, next time",
            fields.text("coach", "Coach"),
            fields.area("covered", "What we covered"),
            fields.area("insights", "Insights, in the client’s own words"),
            fields.day("next_on", "Next time"),
        ),
        w.HBox([button("Note the session", status, form.save, main=True)]),
        status,
    ]


def _case(desk: Desk, model: CaseModel) -> list[w.Widget]:
    status = Status()
    known, ways = html(""), html("")
    go = OpenPage("Go to its page: the facts and the words", f"{START}.ipynb")

    def choose() -> None:
        page, key = model.step()
        go.path = f"{page}.ipynb"
        desk.choose(key)

    go.before = choose

    def show(_: object = None) -> None:
        listed = "".join(f"<li>{escape(text)}</li>" for text in model.options)
        own = "<li>Your own idea: say it, and write it down below as “I will …”.</li>"
        known.value = facts_table(model.facts)
        ways.value = f"<ol>{listed}{own}</ol>"

    model.observe(show, ["facts", "options"])
    show()
    return [
        heading("The case"),
        Fields(model, status).choice("application_id", "Which application?", "choices"),
        known,
        heading("Your options", 3),
        ways,
        w.HBox(
            [
                shown_when(go, model, "application_id"),
                open_page("Tell what was said at an interview", INTERVIEWS),
            ]
        ),
        status,
    ]


def _commitments(desk: Desk) -> list[w.Widget]:
    form, status = CommitForm(desk), Status()
    fields = Fields(form, status)
    smaller = fields.text("smaller", "What would make it smaller?")
    return [
        heading("I will …"),
        html("<p>“I will” is a commitment, “I should” is not.</p>"),
        fields.text("i_will", "I will", "call Ms. Reyes and leave the voicemail"),
        fields.day("due_on", "By when?"),
        fields.choice("confidence", "How sure are you, from 1 to 10?", SURE),
        shown_when(smaller, form, "unsure"),
        w.HBox([button("Take it on", status, form.add, main=True)]),
        status,
    ]


def _take_home(desk: Desk, case: CaseModel) -> list[w.Widget]:
    script = w.Checkbox(description="", indent=False)
    labelled_script: Any = labelled(script, case, "application_id", "With the words for this case")

    lines = html("")

    def show() -> None:
        lines.value = sentences(in_hands(desk), "followup-why")

    desk.tell(show)
    show()

    def make(kind: str) -> File:
        return as_file(desk, kind, case.application_id if script.value else "")

    files = [
        Download(f"Download as {name}", partial(make, kind))
        for name, kind in (("a page to print", "html"), ("PDF", "pdf"))
    ]
    return [
        heading("Your to-dos this week"),
        lines,
        html("<p>One page to take home. Nothing from the coach’s private notes is on it.</p>"),
        labelled_script,
        w.HBox(files),
    ]
