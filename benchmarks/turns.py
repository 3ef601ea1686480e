"""How long it takes from page to page, in the app and in JupyterLab.

    python -m benchmarks.turns [--times N] [--changes N] [--face app|lab] [--pause SECONDS]

Prints one line per page of the app: seconds until it is ready when its address is opened, with a
Python of its own (as every click did before pages were shown in turn), and when the bar leads to it
(the aim is 1.0); the shortest of several, by turns in one run. Then megabytes of the Python behind
the pages, before and after a number of changes more (the aim is at most 20 in 100).

Of JupyterLab, where a person reads for a while before each change: seconds from the bar's link to a
page not opened yet, and back to it (the aim is 2.0 for both), and until the first sign of it, its
name on the bar (0.2).
"""

import argparse
import tempfile
import time
from pathlib import Path

import psutil
from playwright.sync_api import BrowserContext, Page, sync_playwright

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
        process.info["memory_info"].rss
        for process in psutil.process_iter(["cmdline", "memory_info"])  # one that ends has None
        if "followup_lib.app.page_kernel" in (line := " ".join(process.info["cmdline"] or ()))
        and home in line
    ]
    return max(kernels) / 1e6


def first_sign(face: Face, name: str) -> float:
    """Return how long it takes until the bar in front is that of the page asked for."""
    return float(
        face.page.evaluate(
            """path => new Promise((resolve) => {
                const start = performance.now();
                const shown = () => [...document.querySelectorAll(`followup-bar[here="${path}"]`)]
                    .some((bar) => bar.checkVisibility());
                const look = () => shown() ? resolve((performance.now() - start) / 1000)
                    : requestAnimationFrame(look);
                document.dispatchEvent(
                    new CustomEvent("followup:open", { detail: { path }, cancelable: true }));
                look();
            })""",
            name,
        )
    )


def in_lab(context: BrowserContext, workbook: Workbook, pause: float) -> None:
    """Print what each page takes in JupyterLab, the first time and again."""
    face = open_page(context, workbook, PAGES[-1], app=False)
    print("page                              lab   again    sign")
    for name in PAGES[:-1]:
        time.sleep(pause)
        first = by_bar(face, name)
        by_bar(face, PAGES[-1])
        time.sleep(pause)
        start = time.perf_counter()
        sign = first_sign(face, name)
        face.wait(name)
        again = time.perf_counter() - start
        by_bar(face, PAGES[-1])
        print(f"{name:30}{first:7.2f} s{again:6.2f} s{sign:6.2f} s", flush=True)


def in_app(context: BrowserContext, workbook: Workbook, times: int, changes: int) -> None:
    """Print what each page takes in the app in both ways, then what many changes leave behind."""
    face = open_page(context, workbook, PAGES[-1], app=True)
    other = context.new_page()
    print("page                            address     bar")
    for name in PAGES:
        pairs = [(by_address(other, workbook, name), by_bar(face, name)) for _ in range(times)]
        address, bar = (min(column) for column in zip(*pairs, strict=True))
        print(f"{name:30}{address:7.2f} s{bar:6.2f} s", flush=True)
    other.close()
    before = memory(str(workbook.home))
    for turn in range(changes):
        by_bar(face, PAGES[turn % len(PAGES)])
    after = memory(str(workbook.home))
    print(f"{changes} changes: {before:.0f} MB, then {after:.0f} MB")


def main() -> None:
    """Go through all pages in both faces, and print what it took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--changes", type=int, default=100)
    parser.add_argument("--pause", type=float, default=5.0)
    parser.add_argument("--face", choices=["app", "lab"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home, serving(Path(home)) as workbook:
        workbook.practice()
        with sync_playwright() as playwright:
            browser = chromium(playwright)
            context = browser.new_context(viewport=LAPTOP)  # type: ignore[arg-type]
            context.set_default_timeout(120_000)  # of a busy machine
            if options.face != "lab":
                in_app(context, workbook, options.times, options.changes)
            if options.face != "app":
                in_lab(context, workbook, options.pause)
            browser.close()


if __name__ == "__main__":
    main()
