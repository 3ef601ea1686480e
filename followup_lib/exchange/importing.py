"""What an import would do, seen before anything is written; then the rows of the search."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from followup_lib.exchange import one_by_one
from followup_lib.exchange.about_list import about_list, about_rows
from followup_lib.exchange.adding import Adding
from followup_lib.exchange.answers import CHANGES, NEW, SAME, STEPS, YES, check_answers
from followup_lib.exchange.changes import Change
from followup_lib.exchange.day_columns import LATER
from followup_lib.exchange.entries import Entry, Happened, Sheet
from followup_lib.exchange.from_above import asked_above
from followup_lib.exchange.laid_out import LaidOut, laid_out, under_answer
from followup_lib.exchange.layout import ABOVE, BROKEN, Aside, Listing
from followup_lib.exchange.offered import take_over
from followup_lib.exchange.preview import Preview
from followup_lib.exchange.questions import Question, answerable, by_weight, open_questions
from followup_lib.exchange.remarks import OPENINGS, remark
from followup_lib.exchange.said_twice import Repeat, asked_twice, left_out, said_twice
from followup_lib.exchange.sheets import ALIVE, read_sheet, weights
from followup_lib.exchange.shifts import shown
from followup_lib.exchange.sorting import duplicates, sort_out
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import Event


class SortedOut(NamedTuple):
    """The rows that are new, those that changed, and those left aside.

    Of the new ones `steps` tell of one application together, and `repeats` say they are there.
    """

    entries: list[Entry]
    changes: list[Change]
    aside: list[Aside]
    steps: list[list[Entry]]
    repeats: list[Repeat]


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
    listing, headings = under_answer(listing, answers)
    laid = laid_out(listing, tables, mapping, answers)
    country = tables.settings.calendar.country
    sheet = read_sheet(laid.rows, laid.meanings, answers, laid.export, today, country)
    read = one_by_one.read_rows(sheet, laid.same)
    about = remark(listing, laid.meanings)
    if about == OPENINGS:
        read = [_only_saved(entry) for entry in read]
    found = _sorted_out(read, laid, sheet, tables)
    questions = [
        *headings,
        *about_list(listing, laid.meanings, laid.rows, about),
        *about_rows(laid.broken, found.changes, listing),
        *one_by_one.asked(found.steps, ALIVE),
        *asked_twice(found.repeats, ALIVE),
        *asked_above(laid.nameless, dict(laid.rows), ALIVE),
        *open_questions(found.entries, weights(sheet), sheet.orders),
    ]
    for entry in found.entries:
        take_over(entry, answers)
    return _seen(listing, laid, found, sheet, tables, questions)


def _sorted_out(read: list[Entry], laid: LaidOut, sheet: Sheet, tables: Tables) -> SortedOut:
    answers, cells = sheet.answers, dict(laid.rows)
    new = [key for key in (CHANGES, SAME) if answers.get(key) == NEW]
    entries, changes, aside = sort_out(read, laid.rows, tables, new)
    steps = one_by_one.groups(entries, laid.same, sheet)
    if answers.get(STEPS) == YES:
        entries = one_by_one.joined(entries, steps)
    repeats = said_twice(entries, sheet)
    if gone := left_out(repeats, answers):
        entries = [each for each in entries if each.row not in gone]
        why = "repeats another row, as it says"
        aside += [Aside(row, why, [*cells[row].values()]) for row in sorted(gone)]
    aside += [Aside(each.row, each.why, each.cells, BROKEN) for each in laid.broken]
    return SortedOut(entries, changes, aside, steps, repeats)


def _seen(
    listing: Listing,
    laid: LaidOut,
    found: SortedOut,
    sheet: Sheet,
    tables: Tables,
    questions: list[Question],
) -> Preview:
    cells, answers = dict(laid.rows), sheet.answers
    undecided = [each for each in questions if answers.get(each.key, LATER) == LATER]
    aside = [*listing.aside, *laid.going_on, *found.aside]
    return Preview(
        rows=len(listing.rows) + sum(each.kind != ABOVE for each in listing.aside),
        columns=laid.theirs,
        statuses={word: s[:2] if s else None for word, s in sheet.statuses.items()},
        entries=found.entries,
        changes=[each for each in found.changes if _taken(each, answers)],
        differ=found.changes,
        aside=sorted(aside, key=lambda each: each.row),
        questions=by_weight(each for each in undecided if each.key not in answers),
        undecided=undecided,
        duplicates=duplicates(found.entries, tables),
        cells_lost=_lost(found.entries, cells, sheet.columns),
        export=laid.export.name,
        cells=cells,
        meant={each.row: list(shown(each, listing.header)) for each in laid.moved if each.meant},
        merged=tuple(sorted({*listing.merged} & cells.keys())),
        known=frozenset(
            answerable(laid.meanings, laid.rows)
            | {each.key for each in questions}
            | {f"changes:{each.row}" for each in found.changes}
        ),
    )


def add_entries(tables: Tables, seen: Preview) -> Tables:
    """Return the tables with the applications, people, events and changes of a preview."""
    if not seen.entries and not seen.changes:
        return tables
    adding = Adding(tables)
    for entry in seen.entries:
        adding.add(entry)
    adding.change(seen.changes)
    return adding.done()


def _taken(change: Change, answers: Mapping[str, str]) -> bool:
    """Tell whether a changed row is taken over: by an answer about it, else about all of them."""
    about_all = answers.get(SAME if change.alike else CHANGES)
    return answers.get(f"changes:{change.row}", about_all) == YES


def _only_saved(entry: Entry) -> Entry:
    entry.events = [
        Happened(Event.SAVED, each.on, certainty="inferred", note=each.note)
        if each.event == Event.APPLIED and each.certainty == "inferred"
        else each
        for each in entry.events
    ]
    return entry


def _lost(
    entries: list[Entry], cells: Mapping[int, dict[str, str]], columns: Sequence[tuple[str, str]]
) -> int:
    """Return how many cells cannot be found again; those worked out anew need not be."""
    headers = [header for header, _ in columns]
    return sum(entry.lacks([cells[entry.row][header] for header in headers]) for entry in entries)
