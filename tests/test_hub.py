"""The workbook on a hub, as `deploy/hub` sets it up: each at their own, and at nobody else's."""

import csv
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from followup_lib.app import server, way_in
from tests.browser.test_journey import call_ms_reyes
from tests.browser.workbench import CHROMIUM, ROOT, Face, chromium, row_button

NEEDED = {
    "jupyterhub": importlib.util.find_spec("jupyterhub"),
    "jupyterhub-idle-culler": importlib.util.find_spec("jupyterhub_idle_culler"),
    "configurable-http-proxy": shutil.which("configurable-http-proxy"),
    "chromium": CHROMIUM,
}
MISSING = [name for name, found in NEEDED.items() if not found]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]
PATIENCE = 90_000
"""Milliseconds a busy machine may take; what is waited for ends the wait."""
# The accounts of the machine and an address of one's own are all that is not as in deploy/hub.
CONFIG = """
load_subconfig({office!r})
c.JupyterHub.bind_url = "http://127.0.0.1:{port}/office/"
c.JupyterHub.hub_port = {hub}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy}"
c.JupyterHub.authenticator_class = "shared-password"
c.Authenticator.allow_all = True
c.SharedPasswordAuthenticator.user_password = "an invented password"
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = {homes!r}
c.Spawner.args = ["--ServerApp.allow_root=True"]
"""


@dataclass
class Hub:
    """A running hub and the folder of its homes."""

    origin: str
    homes: Path

    def enter(self, browser: Browser, name: str) -> Page:
        """Log in, and return the page on its way to the person's own server, which runs."""
        page = browser.new_context().new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"{self.origin}/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill("an invented password")
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"**/user/{name}/voila/**", wait_until="commit")
        return page


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """Start the office's hub on this computer only, with two homes."""
    folder = tmp_path_factory.mktemp("hub")
    homes = folder / "homes"
    for name in ("maya", "noor"):
        (homes / name).mkdir(parents=True)
    port = way_in.free_port(0)
    office = str(ROOT / "deploy/hub/jupyterhub_config.py")
    ports = {"port": port, "hub": way_in.free_port(0), "proxy": way_in.free_port(0)}
    config = folder / "jupyterhub_config.py"
    config.write_text(CONFIG.format(office=office, homes=f"{homes}/{{username}}", **ports))
    environment = os.environ | {"FOLLOWUP_HUB": str(folder / "hub")}
    command = [sys.executable, "-m", "jupyterhub", "-f", str(config)]
    with (folder / "log").open("w") as log:
        running = subprocess.Popen(
            command, env=environment, cwd=folder, stdout=log, stderr=log, start_new_session=True
        )
    try:
        server.wait_until_answering(running, port)
        yield Hub(f"http://127.0.0.1:{port}/office", homes)
    finally:
        server.stop(running)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    with sync_playwright() as playwright:
        running = chromium(playwright)
        yield running
        running.close()


def test_two_people_on_one_hub(hub: Hub, browser: Browser) -> None:
    """The main job is done in both faces below /office/user/maya/, nobody gets at the other's."""
    expect.set_options(timeout=PATIENCE)
    page, other = hub.enter(browser, "maya"), hub.enter(browser, "noor")
    maya = Face(page, app=True)
    maya.wait("00_start_here.ipynb")
    maya.content.get_by_role("button", name="Open the practice search").click()
    search = hub.homes / "maya/Follow-up/Practice"
    call_ms_reyes(maya, search)
    maya.page.goto(f"{hub.origin}/user/maya/voila/render/07_your_applications.ipynb")
    maya.wait("07_your_applications.ipynb")
    with maya.page.expect_download() as download:
        maya.content.get_by_role("button", name="Download").first.click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert len(list(csv.DictReader(text.splitlines()))) == 28

    lab = Face(page, app=False)
    page.goto(f"{hub.origin}/user/maya/lab/tree/00_start_here.ipynb?reset")
    lab.wait("00_start_here.ipynb")
    row_button(lab, "Hollis & Vane").click()
    lab.wait("04_waiting_for_the_offer.ipynb")
    lab.content.get_by_role("button", name="I sent it").click()
    lab.content.get_by_role("status").filter(has_text="Logged: wrote to").wait_for()

    for stranger, name in ((other, "maya"), (page, "noor")):
        for path in ("voila/render/00_start_here.ipynb", "lab", "api/contents"):
            answer = stranger.goto(f"{hub.origin}/user/{name}/{path}")
            assert answer.status in (403, 404)
    assert [path.stat().st_mode & 0o777 for path in hub.homes.iterdir()] == [0o700, 0o700]
    assert not (hub.homes / "noor/Follow-up").exists()
