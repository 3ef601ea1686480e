"""What is asked for a letter: facts it lacks, words that fit into no sentence, what is welcome.

Each is a dict of questions by field.
"""

from followup_lib.advice.plan import Plan
from followup_lib.letters.facts import one_line, unclear_words
from followup_lib.letters.fields import QUESTIONS, UNCLEAR
from followup_lib.letters.template import Letter
from followup_lib.records.rows import PlanRow
from followup_lib.records.situations import Situation
from followup_lib.records.vocabulary import WAYS, Channel

ADDRESS_QUESTIONS = {
    name: f"What is {{to}}’s {way.address}?" for name, way in WAYS.items() if way.address
}
"""What a person is asked when the addressee's own address for this way is not on file.

Asked for the way the addressee wished for, and for the way of a promise or of thanks to somebody
beside the person the application writes to.
"""
TOOK_OVER = "{over} is no longer there. Who can you write to there now?"
NOBODY_NAMED = "Nobody is named yet. What e-mail address can this go to?"
"""What is asked where nobody can be written to (W5, W6)."""


def asked_for(
    plan: Plan,
    row: PlanRow,
    channel: str,
    letter: Letter,
    fields: dict[str, str],
    address: str,
    answers: dict[str, str],
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what a letter cannot do without, and what it can: a question for each field."""
    unread = _unread_words(plan, row, letter, answers)
    to = row.to or answers.get("contact", "")
    missing = _missing_facts(plan, row._replace(to=to), channel, letter, fields, address)
    if channel in ADDRESS_QUESTIONS and not (row.reference_id or address or missing):
        unread |= _address_asked(row.to, channel)
    missing |= {name: question for name, question in unread.items() if name in QUESTIONS}
    unclear = {name: question for name, question in unread.items() if name not in QUESTIONS}
    why = "told" if fields.get("purpose") else "purpose"
    welcome = ["news"] if fields.get("thing") else ["news", why]  # what nobody has said yet
    places = [name for name in welcome if name in letter.fields() and name not in unread]
    return missing, unclear | {name: UNCLEAR[name] for name in places if not fields.get(name)}


def _address_asked(to: str, channel: str) -> dict[str, str]:
    """Return the question for an address that the words can do without, but not the message."""
    if to:
        return {channel: ADDRESS_QUESTIONS[channel].format(to=to)}
    return {channel: NOBODY_NAMED} if channel == Channel.EMAIL else {}


def _missing_facts(
    plan: Plan, row: PlanRow, channel: str, letter: Letter, fields: dict[str, str], address: str
) -> dict[str, str]:
    """Return a question for each fact the letter cannot do without, and for its address."""
    missing = {name: QUESTIONS[name] for name in letter.needed() if not fields.get(name)}
    if "short_title" in missing and "job_title" in missing:
        del missing["short_title"]
    if row.reference_id:
        return missing
    over = str(plan.facts.of(row.application_id)["instead_of"])
    if over and not row.to:
        return missing | {"contact": TOOK_OVER.format(over=over)}
    asked = channel in (row.wish, _way_beside(plan, row))
    if asked and not address and channel not in fields and channel in ADDRESS_QUESTIONS:
        missing[channel] = ADDRESS_QUESTIONS[channel].format(to=row.to or "this person")
    return missing


def _unread_words(
    plan: Plan, row: PlanRow, letter: Letter, answers: dict[str, str]
) -> dict[str, str]:
    """Return a question for each of the row's words that fits into no sentence of the letter."""
    return {
        name: f"“{one_line(said)}” doesn’t fit into a sentence of the letter. "
        f"{(QUESTIONS | UNCLEAR)[name]}"
        for name, said in unclear_words(plan, row).items()
        if name in letter.fields() and name not in answers
    }


def _way_beside(plan: Plan, row: PlanRow) -> str:
    """Return the way of what is owed to another person than the application writes to, else ""."""
    owed = row.promise_id or row.situation == Situation.THANK_YOU
    if not owed or row.to == plan.facts.applications.loc[row.application_id, "to"]:
        return ""
    return row.channel
