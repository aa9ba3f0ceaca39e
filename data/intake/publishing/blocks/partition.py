"""Join the groups of one book into blocks until each is safe, each time where that hides least."""

import heapq
from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pandas as pd

from data.intake.publishing.blocks.books import Book, Minima
from data.intake.publishing.blocks.shares import of_groups, sizes, together

MIXED = -1
"""In the place of a group's number: a block has results of several groups of that grouping."""

ROOM = 2**62
"""So many numbers can be told apart by one of 64 bits."""


class Partition:
    """Blocks of one book over the results of one region, procedure and year.

    `rows` has one row per school, grade and subject with the keys of the book and `results`;
    `before` gives each row's block in the version before: what was together stays together.
    """

    def __init__(
        self, rows: pd.DataFrame, book: Book, minima: Minima, before: pd.Series | None = None
    ) -> None:
        self._minima = minima
        columns = _numbers(rows, book.keys)
        self._of_row = pd.factorize(_as_one(list(columns.values())), sort=True)[0]
        count = int(self._of_row.max()) + 1
        self.results = np.bincount(self._of_row, rows["results"], count)
        self.is_block = np.ones(count, bool)
        self._joined_to = np.arange(count)
        self._prices = np.array(list(book.prices.values()))
        self._group = _groups(columns, self._of_row, book)
        self._shown = np.append(np.ones(self._group.max() + 1), 0.0)
        self._near = _places(self._group[:, 0])
        self._shares, self._most, self._least_rest = of_groups(rows, self._of_row)
        if before is not None:
            self._keep_together(before)

    def blocks(self) -> np.ndarray:
        """Give the number of each row's block."""
        found = self._joined_to
        while (found != found[found]).any():
            found = found[found]
        of_row: np.ndarray = found[self._of_row]
        return of_row

    def whole(self) -> np.ndarray:
        """Count for each row the results of its whole block; 0: the last of a book may be small."""
        block = self.blocks()
        return np.where(self._is_unsafe(block), 0, self.results[block])

    def settle(self) -> None:
        """Join every unsafe block with others until it is safe or alone, the smallest first.

        A block that grew waits a second time with its new size; its older place is passed over.
        """
        unsafe = np.flatnonzero(self._is_unsafe(np.arange(len(self.results))) & self.is_block)
        waiting = list(zip(self.results[unsafe].tolist(), unsafe.tolist(), strict=True))
        heapq.heapify(waiting)
        while waiting:
            results, block = heapq.heappop(waiting)
            if not self.is_block[block] or self.results[block] != results:
                continue
            found = self.cheapest(block, self.is_block)
            if found is None:
                return
            self.join(block, found[1])
            if self._is_unsafe(block):
                heapq.heappush(waiting, (float(self.results[block]), block))

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
        self._shares[block] = together(self._shares[block], self._shares[other])
        self._most[block], self._least_rest[block] = sizes(self._shares[block].results)
        self.is_block[other] = False
        self._joined_to[other] = block

    def _costs(self, block: int, partners: np.ndarray) -> np.ndarray:
        """Add up the prices of what joining with each of the partners would hide."""
        mine, theirs = self._group[block], self._group[partners]
        lost = self._shown[theirs] + self._shown[mine]
        cost: np.ndarray = ((theirs != mine) * lost) @ self._prices
        return cost

    def _is_unsafe(self, blocks: np.ndarray | int) -> np.ndarray:
        few, rest = self._most[blocks], self._least_rest[blocks]
        unsafe: np.ndarray = (few < self._minima.group) | (rest < self._minima.rest)
        return unsafe

    def _keep_together(self, before: pd.Series) -> None:
        known = pd.DataFrame({"group": self._of_row, "block": before.to_numpy()})
        known = known.dropna().drop_duplicates()
        several = known[known["block"].duplicated(keep=False)]
        for _, groups in several.groupby("block")["group"]:
            for other in groups.iloc[1:]:
                one, two = (self._block_of(int(group)) for group in (groups.iloc[0], other))
                if one != two:
                    self.join(one, two)

    def _block_of(self, group: int) -> int:
        while self._joined_to[group] != group:
            group = int(self._joined_to[group])
        return group


def _numbers(rows: pd.DataFrame, keys: Collection[str]) -> dict[str, np.ndarray]:
    """Number the values of each key in their order; whole numbers stay what they are."""
    texts = {key: not pd.api.types.is_numeric_dtype(rows[key]) for key in keys}
    return {
        key: pd.factorize(rows[key], sort=True)[0] if texts[key] else rows[key].to_numpy(int)
        for key in keys
    }


def _as_one(columns: Sequence[np.ndarray]) -> np.ndarray:
    """Give equal rows one number, in the order of the first column, then of the next."""
    found, many = np.zeros(len(columns[0]), int), 1
    for column in columns:
        least = int(column.min())
        size = int(column.max()) - least + 1
        if many * size > ROOM:
            found, distinct = pd.factorize(found, sort=True)
            many = len(distinct)
        found, many = found * size + (column - least), many * size
    return found


def _groups(columns: Mapping[str, np.ndarray], of_row: np.ndarray, book: Book) -> np.ndarray:
    """Number the groups of every grouping through, one row per smallest group of the book."""
    some = np.empty(of_row.max() + 1, int)
    some[of_row] = np.arange(len(of_row))
    first = {key: column[some] for key, column in columns.items()}
    found, taken = [], 0
    for grouping in book.prices:
        numbers = pd.factorize(_as_one([first[key] for key in grouping]))[0] + taken
        taken = int(numbers.max()) + 1
        found.append(numbers)
    return np.stack(found, axis=1)


def _places(numbers: np.ndarray) -> list[np.ndarray]:
    """Give for each number where it stands."""
    ends = np.cumsum(np.bincount(numbers))
    return np.split(np.argsort(numbers, kind="stable"), ends[:-1])
