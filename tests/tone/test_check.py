"""The tone check: each pattern by its examples, sentences people write, and the guards."""

import dataclasses
import datetime as dt
import itertools
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_lib.advice.plan import plan
from followup_lib.cli import main
from followup_lib.letters.draft import draft
from followup_lib.letters.template import FILE_OF_CHANNEL, LETTERS
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.situations import UNWRITTEN, Situation
from followup_lib.records.tables import Tables
from followup_lib.store.search import JobSearch
from followup_lib.tone.check import check_tone, praise, spoken_seconds, take
from followup_lib.tone.guards import CHANGE, Known, known_facts
from followup_lib.tone.kinds import kinds, patterns, read_patterns

TODAY = dt.date(2026, 3, 16)
CREDIT_UNION = "cobblers-gate-credit-union-payroll-analyst"
WORDS = {
    "day_interviewed": "March 5",
    "when_interviewed": "on March 5",
    "by_their_day": "by March 12",
    "job_title": "Payroll Analyst",
    "short_title": "Payroll Analyst",
    "my_name": "Maya Lindqvist",
    "contact": "Ms. Ortiz",
    "company": "Larkin Foods",
    "thing": "the writing sample",
    "topic": "the new ledger",
    "employers": "Larkin Foods and the county",
}


def test_every_kind_and_pattern_has_a_name_of_its_own() -> None:
    """No two patterns share an id, and each belongs to a kind."""
    assert len({pattern.id for pattern in patterns()}) == len(patterns())
    assert {pattern.kind for pattern in patterns()} <= set(kinds())


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.id)
def test_a_pattern_keeps_to_its_examples(pattern) -> None:
    """It finds what it must, lets pass what it must, says why, and its wording is better."""
    remark = next(r for r in check_tone(pattern.matches) if r.id == pattern.id)
    assert check_tone(pattern.passes) == []
    assert check_tone(take(pattern.matches, remark)) == []
    assert pattern.why.endswith(".")


@pytest.mark.parametrize("name", kinds())
def test_a_kind_says_why_and_its_wording_is_fine(name: str) -> None:
    """Each says why in a sentence; another wording is a sentence that is left alone."""
    kind = kinds()[name]
    assert kind.why.endswith(".")
    assert set(kind.allowed_in) <= set(Situation)
    if kind.instead:
        assert kind.instead.endswith((".", "?"))
        assert check_tone(kind.instead) == []


@pytest.mark.parametrize(
    "name", ["Dana Okafor", "Third Okafor", "Rusty Smith", "Will Hope", "Grace Long", "Joy Late"]
)
def test_a_name_says_nothing_of_the_tone(name: str) -> None:
    """Who one is is never pointed at: neither a name on file nor one the check has never seen."""
    text = f"This is {name}."
    assert check_tone(text, known=Known(names=frozenset({name}))) == []
    assert check_tone(f"You never called me back, {name}.", known=Known(names=frozenset({name})))
    assert check_tone(text) == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Thank you!!!", "Thank you."),
        ("Is there any news about the timeline??", "Is there any news about the timeline?"),
        ("You said you'd call me by Friday.", "I was expecting to hear from you by Friday."),
        ("You promised to get back to me.", "I was expecting to hear from you."),
        (
            "Hi Ana,\n\nHave you decided?",
            "Hi Ana,\n\nDo you have a date in mind for the next step?",
        ),
        ("I'm going to contact your manager.", "Is there somebody else I should ask?"),
        ("Thanks. Just checking in.", "Thanks. I wanted to ask where things stand."),
        ("Please reply to me ASAP.", "Please reply to me when you can."),
        ("Thank you. I am available to start tomorrow. Goodbye.", "Thank you. Goodbye."),
        ("THANKS for your time.", "Thanks for your time."),
        ("I met Ms. ORTIZ on March 5.", "I met Ms. Ortiz on March 5."),
        (
            "I wanted to ask where things stand. You never called me back.",
            "I wanted to ask where things stand.",
        ),
    ],
)
def test_use_this_wording_makes_the_sentence_better(text: str, better: str) -> None:
    """One click on the first remark leaves a message a coach would send."""
    assert take(text, check_tone(text)[0]) == better
    assert check_tone(better) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Where are you?", "where-are-you"),
        ("I'm going to go over your head.", "over-the-head"),
        ("I'll take any job at any pay.", "any-job"),
        ("Thank you 😊", "emoji"),
        ("It was an amazing talk with an incredible team.", "flattery"),
        ("I am VERY interested.", "capitals"),
        ("I loved it! Thank you! Bye!", "exclamation"),
        ("My former manager said that I am the best writer she has had.", ""),
        ("I worked in an urgent care center.", ""),
        ("I was a driver for ASAP Logistics.", ""),
        ("I set up a savings plan for our members.", ""),
        ("I can answer by Friday.", ""),
    ],
)
def test_the_matter_is_this_hiring(text: str, found: str) -> None:
    """The seeker, the employer, and this job: the same words about something else are fine."""
    assert [remark.id for remark in check_tone(text)] == ([found] if found else [])


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("URGENT!!!", ["exclamation", "capitals"]),
        ("Still waiting", ["still-waiting"]),
        ("Still waiting for your reply!", ["still-waiting"]),
        ("Did you get my email?", ["did-you-get"]),
        ("Urgent care nurse interview (March 5): next steps", []),
        ("Following up: Accountant interview, Dana Price", []),
    ],
)
def test_a_subject_is_read_for_its_phrases(subject: str, found: list[str]) -> None:
    """What shouts or blames in a subject is pointed at; one that names the role is left alone."""
    assert [remark.id for remark in check_tone(subject, subject=True)] == found


def test_curly_quotes_case_and_line_breaks_make_no_difference() -> None:
    """One sentence typed four ways gets the same remark."""
    ways = ("i haven't heard from you", "I HAVEN’T heard from you", "I haven’t\nheard  from you")
    assert {check_tone(way)[0].id for way in ways} == {"have-not-heard"}


def test_what_is_right_with_a_dated_offer() -> None:
    """“Have you decided” is a remark, but not when a dated offer elsewhere is the reason."""
    text = "Have you decided?"
    assert check_tone(text)
    assert check_tone(text, situation=Situation.OFFER_ELSEWHERE) == []


@pytest.mark.parametrize(
    "file", sorted(LETTERS.glob("*/*.txt")), ids=lambda f: f"{f.parent.name}/{f.stem}"
)
def test_our_own_letters_get_no_remark(file: Path) -> None:
    """No letter or script of ours, with all its parts or the fewest, is pointed at."""
    text = file.read_text(encoding="utf-8")
    for parts in (re.sub(r"[\[\]]", "", text), re.sub(r"\[[^\[\]]*\]", "", text)):
        filled = re.sub(r"\{(\w+)\}", lambda m: WORDS.get(m[1], "March 9"), parts)
        assert check_tone(filled, situation=file.parent.name) == []


def test_finished_letters_get_no_remark(sample: Tables) -> None:
    """Nor has any finished message of the sample, by any way, with all its names and days."""
    now = plan(sample, TODAY)
    checked = 0
    for row in now.rows[~now.rows["situation"].isin(list(UNWRITTEN))].itertuples():
        known = known_facts(now, sample, row, attached=True)
        for channel in FILE_OF_CHANNEL:
            made = draft(now, sample, row, channel=channel)
            text = f"{made.subject or ''}\n{made.body or ''}"
            assert check_tone(text, situation=made.situation, known=known) == [], made.letter
            checked += made.body is not None
    assert checked > 60


def facts(sample: Tables, **changed: object) -> Known:
    """Return what is known of the payroll analyst at the credit union."""
    now = plan(sample, TODAY)
    row = next(now.of(CREDIT_UNION).itertuples())
    return dataclasses.replace(known_facts(now, sample, row, attached=False), **changed)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I enjoyed our talk about Quillon Health.", "another-row"),
        ("Hello Mr. Wójcik, thank you for the talk.", "another-row"),
        ("I liked what Wójcik said about manuals.", "another-row"),
        ("the Technical Writer position", "another-row"),
        ("about the position of technical writer", "another-row"),
        ("I asked the Writer of the manual about Health and Safety at the College.", ""),
        ("I was a technical writer for six years.", ""),
        ("My talk with Wójcik went well.", "another-row"),
        ("Enclosed is the report.", "no-file"),
        ("I have enclosed the report.", "no-file"),
        ("Please see the attachment.", "no-file"),
        ("I enclosed every claim with a cover sheet at the shop.", "no-file"),
        ("Dr. Adeyemi told me that you called.", "reference-told"),
        ("Samuel Okonjo was called by your office.", "reference-told"),
        ("You may call Dr. Adeyemi at any time.", ""),
        ("Hello Ms. Reyes, about the Payroll Analyst position.", ""),
        ("The new payroll system at Cobbler's Gate Credit Union", ""),
        ("The report is attached.", "no-file"),
        ("I am attached to this town.", ""),
        ("We spoke on Friday, March 5.", "wrong-weekday"),
        ("We spoke on Thursday, March 5.", ""),
        ("We spoke on Thursday, 5 March 2026.", ""),
        ("We spoke on March 5th.", ""),
        ("We spoke on Wednesday, March 4.", "unknown-day"),
        ("We spoke on the 31st of February.", "no-such-day"),
        ("I may call on Thursday.", ""),
        ("March was busy here.", ""),
    ],
)
def test_a_guard(sample: Tables, text: str, found: str) -> None:
    """What only the spreadsheet can tell: another row, a file, a weekday, a day not on file."""
    remarks = check_tone(text, known=facts(sample))
    assert [remark.id for remark in remarks] == ([found] if found else [])
    assert all(remark.grave and remark.weight == CHANGE for remark in remarks)


def test_a_file_that_is_chosen_may_be_spoken_of(sample: Tables) -> None:
    """“Attached” is fine once a file is there."""
    assert check_tone("The report is attached.", known=facts(sample, attached=True)) == []


def test_nothing_is_said_of_files_when_nothing_is_known_of_them(sample: Tables) -> None:
    """Without knowing whether a file is there, “attached” is left alone."""
    assert check_tone("The report is attached.") == []
    assert check_tone("The report is attached.", known=Known()) == []
    assert check_tone("The report is attached.", known=facts(sample, attached=None)) == []


def test_a_day_just_given_is_known(sample: Tables) -> None:
    """The new day of a promise may stand in the message before it is logged."""
    now = plan(sample, TODAY)
    row = next(now.of("quillon-health-technical-writer").itertuples())
    text = "You will have it on Friday, March 27."
    assert check_tone(text, known=known_facts(now, sample, row))
    new = known_facts(now, sample, row, also_days=[dt.date(2026, 3, 27)])
    assert check_tone(text, known=new) == []


def test_somebody_never_met_is_left_out(sample: Tables) -> None:
    """A person of the firm who took no part in a talk is pointed at; one who did is not."""
    tables = edits.note_person(sample, CREDIT_UNION, "Mr. Basil Thorne", role="director")
    now = plan(tables, TODAY)
    row = next(now.of(CREDIT_UNION).itertuples())
    text = "Mr. Basil Thorne may like to know."
    assert [r.id for r in check_tone(text, known=known_facts(now, tables, row))] == ["not-met"]
    met = edits.log(tables, CREDIT_UNION, "interview", dt.date(2026, 3, 9), who="Mr. Basil Thorne")
    now = plan(met, TODAY)
    assert check_tone(text, known=known_facts(now, met, row)) == []


@pytest.mark.parametrize(
    ("company", "text", "found"),
    [
        ("Next", "Next, I closed the books. May I ask about next week?", ""),
        ("Next", "My talk at Next went well.", "Next"),
        ("May", "I closed the books in May. May I ask one thing?", ""),
        ("Apple", "I like Apple pie.", ""),
        ("Apple", "The work with Apple went well.", "Apple"),
        ("Target", "Our Target was met.", ""),
        ("Quillfeather", "I liked what Quillfeather does.", "Quillfeather"),
        ("Fern & Sons", "Greetings to Fern & Sons.", "Fern & Sons"),
        ("青山銀行", "私は青山銀行で働きました。", "青山銀行"),
    ],
)
def test_companies_of_one_word(company: str, text: str, found: str) -> None:
    """A company named like a common word counts only where a company must stand."""
    known = Known(companies={company: company})
    assert [r.phrase for r in check_tone(text, known=known)] == ([found] if found else [])


@pytest.mark.parametrize(
    ("person", "text", "found"),
    [
        ("王小明", "您好王小明，", "王小明"),
        ("محمد علي", "مرحبا محمد علي", "محمد علي"),
        ("Ms. Ana Price", "Hello Ms. Price, thank you.", "Price"),
        ("Ms. Ana Price", "The Price list was my work.", ""),
        ("Mr. Amsel", "Thank you, and greetings to Amsel.", "Amsel"),
        ("Mr. Reyes", "Hello Ms. Reyes, thank you.", ""),
        ("Anna Reyes", "Hello Anna Reyes, thank you.", "Anna Reyes"),
    ],
)
def test_people_of_other_rows(person: str, text: str, found: str) -> None:
    """A person is found by name or surname, in any script; a namesake of one's own is not."""
    known = Known(own=frozenset({"Ms. Reyes"}), people={person: "Elsewhere"})
    assert [r.phrase for r in check_tone(text, known=known)] == ([found] if found else [])


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"kind": None}, "pattern 1 (x): kind is missing; add it."),
        ({"pattern": "a(b"}, "the pattern 'a(b' cannot be read"),
    ],
)
def test_a_mistake_in_the_patterns_is_told_in_words(changed: dict[str, str], told: str) -> None:
    """A wrong bracket or a missing key names the entry and says what to do."""
    whole = {"id": "x", "kind": "blame", "pattern": "a", "why": "w", "instead": ""}
    whole |= {"matches": "a", "passes": "b", **changed}
    entry = {key: value for key, value in whole.items() if value is not None}
    with pytest.raises(FollowupError, match=re.escape(told)):
        read_patterns({"pattern": [entry]})


def test_the_gravest_comes_first(sample: Tables) -> None:
    """A wrong name stands before a small thing, whatever their order in the text."""
    text = "Just checking in. I haven't heard from Quillon Health."
    weights = [remark.id for remark in check_tone(text, known=facts(sample))]
    assert weights == ["another-row", "checking-in"]


def test_either_apostrophe_is_the_same_name(sample: Tables) -> None:
    """A name of another row with an apostrophe is seen when it is typed with a curly one."""
    here = facts(sample, companies={"Miller's Lane Bank": "Miller's Lane Bank"})
    text = "I would enjoy the work at Miller’s Lane Bank."
    assert [r.phrase for r in check_tone(text, known=here)] == ["Miller’s Lane Bank"]


def test_one_click_takes_the_other_wording() -> None:
    """Taking a remark replaces exactly its place, with a capital where one stood."""
    text = "Hello,\n\nHave you decided? Thanks."
    remark = check_tone(text)[0]
    changed = take(text, remark)
    assert changed == "Hello,\n\nDo you have a date in mind for the next step? Thanks."
    assert check_tone(changed) == []


@pytest.mark.parametrize(
    ("text", "calm"),
    [
        ("Hi JENNIFER,", "Hi Jennifer,"),
        ("Dear MARIA LOPEZ,", "Dear Maria Lopez,"),
        ("Hello Ms. BRANDT:", "Hello Ms. Brandt:"),
        ("The talk on MONDAY, MARCH 16, went well.", "The talk on Monday, March 16, went well."),
        ("I am VERY glad.", "I am very glad."),
        ("Hi Ana, THANKS again.", "Hi Ana, thanks again."),
    ],
)
def test_a_name_that_was_shouted_is_a_name_again(text: str, calm: str) -> None:
    """Names behind a greeting, weekdays and months keep their capital; other words do not."""
    while remarks := [each for each in check_tone(text) if each.id == "capitals"]:
        text = take(text, remarks[0])
    assert text == calm


def test_a_phrase_without_other_wording_goes() -> None:
    """Nothing is left of it, nor a double space."""
    text = "Thank you. I am available to start tomorrow. Goodbye."
    changed = take(text, check_tone(text)[0])
    assert "tomorrow" not in changed
    assert "  " not in changed


def test_praise_is_true(sample: Tables) -> None:
    """It names what the message does, and never more than three things."""
    known = facts(sample)
    good = "Thank you for the talk about the Payroll Analyst position. Has the date moved?"
    assert praise(good, known) == [
        "Short enough to be read at once: 14 words.",
        "It names the position.",
        "It asks one clear question.",
    ]
    assert praise("", known) == []
    assert "thanks" not in " ".join(praise("Call me. Soon? Now?", known))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", 0),
        ("one two three", 1),
        ("word " * 150, 60),
        ("(609) 555-0142", 4),
        (f"Why:\n{'word ' * 50}\n\nIf yes:\n{'yes ' * 25}\n\nIf no:\n{'no ' * 25}", 30),
        (f"Why:\n{'word ' * 50}\n\n{'my own ' * 25}", 40),
    ],
)
def test_spoken_seconds(text: str, seconds: int) -> None:
    """150 words take a minute, a figure is a word; of a script only one path counts."""
    assert spoken_seconds(text) == seconds


@settings(max_examples=300)
@given(st.text(st.sampled_from("aI yousaid'’!?.,\n5Marchtoday😊ABCD{}[]$"), max_size=200))
def test_no_text_breaks_the_check(text: str) -> None:
    """Remarks lie inside the text and do not overlap; taking one leaves a text to check again."""
    remarks = check_tone(text, known=Known(TODAY, own=frozenset({"Ms. X"}), people={"Ada": "B"}))
    for remark in remarks:
        assert text[remark.start : remark.end] == remark.phrase
        check_tone(take(text, remark))
    spans = sorted((remark.start, remark.end) for remark in remarks)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))


def test_the_command_prints_remarks(tmp_path: Path, search: JobSearch, capsys) -> None:
    """`followup tone FILE --json` prints weight, phrase, why, instead; an empty list when fine."""
    file = tmp_path / "letter.txt"
    file.write_text("Did you get my last e-mail?", encoding="utf-8")
    assert main(["tone", str(file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [set(remark) for remark in told] == [{"weight", "phrase", "why", "instead"}]
    file.write_text("Thank you for the talk.", encoding="utf-8")
    assert main(["tone", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    file.write_text("Enclosed is the report.", encoding="utf-8")
    assert main(["tone", str(file)]) == 0
    assert capsys.readouterr().out == "Nothing to change.\n"
    file.write_text("Hello Mr. Wójcik.", encoding="utf-8")
    own = ["--application", CREDIT_UNION, "--search", str(search.folder)]
    assert main(["tone", str(file), *own]) == 0
    assert "belongs to another application" in capsys.readouterr().out


def test_the_command_refuses_what_it_cannot_read(tmp_path: Path, search: JobSearch, capsys) -> None:
    """No file, no text, an unknown application: one sentence, exit code 2."""
    missing = tmp_path / "nothing.txt"
    assert main(["tone", str(missing)]) == 2
    missing.write_bytes(b"\xff\xfe\x00")
    assert main(["tone", str(missing)]) == 2
    missing.write_text("Hello", encoding="utf-8")
    assert main(["tone", str(missing), "--application", "x", "--search", str(search.folder)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 3
