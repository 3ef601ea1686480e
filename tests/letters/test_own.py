"""A coach's own letters: they win, their errors are named by file and line, ours stand in."""

import datetime as dt
import json
from pathlib import Path

import pytest

from followup_lib.advice.plan import plan
from followup_lib.cli import main
from followup_lib.letters.draft import Draft, draft, letter_row
from followup_lib.letters.own import check_letter, read_own_letters
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.letter.model import LetterModel
from followup_lib.store.csv import read_tables
from followup_lib.store.search import JobSearch

MONDAY = dt.date(2026, 3, 16)
REYES = "cobblers-gate-credit-union-payroll-analyst"
PASSED = "their_date_passed/email.txt"
GOOD = "Subject: A word on {short_title}\n\nDear[ {contact}],\n\nHow is it going?\n\n{my_name}\n"


def put(search: JobSearch, name: str, text: str | bytes) -> Path:
    """Put a letter of one's own into a search."""
    path = search.folder / "letters" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def written(search: JobSearch, channel: str = "email") -> Draft:
    """Return the draft to Ms. Reyes, whose date has passed."""
    tables = read_tables(search.folder)
    now = plan(tables, MONDAY)
    letters = read_own_letters(search.folder)
    return draft(now, tables, letter_row(now, REYES), letters=letters, channel=channel)


def test_ones_own_letter_wins(search: JobSearch) -> None:
    """A letter in the search's folder is used in place of ours; the other ways stay ours."""
    ours = written(search, "voicemail").body
    put(search, PASSED, GOOD)
    made = written(search)
    assert made.subject == "A word on Payroll Analyst"
    assert made.body == "Dear Ms. Reyes,\n\nHow is it going?\n\nMaya Lindqvist\n"
    assert made.problems == ()
    assert written(search, "voicemail").body == ours


def test_an_edit_shows_in_the_next_draft(search: JobSearch) -> None:
    """Saving the file is enough: the next draft has the new words, and without it ours are back."""
    ours = written(search).body
    path = put(search, PASSED, GOOD)
    path.write_text(GOOD.replace("How is it going", "Any news"), encoding="utf-8")
    assert "Any news?" in (written(search).body or "")
    path.unlink()
    assert written(search).body == ours


def test_an_ending_we_do_not_have_is_allowed(search: JobSearch) -> None:
    """A coach may write a variant where we have none."""
    put(search, "ask_for_feedback/email-known.txt", GOOD)
    assert list(read_own_letters(search.folder).usable) == ["ask_for_feedback/email-known.txt"]


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        (PASSED, GOOD.replace("{contact}", "{conact}"), 3, "{conact} isn’t a field here; allowed"),
        (PASSED, GOOD.replace("How", "{thing} How"), 5, "{thing} isn’t a field here; allowed"),
        (PASSED, GOOD.replace("How", "{reference} How"), 5, "{reference} isn’t a field here"),
        (PASSED, GOOD.replace("{contact}", "{contact.name}"), 3, "a stray {"),
        (PASSED, GOOD.replace("{my_name}", "{my_name"), 7, "a stray {"),
        (PASSED, GOOD.replace("{my_name}", "my_name}"), 7, "a stray }"),
        (PASSED, GOOD.replace("],", ","), 3, "the [ is never closed"),
        (PASSED, GOOD.replace("[ {contact}]", " {contact}]"), 3, "a stray ] with no [ before it"),
        (PASSED, GOOD.replace("[ {contact}]", "[ [{contact}]]"), 3, "inside the bracket of line 3"),
        (PASSED, GOOD.replace("[ {contact}]", " {contact}"), 3, "{contact} may be unknown"),
        (PASSED, GOOD.replace("[ {contact}]", " [First Name]"), 3, "'[First Name]' isn’t a field"),
        (PASSED, GOOD.replace("{my_name}", "<<your name>>"), 7, "'<<your name>>' isn’t a field"),
        (PASSED, GOOD.partition("\n\n")[2], 1, "has no subject"),
        (PASSED, GOOD.replace("A word on {short_title}", " "), 1, "has no subject"),
        (PASSED, GOOD.replace("}\n\nD", "}\nD"), 2, "leave an empty line"),
        (PASSED, "Subject: Hello\n\n", 1, "has a subject and no letter"),
        ("their_date_passed/short.txt", GOOD, 1, "belongs in e-mails only"),
        (PASSED, "", 0, "is empty"),
        (PASSED, " \n\n", 0, "is empty"),
        (PASSED, GOOD.replace("How", "Caf\u00e9, how").encode("latin-1"), 5, "is not UTF-8 text"),
        (PASSED, "Subject: Hello\n\n".encode("utf-16"), 1, "is not UTF-8 text"),
        (PASSED, GOOD + "word " * 200_000, 0, "is too long for a letter; allowed are 20,000"),
        ("their_date_passed/letter.txt", GOOD, 0, "'letter.txt' isn’t the name of a letter"),
        ("their_date_passed/email.text", GOOD, 0, "'email.text' isn’t the name of a letter"),
        ("their_date_passed/email-third.txt", GOOD, 0, "isn’t the name of a letter"),
        (
            "their_date/email.txt",
            GOOD,
            0,
            "isn’t a situation; allowed are the folders",
        ),
        ("email.txt", GOOD, 0, "'email.txt' isn’t a situation"),
        ("rest/email.txt", GOOD, 0, "'rest' isn’t a situation"),
    ],
)
def test_what_is_wrong_is_named(
    search: JobSearch, name: str, text: str | bytes, line: int, words: str
) -> None:
    """A letter that cannot be used is named with its line, what was found and what is allowed."""
    ours = written(search).body
    put(search, name, text)
    (problem,) = read_own_letters(search.folder).problems
    place = f"letters/{name}{f', line {line}' if line else ''}: "
    assert str(problem).startswith(place)
    assert words in str(problem)
    made = written(search)
    assert made.body == ours
    if name == PASSED:
        assert made.problems == (f"{problem} The workbook’s own letter is used for now.",)
    else:
        assert made.problems == ()


def test_every_error_of_a_letter_is_told_at_once() -> None:
    """A coach mends a letter in one go, not one error at a time."""
    text = "Subject: {short_titel}\n\nDear {conact}\n\n[ {topic}\n"
    assert [problem.row for problem in check_letter(PASSED, text)] == [1, 3, 5]


def test_a_letter_of_ones_own_stays_word_for_word(search: JobSearch) -> None:
    """The formal register changes our words only; theirs have a file of their own for it."""
    put(search, PASSED, GOOD.replace("How is it going?", "I'm curious. Thanks!"))
    search.set_settings("seeker", register="formal")
    assert "I'm curious. Thanks!" in (written(search).body or "")
    put(search, PASSED.replace(".txt", "-formal.txt"), GOOD)
    assert "How is it going?" in (written(search).body or "")


def test_a_name_of_the_form_of_before_greets_as_now(search: JobSearch) -> None:
    """“Dear[ {contact}],” has the name people are greeted by; “{greeting}” has all of it."""
    put(search, PASSED, GOOD.replace("Dear[ {contact}]", "{greeting}"))
    assert (written(search).body or "").startswith("Hi Ms. Reyes,")


def test_windows_text_and_notes_of_ones_own_are_fine(search: JobSearch) -> None:
    """A mark at the start, Windows line ends, a README and hidden files do no harm."""
    put(search, PASSED, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    put(search, "README.md", "my notes {x")
    put(search, "thank_you/.email.txt.swp", b"\xff\x00")
    assert read_own_letters(search.folder).problems == ()
    assert "\r" not in (written(search).body or "")


def test_letters_that_is_a_file_is_none(search: JobSearch) -> None:
    """A file called letters is nobody's folder of letters."""
    (search.folder / "letters").write_text("my letters", encoding="utf-8")
    assert read_own_letters(search.folder).usable == {}


def test_the_terminal_says_so(search: JobSearch, capsys: pytest.CaptureFixture[str]) -> None:
    """`followup draft` gives our letter and one line on stderr; `followup check` lists them all."""
    put(search, PASSED, GOOD.replace("{contact}", "{conact}"))
    put(search, "thank_you/email.txt", "")
    where = ["--search", str(search.folder)]
    assert main(["draft", REYES, "--channel", "email", "--json", *where]) == 2
    told = capsys.readouterr()
    assert "I was expecting" in json.loads(told.out)["body"]
    assert told.err.startswith(f"letters/{PASSED}, line 3: {{conact}} isn’t a field here")
    assert told.err.count("\n") == 1
    assert main(["draft", REYES, "--channel", "voicemail", *where]) == 0
    capsys.readouterr()
    assert main(["check", *where]) == 2
    assert [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()] == [
        "letters/thank_you/email.txt",
        f"letters/{PASSED}, line 3",
    ]


def test_the_page_says_so(desk: Desk) -> None:
    """The page shows why one's own letter is not used, and the new words once it is mended."""
    put(desk.search, PASSED, GOOD.replace("{contact}", "{conact}"))
    model = LetterModel(desk, "02_their_date_has_passed")
    model.key = next(key for key in model.offered if REYES in key)
    model.channel = "email"
    assert "I was expecting" in model.body
    assert "line 3: {conact} isn’t a field here" in model.problems[0]
    put(desk.search, PASSED, GOOD)
    model.channel = "phone"
    model.channel = "email"
    assert model.problems == []
    assert "How is it going?" in model.body
