"""The form for an application that is not in the list of a letter page: type the facts."""

import datetime as dt

import ipywidgets as w

from followup_lib.pages.kit.common import (
    Status,
    button,
    details,
    field,
    html,
    open_page,
)
from followup_lib.pages.kit.desk import INTERVIEWS
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.ties import live_sentence
from followup_lib.pages.letter.answers import add_facts
from followup_lib.pages.letter.model import LetterModel
from followup_lib.records.vocabulary import Situation


def type_the_facts(model: LetterModel, status: Status) -> w.Widget:
    """Return the form for an application that is not in the list: type the facts."""
    situation = model.situations[0]
    fields = {
        "company": field(w.Text, "Company"),
        "job_title": field(w.Text, "Position"),
        "contact_name": field(w.Text, "Whom did you talk with?"),
        "met_on": field(w.DatePicker, "When did you talk last?"),
    }
    if situation == Situation.THEIR_DATE_PASSED:
        fields["their_day"] = field(w.DatePicker, "By what day did they say you would hear?")
    if situation == Situation.PROMISE_DUE:
        fields["thing"] = field(w.Text, "What did you promise? For example: the sample report")
        fields["promise_day"] = field(w.DatePicker, "For which day?")
    sentence = [live_sentence("thing", fields["thing"], "value")] if "thing" in fields else []
    about = w.Checkbox(description="The day of the talk is only about right", indent=False)
    shelf, key = model.desk.search, f"facts for {situation}"
    kept = KeptFields(shelf, fields | {"about": about}, status, key)

    def add() -> str:
        facts: dict[str, str | dt.date | None] = {n: box.value for n, box in fields.items()}
        application_id = add_facts(model.desk, situation, facts, about=about.value)
        model.refresh()
        keys = [
            key for key, made in model.offered.items() if made.row.application_id == application_id
        ]
        model.key = keys[0] if keys else model.key
        kept.clear()
        if not keys:
            return "Added. There is nothing to write about it yet; see your applications."
        return "Added to your applications, and chosen above."

    return details(
        "Not in the list? Type the facts",
        *fields.values(),
        *sentence,
        about,
        button("Add and write", status, add),
        html("<p>After an interview, the interviews page asks for all that matters:</p>"),
        open_page("Tell about an interview", INTERVIEWS),
        open_=not model.key or bool(kept.changed),
    )
