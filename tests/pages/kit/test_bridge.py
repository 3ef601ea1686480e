"""The buttons that reach outside the page: what Python answers to a click (no browser here)."""

import pytest

from followup_lib.pages.kit.bridge import Bridge, CopyText, Download, OpenPage
from followup_lib.records.errors import FollowupError


def click(button: Bridge) -> list[tuple]:
    """What `button` sends to the browser when it is clicked: messages, with their buffers."""
    sent = []
    button.send = lambda message, buffers=None: sent.append((message, buffers))
    button._answer(button, {"type": "clicked"}, [])
    return sent


def refuse():
    """What a page does when something is missing."""
    raise FollowupError("Give the interview a day first.")


def stumble():
    """What a mistake of ours looks like."""
    return {}["missing"]


def test_open_page_saves_before_it_opens():
    """The choice is made first; then the browser is told where to go."""
    chosen = []
    button = OpenPage("Open", "02_their_date_has_passed", lambda: chosen.append("acme"))
    message = {"type": "open", "path": "02_their_date_has_passed.ipynb", "done": ""}
    assert click(button) == [(message, [])]
    assert chosen == ["acme"]


def test_open_page_needs_nothing_to_do_before():
    """A plain way back to another page is a button, too."""
    [(message, _)] = click(OpenPage("Back", "00_start_here"))
    assert message["path"] == "00_start_here.ipynb"


def test_copy_hands_over_the_text_of_the_moment():
    """What counts is the text at the click, not the one at the start."""
    button = CopyText("Copy")
    button.text = "first words"
    button.text = "last words"
    assert click(button) == [({"type": "copy", "text": "last words", "done": "Copied."}, [])]


def test_copied_is_taken_back_when_the_text_changes():
    """A status line that says "Copied." of other words would mislead."""
    button = CopyText("Copy")
    button.text = "first words"
    sent = []
    button.send = lambda message, buffers=None: sent.append(message)
    button.text = "last words"
    assert sent == [{"type": "changed"}]


def test_text_to_copy_is_not_kept_in_the_page():
    """A message is personal: it travels on a click and is no part of the widget's stored state."""
    button = CopyText("Copy")
    button.text = "private words"
    assert "private words" not in str(button.get_state())


def test_words_in_view_are_named_not_sent():
    """The browser copies them from their field without Python, and knows what to say of it."""
    state = CopyText("Copy", source="message", done="Copied it.").get_state()
    assert (state["source"], state["done"]) == ("message", "Copied it.")


def test_download_makes_the_file_at_the_click():
    """Name, type and bytes come from the call, made anew each time."""
    made = iter([b"one", b"two"])
    button = Download("Save", lambda: ("plan.csv", "text/csv", next(made)))
    message = {
        "type": "save",
        "filename": "plan.csv",
        "mime": "text/csv",
        "done": "Downloaded: plan.csv",
    }
    assert [click(button), click(button)] == [[(message, [b"one"])], [(message, [b"two"])]]


@pytest.mark.parametrize(
    "button", [OpenPage("Open", "01", refuse), Download("Save", refuse)], ids=["open", "save"]
)
def test_refusal_is_told_in_its_own_words(button):
    """A FollowupError becomes the sentence of the status line, and nothing else happens."""
    failed = {"type": "failed", "sentence": "Give the interview a day first.", "field": ""}
    assert click(button) == [(failed, None)]


@pytest.mark.parametrize(
    "button",
    [OpenPage("Open", "01", stumble), Download("Save", stumble)],
    ids=["open", "save"],
)
def test_mistake_is_told_and_raised(button):
    """An unexpected error is shown to the person and still reaches log and tests."""
    sent = []
    button.send = lambda message, buffers=None: sent.append(message)
    with pytest.raises(KeyError):
        button._answer(button, {"type": "clicked"}, [])
    assert [message["type"] for message in sent] == ["failed"]
    assert "This did not work (KeyError: 'missing')." in sent[0]["sentence"]


def test_other_messages_are_none_of_its_business():
    """Only a click starts anything."""
    button = OpenPage("Open", "01", stumble)
    button._answer(button, {"type": "hello"}, [])


@pytest.mark.parametrize("primary", [True, False])
def test_label_and_weight_reach_the_browser(primary):
    """The browser's half draws the label and the one main button of a page from these."""
    state = OpenPage("Go on", "01", primary=primary).get_state()
    assert (state["label"], state["primary"], state["kind"]) == ("Go on", primary, "open")
