"""The text of settings.toml: a setting changed, a person's comments and order kept."""

from collections.abc import Mapping, MutableMapping
from typing import Any

from followup_lib.records.errors import FollowupError
from followup_lib.records.notations import read_toml


def with_settings(files: Mapping[str, bytes], settings: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Return settings.toml with other values in these sections, comments and the rest kept.

    `files` are those of a search. Raises `FollowupError` when it cannot be read.

    >>> with_settings({"settings.toml": b"[pace] # mine\\ngap = 5"}, {"pace": {"gap": 7}})
    b'[pace] # mine\\ngap = 7'
    """
    import tomlkit  # slow to import, and no plan needs it

    try:
        text = files.get("settings.toml", b"").decode("utf-8-sig")
        read_toml(text, "settings.toml")  # it has limits, which tomlkit has not
        document = tomlkit.parse(text)
    except (tomlkit.exceptions.ParseError, UnicodeDecodeError) as error:
        raise FollowupError(
            f"settings.toml cannot be read ({error}); fix that line, then try again."
        ) from error
    for section, values in settings.items():
        table = document.setdefault(section, tomlkit.table())
        if not isinstance(table, MutableMapping):
            raise FollowupError(
                f"settings.toml: {section} must be a section, [{section}]; fix that line, then try "
                "again."
            )
        table.update(values)
    return tomlkit.dumps(document).encode()
