"""The pages by name, what each is about, and where a row of the plan leads."""

from followup_lib.records.situations import (
    OFFER_SITUATIONS,
    REFERENCE_SITUATIONS,
    UNWRITTEN,
    Situation,
)

_OF_THEIR_OWN: dict[str, tuple[Situation, ...]] = {
    "02_their_date_has_passed": (Situation.THEIR_DATE_PASSED,),
    "03_keep_your_promise": (Situation.PROMISE_DUE,),
    "04_waiting_for_the_offer": OFFER_SITUATIONS,
    "06_your_references": REFERENCE_SITUATIONS,
}
_TAKEN = {*UNWRITTEN, Situation.NO_DATE_GIVEN}.union(*_OF_THEIR_OWN.values())
PAGES = _OF_THEIR_OWN | {
    "05_no_date_and_other_waits": (
        Situation.NO_DATE_GIVEN,
        *(s for s in Situation if s not in _TAKEN),
    )
}
"""The pages that write a message, and the situations each is about, the foremost first.

A situation without a page of its own is one of the other waits.
"""
START, INTERVIEWS = "00_start_here", "01_interviews"
APPLICATIONS, TIMELINES, SESSION = "07_your_applications", "08_timelines", "09_coaching_session"
CLIENTS = "11_clients"


def page_of(situation: str) -> str:
    """Return the page that writes for a situation, or asks; a resting row leads to its application.

    >>> page_of("on_hold"), page_of("rest")
    ('05_no_date_and_other_waits', '07_your_applications')
    """
    for page, situations in PAGES.items():
        if situation in situations:
            return page
    return INTERVIEWS if situation == Situation.HOW_IT_WENT else APPLICATIONS


ASKED: dict[str, str] = {s: s.deed for s in (Situation.HOW_IT_WENT, Situation.STILL_A_NO)}
"""The words of a button that leads to a question."""


def title_of(page: str) -> str:
    """Return the title of a page, from its name.

    >>> title_of("02_their_date_has_passed")
    'Their date has passed'
    """
    return page.partition("_")[2].replace("_", " ").capitalize()
