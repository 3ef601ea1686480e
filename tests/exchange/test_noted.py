"""What somebody wrote in a note is asked about, and is never denied by the plan."""

import pytest

from followup_lib.advice.plan import plan
from followup_lib.exchange.importing import add_entries
from followup_lib.exchange.signs import read_signs
from followup_lib.exchange.triage import let_rest, waiting, without_said
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.vocabulary import CLOSED
from tests.exchange.messy import EMPTY, TODAY, bring_in, preview_of
from tests.exchange.noted import JOTTED, NOT_OWED, NOTES, OWED, QUIET

HEAD = "Company,Title,Applied,Interview,Notes\n"
HILL = "hill-clerk"
THEIRS = [note for note, noted in NOTES.items() if noted.asked == "said"]
OFFERS = [note for note, noted in NOTES.items() if noted.asked == "offered"]


def listed(note: str, interview: str = "2026-03-11") -> str:
    """Return a list of one application with a note."""
    return f'{HEAD}Hill,Clerk,2026-02-02,{interview},"{note}"\n'


@pytest.mark.parametrize("note", NOTES)
def test_a_note_is_asked_about_and_filled_in_as_meant(note: str) -> None:
    """Their word, an offer, a promise and an end are told apart and filled in where they belong."""
    noted = NOTES[note]
    file = listed(note)
    assert [each.key for each in preview_of(file).undecided] == [noted.asked] * bool(noted.asked)
    signs = read_signs(bring_in(EMPTY, file), [HILL], TODAY)[HILL]
    assert (signs.theirs, signs.mine) == (noted.theirs, noted.mine)
    assert {*noted.kinds} <= {*signs.kinds}
    assert ("an offer" in signs.kinds) == (noted.asked == "offered")


def asked(key: str, notes: list[str]) -> dict[str, str]:
    """Return those of the notes of a list that are asked about by a key, each with its day."""
    rows = [f'Hill{n},Clerk,2026-02-02,2026-03-11,"{note}"' for n, note in enumerate(notes)]
    seen = preview_of("\n".join([HEAD.strip(), *rows, "Ames,Cook,2026-02-03,2026-03-10,"]))
    told = zip(notes, (dict(entry.offered) for entry in seen.entries), strict=False)
    return {note: str(each[key].due_on or "") for note, each in told if key in each}


def test_a_jotted_word_of_theirs_is_asked_about_and_no_other_note() -> None:
    """However it is jotted, when they would answer is asked; other days and lengths stay notes."""
    assert list(asked("said", [*JOTTED, *QUIET])) == JOTTED


def test_what_one_owes_is_asked_about_and_no_duty_of_the_job() -> None:
    """What a note promises is offered with its day; what the job asks is nobody's promise."""
    assert asked("promised", [*OWED, *NOT_OWED]) == OWED


def test_a_promise_in_a_note_comes_in_when_a_person_says_so() -> None:
    """It is one's own promise with its thing and day after a yes; left for later it is a note."""
    file = listed("owe Bob a writing sample by 3/20")
    yes = add_entries(EMPTY, preview_of(file, answers={"promised": "yes"})).timeline
    (row,) = yes[yes["event"] == "i_promised"].to_dict("records")
    assert (row["said"], str(row["due_on"].date())) == ("a writing sample", "2026-03-20")
    assert "i_promised" not in bring_in(EMPTY, file).timeline["event"].tolist()


@pytest.mark.parametrize("note", ["interview Fri 3/12", "met Tue 2026-03-12", "met Sam 3/12"])
def test_a_day_beside_another_weekday_is_offered_as_it_is_written(note: str) -> None:
    """A weekday that is not that day's, or a name like one, moves no talk to another year."""
    (asked,) = preview_of(listed(note)).undecided
    assert asked.example.endswith("Thu, March 12")


@pytest.mark.parametrize("interview", ["2026-03-04", "", "yes"])
@pytest.mark.parametrize("note", THEIRS)
def test_an_unanswered_word_of_theirs_stands_in_the_plan(note: str, interview: str) -> None:
    """A question left for later leaves their words: quoted in the reason, to be confirmed."""
    now = plan(bring_in(EMPTY, listed(note, interview)), TODAY)
    (reason,) = now.of(HILL)["reason"]
    assert f"“{NOTES[note].theirs}”" in reason


@pytest.mark.parametrize("note", OFFERS)
def test_an_unanswered_offer_is_the_first_thing_today(note: str) -> None:
    """An offer that only a note tells is never rest, and never a question about a date."""
    first = plan(bring_in(EMPTY, listed(note, "")), TODAY).first
    assert first.situation == "offer_to_answer"
    assert f"Your notes say “{note}”" in first.reason


@pytest.mark.parametrize("status", ["Offer", "Offer 3/12"])
def test_a_day_to_answer_in_a_note_is_quoted_and_offered(status: str) -> None:
    """Left for later, the note's day stands in the reason, and one click confirms it."""
    note = "need to tell them by 3/20"
    file = f"Company,Title,Applied,Status,Notes\nHill,Clerk,2/13/2026,{status},{note}\n"
    now = plan(bring_in(EMPTY, file), TODAY)
    (reason,) = now.of(HILL)["reason"]
    assert "by 3/20”, which we read as Fri, March 20" in reason
    assert [str(said.due_on) for said in now.facts.said.values() if said.asks] == ["2026-03-20"]
    assert "promised" not in [each.key for each in preview_of(file).undecided]


@pytest.mark.parametrize("note", [*THEIRS, *OFFERS])
def test_a_no_leaves_the_note_a_note(note: str) -> None:
    """Said not to be so, it is no event; the note stays."""
    no = {"said": "no"} if note in THEIRS else {"offered": "no"}
    after = add_entries(EMPTY, preview_of(listed(note), answers=no))
    assert after.timeline["event"].tolist() == ["applied", "interview"]
    assert after.applications["notes"].tolist() == [note]


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("What they said", "will call by Friday"),
        ("When will I hear", "by Friday"),
        ("When will I hear back?", "2 weeks"),
        ("They said", "end of the month"),
        ("Decision by", "by Friday"),
        ("Hear back by", "in a week or so"),
    ],
)
def test_a_column_of_their_words_is_no_mere_note(header: str, cell: str) -> None:
    """A column named for what they said is asked about, and its words stand in the plan."""
    file = f"Company,Title,Applied,Interview,{header}\nHill,Clerk,2026-02-02,2026-03-04,{cell}\n"
    assert len(preview_of(file).undecided) == 1
    (reason,) = plan(bring_in(EMPTY, file), TODAY).of(HILL)["reason"]
    assert cell in reason


@pytest.mark.parametrize("header", ["Heard back?", "Response received", "They replied"])
def test_a_tick_that_they_wrote_is_read(header: str) -> None:
    """A tick under a column for their answer says that they wrote; a cross says nothing."""
    file = f"Company,Title,Applied,{header}\nHill,Clerk,2026-02-02,Y\nAmes,Cook,2026-02-03,N\n"
    told = [[str(each.event) for each in entry.events] for entry in preview_of(file).entries]
    assert told == [["applied", "heard_back"], ["applied"]]


ENDS = {  # two notes of a row that tell several ends: the one that a yes adds, and its day
    "said no 3/12; never called back,": ("rejected", "2026-03-12"),
    "never called back; said no 3/12,": ("rejected", "2026-03-12"),
    "never called back,they turned me down": ("rejected", ""),
    "never called back,I withdrew": ("withdrawn", ""),
    "they turned me down,I withdrew 3/12": ("withdrawn", "2026-03-12"),
}


@pytest.mark.parametrize("notes", ENDS)
def test_of_several_ends_one_counts(notes: str) -> None:
    """It is the one with a day, else a no, and silence only where nothing else is told."""
    file = f"Company,Title,Applied,Notes,Remarks\nHill,Clerk,2026-02-02,{notes}\n"
    (entry,) = preview_of(file, answers={"ended": "yes"}).entries
    ends = [(each.event, str(each.on or "")) for each in entry.events if each.event in CLOSED]
    assert ends == [ENDS[notes]]


def test_of_the_ends_of_several_steps_one_counts() -> None:
    """Rows put together are one application, which ends once."""
    rows = ["2026-02-02,applied,never called back", "2026-03-03,interview,said no 3/12"]
    file = "\n".join(["Company,Title,Date,Status,Notes", *(f"Hill,Clerk,{row}" for row in rows)])
    (entry,) = preview_of(file, answers={"ended": "yes", "steps": "yes"}).entries
    assert [each.event for each in entry.events if each.event in CLOSED] == ["rejected"]


def test_a_story_in_a_status_column_is_read_as_a_note() -> None:
    """A status that tells a story asks what the story tells, not what the word means."""
    file = (
        "Company,Job,Date,Result\n"
        "Hill,Cook,2026-02-02,Said she would have an answer in 10 days\n"
        "Ames,Cook,2026-02-03,Interviewed Mar. 5. I am to bring my OSHA card by 3/20\n"
        "Lake,Cook,2026-02-04,On the list\n"
    )
    asked = [each.key for each in preview_of(file).undecided]
    assert sorted(asked) == ["promised", "said", "status:On the list", "talked"]


STEPS = {  # a next step: its words as a promise, and its day
    "send pat my oss links by 3/20": ("send pat my oss links by 3/20", "2026-03-20"),
    "Send availability by Thursday": ("Send availability by Thursday", ""),
    "ping Jon in mid April": ("ping Jon in mid April", "2026-04-15"),
    "wait": None,
    "apply by Friday": None,
    "nothing to do": None,
}


@pytest.mark.parametrize("step", STEPS)
def test_a_next_step_is_offered_in_its_own_words(step: str) -> None:
    """What one would do for them is offered with its day; waiting and applying are no promise."""
    file = f"Company,Title,Applied,My to-do\nHill,Clerk,2026-02-02,{step}\n"
    (entry,) = preview_of(file).entries
    found = [(new.said, str(new.due_on or "")) for _, new in entry.offered]
    assert found == ([STEPS[step]] if STEPS[step] else [])


def test_a_column_of_steps_and_answers_asks_about_both() -> None:
    """Where one column tells errands and by when to answer an offer, the question says so."""
    file = (
        "Company,Title,Applied,Status,Next step\n"
        "Hill,Clerk,2026-02-02,Offer,Respond by 3/20\n"
        "Ames,Cook,2026-02-03,Applied,Send references by 3/20\n"
    )
    (asked,) = preview_of(file).undecided
    assert asked.text == (
        "“Next step” says what you’d do, or by when to answer, in 2 rows: note each one?"
    )


def test_ones_own_word_in_a_column_of_theirs_is_ones_own() -> None:
    """A promise of one's own under what they said is a promise; their words stay theirs."""
    head = "Company,Title,Applied,Interview,What they said\n"
    rows = "Hill,Clerk,2026-02-02,2026-03-11,told Deb I'd send my license by 3/20\n"
    rows += "Ames,Cook,2026-02-02,2026-03-11,call me Friday w/ shadow day\n"
    offered = [dict(entry.offered) for entry in preview_of(head + rows).entries]
    assert [[*each] for each in offered] == [["promised"], ["said"]]


def test_days_in_words_tell_the_order_of_a_status_column() -> None:
    """“Phone screen 10/21” says that the month comes first, so nobody is asked."""
    rows = ["Hill,2026-02-02,onsite done 3/5", "Ames,2026-02-02,phone screen 2/21"]
    file = "\n".join(["Company,Applied,Status", *rows])
    assert [each.key for each in preview_of(file).undecided] == []


@pytest.mark.parametrize(
    "cell", ["3/15 w/ nurse mgr", "3/15 via Indeed", "applied 3/15", "3/15 2pm (zoom)"]
)
def test_words_beside_a_day_are_no_other_day(cell: str) -> None:
    """Whom one met or where one applied stands beside the day, and the day counts."""
    file = f"Company,Title,Applied\nHill,Clerk,{cell}\nAmes,Cook,2026-02-03\n"
    first, _ = preview_of(file).entries
    assert [str(each.on) for each in first.events] == ["2026-03-15"]


@pytest.mark.parametrize(
    ("columns", "read"),
    [
        ("Job-ID,Company,Title", {"company": "Hill", "job_title": "Clerk"}),
        ("Company / size,Company,Title", {"company": "Hill", "job_title": "Clerk"}),
        ("Contract,Company,Title", {"company": "Hill", "job_title": "Clerk"}),
        ("Location,Company,Title / pay", {"company": "Hill", "job_title": "Clerk"}),
    ],
)
def test_a_name_that_is_only_half_known_yields_to_one_that_is(
    columns: str, read: dict[str, str]
) -> None:
    """“Company / size” is the company only where no other column is; “Job-ID” is no position."""
    (entry,) = preview_of(f"{columns},Applied\nTemp,Hill,Clerk,2026-02-02\n").entries
    names = ("company", "job_title", "contact_name")
    assert {name: entry.values[name] for name in names if name in entry.values} == read


def test_a_column_of_places_is_one_of_companies_where_no_other_is() -> None:
    """A notebook's “place” is where one applied; beside a company it is a location or a note."""
    rows = "Target,nov 3,Lisa,called\nAMC,nov 5,Jess,called\n"
    entries = preview_of("place,day i went,who,what happend\n" + rows).entries
    assert [each.values["company"] for each in entries] == ["Target", "AMC"]
    (entry,) = preview_of("Place,Company,Applied\nTroy,Hill,2026-02-02\n").entries
    assert entry.values["company"] == "Hill"


@pytest.mark.parametrize(
    ("note", "event"),
    [
        ("they went with someone else", "rejected"),
        ("got the rejection call 3/12", "rejected"),
        ("got a no from them", "rejected"),
        ("they withdrew the offer", "rejected"),
        ("withdrew 3/12", "withdrawn"),
        ("took another job", "withdrawn"),
        ("turned it down", "withdrawn"),
        ("declined (me)", "withdrawn"),
        ("I declined", "withdrawn"),
        ("I said no", "withdrawn"),
        ("It's a no from my wife", "withdrawn"),
        ("said no on 3/12", "rejected"),
        ("passed on it", "withdrawn"),
        ("nice but too far, pulled out", "withdrawn"),
        ("not interested anymore", "withdrawn"),
        ("“turned it down”", "withdrawn"),
        ("declined their offer", "declined"),
        ("I let the offer lapse", "declined"),
        ("Offer rejected", "declined"),
        ("offer withdrawn by company", "rejected"),
        ("the offer fell through", "rejected"),
        ("offer accepted", "accepted"),
        ("got the job, turned it down", "declined"),
    ],
)
def test_an_end_that_only_a_note_tells_is_never_denied(note: str, event: str) -> None:
    """Until somebody sorts it nothing is asked of them, and the plan reads the note back."""
    tables = bring_in(EMPTY, listed(note))
    now = plan(tables, TODAY)
    (row,) = rows_as(PlanRow, now.of(HILL))
    assert (row.situation, row.when) == ("rest", "rest")
    (ended,) = tables.timeline.loc[tables.timeline["event"] == event, "said"]
    assert ended in note
    assert f"Your list says “{ended}”" in row.reason
    assert waiting(now, tables).index.tolist() == [HILL]

    over = let_rest(tables, [HILL], TODAY)
    end = over.timeline[over.timeline["event"] == event]
    assert end[["said", "certainty"]].to_numpy().tolist() == [["", ""]]
    assert waiting(plan(over, TODAY), over).empty

    alive = without_said(tables, HILL, CLOSED)
    assert plan(alive, TODAY).live[HILL]


@pytest.mark.parametrize(
    "status",
    ["Offer rejected", "offer expired 3/12", "Offer - no", "lost the offer", "Rejected offer"],
)
def test_an_offer_that_ended_is_no_offer_to_answer(status: str) -> None:
    """Whose no it was is asked first of all; until then the plan reads the words back and rests."""
    file = f'Company,Title,Applied,Interview,Status\nHill,Clerk,2026-02-02,2026-03-11,"{status}"\n'
    (asked,) = preview_of(file).undecided
    assert (asked.key, asked.weight) == (f"status:{status}", 0)
    now = plan(bring_in(EMPTY, file), TODAY)
    (row,) = rows_as(PlanRow, now.of(HILL))
    assert row.situation == "rest"
    assert f"Your list says “{status}”" in row.reason
    for means, event in (("offer rejected", "rejected"), ("offer declined", "declined")):
        (entry,) = preview_of(file, answers={asked.key: means}).entries
        assert [each.event for each in entry.events][2:] == ["offer", event]
        assert not any(each.said for each in entry.events)


@pytest.mark.parametrize(
    "note", ["ghosted", "they ghosted me", "radio silence", "never heard back", "declined"]
)
def test_silence_is_asked_about_and_rests_nothing(note: str) -> None:
    """Silence is no no, nor is "declined" without who did: asked, and the plan goes on."""
    assert [each.key for each in preview_of(listed(note)).undecided] == ["ended"]
    assert plan(bring_in(EMPTY, listed(note)), TODAY).live[HILL]


@pytest.mark.parametrize(
    "note",
    ["Asked about nights. She said no", "job closed Friday", "not hiring until May"],
)
def test_an_end_in_doubt_is_asked_about_and_holds_nothing(note: str) -> None:
    """A no to some question, or a posting that has closed, ends nothing unless a person says so."""
    assert [each.key for each in preview_of(listed(note)).undecided] == ["ended"]
    assert plan(bring_in(EMPTY, listed(note)), TODAY).live[HILL]


@pytest.mark.parametrize(
    "note", ["didn't turn it down", "might turn it down", "should I decline?", "I passed the test"]
)
def test_an_end_that_is_denied_or_doubted_is_none(note: str) -> None:
    """What one did not do, or only thinks of, is no end."""
    assert preview_of(listed(note)).undecided == []


def test_an_acceptance_without_a_day_is_asked_about_before_one_withdraws() -> None:
    """A list's “Accepted” may be old: the others go on until a person says that it's true."""
    file = "Company,Title,Applied,Interview,Status\n"
    file += "Hill,Clerk,2026-02-02,2026-02-20,Accepted\nAmes,Cook,2026-02-02,2026-03-11,Interview\n"
    tables = bring_in(EMPTY, file)
    now = plan(tables, TODAY)
    (taken,) = rows_as(PlanRow, now.of(HILL))
    assert taken.reason.startswith("Your list says “Accepted”, without a day. Did you take this")
    assert "withdrawal" not in now.rows["situation"].tolist()
    assert HILL in waiting(now, tables).index
    over = let_rest(tables, [HILL], TODAY)
    assert "withdrawal" in plan(over, TODAY).rows["situation"].tolist()


def test_what_is_put_to_rest_rests_though_an_end_was_overtaken() -> None:
    """A no noted before a later talk is no end: the rest is let go with all the others."""
    tables = bring_in(EMPTY, listed("they said no 3/1"))
    assert plan(tables, TODAY).live[HILL]
    assert not plan(let_rest(tables, [HILL], TODAY), TODAY).live[HILL]
