"""How much memory a page takes in the app: the server, and the Python behind the page.

    python -m benchmarks.memory [--people N] [PAGE ...]

Prints megabytes for each person when so many have the page open at once, each with a server and a
Python of their own, as on a hub: of the server, of the kernel, and both (the aim is 170, and 6 GB
for the twenty of an office). What processes share counts in parts (PSS of Linux), so that one
person alone pays for all of it.
"""

import argparse
import tempfile
from contextlib import ExitStack
from pathlib import Path

import psutil
from playwright.sync_api import Playwright, sync_playwright

from tests.browser.workbench import LAPTOP, PAGES, chromium, open_page, serving


def megabytes(module: str, homes: str) -> float:
    """Return the PSS of the processes that run a module of Jupyter's below `homes`."""
    found = [
        process
        for process in psutil.Process().children(recursive=True)
        if module in process.cmdline() and homes in process.environ().get("HOME", "")
    ]
    return float(sum(process.memory_full_info().pss for process in found)) / 1e6


def measure(playwright: Playwright, name: str, people: int) -> None:
    """Print the line of one page."""
    with tempfile.TemporaryDirectory() as homes, ExitStack() as open_at_once:
        for number in range(people):
            workbook = open_at_once.enter_context(serving(Path(homes) / str(number)))
            workbook.practice()
            browser = chromium(playwright)
            context = browser.new_context(viewport=LAPTOP)  # type: ignore[arg-type]
            page = open_page(context, workbook, name, app=True).page
            page.wait_for_load_state("networkidle")
            browser.close()
        server, kernel = (
            megabytes(each, homes) / people
            for each in ("jupyterlab", "followup_lib.app.page_kernel")
        )
    print(f"{name:34}{server:6.0f}{kernel:8.0f}{server + kernel:8.0f} MB", flush=True)


def main() -> None:
    """Measure the pages that are named, or all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--people", type=int, default=20, help="how many have the page at once")
    parser.add_argument("pages", nargs="*", default=PAGES)
    options = parser.parse_args()
    print(f"{'page':34}server  kernel    both")
    with sync_playwright() as playwright:
        for name in options.pages:
            measure(playwright, name, options.people)


if __name__ == "__main__":
    main()
