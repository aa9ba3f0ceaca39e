"""Compare headings with the columns of the declared tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Column, Double, Integer, Table

from data.intake.received.values import written
from data.intake.spelling.vocabulary import headings, plain

_NUMBERING = {plain(word) for word in ("№", "№ п/п", "N п/п")}
LIKELY = 2
"""One heading alone may stand in any table by chance."""


_OWN = ("basis", "source")


def told_by_file(column: Column[Any]) -> bool:
    """Say whether a column is one that no real list has: that its rows are real, and whence."""
    return column.name in _OWN and not (column.nullable or column.primary_key)


@dataclass(frozen=True)
class Fit:
    """How well a header fits a table: places of its columns, from 0, and what is wrong."""

    table: Table
    columns: dict[str, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    repeated: tuple[tuple[str, int], ...] = ()
    extra: tuple[int, ...] = ()

    @property
    def nearly(self) -> bool:
        """Say whether most of the required columns are there: the table is meant, if damaged."""
        found = len(wanted(self.table)) - len(self.missing)
        return found >= LIKELY and found > len(self.missing)


@cache
def wanted(table: Table) -> tuple[str, ...]:
    """List the columns that a list must have itself."""
    columns = (column for column in table.columns if not column.nullable)
    return tuple(column.name for column in columns if not told_by_file(column))


@cache
def numbers_of(table: Table) -> tuple[str, ...]:
    """List the numbers without any of which a row tells nothing; none if it tells other things."""
    values = [c for c in table.columns if not (c.primary_key or c.name in _OWN)]
    numbers = all(isinstance(column.type, Integer | Double) for column in values)
    return tuple(column.name for column in values) if numbers else ()


@cache
def words_of(table: Table) -> dict[str, tuple[str, int]]:
    """Column and rank of every heading; a word for two columns means the first of them."""
    found: dict[str, tuple[str, int]] = {}
    for column, words in headings(table).items():
        for rank, word in enumerate(words):
            found.setdefault(plain(word), (column, rank))
    return found


def texts(cells: Sequence[object]) -> tuple[str, ...]:
    """Give a row's cells as headings are shown; an empty one is ``."""
    return tuple(" ".join((written(cell) or "").split()) for cell in cells)


def letters(place: int) -> str:
    """Name a column as a spreadsheet does: 0 is A, 26 is AA."""
    before, last = divmod(place, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def fit(header: Sequence[str], table: Table) -> Fit:
    """Compare a header with the columns of a table; their order is free."""
    known = words_of(table)
    claims: dict[str, list[tuple[int, int]]] = {}
    for place, heading in enumerate(header):
        if heading and plain(heading) in known:
            column, rank = known[plain(heading)]
            claims.setdefault(column, []).append((rank, place))
    columns = {column: min(found)[1] for column, found in claims.items()}
    repeated = [
        (column, place)
        for column, found in claims.items()
        for _, place in sorted(found)[1:]
        if not _yields(column, header[place], header[columns[column]])
    ]
    taken = {*columns.values(), *(place for _, place in repeated)}
    numbers = numbers_of(table)
    # Keys alone may be those of any table: one of numbers has at least one of its own.
    lacking = {*wanted(table), *(() if columns.keys() & set(numbers) else numbers)}
    return Fit(
        table,
        columns,
        tuple(column.name for column in table.columns if column.name in lacking - columns.keys()),
        tuple(repeated),
        tuple(place for place in range(len(header)) if place not in taken),
    )


def _yields(column: str, heading: str, chosen: str) -> bool:
    """Say whether a second column for the same thing is no mistake: row numbers, a town's name."""
    if plain(heading) == plain(chosen):
        return False
    return plain(heading) in _NUMBERING or column == "oktmo"
