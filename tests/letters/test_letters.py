"""The letters that come with the workbook, over the full matrix, against what they are held to."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from followup_lib.letters.facts import as_title, short_title
from followup_lib.letters.fields import QUESTIONS, fields_of
from followup_lib.letters.own import KINDS, SITUATIONS, check_letter
from followup_lib.letters.template import (
    FIELD,
    FILE_OF_CHANNEL,
    LETTERS,
    VARIANTS,
    Letter,
    fill,
    find_letter,
)
from tests.letters.letter_targets import FULL, LONG, ODD, never, parts, targets
from tests.letters.readability import asks, grade, sentences, spoken_words, words

FILES = sorted(Path(str(LETTERS)).rglob("*.txt"))
NAMES = [f"{path.parent.name}/{path.name}" for path in FILES]
HOLE = re.compile(r"None|  | [,.?!;:]|,,|\.\.|,\.|\n\n\n|\(\)| \n|\A\n|\ban? Xy")
FACTS = ("all", "contact", "needed", "long", "odd")


class Written(NamedTuple):
    """One letter of the matrix, filled with one set of facts."""

    letter: Letter
    facts: str
    subject: str
    body: str

    @property
    def label(self) -> str:
        """Return the file and the facts, as they stand in a failure."""
        return f"{self.letter.name} ({self.facts} facts)"

    @property
    def heard(self) -> str:
        """Return what the other side reads or hears first: of a script, the reason and question."""
        if "/phone" not in self.letter.name:
            return self.body
        said = [part for part in self.body.split("\n\n") if part.startswith(("Why", "Your q"))]
        return "\n\n".join(part.partition("\n")[2] for part in said)


def fields(letter: Letter, facts: str) -> dict[str, str]:
    """Return one set of facts; "needed" are only those a letter cannot do without.

    A promise is of a thing, or in "contact" to be in touch about something: never both.
    """
    if facts == "needed":
        return {name: FULL[name] for name in letter.needed()}
    known = {"all": FULL, "contact": FULL, "long": LONG, "odd": ODD}[facts]
    none = "thing" if facts == "contact" else "purpose"
    known = {name: value for name, value in known.items() if name != none}
    return known | {"short_title": short_title(as_title(known["job_title"]))}


def matrix() -> list[Written]:
    """Return every situation by every way, plain and with every ending, with every set of facts."""
    found = {
        find_letter(situation, channel, variants)
        for situation in SITUATIONS
        for channel in FILE_OF_CHANNEL
        for variants in [(), *((variant,) for variant in VARIANTS)]
    }
    return [
        Written(letter, facts, *(fill(text, fields(letter, facts)) for text in letter[1:]))
        for letter in sorted(found)
        for facts in FACTS
        if facts != "contact" or "purpose" in letter.fields()
    ]


MATRIX = matrix()


def count(written: Written) -> int:
    """Return the words of a message, spoken ones when it is spoken."""
    spoken = "/voicemail" in written.letter.name
    return spoken_words(written.body) if spoken else len(words(written.body))


def longest(written: Written) -> int:
    """Return the words of the longest sentence."""
    return max(len(words(sentence)) for sentence in sentences(written.body))


def faults(written: Written) -> list[str]:
    """Return what is wrong with one message, a sentence for each."""
    name, subject, body = written.letter.name, written.subject, written.body
    given = fields(written.letter, written.facts)
    ours = _plain(f"{subject or body}\n{body}", given)
    heard = f"{subject}\n{written.heard}"
    judged = heard if written.facts in ("all", "contact") else _plain(heard, given)
    found = [f"{one!r} is a hole" for one in HOLE.findall(ours)]
    if len(subject) > 50:
        found.append(f"the subject has {len(subject)} characters, not 50")
    if subject and written.facts != "odd" and not 3 <= len(words(subject)) <= 7:
        found.append(f"the subject has {len(words(subject))} words, not 3 to 7")
    if written.facts in ("all", "contact", "needed"):
        found += measured(written)
    if written.facts == "all":
        found += [f"{part!r} is missing" for part in parts(name) if not re.search(part, body)]
    wrong = [one for one in never(name) if re.search(one, judged, re.IGNORECASE)]
    return found + [f"{one!r} must not stand there" for one in wrong]


def measured(written: Written) -> list[str]:
    """Return which numbers a message misses, with neutral short facts."""
    held = targets(written.letter.name)
    numbers = {
        "words": (count(written), held.words),
        "words in a sentence": (longest(written), (1, 25)),
        "reading grade": (grade(written.body), (-5, 7)),
        "asks": (asks(written.heard), held.asks),
    }
    return [
        f"{number:.4g} {what}, not {low} to {high}"
        for what, (number, (low, high)) in numbers.items()
        if not low <= number <= high
    ]


def _plain(text: str, given: dict[str, str]) -> str:
    """Return a text with the values in it made plain, so that only our own words are judged."""
    for value in sorted(given.values(), key=len, reverse=True):
        text = text.replace(value, "Xy").replace(value.removesuffix(".") + ".", "Xy.")
    return text


def test_the_full_matrix_keeps_the_targets(capsys: pytest.CaptureFixture[str]) -> None:
    """Every situation, way, ending and set of facts keeps every target; the worst are printed."""
    wrong = [f"{one.label}: {fault}" for one in MATRIX for fault in faults(one)]
    with capsys.disabled():
        print(f"\n{len(MATRIX)} messages; the worst of each measure:")
        print("\n".join(worst()))
    assert "\n".join(wrong) == ""


def worst() -> list[str]:
    """Return the worst message of each measure and kind, one a line."""
    lines = []
    neutral = [one for one in MATRIX if one.facts in ("all", "needed")]
    for kind in dict.fromkeys(FILE_OF_CHANNEL.values()):
        of_kind = [one for one in neutral if f"/{kind}" in one.letter.name]
        for what, measure in (("words", count), ("words in a sentence", longest)):
            top = max(of_kind, key=measure)
            lines.append(f"  {kind}: {measure(top)} {what}: {top.label}")
        hard = max(of_kind, key=lambda one: grade(one.body))
        lines.append(f"  {kind}: grade {grade(hard.body):.1f}: {hard.label}")
        curious = max(of_kind, key=lambda one: asks(one.heard))
        lines.append(f"  {kind}: {asks(curious.heard)} asks: {curious.label}")
    long = max(MATRIX, key=lambda one: len(one.subject))
    return [*lines, f"  subject: {len(long.subject)} characters: {long.label}"]


def test_every_file_is_reached() -> None:
    """No letter lies on the shelf unused: each is what some situation, way and ending finds."""
    assert {one.letter.name for one in MATRIX} == set(NAMES)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_situation_has_words_for_every_way(situation: str) -> None:
    """E-mail, phone, voicemail and short text exist for every situation."""
    kinds = {name.partition("/")[2] for name in NAMES if name.startswith(f"{situation}/")}
    assert kinds >= {"email.txt", "phone.txt", "voicemail.txt", "short.txt"}


def test_the_letters_fit_a_shelf() -> None:
    """A coach can read them all: with the endings, nine files where four would do without."""
    assert len(FILES) <= 9 / 4 * len(SITUATIONS) * len(KINDS)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_our_letters_pass_the_check_of_own_letters(path: Path) -> None:
    """Ours keep the rules that a coach's own are held to."""
    name = f"{path.parent.name}/{path.name}"
    assert check_letter(name, path.read_text(encoding="utf-8")) == []


def test_every_field_is_used_and_known_here() -> None:
    """No field is offered that no letter uses, `agency` aside, which coaches may need."""
    used = {name for one in MATRIX for name in FIELD.findall("\n".join(one.letter[1:]))}
    offered = {name for situation in SITUATIONS for name in fields_of(situation)}
    assert offered - used == {"agency"}
    assert offered == set(FULL)
    assert set(QUESTIONS) <= offered


@pytest.mark.parametrize("one", [m for m in MATRIX if m.facts in ("long", "odd")], ids=str)
def test_values_stand_as_they_are(one: Written) -> None:
    """Braces, brackets, quotes and any script come through untouched."""
    given = fields(one.letter, one.facts)
    for name in FIELD.findall(one.letter.body):
        assert given.get(name, "").removesuffix(".") in one.body


@pytest.mark.parametrize("name", [name for name in NAMES if "/phone" in name])
def test_a_script_knows_what_may_come(name: str) -> None:
    """A script has an opener, a bad moment, two answers or more, who else may answer, a machine."""
    one = next(m for m in MATRIX if m.letter.name == name and m.facts == "all")
    labels = [part.partition("\n")[0] for part in one.body.strip().split("\n\n")]
    assert all(label.endswith(":") for label in labels)
    assert labels[:3] == ["When they answer:", "If it is a bad moment:", "Why you call:"]
    assert labels[-1] == "If a machine answers:"
    assert {"If a receptionist answers:", "If someone else answers:"} & set(labels)
    answers = [label for label in labels[3:] if label.startswith("If ") and "answers" not in label]
    assert len(answers) - ("If the person is out:" in labels) >= 2


@pytest.mark.parametrize("name", [name for name in NAMES if "/phone" in name])
def test_a_no_takes_two_lines(name: str) -> None:
    """Where a no may come, it is met with two sentences at most, thanks first, and out."""
    one = next(m for m in MATRIX if m.letter.name == name and m.facts == "all")
    no = [part for part in one.body.split("\n\n") if part.startswith("If it is a no:")]
    expected = name.startswith(("their_", "waiting_", "no_date", "on_hold", "closing", "promise"))
    assert len(no) >= expected
    for part in no:
        said = part.partition("\n")[2]
        assert said.startswith("Thank you for telling me")
        assert len(sentences(said)) <= 2
        assert "?" not in said


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("waiting_for_offer/email.txt", "I am glad", "Am I still considered? I am glad", "2 asks"),
        ("waiting_for_offer/email.txt", "I am glad", "If I am considered, I am glad", "considered"),
        ("their_date_passed/email.txt", "If so, am I still being considered?", "", "missing"),
        ("their_date_passed/email.txt", "Our plan was for me to", "You said you would", "you said"),
        ("their_date_passed/voicemail.txt", "Has it", "Am I still considered? Has it", "2 asks"),
        ("their_date_passed/voicemail.txt", "My number is {my_phone}.", "", "missing"),
        ("their_date_passed/email-second.txt", "Is there", "It was {when_interviewed}. Is", "must"),
        ("closing_note/email.txt", "I wish", "When will you decide? I wish", "1 asks"),
        ("promise_due/email-late.txt", "Thank", "Please let me know the day. Thank", "1 asks"),
        ("promise_due/email.txt", "[ You will find {thing} attached.]", "", "missing"),
        ("promise_due/email.txt", "I look", "Tell me where the process stands. I look", "stands"),
        ("offer_elsewhere/email.txt", "It seemed", "The salary is good. It seemed", "salary"),
        ("long_quiet/email.txt", "in {month_interviewed}", "{when_interviewed}", "Thursday, March"),
        ("withdrawal/email.txt", "another offer", "a better offer", "better"),
        ("no_date_given/email.txt", "position[ at", "position [at", "hole"),
        ("no_date_given/email.txt", "[ {contact}]", "[ {contact} ]", "hole"),
        ("thank_you/email.txt", "the {job_title}", "a {job_title}", "hole"),
        ("no_date_given/email.txt", "Is there a day in mind for the next step?", "", "0 asks"),
        (
            "no_date_given/short.txt",
            "I would",
            f"{'I like it. ' * 5}I would",
            "words, not 10 to 40",
        ),
        (
            "on_hold/email.txt",
            "helps me",
            "predominantly necessitates consideration, " * 3,
            "grade",
        ),
        (
            "on_hold/email.txt",
            "Subject: Still interested:",
            "Subject: Hold:",
            "subject has 2 words",
        ),
    ],
)
def test_a_spoilt_letter_is_red(name: str, old: str, new: str, fault: str) -> None:
    """Break a letter in a way that matters, and the matrix says so."""
    good = next(one.letter for one in MATRIX if one.letter.name == name)
    text = f"Subject: {good.subject}\n\n{good.body}"
    assert old in text
    subject, _, body = text.replace(old, new).partition("\n\n")
    spoilt = good._replace(subject=good.subject and subject.removeprefix("Subject: "), body=body)
    written = [
        Written(spoilt, facts, *(fill(text, fields(spoilt, facts)) for text in spoilt[1:]))
        for facts in FACTS
    ]
    assert fault in "\n".join(one for message in written for one in faults(message))
