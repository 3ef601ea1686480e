"""Whether a day somebody named is that of their answer, or of something else: a trip, a start."""

import re

from followup_lib.reading.words import word_set


def _pattern(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])(?:{'|'.join(words)})(?![\w'])", re.IGNORECASE)


_OF_ANSWERS = "|".join(sorted(word_set("answer_acts")))
_OF_OTHERS = "|".join(sorted(word_set("other_acts")))
_DUTIES = "|".join([*sorted(word_set("duties")), "give (?:notice|(?:me|us) an? (?:call|ring))"])
_GET = r"(?:have|has|get|hear|receive|learn|find|know|see|expect|be)"
_OWN = (
    rf"i(?:'ll|'d|'m| will| would| can| could| should| must| need| have| owe| promised|'ve)?"
    rf"(?: got| going| supposed| asked| promised)?(?: to)? (?:{_DUTIES})\b(?![^.;!\0]*\byou\b)"
    r"[^.;!\0]*",
    r"i (?:owe|have (?:until|till|an?(?: \w+)? (?:interview|call|test|shift|class)))\b[^.;!\0]*",
    rf"you (?:have|need|must|ought|are|can|may|could|should)(?: to)? (?!{_GET}\b)(?:{_DUTIES})\b"
    r"[^.;!\0]*",
    rf"(?:let|tell|reach|{_DUTIES})(?: (?:back )?to)? (?:them|her|him|hr)\b[^.;!\0]*",
    r"(?:my|your) (?:answer|reply|response|decision)",
)
"""What is to be done by oneself: "I have to reply", "call her"."""
_TO_DO = re.compile(
    rf"(?:^|[:(,] ?)(?:(?:please|just|to|must|(?:you |i )?(?:need|have|got|gotta|remember))"
    rf" ){{0,4}}(?:{_DUTIES})(?! (?:you|from)\b)\b",
    re.IGNORECASE,
)
_REACH = (
    r"(?:call|e-?mail|text|phone|write|ring|message)(?:s|ed|ing)?"
    r"(?: (?:to )?(?:you|me|us|back|everyone)\b|(?= ?(?:(?:by|on|in|within|before|no|at) |\0)))"
)
_ANSWERS = (
    _REACH,
    _OF_ANSWERS,
    r"(?:reach(?:ing)? out|(?:get|gets|getting|got|come|circle|be) back(?: to)?|back to (?:you|me)"
    r"|(?:follow(?:ing)? up|check(?:ing)? in) with (?:you|me)|in touch|let (?:you|me|us) know"
    r"|mind)",
    r"(?:if|whether)\b[^.;!\0]*(?<=\w)",
)
_OTHERS = (
    _OF_OTHERS,
    r"(?:is|are|be|'s|'re|am|'m|comes?|coming) (?:back(?! (?:to|in touch)\b)|in|away|out|off)",
    r"mov(?:e|es|ing)(?! (?:forward|on|ahead))|open(?: until| through| till)?"
    r"|(?:good|valid) (?:until|through|till|for)|go(?:es|ing)? live|in place|on board",
)
_ACTS = re.compile(
    rf"(?<![\w'])(?:(?P<own>{'|'.join(_OWN)})|(?P<other>{'|'.join(_OTHERS)})"
    rf"|(?P<answer>{'|'.join(_ANSWERS)}))(?![\w'])",
    re.IGNORECASE,
)
_THINGS = _pattern(*(word.replace("_", "[ -]") for word in sorted(word_set("other_things"))))
LONGEST = 1000
"""Letters of what somebody said about a day, on either side of it."""
_CLAUSE = re.compile(r"[.;!](?=\s|$)")


def is_anothers_day(before: str, after: str) -> bool:
    """Tell whether a day that stands between two pieces of text may be of no answer.

    The act nearest before it tells, else the first behind it; where there is none, what the words
    are about: "references by Friday". Of a longer text than anybody says it may be.

    >>> is_anothers_day("her boss is on vacation", ""), is_anothers_day("you'll hear", "")
    (True, False)
    >>> is_anothers_day("call her", ""), is_anothers_day("HR is back", "and lets us know")
    (True, True)
    """
    if max(len(before), len(after)) > LONGEST:
        return True
    before = _CLAUSE.split(before)[-1].lstrip()
    after = _CLAUSE.split(after, maxsplit=1)[0]
    if _TO_DO.search(before):
        return True
    acts = [match.lastgroup for match in _ACTS.finditer(f"{before}\0")]
    acts = acts[-1:] or [match.lastgroup for match in _ACTS.finditer(after)][:1]
    if acts:
        return acts[0] != "answer"
    return bool(_THINGS.search(before) or _THINGS.search(after))
