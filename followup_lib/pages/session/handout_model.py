"""The page that goes home from a session: what stands on it, and the files of it."""

from followup_lib.coaching.handout import Handout, as_html, handout
from followup_lib.pages.kit.choices import File
from followup_lib.pages.kit.commitments import open_items
from followup_lib.pages.kit.desk import Desk


def in_hands(desk: Desk) -> list[str]:
    """Return what the client goes home with: what was taken on."""
    items = open_items(desk)
    return [f"{item['text']}, by {item['by']}" for item in items] or ["Nothing is taken on yet."]


def sheet(desk: Desk, script: str = "") -> Handout:
    """Return the handout of today, with the words for one application when it is named."""
    desk.look()
    scripts = [script] if script else []
    return handout(desk.plan, desk.tables, letters=desk.search.letters, scripts=scripts)


def as_page(desk: Desk, script: str = "") -> str:
    """Return the handout as it would be printed now, a whole HTML page."""
    return as_html(sheet(desk, script))


def as_file(desk: Desk, kind: str, script: str = "") -> File:
    """Return the handout as a file to download, `kind` html or pdf."""
    made = sheet(desk, script)
    name = f"{made.kind.replace(' ', '-')}-{desk.today.isoformat()}.{kind}"
    if kind == "html":
        return name, "text/html", as_html(made).encode("utf-8")
    from followup_lib.coaching.pdf import as_pdf, paper_of

    paper = paper_of(desk.tables.settings.calendar.locale)
    return name, "application/pdf", as_pdf(made, desk.today, paper=paper)
