"""The measures themselves: what is an ask, a spoken word, a sentence, a hard text."""

import pytest

from tests.letters.readability import asks, grade, sentences, spoken_words, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # a request is an ask with or without a question mark
        ("Has the next step been moved to a later day?", 1),
        ("Please let me know your timeline.", 1),
        ("Let me know which day suits you.", 1),
        ("Please confirm the day by which you would like my answer; I have noted Friday.", 1),
        ("I would be grateful for a line from you.", 1),
        ("I would like to hear who called, which job it was, and what they asked.", 1),
        ("I wonder whether a day has been set.", 1),
        ("I am writing to ask when you will decide.", 1),
        ("Any news?", 1),
        ("If they reach you, would you let me know?", 1),
        ("Would another reference, a short call or one more visit help?", 1),
        ("If that is too late for your plans, tell me and I will find a way.", 1),
        # two asks, in two sentences or in one
        ("Has the next step moved? If so, am I still being considered?", 2),
        ("Has the step moved, and is there anything more you need?", 2),
        ("Has anyone called about me? If they do, I would be grateful for a line.", 2),
        ("Is there a day in mind? Please tell me whom to ask.", 2),
        ("Who called, which job was it about, and what did they ask?", 2),
        # no ask at all
        ("Is this a good moment?", 0),
        ("Hello Ms. Ortiz, this is Maya. Is now a good time to talk?", 0),
        ("I am writing about where the hiring process stands.", 0),
        ("This note needs no answer.", 0),
        ("I would be very glad to hear from you.", 0),
        ("I look forward to the next step.", 0),
        ("If there is anything more you would like to see, I will gladly send it.", 0),
        ("Thank you for letting me know, and for all you could tell me when we met.", 0),
        ("Please find the report attached.", 0),
        ("I wanted to thank you for your time.", 0),
    ],
)
def test_asks_are_counted_as_asks(text: str, count: int) -> None:
    """What the reader is asked for counts, however it is worded or pointed."""
    assert asks(text) == count


def test_a_number_is_spoken_digit_by_digit() -> None:
    """A telephone number is ten spoken words; said twice it is twenty."""
    assert spoken_words("Call (609) 555-0142. Again, (609) 555-0142.") == 22


def test_sentences_end_where_they_end() -> None:
    """A title or a colon is no full stop, a blank line is, and a greeting is no sentence."""
    text = "Hello Ms. Ortiz,\n\nThank you for it. I talked with Dr. Amin on Friday.\n"
    assert len(sentences(text)) == 3
    assert max(len(words(sentence)) for sentence in sentences(text)) == 7


def test_hard_words_have_a_higher_grade() -> None:
    """Short plain sentences are below grade 7; long words and clauses are above."""
    plain = "Thank you for your time. I am glad that we talked. I will send it on Friday."
    hard = (
        "Notwithstanding considerable organisational uncertainty, a preliminary determination "
        "regarding candidates' comparative qualifications remains anticipated imminently."
    )
    assert grade(plain) < 7 < grade(hard)
