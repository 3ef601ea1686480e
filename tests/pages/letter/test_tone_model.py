"""The tone check beside a draft: what it says, taking and leaving a remark, buttons clicked."""

import datetime as dt

import pytest

from followup_lib.pages.kit.common import Status
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.sent_model import SentModel
from followup_lib.pages.letter.tone_model import ToneModel
from followup_lib.pages.letter.tone_view import ToneBox
from followup_lib.store.search import JobSearch

MONDAY = dt.date(2026, 3, 16)
D_PAGE, P_PAGE = "02_their_date_has_passed", "03_keep_your_promise"
CASE = "cobblers-gate-credit-union-payroll-analyst"
CASE_KEY = f"their_date_passed:{CASE}:"
HARSH = (
    "Hello Ms. Reyes,\n\nHave you decided? I hope this email finds you well. Sorry to bother you."
)


@pytest.fixture
def letter(desk: Desk) -> LetterModel:
    """Return the page's model, on an e-mail to the credit union."""
    desk.choose(CASE_KEY)
    made = LetterModel(desk, D_PAGE)
    made.channel = "email"
    return made


def test_our_own_draft_is_only_praised(letter: LetterModel) -> None:
    """Beside our wording stands what is good in it, and no remark."""
    tone = ToneModel(letter)
    assert tone.remarks == []
    assert tone.good[0].startswith("Short enough to be read at once")
    assert tone.seconds == 0


@pytest.mark.parametrize(
    "page", [D_PAGE, P_PAGE, "04_waiting_for_the_offer", "05_no_date_and_other_waits"]
)
def test_no_draft_of_ours_is_remarked_on(desk: Desk, page: str) -> None:
    """On every page, for every row, the wording offered gets no remark."""
    letter = LetterModel(desk, page)
    tone = ToneModel(letter)
    for _, key in letter.choices:
        letter.key = key
        assert (tone.remarks, bool(tone.good)) == ([], bool(letter.body)), key


def test_two_remarks_at_most_and_the_gravest_first(letter: LetterModel) -> None:
    """A name of another row stands first; the third remark waits."""
    tone = ToneModel(letter)
    letter.body = HARSH + " Greetings to Quillon Health."
    assert [(r["phrase"], r["weight"]) for r in tone.remarks] == [
        ("Quillon Health", "change this"),
        ("Have you decided?", "think about this"),
    ]
    assert [r["click"] for r in tone.remarks] == ["", "Use this wording"]


def test_the_subject_is_looked_at_by_itself(letter: LetterModel) -> None:
    """A remark on the subject changes the subject only."""
    tone = ToneModel(letter)
    body = letter.body
    letter.subject = "Just a gentle reminder"
    assert tone.remarks[0]["place"] == "subject"
    tone.take(0)
    assert (letter.subject, letter.body) == ("Just a quick question", body)
    letter.channel = "phone"
    assert tone.remarks == []


def test_taking_a_wording_is_kept_like_typing(letter: LetterModel, search: JobSearch) -> None:
    """The words change, the remark goes, and they are there after a restart."""
    tone = ToneModel(letter)
    letter.body = HARSH
    told = tone.take(0)
    assert told.startswith("Changed: “Have you decided?” is now “Do you have a date in mind")
    assert "Do you have a date in mind for the next step?" in letter.body
    assert "Have you decided" not in [remark["phrase"] for remark in tone.remarks]
    assert LetterModel(Desk(search), D_PAGE).body == letter.body


def test_a_whole_sentence_can_be_taken_out(letter: LetterModel) -> None:
    """What has no other wording goes with its period."""
    tone = ToneModel(letter)
    letter.body = "Thank you. I am available to start tomorrow. Goodbye."
    assert tone.remarks[0]["click"] == "Take it out"
    tone.take(0)
    assert letter.body == "Thank you. Goodbye."


def test_left_as_it_is_stays_left_until_it_is_sent(letter: LetterModel, search: JobSearch) -> None:
    """A remark left alone is not made again for this message, and is forgotten once it is sent."""
    tone = ToneModel(letter)
    letter.body = "Have you decided?"
    assert tone.leave(0) == "Left as it is: “Have you decided?”"
    assert tone.remarks == []
    letter.body = "HAVE you  decided? Thank you."
    assert tone.remarks == []
    again = LetterModel(Desk(search), D_PAGE)
    assert ToneModel(again).remarks == []
    SentModel(again).log(MONDAY, "email")
    assert search.kept(f"tone {CASE_KEY}") == {}


def test_a_script_is_timed(letter: LetterModel) -> None:
    """For the phone it tells how long the words take aloud; an e-mail is not timed."""
    tone = ToneModel(letter)
    letter.channel = "voicemail"
    assert 10 < tone.seconds < 60
    letter.body = "word " * 75
    assert tone.seconds == 30
    assert not any("read" in sentence for sentence in tone.good)


def test_a_new_day_of_a_promise_is_known(desk: Desk) -> None:
    """The day just chosen may stand in the letter, another may not."""
    letter = LetterModel(desk, P_PAGE)
    tone = ToneModel(letter)
    letter.set_new_day(dt.date(2026, 3, 27))
    assert tone.remarks == []
    letter.body += "\nFriday, March 20, or Thursday, April 30."
    assert "Thursday, April 30" in [remark["phrase"] for remark in tone.remarks]
    letter.body = "It is done by Friday, March 27."
    assert tone.remarks == []


def test_facts_are_gathered_for_a_row_not_for_a_key(
    letter: LetterModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typing never reads the spreadsheet again."""
    tone = ToneModel(letter)

    def never(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("followup_lib.pages.letter.tone_model.known_facts", never)
    for end in range(1, len(HARSH)):
        letter.body = HARSH[:end]
    assert len(tone.remarks) == 2


@pytest.mark.usefixtures("clicks_raise")
def test_the_buttons_take_and_leave(letter: LetterModel) -> None:
    """“Use this wording” changes the words, “Leave it” hides the remark, both say so."""
    status = Status()
    box = ToneBox(letter, status)
    letter.body = HARSH
    first, second = box.remarks
    assert (first.use.description, second.buttons.layout.display) == ("Use this wording", "")
    first.use.click()
    assert "Do you have a date in mind" in letter.body
    assert "Changed:" in status.sentence
    while first.buttons.layout.display == "":
        first.leave.click()
    assert "Left as it is" in status.sentence
    assert "Sorry to bother you" in letter.body
    assert first.text.value == second.text.value
    assert 'role="status" aria-live="polite"></div>' in first.text.value


def test_nothing_typed_becomes_markup(letter: LetterModel) -> None:
    """A phrase with signs of HTML is shown as it was typed."""
    box = ToneBox(letter, Status())
    letter.body = "Why haven't you called <img src=x>?"
    shown = box.remarks[0].text.value
    assert "&lt;img src=x&gt;" in shown
    assert "<img" not in shown
