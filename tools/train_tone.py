"""Train the small model of the tone check and measure it on writers it has not seen.

In an environment of its own, with what the product needs and scikit-learn:
python -m tools.train_tone
"""

import csv
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from followup_lib.tone.check import phrase_in
from followup_lib.tone.features import features

CHECKOUT = Path(__file__).parent.parent
LINES = CHECKOUT / "tests" / "tone" / "lines"
WEIGHTS = CHECKOUT / "followup_lib" / "tone" / "weights.tsv"
SEEN = 2
"""Lines a feature must be in."""
STRENGTH = 2.0
COUNTED = ("shouting",)
"""Kinds the check finds by counting marks and capitals, and so never names by the model."""
KEPT_OUT = ("designer", "controller", "office-temp", "shop-manager")
"""Writers the shipped weights never see; tests/tone/test_model.py holds a floor there."""
OURS = "our-letters"
"""Sentences of our own letters: trained on, and too easy to set a threshold by."""
LEFT_ALONE = 0.955
"""Share of seekers' fine lines, each by an unseen writer, that the threshold leaves alone."""
SURELY_FINE = 0.70
"""Share of fine lines of unseen writers in which a pattern is not believed."""


class Way(NamedTuple):
    """How a model is fitted: `kept` weights are shipped, those that move the most lines the most.

    `rarity` is the power of a feature's rarity that raises it: the telling words are seldom the
    usual ones. `weight` "balanced" lets each outcome count alike, however many lines it has.
    """

    kept: int
    rarity: int
    letters: bool
    weight: str | None


JUDGE = Way(kept=16_000, rarity=3, letters=True, weight=None)
KINDS = Way(kept=16_000, rarity=2, letters=False, weight="balanced")


class Line(NamedTuple):
    """A line of the data."""

    label: str
    kind: str
    writer: str
    text: str


class Fit(NamedTuple):
    """A linear model: one row of weights for each of its outcomes."""

    names: list[str]
    weights: np.ndarray
    starts: np.ndarray
    outcomes: list[str]

    def scores(self, seen: list[dict[str, float]]) -> np.ndarray:
        """Return a row of scores for each line."""
        return np.asarray(_matrix(seen, self.names) @ self.weights.T + self.starts)


def read_lines() -> list[Line]:
    """Return all lines, writer by writer."""
    found = []
    for file in sorted(LINES.glob("*.tsv")):
        with file.open(encoding="utf-8", newline="") as rows:
            reader = csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
            found += [Line(*row) for row in list(reader)[1:]]
    return found


def _matrix(seen: list[dict[str, float]], names: list[str]) -> csr_matrix:
    place = {name: at for at, name in enumerate(names)}
    values, columns, ends = [], [], [0]
    for line in seen:
        here = [(place[name], value) for name, value in line.items() if name in place]
        columns += [at for at, _ in here]
        values += [value for _, value in here]
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(seen), len(names)))


def fit(seen: list[dict[str, float]], outcomes: list[str], way: Way) -> Fit:
    """Fit a model and keep its most telling weights, rounded as they are shipped."""
    counted = Counter(name for line in seen for name in line if way.letters or name[0] != "#")
    names = sorted(name for name, n in counted.items() if n >= SEEN)
    times = np.array([counted[name] for name in names])
    raised = (np.log(len(seen) / times) / 4) ** way.rarity
    model = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3, class_weight=way.weight)
    model.fit(_matrix(seen, names).multiply(raised).tocsr(), outcomes)
    found = model.coef_ * raised
    telling = abs(found) * np.sqrt(times)
    found[telling < np.sort(telling, axis=None)[-way.kept]] = 0
    here = np.flatnonzero(found.any(axis=0))
    return Fit(
        [names[at] for at in here],
        found[:, here].round(2),
        model.intercept_.round(2),
        list(model.classes_),
    )


def held_out(lines: list[Line], seen: list[dict[str, float]]) -> np.ndarray:
    """Return the score of each line by a model that has seen no line of its writer.

    Those kept out of training are scored by the model that is shipped.
    """
    scores = np.zeros(len(lines))
    trained = np.array([line.writer not in KEPT_OUT for line in lines])
    for writer in sorted({line.writer for line in lines}):
        of_writer = np.array([line.writer == writer for line in lines])
        known, new = np.flatnonzero(trained & ~of_writer), np.flatnonzero(of_writer)
        labels = [str(lines[at].label == "bad") for at in known]
        model = fit([seen[at] for at in known], labels, JUDGE)
        scores[new] = model.scores([seen[at] for at in new])[:, 0]
    return scores


def interval(found: int, n: int) -> str:
    """Return a share in percent with its Wilson interval of 95 %."""
    share, z = found / n, 1.96
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z / (1 + z * z / n) * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return f"{100 * share:.0f} % ({100 * (middle - reach):.0f}–{100 * (middle + reach):.0f})"


def table(lines: list[Line], flagged: dict[str, np.ndarray]) -> str:
    """Return the report: for each writer and way of checking, bad found and fine left alone."""
    rows = [f"| writer | n bad, n fine | {' | '.join(flagged)} |"]
    rows.append("| --- " * (2 + len(flagged)) + "|")
    writers = sorted({line.writer for line in lines})
    bad = np.array([line.label == "bad" for line in lines])
    for name in [*writers, "all"]:
        here = np.array([name in ("all", line.writer) for line in lines])
        n_bad, n_fine = int((bad & here).sum()), int((~bad & here).sum())
        cells = []
        for found in flagged.values():
            hits = int((found & bad & here).sum()) if n_bad else 0
            left = int((~found & ~bad & here).sum())
            hit = interval(hits, n_bad) if n_bad else "–"
            cells.append(f"{hit}; {interval(left, n_fine)}")
        rows.append(f"| {name} | {n_bad}, {n_fine} | {' | '.join(cells)} |")
    return "\n".join(rows)


def write(judge: Fit, kinds: Fit, bad: float, fine: float) -> None:
    """Write the weights: thresholds and kinds, starts of the kinds, then a line for a feature.

    There its own weight and, after the number of each kind it speaks for or against, that one's;
    all in hundredths.
    """
    by_kind = dict(zip(kinds.names, kinds.weights.T, strict=True))
    head = [f"{bad:.2f}", f"{fine:.2f}", f"{judge.starts[0]:.2f}", *kinds.outcomes]
    rows = ["\t".join(head), "\t".join(str(_hundredths(start)) for start in kinds.starts)]
    own = dict(zip(judge.names, judge.weights[0], strict=True))
    for name in sorted({*own, *by_kind}):
        told = [
            f"{at}:{_hundredths(by_kind[name][at])}" for at in np.flatnonzero(by_kind.get(name, 0))
        ]
        rows.append("\t".join([name, str(_hundredths(own.get(name, 0.0))), *told]))
    WEIGHTS.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _hundredths(number: float) -> int:
    return round(100 * number)


def main() -> None:
    """Measure, then train on all lines and write."""
    lines = read_lines()
    seen = [features(line.text) for line in lines]
    bad = np.array([line.label == "bad" for line in lines])
    scores = held_out(lines, seen)
    trained = np.array([line.writer not in KEPT_OUT for line in lines])
    theirs = np.array([line.writer != OURS for line in lines])
    high, low = np.quantile(scores[~bad & trained & theirs], [LEFT_ALONE, SURELY_FINE])
    phrases = np.array([phrase_in(line.text) for line in lines])
    both = (scores > high) | (phrases & (scores > low))
    print(table(lines, {"patterns": phrases, "model": scores > high, "both": both}))
    of_all = np.flatnonzero(trained)
    of_bad = [at for at in np.flatnonzero(trained & bad) if lines[at].kind not in COUNTED]
    labels = [str(lines[at].label == "bad") for at in of_all]
    kinds = [lines[at].kind for at in of_bad]
    write(
        fit([seen[at] for at in of_all], labels, JUDGE),
        fit([seen[at] for at in of_bad], kinds, KINDS),
        high,
        low,
    )
    print(f"{WEIGHTS.stat().st_size:,} bytes, thresholds {high:.2f} and {low:.2f}")


if __name__ == "__main__":
    main()
