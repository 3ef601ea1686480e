"""What each letter is held to, by kind: the targets of the guidance as a table."""

from fnmatch import fnmatch
from typing import NamedTuple

FULL = {
    "my_name": "Maya Lind",
    "my_phone": "(609) 555-0142",
    "sign_off": "Kind regards,",
    "contact": "Ms. Ortiz",
    "company": "Northgate",
    "job_title": "editor",
    "short_title": "editor",
    "when_interviewed": "on Thursday, March 5",
    "month_interviewed": "November",
    "by_their_day": "by Thursday, March 12",
    "topic": "the new system",
    "thing": "the sample report",
    "purpose": "the start date I can offer",
    "promise_day": "Friday, March 6",
    "new_day": "Thursday, March 12",
    "offer_day": "Friday, March 20",
    "times": "Tuesday after 10 or Thursday",
    "talk_time": "Thursday, March 5, at 10:00 AM",
    "month_invited": "November",
    "until_day": "Friday, March 27",
    "reference": "Dr. Amin",
    "employers": "Northgate (editor)",
    "agency": "Kim & Co",
}
"""Every fact, with neutral short values: what the numbers are measured with."""

LONG = FULL | {
    "my_name": "Maximiliana Featherstonehaugh-Vandenberghe",
    "contact": "Professor Dr. Wolfeschlegelsteinhausen-Bergerdorff",
    "company": "Brindlewick Laboratories and Field Instruments Cooperative of the Coast",
    "job_title": "Senior Vice President, Payroll, Benefits and Compensation (Eastern Region)",
    "topic": "how three offices in three states could close one payroll on one afternoon",
    "thing": "the forty-page sample report on travel costs",
    "employers": "Northgate (editor), Hill & Co (proofreader) and the Borough (records writer)",
}
ODD = FULL | {
    "my_name": 'Müge "Mo" O’Hara',
    "contact": "Оксана {contact} Гнатюк",
    "company": "Kim & Sons [East], Inc.",
    "job_title": "$90,000 {0.__class__} lead 编辑",
    "topic": "why C:\\new\\1 costs 100 % <b>more</b>",
    "thing": "the {thing} [v2]",
    "reference": "د. أمين",
    "employers": "דפוס הגליל (עורך)",
}


class Targets(NamedTuple):
    """Lowest and highest number of words, and of asks; in a voicemail the words are spoken."""

    words: tuple[int, int]
    asks: tuple[int, int]


ONE, NONE = (1, 1), (0, 0)
ASKS = {  # the first pattern that fits a letter's name
    "their_date_passed/*-second.txt": ONE,
    "their_date_passed/*-known.txt": ONE,
    "their_date_passed/voicemail*": ONE,
    "their_date_passed/*": (1, 2),
    "promise_due/*-late*": NONE,
    "promise_due/*": (0, 1),
    "thank_you/*": NONE,
    "closing_note/*": NONE,
    "withdrawal/*": NONE,
    "offer_to_answer/*-decline.txt": NONE,
    "offer_to_answer/*-accept.txt": (1, 2),
    "check_in_with_reference/*": (1, 2),
    "thank_reference/*-accepted.txt": NONE,
    "thank_reference/*": (1, 2),
    "*": ONE,
}
WORDS = {
    "*/voicemail*": (15, 75),
    "*/phone*": (60, 400),
    "promise_due/email*": (30, 100),
    "thank_you/email*": (30, 90),
    "closing_note/email*": (30, 90),
    "withdrawal/email*": (30, 90),
    "offer_to_answer/email-decline.txt": (30, 90),
    "*/email*": (50, 125),
    "*": (10, 40),
}

WHO, WHEN, ROLE = "Maya Lind", "on Thursday, March 5", "editor position"
DATE, PROCESS, MOVED = "by Thursday, March 12", "where the hiring process stands", "moved"
D6, NUMBER = "still being considered", "0142(?s:.*)0142"
MORE = "anything more you need|help with the decision|from me to decide"
AT_TEN = "Thursday, March 5, at 10:00 AM"
PARTS = {  # what must stand in a letter with every fact: all patterns that fit its name count
    "their_date_passed/email.txt": (WHO, WHEN, ROLE, DATE, PROCESS, MOVED, D6),
    "their_date_passed/phone.txt": (WHO, WHEN, ROLE, DATE, PROCESS, MOVED, D6),
    "their_date_passed/short.txt": (WHO, WHEN, "editor", DATE, MOVED, D6),
    "their_date_passed/voicemail.txt": (WHO, WHEN, ROLE, DATE, MOVED),
    "their_date_passed/email-final.txt": (WHO, WHEN, ROLE, DATE, PROCESS, MOVED, MORE),
    "their_date_passed/phone-final.txt": (WHO, WHEN, ROLE, DATE, PROCESS, MOVED, MORE, "papers"),
    "their_date_passed/short-final.txt": (WHO, WHEN, "editor", DATE, MOVED, MORE),
    "their_date_passed/voicemail-final.txt": (WHO, WHEN, ROLE, DATE, MOVED),
    "their_date_passed/*-known.txt": (ROLE, DATE, MOVED, "[Tt]hank you for"),
    "their_date_passed/*-second.txt": (ROLE, "reference", "day in mind"),
    "waiting_for_offer/*": (MORE, "editor"),
    "waiting_for_offer/email.txt": ("Thank you", "your days are full", "the new system"),
    "waiting_for_offer/*-second.txt": ("another reference",),
    "no_date_given/email.txt": (WHO, WHEN, ROLE, "the new system", "day in mind"),
    "no_date_given/*-second.txt": (ROLE, "another reference", "time come up"),
    "no_date_given/*": (ROLE + "|editor interview",),
    "closing_note/*": ("[Tt]hank", "editor", "glad to hear"),
    "closing_note/email.txt": ("the new system", "still interested"),
    "promise_due/*.txt": (ROLE + "|editor application|editor",),
    "promise_due/email.txt": ("As we agreed", "the sample report attached", ROLE),
    "promise_due/phone.txt": ("as agreed", ROLE),
    "promise_due/voicemail.txt": ("as agreed", ROLE),
    "promise_due/short.txt": ("As we agreed", "the sample report", ROLE),
    "promise_due/*-move.txt": ("the sample report", "new day is Thursday, March 12", "editor"),
    "promise_due/email-move.txt": ("Friday, March 6",),
    "promise_due/*-late*": ("I am sorry", "late|we agreed"),
    "offer_elsewhere/*": ("very much like", "written offer", "Friday, March 20", "by then|before"),
    "on_hold/*": ("Thank you for telling me", "still very interested", "team", "time frame"),
    "ask_for_feedback/*": ("Thank you", "stronger", "[Ii]f your plans change"),
    "long_quiet/*": (WHO, ROLE, "November", "or (?:one|something) like it, (?:is )?open|open now"),
    "offer_to_answer/*": ("Thank you (?:so much )?for", "offering me the editor position"),
    "offer_to_answer/*-spoken*.txt": ("in writing",),
    "offer_to_answer/*-spoken-dated.txt": (DATE, "my answer"),
    "offer_to_answer/*-accept.txt": ("happy to accept", "make it official"),
    "offer_to_answer/*-decline.txt": ("decided not to accept",),
    "offer_to_answer/*-time.txt": ("until Friday, March 27",),
    "their_date_passed/*-spoken.txt": (ROLE, DATE, "in writing", MOVED),
    "no_date_given/*-spoken.txt": ("Thank you again", "day in mind", "in writing"),
    "offer_elsewhere/*-again.txt": ("still very much like",),
    "brief_reference/*": ("Northgate", r"\(editor\)", "[Ss]omeone may", "let me know", "Thank you"),
    "check_in_with_reference/*": ("Northgate", "called", "later on", "Thank you"),
    "thank_reference/*": ("Thank you", "great deal"),
    "thank_reference/*[!d].txt": ("which job", "ask"),
    "thank_reference/*-accepted.txt": ("accepted an offer",),
    "thank_reference/email.txt": ("how it turns out",),
    "withdrawal/*": ("Thank you", "accepted another offer", "stepping back", ROLE),
    "thank_you/*": ("hank you", "editor position", "glad to have it|glad to have|glad to do"),
    "offer_times/*": ("editor", "Tuesday after 10 or Thursday", "suit you"),
    "offer_times/*-missed.txt": (AT_TEN, "still"),
    "offer_times/*-sorry.txt": ("I’m sorry", AT_TEN),
    "offer_times/*-ahead.txt": ("I’m sorry", AT_TEN),
    "confirm_time/*": ("editor", "suit you"),
    "*/voicemail*": (NUMBER, WHO),
    "*/email*": (WHO,),
    "*/short*": (WHO,),
}
NEVER = {  # what must not stand in a letter: all patterns that fit its name count
    "*": (
        "just checking in",
        "ha(?:ve|s)n.t heard",
        "have not heard",
        "sorry to bother",
        "gentle reminder",
        "touching base",
        "you said you",
        "per my last",
        "did you get",
        "I assume",
        "circle back",
        "finds you well",
        "!",
        "days? (?:ago|of silence)",
        "urgent",
        "\\brent\\b",
        "I need this",
        "second attempt",
        "in case it didn",
        "hopefully",
        "desperate",
    ),
    "*/voicemail*": ("considered",),
    "*-final.txt": ("considered",),
    "*-spoken*.txt": ("considered", "papers", "reading", "has passed"),
    "offer_to_answer/*-decline.txt": (r"\?$", "salary", "better", "another offer"),
    "*-second.txt": ("considered", WHEN, DATE),
    "*-known.txt": ("considered", "My name is"),
    "waiting_for_offer/*": ("considered", "decided", "stands"),
    "no_date_given/*": ("considered",),
    "closing_note/*": (r"\?", "withdraw", "still waiting"),
    "promise_due/*": ("where .{0,30} stands", "considered", "decision", "hear about the next step"),
    "promise_due/*-late*": ("attached.*attached", "as promised", "because", "sorry.*sorry"),
    "promise_due/email-*move.txt": ("attached",),
    "offer_elsewhere/*": ("salary", r"\$", "unless", "forced", "have no choice", "otherwise"),
    "on_hold/*": ("why", "budget", "salary"),
    "ask_for_feedback/*": (
        "but I",
        "compared",
        "unfair",
        "other candidate",
        "the person you chose",
    ),
    "long_quiet/*": ("Thursday, March", "considered", "sorry", "apolog"),
    "offer_times/*": ("because", "sorry.*sorry", "considered", "waited", "forgot"),
    "offer_times/*-missed.txt": ("sorry", "you missed", "you didn", "why", "apolog"),
    "confirm_time/*": ("considered", "waiting", "sorry"),
    "*_reference/*": ("say that I", "must", "only good"),
    "thank_reference/*-accepted.txt": ("salary", "pay", "which job", "who called"),
    "withdrawal/*": ("salary", "pay", "better", r"\?"),
}


def targets(name: str) -> Targets:
    """Return the numbers a letter is held to."""
    return Targets(_first(WORDS, name), _first(ASKS, name))


def parts(name: str) -> list[str]:
    """Return the patterns that a letter must hold."""
    return [part for pattern, found in PARTS.items() if fnmatch(name, pattern) for part in found]


def never(name: str) -> list[str]:
    """Return the patterns that a letter must not hold."""
    return [part for pattern, found in NEVER.items() if fnmatch(name, pattern) for part in found]


def _first(table: dict[str, tuple[int, int]], name: str) -> tuple[int, int]:
    return next(found for pattern, found in table.items() if fnmatch(name, pattern))
