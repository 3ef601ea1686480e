"""TOML and JSON of anybody's making: read, or refused in a sentence, and soon."""

import json
import time
from pathlib import Path

import pytest

from followup_lib.records.errors import FollowupError
from followup_lib.records.notations import DEEPEST, read_json, read_toml
from followup_lib.records.settings import NUMBERS
from followup_lib.records.settings_file import read_settings
from followup_lib.store.new_search import create_search
from followup_lib.store.search import JobSearch
from followup_lib.store.unfinished import Drafts

SECONDS = 2
"""Of computing that a hostile file may take; as a rule it is a tenth of that."""
MANY = 10_000

HOSTILE_TOML = {
    "header": "[" + ".".join("a" * 49_000) + "]",
    "key": ".".join("a" * MANY) + " = 1",
    "spaced": " . ".join("a" * MANY) + " = 1",
    "quoted": ".".join(['"a"'] * MANY) + " = 1",
    "in a table": "[seeker]\nx = {" + ".".join("a" * MANY) + " = 1}",
    "lists": "a = " + "[" * MANY + "]" * MANY,
    "inline tables": "a = " + "{a = " * MANY + "1" + "}" * MANY,
    "not quite too deep for Python": "a = " + "[" * 100 + "]" * 100,
    "many figures": "[pace]\ngap = " + "1" * MANY,
    "long": "#" * 1_000_000,
    "one word": "a" * 90_000,
    "one line of quotes": '"' * 90_000,
}


@pytest.mark.parametrize("text", HOSTILE_TOML.values(), ids=HOSTILE_TOML)
def test_hostile_settings_are_a_sentence(text: str) -> None:
    """Settings made to hurt are refused in a sentence, in little time, and defaults are used."""
    start = time.process_time()
    settings = read_settings(text)
    assert time.process_time() - start < SECONDS
    (sentence,) = settings.problems
    assert sentence.startswith("settings.toml ")
    assert sentence.endswith(". Defaults are used.")
    assert settings.pace == {name: number.default for name, number in NUMBERS.items()}


@pytest.mark.parametrize("name", ["header", "key", "lists"])
def test_hostile_settings_are_not_changed(tmp_path: Path, name: str) -> None:
    """A change of settings that cannot be read is refused, and the file stays as it is."""
    search = create_search(tmp_path / "Ann")
    path = search.folder / "settings.toml"
    path.write_text(HOSTILE_TOML[name], encoding="utf-8")
    start = time.process_time()
    with pytest.raises(FollowupError, match="deeper than 50"):
        search.set_settings("seeker", name="Ann")
    assert time.process_time() - start < SECONDS
    assert path.read_text(encoding="utf-8") == HOSTILE_TOML[name]


def test_dots_in_words_are_no_depth() -> None:
    """Dots that part no names, in a comment or a text, are nothing to refuse."""
    text = f"# {'.' * 200}\n# {'. ' * 200}\n[seeker]\nname = 'A. B. {'.' * 200}'\n"
    assert read_toml(text, "settings.toml")["seeker"]["name"].startswith("A. B. ...")


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "[" * 100_000 + "]" * 100_000, '{"a":' * 100_000, "1" * MANY, "{", ""]
)
def test_hostile_json_is_a_sentence(text: str) -> None:
    """So is JSON that is nested too deep, or none at all."""
    with pytest.raises(FollowupError, match=r"^x\.json (nests|cannot be read).*\.$"):
        read_json(text, "x.json")


def test_depth_has_a_limit() -> None:
    """What is as deep as allowed is read, and one more is not."""
    deep = "[" * DEEPEST + "1" + "]" * DEEPEST
    assert read_json(deep[1:-1], "x.json") == json.loads(deep[1:-1])
    with pytest.raises(FollowupError, match="deeper than 50"):
        read_json(f"[{deep}]", "x.json")


def test_hostile_kept_files_are_as_none(tmp_path: Path) -> None:
    """A draft or a state of a search nested too deep is passed by, as any other damaged one."""
    drafts = Drafts(tmp_path / "drafts")
    drafts.keep("form", {"a": 1})
    (file,) = (tmp_path / "drafts").iterdir()
    file.write_text("[" * 100_000, encoding="utf-8")
    assert drafts.kept("form") == {}
    search = create_search(tmp_path / "Ann")
    search.set_settings("seeker", name="Ann")
    for manifest in search.backups.folder.rglob("*.json"):
        manifest.write_text('{"day":' * 100_000, encoding="utf-8")
    assert JobSearch(search.folder).backups.states() == []
