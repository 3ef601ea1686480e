"""What `followup jupyter-config` prints, and what the wheel gives to any Jupyter."""

import json
import os
import stat
from pathlib import Path

import pytest
import zmq
from traitlets.config import Config, PyFileConfigLoader

from followup_lib.app import jupyter, own_pages, server, settings
from followup_lib.cli import main
from followup_lib.records.errors import FollowupError

ROOT = Path(__file__).parents[2]
PAGES = sorted(jupyter.page_checksums(ROOT / "notebooks"))

pytestmark = pytest.mark.usefixtures("home")


def loaded(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> Config:
    """Save what the command prints, and return what Jupyter reads there."""
    assert main(["jupyter-config", *options]) == 0
    file = folder / "jupyter_server_config.py"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    return PyFileConfigLoader(file.name, str(folder)).load_config()


def test_what_is_printed_is_what_our_own_server_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Jupyter reads every setting of `followup open` in it, and the folder of the pages."""
    config = loaded(tmp_path, capsys)
    told = {f"{part}.{name}": value for part in config for name, value in config[part].items()}
    command = server.jupyter_command(Path("/p"), 1, "/lab")
    assert {f"--{name}={told[name]}" for name in settings.page_settings()} <= set(command)
    assert told["ServerApp.root_dir"] == str(ROOT / "notebooks")


@pytest.mark.parametrize(
    ("options", "start"), [([], "/voila/render/"), (["--lab"], "/lab/tree/")], ids=["app", "lab"]
)
def test_the_first_page_is_the_start_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], start: str
) -> None:
    """Below any prefix `/` leads to it, in the face asked for; and no address is written down."""
    config = loaded(tmp_path, capsys, *options)
    assert config.LabApp.default_url == config.ServerApp.default_url
    assert config.LabApp.default_url.startswith(f"{start}00_start_here.ipynb")
    assert not {"ip", "port", "base_url", "allow_root", "token"} & set(config.ServerApp)


def test_a_page_asks_for_its_frame_and_nobody_else_gets_it() -> None:
    """Each page names the template that the wheel installs; a notebook that is none does not."""
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        metadata = json.loads(path.read_text(encoding="utf-8"))["metadata"]
        wanted = {"template": "followup"} if path.name in PAGES else None
        assert metadata.get("voila") == wanted
    assert (jupyter.FOLDER / "voila/templates/followup/conf.json").is_file()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_what_keeps_strangers_out_is_on() -> None:
    """No terminal, template or traceback by an address, no strange picture, closed kernels."""
    told = settings.page_settings()
    parts = told["ServerApp.jpserver_extensions"]
    assert isinstance(parts, dict)
    assert [name for name, on in parts.items() if on] == ["jupyterlab", "voila.server_extension"]
    for what in ("template", "theme"):
        assert told[f"VoilaConfiguration.allow_{what}_override"] == "NO"
    assert "img-src 'self' data: blob:" in str(told["ServerApp.tornado_settings"])
    assert told["VoilaConfiguration.show_tracebacks"] is False
    encrypted = "auto" if zmq.has("curve") else "disabled"
    assert told["KernelManager.transport_encryption"] == encrypted


def test_pages_one_may_only_read_are_copied(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a checkout that belongs to others the pages are copied into the person's own data."""
    monkeypatch.setattr(own_pages.os, "access", lambda path, mode: False)
    folder, said = own_pages.pages_folder()
    assert (folder.is_relative_to(home), said) == (True, "")
    assert sorted(path.name for path in folder.glob("*.ipynb") if path.name in PAGES) == PAGES
    closed = folder.parents[2]
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700


def test_a_full_home_keeps_nobody_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """When nothing can be copied the log has the sentence, and the pages that came are shown."""

    def full() -> tuple[Path, str]:
        raise FollowupError("The folder of your pages could not be written (No space left).")

    monkeypatch.setattr(own_pages, "pages_folder", full)
    assert own_pages.pages_for_a_server() == ROOT / "notebooks"
    assert capsys.readouterr().err.endswith("could not be written (No space left).\n")


@pytest.mark.parametrize("command", ["open", "app"])
def test_no_second_server_on_a_hub(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence says where the page is, and what to do when the hub has none."""
    monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", "/user/maya/")
    assert main([command, "--no-browser"]) == 2
    said = capsys.readouterr().err
    assert "open /user/maya/voila/render/00_start_here.ipynb at the hub" in said
    assert "followup jupyter-config" in said
