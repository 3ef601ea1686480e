"""What an import would do, seen before anything is written; then the rows of the search."""

import datetime as dt
from collections.abc import Mapping, Sequence

from followup_lib.exchange import one_by_one
from followup_lib.exchange.adding import Adding
from followup_lib.exchange.aliases import known_export
from followup_lib.exchange.answers import (
    ABOVE_KEY,
    CHANGES,
    LIST,
    MOVED,
    NEW,
    SAME,
    STEPS,
    TWICE,
    YES,
    check_answers,
)
from followup_lib.exchange.both_names import both_apart
from followup_lib.exchange.changes import Change, known_keys
from followup_lib.exchange.day_columns import LATER
from followup_lib.exchange.entries import Entry, Happened, Rows
from followup_lib.exchange.from_above import asked_above, continued, from_above
from followup_lib.exchange.layout import ABOVE, BROKEN, OTHER, Aside, Listing, headed
from followup_lib.exchange.meanings import PUZZLING, column_meanings
from followup_lib.exchange.offered import take_over
from followup_lib.exchange.preview import Preview
from followup_lib.exchange.questions import Question, answerable, by_weight, open_questions
from followup_lib.exchange.remarks import OPENINGS, remark
from followup_lib.exchange.said_twice import asked_twice, said_twice
from followup_lib.exchange.sheets import ALIVE, read_sheet, weights
from followup_lib.exchange.shifts import Moved, find_moved, shown
from followup_lib.exchange.sorting import duplicates, keys_of, sort_out
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import Event

_ALIKE = "Is this the same application under another name?"


def preview(
    listing: Listing,
    tables: Tables,
    today: dt.date,
    mapping: Mapping[str, str],
    answers: Mapping[str, str],
) -> Preview:
    """Return what importing a list into a search would do.

    `mapping` gives columns of theirs one of `meanings.MEANINGS`; `answers` are by the keys of
    `questions`, as `answers.ALLOWED` has them. Raises `FollowupError` for a column, meaning or
    answer that is not allowed.
    """
    check_answers(answers)
    listing, headings = _under_answer(listing, answers)
    export = known_export(listing.header)
    country = tables.settings.calendar.country
    theirs = column_meanings(listing, dict(mapping), export, country)
    sound, moved = find_moved(listing, theirs)
    back = _put_back(listing, theirs, moved, tables, answers)
    rows = _rows(listing, sound, back)
    meanings = both_apart(rows, theirs)
    rows, going_on = continued(rows, meanings, {each.row for each in listing.aside})
    nameless = from_above(rows, meanings, beneath=answers.get(ABOVE_KEY) == YES)
    sheet = read_sheet(rows, meanings, answers, export, today, country)
    same = {*listing.merged, *nameless}
    read = one_by_one.read_rows(sheet, same)
    about = remark(listing, meanings)
    if about == OPENINGS:
        read = [_only_saved(entry) for entry in read]
    new = [key for key in (CHANGES, SAME) if answers.get(key) == NEW]
    entries, keys, changes, aside = sort_out(read, rows, tables, new)
    steps = one_by_one.groups(entries, same, sheet)
    step_questions = one_by_one.asked(steps, ALIVE)
    if answers.get(STEPS) == YES:
        entries, keys = one_by_one.joined(entries, keys, steps)
    repeats = said_twice(entries, sheet)
    if answers.get(TWICE) == YES:
        entries, keys = _without(repeats, entries, keys)
        why = "repeats another row, as it says"
        aside += [Aside(each.row, why, [*dict(rows)[each.row].values()]) for each in repeats]
    broken = [each for each in moved if each not in back]
    aside += [Aside(each.row, each.why, each.cells, BROKEN) for each in broken]
    questions = [
        *headings,
        *_about_list(listing, meanings, rows, about),
        *_about_rows(broken, changes, listing),
        *step_questions,
        *asked_twice(repeats, ALIVE),
        *asked_above(nameless, dict(rows), ALIVE),
        *open_questions(entries, weights(sheet), sheet.orders),
    ]
    for entry in entries:
        take_over(entry, answers)
    undecided = [each for each in questions if answers.get(each.key, LATER) == LATER]
    return Preview(
        rows=len(listing.rows) + sum(each.kind != ABOVE for each in listing.aside),
        columns=theirs,
        statuses={word: s[:2] if s else None for word, s in sheet.statuses.items()},
        entries=entries,
        keys=keys,
        changes=[each for each in changes if _taken(each, answers)],
        differ=changes,
        aside=sorted([*listing.aside, *going_on, *aside], key=lambda each: each.row),
        questions=by_weight(each for each in undecided if each.key not in answers),
        undecided=undecided,
        duplicates=duplicates(entries, tables),
        cells_lost=_lost(entries, rows, sheet.columns),
        export=export.name,
        cells=dict(rows),
        meant={each.row: list(shown(each, listing.header)) for each in moved if each.meant},
        merged=tuple(sorted({*listing.merged} & dict(rows).keys())),
        known=frozenset(
            answerable(meanings, rows)
            | {each.key for each in questions}
            | {f"changes:{each.row}" for each in changes}
        ),
    )


def _without(
    repeats: Sequence[Entry], entries: list[Entry], keys: list[str]
) -> tuple[list[Entry], list[str]]:
    """Return the entries and their keys without those that repeat another."""
    lines = {entry.row for entry in repeats}
    pairs = zip(entries, keys, strict=True)
    left = [(entry, key) for entry, key in pairs if entry.row not in lines]
    return [entry for entry, _ in left], [key for _, key in left]


def add_entries(tables: Tables, seen: Preview) -> Tables:
    """Return the tables with the applications, people, events and changes of a preview."""
    if not seen.entries and not seen.changes:
        return tables
    adding = Adding(tables)
    for entry, key in zip(seen.entries, seen.keys, strict=True):
        adding.add(entry, key)
    adding.change(seen.changes)
    return adding.done()


def _taken(change: Change, answers: Mapping[str, str]) -> bool:
    """Tell whether a changed row is taken over: by an answer about it, else about all of them."""
    about_all = answers.get(SAME if change.alike else CHANGES)
    return answers.get(f"changes:{change.row}", about_all) == YES


def _under_answer(listing: Listing, answers: Mapping[str, str]) -> tuple[Listing, list[Question]]:
    """Return the list under the row a person says names its columns, and whether to ask."""
    if listing.named:
        return listing, []
    lines = {line for line, _ in listing.rows} | {each.row for each in listing.aside}
    answer = answers.get("headings", "")
    if answer.isdecimal() and int(answer) in lines:
        return headed(listing, int(answer)), []
    asked = []
    for line in listing.likely:
        cells = next(row for at, row in listing.rows if at == line)
        text = f"Row {line} looks like your headings. Does it name the columns?"
        asked.append(Question("headings", text, (line,), ", ".join(filter(None, cells))))
    return listing, asked


def _put_back(
    listing: Listing,
    meanings: Mapping[str, str],
    moved: list[Moved],
    tables: Tables,
    answers: Mapping[str, str],
) -> list[Moved]:
    """Return the moved rows to put back: all, when a person says so; else those once put back."""
    mended = [each for each in moved if each.meant]
    if answers.get(MOVED) == YES:
        return mended
    known = known_keys(tables)
    keys = keys_of(_rows(listing, [], mended))
    return [each for each, key in zip(mended, keys, strict=True) if key in known]


def _rows(
    listing: Listing,
    sound: list[tuple[int, list[str]]],
    back: Sequence[Moved],
) -> Rows:
    """Return the rows that can be read by their columns, those put back among them."""
    filled = sorted([*sound, *((each.row, each.meant or []) for each in back)])
    return [(line, dict(zip(listing.header, row, strict=False))) for line, row in filled]


def _only_saved(entry: Entry) -> Entry:
    entry.events = [
        Happened(Event.SAVED, each.on, certainty="inferred", note=each.note)
        if each.event == Event.APPLIED and each.certainty == "inferred"
        else each
        for each in entry.events
    ]
    return entry


def _about_list(
    listing: Listing, meanings: Mapping[str, str], rows: Rows, about: str
) -> list[Question]:
    asked = [Question(LIST, about)] if about else []
    if rows and not {"company", "job_title"} & set(meanings.values()):
        names = ", ".join(listing.header)
        asked.append(Question("map", f"Which column names the company? We found {names}."))
    for header, meaning in meanings.items():
        if meaning in PUZZLING:
            reason = meaning.partition(": ")[2]
            asked.append(Question(f"column:{header}", f"What is in {header}? {reason}.", weight=3))
    return asked


def _about_rows(
    moved: Sequence[Moved], changes: Sequence[Change], listing: Listing
) -> list[Question]:
    asked = []
    if moved:
        lines = tuple(each.row for each in moved)
        meant = next((each for each in moved if each.meant), None)
        text = "A comma without quotes shifted some cells. "
        text += "Put them back as shown?" if meant else "Fix them in your file."
        example = "; ".join(shown(meant, listing.header)) if meant else ""
        asked.append(Question(MOVED, text, lines, example, ALIVE))
    for each in listing.aside:
        if each.kind == BROKEN:
            text = "A quotation mark opens and never closes. Fix it in your file."
            asked.append(Question("quote", text, (each.row,), weight=ALIVE))
    table = [each for each in listing.aside if each.kind == OTHER]
    if table:
        text = "There’s another table below the list. Bring it in from a sheet of its own."
        lines = tuple(each.row for each in table)
        example = ", ".join(filter(None, table[0].cells))
        asked.append(Question("table", text, lines, example, ALIVE))
    differ = [each for each in changes if not each.alike]
    if differ:
        lines = tuple(each.row for each in differ)
        text = f"{len(differ)} of {len(listing.rows)} rows "
        text += "differs" if len(differ) == 1 else "differ"
        text += f" from what is here: update {'it' if len(differ) == 1 else 'them'}?"
        asked.append(Question(CHANGES, text, lines, differ[0].names, 1))
    alike = [each for each in changes if each.alike]
    if alike:
        lines = tuple(each.row for each in alike)
        example = f"{alike[0].names}; here it is {alike[0].alike}"
        asked.append(Question(SAME, _ALIKE, lines, example, 0))
    return asked


def _lost(entries: list[Entry], rows: Rows, columns: Sequence[tuple[str, str]]) -> int:
    """Return how many cells cannot be found again; those worked out anew need not be."""
    headers, cells_of = [header for header, _ in columns], dict(rows)
    return sum(
        entry.lacks([cells_of[entry.row][header] for header in headers]) for entry in entries
    )
