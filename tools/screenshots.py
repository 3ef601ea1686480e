"""Take a picture of every page, and of one with all parts, in both faces and widths, to be seen.

python3 -m tools.screenshots FOLDER [--dark] [--only TEXT] [--open]

FOLDER lies outside the repository. `--open` unfolds what can be unfolded; `--only` takes the pages
whose name has TEXT in it.
"""

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.workbench import (
    LAPTOP,
    PAGES,
    PHONE,
    ROOT,
    Workbook,
    chromium,
    open_page,
    serving,
    unfold,
)

PARTS = "parts.ipynb"
SHOW_PARTS = f"""import sys

sys.path.insert(0, {str(ROOT)!r})
from tools.parts import parts_page

parts_page()"""
LAB_SCROLLS = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer"


def photograph(
    browser: Browser, workbook: Workbook, options: argparse.Namespace, *, app: bool
) -> None:
    """Save one picture for each page and width, as long as the page is."""
    context = browser.new_context(color_scheme="dark" if options.dark else "light")
    for name in (name for name in [*PAGES, PARTS] if options.only in name):
        face = open_page(context, workbook, name, app=app)
        if options.open:
            unfold(face)
        for size in (LAPTOP, PHONE):
            face.page.set_viewport_size(size)  # type: ignore[arg-type]
            scrolling = face.page.locator("main" if app else LAB_SCROLLS)
            tall = max(scrolling.evaluate("box => box.scrollHeight") + 100, size["height"])
            face.page.set_viewport_size({"width": size["width"], "height": tall})
            shade = "-dark" if options.dark else ""
            kind = "app" if app else "lab"
            picture = options.folder / f"{name[:2]}-{kind}-{size['width']}{shade}.png"
            face.page.screenshot(path=picture)
            print(picture)
        face.page.close()
    context.close()


def main() -> None:
    """Start a server on the sample search and photograph its pages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--open", action="store_true")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, serving(Path(home)) as workbook:
        workbook.practice()
        workbook.add_page(PARTS, SHOW_PARTS)
        with sync_playwright() as playwright:
            browser = chromium(playwright)
            for app in (True, False):
                photograph(browser, workbook, options, app=app)
            browser.close()


if __name__ == "__main__":
    main()
