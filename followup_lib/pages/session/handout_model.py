"""The page that goes home from a session: what stands on it, and the files of it."""

import traitlets as t

from followup_lib.coaching.handout import Handout, as_html, handout, lacking
from followup_lib.letters.draft import letter_row
from followup_lib.pages.kit.at_desk import AtDesk
from followup_lib.pages.kit.bridge import File
from followup_lib.pages.kit.commitments import open_items
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.names import PAGES, page_of
from followup_lib.pages.session.model import CaseModel
from followup_lib.records.rows import PlanRow, key_of, rows_as


class TakeHome(AtDesk):
    """Whether the words for the case are `wanted` on the page, and what is `lacking` for them."""

    wanted = t.Bool(False)
    lacking = t.Unicode("")

    def __init__(self, desk: Desk, case: CaseModel) -> None:
        self.case = case
        super().__init__(desk)
        case.observe(self.refresh, "application_id")

    @t.observe("wanted")
    def refresh(self, _: object = None) -> None:
        """See whether the words wanted are ready."""
        desk, about = self.desk, self.case.application_id
        asks = self.wanted and about
        self.lacking = lacking(desk.plan, desk.tables, desk.search.letters, about) if asks else ""

    @property
    def script(self) -> str:
        """Return the application whose words go along, "" for none."""
        return self.case.application_id if self.wanted and not self.lacking else ""

    def where(self) -> tuple[str, str]:
        """Return the page on which the answer is given, and the key of its row there."""
        plan, about = self.desk.plan, self.case.application_id
        row = letter_row(plan, about)
        if key_of(row) in map(key_of, rows_as(PlanRow, plan.of(about))):
            return page_of(row.situation), key_of(row)
        if not plan.facts.of(about)["met"]:  # no letter page has it
            return self.case.step()
        page = page_of(row.situation)
        return page, key_of(row._replace(situation=PAGES[page][0]))


def in_hands(desk: Desk) -> list[str]:
    """Return what the client goes home with: what was taken on."""
    items = open_items(desk)
    return [f"{item['text']}, by {item['by']}" for item in items] or ["No commitments yet."]


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
