"""Where searches are kept, as one says it: on a hub, and in the browser alone, it is elsewhere."""

import os
import sys
from typing import NamedTuple


class Place(NamedTuple):
    """Where everything is, and where a coach's copy of it is, in a sentence."""

    here: str
    coachs: str


def is_visit() -> bool:
    """Tell whether this is a server for visitors, gone with everything in it when they leave."""
    return bool(os.environ.get("FOLLOWUP_VISIT"))


def place() -> Place:
    """Return the words for where this runs.

    >>> place().here
    'on this computer'
    """
    if sys.platform == "emscripten":
        return Place("in this browser", "in the coach’s browser")
    if is_visit():  # also where Binder, a hub, runs it
        return Place("on a server for visitors", "on a server for visitors")
    if "JUPYTERHUB_USER" in os.environ:
        return Place("on your office’s server", "on the office’s server")
    return Place("on this computer", "on the coach’s computer")
