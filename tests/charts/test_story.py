"""One application's story: every event with its day and words, in order, and what comes next."""

import datetime as dt

import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex

from followup_lib.charts import chart_png
from followup_lib.charts.look import FILLS
from followup_lib.charts.story import describe_story, plot_story, story_pages
from followup_lib.records.errors import FollowupError
from followup_lib.records.tables import Tables
from tests.advice.situations import search
from tests.charts.seen import UNWRITABLE, labeled, outside, shown, texts, touching

MONDAY = dt.date(2026, 3, 16)
FACTS = (
    "applied 2-02; screen 2-20 who 'Ms. Ortiz' via phone said 'the two systems'; thanked 2-23;"
    "interview 3-05; they_promised 3-05 due 3-12 said 'by Thursday'; i_promised 3-05 due 3-18 said "
    "'a sample'; heard_back 3-06 via email; interview_planned 3-06 due 3-25 via video"
)


def lines_of(facts: str) -> list[str]:
    """Return the lines of the story of one application."""
    return describe_story(search({"acme": facts}), "acme", MONDAY).split("\n")


def test_the_story_in_words() -> None:
    """Every event stands on its day with who, how and what was said; then today and what comes."""
    assert lines_of(FACTS) == [
        "Acme, payroll analyst.",
        "Mon, February 2: applied.",
        "Fri, February 20: first call: Ms. Ortiz · by phone · “the two systems”.",
        "Mon, February 23: I said thank you.",
        "Thu, March 5: interview.",
        "Thu, March 5: they said: by Thu, March 12: “by Thursday”.",
        "Thu, March 5: I said: by Wed, March 18: “a sample”.",
        "Fri, March 6: they answered: by e-mail.",
        "Fri, March 6: interview planned for Wed, March 25: by video.",
        "Mon, March 16: today.",
        "Mon, March 16: keep your promise, by Wed, March 18: You said Wed, March 18 for “a "
        "sample”. Sending it early is fine.",
        "Wed, March 18: my promise is due: a sample.",
        "Wed, March 25: interview.",
    ]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        # their date and its grace, passed or ahead
        (
            "interview 3-05; they_promised 3-05 due 3-12 said 'by Thursday'",
            "Thu, March 12: their date: “by Thursday”, plus a grace period, until Mon, March 16.",
        ),
        (
            "interview 3-05; they_promised 3-05 due 3-20",
            "Fri, March 20: their date: plus a grace period, until Tue, March 24.",
        ),
        # promises kept by either side, moved, dropped
        (
            "interview 3-02; they_promised 3-02 due 3-06; kept 3-06",
            "Fri, March 6: they kept their promise.",
        ),
        ("interview 3-02; i_promised 3-02 due 3-06; kept 3-05", "Thu, March 5: I kept my promise."),
        (
            "interview 3-02; they_promised 3-02 due 3-06; moved 3-05 due 3-18",
            "Thu, March 5: the day was moved to Wed, March 18.",
        ),
        ("interview 3-02; i_promised 3-02; dropped 3-05", "Thu, March 5: no longer needed."),
        # offers, holds, outcomes, days of another year or not known
        ("offer 3-13 due 3-23", "Fri, March 13: offer, answer by Mon, March 23."),
        ("interview 3-02; on_hold 3-09", "Mon, March 9: on hold."),
        ("interview 3-02; rejected 3-05", "Thu, March 5: not chosen."),
        ("applied 2025-12-30", "Tue, December 30, 2025: applied."),
        ("applied ?", "day not known: applied."),
        # a reference by name
        (
            "interview 3-02; reference_given 3-04 who amin",
            "Wed, March 4: reference given: Dr. Amin.",
        ),
        # the coming follow-up, with its reason
        (
            "interview 3-05; they_promised 3-05 due 3-20; thanked 3-06",
            "Tue, March 24: time to write, from Tue, March 24: They said Fri, March 20.",
        ),
    ],
)
def test_what_an_event_is_called(facts: str, expected: str) -> None:
    """Events, promises and what comes next have kind, plain words."""
    assert [line for line in lines_of(facts) if line.startswith(expected.removesuffix("."))] != []


def test_nothing_logged_yet_has_a_story() -> None:
    """A story without events has today and a kind sentence."""
    lines = lines_of("")
    assert lines[1] == "Mon, March 16: today."
    assert "Nothing is logged here yet" in lines[2]
    assert "today" in texts(plot_story(search({"acme": ""}), "acme", MONDAY))


def test_what_is_due_today_comes_after_today() -> None:
    """On one day: first what happened, then today's line, what is due, and what comes next."""
    lines = lines_of("interview 3-05; i_promised 3-05 due 3-16 said 'a sample'; heard_back 3-16")
    titles = [line.split(": ")[1].rstrip(".") for line in lines if line.startswith("Mon, March 16")]
    assert titles == [
        *("they answered", "today", "my promise is due", "keep your promise, today"),
    ]


def test_an_unknown_id_is_told() -> None:
    """An id that is in no row is named."""
    with pytest.raises(FollowupError, match="'no-such' is not an application_id"):
        plot_story(search({"acme": FACTS}), "no-such", MONDAY)


def test_what_is_drawn_is_what_is_told() -> None:
    """Every title and day of the text stands on the chart."""
    drawn = " ".join(
        " ".join(text.split())
        for text in texts(plot_story(search({"acme": FACTS}), "acme", MONDAY))
    )
    for line in lines_of(FACTS)[1:]:
        day, title, *_ = line.removesuffix(".").split(": ")
        assert day in drawn
        assert title in drawn


def test_the_spine_has_the_colors_of_the_stages() -> None:
    """The spine is as long as each stage, from its entry to the next, in its color."""
    ax = plot_story(search({"acme": "applied 2-02; interview 3-05"}), "acme", MONDAY)
    spine = labeled(ax, "stages")
    heights = {kind: labeled(ax, kind).get_offsets()[0][1] for kind in ("applied", "interview")}
    (applied, interview) = spine.get_segments()
    assert applied[:, 1].tolist() == [heights["applied"], heights["interview"]]
    assert interview[0][1] == heights["interview"]
    colors = [to_hex(color) for color in spine.get_colors()]
    assert colors == [FILLS[stage].face.lower() for stage in ("applied", "interview")]


def test_grace_is_a_band_from_their_date() -> None:
    """The band of grace begins at their date and ends at the first day after it."""
    facts = "interview 3-05; they_promised 3-05 due 3-12"
    ax = plot_story(search({"acme": facts}), "acme", MONDAY)
    ((start, end),) = labeled(ax, "grace").get_segments()
    assert start[1] == labeled(ax, "they_promised").get_offsets()[0][1]
    today = next(text for text in shown(ax) if text.get_text() == "today")
    assert abs(end[1] - today.get_position()[1]) < 20  # Mon, March 16 is today


def test_a_pause_is_told() -> None:
    """A week or more without an event is told in words, less is not."""
    ax = plot_story(search({"acme": "applied 2-02; screen 2-08; interview 3-05"}), "acme", MONDAY)
    assert [text for text in texts(ax) if "later" in text] == ["25 days later", "11 days later"]


def test_a_long_pause_is_told_in_months() -> None:
    """From about three months on a pause counts months: nobody pictures 594 days."""
    ax = plot_story(search({"acme": "applied 2024-03-04; interview 2025-10-19"}), "acme", MONDAY)
    assert [text for text in texts(ax) if "later" in text] == [
        "20 months later",
        "five months later",
    ]


def long_story() -> Tables:
    """Return a search whose one application has 40 events with long words."""
    said = f"a long sentence about invoices, schedules and {UNWRITABLE} the move to a new system"
    how = f"who 'Dr. Featherstonehaugh-Vandenberghe' via email said '{said}'"
    steps = ["wrote", "heard_back", "called", "they_promised", "interview", "thanked", "kept"]
    events = [f"{steps[n % 7]} {2 + n // 28}-{1 + n % 28} {how}" for n in range(40)]
    jobs = {"acme": {"company": "Brindlewick Laboratories and Field Instruments Cooperative"}}
    return search({"acme": "; ".join(["applied 2025-11-03", *events])}, jobs)


@pytest.fixture(scope="module", params=[380, 690])
def long(request: pytest.FixtureRequest) -> Axes:
    """Return a long story, narrow and wide."""
    ax = plot_story(long_story(), "acme", MONDAY, size=request.param)
    chart_png(ax.get_figure(root=True), scale=1)
    return ax


def test_no_words_overlap(long: Axes) -> None:
    """With 40 events and long words no two texts touch, and none leaves the picture."""
    assert len(shown(long)) > 80
    assert touching(long) == []
    assert outside(long) == []


def test_forty_events_on_pages() -> None:
    """A long story keeps every entry, page after page; nothing touches, nothing leaves a page."""
    facts = "; ".join(
        f"{event} 2-{1 + n // 2:02} said 'word {n} of a long talk about who does what'"
        for n, event in enumerate(["applied", "screen", *["wrote", "heard_back"] * 19])
    )
    tables = search({"acme": facts})
    pages = story_pages(tables, "acme", MONDAY)
    assert len(pages) > 1
    drawn = []
    for ax in pages:
        chart_png(ax.get_figure(root=True), scale=1)
        assert ax.get_figure(root=True).get_figheight() <= 9.7
        assert outside(ax) == []
        assert touching(ax) == []
        drawn += texts(ax)
    for n in range(40):
        assert [text for text in drawn if f"“word {n} of" in text.replace("\n", " ")] != []
    assert f"Acme, payroll analyst · page 2 of {len(pages)}" in drawn


def test_a_short_story_is_one_page() -> None:
    """What fits one page has no page number."""
    (ax,) = story_pages(search({"acme": FACTS}), "acme", MONDAY)
    assert "Acme, payroll analyst" in texts(ax)
