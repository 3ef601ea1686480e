"""The view of the session page: linked to the models of the session, it decides nothing."""

from collections.abc import Sequence
from functools import partial
from html import escape

import ipywidgets as w
import traitlets as t

from followup_lib.pages.kit.commitments import as_words, new_day_at, settle
from followup_lib.pages.kit.common import (
    OpenPage,
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
from followup_lib.pages.kit.day_field import DayField
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.names import CLIENTS, INTERVIEWS, SESSION, START
from followup_lib.pages.kit.notebook import prose_of
from followup_lib.pages.kit.rest_view import rest_part
from followup_lib.pages.kit.ties import Fields, live_html, shown_when
from followup_lib.pages.kit.undo import undo_of
from followup_lib.pages.session.clock import HourClock
from followup_lib.pages.session.consent_part import consent_part
from followup_lib.pages.session.handout_view import take_home
from followup_lib.pages.session.model import (
    NO_CASE,
    CaseModel,
    CommitForm,
    HeadModel,
    SessionForm,
    SinceModel,
)
from followup_lib.pages.session.notes_view import private_notes
from followup_lib.pages.session.this_search_view import this_search_part
from followup_lib.records.vocabulary import CommitmentOutcome

SURE = [(str(number), str(number)) for number in range(1, 11)]


def session_page() -> Page:
    """Return the page of the coaching hour."""
    return with_desk(session_form)


def session_form(desk: Desk) -> Sequence[w.Widget]:
    """Return the widgets of the hour, from since last time to what goes home."""
    case, since = CaseModel(desk), SinceModel(desk)
    main = [_since(since), _focus(desk), _case(desk, case), rest_part(desk)]
    columns = w.HBox([w.VBox(main), w.VBox([_commitments(desk, since, case)])])
    columns.add_class("followup-two")
    hour = details("How this hour can go", HourClock(), html(prose_of(SESSION), "followup-prose"))
    parts = [_head(desk), consent_part(desk), columns, take_home(desk, case)]
    whole = w.VBox([*parts, private_notes(desk), this_search_part(desk), hour])
    whole.add_class("followup-whole")
    return [whole]


def _card(*children: w.Widget) -> w.VBox:
    """Return a part of the hour with a frame around it."""
    made = w.VBox(list(children))
    made.add_class("followup-card")
    return made


def _head(desk: Desk) -> w.VBox:
    """Return whose session it is, its day, the next one, the coach, and the way to the clients."""
    model = HeadModel(desk)

    def told() -> str:
        title = f'<h1 class="followup-arrive" data-arrived="0" tabindex="-1">{escape(model.title)}'
        return f'{title}</h1><p class="followup-quiet">{escape(model.line)}</p>'

    back = w.HBox([OpenPage("‹ Clients", CLIENTS), w.HBox()])
    back.add_class("followup-way")
    head = w.VBox([back, live_html(model, ["title", "line"], told)])
    head.add_class("followup-own-head")
    return head


def _since(model: SinceModel) -> w.VBox:
    lines = live_html(model, "lines", lambda: sentences(model.lines))
    return _card(heading("Since last time"), lines)


def _commitment(model: SinceModel, status: Status, item: dict[str, str]) -> w.Widget:
    new_day = DayField(model.desk, "New day", ahead=True)
    new_day.add_class(f"followup-at-{new_day_at(item)}")
    shelf, fields = model.desk.search, {"new_day": new_day}
    kept = KeptFields(shelf, fields, status, f"commitment {item['id']}")

    def tell(outcome: CommitmentOutcome) -> str:
        sentence = settle(model.desk, item, outcome, new_day.read())
        kept.clear()
        return sentence

    acts = [
        button(text, status, partial(tell, outcome))
        for text, outcome in (
            ("Done", CommitmentOutcome.DONE),
            ("Not done", CommitmentOutcome.NOT_DONE),
            ("Moved to the new day", CommitmentOutcome.MOVED),
        )
    ]
    text = html(f"<p>{as_words(item)}</p>")
    row = w.VBox([text, w.HBox([*acts, new_day])])
    row.add_class("followup-commitment")
    return row


def _focus(desk: Desk) -> w.VBox:
    form, status = SessionForm(desk), Status()
    fields = Fields(form, status)
    return _card(
        heading("Today’s focus"),
        fields.area("focus", "What should be clearer at the end of this hour?", 2),
        details(
            "Coach, what we covered, insights, next time",
            fields.text("coach", "Coach, and how to reach them"),
            fields.area("covered", "What we covered"),
            fields.area("insights", "Insights, in the client’s own words"),
            fields.day("next_on", "Next time", ahead=True),
        ),
        w.HBox([button("Save the session", status, form.save, main=True)]),
        status,
    )


def _case(desk: Desk, model: CaseModel) -> w.VBox:
    status, none = Status(), html(sentences([NO_CASE]))

    def choose() -> str:
        page, key = model.step()
        desk.choose(key)
        return page

    go = OpenPage("Go to its page: the facts and the words", START, choose)

    def ways() -> str:
        listed = "".join(f"<li>{escape(text)}</li>" for text in model.options)
        return f"<ol>{listed}<li>Your own idea: say it, and write it down as “I will …”.</li></ol>"

    parts = [
        Fields(model, status).choice("application_id", "Which application?", "choices"),
        heading("Your options", 3),
        live_html(model, "options", ways),
        details("What we know", live_html(model, "facts", lambda: facts_table(model.facts))),
    ]
    return _card(
        heading("The case"),
        shown_when(none, model, "application_id", lambda key: not key),
        shown_when(w.VBox(parts), model, "application_id"),
        w.HBox(
            [
                shown_when(go, model, "application_id"),
                OpenPage("Log what was said at an interview", INTERVIEWS),
            ]
        ),
        status,
    )


def _commitments(desk: Desk, since: SinceModel, case: CaseModel) -> w.VBox:
    form, status, told, asked = CommitForm(desk), Status(), Status(), html("")
    t.dlink((case, "application_id"), (form, "case"))
    fields = Fields(form, status)
    about = fields.tick("about_case", "")
    smaller = fields.text("smaller", "What would make it smaller?")
    rows = w.VBox([])

    def show(_: object = None) -> None:
        rows.children = [_commitment(since, told, item) for item in since.open]

    def ask(_: object = None) -> None:
        words = f'<p class="followup-why" role="status">{escape(form.question)}</p>'
        asked.value = words if form.question else ""
        told.say("", "smaller" if form.question else "")

    def name(_: object = None) -> None:
        about.description = f"About {desk.title(form.case)}" if form.case else ""

    form.observe(name, "case")
    name()
    since.observe(show, "open")
    form.observe(ask, "question")
    show()
    return _card(
        heading("I will …"),
        rows,
        told,
        html("<p>“I will” is a commitment; “I should” isn’t.</p>"),
        fields.text("i_will", "I will", "call Ms. Reyes and leave the voicemail"),
        fields.day("due_on", "By when?", ahead=True),
        fields.choice("confidence", "How sure are you, from 1 to 10?", SURE),
        shown_when(w.VBox([smaller, asked]), form, "unsure"),
        shown_when(about, form, "case"),
        w.HBox(
            [
                button("Take it on", status, form.add, main=True),
                undo_of(desk, status, desk.undo),
            ]
        ),
        status,
    )
