"""Finished messages a coach can read, in `expected/`: what the person would copy and send.

A message that is missing there is written, and the test fails, asking that it be read.
"""

import datetime as dt
from pathlib import Path

import pytest

from followup_lib.advice.plan import plan
from followup_lib.letters.draft import Draft, draft, letter_row
from followup_lib.records.tables import Tables
from tests.advice.situations import day, search

EXPECTED = Path(__file__).parent / "expected"
SEEKER = '[seeker]\nname = "Noor Haddad"\nphone = "(609) 555-0177"\nsign_off = "Best regards,"\n'
SAMPLES = [
    ("cobblers-gate-credit-union-payroll-analyst", "phone"),
    ("cobblers-gate-credit-union-payroll-analyst", "voicemail"),
    ("cobblers-gate-credit-union-payroll-analyst", "email"),
    ("hollis-and-vane-payroll-analyst", "email"),
    ("hollis-and-vane-payroll-analyst", "phone"),
    ("hollis-and-vane-payroll-analyst", "voicemail"),
    ("juniper-row-schools-payroll-specialist", "linkedin"),
    ("juniper-row-schools-payroll-specialist", "email"),
    ("juniper-row-schools-payroll-specialist", "phone"),
    ("quillon-health-technical-writer", "email"),
    ("quillon-health-technical-writer", "phone"),
    ("quillon-health-technical-writer", "text"),
    ("wexcombe-instruments-documentation-specialist", "email"),
    ("northmere-distribution-operations-analyst", "text"),
    ("kestrel-point-museum-membership-coordinator", "email"),
]

TALK = "interview 3-05 who 'Ms. Ortiz' said 'the move to the new payroll system'; thanked 3-06"
DATED = f"{TALK}; they_promised 3-05 due 3-12 who 'Ms. Ortiz'"
HALL = {"contact_name": "Mr. Hall", "job_title": "technical writer", "contact_email": "h@x.example"}
REPORT = "i_promised 3-05 due 3-06 via email said 'the sample report'"
CALL = "i_promised 3-05 due 3-17 via phone"
AFTER_A_NO = (
    f"{TALK}; rejected 3-09 via in_person said 'write to me when you see a position'; "
    "i_promised 3-09 due 3-30 said 'write about positions I see'"
)
FORGOT = f"interview 3-05; thanked 3-05; they_promised 3-05 due 3-20; {REPORT}"
OWED = f"interview 3-05; thanked 3-06; {REPORT.replace('3-06', '3-18')}"
MOVED = (
    "interview 4-29; thanked 4-30; they_promised 4-29 due 5-08; "
    "wrote 5-12 for their_date_passed; heard_back 5-13; moved 5-13 due 5-22"
)
ROUNDS = (
    "screen 1-26; interview 2-02; interview 2-10; "
    "final_interview 2-23 said 'how a small team shares the month end'; thanked 2-24"
)
LEAD = {"contact_name": "Ms. Brandt", "job_title": "payroll lead"}
CHECKED = (
    "final_interview 3-06; thanked 3-09; reference_given 3-06 who amin; "
    "reference_briefed 3-06 who amin; reference_given 3-06 who okonjo; "
    "reference_briefed 3-06 who okonjo; reference_contacted 3-12 who amin"
)
KIM = {"contact_name": "Kim", "agency": "Palisade Row", "preferred_contact": "text"}
AGENCY = (
    "they_promised 3-03 due 3-09 who Kim said 'go through me, feedback by Monday'; "
    "interview 3-05 who 'Mr. Dietz' said 'the loading dock'; thanked 3-06"
)
CITY = {
    "company": "City of Alder Falls",
    "contact_name": "Ms. Danforth; Mr. Coyle; Ms. Wickersham",
    "preferred_contact": "wait_for_them",
}
PANEL = (
    "interview 3-03 who 'Ms. Danforth; Mr. Coyle'; thanked 3-03; "
    "they_promised 3-03 due 3-24 about said 'everyone hears within two to three weeks'"
)
OLD = "interview 2025-11-03; they_promised 2025-11-03 due 2025-11-14"
FINAL = "final_interview 3-03; thanked 3-04; they_promised 3-03 due 3-12"
TWICE = "wrote 3-09 for no_date_given; wrote 3-16 for no_date_given"
NAMELESS = {"contact_name": "", "contact_phone": "", "contact_email": ""}
LONG = {
    "job_title": "Senior Vice President, Payroll, Benefits and Compensation (Eastern Region)",
    "contact_name": "Dr. Featherstonehaugh-Vandenberghe",
    "company": "Brindlewick Laboratories and Field Instruments, Inc.",
}
FULL_NAME = {"contact_name": "Ms. Ana Ortiz"}
POSTED = {
    "job_title": "Senior Technical Writer and Documentation Coordinator, Laboratory Information "
    "Systems #40213 (Remote, EST)",
    "contact_name": "JENNIFER ORTIZ",
    "company": "Brindlewick Laboratories and Field Instruments Cooperative, LLC",
}
ODD = {
    "job_title": "Lead {x} [remote], $90,000",
    "contact_name": "Оксана Гнатюк",
    "company": "編 Co.",
}

INVITED = "applied 2-24; interview_planned 3-10 via email"
AT_TEN = "applied 2-24; interview_planned 3-10 due 3-16 at 10:00 via email"
TIMES = "Tuesday after 10 or Thursday morning"

STORIES: dict[str, tuple[str, str, dict[str, str], str, dict[str, str]]] = {
    # name: today, facts, the job, the way (and situation), answers
    "case-1-ortiz-phone": ("3-16", DATED, {}, "phone", {}),
    "case-1-ortiz-voicemail": ("3-16", DATED, {}, "voicemail", {}),
    "case-1-ortiz-email": ("3-16", DATED, {}, "email", {}),
    "case-2-hall-moved-date-email": ("5-27", MOVED, HALL, "email", {}),
    "case-2-hall-moved-date-phone": ("5-27", MOVED, HALL, "phone", {}),
    "case-3-hall-report-late-email": ("3-09", FORGOT, HALL, "email", {}),
    "case-3-hall-report-later-still-email": (
        "3-09",
        FORGOT,
        HALL,
        "email",
        {"new_day": "Wednesday, March 11"},
    ),
    "case-3-hall-report-later-still-voicemail": (
        "3-09",
        FORGOT,
        HALL,
        "voicemail",
        {"new_day": "Wednesday, March 11"},
    ),
    "case-4-brandt-offer-email": ("3-16", ROUNDS, LEAD, "email", {}),
    "case-4-brandt-offer-second-email": (
        "3-30",
        f"{ROUNDS}; wrote 3-16 for waiting_for_offer",
        LEAD,
        "email",
        {},
    ),
    "case-4-brandt-offer-voicemail": ("3-16", ROUNDS, LEAD, "voicemail", {}),
    "case-5-amin-thanks-phone": ("3-13", CHECKED, {}, "phone thank_reference", {}),
    "case-5-okonjo-may-be-called-email": (
        "3-13",
        CHECKED,
        {},
        "email check_in_with_reference",
        {},
    ),
    "case-5-employer-from-the-19th-email": ("3-19", CHECKED, {}, "email waiting_for_offer", {}),
    "case-6-kim-text": ("3-11", AGENCY, KIM, "text", {}),
    "case-7-city-email": ("3-26", PANEL, CITY, "email", {}),
    "case-8-long-quiet-email": ("3-16", OLD, {}, "email", {}),
    "case-8-long-quiet-phone": ("3-16", OLD, {}, "phone", {}),
    "promise-report-in-time-email": ("3-16", OWED, HALL, "email", {}),
    "promise-report-in-time-text": ("3-16", OWED, HALL, "text", {}),
    "promise-report-moved-in-time-email": (
        "3-16",
        OWED,
        HALL,
        "email",
        {"new_day": "Monday, March 23"},
    ),
    "promise-report-moved-in-time-phone": (
        "3-16",
        OWED,
        HALL,
        "phone",
        {"new_day": "Monday, March 23"},
    ),
    "promise-call-phone": ("3-17", f"{TALK}; {CALL}", {}, "phone", {}),
    "promise-call-voicemail": ("3-17", f"{TALK}; {CALL}", {}, "voicemail", {}),
    "promise-call-late-phone": ("3-19", f"{TALK}; {CALL}", {}, "phone", {}),
    "last-round-done-and-date-passed-email": ("3-16", FINAL, {}, "email", {}),
    "last-round-done-and-date-passed-phone": ("3-16", FINAL, {}, "phone", {}),
    "date-passed-second-email": (
        "3-23",
        f"{DATED}; wrote 3-16 for their_date_passed",
        {},
        "email",
        {},
    ),
    "date-passed-second-phone": (
        "3-23",
        f"{DATED}; wrote 3-16 for their_date_passed",
        {},
        "phone",
        {},
    ),
    "date-passed-about-when-email": (
        "3-17",
        "interview 2-14 about; they_promised 3-02 due 3-12 about",
        {},
        "email",
        {},
    ),
    "date-passed-nobody-named-email": (
        "3-16",
        "interview 3-05; " + DATED.split("; ", 2)[2].replace(" who 'Ms. Ortiz'", ""),
        NAMELESS,
        "email their_date_passed",
        {},
    ),
    "date-passed-long-names-email": (
        "3-16",
        DATED.replace(" who 'Ms. Ortiz'", ""),
        LONG,
        "email",
        {},
    ),
    "date-passed-odd-names-email": (
        "3-16",
        DATED.replace(" who 'Ms. Ortiz'", ""),
        ODD,
        "email",
        {},
    ),
    "no-date-email": ("3-12", TALK, {}, "email", {}),
    "no-date-second-email": ("3-20", f"{TALK}; wrote 3-12 for no_date_given", {}, "email", {}),
    "closing-email": ("4-06", f"{TALK}; {TWICE}", {}, "email", {}),
    "closing-phone": ("4-06", f"{TALK}; {TWICE}", {}, "phone", {}),
    "thank-you-email": ("3-06", TALK.split("; ")[0], {}, "email", {}),
    "thank-you-text": ("3-06", TALK.split("; ")[0], {}, "text", {}),
    "feedback-email": ("3-13", f"{TALK}; rejected 3-12", {}, "email", {}),
    "feedback-phone": ("3-13", f"{TALK}; rejected 3-12", {}, "phone", {}),
    "on-hold-email": ("4-06", f"{TALK}; on_hold 3-12", {}, "email", {}),
    "offer-email": ("3-16", f"{TALK}; offer 3-13 via email due 3-20", {}, "email", {}),
    "offer-spoken-of-email": ("3-16", f"{TALK}; offer 3-13 via phone", {}, "email", {}),
    "offer-phone": ("3-16", f"{TALK}; offer 3-13 via email", {}, "phone", {}),
    "offer-spoken-of-phone": ("3-16", f"{TALK}; offer 3-13 via phone", {}, "phone", {}),
    "offer-spoken-of-dated-email": (
        "3-16",
        f"{TALK}; offer 3-13 via phone; they_promised 3-13 due 3-20",
        {},
        "email offer_to_answer",
        {},
    ),
    "offer-spoken-of-date-passed-email": (
        "3-23",
        f"{TALK}; offer 3-13 via phone; wrote 3-16 for offer_to_answer; "
        "they_promised 3-16 due 3-20",
        {},
        "email their_date_passed",
        {},
    ),
    "offer-spoken-of-no-date-email": (
        "3-26",
        f"{TALK}; offer 3-13 via phone; wrote 3-16 for offer_to_answer",
        {},
        "email no_date_given",
        {},
    ),
    "brief-reference-email": (
        "3-06",
        f"{TALK}; reference_given 3-06 who amin",
        {},
        "email brief_reference",
        {},
    ),
    "time-answer-an-invitation-email": ("3-16", INVITED, {}, "email", {"times": TIMES}),
    "time-they-missed-it-email": (
        "3-16",
        f"{AT_TEN}; they_missed 3-16",
        {},
        "email",
        {"times": TIMES},
    ),
    "time-they-missed-it-phone": (
        "3-16",
        f"{AT_TEN}; they_missed 3-16",
        {},
        "phone",
        {"times": TIMES},
    ),
    "time-they-canceled-email": (
        "3-13",
        f"{AT_TEN}; they_canceled 3-13 via email",
        {},
        "email",
        {"times": TIMES},
    ),
    "promise-call-nobody-answered-phone": (
        "3-18",
        f"{TALK}; {CALL}; no_answer 3-17 via phone",
        {},
        "phone",
        {},
    ),
    "time-i-missed-it-email": ("3-16", f"{AT_TEN}; i_missed 3-16", {}, "email", {"times": TIMES}),
    "time-i-must-cancel-email": ("3-13", f"{AT_TEN}; i_missed 3-13", {}, "email", {"times": TIMES}),
    "time-i-must-cancel-text": ("3-13", f"{AT_TEN}; i_missed 3-13", {}, "text", {"times": TIMES}),
    "time-i-must-cancel-phone": ("3-13", f"{AT_TEN}; i_missed 3-13", {}, "phone", {"times": TIMES}),
    "time-i-must-cancel-voicemail": (
        "3-13",
        f"{AT_TEN}; i_missed 3-13",
        {},
        "voicemail",
        {"times": TIMES},
    ),
    "time-i-missed-it-text": ("3-16", f"{AT_TEN}; i_missed 3-16", {}, "text", {"times": TIMES}),
    "time-not-set-email": ("3-16", f"{INVITED}; wrote 3-11", {}, "email", {}),
    "time-not-set-second-email": (
        "3-23",
        f"{INVITED}; wrote 3-11; wrote 3-16 for confirm_time",
        {},
        "email",
        {},
    ),
    "time-never-set-long-quiet-email": ("4-20", INVITED, {}, "email", {}),
    "stepping-back-email": ("3-16", TALK, {}, "email withdrawal", {}),
    "first-name-email": (
        "3-16",
        f"{DATED}; heard_back 3-09 via phone".replace("Ms. O", "Ms. Ana O"),
        FULL_NAME,
        "email",
        {},
    ),
    "two-interviewers-thank-you-email": (
        "3-06",
        "interview 3-05 who 'Jennifer Ortiz; Tom Hall'",
        {"contact_name": "Jennifer Ortiz; Tom Hall"},
        "email",
        {},
    ),
    "human-resources-email": (
        "3-16",
        DATED.replace("Ms. Ortiz", "HR"),
        {"contact_name": "HR"},
        "email",
        {},
    ),
    "latin-spelling-noted-text": (
        "3-16",
        DATED.replace(" who 'Ms. Ortiz'", ""),
        {"contact_name": "Оксана Гнатюк (Oksana Hnatiuk)"},
        "text",
        {},
    ),
    "long-title-text": ("3-16", DATED.replace(" who 'Ms. Ortiz'", ""), POSTED, "text", {}),
    "long-title-voicemail": (
        "3-16",
        DATED.replace(" who 'Ms. Ortiz'", ""),
        POSTED,
        "voicemail",
        {},
    ),
    "date-passed-second-with-news-email": (
        "3-23",
        f"{DATED}; wrote 3-16 for their_date_passed",
        {},
        "email",
        {"news": "I finished the advanced Excel course"},
    ),
    "on-hold-with-news-email": (
        "4-06",
        f"{TALK}; on_hold 3-12",
        {},
        "email",
        {"news": "Passed the payroll certification exam."},
    ),
    "promise-call-why-phone": ("3-17", f"{TALK}; {CALL} said 'my start date'", {}, "phone", {}),
    "promise-call-told-phone": (
        "3-17",
        f"{TALK}; {CALL} said 'my start date'",
        {},
        "phone",
        {"told": "I could start on April 6 or April 20"},
    ),
    "promise-after-a-no-email": ("3-30", AFTER_A_NO, {}, "email", {}),
    "promise-after-a-no-phone": ("3-30", AFTER_A_NO, {}, "phone", {}),
    "promise-after-a-no-late-email": ("4-01", AFTER_A_NO, {}, "email", {}),
    "promise-email-why-email": (
        "3-17",
        f"{TALK}; {CALL.replace('phone', 'email')} said 'get back to her with dates'",
        {},
        "email",
        {},
    ),
    "promise-email-told-email": (
        "3-17",
        f"{TALK}; {CALL.replace('phone', 'email')} said 'get back to her with dates'",
        {},
        "email",
        {"told": "I could start on April 6 or April 20"},
    ),
    "check-in-text": ("3-13", CHECKED, {}, "text check_in_with_reference", {}),
    "stepping-back-voicemail": ("3-16", TALK, {}, "voicemail withdrawal", {}),
    "stepping-back-phone": ("3-16", TALK, {}, "phone withdrawal", {}),
}
FORMAL_STORIES = {
    # name of a story as it reads in the formal register, by the name of the story
    "case-1-ortiz-formal-email": "case-1-ortiz-email",
    "case-1-ortiz-formal-phone": "case-1-ortiz-phone",
    "case-7-city-formal-email": "case-7-city-email",
    "date-passed-nobody-named-formal-email": "date-passed-nobody-named-email",
    "first-name-formal-email": "first-name-email",
    "offer-formal-email": "offer-email",
    "stepping-back-formal-voicemail": "stepping-back-voicemail",
    "check-in-formal-text": "check-in-text",
}
REPLIED = {
    "offer-accepted-email": "accept",
    "offer-declined-email": "decline",
    "offer-more-time-email": "time",
}
ELSEWHERE = {
    "offer-elsewhere-email": "email",
    "offer-elsewhere-phone": "phone",
}


def story(name: str, settings: str = SEEKER) -> Draft:
    """Return the draft of one of the stories."""
    today, facts, job, way, answers = STORIES[name]
    tables = search({"northgate": facts}, {"northgate": job}, settings=settings)
    return made_for(tables, today, way, answers)


def made_for(tables: Tables, today: str, way: str, answers: dict[str, str]) -> Draft:
    """Return the draft for "northgate" by a way, for a situation if one is named."""
    now = plan(tables, day(today))
    channel, _, situation = way.partition(" ")
    row = letter_row(now, "northgate", situation)
    return draft(now, tables, row, channel=channel, answers=answers)


def hold(name: str, made: Draft) -> None:
    """Compare a draft with the file a coach has read; write the file when it is not there."""
    assert made.missing == {}
    text = "\n\n".join(filter(None, (made.subject, made.body)))
    path = EXPECTED / f"{name}.txt"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        pytest.fail(f"{path.name} was missing and is written now: read it, then run again.")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("application_id", "channel"), SAMPLES)
def test_the_sample_letters_read_as_expected(
    sample: Tables, application_id: str, channel: str
) -> None:
    """The finished message of the sample is the one a coach has read."""
    now = plan(sample, day("3-16"))
    row = letter_row(now, application_id)
    hold(f"{application_id}-{channel}", draft(now, sample, row, channel=channel))


@pytest.mark.parametrize("name", STORIES)
def test_a_story_gets_the_expected_letter(name: str) -> None:
    """The finished message of each case and situation is the one a coach has read."""
    hold(name, story(name))


@pytest.mark.parametrize(("name", "plain"), FORMAL_STORIES.items())
def test_a_story_reads_formally(name: str, plain: str) -> None:
    """With one setting the same message has titles and no contractions."""
    hold(name, story(plain, f'{SEEKER}register = "formal"\n'))


@pytest.mark.parametrize(("name", "reply"), REPLIED.items())
def test_an_answer_to_an_offer_gets_the_expected_letter(name: str, reply: str) -> None:
    """A yes, a no and a wish for more time have letters of their own."""
    tables = search({"northgate": f"{TALK}; offer 3-13 via email due 3-20"}, settings=SEEKER)
    now = plan(tables, day("3-16"))
    row = letter_row(now, "northgate")
    until = dt.date(2026, 3, 27) if reply == "time" else None
    hold(name, draft(now, tables, row, channel="email", new_day=until, reply=reply))


@pytest.mark.parametrize(("name", "channel"), ELSEWHERE.items())
def test_an_offer_elsewhere_gets_the_expected_letter(name: str, channel: str) -> None:
    """A dated written offer from Hartwell makes the letter to Northgate."""
    facts = {"northgate": TALK, "hartwell": "interview 3-03; offer 3-13 via email due 3-20"}
    jobs = {"hartwell": {"contact_name": "Mr. Vale"}}
    hold(name, made_for(search(facts, jobs, settings=SEEKER), "3-16", channel, {}))


def test_case_9_has_no_letter() -> None:
    """With an interview ahead nothing is to be sent: the ninth case has no message."""
    facts = f"{DATED}; interview_planned 3-16 due 3-19"
    now = plan(search({"northgate": facts}), day("3-17"))
    assert now.rows["situation"].tolist() == ["rest"]


def test_no_expected_letter_is_left_over() -> None:
    """Every file in expected/ belongs to a test; there are at least forty to read."""
    names = {f"{application_id}-{channel}" for application_id, channel in SAMPLES}
    names |= {*STORIES, *FORMAL_STORIES, *REPLIED, *ELSEWHERE}
    assert {path.stem for path in EXPECTED.glob("*.txt")} == names
    assert len(names) >= 40
