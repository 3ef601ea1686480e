"""Make the README's pictures: the timeline by our charts, a draft by opening its page.

python3 tools/pictures.py
"""

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from followup_lib.charts import chart_files, plot_timeline
from followup_lib.store.csv import read_tables
from followup_lib.store.search import SAMPLE

DOCS = Path(__file__).parent.parent / "docs"
OPTIONS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run"]
CASE = "Cobbler's Gate Credit Union"


def timeline() -> None:
    """Draw the timeline of the sample, the rows under way."""
    tables = read_tables(SAMPLE)
    rows = [
        key
        for key, company in zip(
            tables.applications["application_id"], tables.applications["company"], strict=True
        )
        if company.startswith(("Cobbler", "Hollis", "Juniper", "Quillon", "Emberfold", "Osprey"))
    ]
    ax = plot_timeline(tables, dt.date(2026, 3, 16), applications=rows)
    ((path, data),) = chart_files([ax.figure], DOCS / "timeline.png")
    path.write_bytes(data)


def draft() -> None:
    """Open the page of a date that has passed, in a home of its own, and take its picture."""
    with tempfile.TemporaryDirectory() as home:
        names = ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA")
        command = [sys.executable, "-m", "followup_lib.cli", "app", "--sample", "--no-browser"]
        environment = os.environ | dict.fromkeys(names, home)
        pipe = subprocess.PIPE
        with subprocess.Popen(command, env=environment, stdout=pipe, text=True) as server:
            try:
                assert server.stdout is not None
                lines = iter(server.stdout.readline, "")
                found = next(filter(None, (re.search(r"http://\S+", line) for line in lines)))
                photograph(found[0].replace("00_start_here", "02_their_date_has_passed"))
            finally:
                server.terminate()


def photograph(address: str) -> None:
    """Save the reason and the words for Ms. Reyes as docs/draft.png."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        page = browser.new_page(viewport={"width": 1100, "height": 800})
        page.goto(address)
        page.wait_for_selector('[data-followup-ready="yes"]', state="attached")
        page.get_by_role("button", name="Another application").click()
        choice = page.get_by_label("Which application?")
        label = choice.locator("option", has_text=CASE).first.inner_text()
        choice.select_option(label)
        page.get_by_role("button", name="Write to this one").click()
        page.get_by_label("e-mail", exact=True).check()
        page.get_by_text("Hi Ms. Reyes").first.wait_for(state="attached")
        page.get_by_role("button", name="Another application").click()
        page.screenshot(path=DOCS / "draft.png")
        browser.close()


if __name__ == "__main__":
    DOCS.mkdir(exist_ok=True)
    timeline()
    draft()
    print(*(path.name for path in sorted(DOCS.glob("*.png"))))
