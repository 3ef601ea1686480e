"""The view of the start page: today's list with one button a row, or the first three questions."""

import datetime as dt
from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets as w

from followup_lib.app.workspace import lost_search, start_drafts
from followup_lib.pages.kit.common import (
    Page,
    Status,
    button,
    details,
    field,
    heading,
    html,
    open_page,
    page_head,
    sentences,
    undo_button,
)
from followup_lib.pages.kit.desk import APPLICATIONS, INTERVIEWS, START, Desk
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.leave_view import not_now
from followup_lib.pages.kit.rest_view import rest_part
from followup_lib.pages.kit.said_day_view import confirm
from followup_lib.pages.start.model import (
    StartModel,
    begin,
    bring_back,
    last_good_state,
    open_named,
    open_practice,
    other_searches,
)
from followup_lib.records.dates import short_day
from followup_lib.records.errors import FollowupError, SpreadsheetError

SHOWN = 12
"""Cards shown at a time: more would hide what matters."""


def start_page() -> Page:
    """Return the start page for the open search, or the ways to open one."""
    try:
        desk = Desk.open()
    except FollowupError as error:
        trouble = html(sentences([str(error)], "followup-note"))
        back = _way_back(error)
        return Page(trouble, *back, *_welcome(main=not back))
    if desk is None:
        return Page(*_lost(), *_welcome())
    return Page(page_head(desk), *start_form(desk))


def _way_back(error: FollowupError) -> list[w.Widget]:
    """Offer the last good state of a search whose files cannot be read."""
    state = last_good_state() if isinstance(error, SpreadsheetError) else None
    if state is None:
        return []
    day = short_day(state.day, dt.date.min)  # with its year: nobody knows what day it is here
    line = (
        f"The last state that can be read is of {day}, after “{state.what}”. What is there now "
        "is kept as well: page 07 goes back to it."
    )
    number = state.number
    return [
        html(sentences([line])),
        open_page(
            "Bring the last good state back", START, lambda: bring_back(number), primary=True
        ),
    ]


def _lost() -> list[w.Widget]:
    """Say that the search last opened is gone, and the ways on."""
    lost = lost_search()
    if lost is None:
        return []
    line = (
        f"The search last opened, {lost}, is not there: moved, renamed, or on a stick that was "
        "taken out. Nothing was changed. Put it back and run this page again, or open another."
    )
    return [html(sentences([line], "followup-note"))]


def start_form(desk: Desk) -> Sequence[w.Widget]:
    """Return the widgets of the start page of an open search."""
    model, status, lists = StartModel(desk), Status(), w.VBox([])

    def refresh() -> None:
        model.show()
        lists.children = _lists(desk, model, status)

    def again() -> str:
        desk.look()
        return "This is how things stand now."

    desk.tell(refresh)
    lists.children = _lists(desk, model, status)
    acts = [button("Look again", status, again), undo_button(status, desk.undo)]
    return [
        status,
        lists,
        rest_part(desk),
        w.HBox(acts),
        details("Open another search", *_welcome(desk.search.folder.name, main=False)),
    ]


def _lists(desk: Desk, model: StartModel, status: Status) -> list[w.Widget]:
    """Return what is to be done as things stand now: in hand, today, next, soon, at rest."""
    parts: list[w.Widget] = [heading(model.headline)]
    parts += [html(sentences(model.closing))] if model.closing else []
    if model.unsorted:
        parts += [html(sentences([model.unsorted])), open_page("Sort them", APPLICATIONS)]
    if not len(desk.plan.rows):
        first = open_page("Add your first interview", INTERVIEWS, primary=True)
        parts.append(w.HBox([first, open_page("Bring your spreadsheet", APPLICATIONS)]))
    if model.commitments:
        parts += [heading("In your hands"), html(_items(model.commitments))]
    parts += _cards(desk, model.today, status, main=True)
    if model.for_next:
        parts.append(heading(f"These are for {model.next_workday}"))
        parts += _cards(desk, model.for_next, status)
    if model.coming_up:
        parts.append(heading("Coming up"))
        parts += _cards(desk, model.coming_up, status)
    if model.resting:
        names = [f"{item['title']}: {item['reason']}" for item in model.resting]
        parts.append(details(f"At rest ({len(names)}), each with its reason", html(_items(names))))
    return parts


def _items(texts: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"


def _cards(
    desk: Desk, items: list[dict[str, Any]], status: Status, *, main: bool = False
) -> list[w.Widget]:
    """Return the first cards, and a button for the next ones: thousands would never be drawn."""
    cards = w.VBox([])

    def show_more() -> None:
        shown = len(cards.children)
        new = items[shown : shown + SHOWN]
        cards.children += tuple(
            _card(desk, item, status, main=main and item is items[0]) for item in new
        )
        left = len(items) - len(cards.children)
        more.layout.display = "" if left else "none"
        more.description = f"Show {min(left, SHOWN)} more of {left}"

    more = button("", status, show_more)
    show_more()
    return [cards, more]


def _card(desk: Desk, item: dict[str, Any], status: Status, *, main: bool) -> w.Widget:
    text = (
        f"<h3>{escape(item['title'])}</h3><p>{escape(item['what'])} · "
        f'<span class="followup-when">{escape(item["when"])}</span></p>'
        f"<p>{escape(item['reason'])}</p>"
    )

    def choose(key: str = item["key"]) -> None:
        desk.choose(key)

    go = open_page(item["verb"], item["page"], choose, primary=main)
    said = desk.plan.facts.asked(item["row"])
    words = [confirm(desk, said, status, item["reason"])] if said else []
    card = w.VBox([html(text), *words, go, not_now(desk, item["row"], status)])
    card.add_class("followup-card")
    return card


def _welcome(current: str = "", *, main: bool = True) -> list[w.Widget]:
    """Return the ways to open a search: one's own, one made before, or the practice one.

    `main` marks the first as the main button of the page.
    """
    status = Status()
    name = field(w.Text, "Your name")
    sign = field(w.Text, "How you sign a letter; your name follows", value="Kind regards,")
    phone = field(w.Text, "Your phone number, for voicemails")

    fields = {"name": name, "sign": sign, "phone": phone}
    kept = KeptFields(start_drafts(), fields, status, "a new search")

    def start() -> None:
        begin(name.value, sign.value, phone.value)
        kept.clear()

    begin_now = open_page(
        "Start my search",
        START,
        start,
        primary=main,
    )
    parts: list[w.Widget] = [
        heading("Start your own search"),
        html("<p>Three questions. Everything stays on this computer.</p>"),
        *fields.values(),
        begin_now,
        heading("Or look around first"),
        html("<p>A practice search with invented people; change anything you like.</p>"),
        open_page("Open the practice search", START, open_practice),
    ]
    if current == "Practice":
        parts.append(
            open_page("Practice: start over", START, lambda: open_practice(start_over=True))
        )
    names = [name for name in other_searches() if name not in (current, "Practice")]
    if names:
        choice = field(w.Dropdown, "Searches on this computer", options=names)
        open_it = open_page("Open it", START, lambda: open_named(choice.value))
        parts += [heading("Or go on with one"), choice, open_it]
    return [*parts, status]
