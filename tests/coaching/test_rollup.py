"""The roll-up over all clients: counts with their n, waits pooled, nothing said of too few."""

import csv
import datetime as dt
import io
from pathlib import Path

import pandas as pd
import pytest

from followup_lib.advice.waits import pooled
from followup_lib.app.workspace import home as searches
from followup_lib.charts import describe_due, plot_due, waits
from followup_lib.cli import main
from followup_lib.coaching.clients import clients, searches_in
from followup_lib.coaching.rollup import RollUp, roll_up
from followup_lib.coaching.rollup_words import as_csv, describe_roll_up, in_cells
from followup_lib.pages.clients.model import RollUpModel
from followup_lib.pages.clients.view import as_table
from followup_lib.records import edits
from followup_lib.records.tables import Tables
from followup_lib.records.vocabulary import Event
from followup_lib.store.new_search import create_search, practice_copy
from followup_lib.store.search import JobSearch

TODAY = dt.date(2026, 3, 16)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with two full searches, one with two interviews, and the practice copy."""
    practice_copy(tmp_path / "Maya")
    practice_copy(tmp_path / "Ruth").set_settings("seeker", name="Ruth Amsel")
    practice_copy(tmp_path / "Practice")
    tom = create_search(tmp_path / "Tom Wing", name="Tom Wing")
    for company in ("Alder", "Birch"):
        tom.edit("an interview", lambda tables, company=company: interviewed(tables, company))
    return tmp_path


def interviewed(tables: Tables, company: str) -> Tables:
    """Return the tables with an interview at a company a week ago."""
    tables, application_id = edits.add_application(tables, company=company, job_title="Clerk")
    return edits.log(tables, application_id, Event.INTERVIEW, dt.date(2026, 3, 9))


def made_of(place: Path) -> RollUp:
    """Return the roll-up of a folder."""
    return roll_up(searches_in(place), lambda tables: tables.settings.today or TODAY)


def row(made: RollUp, client: str) -> pd.Series:
    """Return the row of a client."""
    return made.table.set_index("client").loc[client]


def test_the_last_row_is_the_sum_of_the_others(place: Path) -> None:
    """Every count of all clients is what the clients' own rows add up to."""
    table = made_of(place).table.set_index("client")
    counts = table.drop(columns="half_answered_within_days")
    assert (counts.loc["All clients"] == counts.drop("All clients").sum()).all()


def test_counts_are_those_of_the_list(place: Path) -> None:
    """What is due for a client is what the list of clients says."""
    made = made_of(place)
    listed = clients(searches_in(place), lambda tables: tables.settings.today or TODAY)
    for client in listed:
        if client.folder.name != "Practice":
            counts = row(made, client.name)
            assert (counts["for_today"], counts["coming_up"]) == (client.due, client.coming)
            assert (counts["late"], counts["at_rest"]) == (client.late, client.resting)


def test_the_practice_copy_is_nobody(place: Path) -> None:
    """An invented search is in no number."""
    assert made_of(place).n == 3
    assert list(made_of(place).table["client"]).count("Maya Lindqvist") == 1


def test_waits_are_pooled_one_by_one(place: Path, sample: Tables) -> None:
    """Two equal searches have each wait twice, so the middle stays where it was."""
    own = waits(sample, TODAY)
    both = pooled([own.rows, own.rows])
    assert len(both.rows) == 2 * len(own.rows)
    assert both.median == own.median
    assert row(made_of(place), "All clients")["interviews"] == 2 * len(own.rows) + 2


def test_nothing_is_said_of_fewer_than_five(place: Path) -> None:
    """Tom's two interviews are counted and have no middle; with his alone, no chart either."""
    counts = row(made_of(place), "Tom Wing")
    assert counts["interviews"] == 2
    assert pd.isna(counts["half_answered_within_days"])
    alone = roll_up([place / "Tom Wing"], lambda _: TODAY)
    due, how = describe_roll_up(alone)
    assert due.startswith("This week, across one client: ")
    assert how.startswith("2 interviews so far, 2 still waiting")


def test_the_csv_has_counts_and_no_firm(place: Path) -> None:
    """The file has a row for each client and one of all; of their people and firms nothing."""
    text = as_csv(made_of(place)).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [line["client"] for line in rows][-1] == "All clients"
    assert rows[-1]["interviews"]
    held = JobSearch(place / "Maya").read()
    for name in (*held.applications["company"], *held.people["name"]):
        assert name not in text


def test_what_cannot_be_read_is_named(place: Path) -> None:
    """A damaged search is in no number, and the last sentence says so."""
    (place / "Ruth" / "timeline.csv").write_bytes(b"")
    made = made_of(place)
    assert made.n == 2
    assert describe_roll_up(made)[-1] == "Not counted, because they cannot be read: Ruth."


def test_no_clients_is_a_sentence(tmp_path: Path) -> None:
    """An empty folder has a sentence, and no chart of nothing."""
    assert describe_roll_up(made_of(tmp_path)) == ["There are no clients here yet."]


def test_the_command_writes_table_and_chart(place: Path, capsys: pytest.CaptureFixture) -> None:
    """`followup rollup` writes .csv and .png, tells it with --text, and asks for one of them."""
    where = ["--folder", str(place)]
    for name, begin in (("r.csv", b"\xef\xbb\xbfclient,"), ("r.png", b"\x89PNG")):
        assert main(["rollup", str(place / name), *where]) == 0
        assert (place / name).read_bytes().startswith(begin)
    assert main(["rollup", "--text", *where]) == 0
    assert "across three clients" in capsys.readouterr().out
    assert main(["rollup", *where]) == 2
    assert main(["rollup", str(place / "r.doc"), *where]) == 2


def test_the_page_shows_it_when_asked(home: Path) -> None:
    """Nothing is read before; then sentences, a table, two charts of two sizes, and a file."""
    practice_copy(searches() / "Maya")
    model = RollUpModel()
    assert (model.lines, model.cells, model.due, model.waits) == ([], [], [], [])
    assert "one client" in model.show()
    assert len(model.lines) == 2
    assert [row[0] for row in model.cells] == ["Client", "Maya Lindqvist", "All clients"]
    pictures = [*model.due, *model.waits]
    assert len(pictures) == 4
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
    assert model.due_alt.startswith("Due this week, for 1 of 1 client")
    assert model.file()[0] == "roll-up.csv"


def test_every_middle_has_its_n(place: Path) -> None:
    """In the table a middle, or that there is none, stands with the interviews it is of."""
    titles, *rows = in_cells(made_of(place))
    cells = {row[0]: dict(zip(titles, row, strict=True)) for row in rows}
    within = {name: row["Half had an answer within"] for name, row in cells.items()}
    n = {name: row["Interviews"] for name, row in cells.items()}
    assert within["Tom Wing"] == "too few (n = 2)"
    assert all(text.endswith(f"(n = {n[name]})") for name, text in within.items())


def test_a_middle_of_five_is_named() -> None:
    """With the fifth interview the middle is said; with four it is not, whatever was counted."""
    counts = {"for_today": 1, "coming_up": 0, "late": 0, "at_rest": 0, "still_waiting": 0}
    table = pd.DataFrame(
        [
            {"client": "Ada", **counts, "interviews": n, "half_answered_within_days": 9}
            for n in (4, 5)
        ]
    )
    made = RollUp(table, pooled([]), [])
    assert [row[-1] for row in in_cells(made)[1:]] == ["too few (n = 4)", "nine days (n = 5)"]


def test_the_table_is_a_table_with_nothing_typed_left_raw() -> None:
    """Every title and every name is a header cell, and a name is only ever text."""
    shown = as_table([["Client", "For today"], ["<b>Ada</b>", "3"]])
    assert shown.count('<th scope="col">') == 2
    assert '<th scope="row">&lt;b&gt;Ada&lt;/b&gt;</th><td>3</td>' in shown
    assert as_table([]) == ""


DUE = pd.DataFrame(
    [("Ada", 3, 1, 1), ("Ben", 0, 2, 0), ("Cleo", 0, 0, 0)],
    columns=["client", "for_today", "coming_up", "late"],
)


def test_the_chart_of_the_week_is_the_table() -> None:
    """Bars are as long as the counts, who has nothing has none, and the words say the same."""
    ax = plot_due(DUE)
    lengths = [[bar.get_width() for bar in bars] for bars in ax.containers]
    assert lengths == [[3, 0], [1, 2]]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Ada", "Ben"]
    numbers = "Ada 3 today, 1 coming up; 1 late. Ben 0 today, 2 coming up."
    assert describe_due(DUE) == f"Due this week, for 2 of 3 clients: {numbers}"


def test_many_clients_are_cut_and_it_is_said() -> None:
    """Twenty are drawn, those with most to do; the others stand in the table."""
    many = pd.concat([DUE.head(1)] * 24 + [DUE.tail(2)], ignore_index=True)
    assert len(plot_due(many).get_yticks()) == 20
    assert describe_due(many).endswith("Five more clients in the table.")


def test_nothing_due_is_a_sentence() -> None:
    """With nothing due no empty chart is drawn."""
    assert not plot_due(DUE.tail(1)).axison
    assert describe_due(DUE.tail(1)) == "Nothing is due this week for any of these clients."
