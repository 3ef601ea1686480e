"""The promise ledger: what they said by when, what I said by when, and what became of it."""

import pandas as pd

from followup_lib.tables import Problem
from followup_lib.vocabulary import PROMISES, SETTLING, Event


def in_order(timeline: pd.DataFrame) -> pd.DataFrame:
    """Return the rows by day (unknown days first), on one day by `event_id`: e9 before e10.

    A column `row` keeps the row of the file.
    """
    parts = timeline["event_id"].str.extract(r"^(.*?)(\d*)$")
    number = pd.to_numeric(parts[1], errors="coerce").fillna(-1)
    keys = timeline.assign(row=timeline.index + 2, _text=parts[0], _number=number)
    keys = keys.sort_values(["on", "_text", "_number"], na_position="first", kind="stable")
    return keys.drop(columns=["_text", "_number"]).reset_index(drop=True)


def settle(timeline: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Fill `refers_to` of settling rows that name no promise with the only one open.

    `timeline` is in order. A row that could mean several promises settles none and comes back
    as a question; one that could mean none is told.
    """
    unnamed = timeline["event"].isin(list(SETTLING)) & (timeline["refers_to"] == "")
    if not unnamed.any():
        return timeline, []
    concerned = timeline["application_id"].isin(timeline.loc[unnamed, "application_id"])
    relevant = concerned & (timeline["event"].isin([*PROMISES, *SETTLING]) | _named(timeline))
    open_now: dict[str, list[str]] = {}
    found: dict[int, str] = {}
    problems: list[Problem] = []
    columns = ["application_id", "event_id", "event", "refers_to", "row"]
    for place, (application, event_id, event, refers_to, row) in zip(
        timeline.index[relevant], timeline.loc[relevant, columns].to_numpy(), strict=True
    ):
        promises = open_now.setdefault(application, [])
        if event in PROMISES:
            promises.append(event_id)
            continue
        if not refers_to and event in SETTLING:
            if len(promises) != 1:
                problems.append(_question(int(row), event, promises))
                continue
            refers_to = found[place] = promises[0]
        if refers_to in promises and event not in (Event.MOVED, Event.SNOOZED):
            promises.remove(refers_to)
    filled = pd.Series(found, dtype="str")
    return timeline.assign(
        refers_to=timeline["refers_to"].mask(unnamed, filled).fillna("")
    ), problems


def promises(timeline: pd.DataFrame) -> pd.DataFrame:
    """Return one row per promise, theirs and mine, in order.

    `timeline` is in order, settled, and holds no row of the future. Columns: those of the timeline
    as the promise was made; `due_on`, `said`, `certainty` as last moved; `stated_on` (the day of
    the last word on it), `first_due_on`, `state` (open, kept, dropped), `settled_on`.
    """
    made = timeline[timeline["event"].isin(list(PROMISES))].set_index("event_id")
    named = timeline[_named(timeline)]
    is_move = named["event"] == Event.MOVED
    ends = named[~is_move & (named["event"] != Event.SNOOZED)]
    move, end = (
        rows.drop_duplicates("refers_to", keep="last").set_index("refers_to").reindex(made.index)
        for rows in (named[is_move], ends)
    )
    moved = move["event"].notna()
    state = end["event"].where(end["event"].isna() | (end["event"] == Event.DROPPED), Event.KEPT)
    return made.assign(
        first_due_on=made["due_on"],
        due_on=made["due_on"].mask(moved, move["due_on"]),
        said=made["said"].mask(moved & (move["said"] != ""), move["said"]),
        certainty=made["certainty"].mask(moved, move["certainty"]),
        stated_on=made["on"].mask(moved, move["on"]),
        state=state.fillna("open"),
        settled_on=end["on"],
    ).reset_index()


def _named(timeline: pd.DataFrame) -> pd.Series:
    return timeline["refers_to"] != ""


def _question(row: int, event: str, promises: list[str]) -> Problem:
    if promises:
        which = f"could mean any of {', '.join(promises)}; write the one it means into refers_to"
    else:
        which = "names no promise and none is open; write the promise's event_id into refers_to"
    return Problem("timeline.csv", row, "refers_to", f"{event!r} {which}.")
