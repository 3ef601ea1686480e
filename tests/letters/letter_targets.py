"""What each letter is held to, by kind: the targets of the guidance as a table."""

from fnmatch import fnmatch
from typing import NamedTuple

FULL = {
    "greeting": "Hi Ms. Ortiz",
    "full_name": "Ms. Ortiz",
    "my_name": "Maya Lind",
    "my_phone": "(609) 555-0142",
    "sign_off": "Kind regards,",
    "contact": "Ms. Ortiz",
    "company": "Northgate",
    "job_title": "editor",
    "short_title": "editor",
    "when_interviewed": "on Thursday, March 5",
    "day_interviewed": "March 5",
    "month_interviewed": "November",
    "by_their_day": "by Thursday, March 12",
    "topic": "the new system",
    "news": "finished the Excel course",
    "their_message": "your email",
    "thing": "the sample report",
    "purpose": "the start date I can offer",
    "told": "I can start on April 6.",
    "promise_day": "Friday, March 6",
    "tried_day": "Friday, March 6",
    "new_day": "Thursday, March 12",
    "offer_day": "Friday, March 20",
    "times": "Tuesday after 10 or Thursday",
    "talk_time": "Thursday, March 5, at 10:00 AM",
    "ahead_day": "Thursday, March 19",
    "month_invited": "November",
    "until_day": "Friday, March 27",
    "reference": "Dr. Amin",
    "employers": "Northgate for the editor position",
    "agency": "Kim & Co",
}
"""Every fact, with neutral short values: what the numbers are measured with."""

LONG = FULL | {
    "my_name": "Maximiliana Featherstonehaugh-Vandenberghe",
    "contact": "Professor Wolfeschlegelsteinhausen-Bergerdorff and Capt. Eddington",
    "full_name": "Professor Dr. Wolfeschlegelsteinhausen-Bergerdorff",
    "company": "Brindlewick Laboratories and Field Instruments Cooperative, LLC",
    "job_title": "Senior Technical Writer and Documentation Coordinator, Laboratory Information "
    "Systems #40213 (Remote, EST)",
    "topic": "how three offices in three states could close one payroll on one afternoon",
    "news": "finished the advanced payroll law course",
    "thing": "the forty-page sample report on travel costs",
    "purpose": "the two start dates that would work for me",
    "told": "April 6 suits me.",
    "times": "Tuesday after 10 AM, Wednesday until noon or Thursday",
    "talk_time": "Wednesday, September 30, at 11:30 AM",
    "ahead_day": "Wednesday, September 30",
    "tried_day": "Wednesday, September 30",
    "month_invited": "November 2025",
    "until_day": "Wednesday, September 30",
    "employers": "Northgate (editor), Hill & Co (proofreader) and the Borough (records writer)",
}
"""A title of 90 letters and more, a firm of 60, two who interviewed: the numbers hold for them."""
ODD = FULL | {
    "my_name": 'Müge "Mo" O’Hara',
    "contact": "Оксана {contact} Гнатюк",
    "full_name": "Оксана {contact} Гнатюк",
    "company": "Kim & Sons [East], Inc.",
    "job_title": "$90,000 {0.__class__} lead 编辑",
    "topic": "why C:\\new\\1 costs 100 % <b>more</b>",
    "news": "learned {x} [twice]",
    "thing": "the {thing} [v2]",
    "reference": "د. أمين",
    "employers": "דפוס הגליל for the עורך position",
}


class Targets(NamedTuple):
    """Lowest and highest number of words, and of asks; in a voicemail the words are spoken."""

    words: tuple[int, int]
    asks: tuple[int, int]


ONE, NONE = (1, 1), (0, 0)
ASKS = {  # the first pattern that fits a letter's name
    "their_date_passed/*-second.txt": ONE,
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
    "*/email-second*": (30, 100),
    "offer_to_answer/email-decline.txt": (30, 90),
    "*/email*": (50, 125),
    "*": (10, 40),
}

WHO, WHEN, ROLE = "Maya Lind", "on Thursday, March 5", "editor position"
DATE, PROCESS, MOVED = "by Thursday, March 12", "where things stand", "pushed back"
D6, NUMBER = "still being considered", "0142(?s:.*)0142"
MORE, NEWS = "anything else (?:you need )?from me", "I finished the Excel course"
AT_TEN = "Thursday, March 5, at 10:00 AM"
PARTS = {  # what must stand in a letter with every fact: all patterns that fit its name count
    "their_date_passed/email.txt": (WHO, WHEN, ROLE, DATE, PROCESS, MOVED, D6, "your email"),
    "their_date_passed/phone.txt": (WHO, WHEN, ROLE, DATE, PROCESS, MOVED, D6, "your email"),
    "their_date_passed/short.txt": (WHO, WHEN, "editor", DATE, MOVED, D6),
    "their_date_passed/voicemail.txt": (WHO, WHEN, ROLE, DATE, MOVED),
    "their_date_passed/email-final.txt": (WHO, WHEN, ROLE, DATE, PROCESS, MOVED, MORE),
    "their_date_passed/phone-final.txt": (WHO, WHEN, ROLE, DATE, PROCESS, MOVED, MORE, "writing"),
    "their_date_passed/short-final.txt": (WHO, WHEN, "editor", DATE, MOVED, MORE),
    "their_date_passed/voicemail-final.txt": (WHO, WHEN, ROLE, DATE, MOVED),
    "their_date_passed/*-second.txt": ("date in mind",),
    "[!c]*/*-second.txt": (ROLE, NEWS, "still very interested"),
    "waiting_for_offer/*": (MORE, "editor"),
    "waiting_for_offer/email.txt": ("Thank you", "you're busy|you are busy", "the new system"),
    "no_date_given/email.txt": (WHO, WHEN, ROLE, "the new system", "date in mind"),
    "no_date_given/*-second.txt": ("time frame",),
    "no_date_given/*": (ROLE + "|editor interview",),
    "closing_note/*": ("[Tt]hank", "editor", "hear from you"),
    "closing_note/email.txt": ("the new system", "still interested"),
    "promise_due/*.txt": ("editor",),
    "promise_due/email.txt": ("As promised", "attached the sample report", ROLE),
    "promise_due/phone.txt": ("as promised", ROLE),
    "promise_due/voicemail.txt": ("as promised", ROLE),
    "promise_due/short.txt": ("As promised", "the sample report", ROLE),
    "promise_due/*-no.txt": ("Thank you",),
    "promise_due/*-move.txt": ("the sample report", "new date is Thursday, March 12"),
    "promise_due/email-move.txt": ("Friday, March 6",),
    "promise_due/*-late*": ("I(?:'m| am) sorry", "late|delay|we agreed"),
    "offer_elsewhere/*": ("very much like", "written offer", "Friday, March 20", "by then|before"),
    "on_hold/*": ("Thank you for letting me know", "still very interested", "time frame"),
    "on_hold/[ep]*": (NEWS,),
    "ask_for_feedback/*": ("Thank you", "stronger", "[Ii]f your plans change"),
    "long_quiet/*": (ROLE, "November", "or a similar one, open right now"),
    "long_quiet/*[!d].txt": (WHO,),
    "offer_to_answer/*": ("Thank you so much for offering me the editor position",),
    "offer_to_answer/*-spoken*.txt": ("in writing",),
    "offer_to_answer/*-spoken-dated.txt": (DATE, "my answer"),
    "offer_to_answer/*-accept.txt": ("happy to accept", "make it official"),
    "offer_to_answer/*-decline.txt": ("decided not to accept",),
    "offer_to_answer/*-time.txt": ("until Friday, March 27",),
    "their_date_passed/*-spoken.txt": (ROLE, DATE, "in writing", MOVED),
    "no_date_given/*-spoken.txt": ("Thank you again", "when I can expect", "in writing"),
    "offer_elsewhere/*-ahead.txt": ("we (?:could )?talk",),
    "offer_elsewhere/*-again.txt": ("still very much like",),
    "brief_reference/*": ("Northgate", "editor position", "[Ss]omeone may", "let me know", "Thank"),
    "check_in_with_reference/*": ("Northgate", "called", "later on", "Thank"),
    "thank_reference/*": ("Thank you", "mean(?:s|t) a lot"),
    "thank_reference/*[!d].txt": ("which job", "ask"),
    "thank_reference/*-accepted.txt": ("accepted an offer",),
    "thank_reference/email.txt": ("how it turns out",),
    "withdrawal/*": ("Thank you", "accepted another offer", "withdrawing my application", ROLE),
    "thank_you/*": ("hank you", "editor position", "(?:love|like) to join the team"),
    "offer_times/*": ("editor", "Tuesday after 10 or Thursday", "work for you|work\\?"),
    "offer_times/*-missed.txt": (AT_TEN, "still"),
    "offer_times/*-canceled.txt": ("Thanks? (?:you )?for (?:letting me know|telling me)", "still"),
    "offer_times/*-sorry.txt": ("I(?:'m| am) sorry", AT_TEN),
    "offer_times/*-ahead.txt": ("I(?:'m| am) sorry", AT_TEN),
    "confirm_time/*": ("editor", "work best for you"),
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
        "!.*!",
        "days? (?:ago|of silence)",
        "urgent",
        "\\brent\\b",
        "I need this",
        "second attempt",
        "in case it didn",
        "hopefully",
        "desperate",
        "\\bglad(?:ly)?\\b.*\\bglad(?:ly)?\\b",
        "another reference",
        "a (?:short|quick) call",
        "papers",
        "our plan was",
        "\\bthe the\\b",
    ),
    "*/voicemail*": ("considered",),
    "*-final.txt": ("considered",),
    "*-spoken*.txt": ("considered", "papers", "reading", "has passed"),
    "offer_to_answer/*-decline.txt": (r"\?$", "salary", "better", "another offer"),
    "*-second.txt": ("considered", WHEN, DATE),
    "waiting_for_offer/*": ("considered", "decided", "stands"),
    "no_date_given/*": ("considered",),
    "closing_note/*": (r"\?", "withdraw", "still waiting"),
    "promise_due/*": ("where .{0,30} stands?", "considered", "decision", "hear about next steps"),
    "promise_due/*-late*": (
        *("attached.*attached", "as promised", "because", "sorry.*sorry"),
        *("interested", "next step"),
    ),
    "promise_due/email-*move.txt": ("attached",),
    "promise_due/*-no.txt": ("interested", "the next step"),
    "offer_elsewhere/*": ("salary", r"\$", "unless", "forced", "have no choice", "otherwise"),
    "on_hold/*": ("why", "budget", "salary", "meet the team"),
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
    "offer_times/*-canceled.txt": ("invitation", "I(?:'m| am) sorry", "why", "apolog"),
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
