"""Text files of other programs: their size, encoding, and the character between their fields."""

import csv
import io
import os
import re
from pathlib import Path
from typing import Any

from followup_lib.records.errors import FollowupError

DELIMITERS = ",;\t|"
FIELD_LIMIT = 10_000_000
MOST_COLUMNS = 1_000
LARGEST_FILE = 50_000_000


def read_once(path: Path) -> bytes:
    """Return the bytes of a file as they are at one reading, so that all later looks agree.

    Raises `FollowupError` as `refuse_large`, and what the system says as `OSError`.
    """
    with path.open("rb") as file:
        refuse_large(path.name, os.fstat(file.fileno()).st_size)
        data = file.read(LARGEST_FILE + 1)
    refuse_large(path.name, len(data))  # it may have grown, and some files have no size
    return data


def refuse_no_file(path: Path) -> None:
    """Raise `FollowupError` for what is no file: to open a pipe waits for who writes into it."""
    if path.exists() and not path.is_file():
        raise FollowupError(f"{path} is a folder or a device, not a file; move it away.")


def refuse_large(name: str, size: int) -> None:
    """Raise `FollowupError` for a file of more bytes than are read, before it is read."""
    if size > LARGEST_FILE:
        raise FollowupError(
            f"{name} has {size // 1_000_000} MB; up to {LARGEST_FILE // 1_000_000} MB can be "
            "read. Remove pictures or old rows and save it again."
        )


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of a file and its encoding.

    A byte order mark decides; else UTF-8 when it reads as such; else the likeliest of UTF-16,
    GBK and Windows' Western letters. Raises `FollowupError` when it is no text.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16")):
        if data.startswith(mark):
            return _decoded(data, encoding, name), encoding
    if data.startswith(b"\xfe\xff"):
        return _decoded(data, "utf-16", name), "utf-16"
    for encoding, zeros in (("utf-16-le", data[1:400:2]), ("utf-16-be", data[:400:2])):
        if zeros and zeros.count(0) > len(zeros) * 0.6:
            return _decoded(data, encoding, name), encoding
    if b"\0" in data:
        raise FollowupError(f"{name} is not a text file; save it again as CSV or XLSX.")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = _likely_encoding(data)
        return data.decode(encoding, errors="replace"), encoding


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FollowupError(
            f"{name} is cut off or damaged ({encoding}); save it again as CSV UTF-8."
        ) from error


def _likely_encoding(data: bytes) -> str:
    from charset_normalizer import from_bytes

    match = from_bytes(data, cp_isolation=["gb18030", "cp1252", "latin_1"]).best()
    if match and match.encoding == "gb18030":
        return "gb18030"
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"


def find_delimiter(text: str) -> str:
    """Return the character that splits most lines into the same number of fields.

    >>> find_delimiter("Company;Title\\nHill, Inc.;Clerk\\n")
    ';'
    """
    sample = text[:100_000]
    best, highest = ",", 0.0
    for delimiter in DELIMITERS:
        widths = [len(row) for row in text_rows(sample, delimiter) if any(row)]
        wide = [width for width in widths if width > 1]  # a title above has one field
        if wide:
            common = max(set(wide), key=lambda width: (wide.count(width), width))
            score = wide.count(common) / len(widths) + min(common, 9) / 100
            best, highest = (delimiter, score) if score > highest else (best, highest)
    return best


def find_quote(text: str) -> str:
    """Return the character that cells with a comma in them are wrapped in.

    >>> find_quote('a,|b, c|,d\\ne,|f, g|,h\\n'), find_quote('a,"b, c"\\n')
    ('|', '"')
    """
    wrapped = len(re.findall(r"(?:^|,)\|[^|\n]*\|(?=,|$)", text[:100_000], re.MULTILINE))
    return "|" if wrapped > 1 and '"' not in text[:100_000] else '"'


def text_rows(text: str, delimiter: str) -> Any:
    """Return a reader of the rows of a text, fields up to `FIELD_LIMIT` letters."""
    csv.field_size_limit(FIELD_LIMIT)
    quote = '"' if delimiter == "|" else find_quote(text)
    file = io.StringIO(text, newline="")
    return csv.reader(file, delimiter=delimiter, quotechar=quote, skipinitialspace=True)
