"""Worked examples on the untouched sample, as the pages show them: folded, one click from view."""

from base64 import b64encode
from functools import cache
from html import escape

from followup_lib.advice.plan import Plan, plan
from followup_lib.advice.reasons import heading
from followup_lib.letters.draft import draft, letter_row
from followup_lib.records.errors import FollowupError
from followup_lib.records.rows import PlanRow, rows_as
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import words
from followup_lib.store.csv import read_tables
from followup_lib.store.search import SAMPLE


class Example:
    """A text with a title and maybe a PNG: plain in a terminal, a part to unfold on a page."""

    def __init__(self, title: str, text: str, picture: bytes = b"") -> None:
        self.title, self.text, self.picture = title, text, picture

    def __repr__(self) -> str:
        return f"{self.title}\n\n{self.text}"

    def _repr_html_(self) -> str:
        paragraphs = "".join(
            f"<p>{escape(part).replace(chr(10), '<br>')}</p>" for part in self.text.split("\n\n")
        )
        if self.picture:
            data = b64encode(self.picture).decode("ascii")
            paragraphs = (
                f'<img src="data:image/png;base64,{data}" style="max-width: 100%" '
                f'alt="The same in words is below."/>{paragraphs}'
            )
        return f"<details><summary>{escape(self.title)}</summary>{paragraphs}</details>"


@cache
def _sample() -> tuple[Tables, Plan]:
    tables = read_tables(SAMPLE)
    if tables.settings.today is None:
        raise FollowupError("The sample has no day; put `today` back into its settings.toml.")
    return tables, plan(tables, tables.settings.today)


def advice(application_id: str) -> Example:
    """Return what the plan advises for an application of the sample, and why."""
    _, now = _sample()
    company = str(now.facts.applications.loc[application_id, "company"])
    rows = rows_as(PlanRow, now.of(application_id))
    advice = [f"{heading(row.situation)}. {row.reason}" for row in rows]
    return Example(f"An example with invented people: {company}", "\n\n".join(advice))


def letter(application_id: str, channel: str = "", reference_id: str = "") -> Example:
    """Return the draft for an application, or a reference, of the sample."""
    tables, now = _sample()
    row = letter_row(now, application_id, reference_id=reference_id)
    made = draft(now, tables, row, channel=channel)
    text = "\n\n".join(filter(None, (made.subject, made.body)))
    return Example(f"… and the words, by {words(made.channel)}", text.strip())


def timeline() -> Example:
    """Return the timeline of what the sample has for today, as a picture and in words.

    Where it is stored, tests compare the words to the letter and the picture by its look: its bytes
    are not the same with every version of the programs that draw letters.
    """
    from followup_lib.charts import (  # slow to import
        chart_png,
        describe_timeline,
        figure_of,
        plot_timeline,
    )

    tables, now = _sample()
    today = now.facts.today.date()
    figure = figure_of(plot_timeline(tables, today, which="due", now=now))
    told = describe_timeline(tables, today, which="due", now=now)
    title = "An example with invented people: what’s due today"
    return Example(title, told, chart_png(figure, scale=1))
