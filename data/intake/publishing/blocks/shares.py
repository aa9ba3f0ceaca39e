"""Count what each school has in a block, and how large that is, also without any one school."""

from typing import NamedTuple

import numpy as np
import pandas as pd


class Shares(NamedTuple):
    """What each school has in a block: the schools' numbers, and their results by subject."""

    schools: np.ndarray
    results: np.ndarray


class ByGroup(dict[int, Shares]):
    """The shares of each group; cut out when they are asked for, which most never are."""

    def __init__(self, starts: np.ndarray, every: Shares) -> None:
        super().__init__()
        self._ends = np.append(starts, len(every.schools))
        self._every = every

    def __missing__(self, group: int) -> Shares:
        own = slice(self._ends[group], self._ends[group + 1])
        return Shares(self._every.schools[own], self._every.results[own])


def of_groups(rows: pd.DataFrame, of_row: np.ndarray) -> tuple[ByGroup, np.ndarray, np.ndarray]:
    """Count by subject the results of each school of each group, and the groups' sizes.

    Groups are numbered from 0 on, without a gap. Sizes are those of `sizes`, group by group.
    """
    subjects, names = pd.factorize(rows["subject"])
    schools, every = pd.factorize(rows["school_id"])
    place, held = pd.factorize(of_row * len(every) + schools, sort=True)
    cells = place * len(names) + subjects
    results = np.bincount(cells, rows["results"], len(held) * len(names))
    results = results.reshape(len(held), len(names))
    group, school = np.divmod(held, len(every))
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    sums = np.add.reduceat(results, starts)
    rest = np.minimum.reduceat((sums[group] - results).max(axis=1), starts)
    alone = np.diff(starts, append=len(held)) == 1
    found = ByGroup(starts, Shares(school, results))
    return found, sums.max(axis=1), np.where(alone, np.inf, rest)


def sizes(results: np.ndarray) -> tuple[float, float]:
    """Count results of the subject that has the most: of all schools, and without any one of them.

    The second is infinite where there is a single school.
    """
    every = results.sum(axis=0)
    rest = (every - results).max(axis=1).min() if len(results) > 1 else np.inf
    return float(every.max()), float(rest)


def together(one: Shares, other: Shares) -> Shares:
    """Add up what each school has in two blocks."""
    both = np.concatenate([one.schools, other.schools])
    order = both.argsort(kind="stable")
    both, results = both[order], np.concatenate([one.results, other.results])[order]
    starts = np.flatnonzero(both[1:] != both[:-1]) + 1
    starts = np.concatenate([[0], starts])
    return Shares(both[starts], np.add.reduceat(results, starts))
