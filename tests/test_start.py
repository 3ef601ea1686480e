"""start.py builds .venv once, repairs it when needed, and says every failure in one sentence."""

import ast
import errno
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
OLD_PYTHONS = ["python2.7", *(f"python3.{minor}" for minor in range(5, 11))]
CORES = ["-n", "auto", "--dist", "worksteal"]


def load(folder):
    """Return the start.py of a folder as a module, fresh as in a new process."""
    spec = importlib.util.spec_from_file_location("start", folder / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


QUICK = load(CHECKOUT).QUICK


@pytest.fixture
def checkout(tmp_path):
    """A copy of the files that start.py reads, in a folder whose name has a space and an accent."""
    folder = tmp_path / "José's workbook"
    folder.mkdir()
    for name in ("start.py", "constraints.txt", "pyproject.toml"):
        shutil.copy(CHECKOUT / name, folder)
    return folder


class Rehearsal:
    """One start.py whose commands are written down, not run; a step named in `broken` fails."""

    def __init__(self, folder, broken=()):
        self.start, self.broken, self.steps, self.ran = load(folder), dict(broken), [], []
        self.start.run_step = self.run_step
        self.start.run_to_end = self.run_to_end
        self.start.python_runs = self.start.PYTHON.exists

    def run_step(self, words, command):
        """Write down `venv` or what pip was to install; raise the step's error if it has one."""
        step = command[-1] if "pip" in command else "venv"
        self.steps.append(step)
        if step in self.broken:
            raise self.broken[step]
        if step == "venv":
            self.start.BIN.mkdir(parents=True)
            self.start.PYTHON.touch()

    def run_to_end(self, command, folder):
        """Write down the workbook's or pytest's arguments; end with a code nothing else has."""
        assert self.start.STAMP.exists()
        self.ran = [str(argument) for argument in command[1:]]
        return 42

    def go(self, *arguments):
        """Run the command line; return the steps of this run."""
        self.steps.clear()
        assert self.start.main(list(arguments)) == 42
        return list(self.steps)


def test_a_first_start_builds_and_then_opens(checkout):
    """The first start makes .venv, installs the workbook, and hands its arguments on."""
    options = ["--no-browser", "--today", "2026-03-16"]
    first = Rehearsal(checkout)
    assert first.go(*options) == ["venv", "."]
    assert first.ran == ["-P", "-m", "followup_lib.cli", "open", *options]


def test_app_opens_the_app(checkout):
    """`start.py app` runs `followup app`."""
    rehearsal = Rehearsal(checkout)
    rehearsal.go("app", "--search", "my search")
    assert rehearsal.ran == ["-P", "-m", "followup_lib.cli", "app", "--search", "my search"]


@pytest.mark.parametrize(
    ("arguments", "for_pytest"),
    [
        (["test"], ["-m", "not slow"]),
        (["test", "--all"], []),
        (["test", "--quick"], ["-m", "not slow", *QUICK]),
        (["test", "--quick", "-x"], ["-m", "not slow", *QUICK, "-x"]),
        (["test", "-k", "pace", "--all", "-x"], ["-k", "pace", "-x"]),
        (["test", "tests/test_plan.py"], ["-m", "not slow", "tests/test_plan.py"]),
    ],
)
def test_tests_leave_out_slow_ones_unless_all_are_asked_for(checkout, arguments, for_pytest):
    """`--all` and `--quick` are start.py's own words; everything else goes to pytest."""
    rehearsal = Rehearsal(checkout)
    assert rehearsal.go(*arguments) == ["venv", ".[browser,docs,office,test]"]
    assert rehearsal.ran == ["-m", "pytest", *CORES, *for_pytest]


@pytest.mark.parametrize("path", QUICK)
def test_the_quick_tests_are_there(path):
    """What `--quick` names is in the checkout, also after tests were moved."""
    assert (CHECKOUT / path).exists()


def test_another_folder_for_another_python(checkout, monkeypatch):
    """`FOLLOWUP_VENV` names the private Python's folder, for this start and nothing it runs."""
    Rehearsal(checkout).go("test")
    monkeypatch.setenv("FOLLOWUP_VENV", ".venv-other")
    other = Rehearsal(checkout)
    assert other.go("test") == ["venv", ".[browser,docs,office,test]"]
    assert checkout / ".venv-other" == other.start.VENV
    assert "FOLLOWUP_VENV" not in other.start.environment()
    monkeypatch.delenv("FOLLOWUP_VENV")
    assert Rehearsal(checkout).go("test") == []


def test_a_second_start_installs_nothing(checkout):
    """A .venv built to the end is left alone, by the same process and by the next one."""
    rehearsal = Rehearsal(checkout)
    rehearsal.go()
    assert rehearsal.go() == []
    assert Rehearsal(checkout).go("app") == []


def test_the_test_extra_is_added_once_and_stays(checkout):
    """`test` after `open` adds its extra to the same .venv; `open` after `test` removes nothing."""
    Rehearsal(checkout).go()
    assert Rehearsal(checkout).go("test") == [".[browser,docs,office,test]"]
    assert Rehearsal(checkout).go("test") == []
    assert Rehearsal(checkout).go() == []


@pytest.mark.parametrize("name", ["constraints.txt", "pyproject.toml"])
def test_changed_requirements_are_installed_into_the_same_venv(checkout, name):
    """A changed file installs again, with every extra there was, and keeps the Python."""
    Rehearsal(checkout).go("test")
    with (checkout / name).open("a") as file:
        file.write("\n")
    assert Rehearsal(checkout).go() == [".[browser,docs,office,test]"]
    assert Rehearsal(checkout).go() == []


SPOILING = {
    "moved": lambda place: place.rename(place.with_name("elsewhere")),
    "without its Python": lambda place: load(place).PYTHON.unlink(),
    "killed halfway": lambda place: load(place).STAMP.unlink(),
    "of another Python": lambda place: load(place).STAMP.write_text(
        "3.0" + load(place).STAMP.read_text(encoding="utf-8")[4:], encoding="utf-8"
    ),
    "with half a stamp": lambda place: load(place).STAMP.write_bytes(b"\xff\xfe3."),
}
"""What makes a .venv one that cannot be trusted."""


@pytest.mark.parametrize("how", SPOILING)
def test_a_spoilt_venv_is_made_anew(checkout, how):
    """What cannot be trusted is replaced, with nothing of the old one left in it."""
    Rehearsal(checkout).go()
    (checkout / ".venv" / "left over").touch()
    SPOILING[how](checkout)
    place = checkout if checkout.exists() else checkout.with_name("elsewhere")
    assert Rehearsal(place).go() == ["venv", "."]
    assert not (place / ".venv" / "left over").exists()
    assert Rehearsal(place).go() == []


@pytest.mark.parametrize("step", ["venv", "."])
def test_a_failed_step_leaves_no_stamp_and_the_next_start_recovers(checkout, capsys, step):
    """After a failure the exit code is 1 and nothing was opened; the next start begins anew."""
    failing = Rehearsal(checkout)
    failing.broken = {step: failing.start.StartError("The download did not get through.")}
    assert failing.start.main([]) == 1
    assert capsys.readouterr().err == "The download did not get through.\n"
    assert failing.ran == []
    assert not failing.start.STAMP.exists()
    assert Rehearsal(checkout).go() == ["venv", "."]


def test_a_failed_update_is_not_taken_for_the_old_state(checkout):
    """When adding an extra breaks off, the .venv that may be half changed is not opened."""
    Rehearsal(checkout).go()
    failing = Rehearsal(checkout)
    failing.broken = {".[browser,docs,office,test]": failing.start.StartError("No.")}
    assert failing.start.main(["test"]) == 1
    assert Rehearsal(checkout).go() == ["venv", "."]


def test_ctrl_c_stops_with_one_sentence(checkout, capsys):
    """Ctrl+C while installing: exit code 130, one sentence, no stamp."""
    stopped = Rehearsal(checkout, broken={".": KeyboardInterrupt()})
    assert stopped.start.main([]) == 130
    assert capsys.readouterr().err == "Stopped. Run start.py again to go on.\n"
    assert not stopped.start.STAMP.exists()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        (OSError(errno.EROFS, "Read-only file system"), "cannot be changed"),
        (PermissionError(errno.EACCES, "Zugriff verweigert"), "cannot be changed"),
        (FileNotFoundError(errno.ENOENT, "No such file"), "The start failed: [Errno 2] No such"),
    ],
)
def test_an_error_of_the_system_is_one_sentence(checkout, capsys, error, sentence):
    """A full or write-protected disk never shows a traceback, whatever language it speaks."""
    assert Rehearsal(checkout, broken={"venv": error}).start.main([]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1


def test_a_nearly_full_disk_is_told_before_the_download(checkout, capsys, monkeypatch):
    """With less room than .venv takes, nothing is begun."""
    rehearsal = Rehearsal(checkout)
    usage = shutil.disk_usage(checkout)._replace(free=10**8)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert rehearsal.start.main([]) == 1
    assert capsys.readouterr().err.startswith("The disk is full: free about 1 GB")
    assert rehearsal.steps == []


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_what_to_install(checkout, capsys, monkeypatch, module):
    """Debian ships venv apart: its package is named, and nothing is begun."""
    rehearsal = Rehearsal(checkout)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name != module)
    assert rehearsal.start.main([]) == 1
    assert "sudo apt install python3-venv" in capsys.readouterr().err
    assert rehearsal.steps == []


def test_two_starts_do_not_build_at_once(checkout, capsys):
    """While one start builds, another says so and touches nothing; afterwards it may."""
    other = Rehearsal(checkout)
    with other.start.LOCK.open("w") as lock:
        assert other.start.is_free(lock)
        late = Rehearsal(checkout)
        assert late.start.main([]) == 1
        assert late.steps == []
    assert capsys.readouterr().err.startswith("Another window is getting the workbook ready")
    assert late.go() == ["venv", "."]


def test_an_unknown_word_builds_nothing(checkout, capsys):
    """A mistyped command is named, with the ones there are."""
    rehearsal = Rehearsal(checkout)
    assert rehearsal.start.main(["tset"]) == 1
    assert capsys.readouterr().err == "start.py knows open, app and test, not 'tset'.\n"
    assert rehearsal.steps == []


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_builds_nothing(checkout, capsys, option):
    """Help shows the three ways to start and ends well."""
    rehearsal = Rehearsal(checkout)
    assert rehearsal.start.main([option]) == 0
    assert "start.py test [--quick | --all]" in capsys.readouterr().out
    assert rehearsal.steps == []


@pytest.mark.parametrize(
    ("story", "sentence"),
    [
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError'\n"
            "ERROR: No matching distribution found for pandas==3.1.1",
            "The download did not get through: check the internet connection",
        ),
        ("pip._vendor.urllib3: Read timed out.", "The download did not get through"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "The download did not get through"),
        ("ERROR: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: [WinError 5] Zugriff verweigert: 'zmq.pyd'", "close the workbook wherever"),
        ("ERROR: [Errno 2] ...\nHINT: ... Windows Long Path support", "too long for Windows"),
        ("ERROR: No matching distribution found for numpy", "does not exist for this Python (3."),
        ("Collecting x\nERROR: Cannot install x:\nERROR: y", "The start failed: ERROR: Cannot"),
        ("[Errno 131] unheard of", "The start failed: [Errno 131] unheard of."),
        ("", "The start failed: nothing says why."),
    ],
)
def test_a_failure_is_told_by_its_cause(checkout, story, sentence):
    """The words of pip or of the system become one sentence that says what to do."""
    told = load(checkout).explain(story)
    assert sentence in told
    assert "\n" not in told
    assert "{" not in told


def test_a_step_that_fails_names_its_log(checkout, capsys):
    """The output of a step is kept out of sight, in a file that the sentence names."""
    start = load(checkout)
    start.VENV.mkdir()
    failing = "import sys; print('No matching distribution for pandas'); sys.exit(1)"
    with pytest.raises(start.StartError) as caught:
        start.run_step("Step 2 of 3 ", [sys.executable, "-c", failing])
    assert str(caught.value).endswith(f"The details are in {start.LOG}.")
    assert start.LOG.read_text().startswith("No matching distribution")
    assert capsys.readouterr().out == "Step 2 of 3 .\n"


def test_settings_of_other_tools_stay_outside(checkout, monkeypatch):
    """.venv sees neither another Python's settings nor where else pip should install."""
    theirs = ["PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE"]
    theirs += ["PIP_TARGET", "PIP_USER", "PIP_PREFIX", "PIP_CONSTRAINT"]
    network = ["PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_CERT", "PIP_PROXY", "HTTPS_PROXY"]
    for name in [*theirs, *network, "VIRTUAL_ENV", "PATH"]:
        monkeypatch.setenv(name, "theirs")
    start = load(checkout)
    ours = start.environment()
    assert not set(theirs) & set(ours)
    assert [ours[name] for name in network] == ["theirs"] * len(network)
    assert ours["VIRTUAL_ENV"] == str(start.VENV)
    assert ours["PATH"].split(os.pathsep) == [str(start.BIN), "theirs"]


def test_the_exit_code_is_passed_on(checkout):
    """What pytest or the workbook ends with is what start.py ends with."""
    command = [sys.executable, "-c", "import sys; sys.exit(5)"]
    assert load(checkout).run_to_end(command, folder=None) == 5


@pytest.mark.skipif(os.name == "nt", reason="Windows does not end a process by a signal")
def test_a_signal_becomes_an_exit_code_as_in_a_shell(checkout):
    """A child ended by Ctrl+C gives 130, which is 128 and the signal's number."""
    killing = "import os, signal; signal.signal(2, signal.SIG_DFL); os.kill(os.getpid(), 2)"
    code = load(checkout).run_to_end([sys.executable, "-c", killing], folder=None)
    assert code == 128 + signal.SIGINT == 130


NEWER_THAN_2_7 = (
    *(ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal, ast.YieldFrom, ast.Match),
    *(ast.AsyncFunctionDef, ast.AsyncWith, ast.AsyncFor, ast.Await, ast.TryStar, ast.MatMult),
)


def newer_syntax(node):
    """Tell whether Python 2.7 would refuse this node of a syntax tree."""
    if isinstance(node, ast.arguments):
        every = node.args + node.kwonlyargs
        return bool(node.posonlyargs or node.kwonlyargs or any(arg.annotation for arg in every))
    if isinstance(node, ast.FunctionDef):
        return node.returns is not None
    if isinstance(node, ast.ClassDef):
        return bool(node.keywords)
    if isinstance(node, ast.Raise):
        return node.cause is not None
    if isinstance(node, ast.ImportFrom):
        return node.module == "__future__"
    if isinstance(node, ast.Call):  # print with a keyword is no function there
        return getattr(node.func, "id", "") == "print"
    if isinstance(node, ast.Dict):
        return None in node.keys
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return any(isinstance(element, ast.Starred) for element in node.elts)
    return isinstance(node, NEWER_THAN_2_7)


@pytest.mark.parametrize(
    "line",
    [
        *("f'{x}'", "x: int = 1", "(x := 1)", "def f(x: int): pass", "def f() -> int: pass"),
        *("def f(*, x): pass", "raise x from y", "print(x)", "[*x]", "{**x}", "class A(b=1): 0"),
        *("from __future__ import annotations", "async def f(): pass"),
    ],
)
def test_newer_syntax_is_seen(line):
    """The check of the next test finds each construct that Python 2.7 refuses."""
    assert any(newer_syntax(node) for node in ast.walk(ast.parse(line)))


def test_every_python_can_parse_it():
    """start.py is plain ASCII and uses no syntax newer than Python 2.7."""
    source = (CHECKOUT / "start.py").read_bytes().decode("ascii")
    tree = ast.parse(source, feature_version=(3, 7))
    assert [node.lineno for node in ast.walk(tree) if newer_syntax(node)] == []


def test_an_old_python_is_told_in_one_sentence():
    """The old Pythons of this machine end with one sentence that names the one they need."""
    tried = 0
    for name in filter(shutil.which, OLD_PYTHONS):
        command = [shutil.which(name), str(CHECKOUT / "start.py")]
        if subprocess.run([command[0], "--version"], capture_output=True).returncode:
            continue  # a version manager's stand-in for a Python that is not chosen
        ended = subprocess.run(command, capture_output=True, text=True)
        wanted = f"needs Python 3.11 or newer and this is Python {name.removeprefix('python')}"
        assert wanted in ended.stderr
        assert ended.stderr.count("\n") == 1
        assert ended.returncode == 1
        tried += 1
    if not tried:
        pytest.skip("no Python older than 3.11 on this machine to try start.py with")


PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "stand-in"
version = "1"
"""
BACKEND = '''
"""Builds the editable wheel of the stand-in workbook, without a download."""
import zipfile


def build_editable(folder, config_settings=None, metadata_directory=None):
    needs = open("needs.txt").read()
    info = "stand_in-1.dist-info/"
    with zipfile.ZipFile(folder + "/stand_in-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("stand_in.pth", __file__.rsplit("backend.py")[0])
        names = ("browser", "docs", "office", "test")
        extras = "".join(f"Provides-Extra: {name}\\n" for name in names)
        text = "Metadata-Version: 2.1\\nName: stand-in\\nVersion: 1\\n" + extras + needs
        wheel.writestr(info + "METADATA", text)
        wheel.writestr(
            info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
        )
        wheel.writestr(info + "RECORD", "")
    return "stand_in-1-py3-none-any.whl"
'''
TALKER = """import os, sys
print("{name} got", sys.argv[1:], "in", os.getcwd(), "of", sys.prefix)
sys.exit(7)
"""


@pytest.fixture
def stand_in(checkout):
    """A checkout that real pip can install without a network, its cli and pytest stand-ins."""
    (checkout / "pyproject.toml").write_text(PYPROJECT)
    (checkout / "constraints.txt").write_text("anyio==4.16.0\n")
    (checkout / "backend.py").write_text(BACKEND)
    (checkout / "needs.txt").write_text("")
    (checkout / "pytest.py").write_text(TALKER.format(name="pytest"))
    (checkout / "followup_lib").mkdir()
    (checkout / "followup_lib" / "__init__.py").touch()
    (checkout / "followup_lib" / "cli.py").write_text(TALKER.format(name="followup"))
    return checkout


def start_for_real(checkout, *arguments, **variables):
    """Run start.py in a process of its own, in the folder above, without a way to a network."""
    offline = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, str(checkout / "start.py"), *arguments],
        cwd=checkout.parent,
        env={**os.environ, **offline, **variables},
        capture_output=True,
        encoding="utf-8",
    )


@pytest.mark.slow
def test_a_real_build_from_broken_download_to_second_start(stand_in):
    """With the real venv and pip: a failed download, the recovery, a second start, the tests."""
    (stand_in / "needs.txt").write_text("Requires-Dist: anyio\n")
    broken = {"PIP_NO_INDEX": "", "PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "1"}
    failed = start_for_real(stand_in, **broken)
    assert failed.returncode == 1
    assert failed.stderr.startswith("The download did not get through: check the internet")
    assert failed.stderr.count("\n") == 1

    (stand_in / "needs.txt").write_text("")
    foreign = {"PYTHONPATH": "/nowhere", "PIP_TARGET": str(stand_in / "target"), "PIP_USER": "1"}
    first = start_for_real(stand_in, "--today", "2026-03-16", VIRTUAL_ENV="/nowhere", **foreign)
    assert (first.returncode, first.stderr) == (7, "")
    assert [line[:11] for line in first.stdout.splitlines()[:3]] == [
        f"Step {number} of 3" for number in (1, 2, 3)
    ]
    where = f"in {stand_in.parent} of {stand_in / '.venv'}"
    assert f"followup got ['open', '--today', '2026-03-16'] {where}" in first.stdout
    assert not (stand_in / "target").exists()

    second = start_for_real(stand_in, "app")
    assert second.stdout == f"followup got ['app'] {where}\n"

    tested = start_for_real(stand_in, "test", "-x")
    assert tested.returncode == 7
    assert "Step 1 of 3: the private Python is there." in tested.stdout
    inside = f"in {stand_in} of {stand_in / '.venv'}"
    assert f"pytest got {[*CORES, '-m', 'not slow', '-x']} {inside}" in tested.stdout


@pytest.mark.slow
def test_a_real_venv_without_pip_is_made_anew(stand_in):
    """With the real venv and pip: losing pip, then moving the checkout, each builds anew."""
    start_for_real(stand_in)
    shutil.rmtree(next((stand_in / ".venv").rglob("site-packages/pip")))
    repaired = start_for_real(stand_in)
    assert "Step 1 of 3: making" in repaired.stdout
    assert repaired.returncode == 7
    place = SPOILING["moved"](stand_in)
    assert f"of {place / '.venv'}" in start_for_real(place).stdout
