"""What a coach keeps is agreed on once, stands on what goes home, and is asked again at its end."""

import datetime as dt
import io
import zipfile
from dataclasses import replace

import pytest

from followup_lib.coaching.client_files import LIST, copy_of
from followup_lib.coaching.consent import asks
from followup_lib.coaching.handout import as_html
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.trouble import FieldError
from followup_lib.pages.session.consent_part import ConsentForm
from followup_lib.pages.session.handout_model import sheet
from followup_lib.records.settings import Coaching
from followup_lib.records.settings_file import read_settings
from followup_lib.store.new_search import create_search

TODAY = dt.date(2026, 3, 16)
AGREED = Coaching(dt.date(2026, 3, 9), dt.date(2026, 9, 30))
SENTENCE = "As agreed on March 9, 2026, your coach keeps your job search until September 30, 2026"


@pytest.fixture
def form(desk: Desk) -> ConsentForm:
    """Return what is asked of a client who has agreed on nothing yet."""
    desk.set_settings("coaching", agreed_on=dt.date(2025, 3, 9), keep_until=dt.date(2026, 3, 13))
    return ConsentForm(desk)


@pytest.mark.parametrize(
    ("held", "asked"),
    [(Coaching(), True), (AGREED, False), (replace(AGREED, keep_until=TODAY), False)],
)
def test_it_is_asked_once(held: Coaching, asked: bool) -> None:
    """Before it is agreed on it is asked, then no more, the last day included."""
    assert asks(held, TODAY) is asked


def test_it_is_asked_again_when_the_day_has_passed(form: ConsentForm) -> None:
    """The page says until when it was, and a new day, which has to be ahead, settles it."""
    assert (form.asks, form.ended.split(":")[0]) == (
        True,
        "You agreed to keep this until Fri, March 13",
    )
    form.keep_until = TODAY
    with pytest.raises(FieldError, match="a future date"):
        form.agree()
    form.keep_until = dt.date(2026, 12, 31)
    assert form.agree().startswith("Noted: kept until Thu, December 31.")
    assert (form.asks, form.ended) == (False, "")
    assert form.desk.tables.settings.coaching == Coaching(TODAY, dt.date(2026, 12, 31))


def test_it_stands_on_what_goes_home(desk: Desk) -> None:
    """The sheet's foot and the list in the client's copy say what was agreed on."""
    assert SENTENCE in as_html(sheet(desk))
    archive = zipfile.ZipFile(io.BytesIO(copy_of(desk.search)))
    assert SENTENCE in archive.read(LIST).decode("utf-8")


def test_a_new_search_has_nothing_to_say_of_it(home: object, tmp_path: object) -> None:
    """Somebody alone finds no line about a coach on the plan."""
    made = create_search(tmp_path / "Noor", name="Noor Haddad")  # type: ignore[operator]
    assert "your coach keeps" not in as_html(sheet(Desk(made)))


def test_a_setting_that_is_no_day_is_told() -> None:
    """A wrong value or name in the section is a sentence, and the rest counts."""
    read = read_settings('[coaching]\nkeep_until = "May"\nwho = 1\nagreed_on = 2026-03-09')
    assert read.coaching == Coaching(dt.date(2026, 3, 9))
    assert [problem.split(": ")[0] for problem in read.problems] == [
        "settings.toml, [coaching] keep_until",
        "settings.toml, [coaching]",
    ]
