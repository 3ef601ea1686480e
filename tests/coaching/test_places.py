"""The words for where searches are kept."""

import pytest

from followup_lib.coaching.places import place


def test_a_hub_and_a_browser_are_not_called_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said of where a search lies is true on a hub and in the browser alone."""
    monkeypatch.setenv("JUPYTERHUB_USER", "maya")
    assert place() == ("on your office’s server", "on the office’s server")
    monkeypatch.setenv("FOLLOWUP_VISIT", "1")  # Binder is a hub, too
    assert place().here == "on a server for visitors"
    monkeypatch.setattr("sys.platform", "emscripten")
    assert place() == ("in this browser", "in the coach’s browser")
