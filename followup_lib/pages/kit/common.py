"""What every page is made of: its head, fields with labels, sentences, and guarded buttons."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import ipywidgets as w

from followup_lib.pages.kit.bridge import OpenPage
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.fold import details
from followup_lib.pages.kit.frame import Page, wide
from followup_lib.pages.kit.names import START
from followup_lib.pages.kit.status import Status, guarded
from followup_lib.pages.kit.todays_list import done_and_left, next_due, progress
from followup_lib.pages.kit.way_on import WayOn
from followup_lib.records.errors import FollowupError

__all__ = [
    "OpenPage",
    "Page",
    "Status",
    "button",
    "details",
    "facts_table",
    "field",
    "guarded",
    "heading",
    "html",
    "page_head",
    "sentences",
    "wide",
    "with_desk",
]


def button(
    text: str, status: Status, act: Callable[[], str | None], *, main: bool = False
) -> w.Button:
    """Return a button that runs `act`; `main` marks the one main button of the moment."""
    made = w.Button(description=text, tooltip=text, layout=w.Layout(width="auto"))
    made.button_style = "primary" if main else ""
    made.on_click(guarded(status, act))
    return made


def html(text: str, css: str = "") -> w.HTML:
    """Return ready HTML; whoever calls has escaped every word a person typed."""
    return w.HTML(f'<div class="{css}">{text}</div>', layout=wide())


def heading(text: str, level: int = 2) -> w.HTML:
    """Return a heading."""
    return html(f"<h{level}>{escape(text)}</h{level}>")


def sentences(texts: Sequence[str], css: str = "") -> str:
    """Return escaped sentences as paragraphs."""
    return f'<div class="{css}">' + "".join(f"<p>{escape(text)}</p>" for text in texts) + "</div>"


def facts_table(facts: Sequence[tuple[str, str]]) -> str:
    """Return facts as a list of terms and descriptions, those without a value left out."""
    rows = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts if value
    )
    return f'<dl class="followup-facts">{rows}</dl>'


def field(kind: type[w.Widget], label: str, **traits: Any) -> Any:
    """Return an input with its label above it, tied to it for screen readers."""
    made = kind(description=label, layout=wide(), **traits)
    made.style.description_width = "initial"
    made.add_class("followup-field")
    return made


def page_head(desk: Desk) -> w.Widget:
    """Return the head of a page: today's list, what is unusable; for the bar whose, and the day."""
    head = html("")

    def show() -> None:
        name, folder, day = (escape(text) for text in desk.head)
        who = f"<strong>{name}</strong> <small>· search “{folder}”</small> <span>{day}</span>"
        notes = sentences(desk.problems, "followup-note") if desk.problems else ""
        due = done_and_left(desk)[1] or ""
        line = f'<p class="followup-head" data-due="{due}" hidden>{who}</p>'
        head.value = f"{line}{_progress_html(desk)}{notes}"

    desk.tell(show)
    show()
    return head


def _progress_html(desk: Desk) -> str:
    done, left = done_and_left(desk)
    if not done + left:
        return ""
    bar = f'<progress value="{done}" max="{done + left}" aria-label="Today’s list"></progress>'
    return f'<p class="followup-progress">{bar} {escape(progress(desk))}</p>'


def page_foot(desk: Desk) -> w.Widget:
    """Return the way on at the end of a page: to the next row due."""
    on = WayOn(desk)

    def show() -> None:
        due = next_due(desk)
        on.lead(due and (due.label, due.page, due.key))

    desk.tell(show)
    desk.when_turned(show)
    show()
    on.add_class("followup-foot")
    return on


def with_desk(build: Callable[[Desk], Sequence[w.Widget]], *, foot: bool = True) -> Page:
    """Return the page `build` makes for the open search, or a sentence and a way on.

    `foot` leads to the next row due at its end, unless the page has led there already.
    """
    try:
        desk = Desk.open()
    except FollowupError as error:
        lines = [
            str(error),
            "Fix it, then open this page again; the start page opens another search.",
        ]
        return Page(
            html(sentences(lines, "followup-note")), OpenPage("Go to the start page", START)
        )
    if desk is None:
        lines = ["No search is open yet. The start page opens yours, or a practice one."]
        return Page(html(sentences(lines)), OpenPage("Go to the start page", START, primary=True))
    return Page(page_head(desk), *build(desk), *([page_foot(desk)] if foot else []))
