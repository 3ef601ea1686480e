"""The phrases in which people say a day aloud."""

import re
from collections.abc import Callable

from followup_lib.reading import holiday_days
from followup_lib.reading import phrase_days as meaning
from followup_lib.reading.holidays import HOLIDAYS
from followup_lib.reading.spoken import (
    COUNT,
    DAY_NUMBER,
    LATE_NUMBER,
    MONTH,
    NTH,
    WEEKDAY,
    Meaning,
    Said,
)
from followup_lib.reading.understood import Sure

_TO = r" ?(?:-|–|—|to|or) ?"
_TO_OR = r" ?(?:-|–|—|/|\bto\b|\bor\b|\bthrough\b) ?"
_EARLY = (
    r"earl(?:y|ier)(?: part)?|first (?:thing|part)|(?:very )?(?:beginning|start)"
    r"|(?:first|top)(?= of)"
)
_MID = r"mid(?:dle)?|first half"
_LATE = r"later?|(?:second|latter|back) (?:half|part)|some ?time"
_PART = (
    r"\b(?:(?:early|mid|middle)[ -](?:to|or)[ -])?"
    rf"(?:(?P<early>{_EARLY})|(?P<mid>{_MID})|(?P<late>{_LATE})|(?P<end>(?:very |tail |back )?end))"
    r"[ -]?(?:of )?(?:in )?"
)
_THE_MONTH = rf"(?:(?:(?P<which>the|this|next) )?month\b|(?P<month>{MONTH}))"
_ENTRY = (
    r"(?:^|(?<=[,;:] )|\b(?:in|within|next|coming|about|around|roughly|approximately|maybe"
    r"|probably|perhaps|another|up to|to|than|takes?|taking|be|needs?|us|me|for|hopefully"
    r"|likely|usually|typically|allow|expect|(?:over|during)(?= the)) |~ ?)"
)
_UNIT = (
    r"(?:(?:business|working|work|week)[ -]?days?|days?|weeks?|wks?|fortnight|months?|hours?"
    r"|hrs?)\b"
)
_BEHIND_NTH = (
    r"(?= (?:at|or|to|by|if|in|and|but|because|when|latest|max|for|i|we|you|she|he|they)\b"
    r"|[ \0]*(?:$|[^\w\s\0]|\0))"
)

Reader = Callable[[re.Match[str], Said], Meaning]


def _in_days(days: int, sure: Sure = "exact") -> Reader:
    return lambda match, said: Meaning(said.later(days), sure, said.later(days))


_READERS: tuple[tuple[str, str, Reader], ...] = (
    ("", r"\b(?:this|same) (?:time|day) next (?P<unit>week|month)\b", meaning.this_time),
    (
        "",
        rf"\b(?P<n>{COUNT}) weeks? (?:from |on )?(?:this )?(?P<day>{WEEKDAY})"
        rf"|\b(?P<day2>{WEEKDAY}) week\b",
        meaning.weeks_from,
    ),
    (
        "",
        rf"(?:{_ENTRY}|\b(?=half a))(?:half an? (?P<half>week|month)"
        rf"|(?P<n>{COUNT}) (?P<unit>week|month)s? and a half"
        rf"|(?P<n2>{COUNT}) and a half (?P<unit2>week|month)s?)\b"
        r"(?! (?:of|notice|left|ago|old|after|before|from|later|long)\b)",
        meaning.with_a_half,
    ),
    (
        "",
        rf"{_ENTRY}(?:the )?(?:next )?(?P<n>{COUNT}|(?<=the next )(?=week|month))[ -]?"
        rf"(?:{_TO}(?P<to>{COUNT}) ?)?(?P<unit>{_UNIT})"
        rf"(?: (?:or|to) (?P<more>{COUNT})\b(?: (?P<unit2>{_UNIT}))?)?(?P<so> or so)?"
        r"(?:'?s?'? time\b)?(?: from (?P<start>now|today|tomorrow|yesterday)\b)?"
        r"(?! (?:of|notice|left|ago|old|after|before|from|later|long)\b)",
        meaning.count,
    ),
    ("", r"\btomorrow or the (?:next day|day after)\b", _in_days(2, "about")),
    ("", r"\b(?:the )?day after tomorrow\b", _in_days(2)),
    ("", r"\b(?:tomorrow|tmrw)\b", _in_days(1)),
    ("", r"\b(?:(?:later )?today|tonight|this (?:morning|afternoon|evening))\b", _in_days(0)),
    (
        "end of day",
        r"\b(?:eod|cob|end of (?:the )?(?:business )?day|(?:close|end) of business)\b",
        _in_days(0),
    ),
    ("date", r"(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])", meaning.iso),
    (
        "date",
        r"(?<![\d/])(?!24/7)(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?![\d/])",
        meaning.numbered,
    ),
    (
        "",
        rf"\b(?:(?:first|second|third) (?:or|to) )?(?P<nth>{'|'.join(NTH)}|last) (?:full )?week"
        rf" (?:of|in) {_THE_MONTH}",
        meaning.week_of_month,
    ),
    (
        "date",
        rf"\b(?:the )?(?:(?P<last>last (?:business |working )?day)|first(?: day)?|1st(?: day)?)"
        rf" (?:of|in) (?!the (?:week|year)){_THE_MONTH}(?! \d)",
        meaning.first_or_last,
    ),
    (
        "date",
        rf"\b(?P<month>{MONTH}) (?:the )?(?P<n>{DAY_NUMBER})(?:st|nd|rd|th)?\b"
        rf"(?:{_TO}(?:the )?(?P<to>\d{{1,2}})(?:st|nd|rd|th)?\b(?! {_UNIT}))?"
        r"(?:,? (?P<year>20\d\d))?\b",
        meaning.named_day,
    ),
    (
        "date",
        rf"(?<![\d/:])(?:\bthe )?\b(?P<n>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"(?:{_TO}(?:the )?(?P<to>\d{{1,2}})(?:st|nd|rd|th)?)? (?:of )?(?!may )(?P<month>{MONTH})"
        r"(?:,? (?P<year>20\d\d))?",
        meaning.named_day,
    ),
    (
        "date",
        rf"\b(?P<day>{WEEKDAY}),? (?:the )?(?P<n>{DAY_NUMBER})(?:st|nd|rd|th)?\b(?![/:]\d| thing)"
        r"(?P<which>)",
        meaning.nth,
    ),
    (
        "date",
        r"(?:(?<=^)|(?<=by )|(?<=on )|(?<=to )|(?<=or )|(?<=before )|(?<=around )|(?<=about )"
        r"|(?<=until )|(?<=of )|(?<=[-–])|\b(?=the ))(?:the )?"
        rf"(?P<n>\d{{1,2}}(?=st|nd|rd|th)|(?!\d){LATE_NUMBER})(?:st|nd|rd|th)?\b"
        rf"(?: of (?P<which>the|this|next) month\b)?{_BEHIND_NTH}(?P<day>)",
        meaning.nth,
    ),
    (
        "date",
        rf"\b(?P<nth>{'|'.join(NTH)}|fifth|5th|last|final) (?P<day>{WEEKDAY})"
        rf"(?: (?:of|in) {_THE_MONTH})?",
        meaning.nth_weekday_of,
    ),
    (
        "weekday",
        rf"\b(?P<day>{WEEKDAY}),? (?:of |in )?(?:the )?(?P<which>this|next|coming) week\b"
        rf"|\b(?P<which2>this|next) week,? (?:on )?(?P<day2>{WEEKDAY})",
        meaning.weekday_of_week,
    ),
    (
        "",
        r"\b(?P<this>this week) or next\b(?! week)|(?<=or )the week after\b",
        meaning.or_next_week,
    ),
    ("", rf"(?:{_PART})?\b(?:the )?week after next\b", meaning.week_after_next),
    (
        "",
        rf"(?:{_PART}(?:(?P<which>(?:the |this )?coming|the|this|next) )?"
        r"|\b(?P<which2>(?:the )?coming|this|next) )week\b(?! (?:of|beginning|starting) )",
        meaning.week,
    ),
    (
        "",
        rf"(?:{_PART}|(?<=in )|(?<=during )|(?<=by )|(?<=before )|^){MONTH}{_TO_OR}"
        rf"(?P<month>{MONTH})(?! \d)(?P<which>)",
        lambda match, said: meaning.month(match, said)._replace(sure="about"),
    ),
    ("", rf"{_PART}{_THE_MONTH}(?! \d)", meaning.month),
    (
        "",
        rf"(?:(?<=in )|(?<=during )|(?<=before )|\b(?=(?:this|next) month)){_THE_MONTH}(?! \d)",
        meaning.whole_month,
    ),
    (
        "",
        r"\b(?:(?P<week>eow)|(?P<eom>eom|month[ -]end)|eoy|end of (?:the |this )?year"
        r"|(?<!fiscal )(?<!school )(?<!academic )(?<!tax )(?<!financial )year(?:'s)?[ -]end)\b",
        meaning.end_of,
    ),
    (
        "",
        r"\b(?:(?P<lead>before|after|by|over|this|on|at|during) )?(?:the |this )?weekend\b",
        holiday_days.weekend,
    ),
    (
        "",
        r"\b(?:(?:the )?week |in )?between (?:the holidays|(?:christmas|x-?mas) and (?:the )?new"
        r" year(?:'?s)?(?: day)?)\b",
        holiday_days.between_the_years,
    ),
    (
        "",
        r"\b(?:(?P<lead>after|before|by|over|during) (?:the )?(?:holidays"
        r"|(?P<break>(?:(?:christmas|x-?mas|holiday|winter) |(?<=the ))break))"
        r"|(?:early )?in the new year)\b",
        holiday_days.the_holidays,
    ),
    (
        "date",
        rf"\b(?:(?:(?:(?P<n>{COUNT}) (?P<unit>day|week)s?|(?:the )?(?P<what>day|week|{WEEKDAY})) )?"
        r"(?P<side>after|following|before|from) )?"
        rf"(?:the )?(?P<name>{'|'.join(HOLIDAYS)})(?!\w)(?P<week> week\b)?(?! break)",
        holiday_days.holiday,
    ),
    (
        "weekday",
        r"\b(?:(?P<which>this coming|this|next|the coming|the following|following) )?"
        rf"(?P<day>{WEEKDAY})(?:'s\b)?",
        meaning.weekday,
    ),
)
READERS = [(kind, re.compile(pattern, re.IGNORECASE), reader) for kind, pattern, reader in _READERS]
"""The kind of each phrase, its pattern, and what it means; the earlier one takes its text first."""
