"""Find the rows of the demonstration set in a version: the mark of a version lives on its rows."""

import functools
from collections.abc import Mapping

import pyarrow as pa
from sqlalchemy import Engine, func, select

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
    many: dict[str, int] = store.fetch_arrow(engine, _signed_rows()).to_pylist()[0]
    rows = {name: _comparable(engine, name) for name in unsigned.written()}
    for name, taken in unsigned.standing(rows).items():
        many[name] += sum(not rows[name][row] for row in taken)
    return {name: n for name, n in many.items() if n}


@functools.cache
def _signed_rows() -> Statement:
    """Count the rows with a sign, a column for each table."""
    asked = {
        table.name: select(func.count()).select_from(table).where(signed(table)).scalar_subquery()
        for table in INTAKE_TABLES
    }
    return select(*(count.label(name) for name, count in asked.items()))


def _comparable(engine: Engine, name: str) -> dict[unsigned.Row, bool]:
    """Read as texts the rows that may be the generator's, and whether each bears a sign."""
    *cells, signs = store.fetch_arrow(engine, _comparable_rows(name)).columns
    return dict(zip(zip(*map(_texts, cells), strict=True), signs.to_pylist(), strict=True))


@functools.cache
def _comparable_rows(name: str) -> Statement:
    table = metadata.tables[name]
    first = next(iter(table.primary_key.columns))
    return select(table, signed(table)).where(first.in_(set(unsigned.written()[name][first.name])))


def _texts(cells: pa.ChunkedArray) -> list[str]:
    return [unsigned.said(cell) for cell in cells.to_pylist()]
