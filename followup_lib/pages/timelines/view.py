"""The view of the timelines page: linked to `TimelinesModel`, it decides nothing."""

from collections.abc import Callable, Sequence
from functools import partial

import ipywidgets as w

from followup_lib.pages.kit.bridge import Download
from followup_lib.pages.kit.common import (
    OpenPage,
    Page,
    Status,
    button,
    details,
    html,
    sentences,
    with_desk,
)
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.names import APPLICATIONS, INTERVIEWS
from followup_lib.pages.kit.picture import Picture
from followup_lib.pages.kit.ties import Fields, shown_when
from followup_lib.pages.kit.way_on import WayOn
from followup_lib.pages.timelines.model import (
    KINDS,
    OFFERED,
    ORDERS,
    ROWS,
    SCOPES,
    TIMELINE,
    TimelinesModel,
)

WORDS = "<h2>The same in words</h2>"


def timelines_page() -> Page:
    """Return the page of timelines."""
    return with_desk(timelines_form)


def timelines_form(desk: Desk) -> Sequence[w.Widget]:
    """Return the widgets of the page: the chart, the same in words, its files, one story."""
    model, status = TimelinesModel(desk), Status()
    fields = Fields(model, status)
    rows_only = partial(shown_when, model=model, names="chart", fits=lambda is_: is_ == TIMELINE)
    back = button(f"The {ROWS} rows before", status, lambda: model.turn(-1))
    on = button(f"The next {ROWS} rows", status, lambda: model.turn(1))
    files = [Download(f"Download as {kind.upper()}", partial(model.file, kind)) for kind in KINDS]
    filters = [
        fields.choice("which", "Which applications?", SCOPES),
        fields.choice("order", "In which order?", ORDERS),
        fields.day("since", "Only where something happened since (empty: all)"),
    ]
    story = fields.choice("application", "See one story (or click its row above)", "rows")

    def point(picture: int, down: float) -> None:
        status.say(model.point(picture, down))
        if model.application:
            story.focus()  # which brings it into view

    return [
        fields.choice("chart", "Which chart?", OFFERED),
        rows_only(details("Choose which rows, and their order", *filters)),
        *_chart(model, point),
        w.HBox([shown_when(back, model, "before"), shown_when(on, model, "after")]),
        status,
        shown_when(w.HBox(files), model, "pictures"),
        rows_only(w.VBox([story, _story(desk, model)])),
        w.HBox(
            [
                button("Refresh", status, model.look_again),
                OpenPage("Log an interview", INTERVIEWS),
                OpenPage("Your applications", APPLICATIONS),
            ]
        ),
    ]


def _chart(model: TimelinesModel, point: Callable[[int, float], None]) -> list[w.Widget]:
    """Return which rows are shown, the chart, and the same in words."""
    which, picture, in_words = html(""), Picture(point), html("")

    def show(_: object = None) -> None:
        spots = model.spots
        picture.show(model.pictures, model.alt, lambda place: spots.get(place, []))
        which.value = sentences([model.shown]) if model.shown else ""
        words = sentences(model.text.splitlines(), "" if model.pictures else "followup-why")
        in_words.value = f"{WORDS}{words}" if model.pictures else words

    model.observe(show, ["pictures", "text", "shown"])
    show()
    return [which, picture, in_words]


def _story(desk: Desk, model: TimelinesModel) -> w.Widget:
    """Return the story of the row chosen, and the ways on."""
    picture, in_words = Picture(), html("")
    go = WayOn(desk, primary=True)
    keep = Download("Download the story as PDF", model.story_file)

    def show(_: object = None) -> None:
        picture.show(model.story, model.story_alt)
        in_words.value = sentences(model.story_text.splitlines())
        step = model.step
        go.lead((step["label"], step["page"], step["key"]) if step else None)

    model.observe(show, ["story", "story_text", "step"])
    show()
    ways = w.HBox([go, keep])
    whole = w.VBox([picture, ways, details("The same in words", in_words)])
    return shown_when(whole, model, "story")
