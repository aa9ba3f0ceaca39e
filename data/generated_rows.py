"""Find the rows of the demonstration set in a version: the mark of a version lives on its rows."""

import functools
from collections.abc import Mapping

import pyarrow as pa
from sqlalchemy import Engine, Table, func, select

from data import store
from data.demo import unsigned
from data.demo.signs import signed
from data.schema import INTAKE_TABLES, metadata
from data.statements import Statement

Counts = Mapping[str, int]
"""Generated rows by table, for the tables that have any."""


@functools.lru_cache(maxsize=500)
def of(version: store.Version) -> Counts:
    """Count the generated rows of a version, once a process: it never changes."""
    return counts(store.engine(version))


def counts(engine: Engine) -> Counts:
    """Count the generated rows of an opened version or draft, by table."""
    many: dict[str, int] = store.fetch_arrow(engine, _of_signs()).to_pylist()[0]
    rows = {name: _comparable(engine, metadata.tables[name]) for name in unsigned.written()}
    for name, taken in unsigned.standing(rows).items():
        many[name] += sum(not rows[name][row] for row in taken)
    return {name: n for name, n in many.items() if n}


@functools.cache
def _of_signs() -> Statement:
    """One row: of each table that a region brings, the number of rows that bear a sign."""
    asked = [
        select(func.count()).select_from(table).where(signed(table)).scalar_subquery()
        for table in INTAKE_TABLES
    ]
    return select(*[one.label(table.name) for one, table in zip(asked, INTAKE_TABLES, strict=True)])


def _comparable(engine: Engine, table: Table) -> dict[unsigned.Row, bool]:
    """Read as texts the rows that may be the generator's, and whether each bears a sign."""
    *cells, signs = store.fetch_arrow(engine, _of_keys(table)).columns
    return dict(zip(zip(*map(_texts, cells), strict=True), signs.to_pylist(), strict=True))


@functools.cache
def _of_keys(table: Table) -> Statement:
    """One row per row with a key that the generator writes: its cells, and whether it is signed."""
    first = next(iter(table.primary_key.columns))
    values = set(unsigned.written()[table.name][first.name])
    return select(table, signed(table)).where(first.in_(values))


def _texts(cells: pa.ChunkedArray) -> list[str]:
    return [unsigned.said(cell) for cell in cells.to_pylist()]
