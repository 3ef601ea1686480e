"""What tests of several pages share."""

import pytest


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw charts, and leave out the pixels, where only what stands where matters."""
    monkeypatch.setattr("followup_lib.pages.timelines.model._png", lambda ax: b"\x89PNG")
