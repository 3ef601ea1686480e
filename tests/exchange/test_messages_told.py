"""A note of a message: whose it is, its day, what stands behind it, and what only sounds alike."""

import pytest

from tests.exchange.messy import preview_of

TOLD = {
    # A message hides nothing that stands behind it.
    "HR emailed they will let me know by 3/20": "they_promised ?",
    "Recruiter texted will decide by 3/20": "they_promised ?",
    "Emailed Ana and she said she will decide by 3/20": "they_promised ?",
    "followed up and they said decision by 3/20": "they_promised ?",
    "Dana wrote back 3/12 they'd call by Friday": "they_promised ?, heard_back 2026-03-12",
    "Recruiter emailed second interview 3/18 2pm": "interview_planned 2026-03-18",
    "Ana texted interview moved to 3/20": "interview_planned 2026-03-20",
    "HR emailed to schedule interview 3/18": "interview_planned 2026-03-18",
    "HR emailed 3/12 position filled": "heard_back 2026-03-12, rejected ?",
    "HR emailed me about the interview 3/12": "heard_back 2026-03-12",
    "sent thank you 3/12 and they replied 3/13": "thanked 2026-03-12, heard_back 2026-03-13",
    # What only sounds like an offer.
    "got the job description from Ana": "",
    "got the job posting from Ana": "",
    "I got this job from Indeed": "",
    "got the job thru a friend": "",
    "need to answer 3 questions by 3/20": "",
    "need to decide what to wear": "",
    "I got to answer a lot of questions": "",
    "hired me to babysit last year": "",
    "She needs an answer from her boss by Friday, then she will call me": "they_promised ?",
    "got the job on 3/12": "offer ?",
    "hired me on the spot": "offer ?",
    "need to give them an answer by 3/20": "offer 2026-03-20",
    "I've got to decide by Friday": "offer ?",
    "called about the job they offered me, left message": "offer ?",
    # Not every word with a capital letter is somebody who wrote.
    "Just emailed Ana 3/12": "wrote 2026-03-12",
    "Then texted Ana 3/12": "wrote 2026-03-12",
    "Monday emailed Ana 3/9": "wrote 2026-03-09",
    "Already replied 3/12": "",
    "Nobody replied 3/12": "",
    "None replied as of 3/12": "",
    "Recruiter emailed Ana 3/12": "",
    "Recruiter answered all my questions at interview 3/11": "",
    "Then Ana emailed 3/12": "heard_back 2026-03-12",
    "Ana Ruiz emailed March 12": "heard_back 2026-03-12",
    "HR answered my email 3/12": "heard_back 2026-03-12",
    # What an advertisement says, or what is said of the job, is no word on when they answer.
    "ad says to apply by 3/20": "",
    "Posting says open until 3/30": "",
    "says M-F 9-5": "",
    "said 12 hr shifts": "",
    "Ana says training is 3/23": "",
    "I want to know more about the shift by Friday": "",
    "they said start date 4/1": "",
    "Ana says she will call by 3/20": "they_promised ?",
    "said within 48 hours": "they_promised ?",
    "should know more by 3/20": "they_promised ?",
    # The day before a message or behind a call that nobody took.
    "called, left message 3/12": "left_voicemail 2026-03-12",
    "called - no answer 3/12": "no_answer 2026-03-12",
    "Called Joan, left voicemail on 3/12": "left_voicemail 2026-03-12",
    "called 3/12, no answer. 3/13 left vm": "no_answer 2026-03-12, left_voicemail 2026-03-13",
    "3/12 sent thank you": "thanked 2026-03-12",
    "3/12 emailed Ana": "wrote 2026-03-12",
    "3/12 - left vm": "left_voicemail 2026-03-12",
    "Mar 12, left vm": "left_voicemail 2026-03-12",
    "3/12: sent thank you note": "thanked 2026-03-12",
    "3/12: will call by Friday": "they_promised ?",
    "sent Ana an email 3/12": "wrote 2026-03-12",
    "sent Ana a follow up 3/12": "wrote 2026-03-12",
    "emailed Ana about my application 3/12": "wrote 2026-03-12",
    "wrote cover letter 2/28": "",
    "wrote down questions for the test 3/10": "",
    "Emailed my resume 2/28": "",
    "sent my resume by email 2/28": "",
    # Whom they took is no withdrawal of one's own.
    "not selected because they accepted another applicant": "rejected ?",
    "They rejected me and accepted another candidate 3/12": "rejected 2026-03-12",
    "Not hired they took another applicant 3/12": "rejected 2026-03-12",
    "I accepted another job 3/12": "withdrawn 2026-03-12",
    "took a different offer 3/12": "withdrawn 2026-03-12",
}


@pytest.mark.parametrize("note", TOLD)
def test_a_note_is_asked_about_as_what_it_tells(note: str) -> None:
    """What is asked of a note is what its author meant, each with its day, and nothing else."""
    file = f'Company,Title,Applied,Interview,Notes\nHill,Clerk,2026-02-02,2026-03-11,"{note}"\n'
    (entry,) = preview_of(file).entries
    found = [f"{each.event} {each.on or each.due_on or '?'}" for _, each in entry.offered]
    days = [each.replace("they_promised 2026-03-11", "they_promised ?") for each in found]
    assert ", ".join(days) == TOLD[note]
