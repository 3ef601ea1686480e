"""Jupyter without what no page needs."""

import subprocess
import sys
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

from followup_lib.app import lean, page_kernel
from followup_lib.app.kernels import LeanKernels

MANY = 4_000
"""Messages: with their size, more than ZeroMQ and the system would keep by themselves."""
SPEAKS = f"""\
for n in range({MANY}):
    get_ipython().display_pub.publish({{"text/plain": "word " * 1000}}, {{"n": n}})
"""
PROBE = """\
import sys
from ipykernel import debugger
from jsonschema import FormatChecker
print(__name__, *sys.argv[1:], debugger._is_debugpy_available)
print(*{"uri", "iri"} & set(FormatChecker.checkers), *filter(sys.modules.get, NAMES))
"""


def test_a_module_runs_without_them(tmp_path: Path) -> None:
    """The module has its name and arguments; no debugger, and of addresses only the plain ones."""
    (tmp_path / "probe.py").write_text(f"NAMES = {lean.UNUSED}\n{PROBE}", encoding="utf-8")
    code = f"import sys; sys.path.append({str(tmp_path)!r}); "
    code += "from followup_lib.app import lean; lean.main()"
    command = [sys.executable, "-c", code, "probe", "--a", "b"]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert ran.stdout.splitlines() == ["__main__ --a b False", "uri"]


def test_the_python_behind_a_page_is_started_so() -> None:
    """The kernel of Python is ours, run by `lean`, with what is installed else: its encryption."""
    usual, ours = (each.get_kernel_spec("python3") for each in (KernelSpecManager(), LeanKernels()))
    at = usual.argv.index("-m") + 1
    early = f"--InteractiveShellApp.extra_extensions={lean.__name__}"
    own = [lean.__name__, page_kernel.__name__]
    assert ours.argv == [*usual.argv[:at], *own, *usual.argv[at + 1 :], early]
    assert ours.metadata == usual.metadata


def test_what_pages_need_is_imported_beside_the_greeting() -> None:
    """The extension comes back at once, and what every page imports is there soon after."""
    code = "import sys, threading; from followup_lib.app import lean; "
    code += "lean.load_ipython_extension(None); early = threading.enumerate()[1:]; "
    code += "[one.join() for one in early]; print(len(early), lean.EVERY_PAGE in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["1", "True"]


def test_nothing_a_page_says_gets_lost() -> None:
    """A server that is busy for a while finds all that a page has said meanwhile."""
    manager = KernelManager(kernel_spec_manager=LeanKernels())
    manager.start_kernel()
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=60)
        client.execute(SPEAKS)
        client.get_shell_msg(timeout=60)  # it has said all of it, and nobody has listened
        heard = iter(partial(client.get_iopub_msg, timeout=60), None)
        said = takewhile(lambda message: message["content"].get("execution_state") != "idle", heard)
        shown = [message["content"]["metadata"]["n"] for message in said if _is_shown(message)]
        assert shown == [*range(MANY)]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def _is_shown(message: dict[str, Any]) -> bool:
    return bool(message["msg_type"] == "display_data")
