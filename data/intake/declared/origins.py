"""Keep with each row where it came from: the number of a file and sheet, and the row there.

Every table that takes rows of files has two columns more than it declares. A version lists its
files by their numbers; rows that stay from the version before keep theirs.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from sqlalchemy import Integer, column

from data.intake.declared.casting import no_rows
from data.intake.declared.reading import ReadFile

INPUT, ROW = "origin_input", "origin_row"
"""The number of a file and sheet in `data_input`, and the row there, from 1; NULL: not known."""

ORIGIN = (column(INPUT, Integer), column(ROW, Integer))
"""The two columns for a question on a table of rows."""

BROUGHT = 1001
"""Files of facts are numbered from 1, brought ones from here, so that none of them has to move."""

KINDS = pa.schema({INPUT: pa.int32(), ROW: pa.int32()})


@dataclass(frozen=True)
class Input:
    """A file, or a sheet of one, that rows of a table were taken from.

    `version`: the one with which they came, where they stay from an earlier version.
    """

    file: str
    sheet: str
    table_name: str
    sha256: str
    rows: int
    version: str | None = None

    def is_same(self, other: "Input") -> bool:
        """Tell whether another one is of the very same content and name."""
        mine = (self.file, self.sheet, self.table_name, self.sha256)
        return mine == (other.file, other.sheet, other.table_name, other.sha256)


Inputs = dict[int, Input]
"""Inputs by their numbers."""


def input_of(file: ReadFile) -> Input:
    """Tell of a file what stays on record."""
    return Input(file.name, file.sheet, file.table.name, file.sha256, file.rows.num_rows)


def number_of(came: Input, inputs: Inputs, first: int) -> int:
    """Number an input: as the same one is numbered already, else next to all, from `first` on."""
    same = (number for number, one in inputs.items() if one.is_same(came))
    return next(same, max((first - 1, *inputs)) + 1)


def carried(before: Inputs, facts: Inputs) -> tuple[Inputs, dict[int, int]]:
    """Join the inputs of rows that stay to the present facts: all, and the numbers that changed.

    A file of facts that has changed since leaves its number to the present one.
    """
    inputs, moved = dict(facts), dict[int, int]()
    for number, came in sorted(before.items(), reverse=True):
        new = number if number >= BROUGHT else number_of(came, inputs, BROUGHT)
        moved |= {} if new == number else {number: new}
        inputs.setdefault(new, came)
    return inputs, moved


def traced(rows: pa.Table, file: ReadFile, number: int) -> pa.Table:
    """Give the rows of a file with its number and the row that each has there."""
    count = rows.num_rows
    places = np.arange(2, count + 2) if file.places is None else file.places
    return _with(rows, pa.array(np.full(count, number)), pa.array(places))


def untraced(rows: pa.Table) -> pa.Table:
    """Give rows whose origin is not known, or no rows, the two columns."""
    return _with(rows, *[pa.nulls(rows.num_rows)] * 2)


def nothing(table: object) -> pa.Table:
    """Give no rows of a table with their origin."""
    return untraced(no_rows(table))  # type: ignore[arg-type]


def of_row(row: Mapping[str, object]) -> dict[str, object]:
    """Give the origin of a row, for one that is made of it."""
    return {name: row[name] for name in (INPUT, ROW)}


def renumbered(rows: pa.Table, numbers: Mapping[int, int]) -> pa.Table:
    """Give rows the new numbers of their inputs."""
    if not numbers:
        return rows
    found = rows[INPUT].combine_chunks().dictionary_encode()
    new = [numbers.get(number, number) for number in found.dictionary.to_pylist()]
    cells = pa.array(new, pa.int32()).take(found.indices)
    return rows.set_column(rows.schema.get_field_index(INPUT), INPUT, cells)


def _with(rows: pa.Table, inputs: pa.Array, places: pa.Array) -> pa.Table:
    for kind, cells in zip(KINDS, (inputs, places), strict=True):
        rows = rows.append_column(kind, cells.cast(kind.type))
    return rows
