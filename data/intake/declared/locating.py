"""Turn masks of bad cells into faults that name the file, the sheet, the row and the column."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Column

from data.errors import Problem
from data.intake.declared.reading import ReadFile

SHOWN = 50
"""Faults of one column and rule that are listed; the rest would only repeat them."""


def located(
    read: ReadFile, column: Column[Any], bad: pa.Array, rule: str, want: str
) -> list[Problem]:
    """Turn a mask of bad rows into faults; the header is row 1."""
    places = pc.indices_nonzero(pc.fill_null(bad, False))[:SHOWN].to_pylist()
    values = read.rows[column.name]
    cells = [
        (read.row_of(place), read.heading_of(place, column.name), values[place].as_py() or "")
        for place in places
    ]
    return [Problem(rule, *cell, want, sheet=read.sheet, file=read.name) for cell in cells]


def rows_of(read: ReadFile, column: Column[Any], bad: pa.Array) -> pa.Array:
    """Mark the rows that hold one of the distinct texts marked as bad; an empty cell does not."""
    if not pc.any(bad).as_py():
        return pa.nulls(0, pa.bool_())
    return bad.take(read.coded(column.name).indices)
