"""The view of sorting what came in: a list to tick, four questions for each, a button for the rest.

Linked to `TriageModel` and `TalkForm`, it decides nothing.
"""

from html import escape

import ipywidgets as w

from followup_lib.pages.bring_in.talk_model import DEEDS, THING, TalkForm
from followup_lib.pages.bring_in.triage_model import ASK, CHOOSE, REST, TriageModel
from followup_lib.pages.kit.common import Status, button, guarded, heading, html
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.said_day_view import SaidDay
from followup_lib.pages.kit.ties import Fields, Ticks, labeled, live_sentence, shown_when
from followup_lib.pages.kit.undo import undo_of

ABOUT = (
    "<p>Check each one: an interview, a first call and a talk at a job fair all count. Those "
    "whose own cells mention one, or an offer, a promise or a day ahead, are already checked. "
    "Four short questions follow about each; “I don’t know” is an answer, too. You can let the "
    "others go for now, all at once.</p>"
)
HELD = (
    "<p>We kept these out because of what their own cells mention. Check any you want to let go "
    "anyway.</p>"
)
SHOWN = 50
"""Boxes to tick shown at a time."""


def triage_part(desk: Desk) -> w.Widget:
    """Return the part that sorts what came in; while nothing waits, nothing of it is there."""
    model = TriageModel(desk)
    form, status = TalkForm(model), Status()
    undo = undo_of(desk, status, form.undo)
    questions = _Questions(model, form, status, undo)
    steps = [
        shown_when(_List(model, status, questions).box, model, "step", CHOOSE.__eq__),
        shown_when(questions.box, model, "step", ASK.__eq__),
        shown_when(questions.rest, model, "step", REST.__eq__),
    ]
    title, card, part = heading("Sort what came in"), w.VBox(steps), w.VBox([])
    card.add_class("followup-card")
    taken_back = shown_when(w.HBox([undo]), model, "last")

    def show(_: object = None) -> None:
        part.children = [title, status, taken_back, card] if model.step else [status, taken_back]

    model.observe(show, "step")
    show()
    return part


class _List:
    """The question whom one talked to, with a box to tick for each that waits."""

    def __init__(self, model: TriageModel, told: Status, questions: "_Questions") -> None:
        self.model, self.told = model, told
        self.ticks: dict[str, w.Checkbox] = {}
        self.boxes = w.VBox([])
        self.more = button("", told, self.show_more)
        search = Fields(model, told).text("search", "Search in this list", "part of a name")
        go = button("continue", told, lambda: questions.begin(), main=True)
        self.box = w.VBox(
            [
                heading("Which of these have you talked to a person at?", 3),
                html(ABOUT),
                shown_when(search, model, "rows", lambda rows: len(rows) > SHOWN // 4),
                self.boxes,
                self.more,
                w.HBox([labeled(go, model, "go")]),
            ]
        )
        model.observe(self.show, "shown")
        model.observe(self.tick, "chosen")
        self.show()

    def show(self, _: object = None) -> None:
        """Show the first of those found."""
        self.boxes.children = []
        self.show_more()

    def show_more(self) -> None:
        """Show the next ones, too."""
        rows, there = self.model.shown, len(self.boxes.children)
        new = rows[there : there + SHOWN]
        self.boxes.children += tuple(self._tick(label, i) for label, i in new)
        left = len(rows) - len(self.boxes.children)
        self.more.layout.display = "" if left else "none"
        self.more.description = self.more.tooltip = f"Show {min(left, SHOWN)} more of {left}"
        if not rows:
            self.boxes.children = [html("<p>Nothing in the list matches.</p>")]

    def _tick(self, label: str, application_id: str) -> w.Checkbox:
        box = self.ticks.get(application_id)
        if box is None:
            box = w.Checkbox(indent=False, value=application_id in self.model.chosen)
            box.observe(
                guarded(self.told, lambda: self.model.choose(application_id, box.value)), "value"
            )
            self.ticks[application_id] = box
        box.description = label
        return box

    def tick(self, _: object = None) -> None:
        """Show which are ticked."""
        for application_id, box in self.ticks.items():
            box.value = application_id in self.model.chosen


class _Questions:
    """Four questions about the one that is asked about, and then the sentence for the rest."""

    def __init__(self, model: TriageModel, form: TalkForm, told: Status, undo: w.Button) -> None:
        self.model, self.form, self.told, self.wrong = model, form, told, Status()
        self.undo = undo
        self.head, words = html(""), html("")
        self.let = labeled(button("let", told, self.let_rest, main=True), model, "let")
        log = button("Log this and continue", self.wrong, self.log, main=True)
        none = button("I didn’t talk to anyone there", told, self.leave_out)
        acts = w.HBox([log, none, self._back(self.wrong)])
        self.box = w.VBox([self.head, *self._fields(), acts, self.wrong])
        self.box.add_class("followup-asked")
        held = w.VBox([html(HELD), Ticks(model, "rest_too", "held", told).box])
        back = w.HBox([self.let, self._back(told)])
        self.rest = w.VBox([shown_when(held, model, "held"), words, back])

        def show(_: object = None) -> None:
            words.value = f"<p>{escape(model.the_rest)}</p>"
            self.head.value = _head(model, form)

        model.observe(show, ["the_rest", "number", "total"])
        form.observe(show, ["title", "on_file", "cells", "filled"])
        show()

    def _back(self, status: Status) -> w.Button:
        return button("Change what’s checked", status, self.model.back)

    def _fields(self) -> list[w.Widget]:
        """Return the fields of the four questions, each with “I don't know” beside it."""
        fields = Fields(self.form, self.wrong)
        again = ("on", "about", "unknown_on", "deed")
        words = fields.text(
            "their_words",
            "3. What did they say about when you’ll hear? In their words, or leave it empty",
            "by the end of next week",
        )
        names = ("their_words", "their_answer", "their_day", "their_about")
        theirs = SaidDay(fields, names, self.form.their_asked, words, again=again)
        return [
            *self._question(
                fields.tick("unknown_on", "I don’t know when"),
                fields.day("on", "1. When did you talk?"),
                about=fields.tick("about", "I’m not sure of the exact day"),
            ),
            *self._question(
                fields.tick("unknown_who", "I don’t know who"),
                fields.text("who", "2. Who did you talk to?", "Ms. Ortiz; Mr. Reyes"),
            ),
            *self._question(
                fields.tick("unknown_their", "I don’t know what they said"),
                w.VBox([words, *theirs.widgets]),
            ),
            *self._question(
                fields.tick("unknown_deed", "I don’t know what I said"), self._deed(fields, again)
            ),
        ]

    def _deed(self, fields: Fields, again: tuple[str, ...]) -> w.Widget:
        """Return the fields of the fourth question: what one said one would do, and by when."""
        form = self.form
        deed = fields.choice("deed", "4. What did you say you’d do?", DEEDS)
        thing = fields.text("thing", "What will you send?", "the sample report")
        about = fields.text("contact_about", "What will it be about?", "the start date I can offer")
        purpose = w.VBox([about, live_sentence("purpose", form, "contact_about")])
        names = ("thing", "deed_answer", "deed_day", "deed_about")
        day = "By when? Leave it empty if there’s no date"
        due = SaidDay(fields, names, form.thing_asked, thing, lone_day=lambda: day, again=again)
        return w.VBox(
            [
                deed,
                shown_when(thing, form, "deed", THING.__eq__),
                shown_when(purpose, form, "deed", lambda deed: deed not in ("", THING)),
                shown_when(w.VBox(due.widgets), form, "deed"),
            ]
        )

    def _question(
        self, unknown: w.Checkbox, *asked: w.Widget, about: w.Checkbox | None = None
    ) -> list[w.Widget]:
        """Return the fields of a question, there unless it is not known; and the ticks beneath."""
        ticks = [unknown] if about is None else [about, unknown]

        def show(_: object = None) -> None:
            for box in (*asked, *ticks[:-1]):
                box.layout.display = "none" if unknown.value else ""

        unknown.observe(show, "value")
        show()
        return [*asked, w.HBox(ticks)]

    def begin(self) -> None:
        """Go on with the ones ticked."""
        self.model.begin()
        self._turn()

    def log(self) -> None:
        """Log what was answered, and turn to what comes next."""
        self.told.say(self.form.log())
        self._turn()

    def leave_out(self) -> str:
        """Go on without the one that is asked about."""
        sentence = self.form.leave_out()
        self._turn()
        return sentence

    def let_rest(self) -> str:
        """Let the rest be; what takes it back has the focus."""
        sentence = self.model.let_rest()
        self.undo.focus()
        return sentence

    def _turn(self) -> None:
        if self.model.step == ASK:
            self.wrong.say("", "on")
        else:
            self.let.focus()


def _head(model: TriageModel, form: TalkForm) -> str:
    place = f"{model.number} of {model.total}"
    bar = (
        f'<progress value="{model.number - 1}" max="{model.total}" aria-label="{place}"></progress>'
    )
    return (
        f'<p class="followup-progress">{bar} {place}</p><h3>{escape(form.title)}</h3>'
        f"<p>Your list says: {escape(form.on_file)}</p>{_cells(form)}"
    )


def _cells(form: TalkForm) -> str:
    """Return the row's own words, and what we made of them."""
    words = "".join(f"<li>{escape(cell)}</li>" for cell in form.cells)
    filled = f"<p>{escape(form.filled)}</p>" if form.filled else ""
    return f'<div class="followup-cells"><ul>{words}</ul></div>{filled}' if words else filled
