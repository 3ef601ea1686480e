"""The view of the settings, folded on the applications page: linked to `SettingsModel`."""

from functools import partial
from html import escape

import ipywidgets as w

from followup_lib.pages.applications.settings_model import SettingsModel
from followup_lib.pages.kit.common import Status, button, field, heading, html
from followup_lib.pages.kit.desk import Desk
from followup_lib.pages.kit.fold import built_when_opened
from followup_lib.pages.kit.kept_fields import KeptFields
from followup_lib.pages.kit.ties import Fields, Ticks
from followup_lib.records.settings import ENGLISH, NUMBERS, OURS, REGISTERS

SOUNDS = ("Friendly: “Hi Jennifer,” “I’m”", "Formal: “Dear Ms. Ortiz,” “I am”")
"""The registers as they are offered, in the order of `REGISTERS`."""


def settings_part(desk: Desk) -> w.Widget:
    """Return the folded settings, which are many fields and seldom looked at."""
    title = "Settings: about you, workdays, and the numbers behind the advice"
    return built_when_opened(title, partial(settings_widgets, desk))


def settings_widgets(desk: Desk) -> list[w.Widget]:
    """Return the settings: who writes, which days count, the numbers of the advice."""
    model, status = SettingsModel(desk), Status()
    return [
        *_seeker(model, status),
        *_calendar(model, status),
        *_numbers(model, status),
        status,
    ]


def _seeker(model: SettingsModel, status: Status) -> list[w.Widget]:
    fields = Fields(model, status)
    return [
        heading("About you", 3),
        fields.text("name", "Your name, as you sign it"),
        fields.text("sign_off", "How you end a letter"),
        fields.choice("register", "How letters sound", [*zip(SOUNDS, REGISTERS, strict=True)]),
        fields.text("phone", "Your phone number"),
        fields.text("email", "Your e-mail address"),
        html("<p>Ways we should never suggest to you:</p>"),
        Ticks(model, "cannot_use", "ways", status).box,
        w.HBox([button("Save these details", status, model.save_seeker)]),
    ]


def _calendar(model: SettingsModel, status: Status) -> list[w.Widget]:
    fields = Fields(model, status)
    return [
        heading("Workdays", 3),
        fields.text(
            "country", "Country whose public holidays count, such as US; leave it empty for none"
        ),
        fields.choice("subdivision", "Region", "regions"),
        html("<p>Days of the week that aren’t workdays:</p>"),
        Ticks(model, "weekend", "weekdays", status).box,
        fields.text("days_off", "Your own days off, such as 2026-03-20, 2026-03-23"),
        fields.choice("locale", "How letters write dates", [(name, name) for name in ENGLISH]),
        w.HBox([button("Save the workdays", status, model.save_calendar)]),
    ]


def _numbers(model: SettingsModel, status: Status) -> list[w.Widget]:
    boxes = {
        name: field(
            w.IntText, f"{number.unit.capitalize()} {number.meaning}", value=model.numbers[name]
        )
        for name, number in NUMBERS.items()
    }
    rows = [
        w.VBox([box, html(f"<p><small>{escape(_range(name))}</small></p>")])
        for name, box in boxes.items()
    ]

    kept = KeptFields(model.desk.search, boxes, status, "settings numbers")

    def save() -> str:
        sentence = model.save_numbers({name: box.value for name, box in boxes.items()})
        kept.settle(**{name: box.value for name, box in boxes.items()})
        return sentence

    def show(_: object = None) -> None:
        for name, box in boxes.items():
            box.value = model.numbers[name]

    model.observe(show, "numbers")
    return [
        heading("The numbers behind the advice", 3),
        html("<p>Each one with what’s usual here, and the range others publish.</p>"),
        *rows,
        w.HBox([button("Save the numbers", status, save)]),
    ]


def _range(name: str) -> str:
    number = NUMBERS[name]
    if number.published == OURS:
        return f"Usual here: {number.default}. Nobody publishes a range; this number is ours."
    return f"Usual here: {number.default}. Published: {number.published}."
