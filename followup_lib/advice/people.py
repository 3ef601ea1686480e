"""Who to write to, and how: the person who gave the date, in that person's way (W2, W3)."""

import numpy as np
import pandas as pd

from followup_lib.advice.directory import Directory
from followup_lib.advice.identity import folded
from followup_lib.advice.stand_ins import names_in, stand_ins, wrote
from followup_lib.reading.names import person_name
from followup_lib.records.errors import Problem
from followup_lib.records.their_word import IN_THEIR_WAY
from followup_lib.records.timeline import Columns, Log, at
from followup_lib.records.vocabulary import FALL_BACK, WAIT_FOR_THEM, WAYS, Channel, Event

REACH = ("email", "phone", "wish")
"""How to reach a person: what a row of the plan knows of whom it is addressed to."""

ADDRESSED = tuple(name for name, way in WAYS.items() if way.column)
"""The ways that need an address."""


def usable(cannot_use: tuple[str, ...]) -> list[str]:
    """Return the ways the seeker can use, the one to fall back on first."""
    return [way for way in FALL_BACK if way not in cannot_use]


def way_to(wish: str, cannot_use: tuple[str, ...]) -> str:
    """Return the way a person wishes for, else the first to fall back on; e-mail when none is left.

    >>> way_to("phone", ()), way_to("phone", ("phone", "email"))
    ('phone', 'text')
    """
    ways = usable(cannot_use)
    return wish if wish in ways else (ways or FALL_BACK)[0]


def first_named(who: np.ndarray) -> np.ndarray:
    """Return the first of the names in each cell of `who`, which "; " divides."""
    names = who.tolist()
    if ";" in "".join(names):
        names = [each.partition(";")[0] for each in names]
    return np.array([*map(str.strip, names)], object)


def recipients(
    jobs: pd.DataFrame, known: Columns, people: Directory, past: Log, cannot_use: tuple[str, ...]
) -> Columns:
    """Return `to, email, phone, to_key, wish`, the ways and `instead_of` for each application.

    An agency is the route when there is one; else the giver of the date that counts, else the
    contact, else whom the seeker met last. For who has left, or gave the date and has no address,
    somebody else stands in, `instead_of` that name (W5); of an agency nobody does. `way_why` is
    one of asked, waits, cannot, last_used, portal, nobody, default. Thanks go in writing, unless
    they asked to be called: a talk by phone is not the way to write (W7). They go to who was at the
    talk, when the other was not: `thanks_to` and so on.
    """
    contact, email, phone = (jobs[f"contact_{name}"].to_numpy() for name in ("name", *REACH[:2]))
    noted = (contact != "") | (email != "") | (phone != "")
    direct = jobs["agency"].to_numpy() == ""
    giver = np.where(direct, known["their_who"], "")
    met = np.where(direct, known["met_who"], "")
    name = first_named(np.select([giver != "", noted], [giver, contact], met))
    job = np.arange(len(jobs))
    place = job.copy()  # a contact stands where its application does
    place[name != contact] = people.find(job[name != contact], name[name != contact])
    name, place, over = _instead(name, place, giver != "", direct, people, past)
    reach = {column: at(people.rows[column].to_numpy(), place) for column in REACH}
    key, lost = at(people.rows["key"].to_numpy(), place), place < 0
    key[lost] = people.key(name[lost], reach["email"][lost], reach["phone"][lost], job[lost])
    unknown = (name == "") & (reach["email"] == "") & (reach["phone"] == "")
    way, why = _way(reach, unknown, past, cannot_use)
    thanks_way = np.where((way == Channel.PHONE) & (why != "asked"), way_to("", cannot_use), way)
    whom = {"to": name, "to_key": key, **reach}
    thanked = _thanked(np.where(direct, known["met_who"], ""), name, people)
    thanks = _told_apart(whom | {"way": thanks_way}, thanked, people, cannot_use)
    return whom | {"way": way, "way_why": why, **thanks, **over}


def _thanked(met: np.ndarray, name: np.ndarray, people: Directory) -> tuple[np.ndarray, np.ndarray]:
    """Return whom thanks go to in place of `name`, who was not at the talk, and their place.

    `met` is who was; it is the first of them, on file (and not gone) or a person by their name.
    """
    first = first_named(met)
    place = people.find(np.arange(len(met)), first)
    there = [one in names_in(who) for one, who in zip(folded(name), met, strict=True)]
    other = (first != "") & ~at(people.left, place) & ~np.array(there, bool)
    strangers = np.flatnonzero(other & (place < 0))
    other[strangers] = [bool(person_name(who)) for who in first[strangers]]
    return np.where(other, first, ""), np.where(other, place, -1)


def _told_apart(
    whom: Columns,
    thanked: tuple[np.ndarray, np.ndarray],
    people: Directory,
    cannot_use: tuple[str, ...],
) -> Columns:
    """Return the columns of `whom` for thanks: those of the person `thanked`, if there is one."""
    name, place = thanked
    own = {column: at(people.rows[column].to_numpy(), place) for column in ("key", *REACH)}
    key, lost = own.pop("key"), np.flatnonzero((name != "") & (place < 0))
    key[lost] = people.key(name[lost], own["email"][lost], own["phone"][lost], lost)
    way = np.array([way_to(wish, cannot_use) for wish in own["wish"].tolist()], object)
    own |= {"to": name, "to_key": key, "way": way}
    return {f"thanks_{column}": np.where(name != "", own[column], whom[column]) for column in whom}


def _instead(
    name: np.ndarray,
    place: np.ndarray,
    gave: np.ndarray,
    direct: np.ndarray,
    people: Directory,
    past: Log,
) -> tuple[np.ndarray, np.ndarray, Columns]:
    """Return name and place of whom to write to, and who is passed over for them, and why (W5).

    `gave` tells whose name is that of who gave the date. Where nobody stands in, who has left
    leaves no name, and who has no address keeps theirs.
    """
    left = at(people.left, place)
    doubtful = np.flatnonzero(gave & ~left & ~at(people.reached, place))
    answered = wrote(past, doubtful)
    compared = zip(doubtful.tolist(), folded(name[doubtful]).tolist(), strict=True)
    silent = np.zeros(len(name), bool)
    silent[doubtful] = [who not in answered for who in compared]
    jobs = np.flatnonzero((left | silent) & direct)
    found = stand_ins(jobs, people, past)
    instead = np.full(len(name), -1)
    instead[jobs] = found
    instead[silent & ~at(people.reached, instead)] = -1
    over = left | (instead >= 0)
    names = np.where(over, at(people.rows["name"].to_numpy(), instead), name)
    passed_over = {"instead_of": np.where(over, name, ""), "has_left": left}
    return names, np.where(over, instead, place), passed_over


def owed_to(
    owed: pd.DataFrame,
    jobs: pd.DataFrame,
    known: Columns,
    people: Directory,
    cannot_use: tuple[str, ...],
) -> pd.DataFrame:
    """Add `to`, how to reach them (`REACH`), `way` and `key` to the seeker's open promises.

    Whoever is named is reached at their own addresses, known or not; else it is the person the
    application writes to. The way is the one promised, else that person's (W2), else that of the
    application's other messages.
    """
    job = owed["job"].to_numpy()
    direct = at(jobs["agency"].to_numpy(), job) == ""
    name = first_named(owed["who"].to_numpy())
    place = people.find(job, name)
    named = (name != "") & direct & ~at(people.left, place)
    reach = {
        column: np.where(named, at(people.rows[column].to_numpy(), place), at(known[column], job))
        for column in REACH
    }
    to = np.where(named, name, at(known["to"], job))
    promised, wish = owed["channel"].to_numpy(), reach["wish"]
    ways = [np.isin(way, usable(cannot_use)) for way in (promised, wish)]
    way = np.select(ways, [promised, wish], at(known["way"], job))
    key = at(known["to_key"], job)
    email, phone = (reach[name][named] for name in REACH[:2])
    key[named] = people.key(to[named], email, phone, job[named])
    return owed.assign(to=to, **reach, way=way, key=key)


def strangers(jobs: pd.DataFrame, promises: pd.DataFrame, people: Directory) -> list[Problem]:
    """Tell which open promises are of, or to, somebody who stands in neither table of people.

    Where nobody is named at all, the person of the promise is the one to write to.
    """
    open_ = promises[promises["state"] == "open"]
    row, of = open_["row"].to_numpy(), open_["application_id"].to_numpy()
    job, name = open_["job"].to_numpy(), first_named(open_["who"].to_numpy())
    named = people.job[people.rows["folded"] != ""]
    asked = (jobs["agency"].to_numpy() == "") & (np.bincount(named, minlength=len(jobs)) > 0)
    lost = at(asked, job) & (name != "") & (people.find(job, name) < 0)
    sentence = (
        "{name!r} is in neither applications.csv nor people.csv for {application_id}; "
        "add a row to people.csv with how to reach them, or fix the name."
    )
    return [
        Problem("timeline.csv", int(row), "who", sentence.format(name=name, application_id=of))
        for row, name, of in zip(row[lost], name[lost], of[lost], strict=True)
    ]


def _way(
    reach: Columns, unknown: np.ndarray, past: Log, cannot_use: tuple[str, ...]
) -> tuple[np.ndarray, np.ndarray]:
    """Return by what way to write, and why; a number with no e-mail address is called (W6)."""
    ways, fallback, wish = usable(cannot_use), way_to("", cannot_use), reach["wish"]
    called = (reach["email"] == "") & (reach["phone"] != "") & (Channel.PHONE in ways)
    heard = past.was(*IN_THEIR_WAY) & past.has("channel", *ways)
    heard &= ~(past.was(Event.INTERVIEW_PLANNED) & (past["channel"] == Channel.PHONE))  # W7
    used = at(past["channel"], past.last(heard))
    portal = past.was(Event.APPLIED, *IN_THEIR_WAY) & (past["channel"] == Channel.PORTAL)
    spare = np.where(used != "", used, np.where(called, Channel.PHONE.value, fallback))
    choices = {
        "asked": (np.isin(wish, ways), wish),
        "waits": (wish == WAIT_FOR_THEM, np.full(len(wish), fallback)),
        "cannot": (np.isin(wish, cannot_use), spare),
        "portal": (unknown & (past.last(portal) >= 0), np.full(len(wish), Channel.PORTAL.value)),
        "nobody": (unknown & np.isin(spare, ADDRESSED), spare),
        "last_used": (used != "", spare),
    }
    fits, chosen = zip(*choices.values(), strict=True)
    return np.select(fits, chosen, spare), np.select(fits, list(choices), "default")
