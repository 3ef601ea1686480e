"""The four answers to an offer, on its letter page and in the file."""

import datetime as dt

import pytest

from followup_lib.pages.kit.common import Status
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.letter.facts_view import Asked
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.offer_reply_view import OfferReply
from followup_lib.pages.letter.sent_model import SentModel
from followup_lib.records.errors import FollowupError
from tests.pages.letter.test_model import MONDAY, O_PAGE

OSPREY = "osprey-lane-mutual-operations-analyst"


@pytest.fixture
def model(desk: Desk) -> LetterModel:
    """Return the page, turned to the offer of the sample."""
    page = LetterModel(desk, O_PAGE)
    page.key = f"offer_to_answer:{OSPREY}:"
    return page


def last(desk: Desk) -> tuple[str, str, str]:
    """Return event, second day and way of the newest row."""
    row = desk.search.read().timeline.iloc[-1]
    return row["event"], str(row["due_on"])[:10], row["channel"]


def test_nothing_is_chosen_for_the_person(model: LetterModel) -> None:
    """Before an answer is chosen there are no words, and nothing can be logged."""
    assert OfferReply(model, Status()).answer.value is None
    assert model.body == ""
    with pytest.raises(FollowupError, match="Choose one of the four"):
        SentModel(model).log(MONDAY, "email")


@pytest.mark.parametrize(
    ("reply", "words", "event"),
    [
        ("accept", "happy to accept", ("accepted", "NaT", "email")),
        ("decline", "decided not to accept", ("declined", "NaT", "email")),
        ("date", "confirm the date", ("wrote", "NaT", "email")),
    ],
)
def test_each_answer_writes_and_logs_its_own(
    model: LetterModel, reply: str, words: str, event: tuple[str, str, str]
) -> None:
    """Yes and no settle it and leave the list; asking for the day is a message."""
    model.choose_reply(reply)
    assert words in model.body
    SentModel(model).log(MONDAY, "email")

    assert last(model.desk) == event
    rows = model.desk.plan.of(OSPREY)
    assert (rows["when"] != "today")[rows["reference_id"] == ""].all()


def test_asking_for_time_needs_a_day_and_is_done_once(model: LetterModel) -> None:
    """The day is asked for; then the row is back on the eve of the deadline; not twice."""
    model.choose_reply("time")
    assert list(model.questions) == ["until_day"]
    model.set_new_day(dt.date(2026, 3, 27))
    assert "until Friday, March 27" in model.body
    SentModel(model).log(MONDAY, "email")

    assert last(model.desk) == ("asked_for_time", "2026-03-27", "email")
    assert str(model.desk.plan.of(OSPREY)["earliest_on"].iloc[0].date()) == "2026-03-20"
    model.key = f"offer_to_answer:{OSPREY}:"
    with pytest.raises(FollowupError, match="You asked for time on Mon, March 16"):
        model.choose_reply("time")


def test_the_day_is_asked_where_the_words_will_be(model: LetterModel) -> None:
    """Without the day nothing is logged; once it is given, the letter stands and names it."""
    model.choose_reply("time")
    with pytest.raises(FollowupError, match="What day did you ask for time until"):
        SentModel(model).log(MONDAY, "email")
    came: list[str] = []
    asked = Asked(model, Status(), lambda: came.append("to the words"))
    asked.fields["until_day"].value = dt.date(2026, 3, 27)
    assert asked.save() == "Noted; it’s in the letter now."
    assert "until Friday, March 27" in model.body
    assert (asked.fields, came) == ({}, ["to the words"])


def test_words_of_ones_own_stay_with_their_answer(model: LetterModel) -> None:
    """A yes in one's own words is there again after a look at the no, and after an undo."""
    model.choose_reply("accept")
    model.body = "Yes, gladly."
    model.choose_reply("decline")
    assert "decided not to accept" in model.body
    model.choose_reply("accept")
    assert model.body == "Yes, gladly."
    SentModel(model).log(MONDAY, "email")
    assert model.logged.text.endswith("Yes, gladly.")
    model.undo()
    assert (model.reply, model.body) == ("accept", "Yes, gladly.")


def test_nobody_answered_is_no_answer(model: LetterModel) -> None:
    """A call nobody took accepts nothing."""
    model.choose_reply("accept")
    SentModel(model).log(MONDAY, "phone", "nobody")
    assert last(model.desk)[0] == "no_answer"


def test_the_list_names_the_day_of_the_answer(model: LetterModel) -> None:
    """An offer is answered by its day, not “today”."""
    assert model.desk.when(model.row) == "answer by Mon, March 23"
