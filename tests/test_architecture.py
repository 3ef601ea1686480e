"""The house: imports run one way, light parts stay light, the clock is asked in one place."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "followup_lib"
MODULES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
ROOMS = [
    *(
        "vocabulary",
        "settings",
        "dates",
        "template",
        "letter_fields",
        "tables",
        "rows",
        "own_letters",
    ),
    *("text_in", "days_in", "inert", "headers", "table_checks"),
    *(
        "workdays",
        "csv_files",
        "resaved",
        "log",
        "ledger",
        "safe_files",
        "named_files",
        "drafts",
        "backups",
        "store",
    ),
    "search",
    *(
        "people",
        "pace",
        "offers",
        "application_facts",
        "facts",
        "view",
        "rules",
        "references",
        "reasons",
        "plan",
    ),
    *("notes", "edits"),
    *("letter_facts", "messages", "tone_remark", "tone_names", "tone_guards", "tone"),
    *("export", "contact_log"),
    *("handover", "kept_messages", "reminder", "call_sheet"),
    *("excel", "damage", "sample", "sessions"),
    *(
        "closing",
        "options",
        "charts",
        "handout",
        "handout_pdf",
        "private_notes",
        "together",
        "clients",
        "rollup",
    ),
    *("zips", "client_files", "redact", "exchange", "triage"),
    *("workspace", "jupyter", "server", "forms", "cli"),
]
"""From the ground floor up: a room imports only rooms that stand before it."""


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
    """Return the room a module belongs to: the part after followup_lib."""
    return name.split(".")[1] if "." in name else ""


@pytest.mark.parametrize("name", [name for name in MODULES if "." in name])
def test_imports_run_one_way(name: str) -> None:
    """Every room imports only rooms below it."""
    own = room(name)
    assert own in ("__init__", *ROOMS), f"{own} is a new room: give it a place in ROOMS"
    below = ROOMS[: ROOMS.index(own)] if own in ROOMS else []
    used = {room(other) for other in imports(MODULES[name]) if other.startswith("followup_lib.")}
    assert used - {own, ""} <= set(below)


@pytest.mark.parametrize("name", [name for name in MODULES if name.endswith("_model")])
def test_models_know_no_widgets(name: str) -> None:
    """A page's model decides without ipywidgets, and never imports a view."""
    used = imports(MODULES[name])
    assert not {other for other in used if "ipywidgets" in other or other.endswith("_view")}


def test_charts_and_plan_do_not_know_the_disk() -> None:
    """Charts, plan and messages work on tables; only edits on disk go through search."""
    for name in ("charts.timeline", "plan", "messages", "facts", "view", "rules", "export"):
        assert "followup_lib.store.search" not in imports(MODULES[f"followup_lib.{name}"])


def test_the_light_part_is_light() -> None:
    """Importing the engine loads neither charts nor widgets nor holidays."""
    heavy = ["matplotlib", "ipywidgets", "openpyxl", "holidays", "jupyterlab"]
    code = (
        "import sys, followup_lib, followup_lib.advice.plan, followup_lib.letters.draft, followup_lib.store.search;"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "name", [name for name in MODULES if room(name) not in ("workspace", "server")]
)
def test_nobody_else_asks_the_clock_or_the_network(name: str) -> None:
    """`today` is passed in: only workspace asks the clock, only server opens a socket."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    calls = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not calls & {"today", "now", "utcnow", "time_ns"} or not _asks(tree)
    assert not imports(MODULES[name]) & {
        "socket",
        "urllib.request",
        "http.client",
        "requests",
        "time",
    }


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
