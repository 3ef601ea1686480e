"""Reminders that arrive unasked: one line without names, and what each system is given to paste."""

import plistlib
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from followup_lib.cli import main
from followup_lib.cli.schedule import reminder
from followup_lib.store.new_search import create_search, practice_copy

PYTHON = Path("/Ann O'Neil/100% py/python")
WORDS = [str(PYTHON), "-P", "-m", "followup_lib.cli", "today", "--notify"]

pytestmark = pytest.mark.usefixtures("home")


def test_the_line_counts_and_names_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says how many things are due; no firm and no person is in it."""
    search = practice_copy(tmp_path / "Practice")
    assert main(["today", "--notify", "--search", str(search.folder)]) == 0
    told = capsys.readouterr()
    assert re.fullmatch(r"\w+ things for today: followup today lists them\.\n", told.out)
    assert told.err == ""


def test_nothing_due_says_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With nothing for today nothing is printed, so no mail and no notification comes."""
    search = create_search(tmp_path / "Tom")
    assert main(["today", "--notify", "--search", str(search.folder)]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_search_that_is_gone_is_told_without_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reminder that can no longer be made does not fall silent, and names no folder."""
    assert main(["today", "--notify", "--search", str(tmp_path / "Tom")]) == 2
    assert capsys.readouterr().out == "Today’s list can’t be made; followup today says why.\n"


def test_linux_gets_a_line_for_cron() -> None:
    """The line runs at 8:30 on workdays; blanks and quotes are kept, percent signs escaped."""
    (line,) = [row for row in reminder("linux", PYTHON).splitlines() if row.startswith("30 8")]
    assert line.startswith("30 8 * * 1-5 text=$(")
    assert not re.search(r"(?<!\\)%", line)
    run = line.replace(r"\%", "%").partition("$(")[2].partition("); ")[0]
    assert shlex.split(run) == WORDS


@pytest.mark.skipif(sys.platform == "win32", reason="the line is for a POSIX shell")
def test_the_line_for_cron_runs(tmp_path: Path) -> None:
    """Without a desktop the shell prints what the reminder says, and nothing when it is silent."""
    for words, told in (("echo Two", "Two\n"), ("true", "")):
        python = tmp_path / "a 'b" / "python"
        python.parent.mkdir(exist_ok=True)
        python.write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8", newline="\n")
        python.chmod(0o700)
        (line,) = [row for row in reminder("linux", python).splitlines() if "1-5" in row]
        command = line.removeprefix("30 8 * * 1-5 ").replace("notify-send", "no-such-program")
        made = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True)
        assert made.stdout == told


def test_macos_gets_a_launch_agent() -> None:
    """The file is a property list for five days of the week, and its shell line keeps the words."""
    text = reminder("darwin", PYTHON, Path("/x y"))
    made = plistlib.loads(text[text.index("<?xml") : text.index("</plist>") + 8].encode())
    assert [day["Weekday"] for day in made["StartCalendarInterval"]] == [1, 2, 3, 4, 5]
    assert shlex.join([*WORDS, "--search", "/x y"]) in made["ProgramArguments"][-1]


def test_windows_gets_three_lines_for_powershell() -> None:
    """Every word is quoted twice, once for the line and once for the task, the curly ones too."""
    text = reminder("win32", Path("C’s/py 3.exe"))
    assert "-At 8:30" in text
    assert "& ''C’’’’s/py 3.exe'' ''-P''" in text
    assert "Unregister-ScheduledTask" in text


def test_the_command_prints_that_of_this_system(capsys: pytest.CaptureFixture[str]) -> None:
    """`followup schedule` names the Python that runs it, and installs nothing."""
    assert main(["schedule"]) == 0
    assert capsys.readouterr().out == reminder(sys.platform, Path(sys.executable)) + "\n"
