"""What a Jupyter server is told to show the pages: our own server, or somebody else's.

`followup jupyter-config` prints it for a server that `followup open` does not start.
"""

from followup_lib.app import jupyter

START_PAGE = "00_start_here.ipynb"
ALLOWED = "frame-ancestors 'self'; img-src 'self' data: blob:; media-src 'self' data: blob:"
"""What a browser may load: a picture in somebody else's words would tell them who reads it."""
FILE = """\
# The Follow-up Workbook on a Jupyter server of your own; made by: followup jupyter-config
# Save it as jupyter_server_config.py in one of the config folders that "jupyter --paths" lists, or
# in any folder that the server is told of by the environment variable JUPYTER_CONFIG_PATH.
# Every server that reads it shows the workbook and nothing else.
from followup_lib.app.own_pages import pages_for_a_server

c = get_config()
c.ServerApp.root_dir = str(pages_for_a_server())
c.ServerApp.default_url = c.LabApp.default_url = {start!r}
{lines}
"""


def page_path(page: str, *, app: bool) -> str:
    """Where a server shows `page`: as an app (Voilà), or in JupyterLab with nothing else open."""
    return f"/voila/render/{page}" if app else f"/lab/tree/{page}?reset"


def page_settings() -> dict[str, object]:
    """Return the settings of Jupyter that the pages count on, as `Class.name` -> value."""
    import zmq  # comes with Jupyter

    parts = dict.fromkeys(("jupyterlab", "voila.server_extension"), True)
    others = ("jupyter_lsp", "jupyter_server_terminals", "notebook_shim")
    return {
        "ServerApp.jpserver_extensions": parts | dict.fromkeys(others, False),
        "ServerApp.kernel_spec_manager_class": "followup_lib.app.kernels.LeanKernels",
        "ServerApp.tornado_settings": {"headers": {"Content-Security-Policy": ALLOWED}},
        # Seconds after which the Python behind a closed page ends.
        "MappingKernelManager.cull_idle_timeout": 600,
        "MappingKernelManager.cull_interval": 60,
        "KernelRestarter.time_to_dead": 1.0,  # seconds until it is seen that one has died
        # Other users of the machine could listen to what a page shows.
        "KernelManager.transport_encryption": "auto" if zmq.has("curve") else "disabled",
        "LabApp.app_settings_dir": str(jupyter.FOLDER / "settings"),
        "LabApp.extension_manager": "readonly",
        "VoilaConfiguration.template": "followup",
        "VoilaConfiguration.allow_template_override": "NO",
        "VoilaConfiguration.allow_theme_override": "NO",
        "VoilaConfiguration.show_tracebacks": False,
        "VoilaConfiguration.preheat_kernel": False,  # a page made ahead would show an old file
    }


def config_file(*, app: bool) -> str:
    """Return the configuration file of a Jupyter server of somebody else's.

    `app` chooses the face in which the start page is the first thing seen.
    """
    lines = (f"c.{name} = {value!r}" for name, value in page_settings().items())
    return FILE.format(start=page_path(START_PAGE, app=app), lines="\n".join(lines))
