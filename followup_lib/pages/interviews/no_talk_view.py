"""The view of "How did it go?": linked to `NoTalkModel`, it decides nothing."""

from collections.abc import Callable

import ipywidgets as w

from followup_lib.pages.interviews.debrief_model import DebriefModel
from followup_lib.pages.interviews.debrief_view import DebriefForm, way_on
from followup_lib.pages.interviews.no_talk_model import OUTCOMES, TALKED, NoTalkModel
from followup_lib.pages.kit.common import Status, button
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.ties import Fields, labeled, live_html, shown_when
from followup_lib.pages.kit.undo import undo_of
from followup_lib.records.vocabulary import Event


def set_anew(outcome: str) -> bool:
    """Tell whether an answer is that the talk has a new time."""
    return outcome == Event.MOVED


def how_it_went(desk: Desk) -> list[w.Widget]:
    """Return the question and what follows from its answer: the debrief, or a few fields."""
    model, debrief = NoTalkModel(desk), DebriefModel(desk)
    status = Status()
    fields = Fields(model, status)
    log = button("Log it", status, model.log, main=True)
    about = live_html(model, "planned", lambda: f"<p>The interview planned for {model.planned}</p>")
    times = fields.text(
        "times", "Two or three times that work for you", "Tuesday after 10, or Thursday"
    )

    def when(fits: Callable[[str], bool], field: w.Widget) -> w.Widget:
        return shown_when(field, model, "outcome", fits)

    no_talk = [
        fields.choice("application_id", "Which application?", "choices"),
        shown_when(about, model, "planned"),
        labeled(fields.day("on", ""), model, "on_label"),
        when(set_anew, fields.day("day", "Day of the interview", ahead=True)),
        when(set_anew, fields.text("at", "At what time, if it is set", "10:00 AM")),
        fields.text("said", "What they said, if anything", "we’ll find a new time"),
        when(lambda value: not set_anew(value), times),
        w.HBox([log, undo_of(desk, status, model.undo)]),
    ]
    return [
        _outcome(model, fields, debrief),
        shown_when(DebriefForm(debrief).box, model, "outcome", lambda value: value == TALKED),
        shown_when(w.VBox(no_talk), model, "outcome", lambda value: value != TALKED),
        status,
        way_on(model, log),
    ]


def _outcome(model: NoTalkModel, fields: Fields, debrief: DebriefModel) -> w.Widget:
    """Return the question how it went.

    It is settled for whoever is telling of the talk, or has no application to choose for another.
    """
    outcome: w.Widget = fields.choice("outcome", "How did it go?", OUTCOMES)

    def show(_: object = None) -> None:
        nothing_else = len(model.choices) == 1  # "Choose one"
        telling = debrief.step > 1 or bool(debrief.go) or nothing_else
        outcome.layout.display = "none" if telling and model.outcome == TALKED else ""

    debrief.observe(show, ["step", "go"])
    model.observe(show, ["outcome", "choices"])
    show()
    return outcome
