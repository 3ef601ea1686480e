"""What people typed as the one thing they talked about, and whether it may stand in a letter."""

import pytest

from followup_lib.reading.topics import read_topic

FIT = {
    "the move to the new payroll system": "the move to the new payroll system",
    "The move to the new payroll system.": "the move to the new payroll system",
    "SAP": "SAP",
    "QuickBooks": "QuickBooks",
    "hiking": "hiking",
    "Closing the books in three days": "closing the books in three days",
    "closing payroll in two days instead of five": "closing payroll in two days instead of five",
    "how the two claims teams share one inbox": "how the two claims teams share one inbox",
    "How a small team shares the month end": "how a small team shares the month end",
    "why two people left at once": "why two people left at once",
    "which hours I can do": "which hours I can do",
    "who reads the Monday reports": "who reads the Monday reports",
    "what the auditors asked last spring": "what the auditors asked last spring",
    "reports nobody opens": "reports nobody opens",
    "crew rosters when the fog stops the boats": "crew rosters when the fog stops the boats",
    "manuals written for three kinds of reader": "manuals written for three kinds of reader",
    "weekly and monthly pay in one house": "weekly and monthly pay in one house",
    "the grant report that is due every June": "the grant report that is due every June",
    "the two systems they still run side by side": "the two systems they still run side by side",
    "the plan to bring lapsed members back": "the plan to bring lapsed members back",
    "a checklist for new drivers' paperwork": "a checklist for new drivers' paperwork",
    "your plans for the second warehouse": "your plans for the second warehouse",
    "Maria's garden": "Maria's garden",
    "remote work": "remote work",
    "Rutgers": "Rutgers",
    "the building that opens in May": "the building that opens in May",
    "the audit, the close, and the move to SAP": "the audit, the close, and the move to SAP",
    "the start in May": "the start in May",
    "people who stay for twenty years": "people who stay for twenty years",
}

UNCLEAR = [
    "that you are hiring two people",
    "that they are growing",
    "that she hikes too",
    "that we met before",
    "the new store done",
    "",
    "She loves hiking and said the team is tiny",
    "Salary $65k ok??",
    "The team is tiny",
    "the team uses SAP",
    "the team moved to Ohio",
    "the office plans to grow",
    "great people",
    "very nice",
    "nice chat!!",
    "new system",
    "Her garden",
    "their new system",
    "how they run the month end",
    "the job, she thinks it is hard",
    "how are you",
    "what is the budget",
    "it's a small team",
    "no dates yet",
    "not hiring until May",
    "interesting work ok",
    "Nothing",
    "the new system. She seemed rushed.",
    "benefits start day one",
    "the move to the",
    "runs marathons",
    "hours: 9-5",
    "the new building opens in May",
    "Company's moving to Texas",
    "Overtime required",
    "薪水",
]


@pytest.mark.parametrize(("words", "topic"), FIT.items(), ids=list(FIT))
def test_a_topic_stands_in_the_sentence(words: str, topic: str) -> None:
    """Noun phrases, gerunds and how and why stand in "I enjoyed hearing about …"."""
    read = read_topic(words)
    assert (read.fact, read.sure, read.used, read.left) == (topic, "exact", words, "")
    assert read.read_back == f"I enjoyed hearing about {topic}."


@pytest.mark.parametrize("words", UNCLEAR)
def test_a_note_is_no_topic(words: str) -> None:
    """Sentences, remarks and somebody's "her" or "they" do not, and are asked about."""
    read = read_topic(words)
    assert (read.fact, read.sure, read.left, read.read_back) == (None, "unclear", words, "")
