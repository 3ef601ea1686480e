"""How much memory a page takes in the app: the server, and the Python behind the page.

    python -m benchmarks.memory [PAGE ...]

Prints megabytes of each page opened alone: of the server, of the kernel, and both (the aim is 170).
What several processes share counts in parts (PSS of Linux), as on a hub where many have a page.
"""

import sys
import tempfile
from pathlib import Path

import psutil
from playwright.sync_api import sync_playwright

from tests.browser.workbench import LAPTOP, PAGES, chromium, open_page, serving


def megabytes(module: str, home: str) -> float:
    """Return the PSS of the process that runs a module of Jupyter's below `home`."""
    found = [
        process
        for process in psutil.Process().children(recursive=True)
        if module in process.cmdline() and home in process.environ().get("HOME", "")
    ]
    return float(sum(process.memory_full_info().pss for process in found)) / 1e6


def measure(name: str) -> None:
    """Print the line of one page, with a server of its own."""
    with tempfile.TemporaryDirectory() as home, serving(Path(home)) as workbook:
        workbook.practice()
        with sync_playwright() as playwright:
            browser = chromium(playwright)
            context = browser.new_context(viewport=LAPTOP)  # type: ignore[arg-type]
            page = open_page(context, workbook, name, app=True).page
            page.wait_for_load_state("networkidle")
            server, kernel = (
                megabytes(each, home) for each in ("jupyterlab", "followup_lib.app.page_kernel")
            )
            browser.close()
    print(f"{name:34}{server:6.0f}{kernel:8.0f}{server + kernel:8.0f} MB", flush=True)


def main() -> None:
    """Measure the pages that are named, or all."""
    print(f"{'page':34}server  kernel    both")
    for name in sys.argv[1:] or PAGES:
        measure(name)


if __name__ == "__main__":
    main()
