"""Room for words inside axes: beside the lines and marks, so that they stand at what they say."""

from collections.abc import Iterable

import numpy as np

from followup_lib.charts.look import SMALL, width

STEP, APART, HIGH = 3, 4, 14
"""Pixels from point to point of what is taken, between it and words, and of a line of words."""
Point = tuple[float, float]


def along(line: np.ndarray) -> np.ndarray:
    """Return the points of a line, `STEP` pixels apart, from those at which it turns."""
    length = np.append(0, np.cumsum(np.hypot(*np.diff(line, axis=0).T)))
    at = np.arange(0, length[-1] + STEP, STEP)
    return np.column_stack([np.interp(at, length, side) for side in line.T])


def block(words: str) -> Point:
    """Return how wide and high small words are, in pixels."""
    lines = words.split("\n")
    return max(width(line, SMALL) for line in lines), HIGH * len(lines)


class Free:
    """Axes of so many pixels, and the points in them that are taken."""

    def __init__(self, room: Point, *taken: np.ndarray) -> None:
        self.room, self.taken = room, np.concatenate(taken)

    def place(self, words: str, corners: Iterable[Point]) -> Point | None:
        """Return the first lower left corner where `words` touch nothing, and take their room."""
        size = np.array(block(words))
        for corner in corners:
            low, high = np.array(corner), corner + size
            inside = (low >= 0).all() and (high <= self.room).all()
            near = (self.taken > low - APART) & (self.taken < high + APART)
            if inside and not near.all(axis=1).any():
                edge = np.array([low, (low[0], high[1]), high, (high[0], low[1]), low])
                self.taken = np.concatenate([self.taken, along(edge)])
                return corner
        return None
