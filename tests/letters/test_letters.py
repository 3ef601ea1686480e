"""The letters that come with the workbook, over the full matrix, against what they are held to."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from followup_lib.letters.fields import QUESTIONS, fields_of
from followup_lib.letters.greetings import greeting
from followup_lib.letters.own import KINDS, SITUATIONS, check_letter
from followup_lib.letters.template import (
    FIELD,
    FILE_OF_CHANNEL,
    LETTERS,
    VARIANTS,
    Letter,
    fill_letter,
    find_letter,
    parse_letter,
)
from followup_lib.letters.titles import letter_firm, letter_title, short_title
from followup_lib.tone.check import spoken_seconds
from tests.letters.letter_targets import FULL, LONG, ODD, never, parts, targets
from tests.letters.readability import (
    asks,
    contractions,
    grade,
    path_of_a_call,
    sentences,
    spoken_words,
    words,
)

FILES = sorted(Path(str(LETTERS)).rglob("*.txt"))
NAMES = [f"{path.parent.name}/{path.name}" for path in FILES]
HOLE = re.compile(r"None|  | [,.?!;:]|,,|\.\.|,\.|\n\n\n|\(\)| \n|\A\n|\ban? Xy")
FACTS = ("all", "contact", "needed", "long", "odd")
MEASURED = ("all", "contact", "needed", "long")
REGISTERS = ("plain", "formal")


class Written(NamedTuple):
    """One letter of the matrix, filled with one set of facts."""

    letter: Letter
    facts: str
    register: str
    subject: str
    body: str

    @property
    def label(self) -> str:
        """Return the file and the facts, as they stand in a failure."""
        return f"{self.letter.name} ({self.register}, {self.facts} facts)"

    @property
    def heard(self) -> str:
        """Return what the other side reads or hears first: of a script, the reason and question."""
        scripted = "/phone" in self.letter.name
        return path_of_a_call(self.body, ("Why", "Your q")) if scripted else self.body


def fields(letter: Letter, facts: str) -> dict[str, str]:
    """Return one set of facts; "needed" are only those a letter cannot do without.

    A promise is of a thing, or in "contact" to be in touch about something: never both.
    """
    if facts == "needed":
        return {name: FULL[name] for name in letter.needed()} | {"greeting": "Hello"}
    known = {"all": FULL, "contact": FULL, "long": LONG, "odd": ODD}[facts]
    none = "thing" if facts == "contact" else "purpose"
    known = {name: value for name, value in known.items() if name != none}
    if facts == "odd":
        return known | {"greeting": f"Hi {known['contact']}"}
    title = known["job_title"]
    known |= {"job_title": letter_title(title), "short_title": short_title(title)}
    greeted = known["contact"] if "/email" in letter.name else known["contact"].split(" and ")[0]
    return known | {"greeting": f"Hi {greeted}", "company": letter_firm(known["company"])}


def matrix() -> list[Written]:
    """Return every situation by every way, plain and with every ending, with every set of facts."""
    found = {
        (find_letter(situation, channel, variants, formal=register == "formal"), register)
        for register in REGISTERS
        for situation in SITUATIONS
        for channel in FILE_OF_CHANNEL
        for variants in [(), *((variant,) for variant in VARIANTS)]
    }
    return [
        Written(letter, facts, register, *fill_letter(letter, fields(letter, facts)))
        for letter, register in sorted(found)
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
    if written.facts != "odd" and re.search(r"\([^()]*\(|\)\)", body):
        found.append("a bracket in a bracket")
    if len(subject) > 50:
        found.append(f"the subject has {len(subject)} characters, not 50")
    if subject and written.facts != "odd" and not 3 <= len(words(subject)) <= 7:
        found.append(f"the subject has {len(words(subject))} words, not 3 to 7")
    if written.facts in MEASURED:
        found += measured(written)
    if written.register == "formal" and contractions(ours):
        found.append(f"formal, and yet {contractions(ours)}")
    if written.register == "plain" and len(words(body)) > 40 and not contractions(ours):
        found.append("nobody talks without one contraction")
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
        "reading grade": (_hardness(written), (-5, 7)),
        "asks": (asks(written.heard), held.asks),
    }
    return [
        f"{number:.4g} {what}, not {low} to {high}"
        for what, (number, (low, high)) in numbers.items()
        if not low <= number <= high
    ]


def _hardness(written: Written) -> float:
    """Return the reading grade, long values counted as one plain word."""
    if written.facts != "long":
        return grade(written.body)
    return grade(_plain(written.body, fields(written.letter, "long")))


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


def test_no_formal_letter_makes_light_of_it() -> None:
    """No formal message says “No problem”; “Of course” stands there."""
    formal = [one for one in MATRIX if one.register == "formal" and one.facts == "all"]
    assert [one.label for one in formal if "no problem" in one.body.casefold()] == []
    assert any("Of course, I just wanted" in one.body for one in formal)


MEASURES = {"words": count, "words in a sentence": longest, "grade": _hardness}


def worst(how_many: int = 10) -> list[str]:
    """Return the worst messages of each measure, and how many contractions there are."""
    counted = [one for one in MATRIX if one.facts in MEASURED]
    lines = []
    for what, measure in MEASURES.items():
        kinds = KINDS if what == "words" else ("",)
        for kind in kinds:
            of_kind = [one for one in counted if f"/{kind}" in one.letter.name]
            top = sorted(of_kind, key=measure, reverse=True)[: 2 if kind else how_many]
            lines += [f"  {measure(one):.4g} {what}: {one.label}" for one in top]
    top = sorted(counted, key=lambda one: len(one.subject), reverse=True)[:3]
    lines += [f"  subject of {len(one.subject)}: {one.subject} ({one.label})" for one in top]
    plain = [one for one in counted if (one.register, one.facts) == ("plain", "all")]
    found = sum(len(contractions(one.body)) for one in plain)
    return [*lines, f"  {found} contractions in {len(plain)} plain letters"]


def test_every_file_is_reached() -> None:
    """No letter lies on the shelf unused: each is what some situation, way and ending finds."""
    assert {one.letter.name for one in MATRIX} == set(NAMES)


def test_a_second_letter_has_another_subject() -> None:
    """It comes as an answer in the thread, or under a subject that is not the first one's."""
    subjects = {one.letter.name: one.letter.subject for one in MATRIX}
    for name, subject in subjects.items():
        if name.endswith("/email-second.txt"):
            assert subject != subjects[name.replace("-second", "")]


@pytest.mark.parametrize("formal", [False, True])
def test_letters_in_the_form_of_before_still_greet(formal: bool) -> None:
    """A letter that greets with “Hello[ {contact}],” needs no change."""
    old = parse_letter("on_hold/email.txt", "Subject: Hi\n\nHello[ {contact}],\n\nThanks.\n")
    known = {"greeting": greeting(["HR"], formal=formal, written=True), "contact": ""}
    assert fill_letter(old, known)[1].startswith("Hello,\n")
    assert fill_letter(old, known | {"contact": "Jennifer"})[1].startswith("Hello Jennifer,\n")


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_situation_has_words_for_every_way(situation: str) -> None:
    """E-mail, phone, voicemail and short text exist for every situation."""
    kinds = {name.partition("/")[2] for name in NAMES if name.startswith(f"{situation}/")}
    assert kinds >= {"email.txt", "phone.txt", "voicemail.txt", "short.txt"}


def test_the_letters_fit_a_shelf() -> None:
    """A coach can read them all: with the endings, 23 files where ten would do without."""
    assert len(FILES) <= 23 / 10 * len(SITUATIONS) * len(KINDS)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_our_letters_pass_the_check_of_own_letters(path: Path) -> None:
    """Ours keep the rules that a coach's own are held to."""
    name = f"{path.parent.name}/{path.name}"
    assert check_letter(name, path.read_text(encoding="utf-8")) == []


def test_every_field_is_used_and_known_here() -> None:
    """Every field is used but `agency`, and the names in `greeting`, which coaches may need."""
    used = {name for one in MATRIX for name in FIELD.findall("\n".join(one.letter[1:]))}
    offered = {name for situation in SITUATIONS for name in fields_of(situation)}
    assert offered - used == {"agency", "contact", "reference"}
    assert offered == set(FULL)
    assert set(QUESTIONS) <= offered


@pytest.mark.parametrize("one", [m for m in MATRIX if m.facts in ("long", "odd")], ids=str)
def test_values_stand_as_they_are(one: Written) -> None:
    """Braces, brackets, quotes and any script come through untouched."""
    given = fields(one.letter, one.facts)
    for name in set(FIELD.findall(one.letter.body)) - {"company"}:  # a text may have no room
        assert given.get(name, "").removesuffix(".") in one.body


def _with_every_fact(name: str) -> Written:
    wanted = (name, "all", "plain")
    return next(m for m in MATRIX if (m.letter.name, m.facts, m.register) == wanted)


@pytest.mark.parametrize("name", [name for name in NAMES if "/phone" in name])
def test_a_call_takes_under_a_minute(name: str) -> None:
    """What is said on one path of a call, opener, reason, question and one answer, is short."""
    assert 15 <= spoken_seconds(_with_every_fact(name).body) <= 50


@pytest.mark.parametrize("name", [name for name in NAMES if "/phone" in name])
def test_a_script_knows_what_may_come(name: str) -> None:
    """A script has an opener, a bad moment, two answers or more, who else may answer, a machine."""
    one = _with_every_fact(name)
    labels = [part.partition("\n")[0] for part in one.body.strip().split("\n\n")]
    assert all(label.endswith(":") for label in labels)
    assert labels[0] == "When they answer:"
    assert re.fullmatch(r"If it('s| is) a bad (time|moment):", labels[1])
    assert re.fullmatch(r"Why you('re| are) calling:", labels[2])
    assert labels[-1] == "If it goes to voicemail:"
    assert {"If a receptionist answers:", "If someone else answers:"} & set(labels)
    ifs = [label for label in labels[3:-1] if label.startswith("If ")]
    answers = [label for label in ifs if "answers" not in label]
    assert len(answers) - ("If the person is out:" in labels) >= 2


@pytest.mark.parametrize("name", [name for name in NAMES if "/phone" in name])
def test_a_no_takes_two_lines(name: str) -> None:
    """Where a no may come, it is met with two sentences at most, thanks first, and out."""
    one = _with_every_fact(name)
    no = [part for part in one.body.split("\n\n") if re.match(r"If it('s| is) a no:", part)]
    may_come = ("their_", "waiting_", "no_date", "on_hold", "closing", "promise")
    expected = name.startswith(may_come) and not name.endswith("-no.txt")
    assert len(no) >= expected
    for part in no:
        said = part.partition("\n")[2]
        assert re.match("Thank you for (telling me|letting me know)", said)
        assert len(sentences(said)) <= 2
        assert "?" not in said


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("waiting_for_offer/email.txt", "If so", "Am I still considered? If so", "2 asks"),
        ("waiting_for_offer/email.txt", "If so", "If I am considered, and so", "considered"),
        ("their_date_passed/email.txt", "And if so, am I still being considered?", "", "missing"),
        ("their_date_passed/email.txt", "I was expecting to", "You said you would", "you said"),
        ("their_date_passed/email.txt", "I was expecting to", "Our plan was to", "our plan"),
        ("their_date_passed/email.txt", "the {job_title}", "the the {job_title}", "the the"),
        ("their_date_passed/voicemail.txt", "Has", "Am I still considered? Has", "2 asks"),
        ("their_date_passed/voicemail.txt", "Again, my number is {my_phone}.", "", "missing"),
        ("their_date_passed/email-second.txt", "Do you", "It was {when_interviewed}. Do", "must"),
        ("no_date_given/email-second.txt", "A rough", "I can add another reference. A", "must"),
        ("closing_note/email.txt", "I wish", "When will you decide? I wish", "1 asks"),
        ("promise_due/email-late.txt", "Thank", "Please let me know the day. Thank", "1 asks"),
        ("promise_due/email.txt", "[ I've attached {thing}.]", "", "missing"),
        ("promise_due/email.txt", " I look", " Tell me where the process stands. I", "stands"),
        ("offer_elsewhere/email.txt", "I wanted", "The salary is good. I wanted", "salary"),
        ("long_quiet/email.txt", "in {month_interviewed}", "{when_interviewed}", "Thursday, March"),
        ("withdrawal/email.txt", "another offer", "a better offer", "better"),
        ("no_date_given/email.txt", "position[ at", "position [at", "hole"),
        ("no_date_given/email.txt", "{greeting},", "{greeting} ,", "hole"),
        ("thank_you/email.txt", "the {job_title}", "a {job_title}", "hole"),
        ("promise_due/voicemail.txt", "at {my_phone}", "({my_phone})", "a bracket in"),
        ("no_date_given/email.txt", "Do you have a date in mind for the next step?", "", "0 asks"),
        (
            "no_date_given/short.txt",
            "Do you",
            f"{'I like it. ' * 5}Do you",
            "words, not 10 to 40",
        ),
        (
            "on_hold/email.txt",
            "It helps to know.",
            "predominantly necessitates consideration, " * 3,
            "grade",
        ),
        (
            "on_hold/email.txt",
            "Subject: Still interested: {short_title} position",
            "Subject: Hold: {short_title}",
            "subject has 2 words",
        ),
    ],
)
def test_a_spoilt_letter_is_red(name: str, old: str, new: str, fault: str) -> None:
    """Break a letter in a way that matters, and the matrix says so."""
    good = _with_every_fact(name).letter
    text = f"Subject: {good.subject}\n\n{good.body}"
    assert old in text
    subject, _, body = text.replace(old, new).partition("\n\n")
    spoilt = good._replace(subject=good.subject and subject.removeprefix("Subject: "), body=body)
    written = [
        Written(spoilt, facts, "plain", *fill_letter(spoilt, fields(spoilt, facts)))
        for facts in FACTS
    ]
    assert fault in "\n".join(one for message in written for one in faults(message))
