"""Every letter file, with every fact and with only the needed ones, against what it is held to."""

import re
from pathlib import Path

import pytest
from readability import asks, grade, sentences, spoken_words, words

from followup_lib.letter_facts import short_title
from followup_lib.messages import QUESTIONS
from followup_lib.template import FIELD, LETTERS, Letter, fill, parse_letter
from followup_lib.vocabulary import Situation

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
    "promise_day": "Friday, March 6",
    "new_day": "Thursday, March 12",
    "offer_day": "Friday, March 20",
    "reference": "Dr. Amin",
    "employers": "Northgate (editor)",
    "agency": "Kim & Co",
}
FILES = sorted(path for path in Path(str(LETTERS)).rglob("*.txt"))
NAMES = [f"{path.parent.name}/{path.name}" for path in FILES]
LETTER = {
    name: parse_letter(name, path.read_text(encoding="utf-8"))
    for name, path in zip(NAMES, FILES, strict=True)
}
WORDS = {  # guidance: targets by kind, for e-mails
    "promise_due": (30, 100),
    "thank_you": (30, 90),
    "closing_note": (30, 90),
}
ASKS = {  # lowest and highest number of asks, for e-mails and short texts
    "their_date_passed": (1, 2),
    "promise_due": (0, 1),
    "thank_you": (0, 0),
    "closing_note": (0, 0),
    "thank_reference": (0, 2),
}
FORBIDDEN = re.compile(
    r"just checking in|haven.t heard|have not heard|sorry to bother|gentle reminder|touching base|"
    r"you said you|per my last|did you get|I assume|circle back|finds you well|!",
    re.IGNORECASE,
)


def filled(letter: Letter, *, full: bool) -> str:
    """Return a letter's body with every fact, or with only the facts it needs."""
    needed = letter.needed()
    return fill(letter.body, FULL if full else {name: FULL[name] for name in needed})


def spoken(name: str) -> bool:
    """Tell whether a file is read aloud from a page with labels."""
    return "/phone" in name


@pytest.mark.parametrize("situation", [s for s in Situation if s != Situation.REST])
def test_every_situation_has_words_for_every_way(situation: Situation) -> None:
    """E-mail, phone, voicemail and short text exist for every situation."""
    kinds = {name.partition("/")[2] for name in NAMES if name.startswith(f"{situation}/")}
    assert kinds >= {"email.txt", "phone.txt", "voicemail.txt", "short.txt"}


def test_the_letters_fit_a_shelf() -> None:
    """There are at most 90 files, and each is in the folder of a situation."""
    assert len(FILES) <= 90
    assert {name.partition("/")[0] for name in NAMES} <= set(Situation)


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_known_and_every_needed_one_has_a_question(name: str) -> None:
    """A letter uses only fields the program fills; a missing needed one can be asked for."""
    letter = LETTER[name]
    assert set(FIELD.findall(letter.subject + letter.body)) <= set(FULL)
    assert set(letter.needed()) <= set(QUESTIONS)


@pytest.mark.parametrize("full", [True, False], ids=["all facts", "needed facts"])
@pytest.mark.parametrize("name", NAMES)
def test_no_hole_is_left(name: str, full: bool) -> None:
    """Whatever falls out, no bracket, brace, doubled space or loose comma stays."""
    text = filled(LETTER[name], full=full)
    assert not re.search(r"[\[\]{}]|None|  | [,.?!;:]|,,|\n\n\n|\(\)| \n|^\n", text)


@pytest.mark.parametrize("full", [True, False], ids=["all facts", "needed facts"])
@pytest.mark.parametrize("name", [name for name in NAMES if "/email" in name])
def test_an_email_is_as_long_as_it_should_be(name: str, full: bool) -> None:
    """An e-mail keeps to the words of its kind."""
    lowest, highest = WORDS.get(name.partition("/")[0], (50, 125))
    assert lowest <= len(words(filled(LETTER[name], full=full))) <= highest


@pytest.mark.parametrize("name", [name for name in NAMES if "/short" in name])
def test_a_text_is_short(name: str) -> None:
    """A text or LinkedIn message has at most 40 words."""
    assert len(words(filled(LETTER[name], full=True))) <= 40


@pytest.mark.parametrize("name", [name for name in NAMES if "/voicemail" in name])
def test_a_voicemail_fits_half_a_minute(name: str) -> None:
    """A voicemail has at most 75 spoken words and says the number twice."""
    text = filled(LETTER[name], full=True)
    assert spoken_words(text) <= 75
    assert text.count(FULL["my_phone"]) == 2


@pytest.mark.parametrize("full", [True, False], ids=["all facts", "needed facts"])
@pytest.mark.parametrize("name", NAMES)
def test_a_letter_is_easy_to_read(name: str, full: bool) -> None:
    """No sentence has more than 25 words; the reading grade is 7 at most."""
    text = filled(LETTER[name], full=full)
    assert max(len(words(sentence)) for sentence in sentences(text)) <= 25
    assert grade(text) <= 7


@pytest.mark.parametrize("name", [n for n in NAMES if "/email" in n or "/short" in n])
def test_a_letter_asks_for_no_more_than_it_may(name: str) -> None:
    """The number of asks fits the situation: exactly one to O, one or two in D, none when late."""
    situation = name.partition("/")[0]
    lowest, highest = (0, 0) if "-late" in name else ASKS.get(situation, (1, 1))
    assert lowest <= asks(filled(LETTER[name], full=True)) <= highest


@pytest.mark.parametrize("name", [name for name in NAMES if LETTER[name].subject])
@pytest.mark.parametrize("title", ["editor", "Senior Vice President, Payroll and Benefits (East)"])
def test_a_subject_fits(name: str, title: str) -> None:
    """A subject has 3 to 7 words and at most 50 characters, with a long title too."""
    subject = fill(LETTER[name].subject, FULL | {"short_title": short_title(title)})
    assert 3 <= len(words(subject)) <= 7
    assert len(subject) <= 50


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_begs_or_blames(name: str) -> None:
    """No letter of ours uses what our own check would flag."""
    assert not FORBIDDEN.search(LETTER[name].subject + " " + LETTER[name].body)


@pytest.mark.parametrize("kind", ["email", "phone"])
def test_the_date_letter_has_all_six_parts(kind: str) -> None:
    """D1 to D6: who, when, which position, by what date, the process, moved, still considered."""
    text = filled(LETTER[f"their_date_passed/{kind}.txt"], full=True)
    for part in ("Maya Lind", "on Thursday, March 5", "editor position", "by Thursday, March 12"):
        assert part in text
    for part in ("where the hiring process stands", "moved", "still being considered"):
        assert part in text


@pytest.mark.parametrize("name", [n for n in NAMES if "/voicemail" in n or "-final" in n])
def test_a_machine_and_a_last_round_are_not_asked_d6(name: str) -> None:
    """On a machine, and after the last round, nobody asks whether one is still considered."""
    assert "considered" not in LETTER[name].body


@pytest.mark.parametrize("name", [n for n in NAMES if n.startswith("waiting_for_offer/email")])
def test_the_offer_letter_asks_what_more_they_need(name: str) -> None:
    """O4: the one question is whether they need anything more to decide."""
    text = filled(LETTER[name], full=True)
    question = next(part for part in sentences(text) if part.endswith("?"))
    assert re.search(r"need|missing|help", question)


def test_the_worst_letter_of_each_measure(capsys: pytest.CaptureFixture[str]) -> None:
    """Walk the whole matrix once and print the worst, for whoever edits a letter."""
    texts = {
        (name, full): filled(LETTER[name], full=full) for name in NAMES for full in (True, False)
    }
    emails = {key: text for key, text in texts.items() if "/email" in key[0]}
    longest = max(texts, key=lambda key: max(len(words(s)) for s in sentences(texts[key])))
    hardest = max(texts, key=lambda key: grade(texts[key]))
    wordiest = max(emails, key=lambda key: len(words(emails[key])))
    with capsys.disabled():
        print(
            f"\nworst letters: {wordiest[0]} {len(words(emails[wordiest]))} words; "
            f"{longest[0]} longest sentence; {hardest[0]} grade {grade(texts[hardest]):.1f}"
        )
    assert grade(texts[hardest]) <= 7
