"""Part the results of one region, procedure and year by both books, until nothing small is told."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from data.intake.publishing.blocks import proof
from data.intake.publishing.blocks.books import MUNICIPAL, REGIONAL, Minima
from data.intake.publishing.blocks.partition import Partition

Pair = tuple[np.ndarray, np.ndarray]
"""Of each row, something of its municipal and of its regional block."""

AT_A_TIME = 10
"""One of so many parts is joined before the rest is looked at again."""


class Offer(NamedTuple):
    """Blocks of a book, one of which is to be joined, and which blocks it may be joined with."""

    book: Partition
    blocks: np.ndarray
    may: np.ndarray


def joined(
    rows: pd.DataFrame, minima: Minima, before: pd.DataFrame | None = None
) -> tuple[Partition, Partition]:
    """Part rows by the municipal and by the regional book, until neither and both tell nothing.

    `rows` has one row per school, grade and subject: school_id, grade, subject, oktmo, locality,
    low_performing, entry_year, panel, results, below. `before` has, row by row, the two blocks of
    the version before, NaN where there were none.
    """
    was = (None, None) if before is None else (before[name] for name in before)
    one, other = (
        Partition(rows, book, minima, old)
        for book, old in zip((MUNICIPAL, REGIONAL), was, strict=True)
    )
    for book in (one, other):
        book.settle()
    while _join_what_tells(rows, minima, (one, other)):
        pass
    return one, other


def _join_what_tells(rows: pd.DataFrame, minima: Minima, books: tuple[Partition, ...]) -> bool:
    """Join blocks by which something small could be worked out; False: there are none."""
    pair = books[0].blocks(), books[1].blocks()
    parts = proof.sides(*pair, rows, minima.group)
    if (parts[0] != parts[1]).any():
        return _join_parts(books, pair, parts)
    known = proof.told(*pair, rows)
    every = np.flatnonzero(known & rows["below"].gt(0).to_numpy())
    if len(every):
        return _join_cheapest(_anywhere(books, pair, every[0])) is not None
    if not known.any() or known.all():
        return False
    pair = pair[0][~known], pair[1][~known]
    parts = proof.sides(*pair, rows[~known], minima.group)
    return bool((parts[0] != parts[1]).any()) and _join_parts(books, pair, parts)


def _join_parts(books: tuple[Partition, ...], pair: Pair, parts: Pair) -> bool:
    """Join the smallest parts that a light cut may part from the rest; False: nothing joined.

    One in ten of them at a time, because what is joined may make others safe; those that another
    was joined with just now wait.
    """
    part_of = [np.zeros(len(book.results), int) for book in books]
    for known, blocks, of in zip(part_of, pair, parts, strict=True):
        known[blocks] = of
    smallest = _by_size(books, pair, part_of)
    touched: set[int] = set()
    for part in smallest[: max(1, len(smallest) // AT_A_TIME)]:
        if part in touched:
            continue
        offers = [
            _outside(book, blocks, of == part)
            for book, blocks, of in zip(books, pair, parts, strict=True)
        ]
        if (found := _join_cheapest(offers)) is not None:
            book, partner = found
            touched |= {part, int(part_of[books.index(book)][partner])}
    return bool(touched)


def _by_size(books: tuple[Partition, ...], pair: Pair, part_of: list[np.ndarray]) -> list[int]:
    """List the parts of the graph, the one with the fewest results first."""
    standing = [np.unique(blocks) for blocks in pair]
    parts = np.concatenate([of[blocks] for of, blocks in zip(part_of, standing, strict=True)])
    results = [book.results[blocks] for book, blocks in zip(books, standing, strict=True)]
    numbers, places = np.unique(parts, return_inverse=True)
    sizes = np.bincount(places, np.concatenate(results))
    return [int(part) for part in numbers[np.argsort(sizes, kind="stable")]]


def _outside(book: Partition, blocks: np.ndarray, inside: np.ndarray) -> Offer:
    """Offer the blocks inside a part to those outside of it."""
    may = np.zeros(len(book.results), bool)
    may[blocks[~inside]] = True
    return Offer(book, np.unique(blocks[inside]), may & book.is_block)


def _anywhere(books: tuple[Partition, ...], pair: Pair, row: int) -> list[Offer]:
    """Offer the two blocks of a row to every other."""
    return [
        Offer(book, blocks[[row]], book.is_block) for book, blocks in zip(books, pair, strict=True)
    ]


def _join_cheapest(offers: list[Offer]) -> tuple[Partition, int] | None:
    """Join one of the blocks offered where that hides least, and say with which; None: no way."""
    found = [
        (*cheapest, int(block), book)
        for book, blocks, may in offers
        for block in blocks
        if (cheapest := book.cheapest(int(block), may)) is not None
    ]
    if not found:
        return None
    _, partner, block, book = min(found, key=lambda offer: offer[0])
    book.join(block, partner)
    return book, partner
