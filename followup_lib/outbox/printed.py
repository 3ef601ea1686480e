"""Pages that any browser prints: every word put into one is escaped."""

from functools import cache
from typing import Any


@cache
def template(room: str, name: str) -> Any:
    """Return the jinja template `name` that lies in a room of the library, such as "outbox"."""
    from jinja2 import Environment, PackageLoader

    loader = PackageLoader(f"followup_lib.{room}", ".")
    return Environment(loader=loader, autoescape=True, trim_blocks=True).get_template(name)
