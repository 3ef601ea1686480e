"""How far an application is and how it stands, as the status columns of a list tell it."""

import datetime as dt
from collections.abc import Mapping

from followup_lib.exchange.entries import Entry, Happened, Open, Sheet, Standing
from followup_lib.exchange.sections import is_section
from followup_lib.reading.days import Day
from followup_lib.reading.standings import says_nothing
from followup_lib.records.vocabulary import MEETINGS, STAGE_RANK, Certainty, Event, Stage, Status

CONTACT = "contact"
"""What a day was that somebody was in touch, whichever way."""


def read_standings(entry: Entry, cells: Mapping[str, str], sheet: Sheet) -> list[Standing]:
    """Return what the status columns say; "pending" as the decision beside a status is nothing."""
    found: dict[str, list[Standing]] = {"status": [], "decision": []}
    own = _own_words(entry, cells, sheet)
    for header, meaning in sheet.status_columns:
        cell = cells[header]
        if not cell:
            continue
        standing = sheet.statuses[cell]
        if own and standing and is_section(header):
            entry.keep(header, cell)
            continue
        if standing:
            found[meaning].append(standing._replace(note=f"{header}: {cell}"))
            if standing.undated:
                entry.open += (Open(standing.undated, header, cell),)
        elif says_nothing(cell):
            entry.keep(header, cell)
        else:
            entry.ask("status", header, cell)
    if found["status"]:
        waiting = (Stage.APPLIED, Status.ACTIVE)
        entry.kept += [each.note for each in found["decision"] if each[:2] == waiting]
        found["decision"] = [each for each in found["decision"] if each[:2] != waiting]
    return [*found["status"], *found["decision"]]


def _own_words(entry: Entry, cells: Mapping[str, str], sheet: Sheet) -> bool:
    """Tell whether a row's own words say how it stands, whatever the heading above it says.

    Where the two contradict each other it is asked, once for all rows under that heading.
    """
    told = [(h, each) for h, _ in sheet.status_columns if (each := sheet.statuses.get(cells[h]))]
    own = [each for header, each in told if not is_section(header)]
    for header, above in told:
        key = f"section:{cells[header]}"
        if own and is_section(header) and not any(_agree(above, each) for each in own):
            if sheet.answers.get(key) == "yes":
                return False
            if sheet.answers.get(key) != "no":
                entry.open += (Open("section", header, cells[header]),)
    return bool(own)


def _agree(section: Standing, own: Standing) -> bool:
    """Tell whether a row may stand as it says under a heading that says how those below do."""
    if section.status != Status.ACTIVE:
        return section.status == own.status
    if section.stage == Stage.APPLIED:
        return own.stage != Stage.SAVED
    talks = section.stage in MEETINGS and own.stage in MEETINGS
    return own.status == Status.ACTIVE and (talks or section.stage == own.stage)


def settle_bare_days(entry: Entry, standings: list[Standing], sheet: Sheet) -> None:
    """Take a day that does not say what of as that of applying, or of saving what is not.

    In a row that is a step, it is the day of what the row tells. A day of contact is one of
    applying only where nothing else happened.
    """
    saved = bool(standings) and all(each.stage == Stage.SAVED for each in standings)
    saved |= bool(entry.not_applied) and not standings
    further = any(STAGE_RANK[each.stage] > STAGE_RANK[Stage.APPLIED] for each in standings)
    for each in entry.bare:
        if entry.row in sheet.steps and (standings or entry.open) and each.on:
            entry.standing_on = Day(each.on, each.certainty)
            entry.kept.append(each.note or each.on.isoformat())
        elif each.event == CONTACT and (further or entry.events or entry.open):
            entry.kept.append(each.note or str(each.on))
        else:
            event = Event.SAVED if saved else Event.APPLIED
            entry.add(each._replace(event=event, certainty=each.certainty or Certainty.INFERRED))


def add_standing(entry: Entry, standings: list[Standing], today: dt.date) -> None:
    """Add the stage and the outcome the status columns tell, unless an event says so already.

    What says that nobody applied yet is stronger than a day beside it.
    """
    if entry.not_applied and not entry.events and not standings:
        entry.events.append(Happened(Event.SAVED, note=entry.not_applied))
    if not standings:
        return
    note = "; ".join(each.note for each in standings)
    best = max(standings, key=lambda each: STAGE_RANK[each.stage])
    ended = next((each for each in reversed(standings) if each.status != Status.ACTIVE), None)
    certainty = ""
    if best.stage == Stage.SAVED and {each.event for each in entry.events} == {Event.APPLIED}:
        entry.take_out(Event.APPLIED)
        certainty = Certainty.INFERRED
    for each in standings:
        add_steps(entry, each.steps, each.note, today)
        if each.lost:
            _add_lost(entry, each, note)
    known = {each.event for each in entry.events}
    reached = max((STAGE_RANK.get(event, -1) for event in known), default=-1)
    days = [each.on or each.due_on for each in entry.events]
    of_its_own = best.on is not None and best.on.on not in days  # "phone screen 11/30"
    if Event.INTERVIEW_PLANNED in known and not of_its_own:  # else it is the one that is planned
        reached = max(reached, STAGE_RANK[Stage.FINAL_INTERVIEW])
    told_on = None if ended or best.planned else entry.standing_on  # not the day of a talk to come
    since = None if ended is best else best.on or told_on
    if best.stage in MEETINGS and not best.talk:  # a test: they wrote, and nobody was spoken with
        _add_test(entry, note, since)
    elif STAGE_RANK[best.stage] > reached:
        entry.add(_stage(Happened(best.stage, note=note, certainty=certainty), best, since, today))
    if ended and ended.status not in known:
        since = ended.on or entry.standing_on
        outcome = Happened(ended.status, note=note)
        if ended.status == Status.ACCEPTED and not since:  # withdrawing elsewhere hangs on it
            said = ended.note.partition(": ")[2]
            outcome = outcome._replace(certainty=Certainty.INFERRED, said=said)
        entry.add(outcome._replace(on=since.on, certainty=since.certainty) if since else outcome)
    if not entry.tells(note):
        entry.kept.append(note)


def add_steps(entry: Entry, steps: tuple[Standing, ...], note: str, today: dt.date) -> None:
    """Add each of several steps that one cell tells, on its day."""
    for each in steps:
        if each.lost:
            _add_lost(entry, each, note)
        elif each.status != Status.ACTIVE and each.on:
            entry.add(Happened(each.status, each.on.on, certainty=each.on.certainty, note=note))
        elif each.stage in MEETINGS and not each.talk:
            _add_test(entry, note, each.on)
        else:
            entry.add(_stage(Happened(each.stage, note=note), each, each.on, today))


def _add_lost(entry: Entry, told: Standing, note: str) -> None:
    """Add why a talk has no time, on the day of its cell."""
    day = told.on or entry.standing_on
    on, certainty = (day.on, day.certainty) if day else (None, "")
    entry.add(Happened(told.lost, on, certainty=certainty, note=note))


def _add_test(entry: Entry, note: str, since: Day | None) -> None:
    known = {each.event for each in entry.events}
    if not known & {*STAGE_RANK}:
        entry.add(Happened(Event.APPLIED, certainty=Certainty.INFERRED, note=note))
    if Event.HEARD_BACK not in known:
        on, certainty = (since.on, since.certainty) if since else (None, "")
        entry.add(Happened(Event.HEARD_BACK, on, certainty=certainty, note=note))


def _stage(event: Happened, told: Standing, day: Day | None, today: dt.date) -> Happened:
    """Return a stage with its day; a talk ahead is one that is planned."""
    if event.event in MEETINGS and (told.planned or (day and day.on > today)):
        due = day.on if day else None
        return event._replace(event=Event.INTERVIEW_PLANNED, due_on=due, certainty=_sure(day))
    return event._replace(on=day.on, certainty=_sure(day)) if day else event


def _sure(day: Day | None) -> str:
    return day.certainty if day else ""
