"""A hub for a career office on one machine: everybody's own workbook, in a home of their own.

README.md beside this file has the way there. FOLLOWUP_HUB names the folder the hub keeps its own
files in (/srv/followup when it says nothing).
"""

import os
import secrets
import subprocess
import sys
from pathlib import Path

c = get_config()  # noqa: F821 - JupyterHub gives it
HUB = Path(os.environ.get("FOLLOWUP_HUB", "/srv/followup"))
SETTINGS, RUNTIME = HUB / "jupyter", HUB / "run"
IDLE = 3600  # seconds after which the server of somebody who is away ends; what they saved stays


def prepare() -> None:
    """Make the hub's folders, and write what the workbook installed here needs of Jupyter.

    Ends with a sentence when the folders cannot be made, or no workbook is installed here.
    """
    os.umask(0o077)  # for the hub's files, and for what people's servers make
    try:
        for folder, mode in ((HUB, 0o711), (SETTINGS, 0o755), (RUNTIME, 0o711)):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(mode)
        printed = [sys.executable, "-m", "followup_lib.cli", "jupyter-config"]
        needed = subprocess.run(printed, check=True, stdout=subprocess.PIPE).stdout
        file = SETTINGS / "jupyter_server_config.py"
        file.write_bytes(needed)
        file.chmod(0o644)
    except OSError as error:
        sys.exit(
            f"The hub cannot keep its files in {HUB} ({error.strerror}). Start it as root, free "
            "some space, or name another folder with FOLLOWUP_HUB."
        )
    except subprocess.CalledProcessError:
        sys.exit(
            f"The hub runs on {sys.executable}, and the workbook isn’t installed there. Install "
            "its wheel with the pip of that Python, then start the hub again."
        )


def runtime(spawner) -> Path:
    """Return where a person's server keeps its keys: a server starts even when the home is full."""
    return RUNTIME / spawner.user.escaped_name


def close_to_others(spawner) -> None:
    """Close a home, and the folder of the server's keys, to everybody but their owner."""
    home = Path(spawner.user_env({})["HOME"])
    home.chmod(0o700)
    owner = home.stat()
    runtime(spawner).mkdir(exist_ok=True)
    os.chown(runtime(spawner), owner.st_uid, owner.st_gid)


prepare()
os.environ.setdefault("CONFIGPROXY_AUTH_TOKEN", secrets.token_hex(32))
c.JupyterHub.bind_url = "http://127.0.0.1:8000"  # a web server with a certificate stands before it
c.JupyterHub.hub_ip = "127.0.0.1"
c.JupyterHub.cookie_secret_file = str(HUB / "cookie_secret")
c.JupyterHub.db_url = f"sqlite:///{HUB}/hub.sqlite"
c.ConfigurableHTTPProxy.pid_file = str(HUB / "proxy.pid")

# Accounts of this machine: whoever is in the group may log in. Nobody is an administrator, so
# nobody gets into another one's server through the hub.
c.JupyterHub.authenticator_class = "pam"
c.LocalAuthenticator.allowed_groups = {"followup"}
c.Authenticator.admin_users = set()

c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.Spawner.cmd = [sys.executable, "-m", "followup_lib.app.lean", "jupyterhub.singleuser"]
c.Spawner.ip = "127.0.0.1"
c.Spawner.start_timeout = c.Spawner.http_timeout = 180  # seconds; at nine everybody comes at once
c.Spawner.default_url = "/voila/render/00_start_here.ipynb"
c.Spawner.pre_spawn_hook = close_to_others
c.Spawner.environment = {
    "MALLOC_ARENA_MAX": "1",  # a person's page takes 10 MB less
    "JUPYTER_CONFIG_PATH": str(SETTINGS),
    "JUPYTER_RUNTIME_DIR": lambda spawner: str(runtime(spawner)),
    "JUPYTER_DATA_DIR": lambda spawner: str(runtime(spawner)),
}

c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["idle-culler"],
    }
]
c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={IDLE}"],
    }
]
