"""The sentence of a letter that words typed for a fact finish."""

from followup_lib.letters.fields import QUESTIONS, UNCLEAR
from followup_lib.reading.promises import read_back, read_promise
from followup_lib.reading.topics import read_topic

FINISHED = ("thing", "purpose", "topic")
"""Facts that finish a sentence of the letter."""


def finished(name: str, words: str) -> str:
    """Return the sentence that words typed for a fact of `FINISHED` make, "" when they make none.

    >>> finished("purpose", "the start date I can offer")
    'I said I\\u2019d get in touch about the start date I can offer.'
    >>> finished("topic", "Salary ok??")
    ''
    """
    if name == "thing":
        promise = read_promise(words).fact
        return read_back(promise) if promise else ""
    topic = read_topic(words)
    if topic.fact and name == "purpose":
        return f"I said I’d get in touch about {topic.fact}."
    return topic.read_back


def asked(name: str, words: str) -> str:
    """Return what is shown while a fact is typed: its sentence, else the one to finish.

    >>> asked("topic", "hiking"), asked("topic", "She loves hiking"), asked("topic", "")
    ('I enjoyed hearing about hiking.', 'Finish this: “I enjoyed hearing about …”', '')
    """
    return finished(name, words) or ((QUESTIONS | UNCLEAR)[name] if words.strip() else "")
