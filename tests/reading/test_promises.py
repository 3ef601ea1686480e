"""What people typed under "what did you say you would do", and what was made of it."""

from pathlib import Path

import pytest

from followup_lib.reading.promises import Promise, is_contact, read_back, read_promise

THINGS = {  # words: (what stands in "I'm attaching …", what is left)
    "my portfolio": ("my portfolio", ""),
    "My portfolio.": ("my portfolio", ""),
    "I'd email you my portfolio by Tuesday": ("my portfolio", "by Tuesday"),
    "I’ll send you my portfolio": ("my portfolio", ""),
    "send over my transcripts": ("my transcripts", ""),
    "send along my transcripts this week": ("my transcripts", "this week"),
    "to send you two writing samples by Monday": ("two writing samples", "by Monday"),
    "2 writing samples": ("2 writing samples", ""),
    "I'll mail the sample report on Friday": ("the sample report", "on Friday"),
    "a page on shift rosters": ("a page on shift rosters", ""),
    "a two-page edit of the leave policy": ("a two-page edit of the leave policy", ""),
    "transcripts": ("transcripts", ""),
    "work samples": ("work samples", ""),
    "copies of my license": ("copies of my license", ""),
    "proof of residency by the end of the month": (
        "proof of residency",
        "by the end of the month",
    ),
    "send Ms. Ortiz the signed form": ("the signed form", ""),
    "email Maria my references": ("my references", ""),
    "send the recruiter my references tomorrow": ("my references", "tomorrow"),
    "send my portfolio to the hiring manager": ("my portfolio", ""),
    "get my transcripts to her by EOD": ("my transcripts", "by EOD"),
    "email her a copy of my license by March 12": ("a copy of my license", "by March 12"),
    "drop off the paperwork at the front desk": ("the paperwork at the front desk", ""),
    "what you asked for": ("what you asked for", ""),
    "the form we talked about": ("the form we talked about", ""),
    "the dates I can start": ("the dates I can start", ""),
    "my resume and three references": ("my resume and three references", ""),
    "my resume, transcripts, and references": ("my resume, transcripts, and references", ""),
    "Tomorrow: send my references": ("my references", "Tomorrow"),
    "I promised her my grading rubric": ("my grading rubric", ""),
    "said I would forward the link to my site": ("the link to my site", ""),
    "need to send in my application by 3/12": ("my application", "by 3/12"),
    "the plan for next week": ("the plan for next week", ""),
    "Maria's form in two weeks": ("Maria's form", "in two weeks"),
    "a note from my doctor": ("a note from my doctor", ""),
    "send the portfolio link to Sarah Jones by Friday": ("the portfolio link", "by Friday"),
    "would send over the portfolio": ("the portfolio", ""),
    "share my thoughts on the sample case by next Tuesday": (
        "my thoughts on the sample case",
        "by next Tuesday",
    ),
    "sending my certs by Friday": ("my certs", "by Friday"),
    "fax my nursing license to HR": ("my nursing license", ""),
    "need to get her my TB test results": ("my TB test results", ""),
    "send her a link to my thesis": ("a link to my thesis", ""),
    "my availability next week": ("my availability", "next week"),
}

CONTACTS = {  # words: (what it is about, what is left)
    "check in": ("", ""),
    "check in next week": ("", "next week"),
    "I'd check back in on Friday": ("", "on Friday"),
    "touch base": ("", ""),
    "touch base Friday": ("", "Friday"),
    "follow up next week": ("", "next week"),
    "follow-up": ("", ""),
    "Follow up with Maria by Thursday the 12th": ("", "by Thursday the 12th"),
    "be in touch": ("", ""),
    "get in touch in a week or so": ("", "in a week or so"),
    "reach out to HR tomorrow": ("", "tomorrow"),
    "circle back at the end of the month": ("", "at the end of the month"),
    "get back to her with dates": ("dates", ""),
    "get back to them with my answer by Monday": ("my answer", "by Monday"),
    "call": ("", ""),
    "call her back": ("", ""),
    "a call": ("", ""),
    "a quick call on Tuesday": ("", "on Tuesday"),
    "call about the start date I can offer": ("the start date I can offer", ""),
    "a call about the start date I can offer": ("the start date I can offer", ""),
    "call Maria Monday about the offer": ("the offer", "Monday"),
    "give her a call about my availability next Tuesday": ("my availability", "next Tuesday"),
    "email her on Friday": ("", "on Friday"),
    "email Luis about the background check": ("the background check", ""),
    "send her a message": ("", ""),
    "send him an update on my license": ("my license", ""),
    "send a thank-you note tomorrow": ("", "tomorrow"),
    "let her know my start date by Friday": ("my start date", "by Friday"),
    "let them know whether I can work weekends": ("whether I can work weekends", ""),
    "let her know if I can start in May": ("", "know if I can start in May"),
    "follow up by email in two weeks": ("", "in two weeks"),
    "follow up on my application": ("my application", ""),
    "call to discuss the offer": ("the offer", ""),
    "call to schedule a second interview": ("", "to schedule a second interview"),
    "let him know by Friday": ("", "by Friday"),
    "tell her about my other offer": ("my other offer", ""),
    "text him about how the shifts work": ("how the shifts work", ""),
    "ring Steve on Monday": ("", "on Monday"),
    "shoot him an email": ("", ""),
    "I'll let Kim know my availability": ("my availability", ""),
    "write back by March 12": ("", "by March 12"),
    "reply on Monday": ("", "on Monday"),
}

UNCLEAR = [
    "my drug test done",
    "the paperwork finished",
    "my form ready",
    "docs to portal",
    "upload transcripts to their portal",
    "portfolio and two samples",
    "resume and my license",
    "my new number",
    "give them my cell phone",
    "bring two forms of ID",
    "bring my portfolio",
    "",
    "?",
    "writing samples x2",
    "She asked for a copy of my license",
    "she wants my references",
    "sample report",
    "license copy",
    "it",
    "send it",
    "send them",
    "send by Friday",
    "by Friday",
    "her form",
    "their form",
    "his number to HR",
    "my portfolio and call Tuesday",
    "call my landlord",
    "talk to my landlord about moving",
    "my portfolio to Sarah",
    "my resume is attached",
    "the form she gave me",
    "I think I should wait",
    "nothing",
    "n/a",
    "my portfolio???",
    "references - two, maybe three",
    "the",
    "my portfolio. And my references.",
    "the team uses SAP",
    "not to call",
    "moving to Ohio",
    "ask about parking",
    "履歴書",
    "<b>my portfolio</b>",
    "buy boots",
    "pay for the background check",
    "send a thank you",
    "send thank you card to Beth",
    "my thanks",
    "send my regards",
    "send my love to the team",
    "give my notice",
    "bring my welding certs Monday",
    "do the online test",
    "translate my diploma and send it",
    "confirm interview time",
    "return Dale's call",
    "Kim wants my availability",
    "their form filled out",
]


@pytest.mark.parametrize(("words", "expected"), THINGS.items(), ids=list(THINGS))
def test_a_thing_stands_in_the_sentence(words: str, expected: tuple[str, str]) -> None:
    """A noun phrase is what was promised; words about the day are left for whoever reads days."""
    thing, left = expected
    read = read_promise(words)
    assert (read.fact, read.sure, read.left) == (Promise(thing=thing), "exact", left)
    assert read.read_back == f"I’m attaching {thing}."


@pytest.mark.parametrize(("words", "expected"), CONTACTS.items(), ids=list(CONTACTS))
def test_a_contact_is_no_thing(words: str, expected: tuple[str, str]) -> None:
    """To check in, call or write about something is a contact, with its purpose if it is clear."""
    purpose, left = expected
    read = read_promise(words)
    assert (read.fact, read.left) == (Promise(purpose=purpose), left)
    assert read.sure == ("inferred" if left.startswith(("know", "to ")) else "exact")


@pytest.mark.parametrize("words", UNCLEAR)
def test_grammar_is_not_guessed(words: str) -> None:
    """Anything else is unclear, with all its words left, so that it is asked."""
    read = read_promise(words)
    assert (read.fact, read.sure, read.used, read.read_back) == (None, "unclear", "", "")
    assert read.left == words


@pytest.mark.parametrize(
    ("said", "channel", "contact"),
    [
        ("my portfolio", "email", False),
        ("my portfolio", "phone", True),
        ("check in", "email", True),
        ("", "email", True),
        (" ", "post", True),
        ("writing samples x2", "", False),
        ("writing samples x2", "text", True),
    ],
)
def test_the_way_and_the_words_tell_a_contact(said: str, channel: str, contact: bool) -> None:
    """P3: by phone or text, or without a thing, one promised to be in touch."""
    assert is_contact(said, channel) is contact


def test_a_contact_without_purpose_reads_back_short() -> None:
    """What is not known is not in the sentence."""
    assert read_back(Promise()) == "I said I’d be in touch."


LINES = [
    line.partition(" => ")[::2]
    for line in (Path(__file__).parent / "promised.txt").read_text(encoding="utf-8").splitlines()
    if " => " in line and not line.startswith("#")
]


@pytest.mark.parametrize(("words", "meant"), LINES, ids=[words.strip() for words, _ in LINES])
def test_words_of_other_kinds_are_a_thing_a_contact_or_asked(words: str, meant: str) -> None:
    """Conditions, errands, what they would do, and shouting: what was meant, or a question."""
    read = read_promise(words.strip())
    shown = "?"
    if read.fact:
        about = f": {read.fact.purpose}" if read.fact.purpose else ""
        left = f" / {read.left}" if read.left else ""
        sign = "~ " if read.sure == "inferred" else ""
        shown = f"{sign}{read.fact.thing or f'contact{about}'}{left}"
    assert shown == meant
