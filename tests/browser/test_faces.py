"""Both faces in a real browser: pages start, keep their forms, and reach beyond the page."""

import json
import socket
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from followup_lib.app import way_in
from tests.browser.stumbling import both_themes
from tests.pages.hostile import ATTACKS, OUTSIDE, RAN

START = "00_start_here.ipynb"
FORM = """
import ipywidgets as w
from pathlib import Path
from followup_lib.pages.kit.bridge import CopyText, Download, OpenPage
from followup_lib.records.errors import FollowupError

def refuse():
    raise FollowupError("Give the interview a day first.")

company = w.Text(description="Company", value="Hill & Co")
stage = w.Dropdown(description="Stage", options=["applied", "interview", "offer"])
draft = w.Textarea(description="Draft", value="Hello,", continuous_update=False)
copy = CopyText("Copy the message")
copy.text = draft.value
draft.observe(lambda change: setattr(copy, "text", change.new), "value")
w.VBox([
    w.HTML("<p>Northgate said Friday.</p>"), company, stage, draft, copy,
    w.Button(description="Plain"),
    Download("Download it", lambda: ("all.bin", "application/octet-stream", bytes(range(256)))),
    Download("Refuse it", refuse),
    OpenPage("Go on", "chosen", lambda: Path("chosen.txt").write_text(company.value) and "chosen"),
])
"""
CHOSEN = """
import ipywidgets as w
from pathlib import Path
from followup_lib.pages.kit.bridge import OpenPage

w.VBox([
    w.HTML("<p>Chosen: " + Path("chosen.txt").read_text() + "</p>"),
    OpenPage("Choose Mill", "chosen", lambda: Path("chosen.txt").write_text("Mill") and "chosen"),
    OpenPage("Go back", "form"),
])
"""
KEYS = [
    *("x", "c", "v", "a", "b", "m", "r", "y", "z", "d", "d", "0", "0", "i", "i", "j", "k"),
    *("1", "2", "Enter", "ArrowUp", "ArrowDown", "Shift+A", "Shift+B", "Shift+M", "Shift+Z"),
    *("Shift+Enter", "Control+Enter", "Alt+Enter", "Control+Backspace", "Control+Shift+M"),
    *("Control+Shift+ArrowUp", "Control+Shift+ArrowDown", "Control+Shift+Minus"),
]


@pytest.fixture(autouse=True)
def small_pages(workbook):
    """Two small pages on the list of those that start by themselves."""
    workbook.add_page("form.ipynb", "# A form", FORM)
    workbook.add_page("chosen.ipynb", "# The choice", CHOSEN)


def press(face, label):
    """Click one of our buttons and return its status line."""
    button = face.content.get_by_role("button", name=label)
    button.click()
    return button.locator("xpath=following-sibling::*[@role='status']")


def cells(face):
    """The kinds of the cells in JupyterLab's notebook in front, in order."""
    kinds = "nodes => nodes.map(node => node.classList.contains('jp-CodeCell') ? 'code' : 'other')"
    return face.panel.locator(".jp-Cell").evaluate_all(kinds)


def test_start_page_is_there_and_asks_nobody_else(open_face):
    """The start page starts by itself, without an error and without a request to elsewhere."""
    face = open_face(START)
    assert face.content.get_by_role("heading", name="19 to do").count() == 1
    assert (face.outside, face.errors) == ([], [])


@pytest.mark.slow
def test_page_with_other_code_waits_for_a_click(open_lab, workbook):
    """A notebook that only claims to be a page runs nothing until "Start this page" is clicked."""
    trace = workbook.root / "ran.txt"
    trace.unlink(missing_ok=True)
    workbook.add_page("stranger.ipynb", "open('ran.txt', 'w').close()", shipped=False)
    face = open_lab("stranger.ipynb", state="waiting")
    start = face.page.get_by_role("button", name="Start this page")
    start.wait_for()
    assert not trace.exists()
    assert both_themes(face) == []
    start.click()
    face.wait("stranger.ipynb")
    assert trace.exists()
    assert start.count() == 0


@pytest.mark.slow
@pytest.mark.parametrize("shipped", [True, False])
def test_what_a_page_was_stored_with_runs_nothing(open_lab, context, workbook, shipped):
    """Words and outputs of a tampered page run nothing, whether its code is ours or not."""
    attacks = "\n\n".join(ATTACKS)
    left = []  # what really goes out, not what the page asked for in vain

    def outside(route):
        left.append(route.request.url)
        route.abort()

    context.route(f"{OUTSIDE}/**", outside)
    context.add_init_script(RAN.replace("true", "false"))
    code = "from followup_lib.pages.examples import Example\nExample('Ours', 'ours')"
    workbook.add_page("tampered.ipynb", f"# Tampered\n\n{attacks}", code, shipped=shipped)
    path = workbook.root / "tampered.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    data = {"text/html": attacks, "application/javascript": RAN, "image/svg+xml": attacks}
    outputs = [{"output_type": "display_data", "metadata": {}, "data": data}]
    outputs += [{**outputs[0], "data": {kind: text}} for kind, text in data.items()]
    notebook["cells"][1]["outputs"] = outputs
    path.write_text(json.dumps(notebook), encoding="utf-8")
    face = open_lab("tampered.ipynb", state="yes" if shipped else "waiting")
    asked = face.page.get_by_role("button", name="Start this page")
    expect(asked).to_have_count(0 if shipped else 1)
    assert face.page.evaluate("window.followupRan") is False
    assert left == []


@pytest.mark.slow
def test_notebook_without_the_mark_is_left_alone(open_lab, context, workbook):
    """An ordinary notebook neither runs nor gets a banner; its code is in view."""
    workbook.add_page("plain.ipynb", "2 + 2")
    path = workbook.root / "plain.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    del notebook["metadata"]["followup"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    face = open_lab(START)
    face.page.goto(workbook.address("plain.ipynb", app=False))
    face.panel.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
    assert face.panel.get_attribute("data-followup-ready") is None
    assert face.page.get_by_role("button", name="Start this page").count() == 0


@pytest.mark.slow
def test_no_key_destroys_the_form(open_lab):
    """After a click on a heading, a sentence or a button, or in a list, keys change no cell."""
    face = open_lab("form.ipynb")
    before = cells(face)
    face.content.get_by_label("Company").fill("Mill Lane")
    targets = (
        face.content.get_by_role("heading", name="A form").click,
        face.content.get_by_text("Northgate said Friday.").click,
        face.content.get_by_role("button", name="Plain").click,
        face.content.get_by_label("Stage").focus,
    )
    for take in targets:
        take()
        for key in KEYS:
            face.page.keyboard.press(key)
        assert press(face, "Refuse it").inner_text() != ""  # whatever the keys began has ended
        assert cells(face) == before
    assert face.content.get_by_label("Company").input_value() == "Mill Lane"
    assert face.page.locator(".jp-Dialog").count() == 0


@pytest.mark.slow
def test_keys_do_in_a_form_what_they_do_elsewhere(open_lab):
    """Arrows choose from a list, Shift+Enter breaks a line, Ctrl+Z takes back what was typed."""
    face = open_lab("form.ipynb")
    stage, draft = face.content.get_by_label("Stage"), face.content.get_by_label("Draft")
    stage.focus()
    face.page.keyboard.press("ArrowDown")
    assert stage.input_value() == "interview"
    draft.click()
    face.page.keyboard.press("Shift+Enter")
    assert draft.input_value() == "Hello,\n"
    face.page.keyboard.press("Control+z")
    assert draft.input_value() == "Hello,"
    assert cells(face) == ["other", "code"]


@pytest.mark.slow
def test_code_is_one_click_away(open_lab):
    """Folded code leaves no bar; a button shows it and hides it again."""
    face = open_lab("form.ipynb")
    code = face.panel.locator(".jp-CodeCell .jp-InputArea-editor")
    bars = face.panel.locator(".jp-Placeholder:visible")
    assert (code.is_visible(), bars.count()) == (False, 0)
    face.panel.get_by_role("button", name="Show the code").click()
    code.wait_for()
    face.panel.get_by_role("button", name="Hide the code").click()
    code.wait_for(state="hidden")
    assert bars.count() == 0


@pytest.mark.slow
def test_page_that_ran_asks_for_no_saving(open_lab):
    """A page shows what is in the search's files: closing it raises no question."""
    face = open_lab("form.ipynb")
    assert face.page.locator(".jp-mod-dirty").count() == 0
    face.page.locator(".lm-TabBar-tab.lm-mod-current .lm-TabBar-tabCloseIcon").first.click()
    face.panel.wait_for(state="detached")
    assert face.page.locator(".jp-Dialog").count() == 0


@pytest.mark.slow
def test_buttons_reach_beyond_the_page(open_face):
    """Copied are the last words typed, saved is the file Python made, a refusal is told."""
    face = open_face("form.ipynb")
    draft = face.content.get_by_label("Draft")
    draft.fill("Hello, Ms. Ortiz,\nthank you – truly.")
    told = press(face, "Copy the message")
    told.get_by_text("Copied.").wait_for()
    copied = face.page.evaluate("navigator.clipboard.readText()")
    assert copied == "Hello, Ms. Ortiz,\nthank you – truly."
    draft.fill("Other words")
    face.content.get_by_label("Company").focus()
    told.and_(face.page.locator(":empty")).wait_for(state="attached")  # no longer true
    draft.focus()
    for key in ("Tab", "Enter"):
        face.page.keyboard.press(key)
    told.get_by_text("Copied.").wait_for()
    with face.page.expect_download() as download:
        saved = press(face, "Download it")
    assert download.value.suggested_filename == "all.bin"
    assert download.value.path().read_bytes() == bytes(range(256))
    expect(saved).to_have_text("Downloaded: all.bin")
    press(face, "Refuse it").get_by_text("Give the interview a day first.").wait_for()


@pytest.mark.slow
def test_copy_works_where_the_clipboard_is_refused(open_app, context):
    """A browser that does not hand out its clipboard still copies."""
    context.add_init_script("navigator.clipboard.write = () => Promise.reject(new Error('no'))")
    face = open_app("form.ipynb")
    press(face, "Copy the message").get_by_text("Copied.").wait_for()
    assert face.page.evaluate("navigator.clipboard.readText()") == "Hello,"


@pytest.mark.slow
def test_next_page_shows_the_choice_each_time(open_face):
    """A button saves a choice and opens a page, which shows it though it was open before."""
    face = open_face("form.ipynb")
    for company in ("Northgate", "Hill & Co"):
        face.content.get_by_label("Company").fill(company)
        press(face, "Go on")
        face.wait("chosen.ipynb")
        assert face.content.get_by_text("Chosen:").inner_text() == f"Chosen: {company}"
        if company == "Northgate":
            press(face, "Go back")
            face.wait("form.ipynb")
    press(face, "Choose Mill")  # on the page at hand itself
    face.content.get_by_text("Chosen: Mill").wait_for()
    assert (face.outside, face.errors) == ([], [])


@pytest.mark.slow
def test_leaving_a_page_ends_its_python(open_app):
    """Moving on starts one Python and ends the one that was left."""
    running = (
        "fetch('/api/kernels').then(answer => answer.json()).then(list => list.map(one => one.id))"
    )
    own = "JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId"
    face = open_app("form.ipynb")
    left = face.page.evaluate(own)
    assert left in face.page.evaluate(running)
    press(face, "Go on")
    face.wait("chosen.ipynb")
    assert face.page.evaluate(own) in face.page.evaluate(running)
    seen = (face.page.evaluate(running) for _ in range(300))  # ending one takes a moment
    assert any(left not in ids for ids in seen)


@pytest.mark.slow
def test_a_python_kept_ready_ends_with_its_page(open_lab):
    """Loading JupyterLab anew ends the Python that was kept ready for the next page."""
    ids = "fetch('/api/kernels').then(answer => answer.json()).then(all => all.map(one => one.id))"
    own = "fetch('/api/sessions').then(a => a.json()).then(all => all.map(one => one.kernel.id))"
    free = f"Promise.all([{ids}, {own}]).then(([all, own]) => all.filter(id => !own.includes(id)))"
    face = open_lab("form.ipynb")
    face.page.wait_for_function(f"{free}.then(list => list.length > 0)")
    spares = set(face.page.evaluate(free))
    face.page.reload()
    seen = (face.page.evaluate(ids) for _ in range(300))  # ending one takes a moment
    assert any(not spares.issubset(now) for now in seen)


@pytest.mark.slow
def test_tab_come_back_to_shows_what_has_changed(open_lab):
    """A page runs again when its tab is chosen: what another page saved is in it."""
    face = open_lab("form.ipynb")
    face.content.get_by_label("Company").fill("Unsaved")
    press(face, "Go on")
    face.wait("chosen.ipynb")
    face.page.get_by_role("tab", name="form.ipynb").click()
    expect(face.content.get_by_label("Company")).to_have_value("Hill & Co")


@pytest.mark.slow
def test_list_of_files_leads_to_the_start_page(open_app, workbook):
    """Where Voilà would list files, the app goes to the start page."""
    face = open_app("form.ipynb")
    for path in ("/voila", "/voila/tree"):
        listed = face.page.request.get(workbook.origin + path).text()
        assert f"url=/voila/render/{START}" in listed
        assert "form.ipynb" not in listed
    face.page.goto(f"{workbook.origin}/voila")
    face.wait(START)


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/lab", f"/voila/render/{START}", "/api/contents"])
def test_nobody_gets_in_without_the_token(workbook, path):
    """Without the token a page leads to the login, and data is refused."""
    try:
        with urllib.request.urlopen(workbook.origin + path) as answer:
            refused = "/login?" in answer.url
    except urllib.error.HTTPError as error:
        refused = error.code == 403
        error.close()
    assert refused


@pytest.mark.slow
def test_server_cannot_be_reached_by_another_address(workbook):
    """It listens on 127.0.0.1 alone, not on all addresses of this computer."""
    reached = []
    for host in (way_in.HOST, "127.0.0.2"):
        with socket.socket() as client:
            client.settimeout(2)
            reached.append(client.connect_ex((host, workbook.port)) == 0)
    assert reached == [True, False]
