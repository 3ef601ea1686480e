"""The fields of the letters: every fact a letter may use, where, and what is asked for it."""

from followup_lib.records.situations import REFERENCE_SITUATIONS, TIME_SITUATIONS, Situation

QUESTIONS = {
    "my_name": "What’s your name, as you sign it?",
    "my_phone": "What is your phone number?",
    "sign_off": "How do you end a letter, for example “Kind regards,”?",
    "job_title": "Which position is it?",
    "short_title": "Which position is it?",
    "when_interviewed": "When did you interview?",
    "month_interviewed": "When did you interview?",
    "by_their_day": "By what day did they say you would hear?",
    "thing": "Finish this: “I’m attaching …”",
    "new_day": "By what day will you have it?",
    "times": "Which two or three times work for you? For example: Tuesday after 10, or Thursday",
    "offer_day": "By what day do you have to answer the other offer?",
    "until_day": "What day do you need until?",
    "reference": "What is your reference’s name?",
    "employers": "Which employers did you give this person’s name to?",
}
"""What a person is asked when a letter needs a fact that is not in the spreadsheet.

A field without a question may only stand in square brackets, which fall out when it is unknown.
"""

UNCLEAR = {
    "topic": "Finish this: “I enjoyed hearing about …”",
    "purpose": "Finish this: “I said I’d get in touch about …”",
    "told": "What would you like to tell them about it? Write it as they’ll read it.",
    "news": "Anything new to add? A finished course, a work sample, a new date? "
    "If so, finish this: “Since we last talked, I …”",
}
"""What a letter can do without, and is asked for where it would have a place."""

ONCE = ("news", "told")
"""Answers for one message only: they stand in no table."""

ALWAYS = ("greeting",)
"""Fields that are always known, and may stand outside brackets without a question."""

SEEKER = ("greeting", "full_name", "my_name", "my_phone", "sign_off")
REFERENCE = ("reference", "employers")
POSITION = ("company", "job_title")
APPLICATION = (
    "contact",
    *POSITION,
    "agency",
    "short_title",
    "when_interviewed",
    "day_interviewed",
    "month_interviewed",
    "by_their_day",
    "topic",
    "news",
    "their_message",
    "offer_day",
)
TIME = ("times", "talk_time")
PROMISE = ("thing", "purpose", "told", "promise_day", "tried_day", "new_day")
OFFER = ("until_day",)


def fields_of(situation: str) -> tuple[str, ...]:
    """Return the fields that a letter for `situation` may use.

    >>> fields_of("brief_reference")
    ('greeting', 'full_name', 'my_name', 'my_phone', 'sign_off', 'reference', 'employers')
    """
    if situation == Situation.THANK_REFERENCE:
        return SEEKER + REFERENCE + POSITION
    if situation in REFERENCE_SITUATIONS:
        return SEEKER + REFERENCE
    more = {Situation.PROMISE_DUE: PROMISE, Situation.OFFER_TO_ANSWER: OFFER}
    more[Situation.WITHDRAWAL] = ("ahead_day",)
    more |= dict.fromkeys(TIME_SITUATIONS, TIME) | {Situation.LONG_QUIET: ("month_invited",)}
    return SEEKER + APPLICATION + more.get(Situation(situation), ())
