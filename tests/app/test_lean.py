"""Jupyter without what no page needs."""

import subprocess
import sys
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager

from followup_lib.app import lean
from followup_lib.app.kernels import LeanKernels

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
    """The kernel of Python is run by `lean`, and is else what is installed, its encryption too."""
    usual, ours = (each.get_kernel_spec("python3") for each in (KernelSpecManager(), LeanKernels()))
    at = usual.argv.index("-m") + 1
    early = f"--InteractiveShellApp.extra_extensions={lean.__name__}"
    assert ours.argv == [*usual.argv[:at], lean.__name__, *usual.argv[at:], early]
    assert ours.metadata == usual.metadata


def test_what_pages_need_is_imported_beside_the_greeting() -> None:
    """The extension comes back at once, and what every page imports is there soon after."""
    code = "import sys, threading; from followup_lib.app import lean; "
    code += "lean.load_ipython_extension(None); early = threading.enumerate()[1:]; "
    code += "[one.join() for one in early]; print(len(early), lean.EVERY_PAGE in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["1", "True"]
