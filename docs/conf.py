"""The documentation site: python -m sphinx -W --keep-going -c docs . docs/_build

The checkout itself is the source, so that a link in a README or a notebook leads to the same page
on the site as in the folder, and nothing is copied. The code of the guides and of the charts runs
while the site is built, and code that fails stops the build; so does a page that would ask another
server for anything.
"""

import re
import tomllib
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import SphinxError

CHECKOUT = Path(__file__).parent.parent
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = "The Follow-up Workbook"
version = release = PROJECT["version"]
copyright = "the contributors of the Follow-up Workbook"
extensions = ["myst_nb", "sphinx.ext.autodoc"]
root_doc = "docs/index"
include_patterns = [
    "docs/*.md",
    "notebooks/*.ipynb",
    "data/README.md",
    "followup_lib/letters/README.md",
    "deploy/hub/README.md",
    "deploy/site/README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
]
exclude_patterns = [".*", "docs/_*"]

nitpicky = True
nitpick_ignore_regex = [("py:class", ".*")]  # a signature may name what the page leaves out
default_role = "code"  # our docstrings write `name`, as Markdown does
add_module_names = False
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"

myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_excludepatterns = ["notebooks/*"]  # the pages are shown as they are stored
nb_execution_raise_on_error = True
nb_execution_show_tb = True
nb_remove_code_source = True  # the pages hide their code; a guide that shows its own says so

html_theme = "furo"
html_title = project
html_show_sphinx = False
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["site.css"]
templates_path = ["_templates"]
html_additional_pages = {"index": "first.html"}  # the folder of the site opens at its first page

ELSEWHERE = re.compile(
    r"<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)=[\"']?(?:https?:)?//[^\s\"'>]+"
    r"|(?:url\([\"']?|@import\s+[\"'])(?:https?:)?//[^\s\"')]+"
)
"""What makes a browser fetch something from another server; a link to follow does not."""


def refuse_elsewhere(app: Sphinx, exception: Exception | None) -> None:
    """Stop the build when a page or a style would fetch something from another server."""
    if exception is not None:
        return
    for path in sorted([*app.outdir.rglob("*.html"), *app.outdir.rglob("*.css")]):
        found = ELSEWHERE.search(path.read_text(encoding="utf-8"))
        if found:
            raise SphinxError(f"{path.name} asks another server: {found[0]}")


def setup(app: Sphinx) -> None:
    """Look through the site once it is built."""
    app.connect("build-finished", refuse_elsewhere)
