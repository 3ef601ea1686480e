"""The start page: what to do today, what is coming up, and how a search is begun."""

from typing import Any

import traitlets as t

from followup_lib.advice.closing import closing
from followup_lib.app.workspace import find_search, folder_of, home, practice, remember
from followup_lib.coaching.clients import searches_in
from followup_lib.exchange import triage
from followup_lib.pages.kit.at_desk import AtDesk
from followup_lib.pages.kit.commitments import open_items
from followup_lib.pages.kit.todays_list import done_and_left, headline
from followup_lib.pages.kit.trouble import refuse_empty, refuse_no_number
from followup_lib.store.backups import State
from followup_lib.store.damage import last_good
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch


class StartModel(AtDesk):
    """What stands around today's list.

    `title` counts what is to do and what is done; `headline` says what comes next, or how to begin.
    `commitments` are the `open_items`: what was taken on in a session; `closing` what is
    left to do once an offer is accepted; `unsorted` how many imported applications wait to be
    sorted; `empty` whether the search has nothing in it yet.
    """

    title = t.Unicode("")
    headline = t.Unicode("")
    commitments: t.List[Any] = t.List()
    closing: t.List[Any] = t.List()
    unsorted = t.Unicode("")
    empty = t.Bool(False)

    def refresh(self) -> None:
        """Fill in how things stand now."""
        desk = self.desk
        done, left = done_and_left(desk)
        counted = [
            f"{left} to do" if left else "Nothing to do today",
            f"{done} done" if done else "",
        ]
        self.title = ", ".join(filter(None, counted))
        self.headline = headline(desk)
        self.closing = closing(desk.plan, desk.tables)
        waiting = triage.waiting(desk.plan, desk.tables)
        self.unsorted = triage.sentence(len(waiting))
        self.commitments = open_items(desk)
        self.empty = not len(desk.plan.rows)


def open_practice(*, start_over: bool = False) -> None:
    """Open the practice copy of the sample, and next time too."""
    remember(practice(start_over=start_over))


def begin(name: str, sign_off: str, phone: str) -> JobSearch:
    """Make one's own search from three answers and open it, now and next time.

    Raises `FollowupError` when the name is missing, the phone number has no digit, or such a search
    is already there.
    """
    name = refuse_empty(name, "What is your name? It goes under your letters.", "name")
    phone = refuse_no_number(phone)
    search = create_search(folder_of(name), name=name, sign_off=sign_off.strip(), phone=phone)
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
