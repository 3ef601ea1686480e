"""What will be logged of an interview, read back before it is."""

from followup_lib.advice.side_reasons import BY
from followup_lib.pages.interviews.debrief_model import DebriefModel
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.reading.people_typed import people_typed
from followup_lib.records.vocabulary import words


def read_back(model: DebriefModel) -> list[tuple[str, str]]:
    """Return what was told as (name, value); nothing while a question is still open."""
    try:
        said = model.debrief()
    except FieldError:
        return []
    day = f"{'about ' if said.about else ''}{model.desk.day(said.on)}"
    talk = words(said.event)
    people = people_typed(said.who)
    with_whom = ", ".join(f"{p.name} ({p.role})" if p.role else p.name for p in people)
    return [
        ("Job", model.job),
        ("Talk", f"{talk[:1].upper()}{talk[1:]}, {day}{with_whom and f', with {with_whom}'}"),
        ("How to reach them", BY.get(said.preferred, words(said.preferred))),
        ("E-mail", said.email),
        ("Phone", said.phone),
        ("What was said", said.told(model.desk.today, model.references_on_file)),
        ("You talked about", said.topic),
        ("Your note", said.note),
    ]
