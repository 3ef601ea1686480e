"""How long a page takes to open, against a bare notebook with one field in the same face.

    python -m benchmarks.pages [--times N] [--only TEXT] [--pause SECONDS]

Prints one line per page and face: seconds from the address to the ready flag, of the page and of
the bare notebook opened just after it, and their ratio (at most 1.5 is the aim). Each figure is
the shortest of several; before each the server rests, as it does while a person reads a page.
"""

import argparse
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.workbench import LAPTOP, PAGES, Workbook, chromium, open_page, serving

BARE = "bare.ipynb"
FIELD = 'import ipywidgets as w\n\nw.Text(description="Name")'


def seconds(browser: Browser, workbook: Workbook, name: str, pause: float, *, app: bool) -> float:
    """Return how long a page takes to be ready in a browser that has never been here."""
    time.sleep(pause)
    context = browser.new_context(viewport=LAPTOP)  # type: ignore[arg-type]
    start = time.perf_counter()
    open_page(context, workbook, name, app=app)
    took = time.perf_counter() - start
    context.close()
    return took


def main() -> None:
    """Open every page and the bare notebook, by turns, and print a line for each page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--only", default="")
    parser.add_argument("--pause", type=float, default=6.0)
    options = parser.parse_args()
    print("face  page                             page    bare   ratio")
    with tempfile.TemporaryDirectory() as home, serving(Path(home)) as workbook:
        workbook.practice()
        workbook.add_page(BARE, FIELD)
        with sync_playwright() as playwright:
            browser = chromium(playwright)
            for app in (True, False):
                pause = options.pause
                seconds(browser, workbook, BARE, pause, app=app)  # the first warms the server
                for name in (name for name in PAGES if options.only in name):
                    pairs = [
                        (
                            seconds(browser, workbook, name, pause, app=app),
                            seconds(browser, workbook, BARE, pause, app=app),
                        )
                        for _ in range(options.times)
                    ]
                    page, bare = (min(column) for column in zip(*pairs, strict=True))
                    face = "app" if app else "lab"
                    ratio = f"{page:6.2f} s{bare:6.2f} s{page / bare:7.2f}"
                    print(f"{face:6}{name:30}{ratio}", flush=True)
            browser.close()


if __name__ == "__main__":
    main()
