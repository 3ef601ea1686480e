"""The view of the page that writes a message: linked to `LetterModel`, it decides nothing."""

from collections.abc import Sequence
from html import escape

import ipywidgets as w

from followup_lib.pages.kit.common import Page, Status, details, html, sentences, with_desk
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.notebook import prose_of
from followup_lib.pages.kit.said_day_view import confirm
from followup_lib.pages.kit.ties import live_html, shown_when
from followup_lib.pages.letter.call_model import CallModel
from followup_lib.pages.letter.call_view import CallForm
from followup_lib.pages.letter.choice_view import Choice
from followup_lib.pages.letter.end_view import End, shown_while_asking
from followup_lib.pages.letter.facts_view import Asked, known
from followup_lib.pages.letter.hand_over_view import HandOver
from followup_lib.pages.letter.head_view import Head
from followup_lib.pages.letter.later_view import Later
from followup_lib.pages.letter.logged_view import LoggedBox
from followup_lib.pages.letter.model import LetterModel
from followup_lib.pages.letter.offer_reply_view import OfferReply
from followup_lib.pages.letter.sent_model import SentModel
from followup_lib.pages.letter.tone_view import ToneBox
from followup_lib.pages.letter.type_facts_view import type_the_facts
from followup_lib.pages.letter.words_view import Words
from followup_lib.records.situations import REFERENCE_SITUATIONS

NOBODY = "Nobody is waiting for this kind of message now. You can add what you know below."
NO_REFERENCE = "None of your references needs a word from you now."


def letter_page(page: str) -> Page:
    """Return the page that writes the messages of one notebook, `page` its name."""
    return with_desk(lambda desk: letter_form(desk, page), foot=False)


def letter_form(desk: Desk, page: str) -> Sequence[w.Widget]:
    """Return the widgets of one letter page: its row, the words, and the end of it."""
    model = LetterModel(desk, page)
    status = Status()
    about_reference = model.situations[0] in REFERENCE_SITUATIONS
    letter = _letter(model, status)
    nobody = html(sentences([NO_REFERENCE if about_reference else NOBODY], "followup-why"))
    shown_when(letter, model, "key")
    shown_when(nobody, model, ["key", "logged"], lambda _: not (model.key or model.logged))
    whole = w.VBox(
        [
            Head(model).box,
            nobody,
            status,
            LoggedBox(model, status).box,
            letter,
            Choice(
                model, status, *([] if about_reference else [type_the_facts(model, status)])
            ).box,
            _why(model),
        ]
    )
    whole.add_class("followup-whole")
    whole.add_class("followup-letter")
    return [whole]


def _letter(model: LetterModel, status: Status) -> w.VBox:
    """Return the words of the row at hand, what goes with them, and their foot."""
    sent, call, words = SentModel(model), CallModel(model), Words(model, status)
    asked = Asked(model, status, words.body.focus)
    end = End(words, sent, call, status).box
    hand_over = HandOver(model, status).box
    main = w.VBox([_once_decided(words.box, model), asked.box, _said(model, status)])
    side = w.VBox([ToneBox(model, status).box, known(model)])
    more = w.VBox([_once_decided(hand_over, model), Later(model, sent, status).box])
    columns = w.Box([main, side, more])
    columns.add_class("followup-columns")
    return w.VBox(
        [
            shown_while_asking(OfferReply(model, status).box, call, asking=False),
            shown_while_asking(columns, call, asking=False),
            shown_while_asking(CallForm(call, status).box, call, asking=True),
            _once_decided(end, model),
        ]
    )


def _once_decided(box: w.Widget, model: LetterModel) -> w.Widget:
    """Show a part of the page only once it is clear which answer to an offer one writes."""
    return shown_when(box, model, ["turned", "reply"], lambda _: not model.undecided)


def _said(model: LetterModel, status: Status) -> w.VBox:
    """Return the ways to confirm the words a row's day was read from, while nobody has."""
    box = w.VBox([])

    def show(_: object = None) -> None:
        said = model.said
        asked = said and confirm(model.desk, said, status, model.reason, model.refresh_here)
        box.children = [asked] if asked else []

    model.observe(show, ["turned", "reason"])
    show()
    return box


def _why(model: LetterModel) -> w.VBox:
    """Return the fold with the rules behind the advice, the page's own words, and its examples."""

    def told() -> str:
        rule = model.row.rule if model.key else ""
        where = (
            f"<p>Where this comes from: rule {escape(rule)} of the guidance.</p>" if rule else ""
        )
        return f"<p>{escape(model.reason)}</p>{where}" if model.reason else ""

    prose = html(prose_of(model.page), "followup-prose")
    return details("Why this advice", live_html(model, "reason", told), prose, open_=not model.key)
