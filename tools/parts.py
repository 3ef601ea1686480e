"""All parts of the pages on one page, to look at them together: `tools/screenshots.py` takes it."""

import ipywidgets as w
import traitlets as t

from followup_lib.pages.kit.bridge import OpenPage
from followup_lib.pages.kit.common import (
    Page,
    button,
    details,
    facts_table,
    heading,
    html,
    sentences,
)
from followup_lib.pages.kit.status import Status
from followup_lib.pages.kit.ties import Fields, Ticks
from followup_lib.pages.kit.trouble import FieldError

SHORT, LONG = "Northgate", "Brindlewick Laboratories and Field Instruments Cooperative (West)"


class Filled(t.HasTraits):
    """What stands in the fields."""

    text = t.Unicode("Ms. Ortiz")
    empty = t.Unicode("")
    wrong = t.Unicode("Firday")
    area = t.Unicode("They said that they would be in touch.\nShe laughed at the second question.")
    day = t.Any(None, allow_none=True)
    choice = t.Unicode("email")
    tick = t.Bool(True)
    ticked = t.List(["a"])
    choices = t.List([(SHORT, "a"), (LONG, "b")])


def parts_page() -> Page:
    """Return the page of all parts: words, fields, buttons, and what tells of them."""
    model, status, told = Filled(), Status(), Status()
    fields = Fields(model, status)

    def refuse() -> str:
        raise FieldError("“Firday” is no day: type a day such as Friday or 3/13.", "wrong")

    def do() -> str:
        return "Logged: a talk at Northgate on Fri, March 13."

    refused = button("Log it", status, refuse, main=True)
    done = button("Log another", told, do)
    page = Page(
        html("<h1 tabindex='-1'>All parts</h1>"),
        html("<p>A paragraph, <strong>strong</strong>, <small>small</small>, and a quote.</p>"),
        heading("A heading"),
        heading("A smaller one", 3),
        html(facts_table([("Company", LONG), ("They said", "“by Friday the 13th”")])),
        html(sentences(["Something on this page cannot be read; here is why."], "followup-note")),
        html(sentences(["They said “by Friday”: Fri, March 13."], "followup-read")),
        fields.text("text", "Who did you talk to?"),
        fields.text("empty", "An empty field, with an example", "the sample report"),
        fields.text("wrong", "A field with something wrong in it"),
        fields.area("area", "What they said"),
        fields.day("day", "On what day?"),
        fields.choice("choice", "How do they like to be reached?", [("By e-mail", "email")]),
        fields.tick("tick", "I’m not sure of the exact day"),
        Ticks(model, "ticked", "choices", status).box,
        w.HBox(
            [
                refused,
                done,
                button(
                    "Undo: a talk at Hollis & Vane",
                    told,
                    lambda: "Undone: a talk at Hollis & Vane.",
                ),
            ]
        ),
        status,
        told,
        OpenPage("Next: write to Mr. Ilvermark", "02_their_date_has_passed"),
        details("A part that is open", html("<p>What was folded away.</p>"), open_=True),
        details("A part that is closed", html("<p>Nobody sees this.</p>")),
    )
    refused.click()
    done.click()
    return page
