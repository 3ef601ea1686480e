"""The handout as PDF: the same sheet, with real text, the same bytes for the same session."""

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from followup_lib.coaching.handout import NOTHING_TODAY, Handout, Step

FONT = "DejaVu"
LEFT_OUT = "Some characters are missing here: this font lacks them. The HTML page has them all."
SMALL, TEXT, HEAD, TITLE = 8.0, 10.0, 11.5, 17.0
"""Points."""
LINE, LEAST = 4.8, 45.0
"""Millimeters from line to line, and that a chart needs at least: it takes no page of its own."""


def as_pdf(sheet: Handout, today: dt.date, *, paper: str = "letter") -> bytes:
    """Return the sheet as a PDF of `paper` ("letter" or "a4"), dated `today` and black and white.

    Where it would take a second page, the reasons go, those of what is coming first.
    Letters that its font lacks are left out, and the sheet says so.
    """
    whole, *shorter = _ever_shorter(sheet)
    pdf = _sheet(whole, today, paper)
    for short in shorter:
        if pdf.page == 1:
            break
        for font in pdf.fonts.values():
            font.ttfont.close()
        pdf = _sheet(short, today, paper)
    if sheet.chart and pdf.h - pdf.b_margin - pdf.get_y() >= LEAST:
        _chart(pdf, sheet)
    for title, words in sheet.scripts:
        _script(pdf, title, words)
    if _lacks(pdf, sheet):
        _paragraph(pdf, LEFT_OUT, before=3)
    return bytes(pdf.output())


def _ever_shorter(sheet: Handout) -> Iterator[Handout]:
    """Return the sheet whole, then without the reasons of what is coming, then without any."""
    yield sheet
    sheet = replace(sheet, coming=[replace(step, reason="") for step in sheet.coming])
    yield sheet
    yield replace(sheet, today=[replace(step, reason="") for step in sheet.today])


def _sheet(sheet: Handout, today: dt.date, paper: str) -> Any:
    """Draw all that is read, without the timeline and the words of a case."""
    pdf = _new(today, paper)
    _head(pdf, sheet)
    if sheet.number or sheet.commitments:
        _will(pdf, sheet.commitments)
    if sheet.interviews:
        _heading(pdf, "Interviews ahead")
    for title, when in sheet.interviews:
        _paragraph(pdf, f"{title}: {when}", style="B")
    _steps(pdf, "Today", sheet.today or NOTHING_TODAY)
    if sheet.coming:
        _steps(pdf, "Coming up", sheet.coming)
    for line in filter(None, (sheet.more, *sheet.rest)):
        _paragraph(pdf, line, before=0.6)
    if sheet.next_day:
        _paragraph(pdf, f"Next time: {sheet.next_day}.", style="B", before=3)
    if sheet.agreed:
        _paragraph(pdf, sheet.agreed, size=SMALL, line=3.8, before=2)
    return pdf


def paper_of(locale: str) -> str:
    """Return the paper people of a locale print on.

    >>> paper_of("en_US"), paper_of("en_GB")
    ('letter', 'a4')
    """
    return "letter" if locale.endswith(("_US", "_CA")) else "a4"


def _new(today: dt.date, paper: str) -> Any:
    import matplotlib
    from fpdf import FPDF

    pdf = FPDF(format=paper)
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    pdf.add_font(FONT, "", fonts / "DejaVuSans.ttf")
    pdf.add_font(FONT, "B", fonts / "DejaVuSans-Bold.ttf")
    pdf.set_creation_date(dt.datetime.combine(today, dt.time(), dt.UTC))
    pdf.set_margin(15)
    pdf.set_auto_page_break(True, margin=12)
    pdf.add_page()
    return pdf


def _head(pdf: Any, sheet: Handout) -> None:
    pdf.set_title(sheet.title)
    _paragraph(pdf, sheet.client, style="B", size=TITLE, line=8.5)
    _paragraph(pdf, sheet.line)
    for title, text in (
        ("Our focus", sheet.focus),
        ("What we covered", sheet.covered),
        ("What I take away, in my words", sheet.insights),
    ):
        if text:
            _heading(pdf, title)
            _paragraph(pdf, text)


def _will(pdf: Any, commitments: list[tuple[str, str, str]]) -> None:
    _heading(pdf, "Your to-dos this week")
    if not commitments:
        _paragraph(pdf, "Nothing was agreed on, and that’s fine.")
    for what, by, smaller in commitments:
        top = pdf.get_y()
        pdf.rect(pdf.l_margin, top + 1, 3.2, 3.2)
        told = f"I will {what}{f', by {by}' if by else ''}"
        first = f". First: {smaller}" if smaller else ""
        _paragraph(pdf, told + first, indent=6, before=0.4)


def _steps(pdf: Any, title: str, steps: list[Step] | str) -> None:
    _heading(pdf, title)
    if isinstance(steps, str):
        _paragraph(pdf, steps)
        return
    for step in steps:
        _paragraph(pdf, f"{step.title}: {step.line}", style="B")
        if step.reason:
            _paragraph(pdf, step.reason, indent=4)


def _script(pdf: Any, title: str, words: str) -> None:
    """Write the words of a case in one piece: on the back where there is no room for them."""
    pdf.set_font(FONT, "", TEXT)
    high = pdf.multi_cell(pdf.epw, LINE, words, dry_run=True, output="HEIGHT")
    if pdf.h - pdf.b_margin - pdf.get_y() < high + 3 * LINE:
        pdf.add_page()
    _heading(pdf, title)
    _paragraph(pdf, words)


def _chart(pdf: Any, sheet: Handout) -> None:
    """Draw the timeline into what is left of the page."""
    _heading(pdf, "Where things stand")
    from PIL import Image

    picture = io.BytesIO(sheet.chart)
    wide, high = Image.open(picture).size
    room = min(pdf.h - pdf.b_margin - pdf.get_y(), pdf.epw * high / wide)
    pdf.image(picture, w=pdf.epw, h=room, keep_aspect_ratio=True, alt_text=sheet.chart_words)


def _heading(pdf: Any, text: str) -> None:
    _paragraph(pdf, text, style="B", size=HEAD, before=3)
    pdf.line(pdf.l_margin, pdf.get_y(), pdf.w - pdf.r_margin, pdf.get_y())
    pdf.ln(1)


def _paragraph(
    pdf: Any,
    text: str,
    *,
    style: str = "",
    size: float = TEXT,
    line: float = LINE,
    indent: float = 0,
    before: float = 0,
) -> None:
    pdf.ln(before)
    pdf.set_font(FONT, style, size)
    pdf.set_x(pdf.l_margin + indent)
    pdf.multi_cell(pdf.epw - indent, line, text, align="L", new_x="LMARGIN", new_y="NEXT")


def _lacks(pdf: Any, sheet: Handout) -> bool:
    """Tell whether the sheet has letters that the font lacks."""
    known = pdf.fonts[FONT.casefold()].cmap
    text = f"{sheet}"
    return any(ord(letter) not in known for letter in text if letter.isprintable())
