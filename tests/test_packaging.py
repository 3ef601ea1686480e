"""The files that name packages agree on them, and the wheel holds the whole product."""

import importlib.metadata
import importlib.util
import re
import tarfile
import tomllib
from pathlib import Path

import pytest
import yaml
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
LINES = {"dependencies": PROJECT["dependencies"], **PROJECT["optional-dependencies"]}
NEEDED = [Requirement(line) for lines in LINES.values() for line in lines]
PIN_LINES = (CHECKOUT / "constraints.txt").read_text(encoding="utf-8").splitlines()
LOCK = (CHECKOUT / "requirements.lock").read_text(encoding="utf-8")
PACKAGE = CHECKOUT / "followup_lib"
CONDA_NAMES = {  # where conda-forge calls a package otherwise
    "matplotlib": "matplotlib-base",  # "matplotlib" brings a window toolkit along
}


def read_pins():
    """Return the pins of constraints.txt."""
    return [Requirement(line) for line in PIN_LINES]


def conda_line(requirement):
    """Return how environment.yml has to write a requirement of pyproject.toml."""
    name = CONDA_NAMES.get(requirement.name, requirement.name)
    return f"{name}{requirement.specifier}"


def read_environment():
    """Return environment.yml's list of conda packages and the list under `pip:`."""
    text = (CHECKOUT / "environment.yml").read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if line.strip()[:1] not in ("", "#")]
    lines = kept[kept.index("dependencies:") + 1 :]
    assert [line for line in lines if not re.match(r"  - \S|      - \S", line)] == []
    conda = [line.removeprefix("  - ") for line in lines if line.startswith("  - ")]
    pip = [line.removeprefix("      - ") for line in lines if line.startswith("      - ")]
    assert lines[len(conda) - 1] == "  - pip:"
    return conda[:-1], pip


@pytest.mark.parametrize("requirement", NEEDED, ids=str)
def test_a_dependency_has_one_lower_bound(requirement):
    """Each dependency says from which version it works, and nothing else."""
    assert re.fullmatch(r">=[\d.]+", str(requirement.specifier))
    assert requirement.marker is None


@pytest.mark.parametrize("requirement", NEEDED, ids=str)
def test_the_pins_of_a_dependency_are_within_its_bound(requirement):
    """constraints.txt pins each dependency, on every system at a version that is allowed."""
    pins = [pin for pin in read_pins() if pin.name == canonicalize_name(requirement.name)]
    assert pins, f"constraints.txt does not pin {requirement.name}"
    versions = [str(pin.specifier).removeprefix("==") for pin in pins]
    assert [version for version in versions if version not in requirement.specifier] == []


def test_each_dependency_says_what_it_is_for():
    """In pyproject.toml every dependency stands on a line that ends with its reason."""
    text = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    for name, requirements in LINES.items():
        block = re.search(rf"^{name} = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)[1]
        reasons = re.findall(r'^    "(\S+)", +# \S.*$', block, re.MULTILINE)
        assert reasons == requirements


def test_a_constraint_is_one_exact_pin():
    """A line is name==version, perhaps for some systems only: no address, no comment, no range."""
    pin = re.compile(r"[a-z0-9-]+==[\w.]+( ; [\w.'<>=!* ()]+)?")
    assert [line for line in PIN_LINES if not pin.fullmatch(line)] == []


def test_the_hashed_pins_are_the_same():
    """requirements.lock pins what the workbook needs as constraints.txt does, with hashes alone.

    An extra may need a package on more systems than the workbook does.
    """
    lines = LOCK.replace(" \\\n", " ").splitlines()
    pins, hashes = zip(*(line.split(" --hash=", 1) for line in lines), strict=True)
    everywhere = {line.partition(" ; ")[0] for line in PIN_LINES}
    assert {pin.strip() for pin in pins} - set(PIN_LINES) <= {
        line for line in map(str.strip, pins) if line.partition(" ; ")[0] in everywhere
    }
    assert {Requirement(line).name for line in PROJECT["dependencies"]} <= {
        Requirement(pin).name for pin in pins
    }
    one = r"sha256:[0-9a-f]{64}"
    assert [each for each in hashes if not re.fullmatch(rf"{one}( +--hash={one})*", each)] == []


def test_the_constraints_are_sorted_and_say_nothing_twice():
    """A package is pinned once, or once for each kind of system."""
    assert sorted(PIN_LINES, key=lambda line: line.split("==")[0]) == PIN_LINES
    pins = read_pins()
    assert len({(pin.name, str(pin.marker)) for pin in pins}) == len(pins)


def test_everything_an_install_brings_is_pinned():
    """What the dependencies need in turn, as installed here, is in constraints.txt too."""
    seen, waiting = set(), [(needed.name, needed.extras) for needed in NEEDED]
    while waiting:
        name, extras = waiting.pop()
        if canonicalize_name(name) in seen:
            continue
        seen.add(canonicalize_name(name))
        for line in importlib.metadata.requires(name) or []:
            further = Requirement(line)
            chosen = ["", *extras]
            if not further.marker or any(further.marker.evaluate({"extra": e}) for e in chosen):
                waiting.append((further.name, further.extras))
    assert sorted(seen - {pin.name for pin in read_pins()}) == []


def test_conda_gets_the_same_dependencies():
    """environment.yml: Python, pip, every dependency under conda-forge's name, its bound too.

    Not those of the tests in a browser: conda-forge does not have them all, `start.py` brings them.
    """
    conda, _ = read_environment()
    there = [line for name, lines in LINES.items() if name != "browser" for line in lines]
    lines = [conda_line(Requirement(line)) for line in there]
    wanted = [f"python{PROJECT['requires-python']}", "pip", *lines]
    assert conda == wanted


def test_conda_lets_pip_install_the_workbook_only():
    """The last entry of environment.yml is `pip:` with `-e .` and nothing else."""
    assert read_environment()[1] == ["-e ."]


def test_conda_asks_conda_forge():
    """The names hold for conda-forge, so no other channel is asked."""
    text = (CHECKOUT / "environment.yml").read_text(encoding="utf-8")
    assert "\nchannels:\n  - conda-forge\ndependencies:\n" in text


def test_start_wants_the_same_python():
    """start.py turns away exactly the Pythons that pyproject.toml excludes."""
    text = (CHECKOUT / "start.py").read_text(encoding="utf-8")
    major, minor = re.search(r"sys\.version_info < \((\d+), (\d+)\)", text).groups()
    assert PROJECT["requires-python"] == f">={major}.{minor}"


def test_start_installs_the_extras_there_are():
    """The extras that start.py installs, taken together, are those of pyproject.toml."""
    spec = importlib.util.spec_from_file_location("start", CHECKOUT / "start.py")
    start = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(start)
    assert set().union(*start.EXTRAS.values()) == set(PROJECT["optional-dependencies"])


def test_the_version_is_said_once():
    """pyproject.toml says it; the only other file that has to is JupyterLab's."""
    said = {
        path.relative_to(CHECKOUT).as_posix()
        for path in [*PACKAGE.rglob("*"), *CHECKOUT.glob("*")]
        if path.suffix in (".py", ".toml", ".json", ".cff", ".yml")
        and f'"{PROJECT["version"]}"' in path.read_text(encoding="utf-8")
    }
    extension = "followup_lib/app/jupyter/labextensions/followup-workbook/package.json"
    assert said == {"pyproject.toml", extension}


@pytest.mark.parametrize(
    "path", sorted((CHECKOUT / ".github").rglob("*.yml")), ids=lambda p: p.stem
)
def test_what_github_reads_is_yaml(path):
    """Each file is YAML throughout, and each step of a workflow runs a line or uses an action."""
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    steps = [step for job in read.get("jobs", {}).values() for step in job["steps"]]
    assert read
    assert all(isinstance(step.get("run", step.get("uses")), str) for step in steps)


def lying_in(folder):
    """Return the files in a folder of the checkout, as paths from there, without what is hidden."""
    files = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    left = re.compile(r"(^|/)(\.|__pycache__/)")
    return {path.as_posix() for path in files if not left.search(path.as_posix())}


def in_wheel(root):
    """Return what hatch takes from `root` into the wheel: path there -> bytes."""
    builder = WheelBuilder(str(root))
    shared = builder.recurse_explicit_files(builder.config.shared_data)
    files = [*builder.recurse_included_files(), *shared]
    return {Path(f.distribution_path).as_posix(): Path(f.path).read_bytes() for f in files}


def test_the_wheel_is_the_whole_product():
    """It holds the library with its data, every page and the sample; no tests, nothing else.

    What it gives to other Jupyter servers lies in it a second time, under `share/jupyter`.
    """
    brought = {
        "followup_lib": PACKAGE,
        "followup_lib/notebooks": CHECKOUT / "notebooks",
        "followup_lib/sample_search": CHECKOUT / "data" / "sample_search",
    }
    # For any Jupyter: the extension, which minds pages only, and the frame they alone ask for.
    for name in ("labextensions", "voila"):
        brought[f"share/jupyter/{name}"] = PACKAGE / "app" / "jupyter" / name
    wanted = {f"{to}/{name}" for to, folder in brought.items() for name in lying_in(folder)}
    assert "followup_lib/notebooks/00_start_here.ipynb" in wanted
    assert set(in_wheel(CHECKOUT)) == wanted


def test_the_sdist_builds_the_same_wheel(tmp_path):
    """Whoever builds from the sources gets what the wheel brings, byte for byte."""
    archive = next(SdistBuilder(str(CHECKOUT)).build(directory=str(tmp_path)))
    with tarfile.open(archive) as sources:
        sources.extractall(tmp_path, filter="data")
    assert in_wheel(Path(archive.removesuffix(".tar.gz"))) == in_wheel(CHECKOUT)


def test_a_build_needs_its_backend_only():
    """The build asks for hatchling and no more, at the bound the tests are run with."""
    build = PYPROJECT["build-system"]["requires"]
    assert build == [line for line in LINES["test"] if line.startswith("hatchling")]
