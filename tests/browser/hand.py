"""A person at a page: what they read and do there, and how many minutes that takes."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator

from tests.browser.workbench import Face

READ, ACT, TYPE = 200 / 60, 3.0, 3.0
"""Words read in a second, seconds for a click or a field, and letters typed in a second."""


@dataclass
class Hand:
    """One person at a page; `acts` counts their clicks and fields, `words` what was new to read."""

    face: Face
    acts: int = 0
    words: int = 0
    letters: int = 0
    seen: set[str] = field(default_factory=set)

    def act(self) -> None:
        """Read what is new on the page before the next click or field; rows of a table are not."""
        lines = self.face.content.inner_text().splitlines()
        new = {line for line in lines if "\t" not in line} - self.seen
        self.words += sum(len(line.split()) for line in new)
        self.seen |= new
        self.acts += 1

    def click(self, name: str) -> None:
        """Click a button."""
        self.act()
        self.face.content.get_by_role("button", name=name).first.click()

    def tick(self, name: str | re.Pattern[str]) -> None:
        """Tick a box, or choose an answer."""
        self.act()
        self.face.content.get_by_label(name).locator("visible=true").first.check()

    def fill(self, box: Locator, text: str) -> None:
        """Type into a field."""
        self.act()
        self.letters += len(text)
        box.fill(text)

    @property
    def minutes(self) -> float:
        """Return how long all of it takes somebody who reads every word once."""
        return (self.words / READ + self.acts * ACT + self.letters / TYPE) / 60
