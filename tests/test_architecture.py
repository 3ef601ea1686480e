"""The house: imports run down README's table, light parts stay light, one room has the clock."""

import ast
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
PACKAGE = CHECKOUT / "followup_lib"
MODULES = {
    ".".join(path.relative_to(CHECKOUT).with_suffix("").parts): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
LONGEST = 250
"""Lines of a module; 80 to 250 is what one reads in a sitting."""


def floors() -> dict[str, int]:
    """Return the floor of each room, as the table of levels and parts in README.md says."""
    text = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    return {room: int(floor) for floor, room in re.findall(r"^\| (\d+) \| `(\w+)` \|", text, re.M)}


FLOORS = floors()


def imports(path: Path) -> set[str]:
    """Return every module name imported anywhere in a file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def room(name: str) -> str:
    """Return the room a module belongs to: the part after followup_lib, "" for its face."""
    return name.split(".")[1] if "." in name else ""


def test_the_map_names_every_room() -> None:
    """README's table has a line for each room of the library, and none for one that is gone."""
    there = {path.stem for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    there |= {path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__"}
    assert set(FLOORS) == there


def test_the_map_climbs() -> None:
    """The map is read from the ground floor up."""
    assert all(lower <= upper for lower, upper in pairwise(FLOORS.values()))


@pytest.mark.parametrize("name", [name for name in MODULES if room(name) not in ("", "__init__")])
def test_imports_run_one_way(name: str) -> None:
    """A module imports only its own room and rooms on the floors below."""
    own = room(name)
    used = {room(other) for other in imports(MODULES[name]) if other.startswith("followup_lib.")}
    too_high = {other for other in used - {own} if FLOORS[other] >= FLOORS[own]}
    assert too_high == set()


def test_rooms_hold_no_circle() -> None:
    """Inside a room, too, no module needs itself to be read: imports form no circle."""
    needs = {
        name: {other for other in imports(path) if other in MODULES and other != name}
        for name, path in MODULES.items()
    }
    left = dict(needs)
    while ready := [name for name, wanted in left.items() if not wanted & set(left)]:
        for name in ready:
            del left[name]
    assert sorted(left) == []


@pytest.mark.parametrize("name", [name for name in MODULES if name.endswith("model")])
def test_models_know_no_widgets(name: str) -> None:
    """A page's model decides without ipywidgets, and never imports a view."""
    used = imports(MODULES[name])
    views = {other for other in used if re.search(r"(\.|_)view$", other)}
    assert not views | {other for other in used if "ipywidgets" in other}


def test_no_module_is_too_long() -> None:
    """What one reads in a sitting is a module; a longer one holds two subjects."""
    lines = {name: len(path.read_bytes().splitlines()) for name, path in MODULES.items()}
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}


def test_the_light_part_is_light() -> None:
    """Importing the library loads neither charts nor widgets, holidays or spreadsheets."""
    heavy = ["matplotlib", "ipywidgets", "openpyxl", "holidays", "jupyterlab", "phonenumbers"]
    code = (
        "import sys, followup_lib\n"
        "from followup_lib.advice import plan\n"
        "from followup_lib.letters import draft\n"
        "from followup_lib.store import search\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_words_of_a_chart_need_no_picture() -> None:
    """The page of timelines tells what its chart shows before anything to draw with is loaded."""
    code = "import sys, followup_lib.charts.words; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_today_loads_what_it_needs() -> None:
    """`followup today` on the sample loads one country's holidays, and no library it can spare."""
    spared = ["phonenumbers", "tomlkit", "holidays.countries", "matplotlib", "dateparser"]
    code = (
        "import sys; from followup_lib.cli import main\n"
        "main(['today', '--search', 'data/sample_search', '--today', '2026-03-16'])\n"
        f"print([name for name in {spared} if name in sys.modules])"
    )
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", [name for name in MODULES if room(name) != "app"])
def test_nobody_else_asks_the_clock_or_the_network(name: str) -> None:
    """`today` is passed in: only the room `app` asks the clock or opens a socket."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    assert not _asks(tree)
    network = {"socket", "urllib.request", "http.client", "requests", "time"}
    assert not imports(MODULES[name]) & network


def _asks(tree: ast.AST) -> bool:
    """Tell whether a clock is read: dt.date.today(), datetime.now(), Timestamp.today()."""
    clocks = {"date", "datetime", "Timestamp", "dt", "time"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if node.func.attr in {"today", "now", "utcnow"} and name in clocks:
                return True
    return False


def test_public_names_are_documented() -> None:
    """Every module, public class and public function of the library says what it is."""
    bare = []
    for name, path in MODULES.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        nodes = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        bare += [f"{name}.{n.name}" for n in nodes if n.name[0] != "_" and not ast.get_docstring(n)]
        bare += [] if ast.get_docstring(tree) else [name]
    assert bare == []
