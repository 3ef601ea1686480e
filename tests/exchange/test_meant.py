"""Nothing is silently wrong: what is read of lists people write is meant, or asked, or marked."""

from collections import Counter

import pytest

from followup_lib.exchange.layout import ABOVE
from tests.exchange.look_alikes import HEAD, LOOK_ALIKES, ROW
from tests.exchange.meant import MEANT
from tests.exchange.messy import preview_of
from tests.exchange.silently import ASKED, INFERRED, RIGHT, WRONG, verdicts


def judged(name: str, *, answers: dict[str, str] | None = None) -> list[str]:
    """Return the verdict on each row of a list that was read."""
    file, meant = MEANT[name]
    first = file.count("\n") - len(meant) + 1
    return [each for _, each in verdicts(preview_of(file, answers=answers), first, meant)]


def test_nothing_is_silently_wrong() -> None:
    """Over all lists whose meaning is known, no row is read as what its author did not mean."""
    table = {name: Counter(judged(name)) for name in MEANT}
    total: Counter[str] = sum(table.values(), Counter())
    print(f"\n{'':45}{RIGHT:>7}{ASKED:>7}{INFERRED:>10}{WRONG:>7}")
    for name, counts in [*table.items(), (f"{len(table)} lists", total)]:
        print(f"{name:45}{counts[RIGHT]:7}{counts[ASKED]:7}{counts[INFERRED]:10}{counts[WRONG]:7}")
    assert {name for name, counts in table.items() if counts[WRONG]} == set()
    assert len(MEANT) >= 40


@pytest.mark.parametrize(
    ("name", "answers", "after"),
    [
        ("a comma with an empty field at the end", {"moved": "yes"}, [RIGHT] * 3),
        ("a comma and one field too many", {"moved": "yes"}, [RIGHT] * 2),
        ("two commas in one row", {"moved": "yes"}, [RIGHT] * 2),
        ("a sum with commas", {"moved": "yes"}, [RIGHT] * 2),
        (
            "days in the status alone, which comes first untold",
            {"dates:Status": "month"},
            [INFERRED, INFERRED, RIGHT],
        ),
        ("a day to follow up", {"use:Follow-up Date": "yes"}, [RIGHT]),
        ("a next step with its day", {"use:Next Step": "yes"}, [RIGHT]),
        (
            "a talk or an end in a note",
            {"talked": "yes", "ended": "yes"},
            [RIGHT] * 7,
        ),
        ("a day to follow up that is past", {"done:Follow up": "yes"}, [RIGHT] * 2),
        ("a next step whose day is past", {"use:Next step": "yes"}, [RIGHT]),
        ("their day, in the notes", {"said": "yes"}, [INFERRED]),
        ("what one did, in the notes", {"sent": "yes"}, [RIGHT] * 4),
        (
            "a day not understood in a row that is over",
            {"day:8/82025": "2025-08-08", "day:soon after Easter": "none"},
            [RIGHT, RIGHT],
        ),
    ],
)
def test_an_answer_settles_what_was_asked(
    name: str, answers: dict[str, str], after: list[str]
) -> None:
    """One answer puts moved rows back, takes over what was offered, or tells the day."""
    assert ASKED in judged(name)
    assert judged(name, answers=answers) == after
    file, _ = MEANT[name]
    assert not {*answers} & {each.key for each in preview_of(file, answers=answers).undecided}


def test_the_day_an_offer_ends_is_that_of_the_offer() -> None:
    """Said yes to, a deadline beside an offer is the day to answer by; no event is added."""
    file, _ = MEANT["an offer’s last day"]
    (entry,) = preview_of(file, answers={"use:Deadline": "yes"}).entries
    assert [(str(e.event), str(e.due_on)) for e in entry.events][1:] == [("offer", "2026-03-20")]


def test_headings_nobody_knows_are_offered_and_taken() -> None:
    """Row 3 looks like headings; said to be, it names the columns, and one can say what of."""
    file, _ = MEANT["headings nobody knows"]
    (asked,) = (each for each in preview_of(file).undecided if each.key == "headings")
    assert asked.text == "Row 3 looks like your headings. Does it name the columns?"
    assert list(preview_of(file, answers={"headings": "3"}).columns) == ["Betrieb X", "Was", "Am"]


def test_the_sentence_counts_everything_undecided_by_kind() -> None:
    """Days, statuses, contacts and rows out of place are counted, for rows that are over too."""
    rows = "Ames,Cook,8/82025,Rejected\nBo,Baker,next moon,Waitlisted\nAcme, Inc.,Clerk,,Applied\n"
    seen = preview_of(HEAD + ROW + rows)
    assert seen.sentence == (
        "4 rows read, none lost; 4 need your eye: 1 row out of place, 2 days, 1 status. "
        "New: three applications."
    )


def test_what_matters_most_is_asked_first() -> None:
    """Offers come first, then last rounds, refusals, what is alive; each with its rows."""
    words = ("Waitlisted", "Rejected??", "final round??", "Offer??")
    rows = "".join(f"Firm {n},Clerk,,{word}\n" for n, word in enumerate(words))
    asked = preview_of(HEAD + rows).questions
    assert list(asked) == [f"status:{word}" for word in reversed(words)]
    assert str(asked["status:Offer??"]) == "What does “Offer??” mean? (row 5: Firm 3, Clerk)"


def test_months_between_the_rows_are_no_applications() -> None:
    """A heading between the rows is set aside as what it is, and is no row of the list."""
    seen = preview_of(MEANT["months between the rows"].file)
    assert [each.why for each in seen.aside] == ["is a heading between the rows"] * 3
    assert {each.kind for each in seen.aside} == {ABOVE}
    assert seen.rows == 3


def test_every_known_oddity_is_read_or_asked() -> None:
    """No look-alike crashes the count: what the sentence counts is what is undecided."""
    for alike in LOOK_ALIKES.values():
        seen = preview_of(alike.file)
        total = sum(each.number for each in seen.undecided)
        assert (f" {total} need" in seen.sentence) == bool(total)


def test_who_it_is_can_be_told() -> None:
    """A cell that does not tell who it is for certain is asked about; the answer is the contact."""
    cell = "Mia Chan or her boss 609 555 0100"
    file = f'Company,Job Title,Contact\nAmes,Archivist,"{cell}"\nHill,Clerk,Ms. Ortiz\n'
    (asked,) = preview_of(file).undecided
    assert "contact_name" not in preview_of(file).entries[0].values
    told = preview_of(file, answers={asked.key: "Mia Chan"})
    assert told.undecided == []
    assert told.entries[0].values["contact_name"] == "Mia Chan"
    assert cell in told.entries[0].values["notes"]


def test_what_would_end_several_rows_is_quoted_for_each() -> None:
    """One yes ends them all: the words of each stand in the question, with what they become."""
    rows = "Hill,Clerk,2/13/2026,rejected 3/1\nAmes,Cook,2/14/2026,they never wrote back\n"
    (asked,) = preview_of(f"Company,Title,Applied,Notes\n{rows}").undecided
    assert asked.example == (
        "Hill, Clerk, “rejected 3/1”: not chosen, Sun, March 1; "
        "Ames, Cook, “they never wrote back”: let go for now"
    )


def test_a_list_without_companies_asks_which_column_names_them() -> None:
    """Positions with days and no company are asked about, once, by the first column of names."""
    file = "Project,Role,Submitted,Agent\nOur Town,Emily,2/13/2026,Kim\nCats,Cook,2/14/2026,Kim\n"
    (asked,) = preview_of(file).undecided
    assert str(asked) == "What is in Project? No other column names the company."


@pytest.mark.parametrize(
    ("heads", "cells", "asked"),
    [
        ("Applied,Zusammen", ("2026-02-02,2026-03-03", "2026-02-03,"), "Zusammen"),
        ("Applied,Interview", ("2026-02-02,2026-03-03", "2026-02-03,2026-03-03") * 2, "Interview"),
        ("Applied,Interview w/ CEO", ("2026-02-02,2026-03-03", "2026-02-03,"), "Interview w/ CEO"),
        ("Applied,Last updated", ("2026-02-02,2026-03-03", "2026-02-03,2026-03-04"), ""),
    ],
)
def test_days_that_nothing_tells_of_are_asked_about(
    heads: str, cells: tuple[str, ...], asked: str
) -> None:
    """A column of days under a name nobody knows, or all the same, is asked about, not filed."""
    rows = "".join(f"Firm {n},Clerk,{each}\n" for n, each in enumerate(cells))
    seen = preview_of(f"Company,Title,{heads}\n{rows}")
    assert [each.key for each in seen.undecided] == [f"column:{asked}"] * bool(asked)
