"""The view of the interviews page: the card to take in, and what was said afterwards."""

from collections.abc import Sequence
from html import escape

import ipywidgets as w

from followup_lib.pages.interviews.model import CardModel, PlanForm, Question
from followup_lib.pages.interviews.no_talk_view import how_it_went
from followup_lib.pages.kit.bridge import CopyText, Download, File
from followup_lib.pages.kit.common import (
    OpenPage,
    Page,
    Status,
    button,
    details,
    heading,
    html,
    with_desk,
)
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.names import APPLICATIONS
from followup_lib.pages.kit.ties import Fields, labeled, shown_when

EMPTY = (
    '<p class="followup-arrive" data-arrived="1" tabindex="-1">'
    "Your first interview goes in here; it adds the application too.</p>"
)
"""One begins here: what the page says before can wait."""
PRINTED = (
    "body{font:14pt/1.5 serif;max-width:36em;margin:2em auto}li{margin-bottom:3.5em}"
    "small{display:block;color:#444}"
)


def interviews_page() -> Page:
    """Return the page for before and after an interview."""
    return with_desk(interviews_form)


def interviews_form(desk: Desk) -> Sequence[w.Widget]:
    """Return the widgets of the page: the card, an interview to plan, and the debrief.

    Once a talk is logged, what was logged stands first: the card of the next one makes way.
    """
    card = CardModel(desk)
    first = html(EMPTY, "followup-why")
    before = w.VBox(
        [
            shown_when(first, card, "application_id", lambda value: not value),
            shown_when(w.VBox(_card(desk, card)), card, "application_id"),
        ]
    )

    def show() -> None:
        before.layout.display = "none" if desk.shown else ""

    desk.when_turned(show)
    return [before, heading("Afterward: what was said"), *how_it_went(desk)]


def _card(desk: Desk, model: CardModel) -> list[w.Widget]:
    status = Status()
    card = html("")
    copy = CopyText("Copy the card")

    def show(_: object = None) -> None:
        card.value = card_html(model)
        copy.text = model.text

    model.observe(show, ["title", "lines", "questions"])
    show()
    return [
        heading("Before: the card to take with you"),
        Fields(model, status).choice("application_id", "For which interview?", "choices"),
        card,
        w.HBox([copy, Download("Save the card, to print", lambda: _file(model))]),
        shown_when(Download("Reminder for your calendar", model.reminder), model, "ahead"),
        status,
        _plan(desk, model),
    ]


def card_html(model: CardModel) -> str:
    """Return the card as HTML, every word a person typed escaped."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in model.lines)
    asked = "".join(_question(question) for question in model.questions)
    return (
        f'<div class="followup-take-in"><h3>{escape(model.title)}</h3>{lines}<ol>{asked}</ol></div>'
    )


def _question(question: Question) -> str:
    first = "<em>Ask this first.</em> " if question.first else ""
    text = f"<strong>{escape(question.text)}</strong>"
    return f"<li>{text} <small>{first}{escape(question.why)}</small></li>"


def _file(model: CardModel) -> File:
    """Return the card as a page of its own that any browser prints."""
    head = f'<meta charset="utf-8"><title>{escape(model.title)}</title><style>{PRINTED}</style>'
    page = (
        f'<!doctype html><html lang="en"><head>{head}</head><body>{card_html(model)}</body></html>'
    )
    return f"card-{model.application_id}.html", "text/html", page.encode("utf-8")


def _plan(desk: Desk, card: CardModel) -> w.Widget:
    form = PlanForm(desk, card)
    status = Status()
    fields = Fields(form, status)
    moved = fields.tick("moved", "")
    return details(
        "Plan an interview",
        fields.choice("application_id", "Interview for which application?", "choices"),
        fields.day("day", "Day of the interview", ahead=True),
        labeled(moved, form, "ahead", "It replaces the one planned for {}"),
        fields.text("at", "What time, if it’s set", "10:00 AM"),
        fields.text("who", "Who with, if you know"),
        button("Plan it", status, form.save),
        status,
        html("<p>Not in the list yet?</p>"),
        OpenPage("Add an application", APPLICATIONS),
        open_=bool(form.changed),
    )
