"""Prove what can be worked out from two books of sums over the same results.

Let blocks be the corners of a graph, and the results that a municipal and a regional block share
an edge. Whatever is added and subtracted from sums of both books weighs an edge by the difference
of what it gives to its ends, so what does not cancel out contains a cut. If no cut has fewer than
the minimum of results in one subject, no such number speaks of fewer pupils, on whatever page,
present or future, its parts stand. What bounds add (below is between none and all) is in `told`.
"""

import numpy as np
import pandas as pd
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components


def sides(
    municipal: np.ndarray, regional: np.ndarray, rows: pd.DataFrame, minimum: int
) -> tuple[np.ndarray, np.ndarray]:
    """Number for each row the part of the graph that its two blocks are in.

    Inside a part no cut is lighter than the minimum: an edge of the minimum is in no lighter cut,
    so its ends are one, and edges between what is one add up. Where the two numbers of a row
    differ, there may be a light cut.
    """
    one, other = _corners(municipal, regional)
    part = np.arange(other.max() + 1)
    low, high, results = one, other, rows["results"].to_numpy()
    subject = pd.factorize(rows["subject"])[0]
    while True:
        low, high, subject, results = _added_up(low, high, subject, results)
        heavy = results >= minimum
        if not heavy.any():
            return part[one], part[other]
        joined = _parts(low[heavy], high[heavy], len(part), "weak")
        part, low, high = joined[part], joined[low], joined[high]


def told(municipal: np.ndarray, regional: np.ndarray, rows: pd.DataFrame) -> np.ndarray:
    """Tell of each row whether its number below is known unshown: none, or every one.

    What could be otherwise goes round in a circle, more here and less there, between none and all
    (D. Gusfield, A graph theoretic approach to statistical data security, SIAM Journal on
    Computing 17, 1988); an edge between two strongly connected parts is in no circle.
    """
    one, other = _corners(municipal, regional)
    results, below = rows["results"].to_numpy(), rows["below"].to_numpy()
    more, less = below < results, below > 0
    tail, head = np.r_[one[more], other[less]], np.r_[other[more], one[less]]
    part = _parts(tail, head, other.max() + 1, "strong")
    apart: np.ndarray = part[one] != part[other]
    return apart


def _corners(municipal: np.ndarray, regional: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Number the blocks of both books through."""
    one, other = pd.factorize(municipal)[0], pd.factorize(regional)[0]
    return one, other + one.max() + 1


def _parts(tail: np.ndarray, head: np.ndarray, corners: int, connection: str) -> np.ndarray:
    graph = coo_matrix((np.ones(len(tail)), (tail, head)), shape=(corners, corners))
    part: np.ndarray = connected_components(graph, connection=connection)[1]
    return part


def _added_up(
    one: np.ndarray, other: np.ndarray, subject: np.ndarray, results: np.ndarray
) -> tuple[np.ndarray, ...]:
    """Add up results of one subject between the same two corners; drop what joins one to itself."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    apart = low != high
    low, high, subject, results = (cells[apart] for cells in (low, high, subject, results))
    if not len(results):
        return low, high, subject, results
    key = (low * (high.max() + 1) + high) * (subject.max() + 1) + subject
    order = key.argsort(kind="stable")
    starts = np.flatnonzero(np.diff(key[order], prepend=-1))
    first = order[starts]
    return low[first], high[first], subject[first], np.add.reduceat(results[order], starts)
