"""What can be seen on a chart, for tests: its texts, its collections, their days; and a crowd."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.legend import Legend
from matplotlib.text import Text

from followup_lib.charts.rows import NAME
from followup_lib.records.tables import Tables
from tests.advice.situations import search

HIGHER = 1.5
"""Pixels by which the box of a text may be higher than its ink, more so in Arabic."""
UNWRITABLE = "\u0378"
"""Not a letter of any script yet, so no font has it."""


def labeled(ax: Axes, label: str) -> PolyCollection | PathCollection | LineCollection:
    """Return the one collection with this label."""
    (collection,) = [one for one in ax.collections if one.get_label() == label]
    return collection


def days(numbers: np.ndarray) -> list[str]:
    """Return days as matplotlib counts them, as texts."""
    return np.asarray(numbers, "datetime64[D]").astype(str).tolist()


def texts(ax: Axes) -> list[str]:
    """Return every text that is shown, in no special order."""
    return [text.get_text() for text in shown(ax)]


def shown(ax: Axes) -> list[Text]:
    """Return the text artists that show something."""
    artists = ax.figure.findobj(lambda one: isinstance(one, Text) and one.get_visible())
    return [one for one in artists if one.get_text().strip()]


def touching(ax: Axes) -> list[tuple[str, str]]:
    """Return the pairs of texts that overlap, by the boxes of the renderer that drew them last."""
    artists = shown(ax)
    boxes = np.array([text.get_window_extent().extents for text in artists])
    left, low, right, high = (side[:, None] for side in boxes.T)
    meet = (left < right.T - 0.5) & (right - 0.5 > left.T)
    meet &= (low < high.T - HIGHER) & (high - HIGHER > low.T)
    pairs = zip(*np.nonzero(np.triu(meet, 1)), strict=True)
    return [(artists[one].get_text(), artists[other].get_text()) for one, other in pairs]


def outside(ax: Axes) -> list[str]:
    """Return the texts that leave the picture."""
    page = ax.get_figure(root=True).bbox
    boxes = {text.get_text(): text.get_window_extent() for text in shown(ax)}
    return [
        text
        for text, box in boxes.items()
        if box.x0 < page.x0 or box.x1 > page.x1 or box.y0 < page.y0 or box.y1 > page.y1
    ]


def names(ax: Axes) -> list[Text]:
    """Return the names of the rows of a timeline, from top to bottom."""
    return [
        one for one in ax.texts if one.get_fontsize() == NAME and one.get_fontweight() == "normal"
    ]


def legend_words(ax: Axes) -> list[str]:
    """Return the words of the legends, stages first."""
    legends = ax.findobj(Legend)
    return [text.get_text() for legend in legends for text in legend.get_texts()]


def crowd(rows: int) -> Tables:
    """Return a search with so many applications, long names and several scripts among them."""
    names = [
        *("Kestrel", "Brindlewick Laboratories and Field Instruments Cooperative of the Coast"),
        *("Украинская типография Восход", "Ελληνικά Γράμματα", "شركة النور للطباعة", "דפוס הגליל"),
        *("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", "NA", "Łódź & Søn", "O"),
        *(f"Works {UNWRITABLE}", UNWRITABLE),
    ]
    titles = [
        "Clerk",
        "Senior Technical Writer and Documentation Coordinator",
        "$90,000 $x_1$ lead",
    ]
    steps = [
        "applied 2025-11-03; screen 2-09; interview 2-16; interview 2-16; final_interview 3-02",
        "interview 3-05; thanked 3-06; they_promised 3-05 due 3-12; heard_back 3-06",
        "applied 2-02; screen 2-03; interview 2-04; i_promised 2-04 due 3-18; wrote 2-18",
        "applied 2-02; screen 2-20; reference_check 3-05; offer 3-13 due 3-23",
        "applied 2025-10-02; rejected 2025-11-20",
        "interview 2-02; on_hold 2-12; they_promised 2-12 due 7-30",
        "applied 3-16",
        "interview 2-02; interview_planned 3-10 due 3-25; no_answer 3-11; wrote 3-11",
    ]
    facts = {f"job{n}": steps[n % len(steps)] for n in range(rows)}
    jobs = {
        f"job{n}": {"company": names[n % len(names)], "job_title": titles[n % len(titles)]}
        for n in range(rows)
    }
    return search(facts, jobs)
