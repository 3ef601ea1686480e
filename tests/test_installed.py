"""The wheel, installed into a new Python far from the checkout, is the whole product."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from playwright.sync_api import sync_playwright

from followup_lib.store.search import SAMPLE
from tests.browser.workbench import CHROMIUM, chromium

pytestmark = pytest.mark.slow
CHECKOUT = Path(__file__).parent.parent
OTHERS = re.compile(r"PYTHON(PATH|HOME)$|VIRTUAL_ENV|FOLLOWUP_|JUPYTER|IPYTHON|XDG_")
"""What the environment may say of another Python, another Jupyter and another search."""


@dataclass
class Installed:
    """A Python with the wheel in it, and the home of somebody who has nothing else."""

    programs: Path
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables of that person."""
        kept = {name: value for name, value in os.environ.items() if not OTHERS.match(name)}
        names = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
        return kept | dict.fromkeys(names, str(self.home))

    def start(self, program: str, *arguments: str) -> "subprocess.Popen[str]":
        """Start a program of this Python in the person's home."""
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        command = [str(self.programs / program), *arguments]
        return subprocess.Popen(
            command, cwd=self.home, env=self.environment, text=True, encoding="utf-8", **pipes
        )

    def run(self, program: str, *arguments: str) -> str:
        """Return what a program prints, which ends well and complains of nothing."""
        with self.start(program, *arguments) as running:
            printed, complaint = running.communicate()
        assert (running.returncode, complaint) == (0, "")
        return printed


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel and let pip install it, with what it asks for, at the pinned versions."""
    folder = tmp_path_factory.mktemp("installed")
    wheel = next(WheelBuilder(str(CHECKOUT)).build(directory=str(folder)))
    subprocess.run([sys.executable, "-m", "venv", folder / "python"], check=True)
    programs = folder / "python" / ("Scripts" if os.name == "nt" else "bin")
    options = ["--quiet", "--no-compile", "--only-binary=:all:", "-c", CHECKOUT / "constraints.txt"]
    pip = [programs / "python", "-m", "pip", "install", *options, wheel]
    there = {name: value for name, value in os.environ.items() if not OTHERS.match(name)}
    subprocess.run(pip, env=there, cwd=folder, check=True)
    (folder / "home").mkdir()
    return Installed(programs, folder / "home")


def test_it_is_the_wheel_that_runs(installed: Installed) -> None:
    """The library lies in that Python, with the sample inside, and nothing in the checkout."""
    code = "from followup_lib.store.search import SAMPLE; print(SAMPLE)"
    sample = Path(installed.run("python", "-c", code).strip())
    assert sample.is_relative_to(installed.programs.parent)
    assert {path.name: path.read_bytes() for path in sample.iterdir()} == {
        path.name: path.read_bytes() for path in SAMPLE.iterdir() if path.is_file()
    }


def test_the_terminal(installed: Installed) -> None:
    """The day, a message and a chart come from a folder that was copied there."""
    shutil.copytree(SAMPLE, installed.home / "Maya")
    assert "Cobbler's Gate Credit Union" in installed.run("followup", "today", "--search", "Maya")
    case = "cobblers-gate-credit-union-payroll-analyst"
    assert "Ms. Reyes" in installed.run("followup", "draft", case, "--search", "Maya")
    installed.run("followup", "chart", "timeline", "days.png", "--search", "Maya")
    assert (installed.home / "days.png").read_bytes().startswith(b"\x89PNG")


def test_the_lines_of_the_readme(installed: Installed) -> None:
    """What README.md shows of Python runs as it stands there."""
    text = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    installed.run("python", "-c", code)
    exported = re.findall(r'export\("(.+?)"\)', code)
    assert [name for name in exported if not (installed.home / name).is_file()] == []


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
def test_the_pages(installed: Installed) -> None:
    """`followup app` brings the pages to the person and shows the first, with no failed cell."""
    with installed.start("followup", "app", "--sample", "--no-browser") as server:
        try:
            lines = iter(server.stdout.readline, "")
            address = next(line.strip() for line in lines if "http://" in line)
            with sync_playwright() as playwright:
                browser = chromium(playwright)
                page = browser.new_page()
                page.set_default_timeout(180_000)  # a first start reads everything from the disk
                page.goto(address)
                ended = "[data-followup-ready=yes], [data-followup-ready=error]"
                page.wait_for_selector(ended, state="attached")
                assert page.get_attribute("body", "data-followup-ready") == "yes"
                assert "Cobbler" in page.locator("main").inner_text()
                browser.close()
        finally:
            server.terminate()
    copied = [path for path in installed.home.rglob("*.ipynb") if ".ipynb_" not in str(path)]
    shipped = (CHECKOUT / "notebooks").glob("*.ipynb")
    assert {path.name for path in copied} == {path.name for path in shipped}
