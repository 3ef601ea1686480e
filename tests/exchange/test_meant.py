"""Nothing is silently wrong: what is read of lists people write is meant, or asked, or marked."""

from collections import Counter

from tests.exchange.meant import MEANT
from tests.exchange.messy import preview_of
from tests.exchange.silently import ASKED, INFERRED, RIGHT, WRONG, verdicts


def judged(name: str, *, answers: dict[str, str] | None = None) -> list[str]:
    """Return the verdict on each row of a list that was read."""
    file, meant = MEANT[name]
    first = file.count("\n") - len(meant) + 1
    return [each for _, each in verdicts(preview_of(file, answers=answers), first, meant)]


def test_nothing_is_silently_wrong() -> None:
    """Over all lists whose meaning is known, no row is read as what its author did not mean."""
    table = {name: Counter(judged(name)) for name in MEANT}
    total: Counter[str] = sum(table.values(), Counter())
    print(f"\n{'':45}{RIGHT:>7}{ASKED:>7}{INFERRED:>10}{WRONG:>7}")
    for name, counts in [*table.items(), (f"{len(table)} lists", total)]:
        print(f"{name:45}{counts[RIGHT]:7}{counts[ASKED]:7}{counts[INFERRED]:10}{counts[WRONG]:7}")
    assert {name for name, counts in table.items() if counts[WRONG]} == set()
    assert len(MEANT) >= 40
