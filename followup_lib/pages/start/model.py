"""The start page: what to do today, what is coming up, and how a search is begun."""

from typing import Any

import pandas as pd
import traitlets as t

from followup_lib.advice.closing import closing
from followup_lib.advice.plan import RESTING, SOON, TODAY
from followup_lib.advice.reasons import heading
from followup_lib.app.workspace import find_search, folder_of, home, practice, remember
from followup_lib.coaching.clients import searches_in
from followup_lib.exchange import triage
from followup_lib.pages.kit.desk import Desk, page_of, refuse_empty
from followup_lib.pages.kit.todays_list import headline, taken_on
from followup_lib.records.rows import PlanRow, key_of, rows_as
from followup_lib.store.backups import State
from followup_lib.store.damage import last_good
from followup_lib.store.search import JobSearch, create_search


class StartModel(t.HasTraits):
    """The lists of one day. Each item is a dict: title, what, when, reason, verb, page, key, row.

    On a day off `for_next` are the messages that ask, for `next_workday`. `commitments` are
    sentences: what was taken on in a session and is still open; `closing` what is left to do once
    an offer is accepted; `unsorted` how many imported applications wait to be sorted.
    """

    today: t.List[Any] = t.List()
    for_next: t.List[Any] = t.List()
    coming_up: t.List[Any] = t.List()
    resting: t.List[Any] = t.List()
    headline = t.Unicode("")
    commitments: t.List[Any] = t.List()
    closing: t.List[Any] = t.List()
    unsorted = t.Unicode("")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.show()

    def show(self) -> None:
        """Fill the lists from the desk."""
        self.today = self._items(TODAY)
        soon = self._items(SOON)
        self.for_next = [item for item in soon if item["for_next"]]
        self.coming_up = [item for item in soon if not item["for_next"]]
        self.next_workday = self.desk.day(self.desk.plan.for_day)
        self.resting = self._items(RESTING)
        self.headline = headline(self.desk)
        self.closing = closing(self.desk.plan, self.desk.tables)
        waiting = triage.waiting(self.desk.plan, self.desk.tables)
        self.unsorted = triage.sentence(len(waiting))
        self.commitments = taken_on(self.desk)

    def _items(self, when: str) -> list[dict[str, Any]]:
        return [self._item(row) for row in rows_as(PlanRow, self.desk.plan.listed(when))]

    def _item(self, row: PlanRow) -> dict[str, Any]:
        plan = self.desk.plan
        opens = pd.notna(row.earliest_on) and row.earliest_on.date() <= plan.for_day
        return {
            "for_next": row.when == SOON and opens and plan.for_day != self.desk.today,
            "title": self.desk.subject_of(row),
            "what": heading(row.situation),
            "when": self.desk.when(row),
            "reason": row.reason,
            "verb": self.desk.verb(row),
            "page": page_of(row.situation),
            "key": key_of(row),
            "row": row,
        }


def open_practice(*, start_over: bool = False) -> None:
    """Open the practice copy of the sample, and next time too."""
    remember(practice(start_over=start_over))


def begin(name: str, sign_off: str, phone: str) -> JobSearch:
    """Make one's own search from three answers and open it, now and next time.

    Raises `FollowupError` when the name is missing or such a search is already there.
    """
    name = refuse_empty(name, "What is your name? It goes under your letters.", "name")
    search = create_search(
        folder_of(name), name=name, sign_off=sign_off.strip(), phone=phone.strip()
    )
    remember(search)
    return search


def last_good_state() -> State | None:
    """Return the newest state that can be read of the open search, whose files cannot be."""
    search = find_search()
    return last_good(search) if search else None


def bring_back(number: int) -> None:
    """Bring a state of the open search back; raises `FollowupError` when it cannot be done.

    What is there now is kept as a state too.
    """
    search = find_search()
    if search:
        search.restore(number)


def other_searches() -> list[str]:
    """Return the names of the searches in the home folder, sorted."""
    return [folder.name for folder in searches_in(home())]


def open_named(name: str) -> None:
    """Open one of `other_searches`, now and next time; raises when it cannot be read."""
    search = JobSearch(home() / name)
    search.read()
    remember(search)
