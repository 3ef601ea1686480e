"""`followup schedule`: what to paste so that this system reminds one on workdays, at 8:30.

It is only printed. The system's own means show the notification, so no package is needed for it.
"""

import argparse
import plistlib
import re
import shlex
import sys
from pathlib import Path

from followup_lib.cli.common import Commands

NAME = "Follow-up"
HOUR, MINUTE = 8, 30
LABEL = "followup.today"
BUS = "DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/$(id -u)/bus"
"""Where a desktop of Linux hears; cron does not know it."""


def register(commands: Commands) -> None:
    """Add `schedule`."""
    commands.command("schedule", _schedule, "print how this system reminds you on workdays, 8:30")


def _schedule(options: argparse.Namespace) -> int:
    print(reminder(sys.platform, Path(sys.executable), options.search))
    return 0


def reminder(platform: str, python: Path, search: Path | None = None) -> str:
    """Return what to paste on a platform, as `sys.platform` names it, and how to take it out."""
    words = [str(python), "-P", "-m", "followup_lib.cli", "today", "--notify"]
    words += ["--search", str(search.absolute())] if search else []
    if platform == "win32":
        return _windows(words)
    if platform == "darwin":
        return _mac(words)
    return _linux(words)


def _linux(words: list[str]) -> str:
    show = f'{BUS} notify-send {NAME} "$text" || echo "$text"'
    line = f'text=$({shlex.join(words)}); [ -z "$text" ] || {show}'.replace("%", r"\%")
    return (
        f"Add this line to the table that crontab -e opens:\n\n"
        f"{MINUTE} {HOUR} * * 1-5 {line}\n\n"
        "It shows a notification on the desktop; where there is none, cron mails it. To take it "
        "out, delete the line there."
    )


def _mac(words: list[str]) -> str:
    show = shlex.quote(f'display notification (system attribute "text") with title "{NAME}"')
    script = f'export text="$({shlex.join(words)})"; [ -z "$text" ] || osascript -e {show}'
    days = [{"Weekday": day, "Hour": HOUR, "Minute": MINUTE} for day in range(1, 6)]
    told = {
        "Label": LABEL,
        "ProgramArguments": ["/bin/sh", "-c", script],
        "StartCalendarInterval": days,
    }
    file = f"~/Library/LaunchAgents/{LABEL}.plist"
    return (
        f"Save this as {file}:\n\n{plistlib.dumps(told).decode()}\n"
        f"Then run: launchctl load {file}\n"
        f"To take it out: launchctl unload {file}, and delete the file."
    )


def _windows(words: list[str]) -> str:
    program, *rest = words
    called = " ".join(["&", _quoted(program), *map(_quoted, rest)])
    box = f"(New-Object -ComObject WScript.Shell).Popup($t, 0, '{NAME}')"
    script = f'-NoProfile -WindowStyle Hidden -Command "$t = {called}; if ($t) {{ {box} }}"'
    days = "Monday,Tuesday,Wednesday,Thursday,Friday"
    return (
        "Paste these three lines into PowerShell:\n\n"
        f"$do = New-ScheduledTaskAction -Execute powershell.exe -Argument {_quoted(script)}\n"
        f"$at = New-ScheduledTaskTrigger -Weekly -DaysOfWeek {days} -At {HOUR}:{MINUTE}\n"
        f"Register-ScheduledTask -TaskName {NAME} -Action $do -Trigger $at\n\n"
        f"To take it out: Unregister-ScheduledTask -TaskName {NAME}"
    )


def _quoted(text: str) -> str:
    """Return a text as PowerShell takes it to the letter; the curly ones are quotes to it, too."""
    return "'" + re.sub("(['‘’‚‛])", r"\1\1", text) + "'"
