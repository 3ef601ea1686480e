"""Two clients on one machine never mix: every string of one is searched in the other's files."""

import io
import zipfile
from pathlib import Path

import pytest

from followup_lib.app.workspace import coach_folder, remember
from followup_lib.app.workspace import home as searches
from followup_lib.coaching.client_files import copy_of
from followup_lib.coaching.private_notes import notes_file, write_notes
from followup_lib.pages.clients.model import ClientsModel, RollUpModel
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.rest_model import RestModel
from followup_lib.pages.session.handout_model import as_file
from followup_lib.pages.session.model import CommitForm, SessionForm
from followup_lib.records import edits
from followup_lib.records.tables import COLUMNS
from followup_lib.store.new_search import create_search, practice_copy
from followup_lib.store.search import JobSearch
from tests.coaching.test_redact import strings


@pytest.fixture
def maya(home: Path) -> JobSearch:
    """Return a client with the sample's many strings."""
    return practice_copy(searches() / "Maya Lindqvist")


@pytest.fixture
def ruth(home: Path) -> JobSearch:
    """Return a client with strings of her own."""
    search = create_search(searches() / "Ruth Amsel", name="Ruth Amsel", phone="(609) 555-0177")
    for company in ("Zephyr Quay", "Quince and Daughters"):
        search.edit(
            f"add {company}",
            lambda tables, company=company: edits.add_application(
                tables, company=company, job_title="Lighthouse keeper", contact_name="Mx. Ferro"
            )[0],
        )
    return search


def an_hour(search: JobSearch) -> list[bytes]:
    """Hold a session with a client as the pages do, and return all that goes home."""
    name = search.read().settings.seeker.name
    remember(search)
    desk = Desk.open()
    ClientsModel()
    RollUpModel().show()
    form = SessionForm(desk)
    form.focus, form.insights = f"The focus of {name}", f"What {name} saw"
    form.save()
    taken = CommitForm(desk)
    taken.i_will, taken.due_on = f"call the aunt of {name}", desk.today
    taken.add()
    RestModel(desk)
    case = str(desk.plan.facts.applications.index[0])
    desk.edit("log", lambda tables: edits.log(tables, case, "wrote", desk.today, note=f"to {name}"))
    search.keep("letter", {"body": f"half a letter of {name}"})
    write_notes(notes_file(coach_folder(), search.folder), f"a private word about {name}")
    with zipfile.ZipFile(io.BytesIO(copy_of(search))) as copied:
        sent = [copied.read(each) for each in copied.namelist()]
    return [*sent, as_file(desk, "html")[2]]


def typed(search: JobSearch) -> set[str]:
    """Return all that was typed, the name and the phone; no names of columns and no ids of rows.

    An id such as e0067 may stand in a checksum by chance.
    """
    tables = search.read()
    seeker = tables.settings.seeker
    columns = {column for names in COLUMNS.values() for column in names}
    ids = {*tables.timeline["event_id"], *tables.timeline["refers_to"]}
    return (strings(tables) | {seeker.name, seeker.phone}) - columns - ids


@pytest.mark.slow
def test_no_string_of_one_is_in_a_file_of_the_other(maya: JobSearch, ruth: JobSearch) -> None:
    """After an hour with each, by turns, nothing typed for one is anywhere in the other's files."""
    goes_home = {search.folder: an_hour(search) for search in (maya, ruth, maya)}
    alone = {maya.folder: typed(maya) - typed(ruth), ruth.folder: typed(ruth) - typed(maya)}
    assert len(alone[maya.folder]) > 300
    assert "call the aunt of Ruth Amsel" in alone[ruth.folder]
    for search, other in ((maya, ruth), (ruth, maya)):
        own = [path.read_bytes() for path in search.folder.rglob("*") if path.is_file()]
        told = b"\n".join([*own, *goes_home[search.folder]]).decode("utf-8", "replace")
        assert [text for text in alone[other.folder] if text in told] == []
        assert "a private word" not in told
