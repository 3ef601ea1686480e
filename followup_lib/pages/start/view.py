"""The view of the start page: today's list, or the first three questions."""

import datetime as dt
from collections.abc import Sequence
from html import escape

import ipywidgets as w

from followup_lib.app.workspace import lost_search, start_drafts
from followup_lib.coaching.places import is_visit, place
from followup_lib.pages.kit.commitments import as_words, settle
from followup_lib.pages.kit.common import (
    OpenPage,
    Page,
    Status,
    button,
    details,
    field,
    heading,
    html,
    page_head,
    sentences,
)
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.names import APPLICATIONS, INTERVIEWS, START
from followup_lib.pages.kit.rest_view import rest_part
from followup_lib.pages.kit.undo import undo_of
from followup_lib.pages.start.list_model import ListModel
from followup_lib.pages.start.list_view import RowList
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
from followup_lib.records.vocabulary import CommitmentOutcome

VISIT = (
    "You’re looking at the sample, on a computer that isn’t yours. Everything here is gone when "
    "you close the tab, so try anything, but don’t type what is private. To keep a search of your "
    "own, install the workbook."
)


TO_DOS_SHOWN = 3
"""To-dos shown where there are many; those due by today always are."""


def start_page() -> Page:
    """Return the start page for the open search, or the ways to open one."""
    visit = [html(sentences([VISIT], "followup-note"))] if is_visit() else []
    try:
        desk = Desk.open()
    except FollowupError as error:
        trouble = html(sentences([str(error)], "followup-note"))
        back = _way_back(error)
        return Page(*visit, trouble, *back, *_welcome(main=not back))
    if desk is None:
        return Page(*visit, *_lost(), *_welcome())
    return Page(page_head(desk), *visit, *start_form(desk))


def _way_back(error: FollowupError) -> list[w.Widget]:
    """Offer the last good state of a search whose files cannot be read."""
    state = last_good_state() if isinstance(error, SpreadsheetError) else None
    if state is None:
        return []
    day = short_day(state.day, dt.date.min)  # with its year: nobody knows what day it is here
    line = (
        f"The last state we can read is from {day}, after “{state.what}”. What’s there now is "
        "kept, too: you can go back to it on page 07."
    )
    number = state.number
    return [
        html(sentences([line])),
        OpenPage("Bring the last good state back", START, lambda: bring_back(number), primary=True),
    ]


def _lost() -> list[w.Widget]:
    """Say that the search last opened is gone, and the ways on."""
    lost = lost_search()
    if lost is None:
        return []
    line = (
        f"The search last opened, {lost}, is not there: moved, renamed, or on a USB drive that was "
        "unplugged. Nothing was changed. Put it back and run this page again, or open another."
    )
    return [html(sentences([line], "followup-note"))]


def start_form(desk: Desk) -> Sequence[w.Widget]:
    """Return the widgets of the start page of an open search."""
    model, status = StartModel(desk), Status()
    head, first, around = html(""), _first(), w.VBox([])
    head.add_class("followup-own-head")
    around.add_class("followup-above-list")
    rows = RowList(ListModel(desk), status)
    rows.add_class("followup-whole")

    def show(_: object = None) -> None:
        title, line = escape(model.title), escape(model.headline)
        head.value = (
            f'<h1 class="followup-arrive" data-arrived="0" tabindex="-1">{title}</h1><p>{line}</p>'
        )
        first.layout.display = "" if model.empty else "none"
        around.children = _around(model, status)

    def again() -> str:
        desk.look()
        return "This is how things stand now."

    model.observe(show)
    show()
    acts = [button("Refresh", status, again), undo_of(desk, status, desk.undo)]
    return [
        head,
        status,
        first,
        around,
        rows,
        rest_part(desk),
        w.HBox(acts),
        details("Open another search", *_welcome(desk.search.folder.name, main=False)),
    ]


def _first() -> w.HBox:
    """Return the two ways to begin with an empty search."""
    first = OpenPage("Add your first interview", INTERVIEWS, primary=True)
    return w.HBox([first, OpenPage("Bring your spreadsheet", APPLICATIONS)])


def _around(model: StartModel, status: Status) -> list[w.Widget]:
    """Return what stands above the list: the end of a search, what to sort, what was taken on."""
    parts: list[w.Widget] = [html(sentences(model.closing))] if model.closing else []
    if model.unsorted:
        parts.append(_line(OpenPage("Sort them", APPLICATIONS), escape(model.unsorted)))
    lines = [_to_do(model, item, status) for item in model.commitments]
    due = sum(bool(item["due"]) for item in model.commitments)
    shown = max(due, TO_DOS_SHOWN) if len(lines) > TO_DOS_SHOWN + 1 else len(lines)
    parts += [heading("Your to-dos"), *lines[:shown]] if lines else []
    if later := lines[shown:]:
        parts.append(details(f"{len(later)} more to-dos, due later", *later))
    return parts


def _line(act: w.Widget, words: str) -> w.HBox:
    """Return words, escaped already, beside the button that is about them."""
    line = w.HBox([act, w.HTML(f"<p>{words}</p>")])
    line.add_class("followup-to-do")
    return line


def _to_do(model: StartModel, item: dict[str, str], status: Status) -> w.HBox:
    """Return what was taken on in a session, with the way to say that it is done."""
    done = button("Done", status, lambda: settle(model.desk, item, CommitmentOutcome.DONE))
    done.tooltip = f"Done: {item['text']}"
    return _line(done, as_words(item))


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

    own = [
        heading("Start your own search"),
        html(f"<p>Three questions. Everything stays {place().here}.</p>"),
        *fields.values(),
        OpenPage("Start my search", START, start, primary=main),
    ]
    ways = w.HBox([w.VBox(own), w.VBox(_others(current))])
    ways.add_class("followup-ways-in")
    return [ways, status]


def _others(current: str) -> list[w.Widget]:
    """Return the ways to open a search that is there: the practice one, or one made before."""
    parts: list[w.Widget] = [
        heading("Or look around first"),
        html("<p>A practice search with invented people; change anything you like.</p>"),
        OpenPage("Open the practice search", START, open_practice),
    ]
    if current == "Practice":
        parts.append(
            OpenPage("Practice: start over", START, lambda: open_practice(start_over=True))
        )
    names = [name for name in other_searches() if name not in (current, "Practice")]
    if names:
        choice = field(w.Dropdown, f"Searches {place().here}", options=names)
        open_it = OpenPage("Open it", START, lambda: open_named(choice.value))
        parts += [heading("Or continue with one"), choice, open_it]
    return parts
