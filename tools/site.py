"""Build the site on which the workbook runs in the browser alone, with JupyterLite and Pyodide.

python3 -m tools.site OUT --wheels DIR

DIR holds the official release of Pyodide, unpacked, and pandas' own wheel for it; OUT is made anew.
deploy/site/README.md tells where both come from. Nothing is downloaded here, and the site loads
nothing from elsewhere.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, version
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from followup_lib.app import jupyter

ROOT = Path(__file__).parent.parent
SITE = ROOT / "deploy/site"
OURS = "followup-workbook"
RUNTIME = ("pyodide.js", "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
FROM_PYODIDE = ("matplotlib", "ipython", "micropip", "ssl", "sqlite3", "python-dateutil")
"""What is compiled, or what its kernel counts on; all that these need comes along."""
KERNEL = ("piplite", "ipykernel", "pyodide_kernel", "comm", "jedi")
"""What the kernel asks for and our file has already, or what nothing here needs (jedi)."""
NOT_THERE = {"jupyterlab", "voila", "jupyterlab-widgets", "widgetsnbextension", "pandas", "numpy"}
"""What the workbook needs of a server, and what comes in another way."""
UNUSED = (
    "itables_for_dash/",
    "phonenumbers/carrierdata/",
    "phonenumbers/geodata/",
    "phonenumbers/tzdata/",
    "/LC_MESSAGES/",
    "/sboms/",
    "/tests/",
)
OLD_FONTS = ("eot", "svg", "ttf", "woff")
"""Forms of the icons for browsers that could not run Python anyway; all others take woff2."""
KERNEL_WHEELS = "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
BROWSER = {"sys_platform": "emscripten", "platform_system": "Emscripten", "extra": ""}

Packages = dict[str, dict[str, Any]]


def main(arguments: list[str] | None = None) -> None:
    """Build the site, and say how large it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path, help="folder of the site, new or an earlier one")
    parser.add_argument("--wheels", type=Path, required=True, help="folder of Pyodide's release")
    options = parser.parse_args(arguments)
    out: Path = options.out.resolve()
    if not (options.wheels / "pyodide-lock.json").is_file():
        parser.error(f"{options.wheels} has no pyodide-lock.json; see deploy/site/README.md.")
    if out.exists() and not (out / "jupyter-lite.json").is_file():
        parser.error(f"{out} is there and no site of ours; name a new folder.")
    shutil.rmtree(out, ignore_errors=True)
    with tempfile.TemporaryDirectory() as made:
        build(out, options.wheels.resolve(), Path(made))
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(f"{out}: {size / 1e6:.0f} MB. Try it: python3 -m http.server -b 127.0.0.1 -d {out}")


def build(out: Path, wheels: Path, made: Path) -> None:
    """Put the site together in `out`; `made` is an empty folder for what only building needs."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(made)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    wheel = next(made.glob("*.whl"))
    pages = made / "pages"
    pages.mkdir()
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        (pages / path.name).write_text(json.dumps(with_start(path)), encoding="utf-8")
    lab(out, wheel, pages, made)
    listed = out / "extensions/followup-workbook/static/pages.json"
    listed.write_text(json.dumps(jupyter.page_checksums(pages)), encoding="utf-8")
    python(out / "static/pyodide", wheels, wheel)


def with_start(path: Path) -> dict[str, Any]:
    """Return a notebook with a cell before all others that brings Python into the browser."""
    notebook: dict[str, Any] = _json(path)
    notebook["cells"].insert(0, _json(SITE / "first_cell.json"))
    return notebook


def lab(out: Path, wheel: Path, pages: Path, made: Path) -> None:
    """Let JupyterLite build JupyterLab with our settings and pages."""
    settings = _json(SITE / "jupyter-lite.json")
    off = settings["jupyter-config-data"]["disabledExtensions"]
    off += _json(jupyter.FOLDER / "settings/page_config.json")["disabledExtensions"]
    (made / "jupyter-lite.json").write_text(json.dumps(settings), encoding="utf-8")
    shutil.copy(jupyter.FOLDER / "settings/overrides.json", made)
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--no-sourcemaps", "--apps=lab"]
    command += [f"--lite-dir={made}", f"--output-dir={out}", f"--contents={pages}"]
    command += [f"--LiteBuildConfig.federated_extensions={wheel}"]
    subprocess.run(command, cwd=made, check=True, stdout=subprocess.DEVNULL)
    shutil.copy(SITE / "index.html", out)
    for ending in OLD_FONTS:
        for font in (out / "build").glob(f"*.{ending}"):
            font.unlink()
    page = out / "lab/index.html"
    text = page.read_text("utf-8").replace("<body", '<body data-followup-turns="query"')
    head = (SITE / "head.html").read_text("utf-8")
    page.write_text(text.replace("<head>", f"<head>{head}"), encoding="utf-8")


def python(folder: Path, wheels: Path, wheel: Path) -> None:
    """Put Python, its packages and our one file into `folder`, with the list that Pyodide reads."""
    folder.mkdir(parents=True)
    lock = _json(wheels / "pyodide-lock.json")
    packages = dict(taken(lock["packages"]))
    for name in (*RUNTIME, *(package["file_name"] for package in packages.values())):
        shutil.copy(wheels / name, folder)
    for package in packages.values():
        if _checksum(folder / package["file_name"]) != package["sha256"]:
            raise SystemExit(f"{package['file_name']} is not what pyodide-lock.json says.")
    pandas = next(wheels.glob(f"pandas-{version('pandas')}-*wasm32.whl"), None)
    if pandas is None:
        raise SystemExit(f"{wheels} has no wheel of pandas {version('pandas')} for Pyodide.")
    ours, nothing = folder / f"{OURS}.zip", folder / "nothing.zip"
    bundle(ours, wheel, {*packages})
    zipfile.ZipFile(nothing, "w").close()
    with zipfile.ZipFile(folder / pandas.name, "w", zipfile.ZIP_DEFLATED) as made:
        copy_used(pandas, made)
    packages["pandas"] = _package(folder / pandas.name, "numpy", "python-dateutil")
    packages[OURS] = _package(ours, "pandas", *FROM_PYODIDE)
    for name in KERNEL:
        packages[canonicalize_name(name)] = _package(nothing)
    for name, package in packages.items():
        package["name"] = name
    lock["packages"] = packages
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def taken(packages: Packages) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return what we take of Pyodide's packages, with all that these need."""
    waiting: list[str] = [*FROM_PYODIDE]
    seen = {canonicalize_name(name) for name in KERNEL}
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name not in seen:
            seen.add(name)
            yield name, packages[name]
            waiting += packages[name]["depends"]


def bundle(target: Path, wheel: Path, there: set[str]) -> None:
    """Write the workbook, and what it needs that is not compiled, as one file to unpack.

    `there` are the packages that come in another way.
    """
    kernel = (Path(sys.prefix) / KERNEL_WHEELS).glob("[!w]*.whl")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        made.write(SITE / "followup_site.py", "followup_site.py")
        for path in (wheel, *kernel):
            copy_used(path, made)
        for found in needed(there):
            for file in found.files or ():
                if _is_used(file.as_posix()):
                    made.write(file.locate(), file.as_posix())


def copy_used(wheel: Path, made: zipfile.ZipFile) -> None:
    """Copy what is used of a wheel into another file."""
    with zipfile.ZipFile(wheel) as whole:
        for name in filter(_is_used, whole.namelist()):
            made.writestr(name, whole.read(name))


def needed(there: set[str]) -> list[Distribution]:
    """Return what the workbook needs in the browser, as it is installed here, less `there`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [*project["dependencies"], "comm"]
    seen = {*NOT_THERE, *there}
    found = []
    while waiting:
        asked = Requirement(waiting.pop())
        name = canonicalize_name(asked.name)
        if name not in seen and (not asked.marker or asked.marker.evaluate(BROWSER)):
            seen.add(name)
            found.append(distribution(name))
            waiting += found[-1].requires or []
    return found


def _is_used(name: str) -> bool:
    """Tell whether a file of a package is wanted: none for another machine, no tests."""
    if name.startswith("babel/locale-data/"):
        return Path(name).name in ("root.dat", "en.dat", "en_US.dat", "en_GB.dat", "en_CA.dat")
    outside = name.startswith("..") or ".data/" in name
    compiled = name.endswith((".pyd", ".pyc")) or (name.endswith(".so") and "wasm32" not in name)
    return not outside and not compiled and not any(part in name for part in UNUSED)


def _package(path: Path, *depends: str) -> dict[str, Any]:
    """Return the entry of a file in the list that Pyodide reads."""
    return {
        "version": "0",
        "file_name": path.name,
        "install_dir": "site",
        "sha256": _checksum(path),
        "package_type": "package",
        "imports": [],
        "depends": list(depends),
        "unvendored_tests": False,
    }


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
