"""Zip files that are the same bytes for the same content."""

import io
import zipfile

DAY = (1980, 1, 1, 0, 0, 0)
"""The day of every file inside."""


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip of files by name, in their order.

    >>> zipped({"a.txt": b"1"}) == zipped({"a.txt": b"1"})
    True
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return buffer.getvalue()
