"""Open the Follow-up Workbook.

python3 start.py [--no-browser] [--search FOLDER] [--today DATE]   the pages, in JupyterLab
python3 start.py app [the same options]                            the pages, without their code
python3 start.py test [--quick | --all] [more pytest arguments]    the tests; --quick: those of the
                                                                   advice; --all: slow ones too

The first start makes a private Python in the folder .venv and downloads into it what the workbook
needs, which takes a few minutes; later starts find it there. Nothing else on the computer changes.
Only Python 3.11 or newer is needed, on Linux, macOS or Windows (there: py start.py).
"""
# ruff: noqa: RUF005, UP032, UP036 - this file parses on every old Python, to name the one it needs

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "The workbook needs Python 3.11 or newer and this is Python {}.{}: get a newer one at "
        "https://www.python.org/downloads/ and run start.py with it.".format(*sys.version_info[:2])
    )

import contextlib
import hashlib
import importlib.util
import os
import pathlib
import re
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
VENV = HERE / os.environ.get("FOLLOWUP_VENV", ".venv")  # .ci/run has one for each Python
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "ready.txt"  # written last: where .venv was built, from which files and extras
LOG = VENV / "setup.log"
LOCK = HERE / ".venv.lock"

# The extras of pyproject.toml that each command needs.
EXTRAS = {"open": set(), "app": set(), "test": {"test", "browser", "docs", "office"}}

# The tests of the advice, its words and the files under it: what `test --quick` runs.
QUICK = [
    "tests/records",
    "tests/advice/test_plan.py",
    "tests/letters/test_letters.py",
    "tests/tone/test_check.py",
]

# What other tools set for their own Python and pip. How pip reaches its packages stays as it is.
FOREIGN = re.compile(
    r"PYTHON(PATH|HOME|EXECUTABLE|PLATLIBDIR|SAFEPATH|OPTIMIZE|WARNINGS|DONTWRITEBYTECODE)$|"
    r"FOLLOWUP_VENV$|VIRTUAL_ENV|__PYVENV|"
    r"PIP_(?!.*(INDEX|LINKS|CERT|PROXY|HOST|KEYRING|TIMEOUT|RETRIES|CACHE|CONFIG))"
)

ROOM = 10**9  # bytes: .venv takes 0.55 GB, with the tests 0.85 GB
DISK_FULL = "The disk is full: free about 1 GB, then run start.py again."

# What a failure looks like in the words of pip or the system, and what to tell the person.
CAUSES = {
    r"No space left|Disk quota|Errno (28|122)\b|WinError 112\b": DISK_FULL,
    r"Long Path support": (
        "The path of {folder} is too long for Windows: move the folder to a short one, "
        r"such as C:\workbook, then run start.py again."
    ),
    r"Permission denied|Read-only file system|Errno (1|13|30)\b|WinError (5|32)\b": (
        "The folder {folder} cannot be changed: close the workbook wherever it is open, or move "
        "the folder to a place where you may write, then run start.py again."
    ),
    r"[cC]onnection|timed out|SSLError|ProxyError|HTTP ?[eE]rror|DO NOT MATCH|IncompleteRead": (
        "The download did not get through: check the internet connection, then run start.py again."
    ),
    r"No matching distribution": (
        "A part of the workbook does not exist for this Python ({version}): "
        "run start.py with another one, such as the 64-bit Python 3.13."
    ),
}


class StartError(Exception):
    """What stops the start, as one sentence for the person at the keyboard."""


def main(arguments):
    """Do what the command line asks; return the exit code."""
    if arguments[:1] in (["-h"], ["--help"]):
        say(__doc__)
        return 0
    named = arguments and not arguments[0].startswith("-")
    command, rest = (arguments[0], arguments[1:]) if named else ("open", arguments)
    try:
        if command not in EXTRAS:
            raise StartError("start.py knows open, app and test, not {!r}.".format(command))
        prepare(EXTRAS[command])
        return run_tests(rest) if command == "test" else run_pages(command, rest)
    except StartError as error:
        sentence, code = str(error), 1
    except OSError as error:
        sentence, code = explain(str(error)), 1
    except KeyboardInterrupt:
        sentence, code = "Stopped. Run start.py again to go on.", 130
    sys.stderr.write(sentence + "\n")
    return code


def say(words, end="\n"):
    """Print at once, so that a step is seen while it runs."""
    sys.stdout.write(words + end)
    sys.stdout.flush()


def prepare(extras):
    """Make .venv hold the extras, one builder at a time; one that holds them is left alone."""
    if is_ready(extras):
        return
    with LOCK.open("w") as lock:
        if not is_free(lock):
            raise StartError(
                "Another window is getting the workbook ready: let it finish, "
                "then run start.py again."
            )
        if not is_ready(extras):
            build(extras)


def is_ready(extras):
    """Tell whether .venv was built to the end, here, from these files, with these extras."""
    place, contents, installed = read_stamp()
    up_to_date = place == this_place() and contents == fingerprint()
    return up_to_date and extras <= set(installed.split()) and python_runs()


def build(extras):
    """Bring .venv up to date; one left unfinished, moved or broken is made anew."""
    place, _, installed = read_stamp()
    is_sound = place == this_place() and python_runs()
    STAMP.unlink(missing_ok=True)
    if is_sound:
        say("Step 1 of 3: the private Python is there.")
        extras = extras | set(installed.split())
    else:
        make_python()
    install(sorted(extras))
    stamp = "\n".join([this_place(), fingerprint(), " ".join(sorted(extras))])
    STAMP.write_text(stamp, encoding="utf-8")
    say("Step 3 of 3: starting.")


def read_stamp():
    """Return place, fingerprint and extras of the last build that ended well, else empty words."""
    text = STAMP.read_text(encoding="utf-8", errors="replace") if STAMP.is_file() else ""
    return (text.split("\n") + ["", "", ""])[:3]


def this_place():
    """Return Python's version and the checkout's path: .venv works for no other."""
    return "{}.{} {}".format(sys.version_info[0], sys.version_info[1], HERE)


def fingerprint():
    """Return a hash that changes when other packages should be installed."""
    files = [(HERE / name).read_bytes() for name in ("constraints.txt", "pyproject.toml")]
    return hashlib.sha256(b"\0".join(files + [sys.version.encode()])).hexdigest()


def python_runs():
    """Tell whether .venv's Python starts and has pip."""
    probe = [PYTHON, "-c", "import pip"]
    try:
        return subprocess.run(probe, env=environment(), capture_output=True).returncode == 0
    except OSError:  # not there, or made for another system
        return False


def make_python():
    """Replace .venv by a new one that holds only Python and pip."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise StartError(
            "This Python cannot make a private copy of itself: install the package python3-venv "
            "(on Debian or Ubuntu: sudo apt install python3-venv), then run start.py again."
        )
    if VENV.exists():
        shutil.rmtree(VENV)
    if shutil.disk_usage(HERE).free < ROOM:
        raise StartError(DISK_FULL)
    VENV.mkdir()
    outside = getattr(sys, "_base_executable", sys.executable)  # even when .venv's own runs this
    words = "Step 1 of 3: making a private Python for the workbook (half a minute) "
    run_step(words, [outside, "-m", "venv", VENV])


def install(extras):
    """Let pip install the workbook in place, and the packages it needs at their pinned versions."""
    options = ["--no-input", "--no-user", "--only-binary=:all:", "--progress-bar=off"]
    named = "[{}]".format(",".join(extras)) if extras else ""
    what = ["-c", "constraints.txt", "-e", "." + named]
    words = "Step 2 of 3: downloading what the workbook needs (first time: 1 to 5 minutes) "
    run_step(words, [PYTHON, "-m", "pip", "install"] + options + what)


def run_step(words, command):
    """Run one step of the build: a line with a dot every few seconds, the output in the log."""
    say(words, end="")
    pipes = {"stdin": subprocess.DEVNULL, "stderr": subprocess.STDOUT}
    with LOG.open("wb") as log:
        step = subprocess.Popen(command, cwd=HERE, env=environment(), stdout=log, **pipes)
    try:
        while step.returncode is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                step.wait(timeout=5)
            say(".", end="")
    finally:
        step.kill()  # after Ctrl+C; one that has ended stays as it is
        step.wait()
        say("")
    if step.returncode:
        story = LOG.read_text(encoding="utf-8", errors="replace")
        raise StartError("{} The details are in {}.".format(explain(story), LOG))


def explain(story):
    """Return the sentence for a failure told by pip or by the system."""
    for sign, sentence in CAUSES.items():
        if re.search(sign, story):
            return sentence.format(folder=HERE, version=sys.version.split()[0])
    lines = [line.strip() for line in story.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")]
    return "The start failed: {}.".format((errors + lines + ["nothing says why"])[0].rstrip(".:"))


def environment():
    """Return the environment variables as .venv needs them."""
    kept = {name: value for name, value in os.environ.items() if not FOREIGN.match(name)}
    path = os.pathsep.join([str(BIN), kept.get("PATH", "")])
    return dict(kept, PATH=path, VIRTUAL_ENV=str(VENV))


def is_free(lock):
    """Take the lock, which is held until its file is closed; tell whether nobody else had it."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def run_pages(command, rest):
    """Run `followup open` or `followup app` in the person's own folder; return its exit code."""
    return run_to_end([PYTHON, "-P", "-m", "followup_lib.cli", command] + rest, folder=None)


def run_tests(rest):
    """Run pytest in the checkout: all tests, those that are not slow, or the quick ones."""
    chosen = ["-n", "auto", "--dist", "worksteal"] + ([] if "--all" in rest else ["-m", "not slow"])
    chosen += QUICK if "--quick" in rest else []
    others = [argument for argument in rest if argument not in ("--all", "--quick")]
    return run_to_end([PYTHON, "-m", "pytest"] + chosen + others, folder=HERE)


def run_to_end(command, folder):
    """Run a command that answers Ctrl+C itself; return its exit code."""
    with subprocess.Popen(command, cwd=folder, env=environment()) as process:
        while process.returncode is None:
            with contextlib.suppress(KeyboardInterrupt):
                process.wait()
    return process.returncode if process.returncode >= 0 else 128 - process.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
