"""Reading and writing a search's files: every problem named by file, row and column."""

import os
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_lib.records.errors import FollowupError, SpreadsheetError
from followup_lib.records.tables import COLUMNS
from followup_lib.store.csv import read_tables
from followup_lib.store.csv_out import write_csv

APPLICATIONS = "application_id,company,job_title\nacme-clerk,Acme,Clerk\n"
TIMELINE = "application_id,on,event\nacme-clerk,2026-03-05,interview\n"


def folder_with(tmp_path: Path, **files: str | bytes | None) -> Path:
    """Write a bare search with some files changed; None leaves a file out."""
    texts: dict[str, str | bytes | None] = {"applications": APPLICATIONS, "timeline": TIMELINE}
    for name, text in (texts | files).items():
        suffix = "toml" if name == "settings" else "csv"
        if text is not None:
            data = text if isinstance(text, bytes) else text.encode()
            (tmp_path / f"{name}.{suffix}").write_bytes(data)
    return tmp_path


def test_a_bare_folder_is_enough(tmp_path: Path) -> None:
    """Two files with their needed columns are a search; the other columns come empty."""
    tables = read_tables(folder_with(tmp_path))
    assert list(tables.timeline.columns) == list(COLUMNS["timeline"])
    assert tables.timeline["event_id"].tolist() == ["e0001"]
    assert tables.timeline["on"].dtype == "datetime64[s]"
    assert tables.people.empty
    assert tables.references.empty


BROKEN = [
    (
        {"timeline": TIMELINE.replace("interview", "intervew")},
        "timeline.csv, row 2, column event: found 'intervew'; allowed is one of saved, applied",
    ),
    (
        {"timeline": TIMELINE.replace("03-05", "02-30")},
        "timeline.csv, row 2, column on: found '2026-02-30'; allowed is a day that exists",
    ),
    (
        {"timeline": TIMELINE.replace("2026-03-05", "3/5/2026")},
        "timeline.csv, row 2, column on: found '3/5/2026'; allowed is a day that exists",
    ),
    (
        {"applications": APPLICATIONS + "acme-clerk,Other,Clerk\n"},
        "applications.csv, row 3, column application_id: 'acme-clerk' is used twice",
    ),
    (
        {"timeline": TIMELINE + "nobody,2026-03-06,wrote\n"},
        "timeline.csv, row 3, column application_id: found 'nobody'; allowed is an application_id",
    ),
    (
        {"timeline": "event_id,application_id,on,event,refers_to\ne1,acme-clerk,,kept,e9\n"},
        "timeline.csv, row 2, column refers_to: found 'e9'",
    ),
    (
        {"timeline": "application_id,on,event,who\nacme-clerk,,reference_given,amin\n"},
        "timeline.csv, row 2, column who: found 'amin'; allowed is an reference_id",
    ),
    (
        {"applications": "application_id,company,job_title\n,Acme,Clerk\n", "timeline": TIMELINE},
        "applications.csv, row 2, column application_id: the cell is empty",
    ),
    ({"applications": ""}, "applications.csv: is empty"),
    ({"sessions": "\ufeff"}, "sessions.csv: this isn’t the CSV expected here: found nothing"),
    ({"applications": None}, "applications.csv: is missing in"),
    ({"timeline": None}, "timeline.csv: is missing in"),
    ({"timeline": "application_id,on\nacme-clerk,2026-03-05\n"}, "timeline.csv: the column event"),
    ({"applications": b"\x89PNG\r\n\x1a\n\0\0"}, "applications.csv: line 1 is not UTF-8 text"),
    ({"applications": "a note\nto myself\n"}, "applications.csv: this isn’t the CSV expected"),
    ({"applications": "a\0b"}, "applications.csv: is not a text file"),
    (
        {"applications": "application_id,company,company,job_title\nx,A,B,C\n"},
        "applications.csv: the column company is there twice",
    ),
    (
        {"applications": APPLICATIONS + "big-bros,Big, Bros,Clerk\n"},
        "applications.csv: cannot be read as a CSV",
    ),
    (
        {"applications": "application_id,company,job_title\nbig,Big, Bros,Clerk\n"},
        "applications.csv: the rows have more fields than the header",
    ),
    ({"people": "application_id,name\nnobody,Ms. A\n"}, "people.csv, row 2, column application_id"),
    ({"timeline": TIMELINE[:-1] + "," * 5_000_000}, "timeline.csv: has 5,000,003 columns; up to"),
    ({"timeline": TIMELINE + "," * 5_000_000}, "timeline.csv: cannot be read as a CSV (Expected"),
    ({"timeline": TIMELINE[:-1] + ',"' + "x" * 11_000_000}, "timeline.csv: cannot be read as"),
    ({"people": f"application_id,{'x' * 11_000_000}\n"}, "people.csv: cannot be read as a CSV"),
    ({"settings": "today = 2026-03-16".encode("utf-16")}, "settings.toml: line 1 is not UTF-8"),
    ({"settings": b"a\0b"}, "settings.toml: is not a text file; save it again as UTF-8."),
]


@pytest.mark.parametrize(("files", "sentence"), BROKEN, ids=[case[1][:60] for case in BROKEN])
def test_each_damage_has_its_sentence(
    tmp_path: Path, files: dict[str, str | bytes | None], sentence: str
) -> None:
    """A damaged file is refused with where, what was found, what is allowed; nothing is changed."""
    folder = folder_with(tmp_path, **files)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(SpreadsheetError) as caught:
        read_tables(folder)
    assert str(caught.value).startswith(sentence)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_missing_folder_says_what_a_search_is(tmp_path: Path) -> None:
    """A folder that is not there gets a sentence with a way on."""
    with pytest.raises(FollowupError, match=r"There is no search at .*; choose another folder"):
        read_tables(tmp_path / "gone")


@pytest.mark.parametrize("make", {os.mkdir, getattr(os, "mkfifo", os.mkdir)})
def test_what_is_no_file_is_not_opened(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """A folder or a pipe in place of a table is a sentence at once: to open a pipe waits."""
    folder = folder_with(tmp_path, sessions=None)
    (folder / "sessions.csv").unlink(missing_ok=True)
    make(folder / "sessions.csv")
    with pytest.raises(FollowupError, match=r"sessions.csv is a folder or a device, not a file"):
        read_tables(folder)


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    """Two bad cells are two problems, and the sentence says that there is one more."""
    text = "application_id,on,event\nacme-clerk,nope,intervew\n"
    with pytest.raises(SpreadsheetError, match="and 1 more") as caught:
        read_tables(folder_with(tmp_path, timeline=text))
    assert len(caught.value.problems) == 2


def test_rows_are_counted_as_a_spreadsheet_counts(tmp_path: Path) -> None:
    """A blank row in between is left out, and still counts in the row told."""
    text = TIMELINE + "\n,,\nacme-clerk,2026-03-06,nope\n"
    with pytest.raises(SpreadsheetError, match="row 5, column event"):
        read_tables(folder_with(tmp_path, timeline=text))


def test_hand_typed_words_may_be_capital_or_padded(tmp_path: Path) -> None:
    """A phone's capital letter or a trailing space in a word is not an error."""
    tables = read_tables(
        folder_with(tmp_path, timeline=TIMELINE.replace("interview", "Interview "))
    )
    assert tables.timeline["event"].tolist() == ["interview"]


def test_a_company_may_be_called_na(tmp_path: Path) -> None:
    """NA and null are names like any other."""
    text = "application_id,company,job_title\nna,NA,null\n"
    tables = read_tables(
        folder_with(tmp_path, applications=text, timeline="application_id,on,event\n")
    )
    assert tables.applications.loc[0, ["company", "job_title"]].tolist() == ["NA", "null"]


def test_columns_of_ones_own_are_kept(tmp_path: Path) -> None:
    """A column we do not know comes back as it was."""
    text = "application_id,company,job_title,mood\nacme-clerk,Acme,Clerk,good\n"
    tables = read_tables(folder_with(tmp_path, applications=text))
    (tmp_path / "applications.csv").write_bytes(write_csv(tables.applications))
    assert read_tables(tmp_path).applications["mood"].tolist() == ["good"]


def test_missing_event_ids_do_not_depend_on_the_order_of_rows(tmp_path: Path) -> None:
    """The same rows in another order get the same ids."""
    rows = ["acme-clerk,2026-03-06,wrote", "acme-clerk,2026-03-05,interview"]
    ids = []
    for order in (rows, rows[::-1]):
        text = "application_id,on,event\n" + "\n".join(order) + "\n"
        timeline = read_tables(folder_with(tmp_path, timeline=text)).timeline
        ids.append(dict(zip(timeline["event"], timeline["event_id"], strict=True)))
    assert ids[0] == ids[1] == {"interview": "e0001", "wrote": "e0002"}


CELLS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs"]),
    max_size=20,
)


@settings(max_examples=20)  # of so many cells each
@given(cells=st.lists(CELLS, min_size=20, max_size=40))
def test_any_text_survives_writing_and_reading(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str]
) -> None:
    """Whatever stands in a cell, formulas included, is the same after a round trip."""
    folder = folder_with(tmp_path_factory.mktemp("round"))
    rows = {
        "application_id": [f"a{i}" for i in range(len(cells))],
        "company": ["Acme"] * len(cells),
        "job_title": ["Clerk"] * len(cells),
        "notes": cells,
    }
    (folder / "applications.csv").write_bytes(write_csv(pd.DataFrame(rows, dtype="str")))
    (folder / "timeline.csv").write_text("application_id,on,event\n", encoding="utf-8")
    assert read_tables(folder).applications["notes"].tolist() == cells
