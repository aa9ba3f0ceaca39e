"""Guess by the cells of a column how it is read: parts of one, a place named once for many rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sqlalchemy import Table

from data.intake.received import grids
from data.intake.received.grids import Grid
from data.intake.received.recipe import AS_WRITTEN, PARTS_OF_ONE, ColumnRule
from data.intake.received.values import written
from data.schema import indicator_value

BY_HEADING, BY_CELLS, BY_PARTS, BY_GAPS = REASONS = (
    *("by_heading", "by_cells"),
    *("by_parts", "by_gaps"),
)
_SAMPLE = 30
"""Cells of a column that are looked at."""
_ROWS = 90
"""Rows that are looked at."""


@dataclass(frozen=True)
class ColumnGuess:
    """What a column of a sheet may be, and why."""

    rule: ColumnRule
    reason: str
    word: str = ""
    """What of the heading tells it."""


Cells = Sequence[object]


def first_rows(grid: Grid) -> list[Cells]:
    """List the first rows of data: no totals, notes, repeated headers or numbers of columns."""
    few = replace(grid, rows=grid.rows[:_ROWS])
    return [cells for _, cells in grids.table_rows(few, range(len(grid.header)))[0]]


def sample(rows: Sequence[Cells], place: int) -> list[str]:
    """Give the first filled cells of a column as texts."""
    said = (written(row[place]) for row in rows if place < len(row))
    return list(islice((text for text in said if text), _SAMPLE))


def as_named_once(guess: ColumnGuess, grid: Grid, rows: Sequence[Cells]) -> ColumnGuess:
    """Guess that a place named once is of the rows below it too, which have other cells filled."""
    place = guess.rule.place
    if guess.rule.gives != "oktmo":
        return guess
    merged = any(
        left == place and grid.header_row <= top < end
        for (top, left), (end, _) in grid.whole.merged
    )
    empty = [row for row in rows if place >= len(row) or written(row[place]) is None]
    if merged or 3 * len(empty) < len(rows):
        return guess
    usual = sorted(_filled(row) for row in rows)[len(rows) // 2]
    if 3 * sum(_filled(row) + 1 >= usual for row in empty) < len(rows):
        return guess
    return replace(guess, rule=replace(guess.rule, down=True), reason=BY_GAPS)


def _filled(row: Cells) -> int:
    return sum(written(cell) is not None for cell in row)


def as_parts(guess: ColumnGuess, table: Table, heading: str, cells: Sequence[str]) -> ColumnGuess:
    """Guess parts of one where numbers of a column of per cent are of 0 to 1, most of them broken.

    One in ten may be above: a total, a mistake; those above 100 per cent are asked about.
    """
    rule = guess.rule
    if table is not indicator_value or rule.gives != "value" or rule.reading != AS_WRITTEN:
        return guess
    numbers = [number for text in cells if (number := _number(text)) is not None]
    if not numbers or "%" in heading:
        return guess
    broken = sum(0 < number < 1 for number in numbers)
    above = sum(not 0 <= number <= 1 for number in numbers)
    if above > max(1, len(numbers) // 10) or 2 * broken < len(numbers):
        return guess
    return replace(guess, rule=replace(rule, reading=PARTS_OF_ONE), reason=BY_PARTS)


def _number(text: str) -> float | None:
    """Give a number as a person writes it; per cent with its sign is none here."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
