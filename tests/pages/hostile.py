"""A search in which every text a person can type is an attack, and everything else is as usual."""

import csv
import itertools
import shutil
from pathlib import Path

import tomlkit

from followup_lib.records.tables import COLUMNS, DATES, WORDS
from followup_lib.store.search import SAMPLE

RAN = "window.followupRan = true"
"""What every attack does when it runs."""
OUTSIDE = "https://outside.example"
ATTACKS = (
    f"<script>{RAN}</script>",
    f'<img src=x onerror="{RAN}">',
    f'"><svg onload="{RAN}">',
    f"' autofocus onfocus='{RAN}' x='",
    f"</textarea></style></script><script>{RAN}</script>",
    f'<a href="javascript:{RAN}">open me</a>',
    f"[open me](javascript:{RAN})",
    f'<iframe src="{OUTSIDE}/frame"></iframe>',
    f'<img src="{OUTSIDE}/seen.png"><link rel="stylesheet" href="{OUTSIDE}/all.css">',
    "<style>* { display: none !important }</style>",
    "<b>bold</b> & &lt;i&gt; <!-- hidden",
    "{my_name} {{7*7}} ${7*7} {% raise %} {0} {} %s [topic] [",
    f'=HYPERLINK("{OUTSIDE}";"open")',
    f'<details open ontoggle="{RAN}">',
    "\u202egnp.exe\u200b \U0001d54f e\u0301",
)
BARE = {"event_id", "at", "refers_to", "session_id", "commitment_id", "confidence"}
KEYS = ("application_id", "reference_id")
MORE = {
    "sessions": [{"session_id": "s1", "on": "2026-03-09", "next_on": "2026-03-16"}],
    "commitments": [
        {
            "commitment_id": "c1",
            "session_id": "s1",
            "due_on": "2026-03-13",
            "confidence": "8",
            "application_id": "quillon-health-technical-writer",
        }
    ],
}
"""Rows for the tables the sample does without."""


def hostile_search(folder: Path, texts: tuple[str, ...] = ATTACKS) -> Path:
    """Make the sample's search with an attack in every cell that holds words or a key."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    attacks = itertools.cycle(texts)
    keys: dict[str, str] = {}
    for name, columns in COLUMNS.items():
        rows = [dict(row) for row in MORE.get(name, ())] or _rows(SAMPLE / f"{name}.csv")
        plain = {*DATES[name], *WORDS[name], *BARE}
        for row in rows:
            for column in columns:
                if column in KEYS or (
                    name == "timeline" and row["event"].startswith("reference_") and column == "who"
                ):
                    row[column] = row[column] and keys.setdefault(
                        row[column], f"{row[column]}{next(attacks)}"
                    )
                elif column not in plain:
                    row[column] = next(attacks)
        _write(folder / f"{name}.csv", columns, rows)
    settings = tomlkit.parse((SAMPLE / "settings.toml").read_text(encoding="utf-8"))
    for name in ("name", "phone", "email", "sign_off"):
        settings["seeker"][name] = next(attacks)  # type: ignore[index]
    (folder / "settings.toml").write_text(tomlkit.dumps(settings), encoding="utf-8")
    return folder


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, columns: tuple[str, ...], rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
