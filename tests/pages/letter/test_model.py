"""The page that writes a message, without a browser: choosing, drafting, logging, putting off."""

import datetime as dt
from pathlib import Path

import pytest

from followup_lib.letters.draft import letter_row
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.names import PAGES
from followup_lib.pages.kit.sentence import finished
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.pages.letter.answers import Answers, add_facts, save_answers
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.rows import rows_for
from followup_lib.pages.letter.sent_model import SentModel
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.situations import Situation
from followup_lib.store.csv import read_files
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch

MONDAY = dt.date(2026, 3, 16)
D_PAGE, P_PAGE, O_PAGE, N_PAGE = (
    "02_their_date_has_passed",
    "03_keep_your_promise",
    "04_waiting_for_the_offer",
    "05_no_date_and_other_waits",
)
CASE = "cobblers-gate-credit-union-payroll-analyst"
CASE_KEY = f"their_date_passed:{CASE}:"
BACK = "If you hear nothing, it’s back on your list "


def last_event(desk: Desk) -> dict[str, str]:
    """Return the newest row of the timeline."""
    row = desk.search.read().timeline.iloc[-1]
    return {name: str(row[name]) for name in ("event", "application_id", "situation", "channel")}


def test_due_rows_come_first_and_the_first_is_chosen(desk: Desk) -> None:
    """Without a choice the page takes the first row that is due today."""
    model = LetterModel(desk, D_PAGE)
    assert model.key == model.choices[0][1]
    assert model.choices[0][0].endswith("today")


def test_the_chosen_row_is_taken(desk: Desk) -> None:
    """A row chosen on the start page is the one the page opens with."""
    desk.choose(CASE_KEY)
    model = LetterModel(desk, D_PAGE)
    assert model.key == CASE_KEY
    assert model.channel == "phone"
    assert "March 12" in model.body
    assert (
        "They said",
        "Thu, March 12 “second round by Thursday the 12th, just call me”",
    ) in model.facts


def test_another_channel_writes_another_draft(desk: Desk) -> None:
    """Choosing e-mail gives a subject, and the words of a letter."""
    desk.choose(CASE_KEY)
    model = LetterModel(desk, D_PAGE)
    model.channel = "email"
    assert model.subject == "Payroll Analyst interview (March 5): next steps"
    assert model.body.startswith("Hi Ms. Reyes,")


def test_words_changed_are_there_after_a_restart(desk: Desk, search: JobSearch) -> None:
    """What a person typed is kept at every change, for this row and channel."""
    desk.choose(CASE_KEY)
    model = LetterModel(desk, D_PAGE)
    model.channel = "email"
    model.body = "My own words."
    again = LetterModel(Desk(search), D_PAGE)
    assert (again.channel, again.body, again.edited) == ("email", "My own words.", True)
    again.start_over()
    assert again.body.startswith("Hi Ms. Reyes,")
    assert not again.edited


def test_only_i_sent_it_records_a_message(desk: Desk, search: JobSearch) -> None:
    """Choosing, drafting and typing leave the timeline alone; logging adds one row."""
    before = len(search.read().timeline)
    desk.choose(CASE_KEY)
    model = LetterModel(desk, D_PAGE)
    model.body = "Hello"
    assert len(search.read().timeline) == before
    told = SentModel(model).log(MONDAY, "phone", "reached")
    assert len(search.read().timeline) == before + 1
    assert last_event(desk)["event"] == "called"
    assert told.startswith("Logged: talked with Ms. Reyes about Cobbler's Gate")


@pytest.mark.parametrize(
    ("page", "company", "outcome", "ending"),
    [
        (D_PAGE, "Northmere", "sent", f"{BACK}Mon, March 23: ask where things stand."),
        (D_PAGE, "Cobbler", "reached", f"{BACK}Mon, March 23: ask where things stand."),
        (
            *(D_PAGE, "Cobbler", "nobody"),
            "Next for Cobbler's Gate Credit Union: ask where things stand, starting Tue, March 17.",
        ),
        (N_PAGE, "Fennimore", "sent", f"{BACK}Tue, March 31: ask where things stand."),
        (N_PAGE, "Marlpit", "sent", "If they answer late, this comes back to your list."),
        (N_PAGE, "Dunmore", "sent", "They said no. Nothing more to do here."),
        (
            *("06_your_references", "Samuel", "sent"),
            "On today’s list for Tallis & Boone Freight: tell them about your offer.",
        ),
    ],
)
def test_what_was_logged_is_followed_by_what_comes_next(
    desk: Desk, page: str, company: str, outcome: str, ending: str
) -> None:
    """After “I sent it” one reads that it was logged, and when it comes back if nobody answers."""
    model = LetterModel(desk, page)
    model.key = next(key for text, key in model.choices if text.startswith(company))
    told = SentModel(model).log(MONDAY, "email" if outcome == "sent" else "phone", outcome)
    assert told.startswith("Logged: ")
    assert told.endswith(ending)


def test_after_logging_the_row_is_no_longer_due(desk: Desk) -> None:
    """The plan follows: nothing more to this person within the gap."""
    desk.choose(CASE_KEY)
    SentModel(LetterModel(desk, D_PAGE)).log(MONDAY, "phone", "reached")
    rows = desk.plan.of(CASE)
    assert "today" not in rows["when"].tolist()
    assert str(rows["earliest_on"].iloc[0].date()) == "2026-03-23"


@pytest.mark.parametrize(
    ("outcome", "event"),
    [("reached", "called"), ("voicemail", "left_voicemail"), ("nobody", "no_answer")],
)
def test_a_call_has_an_outcome(desk: Desk, outcome: str, event: str) -> None:
    """A call is logged as talked, voicemail left, or nobody there."""
    desk.choose(CASE_KEY)
    SentModel(LetterModel(desk, D_PAGE)).log(MONDAY, "phone", outcome)
    assert last_event(desk) == {
        "event": event,
        "application_id": CASE,
        "situation": "their_date_passed",
        "channel": "phone",
    }


def test_a_message_is_not_logged_ahead(desk: Desk) -> None:
    """A day that lies ahead, or none, is refused in a sentence; nothing is written."""
    model = LetterModel(desk, D_PAGE)
    before = len(desk.search.read().timeline)
    with pytest.raises(FollowupError, match="Tue, March 17 is still ahead"):
        SentModel(model).log(MONDAY + dt.timedelta(days=1), "email")
    with pytest.raises(FollowupError, match="What day did you send it"):
        SentModel(model).log(None, "email")
    assert len(desk.search.read().timeline) == before


def test_undo_takes_it_back(desk: Desk) -> None:
    """The last change of the search can be taken back, and the row is due again."""
    desk.choose(CASE_KEY)
    model = LetterModel(desk, D_PAGE)
    SentModel(model).log(MONDAY, "phone", "reached")
    assert model.undo().startswith("talked with Ms. Reyes")
    assert desk.plan.of(CASE)["when"].iloc[0] == "today"


def test_a_promise_is_kept_by_sending(desk: Desk) -> None:
    """Logging the promised thing settles the promise."""
    model = LetterModel(desk, P_PAGE)
    promise = model.row.promise_id
    SentModel(model).log(MONDAY, "email")
    assert desk.search.read().timeline.iloc[-1]["refers_to"] == promise
    assert promise not in desk.plan.rows["promise_id"].tolist()


def test_a_promise_is_moved_to_one_new_day(desk: Desk) -> None:
    """With a new day the letter tells it, and logging moves the promise to that day."""
    model = LetterModel(desk, P_PAGE)
    promise = model.row.promise_id
    model.set_new_day(dt.date(2026, 3, 19))
    assert "Thursday, March 19" in model.body
    SentModel(model).log(MONDAY, "email")
    row = desk.plan.rows.set_index("promise_id").loc[promise]
    assert str(row["due_on"].date()) == "2026-03-19"
    with pytest.raises(FollowupError, match="must be in the future"):
        LetterModel(desk, P_PAGE).set_new_day(MONDAY)


def test_putting_off_and_not_this_one(desk: Desk) -> None:
    """A row put off opens on that day; one refused does not come back by itself."""
    desk.choose(CASE_KEY)
    model = LetterModel(desk, D_PAGE)
    SentModel(model).put_off(dt.date(2026, 3, 18))
    assert str(desk.plan.of(CASE)["earliest_on"].iloc[0].date()) == "2026-03-18"
    model = LetterModel(desk, D_PAGE)
    model.key = CASE_KEY
    SentModel(model).put_off(None)
    assert "their_date_passed" not in desk.plan.of(CASE)["situation"].tolist()


def test_a_promise_does_not_go_away(desk: Desk) -> None:
    """“Not this one” is refused for an own promise; dropping it is a choice of its own."""
    model = LetterModel(desk, P_PAGE)
    promise = model.row.promise_id
    with pytest.raises(FollowupError, match="A promise doesn’t go away"):
        SentModel(model).put_off(None)
    SentModel(model).drop_promise()
    assert promise not in desk.plan.rows["promise_id"].tolist()


@pytest.mark.parametrize(
    ("page", "situation", "until", "told"),
    [
        (N_PAGE, "no_date_given", None, "This is not suggested now"),
        (N_PAGE, "long_quiet", dt.date(2026, 3, 18), "It never asks by itself"),
    ],
)
def test_only_what_is_suggested_is_put_off(
    desk: Desk, page: str, situation: str, until: dt.date | None, told: str
) -> None:
    """What is only prepared, or never asks by itself, cannot be put off: it says so."""
    model = LetterModel(desk, page)
    model.key = [key for key in model.offered if key.startswith(situation)][-1]
    with pytest.raises(FollowupError, match=told):
        SentModel(model).put_off(until)


def test_an_offer_does_not_go_away(desk: Desk) -> None:
    """“Not this one” is refused for an offer to answer; putting it off ends at its deadline."""
    model = LetterModel(desk, O_PAGE)
    model.key = next(key for key in model.offered if key.startswith("offer_to_answer"))
    with pytest.raises(FollowupError, match="An offer doesn’t go away"):
        SentModel(model).put_off(None)


def test_letting_rest(desk: Desk) -> None:
    """An application let rest is at rest, kindly."""
    model = LetterModel(desk, O_PAGE)
    model.key = "waiting_for_offer:hollis-and-vane-payroll-analyst:"
    assert "If they answer late, it comes back" in SentModel(model).let_rest()
    assert desk.plan.of("hollis-and-vane-payroll-analyst")["situation"].iloc[0] == "rest"


def test_missing_facts_are_asked_and_saved(tmp_path: Path) -> None:
    """On one's own search the letter asks for what it lacks; answers go into the spreadsheet."""
    desk = Desk(create_search(tmp_path / "Noor"), MONDAY)
    facts = {"company": "Acme", "job_title": "clerk", "met_on": dt.date(2026, 3, 5)}
    key = add_facts(desk, "their_date_passed", facts | {"their_day": dt.date(2026, 3, 12)})
    model = LetterModel(desk, D_PAGE)
    assert model.row.application_id == key
    assert list(model.questions) == ["my_name"]
    assert model.body == ""
    save_answers(desk, model.row, {"my_name": "Noor Haddad"})
    model.refresh(model.key)
    assert "This is Noor Haddad" in model.body
    assert desk.search.read().settings.seeker.name == "Noor Haddad"
    with pytest.raises(FollowupError, match="Answer at least one"):
        save_answers(desk, model.row, {"my_name": ""})


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"when_interviewed": dt.date(2026, 3, 17)}, "Tue, March 17 is still ahead"),
        ({"month_interviewed": dt.date(2027, 1, 1)}, "Fri, January 1, 2027 is still ahead"),
        ({"by_their_day": "soon"}, "Choose a day from the calendar"),
        ({"offer_day": dt.date(2026, 3, 20)}, "entered on the interviews page"),
    ],
)
def test_a_refused_answer_saves_none(desk: Desk, answers: Answers, told: str) -> None:
    """One answer that cannot be used is refused in a sentence, and none of them is written."""
    model = LetterModel(desk, D_PAGE)
    before = read_files(desk.search.folder)
    given: Answers = {"my_name": "Noor Haddad", "job_title": "Payroll lead", **answers}
    with pytest.raises(FollowupError, match=told):
        save_answers(desk, model.row, given)
    assert read_files(desk.search.folder) == before


def test_answers_are_one_change(desk: Desk) -> None:
    """The name, the position and the day go in together; one undo takes all of them back."""
    model = LetterModel(desk, D_PAGE)
    before = read_files(desk.search.folder)
    when = {"when_interviewed": MONDAY}
    save_answers(desk, model.row, {"my_name": "Noor", "job_title": "Payroll lead", **when})
    assert desk.tables.settings.seeker.name == "Noor"
    assert desk.undo() == "answers for a letter"
    assert read_files(desk.search.folder) == before


def test_a_settings_file_to_mend_saves_no_answer(desk: Desk) -> None:
    """Where the name cannot be written into settings.toml, the position is not written either."""
    (desk.search.folder / "settings.toml").write_text("[seeker\n", encoding="utf-8")
    desk = Desk(desk.search, MONDAY)
    model = LetterModel(desk, D_PAGE)
    before = read_files(desk.search.folder)
    with pytest.raises(FollowupError, match=r"settings.toml cannot be read"):
        save_answers(desk, model.row, {"my_name": "Noor", "job_title": "Payroll lead"})
    assert read_files(desk.search.folder) == before


def test_news_go_into_this_message_and_into_no_table(desk: Desk) -> None:
    """A second message asks what is new; the answer is in its words, and nowhere on file."""
    desk.choose(CASE_KEY)
    SentModel(LetterModel(desk, D_PAGE)).log(MONDAY, "email")
    later = Desk(desk.search, dt.date(2026, 3, 24))
    later.choose(CASE_KEY)
    model = LetterModel(later, D_PAGE)
    model.channel = "email"
    assert list(model.unclear) == ["news"]
    before = read_files(desk.search.folder)
    save_answers(later, model.row, {"news": "I finished the Excel course."})
    model.refresh(model.key)
    model.channel = "email"
    assert "Since we last talked, I finished the Excel course." in model.body
    assert model.unclear == {}
    assert read_files(desk.search.folder) == before


def test_facts_typed_need_company_and_position(desk: Desk) -> None:
    """Typed facts are refused in a sentence when they name no company, or a day ahead."""
    with pytest.raises(FollowupError, match="Which company is it"):
        add_facts(desk, "their_date_passed", {"job_title": "clerk"})
    facts = {"company": "A", "job_title": "b", "met_on": dt.date(2026, 4, 1)}
    with pytest.raises(FollowupError, match="still ahead"):
        add_facts(desk, "their_date_passed", facts)


def test_a_reference_is_thanked(desk: Desk) -> None:
    """A word to a reference is logged as a reference row, never as a message to the employer."""
    model = LetterModel(desk, "06_your_references")
    assert model.row.situation == "thank_reference"
    SentModel(model).log(MONDAY, "phone", "reached")
    row = desk.search.read().timeline.iloc[-1]
    assert (row["event"], row["who"]) == ("reference_thanked", "ruth-adeyemi")


def test_the_rows_to_prepare_are_those_of_one(desk: Desk) -> None:
    """The list finds for each application the very row that asking for it alone finds."""
    offered = rows_for(desk, PAGES["02_their_date_has_passed"])
    prepared = [row for row, advised in offered if row is not advised]
    assert len(prepared) > 5
    for row in prepared:
        assert row == letter_row(desk.plan, row.application_id, Situation.THEIR_DATE_PASSED)


def test_the_same_row_shown_anew_is_told(desk: Desk) -> None:
    """A row that stays chosen is counted as turned to, so that all that shows it looks again."""
    desk.choose(CASE_KEY)
    model = LetterModel(desk, D_PAGE)
    before, body = model.turned, model.body
    model.refresh(model.key)
    assert (model.key, model.turned, model.body) == (CASE_KEY, before + 1, body)


def test_words_that_make_no_sentence_are_asked_for_and_finished(tmp_path: Path) -> None:
    """A promise noted as "license copy" is finished on the page; no sentence, no answer."""
    desk = Desk(create_search(tmp_path / "Noor"), MONDAY)
    desk.search.set_settings("seeker", name="Noor Haddad")
    facts = {"company": "Acme", "job_title": "clerk", "met_on": dt.date(2026, 3, 5)}
    add_facts(desk, "promise_due", facts | {"thing": "license copy", "promise_day": MONDAY})
    model = LetterModel(desk, P_PAGE)
    assert list(model.questions) == ["thing"]
    with pytest.raises(FieldError, match="“she asked” doesn’t make a sentence there") as trouble:
        save_answers(desk, model.row, {"thing": "she asked"})
    assert trouble.value.field == "thing"
    assert finished("thing", "a copy of my license") == "I’m attaching a copy of my license."
    save_answers(desk, model.row, {"thing": "a copy of my license"})
    model.refresh(model.key)
    assert "I've attached a copy of my license." in model.body


def test_an_unclear_topic_is_asked_for_beside_the_letter(tmp_path: Path) -> None:
    """The letter stands without the topic; finished, the topic is in the talk's row and in it."""
    desk = Desk(create_search(tmp_path / "Noor"), MONDAY)
    desk.search.set_settings("seeker", name="Noor Haddad")
    facts = {"company": "Acme", "job_title": "clerk", "contact_name": "Ms. Ortiz"}
    facts |= {"met_on": dt.date(2026, 3, 5)}
    add_facts(desk, "their_date_passed", facts | {"their_day": dt.date(2026, 3, 12)})
    talk = desk.plan.facts.of("acme-clerk")["met_event"]
    desk.edit("note", lambda tables: edits.change_event(tables, talk, said="Salary $65k ok??"))
    model = LetterModel(desk, D_PAGE)
    assert (list(model.questions), list(model.unclear)) == ([], ["topic", "email"])
    assert "enjoyed" not in model.body
    save_answers(desk, model.row, {"topic": "Closing the books in three days"})
    model.refresh(model.key)
    assert "talking about closing the books in three days." in model.body
    assert list(model.unclear) == ["email"]


def test_the_purpose_of_a_call_is_finished(desk: Desk) -> None:
    """What a promised call is about is asked for when its words make no sentence."""
    key = "promise_due:larkrise-logistics-payroll-coordinator:"
    model = LetterModel(desk, P_PAGE)
    model.key = next(found for found in model.offered if found.startswith(key))
    assert "I said I'd call about the start date I can offer, so I'm" in model.body
    owed = model.row.promise_id
    desk.edit("note", lambda tables: edits.change_event(tables, owed, said="she wants to know"))
    model.refresh(model.key)
    assert list(model.unclear) == ["purpose"]
    save_answers(desk, model.row, {"purpose": "starting in May"})
    model.refresh(model.key)
    assert "I said I'd call about starting in May, so" in model.body


def test_our_wording_changed_under_edited_words(desk: Desk) -> None:
    """A changed fact changes our words, not the person's: they see ours, keep theirs or take it."""
    desk.choose(CASE_KEY)
    model = LetterModel(desk, D_PAGE)
    model.channel = "email"
    model.body = "My own words."
    assert model.ours == ""
    desk.edit("x", lambda t: edits.change_application(t, CASE, job_title="Payroll Lead"))
    model.refresh(model.key)
    assert (model.body, "Payroll Lead" in model.ours) == ("My own words.", True)
    assert model.keep_mine() == "Your words stay."
    model.refresh(model.key)
    assert (model.body, model.ours) == ("My own words.", "")
    desk.edit("x", lambda t: edits.change_application(t, CASE, job_title="Payroll Chief"))
    model.refresh(model.key)
    model.start_over()
    assert "Payroll Chief" in model.body
    assert model.ours == ""
