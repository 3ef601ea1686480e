"""Words kept in the browser while no Python takes them, without a server."""

import pytest
from playwright.sync_api import BrowserContext

from followup_lib.pages.kit.script import script

PANELS = "".join(
    f"""<div class="jp-NotebookPanel" data-followup-page="{page}.ipynb"><h1>To {page}</h1>
    <label>Message <textarea data-typed>words of {page}</textarea></label></div>"""
    for page in ("02", "03")
)
RELOADED = """() => {
    const panels = [...document.querySelectorAll(".jp-NotebookPanel")];
    panels.forEach(keepTyped);
    panels.forEach((panel) => (panel.querySelector("textarea").value = ""));
    panels.forEach(putBackTyped);
    return panels.map((panel) => panel.querySelector("textarea").value);
}"""


@pytest.mark.slow
def test_two_pages_in_one_window_keep_their_words_apart(context: BrowserContext) -> None:
    """JupyterLab shows several pages at once: each has its own words back after a reload."""
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(body=PANELS, content_type="text/html"))
    page.goto("http://127.0.0.1/")
    page.add_script_tag(content=script("typed"))
    assert page.evaluate(RELOADED) == ["words of 02", "words of 03"]
