"""The hub's configuration as JupyterHub reads it, where JupyterHub itself need not be installed."""

import os
import runpy
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from traitlets.config import Config

CONFIG = Path(__file__).parent.parent / "deploy/hub/jupyterhub_config.py"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="a hub runs on Linux")


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a hub that was never started."""
    monkeypatch.setenv("FOLLOWUP_HUB", str(tmp_path / "hub"))
    monkeypatch.setenv("CONFIGPROXY_AUTH_TOKEN", "invented")
    monkeypatch.setenv("PYTHONPATH", str(CONFIG.parents[2]))
    return tmp_path / "hub"


def read() -> Any:
    """Read the configuration as JupyterHub does; the mask of the tests stays as it is."""
    config, mask = Config(), os.umask(0o022)
    try:
        runpy.run_path(str(CONFIG), {"get_config": lambda: config})
    finally:
        os.umask(mask)
    return config


def test_people_may_read_the_settings_and_nothing_else(hub: Path) -> None:
    """Every server can read what the workbook needs; nobody is an administrator."""
    config = read()
    settings = hub / "jupyter/jupyter_server_config.py"
    assert "c.VoilaConfiguration.template = 'followup'" in settings.read_text(encoding="utf-8")
    modes = [path.stat().st_mode & 0o777 for path in (settings, hub / "jupyter", hub / "run", hub)]
    assert modes == [0o644, 0o755, 0o711, 0o711]
    assert config.Authenticator.admin_users == set()


def test_a_server_starts_in_a_full_home(hub: Path) -> None:
    """What Jupyter writes at its start, keys among it, lies with the hub, not in the home."""
    environment, person = read().Spawner.environment, SimpleNamespace(escaped_name="maya")
    for name in ("JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR"):
        assert environment[name](SimpleNamespace(user=person)) == str(hub / "run/maya")


def test_a_folder_that_cannot_be_made_is_told(hub: Path) -> None:
    """Where the hub may not write, a sentence says what to do."""
    hub.write_text("a file")
    with pytest.raises(SystemExit, match=r"cannot keep its files in .* name another folder with"):
        read()


def test_a_python_without_the_workbook_is_told(
    hub: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A hub whose Python lacks the workbook says so, and does not start without settings."""
    bare = tmp_path / "python"
    bare.write_text("#!/bin/sh\nexit 1\n")
    bare.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(bare))
    with pytest.raises(SystemExit, match="the workbook isn’t installed there"):
        read()
