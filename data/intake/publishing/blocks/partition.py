"""Join the groups of one book into blocks until each is safe, each time where that hides least."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from data.intake.publishing.blocks.books import Book, Minima

MIXED = -1
"""In the place of a group's number: a block has results of several groups of that grouping."""


class Shares(NamedTuple):
    """What each school has in a block: the schools' numbers, and their results by subject."""

    schools: np.ndarray
    results: np.ndarray


class Partition:
    """Blocks of one book over the results of one region, procedure and year.

    `rows` has one row per school, grade and subject with the keys of the book and `results`;
    `before` gives each row's block in the version before: what was together stays together.
    """

    def __init__(
        self, rows: pd.DataFrame, book: Book, minima: Minima, before: pd.Series | None = None
    ) -> None:
        self._minima = minima
        self._of_row = rows.groupby(list(book.keys), sort=True).ngroup().to_numpy()
        count = int(self._of_row.max()) + 1
        self.results = np.bincount(self._of_row, rows["results"], count)
        self.is_block = np.ones(count, bool)
        self._joined_to = np.arange(count)
        self._prices = np.array(list(book.prices.values()))
        self._group = _groups(rows, self._of_row, book)
        self._shown = np.append(np.ones(self._group.max() + 1), 0.0)
        self._near = _places(self._group[:, 0])
        self._shares, self._most, self._least_rest = _shares(rows, self._of_row)
        if before is not None:
            self._keep_together(before)

    def blocks(self) -> np.ndarray:
        """Give the number of each row's block."""
        found = self._joined_to
        while (found != found[found]).any():
            found = found[found]
        of_row: np.ndarray = found[self._of_row]
        return of_row

    def settle(self) -> None:
        """Join every unsafe block with others until it is safe or alone."""
        while len(unsafe := np.flatnonzero(self._is_unsafe())):
            block = int(unsafe[np.argmin(self.results[unsafe])])
            found = self.cheapest(block, self.is_block)
            if found is None:
                return
            self.join(block, found[1])

    def cheapest(self, block: int, may: np.ndarray) -> tuple[float, int] | None:
        """Find the partner with which least is hidden, and what that costs; None: there is none.

        Partners are blocks that `may` be, of the block's own group of the first grouping, if it
        has any other.
        """
        first = self._group[block, 0]
        near = self._near[first] if first != MIXED else np.empty(0, int)
        partners = near[may[near] & (self._group[near, 0] == first) & (near != block)]
        if not len(partners):
            partners = np.flatnonzero(may)
            partners = partners[partners != block]
        if not len(partners):
            return None
        costs = self._costs(block, partners)
        least = costs.min()
        best = partners[costs == least]
        return float(least), int(best[np.argmin(self.results[best])])

    def join(self, block: int, other: int) -> None:
        """Make one block of two; groups that either had a part of are no longer shown."""
        apart = self._group[block] != self._group[other]
        self._shown[self._group[block, apart]] = self._shown[self._group[other, apart]] = 0.0
        self._group[block, apart] = MIXED
        self.results[block] += self.results[other]
        self._shares[block] = _together(self._shares[block], self._shares.pop(other))
        self._most[block], self._least_rest[block] = _sizes(self._shares[block].results)
        self.is_block[other] = False
        self._joined_to[other] = block

    def _costs(self, block: int, partners: np.ndarray) -> np.ndarray:
        """Add up the prices of what joining with each of the partners would hide."""
        mine, theirs = self._group[block], self._group[partners]
        lost = self._shown[theirs] + self._shown[mine]
        cost: np.ndarray = ((theirs != mine) * lost) @ self._prices
        return cost

    def _is_unsafe(self) -> np.ndarray:
        few = (self._most < self._minima.group) | (self._least_rest < self._minima.rest)
        return few & self.is_block

    def _keep_together(self, before: pd.Series) -> None:
        known = pd.DataFrame({"group": self._of_row, "block": before.to_numpy()})
        for _, together in known.dropna().drop_duplicates().groupby("block")["group"]:
            for other in together.iloc[1:]:
                one, two = (self._block_of(int(group)) for group in (together.iloc[0], other))
                if one != two:
                    self.join(one, two)

    def _block_of(self, group: int) -> int:
        while self._joined_to[group] != group:
            group = int(self._joined_to[group])
        return group


def safe(rows: pd.DataFrame, block: np.ndarray, minima: Minima) -> np.ndarray:
    """Tell of each row whether its block is large enough: the last of a book may not be."""
    number = pd.factorize(block)[0]
    _, most, rest = _shares(rows, number)
    large: np.ndarray = ((most >= minima.group) & (rest >= minima.rest))[number]
    return large


def _groups(rows: pd.DataFrame, of_row: np.ndarray, book: Book) -> np.ndarray:
    """Number the groups of every grouping through, one row per smallest group of the book."""
    first = rows.groupby(of_row).first()
    columns, taken = [], 0
    for grouping in book.prices:
        numbers = first.groupby(list(grouping), sort=True).ngroup().to_numpy() + taken
        taken = int(numbers.max()) + 1
        columns.append(numbers)
    return np.stack(columns, axis=1)


def _places(numbers: np.ndarray) -> list[np.ndarray]:
    """Give for each number where it stands."""
    ends = np.cumsum(np.bincount(numbers))
    return np.split(np.argsort(numbers, kind="stable"), ends[:-1])


def _shares(
    rows: pd.DataFrame, of_row: np.ndarray
) -> tuple[dict[int, Shares], np.ndarray, np.ndarray]:
    """Count by subject the results of each school of each group, and the groups' sizes."""
    subjects, names = pd.factorize(rows["subject"])
    schools, every = pd.factorize(rows["school_id"])
    held, place = np.unique(of_row * len(every) + schools, return_inverse=True)
    cells = place * len(names) + subjects
    results = np.bincount(cells, rows["results"], len(held) * len(names))
    results = results.reshape(len(held), len(names))
    group, school = np.divmod(held, len(every))
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    sums = np.add.reduceat(results, starts)
    rest = np.minimum.reduceat((sums[group] - results).max(axis=1), starts)
    alone = np.diff(starts, append=len(held)) == 1
    parts = zip(np.split(school, starts[1:]), np.split(results, starts[1:]), strict=True)
    shares = {number: Shares(*part) for number, part in enumerate(parts)}
    return shares, sums.max(axis=1), np.where(alone, np.inf, rest)


def _sizes(results: np.ndarray) -> tuple[float, float]:
    """Count results of the subject that has the most: of all schools, and without any one of them.

    The second is infinite where there is a single school.
    """
    every = results.sum(axis=0)
    rest = (every - results).max(axis=1).min() if len(results) > 1 else np.inf
    return float(every.max()), float(rest)


def _together(one: Shares, other: Shares) -> Shares:
    both = np.concatenate([one.schools, other.schools])
    order = both.argsort(kind="stable")
    both, results = both[order], np.concatenate([one.results, other.results])[order]
    starts = np.flatnonzero(both[1:] != both[:-1]) + 1
    starts = np.concatenate([[0], starts])
    return Shares(both[starts], np.add.reduceat(results, starts))
