"""Join the groups of one book into blocks until each is safe, each time where that hides least."""

import numpy as np
import pandas as pd

from data.intake.publishing.blocks.books import Book, Minima

MIXED = -1
"""In the place of a group's number: a block has results of several groups of that grouping."""


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
        self._shown = np.append(np.ones(self._group.max() + 1, bool), False)
        self._schools = _schools(rows, self._of_row, count)
        sizes = [_sizes(schools) for schools in self._schools]
        self._most, self._least_rest = (np.array(size) for size in zip(*sizes, strict=True))
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
        while len(unsafe := np.flatnonzero(self._is_unsafe())) and self.is_block.sum() > 1:
            block = int(unsafe[np.argmin(self.results[unsafe])])
            self.join(block, self.cheapest(block)[1])

    def cheapest(self, block: int, among: np.ndarray | None = None) -> tuple[float, int]:
        """Find the partner with which least is hidden, and what that costs.

        Partners come from the block's own group of the first grouping, if it has any other.
        """
        may = self.is_block.copy() if among is None else self.is_block & among
        may[block] = False
        first = self._group[block, 0]
        near = np.flatnonzero(may & (self._group[:, 0] == first) & (first != MIXED))
        partners = near if len(near) else np.flatnonzero(may)
        costs = self._costs(block, partners)
        best = np.lexsort((self.results[partners], costs))[0]
        return float(costs[best]), int(partners[best])

    def has_partner(self, block: int, among: np.ndarray) -> bool:
        """Tell whether there is another block that a block may be joined with."""
        others = self.is_block & among
        return bool(others.sum() > others[block])

    def join(self, block: int, other: int) -> None:
        """Make one block of two; groups that either had a part of are no longer shown."""
        apart = self._group[block] != self._group[other]
        self._shown[self._group[[block, other]][:, apart]] = False
        self._group[block, apart] = MIXED
        self.results[block] += self.results[other]
        for school, results in self._schools[other].items():
            self._schools[block][school] = self._schools[block].get(school, 0) + results
        self._schools[other] = {}
        self._most[block], self._least_rest[block] = _sizes(self._schools[block])
        self.is_block[other] = False
        self._joined_to[other] = block

    def _costs(self, block: int, partners: np.ndarray) -> np.ndarray:
        """Add up the prices of what joining with each of the partners would hide."""
        mine, theirs = self._group[block], self._group[partners]
        lost = self._shown[theirs].astype(float) + self._shown[mine]
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
    number, found = pd.factorize(block)
    sizes = [_sizes(schools) for schools in _schools(rows, number, len(found))]
    enough = [most >= minima.group and rest >= minima.rest for most, rest in sizes]
    large: np.ndarray = np.array(enough)[number]
    return large


def _sizes(schools: dict[str, np.ndarray]) -> tuple[float, float]:
    """Count results of the subject that has the most: of all schools, and without any one of them.

    The second is infinite where there is a single school.
    """
    every = np.sum(list(schools.values()), axis=0)
    rest = min((every - own).max() for own in schools.values())
    return float(every.max()), float(rest) if len(schools) > 1 else np.inf


def _groups(rows: pd.DataFrame, of_row: np.ndarray, book: Book) -> np.ndarray:
    """Number the groups of every grouping through, one row per smallest group of the book."""
    first = rows.groupby(of_row).first()
    columns, taken = [], 0
    for grouping in book.prices:
        numbers = first.groupby(list(grouping), sort=True).ngroup().to_numpy() + taken
        taken = int(numbers.max()) + 1
        columns.append(numbers)
    return np.stack(columns, axis=1)


def _schools(rows: pd.DataFrame, of_row: np.ndarray, count: int) -> list[dict[str, np.ndarray]]:
    """Count by subject the results of each school of each smallest group."""
    subjects, names = pd.factorize(rows["subject"], sort=True)
    found: list[dict[str, np.ndarray]] = [{} for _ in range(count)]
    counted = zip(of_row, rows["school_id"], subjects, rows["results"], strict=True)
    for group, school, subject, results in counted:
        own = found[group].setdefault(school, np.zeros(len(names)))
        own[subject] += results
    return found
