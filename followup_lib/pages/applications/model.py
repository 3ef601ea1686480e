"""The table of applications, which one is chosen, its facts, and new ones."""

from typing import Any

import traitlets as t

from followup_lib.exchange.contact_log import contact_log_csv
from followup_lib.exchange.excel import write_workbook
from followup_lib.exchange.export import overview_csv
from followup_lib.outbox.plan_calendar import CALENDAR, plan_calendar
from followup_lib.pages.applications.table import table
from followup_lib.pages.kit.bridge import File
from followup_lib.pages.kit.choices import day_that_came, next_step, unlike
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.kept_form import EditForm, KeptForm, day_field, text_field
from followup_lib.pages.kit.trouble import FieldError, refuse_empty
from followup_lib.records import edits
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import Event

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FACTS = {
    "company": "Company",
    "job_title": "Position",
    "contact_name": "Who you write to (with Ms., Mr. or Dr.)",
    "contact_email": "Their e-mail",
    "contact_phone": "Their phone number",
    "preferred_contact": "How they like to be reached",
    "contact_role": "Their role",
    "agency": "Agency, if there is one",
    "location": "Location",
    "source": "Where you found it",
    "job_url": "Link to the job posting",
    "notes": "Notes for yourself",
}
"""Cells of an application that a person fills in, and their labels."""


class ApplicationsModel(t.HasTraits):
    """The table and the application chosen in it, by `label` or by its `place` (-1: none).

    `labels` tell the rows of `table` apart. `title` and `step` (see `next_step`) are of the chosen
    one; `standing` is where it stands.
    """

    table = t.Any()
    labels: t.List[Any] = t.List()
    label = t.Unicode("")
    place = t.Int(-1)
    application_id = t.Unicode("")
    title = t.Unicode("")
    standing = t.Unicode("")
    step = t.Dict()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.ids: list[str] = []
        self.refresh()
        desk.tell(self.refresh)

    def refresh(self) -> None:
        """Read the table again; the same application stays chosen while it is there."""
        made = table(self.desk)
        if not made.equals(self.table):
            self.table = made
        self.ids = list(made.index)
        self.labels = unlike(made["Company"] + ", " + made["Position"])
        wanted = [self.application_id, self.desk.application, *self.ids]
        self.choose(next((i for i in wanted if i in made.index), ""))

    def choose(self, application_id: str) -> None:
        """Choose an application; everything else follows."""
        self.place = self.ids.index(application_id) if application_id else -1
        self.label = self.labels[self.place] if application_id else ""
        self.application_id = application_id
        self.title = self.desk.title(application_id)
        self.step = next_step(self.desk, application_id) if application_id else {}
        self.standing = self._standing() if application_id else ""

    def _standing(self) -> str:
        row = self.table.iloc[self.place]
        since = self.desk.day(self.desk.plan.facts.of(self.application_id)["stage_on"])
        stage = f"{row['Stage']} since {since}" if since else str(row["Stage"])
        return " · ".join(filter(None, (stage, row["Status"])))

    def choose_label(self, text: str) -> None:
        """Choose by name, or by the part of a name only one has; raises when none or several do."""
        places = [n for n, label in enumerate(self.labels) if label == text]
        part = text.strip().casefold()
        places = places or [n for n, label in enumerate(self.labels) if part in label.casefold()]
        if not part:
            return
        if len(places) != 1:
            many = "More than one matches" if places else "No application matches"
            sentence = f"{many}: “{text.strip()}”. Choose one from the list."
            raise FieldError(sentence, "application")
        self._picked(self.ids[places[0]])

    def choose_place(self, place: int) -> None:
        """Choose the application in one row of the table."""
        self._picked(self.ids[place])

    def _picked(self, application_id: str) -> None:
        """Choose what a person chose; it is still chosen when the page opens anew."""
        self.choose(application_id)
        self.desk.choose(self.step["key"])

    def csv(self) -> File:
        """Return the file for a coach: one row per application, as things stand now."""
        self.desk.look()
        data = overview_csv(self.desk.plan)
        return self._named("followup", "csv", "text/csv", data)

    def workbook(self) -> File:
        """Return every table as an Excel workbook."""
        self.desk.look()
        return self._named("followup", "xlsx", XLSX, write_workbook(self.desk.tables))

    def contacts(self) -> File:
        """Return the log of contacts, as unemployment offices ask for it."""
        self.desk.look()
        data = contact_log_csv(self.desk.tables, self.desk.today)
        return self._named("contacts", "csv", "text/csv", data)

    def calendar(self) -> File:
        """Return the plan for a calendar; it is remembered, so the next one updates it."""
        self.desk.look()
        search = self.desk.search
        made = plan_calendar(self.desk.plan, search.folder.name, search.kept(CALENDAR))
        search.keep(CALENDAR, made.given)
        return self._named("plan", "ics", "text/calendar", made.data)

    def _named(self, name: str, ending: str, mime: str, data: bytes) -> File:
        return f"{name}-{self.desk.today.isoformat()}.{ending}", mime, data


class Cells(KeptForm):
    """The cells that forms about one application share."""

    company = text_field()
    job_title = text_field()
    contact_name = text_field()
    contact_role = text_field()
    preferred_contact = text_field()
    agency = text_field()
    location = text_field()
    source = text_field()
    job_url = text_field()
    notes = text_field()


class FactsForm(Cells, EditForm):
    """The cells of one application, to be changed; only what was changed is saved."""

    contact_email = text_field()
    contact_phone = text_field()

    def __init__(self, desk: Desk, chosen: ApplicationsModel) -> None:
        super().__init__(desk, "")
        self.application_id = ""
        self.chosen = chosen
        self.load()
        chosen.observe(self.load, "application_id")
        desk.tell(self.load)

    def load(self, _: object = None) -> None:
        """Show the cells as they are; what was typed and not saved stays."""
        application_id = self.chosen.application_id
        if application_id == self.application_id:
            self.propose(**self._cells())
        else:
            self.application_id = application_id
            self.start(f"application {application_id}", **self._cells())

    def _cells(self) -> dict[str, str]:
        a = self.desk.tables.applications
        here = a[a["application_id"] == self.application_id]
        return {name: str(here[name].iloc[0]) if len(here) else "" for name in FACTS}

    def save(self) -> str:
        """Save the cells that were changed."""
        application_id = self.application_id
        self.refuse_overwriting()
        if self.application_id != application_id:
            raise FollowupError(
                "This application is no longer there; it was removed in another window. Another "
                "one is chosen now."
            )
        changed = self.changed
        if not changed:
            return "Nothing was changed."
        refuse_empty(self.company, "Which company is it? The name cannot be empty.", "company")
        refuse_empty(self.job_title, "Which position is it? It cannot be empty.", "job_title")
        self.desk.edit(
            f"change {self.desk.title(self.application_id)}",
            lambda tables: edits.change_application(tables, self.application_id, **changed),
        )
        self.settle(**self._cells())
        return f"Saved: {', '.join(FACTS[name] for name in changed)}."


class NewApplication(Cells):
    """A new application: five fields (company, position, contact, address, day), the rest optional.

    `address` is an e-mail address or a phone number.
    """

    address = text_field()
    applied_on = day_field()

    def __init__(self, desk: Desk, chosen: ApplicationsModel) -> None:
        super().__init__(desk, "a new application")
        self.chosen = chosen
        self.restore()

    def add(self) -> str:
        """Add the application and choose it."""
        refuse_empty(self.company, "Which company is it?", "company")
        refuse_empty(self.job_title, "Which position is it?", "job_title")
        ahead = "{day} is still ahead; leave the day empty until you have applied."
        day = day_that_came(self.desk, self.applied_on or self.desk.today, "", ahead, "applied_on")
        cells = {name: getattr(self, name) for name in FACTS if name in self.FIELDS}
        cells |= _address(self.address.strip())
        made: list[str] = []

        def change(tables: Tables) -> Tables:
            tables, application_id = edits.add_application(tables, **cells)
            made.append(application_id)
            event = Event.APPLIED if self.applied_on else Event.SAVED
            return edits.log(tables, application_id, event, day)

        title = f"{self.company.strip()}, {self.job_title.strip()}"
        self.desk.edit(f"add {title}", change)
        self.clear()
        self.chosen.choose(made[0])
        return f"Added: {title}. It is chosen in the table now."


def _address(text: str) -> dict[str, str]:
    """Return the cell an address belongs to; raises `FollowupError` for what is neither kind."""
    if "@" in text:
        return {"contact_email": text}
    if text and not any(letter.isdigit() for letter in text):
        raise FieldError(
            "An e-mail address has an @, a phone number has digits; add one.", "address"
        )
    return {"contact_phone": text}
