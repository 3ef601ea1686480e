"""An import as the terminal and the pages do it: its one edit, its report, the words for both."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from followup_lib.exchange.answers import LIST
from followup_lib.exchange.both_names import BOTH
from followup_lib.exchange.changes import Change
from followup_lib.exchange.entries import Entry, Happened
from followup_lib.exchange.importing import add_entries, preview
from followup_lib.exchange.layout import Listing
from followup_lib.exchange.preview import Preview
from followup_lib.records.dates import clock, short_day
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import MEETINGS, Event, words
from followup_lib.store.private import make_file, make_folder

Edit = Callable[[str, Callable[[Tables], Tables]], object]
"""The way an edit of a search is made: what it is, in words, and the change."""

MEANINGS_IN_WORDS = {
    "company": "the company",
    "job_title": "the position",
    BOTH: "the company and the position, as we split them",
    "job_url": "the link to the job posting",
    "location": "the location",
    "source": "where you found it",
    "agency": "the agency, if there is one",
    "contact_name": "who you write to",
    "contact_role": "their role",
    "contact_email": "their e-mail",
    "contact_phone": "their phone number",
    "preferred_contact": "how they like to be reached",
    "notes": "your notes",
    "status": "how far along it is, and how it stands",
    "decision": "what they decided",
    "history": "several stages in one cell",
    "date.bare": "a day that doesn’t say what it is; read as the day you applied",
    "date.contact": "the day you were in touch",
    "date.applied": "the day you applied",
    "date.saved": "the day you found it",
    "date.status": "the day of the last change",
    "date.screen": "the day of the first call",
    "date.interview": "the day of an interview",
    "date.final_interview": "the day of the last interview",
    "date.offer": "the day of the offer",
    "date.rejected": "the day they said no",
    "date.they_promised": "the date they gave you",
    "date.follow_up": "the day to come back to it; we put it off until then if you say so",
    "date.next_step": "the day of your next step",
    "next_step": "your next step; noted as your promise if you say so",
    "said": "what they said about when; noted in their words, for you to confirm",
    "date.deadline": "the last day to answer or to apply",
    "keep": "kept in the notes, as it is",
    "kept": "kept in the notes, as it is",
}


@dataclass(frozen=True)
class Import:
    """A list on its way into a search: the name of its file, and what a person said of it.

    `mapping` and `answers` are those of `preview`.
    """

    name: str
    listing: Listing
    mapping: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)

    def preview(self, tables: Tables, today: dt.date) -> Preview:
        """Return what it would do; raises `FollowupError` as `preview`."""
        return preview(self.listing, tables, today, self.mapping, self.answers)

    def into(self, edit: Edit, folder: Path, today: dt.date) -> tuple[Preview, Path]:
        """Bring it in with one edit and save the report; return what was done, and the report.

        Raises `FollowupError` when nothing names the company or the list seems to be none of
        applications, as the edit, or when only the report could not be written.
        """
        done: list[Preview] = []

        def change(tables: Tables) -> Tables:
            done.append(self.preview(tables, today))
            for key in ("map", LIST):
                if key in done[-1].questions:
                    raise FollowupError(str(done[-1].questions[key]))
            return add_entries(tables, done[-1])

        edit(f"import {self.name}", change)
        return done[-1], save_report(folder, self.name, done[-1])


def column_words(meaning: str) -> str:
    """Return what a column holds, in words.

    >>> column_words("date.applied"), column_words("date.no_response")
    ('the day you applied', 'the day of: let go for now')
    """
    kept, _, reason = meaning.partition(": ")
    if kept == "kept" and reason:
        return f"kept in the notes: {reason}"
    if meaning in MEANINGS_IN_WORDS:
        return MEANINGS_IN_WORDS[meaning]
    kind, _, event = meaning.partition(".")
    return f"the day of: {words(event)}" if kind == "date" else words(meaning)


def status_words(stage: str, status: str) -> str:
    """Return how far and how it stands, in words.

    >>> status_words("interview", "rejected"), status_words("saved", "active")
    ('interview, not chosen', 'saved, not applied to yet')
    """
    if (stage, status) == (Event.SAVED, "active"):
        return "saved, not applied to yet"
    if (stage, status) == (Event.OFFER, Event.REJECTED):
        return "offer, taken back by them"
    return f"{words(stage)}, {words(status)}"


def entry_words(entry: Entry, today: dt.date) -> tuple[str, str]:
    """Return company and position of a row read, and what happened by it."""
    names = (entry.values.get("company", ""), entry.values.get("job_title", ""))
    told = [_event(each, today) for each in entry.events]
    return ", ".join(filter(None, names)), "; ".join([*told, *_out_of_order(entry)])


def _out_of_order(entry: Entry) -> list[str]:
    """Return the sentence that a talk lies before the day of applying, none where it doesn't."""
    applied = [each.on for each in entry.events if each.event == Event.APPLIED and each.on]
    talks = [each for each in entry.events if each.event in MEETINGS and each.on]
    early = [each for each in talks if applied and each.on and each.on < min(applied)]
    return [f"check the days: {words(e.event)} before the application" for e in early[:1]]


def _event(each: Happened, today: dt.date) -> str:
    if each.event == Event.THEY_PROMISED:
        return _said(each, today)
    day = each.on or each.due_on
    about = f"{each.certainty} " if each.certainty == "about" else ""
    time = f", {clock(each.at)}" if each.at else ""
    when = f"{about}{short_day(day, today)}{time}" if day else "day not known"
    return f"{words(each.event)} ({when}{', our reading' if each.certainty == 'inferred' else ''})"


def _said(each: Happened, today: dt.date) -> str:
    """Return what they said about when, in their words, and the day they gave or we read."""
    ours = ", our reading" if each.certainty == "inferred" and each.said else ""
    quote = each.said.strip('"')
    day = f"({short_day(each.due_on, today)}{ours})" if each.due_on else ""
    told = [words(each.event), f"“{quote}”" if quote else "", day]
    return " ".join(filter(None, told))


def report(seen: Preview) -> str:
    """Return all a preview tells, as lines of text."""
    lines = [seen.sentence, "", "Columns"]
    lines += [f"  {theirs}: {column_words(ours)}" for theirs, ours in seen.columns.items()]
    lines += ["", "Statuses"] if seen.statuses else []
    lines += [f"  {w}: {status_words(*f) if f else 'not known'}" for w, f in seen.statuses.items()]
    lines += ["", "Left out"] if seen.aside else []
    for each in seen.aside:
        lines.append(f"  row {each.row} {each.why}: {json.dumps(each.cells, ensure_ascii=False)}")
        if each.row in seen.meant:
            lines.append(f"    as it would be put back: {'; '.join(seen.meant[each.row])}")
    if seen.duplicates:
        rows = ", ".join(map(str, seen.duplicates))
        lines += [
            "",
            f"Same company and position as one already here or above, added anyway: {rows}",
        ]
    lines += ["", "Updated"] if seen.changes else []
    lines += [f"  row {each.row}: {change_words(each)}" for each in seen.changes]
    lines += ["", "Questions, now or later"] if seen.undecided else []
    return "\n".join([*lines, *(f"  {each}" for each in seen.undecided)])


def change_words(change: Change) -> str:
    """Return what differs in a row that is here already."""
    cells = [f"{words(c)}: “{old}” → “{new}”" for c, (old, new) in change.cells.items()]
    happened = [*change.dated.values(), *change.events]
    events = [f"{words(e.event)} {e.on or e.due_on or '(day not known)'}" for e in happened]
    return f"{change.names}: {'; '.join([*cells, *events, *(p.name for p in change.people)])}"


def save_report(folder: Path, name: str, seen: Preview) -> Path:
    """Write what was done beside the search, under a name of its own; raises `FollowupError`."""
    place = folder / "imports"
    try:
        make_folder(place)
        numbers = [int(p.name[:3]) for p in place.glob("*.txt") if p.name[:3].isdecimal()]
        plain = "".join(letter if letter.isprintable() else "_" for letter in PurePath(name).name)
        path = place / f"{max(numbers, default=0) + 1:03d} {plain[-60:]}.txt"
        make_file(path)  # never over the report of another window
        path.write_text(f"{report(seen)}\n", encoding="utf-8")
    except OSError as error:
        raise FollowupError(
            f"The applications were brought in, but the report in {place} could not be written "
            f"({error.strerror}). Reading the same file again shows what is in it."
        ) from error
    return path
