"""What was talked about, as it may stand in "I enjoyed hearing about …"."""

from functools import lru_cache

from followup_lib.reading.noun_phrases import noun_phrase
from followup_lib.reading.understood import Understood


@lru_cache(4096)
def read_topic(words: str) -> Understood[str]:
    """Read a topic: a noun phrase, an act, or a how and why; anything else is unclear.

    >>> read_topic("The move to the new payroll system.").fact
    'the move to the new payroll system'
    >>> read_topic("She loves hiking").sure
    'unclear'
    """
    text = " ".join(words.split())
    topic = noun_phrase(text, doing=True)
    if not topic:
        return Understood(None, "unclear", left=text)
    return Understood(topic, "exact", text, "", f"I enjoyed hearing about {topic}.")
