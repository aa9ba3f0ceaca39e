"""Small random worlds of results, and what anyone can work out of sums over their blocks."""

import itertools

import numpy as np
import pandas as pd
from scipy.optimize import linprog

from data.intake.publishing.blocks.books import Minima

MINIMA = Minima(10, 10)
TRIED = 2000
"""Groups of a world that are tried at most."""


def world(seed):
    """One row per school, grade and subject of a region of 4 to 25 schools."""
    rng = np.random.default_rng(seed)
    many = rng.integers(4, 26)
    schools = pd.DataFrame(
        {
            "school_id": [f"s{number}" for number in range(many)],
            "oktmo": rng.integers(0, rng.integers(1, 6), many).astype(str),
            "locality": rng.choice(["urban", "rural"], many),
            "low_performing": rng.random(many) < 0.3,
            "entry_year": rng.choice([0, 2021, 2022], many, p=[0.6, 0.2, 0.2]),
            "panel": rng.random(many) < 0.7,
        }
    )
    works = itertools.product((4, 5)[: rng.integers(1, 3)], ("a", "b")[: rng.integers(1, 3)])
    most, share = rng.choice([6, 16, 40]), rng.choice([0.03, 0.2, 0.5, 0.9])
    rows = pd.concat(
        [
            schools.assign(grade=grade, subject=subject, results=rng.integers(1, most, many))
            for grade, subject in works
        ]
    )
    rows["below"] = rng.binomial(rows["results"], share)
    return rows[rng.random(len(rows)) < 0.9].sort_values("school_id", ignore_index=True)


def sums(pair):
    """One row per block of either book: which of the results it adds up."""
    return np.array([side == block for side in pair for block in np.unique(side)], float)


def ranges(known, rows):
    """Least and most below of each result that agree with every sum, by linear programming."""
    bounds = [(0, most) for most in rows["results"]]
    limits = []
    for place in range(len(rows)):
        one = np.eye(len(rows))[place]
        ends = [
            sign * linprog(sign * one, A_eq=known, b_eq=known @ rows["below"], bounds=bounds).fun
            for sign in (1, -1)
        ]
        limits.append(ends)
    return np.array(limits)


def small_groups(rows, free):
    """Yield groups of up to three of the results that can vary, together fewer than ten."""
    results = rows["results"].to_numpy()
    groups = itertools.chain(*(itertools.combinations(free, size) for size in (1, 2, 3)))
    small = (list(group) for group in groups if results[list(group)].sum() < MINIMA.group)
    return itertools.islice(small, TRIED)


def is_combination(known, group, free):
    """Tell whether adding and subtracting sums gives the number below of a group alone."""
    part = known[:, free]
    wanted = np.isin(free, group).astype(float)
    return np.linalg.norm(part.T @ np.linalg.lstsq(part.T, wanted, rcond=None)[0] - wanted) < 1e-7
