"""Today's list without a browser: its groups, its lines, what an open one offers, searching it."""

import datetime as dt

import pytest

from followup_lib.pages.applications.happened_model import HappenedForm
from followup_lib.pages.applications.model import ApplicationsModel
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.status import Status
from followup_lib.pages.kit.todays_list import next_due
from followup_lib.pages.start.list_model import ListModel
from followup_lib.pages.start.list_view import RowList
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import key_of as row_key
from followup_lib.records.tables import Tables
from followup_lib.store.search import JobSearch

MONDAY = dt.date(2026, 3, 16)
SAMPLE = """
Late | Quillon Health | Send the sample report | Late since Thu, March 12 | Write
Today | Osprey Lane Mutual | Answer the offer | due in 7 days | Answer
Today | Penhallow Tile Works | Offer times to talk | OK since {day} | Write
Today | Larkrise Logistics | Call, as promised | due today | Call
Today | Mercer Vale Clinic | Say where it stands | | Answer
Today | Tallis & Boone Freight | Tell them about your offer | OK since {day} | Write
Today | Fennimore Free Library | Say thank you | best today | Write
Today | Dr. Adeyemi | Thank your reference | OK since Fri, March 13 | Call
Today | Northmere Distribution | Ask where things stand | OK since {day} | Text
Today | Cobbler's Gate Credit Union | Ask where things stand | OK starting today | Call
Today | Marlpit Press | One last note, or let it go | anytime | Decide
Coming up | Inkberry House | Send a two-page edit of the leave policy | due in 4 days | Write
Coming up | Thornbury Reed Analytics | Ask where things stand | from Mon, March 23 | Write
Coming up | Emberfold Energy | Get your card ready | Interview Thu, March 19 | Prepare
On pause | Kestrel Point Museum | Open the door again, or let it go | | Decide
On pause | Ridgeline Catering | Nothing to do now | | See it
Closed | Glasswright Supply | Nothing to do now | | See it
"""
"""Rows of the sample on its Monday: group, name, what, when, button; `{day}` is the plan's."""
TABLE = [[cell.strip() for cell in row.split("|")] for row in SAMPLE.strip().splitlines()]


def test_a_comma_in_a_company_is_part_of_its_name(desk: Desk) -> None:
    """The line of “Hill, Inc.” names it whole, and the position beside it."""
    job = desk.tables.applications["application_id"].iloc[0]
    change = edits.change_application
    desk.edit("rename", lambda tables: change(tables, job, company="Hill, Inc.", job_title="Cook"))
    lines = [line for group in opened(desk).groups for line in group["lines"]]
    assert ("Hill, Inc.", "Cook") in [(line["name"], line["beside"]) for line in lines]


def test_what_was_heard_of_a_row_is_logged_from_the_list(desk: Desk) -> None:
    """The form of its row stands open on the page of applications, once; a reference has none."""
    view, sent = RowList(model := opened(desk), Status()), []
    view.send = sent.append
    key = key_of(model, "Hollis & Vane")
    view.hear({"type": "heard", "key": key})
    assert sent == [{"type": "open", "path": "07_your_applications.ipynb"}]
    for asked in (True, False):
        chosen = ApplicationsModel(again := Desk(desk.search, MONDAY))
        assert chosen.application_id == model.row(key).application_id
        assert HappenedForm(again, chosen).asked == asked
    model.toggle(key_of(model, "Dr. Adeyemi"), is_open=True)
    details = [line["detail"] for group in model.groups for line in group["lines"]]
    heard = {each["heading"]: each["heard"] for each in details if each}
    assert heard["Thank your reference: Dr. Adeyemi"] == ""
    assert "Heard from them?" in heard.values()


def opened(desk: Desk) -> ListModel:
    """Return the list with every group unfolded."""
    model = ListModel(desk)
    for group in model.groups:
        model.toggle(group["id"], is_open=True)
    return model


def lines(model: ListModel) -> dict[str, list[str]]:
    """Return what is shown of each line, by its name, the first of each."""
    found: dict[str, list[str]] = {}
    for group in model.groups:
        for line in group["lines"]:
            told = [group["title"], *(line[part] for part in ("name", "what", "when", "act"))]
            found.setdefault(line["name"], told)
    return found


def key_of(model: ListModel, name: str) -> str:
    """Return the key of the first line with this name."""
    return next(
        line["key"] for group in model.groups for line in group["lines"] if line["name"] == name
    )


def detail(model: ListModel, name: str) -> dict[str, object]:
    """Return what the open line of this name says."""
    found = (line for group in model.groups for line in group["lines"] if line["name"] == name)
    return next(line["detail"] for line in found)


@pytest.mark.parametrize("row", TABLE, ids=[row[1] for row in TABLE])
def test_a_line_says_what_to_do_and_when(desk: Desk, row: list[str]) -> None:
    """Late is only what one owes; of a wait it is said from when one may ask."""
    f = desk.plan.facts.applications
    mine = desk.plan.rows["application_id"].isin(f.index[f["company"] == row[1]])
    day = desk.day(next(iter(desk.plan.rows["earliest_on"][mine]), None))
    assert lines(opened(desk))[row[1]] == [cell.format(day=day) for cell in row]


def test_the_first_line_is_open_and_the_others_are_lines(desk: Desk) -> None:
    """The most urgent row says its reason at once; another one when it is opened."""
    model = ListModel(desk)
    is_open = [line["name"] for g in model.groups for line in g["lines"] if line["detail"]]
    assert is_open == ["Quillon Health"]
    model.toggle(key_of(model, "Marlpit Press"), is_open=True)
    told = detail(model, "Marlpit Press")
    assert str(told["reason"]).endswith("It’s fine to let it go now.")
    assert "(W4)" not in str(told["reason"])


def test_every_row_stands_in_one_group(desk: Desk) -> None:
    """No row is lost: the counts of the groups make up the plan."""
    model = ListModel(desk)
    assert sum(group["count"] for group in model.groups) == len(desk.plan.rows)


@pytest.mark.parametrize(
    ("find", "kind", "names"),
    [
        ("cobbler", "all", ["Cobbler's Gate Credit Union"]),
        ("reyes", "all", ["Cobbler's Gate Credit Union"]),
        ("payroll hollis", "all", ["Hollis & Vane"]),
        ("nobody has this name", "all", []),
        ("", "calls", ["Larkrise Logistics", "Dr. Adeyemi", "Cobbler's Gate Credit Union"]),
        (
            "",
            "references",
            ["Dr. Adeyemi", "Nadia Brightwell", "Samuel Okonjo", "Pavel Dostál"],
        ),
    ],
)
def test_the_list_is_searched(desk: Desk, find: str, kind: str, names: list[str]) -> None:
    """By company, position or person, in any order; or only calls, or only references."""
    model = ListModel(desk)
    model.find, model.kind = find, kind
    assert list(lines(model)) == names


def many(tables: Tables) -> Tables:
    """Return tables with 300 more applications, each with an interview, by turns in two months."""
    for number in range(300):
        title = {"company": f"Firm {number}", "job_title": "Clerk"}
        tables, key = edits.add_application(tables, **title)
        day = dt.date(2026, 1 + number % 2, 1 + number % 28)
        tables = edits.log(tables, key, "interview", day)
    return tables


def test_a_long_list_is_short(desk: Desk) -> None:
    """Of hundreds of rows the most urgent are shown, the rest counted, and shown when wished."""
    desk.edit("x", many)
    model = ListModel(desk)
    shown = sum(len(group["lines"]) for group in model.groups)
    assert shown <= 20
    today = next(group for group in model.groups if group["id"] == "today")
    assert today["more"] == today["count"] - len(today["lines"]) > 100
    model.show_more("today")
    assert sum(len(group["lines"]) for group in model.groups) == shown + 50
    model.find = "Firm 271"
    assert list(lines(model)) == ["Firm 271"]


def test_a_line_is_put_off(desk: Desk, search: JobSearch) -> None:
    """A day that lies ahead is needed; it is kept until then, and an undo brings the line back."""
    model = ListModel(desk)
    key = key_of(model, "Northmere Distribution")
    model.toggle(key, is_open=True)
    with pytest.raises(FollowupError, match="Choose a day in the future"):
        model.act(key, "later", "put_off", None)
    (part,) = detail(model, "Northmere Distribution")["parts"]  # type: ignore[misc]
    assert "Choose a day in the future" in part["error"]
    model.keep_day(key, "later", "2026-03-20")
    again = ListModel(Desk(search))
    again.toggle(key, is_open=True)
    (part,) = detail(again, "Northmere Distribution")["parts"]  # type: ignore[misc]
    assert part["value"] == "2026-03-20"
    assert "until Fri, March 20" in model.act(key, "later", "put_off", dt.date(2026, 3, 20))
    assert lines(model)["Northmere Distribution"][0] == "Coming up"
    desk.undo()
    assert lines(model)["Northmere Distribution"][0] == "Today"


def test_an_interview_within_a_week_is_coming_up(desk: Desk) -> None:
    """Its day and time are said, and its line leads to the card; later ones wait on them."""

    def planned(tables: Tables) -> Tables:
        for name, day in (("Near", MONDAY), ("Far", dt.date(2026, 3, 24))):
            tables, key = edits.add_application(tables, company=name, job_title="clerk")
            what = {"due_on": day, "at": "14:30"}
            tables = edits.log(tables, key, "interview_planned", MONDAY, **what)
        return tables

    desk.edit("x", planned)
    model = opened(desk)

    assert lines(model)["Near"] == [
        *("Coming up", "Near", "Get your card ready"),
        *("Interview Mon, March 16 at 2:30 PM", "Prepare"),
    ]
    assert model.open(key_of(model, "Near")) == "01_interviews"
    assert lines(model)["Far"][0] == "Waiting on them"


def test_what_is_late_comes_first_everywhere(desk: Desk) -> None:
    """The page's list, the row a page leads on to, and the plan agree on the order."""
    shown = [line["key"] for group in opened(desk).groups for line in group["lines"]]
    planned = [row_key(row) for row in desk.plan.listed("today").itertuples()]

    assert shown[: len(planned)] == planned
    found = next_due(desk)
    assert found.key == planned[0]
    assert planned[0].startswith("promise_due:quillon-health")


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("Northmere Distribution", ["Put it off", "Not this one"]),
        ("Quillon Health", ["Put it off"]),  # an own promise does not go away
        ("Osprey Lane Mutual", ["Put it off"]),  # nor does an offer
        ("Dr. Adeyemi", ["Put it off", "Not this one"]),  # a reference
    ],
)
def test_every_line_can_be_left(desk: Desk, name: str, ways: list[str]) -> None:
    """An open line offers to put it off, and "not this one" unless something is owed."""
    model = ListModel(desk)
    model.toggle(key_of(model, name), is_open=True)
    parts = detail(model, name)["parts"]
    assert [act for act, _ in parts[-1]["acts"]] == ways  # type: ignore[index]


def said(tables: Tables) -> Tables:
    """Return tables with one more application, where the day they named is in their words."""
    tables, key = edits.add_application(tables, company="Acme", job_title="Clerk")
    tables = edits.log(tables, key, "interview", dt.date(2026, 3, 9))
    return edits.log(tables, key, "they_promised", dt.date(2026, 3, 9), said="by Friday")


@pytest.mark.parametrize(
    ("answer", "day", "due"),
    [
        ("right", None, "2026-03-13"),
        ("another", dt.date(2026, 3, 12), "2026-03-12"),
        ("none", None, "NaT"),
    ],
)
def test_words_read_are_confirmed_on_their_line(
    desk: Desk, answer: str, day: dt.date | None, due: str
) -> None:
    """What was said about a day is right, another day, or none: one click where it is advised."""
    desk.edit("x", said)
    model = ListModel(desk)
    model.find = "Acme"
    key = key_of(model, "Acme")
    part, _ = detail(model, "Acme")["parts"]  # type: ignore[misc]
    acts = [["Right: Fri, March 13", "right"], ["Another day", "another"]]
    assert part["acts"] == [*acts, ["They didn’t give a date", "none"]]
    with pytest.raises(FollowupError, match="What day was meant"):
        model.act(key, "said", "another", None)
    assert model.act(key, "said", answer, day).startswith("Noted: ")
    assert str(desk.tables.timeline["due_on"].iloc[-1])[:10] == due
    assert [part["id"] for part in detail(model, "Acme")["parts"]] == ["later"]  # type: ignore[index,attr-defined]


def test_a_line_opens_its_page(desk: Desk) -> None:
    """The button chooses the row and opens the page that writes for it."""
    model = ListModel(desk)
    view = RowList(model, Status())
    sent: list[dict[str, str]] = []
    view.send = sent.append
    key = key_of(model, "Cobbler's Gate Credit Union")
    view.hear({"type": "open", "key": key})
    assert sent == [{"type": "open", "path": "02_their_date_has_passed.ipynb"}]
    assert desk.chosen == key


def test_how_a_talk_went_is_asked_on_its_page(desk: Desk) -> None:
    """The day of a planned talk has passed: the line asks how it went, and page 01 takes it."""

    def talk(tables: Tables) -> Tables:
        tables, key = edits.add_application(tables, company="Acme", job_title="Clerk")
        plan = {"due_on": dt.date(2026, 3, 13), "who": "Ms. Ortiz"}
        return edits.log(tables, key, "interview_planned", dt.date(2026, 3, 9), **plan)

    desk.edit("x", talk)
    model = ListModel(desk)
    assert lines(model)["Acme"] == ["Today", "Acme", "Say how it went", "", "Answer"]
    assert model.open(key_of(model, "Acme")) == "01_interviews"
    model.kind = "letters"
    assert "Acme" not in lines(model)


def test_a_row_that_is_gone_is_said_to_be(desk: Desk) -> None:
    """What another window settled is told, instead of opening something else."""
    with pytest.raises(FollowupError, match="no longer on the list"):
        ListModel(desk).open("thank_you:nobody:")
