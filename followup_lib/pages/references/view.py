"""The view of the references page: linked to its models, it decides nothing."""

from collections.abc import Callable, Sequence
from html import escape

import ipywidgets as w

from followup_lib.pages.kit.choices import wishes
from followup_lib.pages.kit.common import (
    Page,
    Status,
    button,
    details,
    facts_table,
    heading,
    html,
    sentences,
    with_desk,
)
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.names import title_of
from followup_lib.pages.kit.ties import Fields, live_html, shown_when
from followup_lib.pages.kit.undo import undo_of
from followup_lib.pages.letter.view import letter_form
from followup_lib.pages.references.model import (
    CHOICES,
    FIELDS,
    Person,
    ReferenceEventForm,
    ReferenceForm,
    ReferencesModel,
)

PAGE = "06_your_references"
NOBODY = "No references yet. Add the people who’d put in a good word for you."


def references_page() -> Page:
    """Return the page of the references."""
    return with_desk(references_form)


def references_form(desk: Desk) -> Sequence[w.Widget]:
    """Return the widgets of the page: where each stands, what happened, and a word to write."""
    model = ReferencesModel(desk)
    letters = w.VBox(letter_form(desk, PAGE))

    def listed() -> str:
        people = "".join(person_html(person) for person in model.people)
        return people or sentences([NOBODY], "followup-why")

    def anew(act: Callable[[], str]) -> Callable[[], str]:
        """Write the letters anew after an act."""

        def run() -> str:
            said = act()
            letters.children = letter_form(desk, PAGE)
            return said

        return run

    head = html(f'<h1 class="followup-arrive" data-arrived="0" tabindex="-1">{title_of(PAGE)}</h1>')
    head.add_class("followup-own-head")
    return [
        shown_when(head, model, "people", lambda people: not people),
        shown_when(letters, model, "people"),
        heading("Where each of them stands"),
        live_html(model, "people", listed),
        details("Something happened", *_happened(desk, anew)),
        details("Add a reference, or change one", *_person(desk, anew), open_=not model.people),
    ]


def person_html(person: Person) -> str:
    """Return one reference as HTML that opens and closes, every typed word escaped."""
    name = f"<strong>{escape(person.name)}</strong> · {escape(person.standing)}"
    return f"<details><summary>{name}</summary>{facts_table(person.facts)}</details>"


Anew = Callable[[Callable[[], str]], Callable[[], str]]


def _happened(desk: Desk, anew: Anew) -> list[w.Widget]:
    form, status = ReferenceEventForm(desk), Status()
    fields = Fields(form, status)

    def advice() -> str:
        return sentences([form.advice], "followup-why") if form.advice else ""

    return [
        fields.choice("reference_id", "Who is a reference for you?", "people"),
        fields.choice("event", "What happened?", CHOICES),
        fields.choice("application_id", "Which application is it about?", "applications"),
        live_html(form, "advice", advice),
        fields.day("on", "What day?"),
        fields.area("note", "A note for yourself"),
        w.HBox(
            [
                button("Log it", status, anew(form.log), main=True),
                undo_of(desk, status, anew(desk.undo)),
            ]
        ),
        status,
    ]


def _person(desk: Desk, anew: Anew) -> list[w.Widget]:
    form, status = ReferenceForm(desk), Status()
    fields = Fields(form, status)
    wish = "preferred_contact"
    cells = [
        fields.choice(name, label, wishes("not known yet"))
        if name == wish
        else fields.text(name, label)
        for name, label in FIELDS.items()
    ]
    return [
        fields.choice("reference_id", "A new one, or one already here?", "choices"),
        *cells,
        button("Save this reference", status, anew(form.save), main=True),
        status,
    ]
