"""A letter page begins with its letter: how far down the words are, and how much is read before."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.stumbling import violations
from tests.browser.workbench import LAPTOP, PAGES, PHONE, Face

LETTERS = [name for name in PAGES if name[:2] in ("02", "03", "04", "05", "06")]
HIGHEST = ((LAPTOP, 350), (PHONE, 500))
"""Pixels from the top of the window to the words, at most."""
WORDS = 80
"""Words a person reads before the letter, at most."""
MEASURE = """() => {
  const seen = (node) => node.checkVisibility();
  const box = [...document.querySelectorAll(".followup-replies, .followup-message textarea")].find(seen);
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let words = 0;
  while (texts.nextNode()) {
    const { parentElement: part, textContent: text } = texts.currentNode;
    const before = part.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (before && seen(part) && !part.closest("select, style")) words += text.split(/\\s+/).filter(Boolean).length;
  }
  const bottom = (part) => part.getBoundingClientRect().bottom;
  const foot = [...document.querySelectorAll(".followup-end")].find(seen);
  const below = foot ? Math.round(bottom(document.querySelector("main")) - bottom(foot)) : -1;
  const asks = box.matches(".followup-replies"); // an offer's answers come first, and no foot yet
  return [Math.round(box.getBoundingClientRect().top), words, asks && !foot ? 0 : below];
}"""  # noqa: E501


def measures(face: Face) -> list[str]:
    """Return what is too low, or too much to read, for the row the page shows."""
    found = []
    heading = face.content.get_by_role("heading", level=1).inner_text()
    for size, highest in HIGHEST:
        face.page.set_viewport_size(size)  # type: ignore[arg-type]
        top, words, below = face.page.evaluate(MEASURE)
        if top > highest or words > WORDS or below < 0:
            found.append(f"{heading}, {size['width']}: {top} px, {words} words, foot {below} px")
    face.page.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", LETTERS)
def test_the_letter_comes_first(name: str, open_app: Callable[[str], Face]) -> None:
    """For every row of the sample the words are in view, little comes before, the foot stays."""
    face = open_app(name)
    expect(face.content.get_by_role("heading", level=1)).to_be_focused()
    found = measures(face)
    fold = face.content.get_by_role("button", name="Another")
    choice = face.content.get_by_label(re.compile(r"^Which (application|reference)\?$"))
    labels = choice.locator("option").all_inner_texts()
    plain = {label: label.replace("\xa0", " ") for label in labels}
    for label, row in plain.items():
        if " · now: " in row:
            continue
        if fold.get_attribute("aria-expanded") == "false":
            fold.click()
        choice.select_option(label)
        face.content.get_by_role("button", name="Write to this one").click()
        company = row.partition(" · ")[0].partition(", ")[0]
        heading = face.content.get_by_role("heading", level=1)
        expect(heading).to_contain_text(company)
        expect(heading).to_be_focused()
        found += measures(face)
    assert found == []
    assert violations(face) == []
    assert (face.outside, face.errors) == ([], [])
