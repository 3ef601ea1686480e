"""Today's list: its groups and lines as they are shown, found, opened, and left for later."""

import datetime as dt
from typing import Any

import pandas as pd
import traitlets as t

from followup_lib.advice.groups import groups_of
from followup_lib.advice.reasons import reason
from followup_lib.pages.kit.at_desk import AtDesk
from followup_lib.pages.kit.choices import Choices
from followup_lib.pages.kit.deeds import headline_of
from followup_lib.pages.kit.desk import HEARD, Desk
from followup_lib.pages.kit.kept import Kept
from followup_lib.pages.kit.leave import may_refuse, put_off
from followup_lib.pages.kit.names import APPLICATIONS
from followup_lib.pages.kit.said_day import question_of, settle
from followup_lib.pages.start.lines import GROUPS, line_of
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow, key_of, rows_as
from followup_lib.records.situations import UNWRITTEN, Situation

ALL_SHOWN, FIRST, MORE = 24, 8, 50
"""Lines shown when they are few; of a group when they are many; and at each “Show more”."""
SEARCHED_FROM = 12
"""More lines than these can be searched."""
TO_DO = ("late", "today", "next", "soon")
KINDS = {"all": "All", "letters": "Letters", "calls": "Calls", "references": "References"}
LEAVE: Choices = [("Put it off", "put_off"), ("Not this one", "never")]


class ListModel(AtDesk):
    """What the list shows. `find` is what is searched for, `kind` one of `KINDS`.

    `groups` are dicts: id, title, count, open, more (how many are left out), and lines, dicts of
    `Line` with `detail`: None, or the heading, reason, label of the button, and parts to act on
    (line, day, value, acts, error).
    """

    groups: t.List[Any] = t.List()
    find = t.Unicode("")
    kind = t.Unicode("all")
    searched = t.Bool(False)

    def __init__(self, desk: Desk) -> None:
        self._toggled: dict[str, bool] = {}  # rows and groups, as the person left them
        self._shown: dict[str, int] = {}
        self._wrong: dict[str, str] = {}
        super().__init__(desk)
        self.observe(lambda _: self.refresh(), ["find", "kind"])

    def refresh(self) -> None:
        """Fill in how things stand now."""
        rows = self.desk.plan.rows
        self._rows = rows.assign(group=groups_of(self.desk.plan))
        self.searched = len(rows) > SEARCHED_FROM
        found = self._rows[self._fits(self._rows)]
        to_do = found[found["group"].isin(TO_DO)]
        few = len(to_do) <= ALL_SHOWN
        by_group = dict(list(found.groupby("group", sort=False)))
        groups = {name: by_group[name] for name in GROUPS if name in by_group}
        first = next((part.head(1) for name, part in groups.items() if name in TO_DO), found[:0])
        key = next((key_of(row) for row in rows_as(PlanRow, first)), "")
        self.groups = [self._group(name, part, few, key) for name, part in groups.items()]

    def _fits(self, rows: pd.DataFrame) -> pd.Series:
        """Tell of each row whether it is of the kind and has what is searched for."""
        fits = pd.Series(True, rows.index)
        reference, call = rows["reference_id"] != "", rows["channel"] == "phone"
        written = ~rows["situation"].isin(list(UNWRITTEN))
        fits &= {
            "letters": ~call & ~reference & written,
            "calls": call & written,
            "references": reference,
        }.get(self.kind, fits)
        f = self.desk.plan.facts.applications
        text = rows["to"].astype(str)
        for name in ("company", "job_title"):
            text = text + " " + rows["application_id"].map(f[name]).fillna("").astype(str)
        wanted = self.find.casefold().split()
        folded = text.str.casefold()
        for word in wanted:
            fits &= folded.str.contains(word, regex=False)
        return fits

    def _group(self, name: str, rows: pd.DataFrame, few: bool, first: str) -> dict[str, Any]:
        narrowed = bool(self.find.strip()) or self.kind != "all"
        is_open = self._toggled.get(name, narrowed or name in TO_DO[: len(TO_DO) if few else 3])
        limit = self._shown.get(name, ALL_SHOWN if few or narrowed else FIRST)
        shown = rows_as(PlanRow, rows.head(limit)) if is_open else []
        title = GROUPS[name]
        if name == "next":
            title = f"For {self.desk.day(self.desk.plan.for_day)}"
        return {
            "id": name,
            "title": title,
            "count": len(rows),
            "open": is_open,
            "fold": name not in ("late", "today", "next"),
            "more": max(len(rows) - limit, 0) if is_open else 0,
            "lines": [self._line(row, name, first) for row in shown],
        }

    def _line(self, row: PlanRow, group: str, first: str) -> dict[str, Any]:
        line = line_of(self.desk, row, group)._asdict()
        is_open = self._toggled.get(line["key"], line["key"] == first)
        return line | {"detail": self._detail(row, line["key"]) if is_open else None}

    def _detail(self, row: PlanRow, key: str) -> dict[str, Any]:
        """Return what an open line says: its reason, and what can be done about it."""
        why = reason(row, self.desk.plan.view)
        said = self.desk.plan.facts.asked(row)
        parts = []
        if said:
            question = question_of(self.desk, said)
            line = "" if said.words in why else question.line
            parts.append(self._part(key, "said", line, question.day, question.acts))
        if row.situation != Situation.REST:
            acts = LEAVE if may_refuse(row) else LEAVE[:1]
            parts.append(self._part(key, "later", "", "Put it off until", acts))
        rests = row.situation == Situation.REST and not self.desk.plan.talk_ahead(row)
        verb = "See it" if rests else self.desk.verb(row)
        heading = headline_of(self.desk, row)
        heard = "" if row.reference_id or rests else "Heard from them?"
        return {"heading": heading, "reason": why, "verb": verb, "heard": heard, "parts": parts}

    def _part(self, key: str, name: str, line: str, day: str, acts: Choices) -> dict[str, Any]:
        value = self._kept(key).values.get(name, "")
        error = self._wrong.get(f"{name} {key}", "")
        part = {"id": name, "line": line, "day": day, "value": value, "error": error}
        return part | {"acts": [list(act) for act in acts]}

    def _kept(self, key: str) -> Kept:
        return Kept(self.desk.search, f"not now {key}")

    def row(self, key: str) -> PlanRow:
        """Return a row of the list; raises `FollowupError` when it is no longer there."""
        found = (row for row in rows_as(PlanRow, self._rows) if key_of(row) == key)
        row = next(found, None)
        if row is None:
            raise FollowupError("This is no longer on the list: another window changed it.")
        return row

    def open(self, key: str) -> str:
        """Choose a row and return the page that is about it."""
        row = self.row(key)
        self.desk.choose(key)
        return self.desk.page(row)

    def hear_from(self, key: str) -> str:
        """Choose a row and return the page where what was heard of it is logged."""
        row = self.row(key)
        self.desk.choose(key)
        self.desk.search.keep(HEARD, {"application_id": row.application_id})
        return APPLICATIONS

    def toggle(self, name: str, *, is_open: bool) -> None:
        """Open or close a line, or a group."""
        self._toggled[name] = is_open
        self.refresh()

    def show_more(self, group: str) -> None:
        """Show more lines of a group."""
        found = next(shown for shown in self.groups if shown["id"] == group)
        self._shown[group] = len(found["lines"]) + MORE
        self.refresh()

    def keep_day(self, key: str, part: str, day: str) -> None:
        """Keep a day chosen in a line until it is acted on; "" forgets it."""
        self._kept(key).put({part: day} if day else {}, without="" if day else part)

    def act(self, key: str, part: str, name: str, day: dt.date | None) -> str:
        """Act on a line, and return what was done; what is wrong stands at its day.

        `name` is one of the part's acts. Raises `FollowupError` as `put_off` and `settle`.
        """
        row = self.row(key)
        self._wrong = {}
        try:
            if part == "later":
                told = put_off(self.desk, row, None if name == "never" else day or self.desk.today)
            else:
                said = self.desk.plan.facts.asked(row)
                told = settle(self.desk, said, name, day) if said else ""
        except FollowupError as error:
            self._wrong = {f"{part} {key}": str(error)}
            self.refresh()
            raise
        self._kept(key).forget()
        return told
