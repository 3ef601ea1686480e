"""Trying the workbook on Binder: what is built there, and what a visitor's server is told."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
BINDER = CHECKOUT / ".binder"
posix = pytest.mark.skipif(os.name == "nt", reason="Binder is Linux")


def run(name: str, *arguments: str, **environment: str) -> str:
    """Run a script of `.binder` from the checkout, as Binder does; return what it prints."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    paths = {"PATH": path, "PYTHONPATH": str(CHECKOUT)}
    command = [str(BINDER / name), *arguments]
    ran = subprocess.run(
        command,
        cwd=CHECKOUT,
        env=os.environ | paths | environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return ran.stdout


def test_there_is_one_list_of_packages() -> None:
    """Binder installs the workbook itself at the pinned versions, and nothing beside it."""
    lines = (BINDER / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert lines == ["-c ../constraints.txt", "."]


@posix
def test_every_server_of_the_image_shows_the_workbook(tmp_path: Path) -> None:
    """What `followup jupyter-config` prints lies where any Jupyter of that Python looks."""
    assert run("postBuild", NB_PYTHON_PREFIX=str(tmp_path)) == ""
    written = (tmp_path / "etc/jupyter/jupyter_server_config.py").read_text(encoding="utf-8")
    assert "c.VoilaConfiguration.template = 'followup'" in written


@posix
def test_a_visitors_server_knows_that_it_is_one() -> None:
    """The server starts with the mark that lets the start page say: sample only."""
    assert run("start", "printenv", "FOLLOWUP_VISIT") == "1\n"


@pytest.mark.slow
@pytest.mark.skipif(
    not importlib.util.find_spec("repo2docker"), reason="not installed: jupyter-repo2docker"
)
def test_repo2docker_finds_what_to_build() -> None:
    """It installs that list from the whole checkout, then runs our two scripts."""
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", "."]
    ran = subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, text=True)
    told = ran.stdout + ran.stderr
    steps = (
        "COPY --chown=0:0 src/ ${REPO_DIR}",
        'pip install --no-cache-dir -r ".binder/requirements.txt"',
        "RUN ./.binder/postBuild",
        'R2D_ENTRYPOINT="${REPO_DIR}/.binder/start"',
    )
    places = [told.find(step) for step in steps]
    assert -1 not in places
    assert places == sorted(places)
