"""How long it takes from page to page in the app: by opening an address, and by the bar.

    python -m benchmarks.turns [--times N] [--changes N]

Prints one line per page: seconds until it is ready when its address is opened, with a Python of its
own (as every click did before pages were shown in turn), and when the bar leads to it (the aim is
1.0); the shortest of several, by turns in one run. Then megabytes of the Python behind the pages,
before and after a number of changes more (the aim is at most 20 in 100).
"""

import argparse
import tempfile
import time
from pathlib import Path

import psutil
from playwright.sync_api import Page, sync_playwright

from tests.browser.workbench import LAPTOP, PAGES, Face, Workbook, chromium, open_page, serving


def by_address(page: Page, workbook: Workbook, name: str) -> float:
    """Return how long a page takes whose address is opened."""
    start = time.perf_counter()
    page.goto(workbook.address(name, app=True))
    Face(page, app=True).wait(name)
    return time.perf_counter() - start


def by_bar(face: Face, name: str) -> float:
    """Return how long a page takes that is asked for as the bar and the rows ask for it."""
    start = time.perf_counter()
    face.page.evaluate(
        """path => document.dispatchEvent(
            new CustomEvent("followup:open", { detail: { path }, cancelable: true }))""",
        name,
    )
    face.wait(name)
    return time.perf_counter() - start


def memory(home: str) -> float:
    """Return the megabytes of the largest Python that runs pages from below `home`."""
    kernels = [
        process.memory_info().rss
        for process in psutil.process_iter()
        if "ipykernel_launcher" in (line := " ".join(process.cmdline())) and home in line
    ]
    return max(kernels) / 1e6


def main() -> None:
    """Go through all pages in both ways, then on and on, and print what it took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--changes", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home, serving(Path(home)) as workbook:
        workbook.practice()
        with sync_playwright() as playwright:
            browser = chromium(playwright)
            context = browser.new_context(viewport=LAPTOP)  # type: ignore[arg-type]
            context.set_default_timeout(120_000)  # of a busy machine
            face = open_page(context, workbook, PAGES[-1], app=True)
            other = context.new_page()
            print("page                            address     bar")
            for name in PAGES:
                pairs = [
                    (by_address(other, workbook, name), by_bar(face, name))
                    for _ in range(options.times)
                ]
                address, bar = (min(column) for column in zip(*pairs, strict=True))
                print(f"{name:30}{address:7.2f} s{bar:6.2f} s", flush=True)
            other.close()
            before = memory(home)
            for turn in range(options.changes):
                by_bar(face, PAGES[turn % len(PAGES)])
            print(f"{options.changes} changes: {before:.0f} MB, then {memory(home):.0f} MB")
            browser.close()


if __name__ == "__main__":
    main()
