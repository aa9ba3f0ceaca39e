"""The order and the heights of two sides joined by lines, so that few lines cross."""

from statistics import fmean

import numpy as np
import pandas as pd

SWEEPS = 12
Heights = dict[str, float]


def ordered(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    """Order both ends of lines by barycentres; the best of twelve sweeps, the first of equals.

    The heuristic does not promise the fewest crossings. Ends that are drawn alike keep the order
    in which they were given, so the same lines always give the same order.
    """
    sides = list(dict.fromkeys(left)), list(dict.fromkeys(right))
    best, fewest = sides, crossings(left, right, sides)
    for _ in range(SWEEPS):
        first = _by_barycentre(sides[0], left, right, sides[1])
        sides = first, _by_barycentre(sides[1], right, left, first)
        found = crossings(left, right, sides)
        if found < fewest:
            best, fewest = sides, found
    return best


def crossings(left: list[str], right: list[str], sides: tuple[list[str], list[str]]) -> int:
    """Count the pairs of lines that cross; those from one end to one end do not."""
    starts = np.array([sides[0].index(end) for end in left])
    ends = np.array([sides[1].index(end) for end in right])
    turned = np.subtract.outer(starts, starts) * np.subtract.outer(ends, ends) < 0
    return int(turned.sum()) // 2


def places(
    rows: pd.DataFrame, mentors: list[str], mentees: list[str], tall: float, row: float
) -> tuple[Heights, Heights]:
    """Give the middle of each school, px: the longer side evenly, the other by its partners."""
    columns = "mentor_id", "mentee_id"
    if len(mentors) > len(mentees):
        even = _evenly(mentors, tall)
        return even, _beside(rows, columns, mentees, even, tall, row)
    even = _evenly(mentees, tall)
    return _beside(rows, columns[::-1], mentors, even, tall, row), even


def _by_barycentre(
    side: list[str], own: list[str], partners: list[str], other: list[str]
) -> list[str]:
    where = {end: i for i, end in enumerate(other)}
    met: dict[str, list[int]] = {end: [] for end in side}
    for end, partner in zip(own, partners, strict=True):
        met[end].append(where[partner])
    return sorted(side, key=lambda end: fmean(met[end]))


def _evenly(side: list[str], tall: float) -> Heights:
    return {end: round((i + 0.5) * tall / len(side), 1) for i, end in enumerate(side)}


def _beside(
    rows: pd.DataFrame,
    columns: tuple[str, str],
    side: list[str],
    even: Heights,
    tall: float,
    row: float,
) -> Heights:
    """Put each school at the mean height of its partners, in the given order and apart."""
    partners, own = columns
    met = rows[partners].map(even).astype(float).groupby(rows[own])
    wanted = met.mean().reindex(side).to_numpy()
    steps = np.arange(len(side)) * min(row, tall / max(len(side), 1))
    half = steps[1:2].sum() / 2
    down = np.maximum.accumulate(np.maximum(wanted, half) - steps) + steps
    limit = tall - half - steps[::-1]
    return dict(zip(side, np.minimum(down, limit).round(1).tolist(), strict=True))
