"""The public face: what a notebook of one's own gets from `import followup_lib as fu`."""

import copy
import dataclasses
import datetime as dt
import pickle
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import followup_lib as fu
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.sent_model import SentModel
from followup_lib.records.rows import key_of
from followup_lib.store.new_search import create_search

MONDAY = "2026-03-16"


@pytest.fixture
def practice(tmp_path: Path) -> fu.Search:
    """Return a practice copy of the sample."""
    return fu.sample_search(tmp_path / "practice")


def draft_for(search: fu.Search, situation: str, channel: str = "", **more: Any) -> fu.Draft:
    """Return a draft for the first row of a situation."""
    today = search.plan().today
    return search.draft(today[today["situation"] == situation].iloc[0], channel=channel, **more)


def test_the_face_has_six_names() -> None:
    """The names are sorted, few, and all there."""
    assert fu.__all__ == sorted(fu.__all__)
    assert set(fu.__all__) == {
        *("open_search", "sample_search", "Search", "Plan", "Draft", "FollowupError")
    }
    assert all(hasattr(fu, name) for name in fu.__all__)


def test_the_lines_of_the_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """README's example runs as it is written."""
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    lines = re.search(r"```python\n(import followup_lib.*?)```", text, re.DOTALL)
    assert lines
    monkeypatch.chdir(tmp_path)
    exec(lines[1], {})
    assert (tmp_path / "overview.csv").read_bytes().startswith(b"\xef\xbb\xbfapplication_id")


def test_things_show_themselves_in_short() -> None:
    """A plan is three lines, a draft reads like the message, tables tell their rows."""
    search = fu.sample_search()
    plan = search.plan()
    assert len(repr(plan).splitlines()) == 3
    assert len(repr(search.tables)) < 200
    assert len(repr(search)) < 300
    assert len(repr(plan.facts)) < 200
    assert len(repr(plan.view)) < 200
    draft = search.draft(plan.first)
    assert repr(draft).startswith(f"To: Mr. Wójcik {draft.address}\nSubject: My apologies")
    assert repr(draft).endswith(draft.body or "none")
    asked = dataclasses.replace(draft, body=None, missing={"topic": "What did you talk about?"})
    assert repr(asked) == "Still needed:\nWhat did you talk about?"


@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda thing: pickle.loads(pickle.dumps(thing))],
    ids=["copy", "deepcopy", "pickle"],
)
def test_things_can_be_copied_and_compared(copied: Callable[[Any], Any]) -> None:
    """A search, its tables, a plan and a draft equal themselves, copied or kept in a file."""
    search = fu.sample_search()
    plan = search.plan()
    for thing in (search, search.tables, plan, search.draft(plan.first)):
        again = copied(thing)
        assert again == thing
        assert repr(again) == repr(thing)
    assert copied(plan.view).their_window is not None
    assert search.plan("2026-03-17") != plan
    assert fu.Search(Path("elsewhere")) != search


def columns_told(text: str) -> dict[str, str]:
    """Return the columns a docstring lists, with their types."""
    found = re.findall(r"(str|bool|datetime64\[s\]): ((?:`\w+`[,;.\s]*)+)", text)
    return {name: kind for kind, names in found for name in re.findall(r"`(\w+)`", names)}


def test_tables_are_as_documented() -> None:
    """The columns and types that the docstrings tell are those delivered."""
    search = fu.sample_search()
    plan = search.plan()
    told = columns_told(fu.Plan.table.__doc__ or "")
    assert {name: str(kind) for name, kind in plan.table.dtypes.items()} == told
    for shown in (plan.today, plan.coming_up, plan.at_rest):
        kinds = {name: str(kind) for name, kind in shown.dtypes.items()}
        assert kinds == told | {"reason": "str"}
        assert (shown["reason"] != "").all()
    own = columns_told(fu.Search.applications.__doc__ or "")
    assert {name: str(kind) for name, kind in search.applications.dtypes.items()} == own
    assert list(search.applications) == list(own)


def test_nothing_in_a_cell_can_run(practice: fu.Search) -> None:
    """Every text in the list of a notebook is shown as text."""
    bad = "<script>alert(1)</script>"
    practice._files.edit(
        "hostile",
        lambda tables: dataclasses.replace(
            tables, applications=tables.applications.assign(company=bad, job_title=bad)
        ),
    )
    html = practice.plan()._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("day", [MONDAY, dt.date(2026, 3, 16), pd.Timestamp(MONDAY)])
def test_a_day_may_be_a_date_a_timestamp_or_a_text(day: Any) -> None:
    """All three name the same plan."""
    assert fu.sample_search().plan(on=day) == fu.sample_search().plan()


@pytest.mark.parametrize("day", ["16.3.2026", "", 20260316, pd.NaT, True, ["2026-03-16"]])
def test_anything_else_is_no_day(day: Any) -> None:
    """What is no day is told in a sentence, wherever a day is given."""
    search = fu.sample_search()
    draft = search.draft(search.plan().first)
    for act in (search.plan, search.timeline, lambda on: search.log(draft, sent=on)):
        with pytest.raises(fu.FollowupError, match="isn’t a day; write year-month-day"):
            act(day)


def test_a_search_without_a_today_asks_for_the_day(tmp_path: Path) -> None:
    """No clock is asked: a search of one's own is planned for the day that is named."""
    create_search(tmp_path / "own")
    search = fu.open_search(tmp_path / "own")
    with pytest.raises(fu.FollowupError, match="Which day is it"):
        search.plan()
    plan = search.plan(on=MONDAY)
    assert repr(plan).splitlines()[-1] == "Nothing to do today."
    assert "Nothing to do today." in plan._repr_html_()
    with pytest.raises(fu.FollowupError, match="nothing is for today"):
        search.draft(plan.first)


def test_a_folder_without_a_search_is_told(tmp_path: Path) -> None:
    """A wrong folder is a sentence; a practice copy never mixes with other files."""
    with pytest.raises(fu.FollowupError, match="There is no search at"):
        fu.open_search(tmp_path / "nowhere")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "settings.toml").write_text("mine", encoding="utf-8")
    with pytest.raises(fu.FollowupError, match="holds something else"):
        fu.sample_search(tmp_path / "mine")
    assert (tmp_path / "mine" / "settings.toml").read_text(encoding="utf-8") == "mine"


def test_the_sample_is_only_read() -> None:
    """Logging on the sample says to take a practice copy, and changes nothing."""
    search = fu.sample_search()
    with pytest.raises(fu.FollowupError, match=r'fu\.sample_search\("practice"\)'):
        search.log(search.draft(search.plan().first), sent=MONDAY)


def test_log_does_what_the_page_does(tmp_path: Path, home: Path) -> None:
    """The tables and the message kept are the same as after “I sent it” on the page."""
    ours, theirs = (fu.sample_search(tmp_path / name) for name in ("ours", "theirs"))
    draft = draft_for(ours, "their_date_passed", "email")
    ours.log(draft, sent=MONDAY)
    model = LetterModel(Desk(theirs._files), "02_their_date_has_passed")
    model.key = key_of(draft.row)
    model.channel = "email"
    SentModel(model).log(dt.date(2026, 3, 16), "email")
    assert ours.tables == theirs.tables
    kept = [sorted((search.folder / "messages").iterdir()) for search in (ours, theirs)]
    assert [path.name for path in kept[0]] == [path.name for path in kept[1]]
    assert [path.read_bytes() for path in kept[0]] == [path.read_bytes() for path in kept[1]]


def test_log_can_be_undone_and_not_done_twice(practice: fu.Search) -> None:
    """Undo brings the search back as it was; a cell that runs again notes nothing twice."""
    before = practice.tables
    draft = practice.draft(practice.plan().first)
    assert practice.log(draft, sent=MONDAY).startswith("Logged: wrote to Mr. Wójcik about ")
    with pytest.raises(fu.FollowupError, match="is on file for Mon, March 16 already"):
        practice.log(draft, sent=MONDAY)
    assert practice.undo().startswith("Undone: wrote to Mr. Wójcik")
    assert practice.tables == before


def test_a_promise_is_moved_by_its_draft(practice: fu.Search) -> None:
    """Word of a new day moves the promise; it does not count as kept."""
    draft = draft_for(practice, "promise_due", new_day="2026-03-20")
    assert "Friday, March 20" in (draft.body or "")
    practice.log(draft, sent=MONDAY)
    moved = practice.tables.timeline.iloc[-1]
    assert (moved["event"], moved["refers_to"]) == ("moved", draft.row.promise_id)
    assert moved["due_on"] == pd.Timestamp("2026-03-20")
    with pytest.raises(fu.FollowupError, match="must be in the future"):
        draft_for(practice, "promise_due", new_day=MONDAY)


def test_a_call_is_told_with_its_outcome(practice: fu.Search) -> None:
    """What came of a call is never guessed; a message has none."""
    call = draft_for(practice, "their_date_passed", "phone")
    with pytest.raises(fu.FollowupError, match="allowed are reached, voicemail, nobody"):
        practice.log(call, sent=MONDAY)
    with pytest.raises(fu.FollowupError, match="it isn’t a call"):
        practice.log(draft_for(practice, "their_date_passed", "email"), MONDAY, outcome="reached")
    with pytest.raises(fu.FollowupError, match="found answered; allowed are reached"):
        practice.log(
            draft_for(practice, "their_date_passed", "voicemail"), MONDAY, outcome="answered"
        )
    practice.log(call, sent=MONDAY, outcome="new_day", their_day="2026-03-20", they_said="Friday")
    assert practice.tables.timeline["event"].iloc[-2:].tolist() == ["called", "moved"]


def test_a_message_is_logged_once_it_is_sent(practice: fu.Search) -> None:
    """A day after that of the plan lies ahead."""
    draft = practice.draft(practice.plan().first)
    with pytest.raises(fu.FollowupError, match="Tue, March 17 is still ahead"):
        practice.log(draft, sent="2026-03-17")


def test_a_step_that_is_gone_is_not_drafted(practice: fu.Search) -> None:
    """A row whose plan was overtaken is named; another thing than a row is too."""
    row = draft_for(practice, "their_date_passed").row
    practice.log(practice.draft(row), MONDAY, outcome="reached" if row.channel == "phone" else "")
    with pytest.raises(fu.FollowupError, match="no longer in the plan of Mon, March 16"):
        practice.draft(row)
    for wrong in ("an-id", practice.plan().today):
        with pytest.raises(fu.FollowupError, match=r"such as plan\.first"):
            practice.draft(wrong)  # type: ignore[arg-type]


def test_a_file_is_not_written_over(tmp_path: Path, practice: fu.Search) -> None:
    """An export refuses a file that is there, one of a search, and another ending."""
    path = tmp_path / "overview.csv"
    practice.export(path)
    with pytest.raises(fu.FollowupError, match="or add overwrite=True"):
        practice.export(str(path))
    practice.export(path, overwrite=True)
    assert len(pd.read_csv(path)) == len(practice.applications)
    with pytest.raises(fu.FollowupError, match="belongs to the search"):
        practice.export(practice.folder / "timeline.csv", overwrite=True)
    with pytest.raises(fu.FollowupError, match=r"name a file \.csv or \.xlsx"):
        practice.export(tmp_path / "overview.ods")
    practice.export(tmp_path / "all.xlsx")
    assert (tmp_path / "all.xlsx").stat().st_size > 1000


def test_the_timeline_shows_in_a_cell() -> None:
    """The timeline is a figure, and a notebook shows it as a picture without pyplot."""
    figure = fu.sample_search().timeline()
    assert figure._repr_png_().startswith(b"\x89PNG")


def test_what_could_not_be_used_is_told(practice: fu.Search) -> None:
    """A setting that is wrong is a warning beside the plan, never silence."""
    path = practice.folder / "settings.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\ngap = -1\n", encoding="utf-8")
    with pytest.warns(UserWarning, match="gap: found -1"):
        practice.plan()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        fu.sample_search().plan()
