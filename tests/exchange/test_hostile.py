"""Files made to hurt, or not what their name says: a sentence, soon, in little memory."""

import io
import os
import time
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest

from followup_lib.cli import main
from followup_lib.exchange.bytes_in import Grid, read_grid
from followup_lib.records.errors import FollowupError
from followup_lib.store.new_search import create_search
from followup_lib.store.text import read_once

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MEGABYTE = 1_000_000


def sheet(rows: str) -> str:
    """Return the XML of a sheet with these rows."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def text_cell(text: str) -> str:
    """Return the XML of a cell with a text in it."""
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def workbook(rows: str = "", **other: str) -> bytes:
    """Return a workbook whose sheet has these rows, with other parts by their name."""
    out, plain = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(plain)
    parts = {SHEET: sheet(rows), **other}
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, text in parts.items():
            new.writestr(name, text)
    return out.getvalue()


def with_directory(data: bytes, part: str, place: int, value: bytes) -> bytes:
    """Return a zip whose directory says something else of a part, at a place of its entry."""
    changed, at = bytearray(data), -1
    while (at := changed.find(b"PK\1\2", at + 1)) >= 0:
        if changed[at + 46 : at + 46 + len(part)] == part.encode():
            changed[at + place : at + place + len(value)] = value
    return bytes(changed)


def zipped(name: str, data: bytes) -> bytes:
    """Return a zip with one file in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(name, data)
    return out.getvalue()


def bomb() -> bytes:
    """Return 300 KB that unpack to 300 MB."""
    out = io.BytesIO(workbook())
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/media/image1.png", "w") as file,
    ):
        for _ in range(300):
            file.write(bytes(MEGABYTE))
    return out.getvalue()


BOMB = bomb()
HOSTILE = {
    "unpacks to 300 MB": (BOMB, "would unpack to 300 MB; up to 25 MB can be read"),
    "says it is smaller": (
        with_directory(
            workbook(text_cell("a" * MEGABYTE)), SHEET, 24, (1000).to_bytes(4, "little")
        ),
        "cannot be read as a workbook",
    ),
    "a part with a password": (
        with_directory(workbook(), SHEET, 8, b"\1"),
        "protected by a password; save it again without one",
    ),
    "a workbook with a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999), "a password"),
    "shared texts are missing": (
        workbook('<row><c t="s"><v>7</v></c></row>'),
        "cannot be read as a workbook",
    ),
    "entities within entities": (
        workbook(**{SHEET: f'<!DOCTYPE x [<!ENTITY a "b">]>{sheet(text_cell("&a;"))}'}),
        "cannot be read as a workbook",
    ),
    "a zip in a zip": (zipped("a.zip", workbook()), "not an Excel workbook; unzip it"),
    "a row far below": (
        workbook('<row><c><v>1</v></c></row><row r="999999999"><c><v>1</v></c></row>'),
        "more than the 100,000 rows or 1,000,000 cells",
    ),
    "a cell far to the right": (
        workbook('<row><c r="XFD1"><v>1</v></c></row>'),
        "row 1: found 16,384 columns; up to 1,000",
    ),
    "a long cell in a workbook": (
        workbook(f"<row>{text_cell('a' * 200_000)}</row>"),
        "row 1, column 1: found 200,000 characters in one cell; up to 32,767",
    ),
    "a long cell": (
        b"Company,Notes\nHill," + b"a" * 200_000,
        "row 2, column 2: found 200,000 characters in one cell; up to 32,767",
    ),
    "ten thousand columns": (
        ",".join(f"c{n}" for n in range(10_000)).encode(),
        "row 1: found 10,000 columns; up to 1,000",
    ),
    "a million commas": (b"a,b\n" + b"," * MEGABYTE, "more than the 100,000 rows or 1,000,000"),
    "forty million commas": (
        b"a,b\n" + (b"," * 100_000 + b"\n") * 400,
        "more than the 100,000 rows or 1,000,000",
    ),
    "nothing but lines": (b"a,b\n" * 200_000, "more than the 100,000 rows"),
    "noughts": (b"Company,Job\0Title\nHill,Clerk", "is not a text file"),
    "a web page": (b"\n<!DOCTYPE html><table><tr><td>Company", "is a web page or XML"),
    "an old web page": (b"\xef\xbb\xbf<HTML><body>Company", "is a web page or XML"),
    "a printed page": (b"\n%PDF-1.7 Company, Title", "is a picture or a printed page"),
}


@pytest.mark.parametrize(("data", "words"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_are_a_sentence(data: bytes, words: str) -> None:
    """Each is refused in one sentence with its name, within seconds and 300 MB of memory."""
    start = time.process_time()
    tracemalloc.start()
    try:
        with pytest.raises(FollowupError, match=words) as caught:
            read_grid(data, "list.csv")
        assert tracemalloc.get_traced_memory()[1] < 300 * MEGABYTE
    finally:
        tracemalloc.stop()
    assert time.process_time() - start < 10
    sentence = str(caught.value)
    assert sentence.startswith("list.csv")
    assert sentence[-1] == "."


def read(data: bytes) -> Grid:
    """Return the cells of a file."""
    return read_grid(data, "list.csv")


def test_what_only_looks_odd_is_read() -> None:
    """UTF-16 without a mark, many empty columns, and a workbook of pictures are all read."""
    plain = [["Company", "Job Title"], ["Hill", "Clerk"]]
    text = "Company,Job Title\nHill,Clerk\n"
    for encoding in ("utf-16-le", "utf-16-be"):
        assert read(text.encode(encoding)).rows == plain
    wide = read(f"Company,Job Title{',' * 16_382}\nHill,Clerk\n".encode())
    assert [cell for cell in wide.rows[0] if cell] == plain[0]
    pictures = {f"xl/media/{n}.png": "".join(map(chr, range(32, 127))) for n in range(3)}
    assert read(workbook(f"<row>{text_cell('Hill')}</row>", **pictures)).rows == [["Hill"]]


def test_a_quotation_mark_that_never_ends_is_no_long_cell() -> None:
    """Rows swallowed by a mark that never ends are one row to look at, and the others are read."""
    grid = read(b'Company,Notes\nHill,fine\nAcme,"oh\n' + b"Ash,fine\n" * 10_000)
    assert grid.unclosed
    assert len(grid.rows) == 3


def test_a_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is read to its limit and no further, also one that grows while it is read."""
    file = tmp_path / "list.csv"
    file.write_bytes(b"a" * 50_000_001)
    with pytest.raises(FollowupError, match="has 50 MB; up to 50 MB can be read"):
        read_once(file)
    small = Path(__file__).stat()
    with monkeypatch.context() as patch:  # as of a file that grows while it is read
        patch.setattr(os, "fstat", lambda _: small)
        with pytest.raises(FollowupError, match="has 50 MB; up to 50 MB can be read"):
            read_once(file)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
@pytest.mark.usefixtures("home")
def test_a_pipe_named_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What another program writes into a pipe is read, as a file is; a folder is a sentence."""
    read, write = os.pipe()
    os.write(write, b"Hi Jennifer, thank you for your time on Thursday.")
    os.close(write)
    try:
        main(["tone", f"/dev/fd/{read}"])
    finally:
        os.close(read)
    assert capsys.readouterr().err == ""
    assert main(["tone", str(tmp_path)]) == 2
    assert "cannot be read (Is a directory); name a text file" in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_a_table_too_large_to_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table of a search beyond the limit is refused in a sentence that names it."""
    folder = create_search(tmp_path / "Ann").folder
    (folder / "timeline.csv").write_bytes(b"a" * 50_000_001)
    assert main(["today", "--search", str(folder)]) == 2
    assert "timeline.csv has 50 MB; up to 50 MB can be read" in capsys.readouterr().err
