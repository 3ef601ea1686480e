"""Starting the workbook's server: what it is told, what it refuses, and how it ends."""

import contextlib
import datetime as dt
import hashlib
import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from followup_lib.app import jupyter, server, way_in
from followup_lib.records.errors import FollowupError

ROOT = Path(__file__).parents[2]
LAB_SCHEMAS = Path(sys.prefix) / "share/jupyter/lab/schemas/@jupyterlab"


def read_json(path: Path) -> dict:
    """What a JSON file holds."""
    return json.loads(path.read_text(encoding="utf-8"))


def write_page(folder: Path, name: str, *sources: str | list[str], page: bool = True) -> None:
    """A notebook of code cells; `page` marks it as one of the workbook's pages."""
    cells = [
        {"cell_type": "code", "metadata": {}, "source": source, "outputs": []} for source in sources
    ]
    metadata = {"followup": {"page": True}} if page else {}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}
    (folder / name).write_text(json.dumps(notebook), encoding="utf-8")


# The list of pages


def test_checksum_is_of_the_json_list_of_code_sources():
    """Only code counts; a source given as lines equals the same source as one string."""
    cells = [
        {"cell_type": "markdown", "source": "# words do not count"},
        {"cell_type": "code", "source": ["a = 1\n", 'b = "é"']},
        {"cell_type": "code", "source": "b"},
    ]
    expected = hashlib.sha256('["a = 1\\nb = \\"é\\"","b"]'.encode()).hexdigest()
    assert jupyter.page_checksum({"cells": cells}) == expected


def test_only_notebooks_marked_as_pages_are_listed(tmp_path):
    """A notebook without the mark is nobody's page and is left out."""
    write_page(tmp_path, "01_page.ipynb", "1")
    write_page(tmp_path, "02_other.ipynb", "1", page=False)
    assert list(jupyter.page_checksums(tmp_path)) == ["01_page.ipynb"]


def test_list_of_pages_is_in_step_with_the_notebooks():
    """If this fails, look at what changed in the pages, then: python3 tools/page_checksums.py"""
    assert read_json(jupyter.PAGES_FILE) == jupyter.page_checksums(ROOT / "notebooks")


# Settings of JupyterLab


def test_no_shortcut_acts_on_cells_while_a_form_has_the_focus():
    """Each command-mode shortcut of this JupyterLab's notebooks is switched off in our settings."""
    overrides = read_json(jupyter.FOLDER / "settings/overrides.json")
    shortcuts = overrides["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    off = {(s["command"], *s["keys"], s["selector"]) for s in shortcuts if s["disabled"]}
    schema = read_json(LAB_SCHEMAS / "notebook-extension/tracker.json")
    there = {
        (s["command"], *s["keys"], s["selector"])
        for s in schema["jupyter.lab.shortcuts"]
        if "commandMode" in s["selector"] and s["keys"] != [""]
    }
    assert there - off == set()


def test_settings_name_things_that_this_jupyterlab_has():
    """A setting under a name nobody reads would be dead: each file and property exists."""
    missing = []
    for plugin, settings in read_json(jupyter.FOLDER / "settings/overrides.json").items():
        package, name = plugin.removeprefix("@jupyterlab/").split(":")
        properties = read_json(LAB_SCHEMAS / package / f"{name}.json")["properties"]
        missing += [f"{plugin} {key}" for key in settings if key not in properties]
    assert missing == []


# What the server is told


def test_server_listens_on_this_computer_only():
    """The address is 127.0.0.1, the port the one given, and the root the pages' folder."""
    command = server.jupyter_command(Path("/somewhere"), 8123, "/lab")
    assert f"--ServerApp.root_dir={Path('/somewhere')}" in command
    assert any("img-src 'self' data: blob:" in told for told in command)
    assert "--ServerApp.ip=127.0.0.1" in command
    assert "--ServerApp.port=8123" in command
    assert "--ServerApp.port_retries=0" in command


def test_token_is_not_on_the_command_line():
    """Every user of a computer can read command lines; the token is in the environment."""
    command = server.jupyter_command(Path("/somewhere"), 8123, "/lab")
    assert not [argument for argument in command if "token" in argument.lower()]
    assert server.jupyter_environment("secret", None)["JUPYTER_TOKEN"] == "secret"


def test_the_day_reaches_the_pages(monkeypatch):
    """A day named at the start is the day of every page; without one, each asks for itself."""
    monkeypatch.delenv("FOLLOWUP_TODAY", raising=False)
    environment = server.jupyter_environment("t", dt.date(2026, 3, 16))
    assert environment["FOLLOWUP_TODAY"] == "2026-03-16"
    assert "FOLLOWUP_TODAY" not in server.jupyter_environment("t", None)


def test_the_search_of_the_shell_does_not_bind_the_pages(monkeypatch):
    """On the start page another search can be opened, whatever FOLLOWUP_SEARCH says."""
    monkeypatch.setenv("FOLLOWUP_SEARCH", "/searches/maya")
    assert "FOLLOWUP_SEARCH" not in server.jupyter_environment("t", None)


def test_our_additions_come_before_the_paths_already_there(monkeypatch):
    """JUPYTER_PATH keeps what it held, behind ours."""
    monkeypatch.setenv("JUPYTER_PATH", "/theirs")
    paths = server.jupyter_environment("t", None)["JUPYTER_PATH"].split(os.pathsep)
    assert paths == [str(jupyter.FOLDER), "/theirs"]


# What is refused, in a sentence


def test_missing_jupyter_is_told(monkeypatch):
    """Where a part of Jupyter was taken away, the sentence says what to install."""
    monkeypatch.setattr(server.importlib.util, "find_spec", lambda name: name != "voila")
    with pytest.raises(FollowupError, match=r"voila must be installed.*pip install voila$"):
        server.check_jupyter()


def test_unknown_page_is_told(tmp_path):
    """The sentence lists the pages there are."""
    write_page(tmp_path, "01_page.ipynb", "1")
    with pytest.raises(FollowupError, match=r"no page 09\.ipynb .* Pages: 01_page\.ipynb"):
        server.check_page(tmp_path, "09.ipynb")


def test_server_that_ends_at_once_is_told():
    """The sentence says where to read why."""
    failed = subprocess.Popen([sys.executable, "-c", "raise SystemExit(1)"])
    with pytest.raises(FollowupError, match=r"did not start.*server\.log"):
        server.wait_until_answering(failed, way_in.free_port(0))


def test_import_is_light():
    """Importing the module loads nothing of Jupyter: `followup --help` stays quick."""
    code = (
        "import sys, followup_lib.app.server\n"
        "print([m for m in ('jupyterlab', 'jupyter_server', 'tornado', 'zmq', 'voila',"
        " 'ipywidgets') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (result.stdout.strip(), result.stderr) == ("[]", "")


# From start to end

SERVE = """
import pathlib, sys
from followup_lib.app import server
server.pages_folder = lambda: (pathlib.Path(sys.argv[1]), "One of your pages was left.")
sys.exit(server.serve("01_page.ipynb", today=None, browser=False, app=True, port=None))
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="a signal stands for Ctrl+C")
def test_ctrl_c_ends_the_server_without_a_question(tmp_path):
    """It says where the workbook is, asks for the token, and leaves no server behind."""
    pages = tmp_path / "notebooks"
    pages.mkdir()
    write_page(pages, "01_page.ipynb", "1")
    environment = os.environ | {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    command = [sys.executable, "-c", SERVE, str(pages)]
    with (
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as workbook,
        contextlib.ExitStack() as last,
    ):
        last.callback(workbook.terminate)  # after a failure, too
        lines = iter(workbook.stdout.readline, "")
        address = next(line.strip() for line in lines if "http://" in line)
        bare = address.split("/login")[0]
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with pytest.raises(urllib.error.HTTPError, match="404") as missing:
            browser.open(address.replace("01_page", "09_page"))
        missing.value.close()
        assert "token" not in missing.value.url
        with urllib.request.urlopen(bare) as answer:
            assert "/login?" in answer.url
        workbook.send_signal(signal.SIGINT)
        said = workbook.stdout.read()
        assert said.index("One of your pages was left.") < said.index("The workbook is closed.")
        assert workbook.wait() == 0
    with pytest.raises(urllib.error.URLError, match="refused"):
        urllib.request.urlopen(bare)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no signal to be deaf to")
def test_a_server_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is deaf to the tidy way is gone when `stop` returns."""
    monkeypatch.setattr(server, "GRACE", 0.1)
    deaf = "import signal as s, time; s.signal(s.SIGTERM, s.SIG_IGN); print(1, flush=True)"
    running = subprocess.Popen(
        [sys.executable, "-c", f"{deaf}; time.sleep(60)"], stdout=subprocess.PIPE
    )
    assert running.stdout
    with running.stdout as output:
        output.readline()
    server.stop(running)
    assert running.returncode == -signal.SIGKILL
