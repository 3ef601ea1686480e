"""The view of the timelines page: linked to `TimelinesModel`, it decides nothing."""

import base64
from collections.abc import Sequence
from functools import partial
from html import escape

import ipywidgets as w

from followup_lib.forms.bridge import Download
from followup_lib.forms.common import Page, Status, button, html, open_page, sentences, with_desk
from followup_lib.forms.desk import APPLICATIONS, INTERVIEWS, START, Desk
from followup_lib.forms.ties import Fields, shown_when
from followup_lib.forms.timelines_model import KINDS, ROWS, SCOPES, TimelinesModel


def timelines_page() -> Page:
    """Return the page of timelines."""
    return with_desk(timelines_form)


def timelines_form(desk: Desk) -> Sequence[w.Widget]:
    """Return the widgets of the page: the chart, the same in words, and the files of it."""
    model, status = TimelinesModel(desk), Status()
    chart = html("")

    def show(_: object = None) -> None:
        chart.value = chart_html(model)

    model.observe(show, ["pictures", "text", "shown"])
    show()
    back = button(f"The {ROWS} rows before", status, lambda: model.turn(-1))
    on = button(f"The next {ROWS} rows", status, lambda: model.turn(1))
    files = [Download(f"Download as {kind.upper()}", partial(model.file, kind)) for kind in KINDS]
    return [
        Fields(model, status).choice("scope", "Which applications?", SCOPES),
        chart,
        w.HBox([shown_when(back, model, "before"), shown_when(on, model, "after")]),
        status,
        shown_when(w.HBox(files), model, "pictures"),
        w.HBox(
            [
                button("Look again", status, model.look_again),
                open_page("Tell about an interview", INTERVIEWS),
                open_page("Your applications", APPLICATIONS),
                open_page("Back to today’s list", START),
            ]
        ),
    ]


def chart_html(model: TimelinesModel) -> str:
    """Return the chart for narrow and wide screens, and its words, every one escaped."""
    if not model.pictures:
        return sentences([model.text], "followup-why")
    narrow, wide = (_data(png) for png in model.pictures)
    picture = (
        f'<picture><source media="(max-width: 30rem)" srcset="{narrow}">'
        f'<img class="followup-chart" alt="{escape(model.alt)}" src="{wide}"></picture>'
    )
    shown = f"<p>{escape(model.shown)}</p>" if model.shown else ""
    return f"{shown}{picture}<h3>The same in words</h3><p>{escape(model.text)}</p>"


def _data(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"
