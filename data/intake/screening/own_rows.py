"""Give what stays of the version before when files come: the region's own rows, and which others.

A demonstration leaves altogether. Where rows of the generator stand among a region's own, what is
invented of a table leaves when rows of that table come; own rows never leave but by their key, or
with a table that is brought whole.
"""

import functools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Column, Table, select

from data import store
from data.demo.signs import invented
from data.intake.declared.origins import ORIGIN, Input, Inputs
from data.intake.declared.reading import ReadFile
from data.schema import INTAKE_TABLES, data_input
from data.statements import Statement

Key = tuple[object, ...]
"""The cells of a row's primary key, in its order."""

INVENTED = "is_invented"


@dataclass
class Own:
    """Rows that stay, by table; `held`: how many invented ones, by table that was
    brought, stay only because rows refer to them.
    """

    rows: dict[str, pa.Table] = field(default_factory=dict)
    held: dict[str, int] = field(default_factory=dict)
    inputs: Inputs = field(default_factory=dict)
    """The files and sheets that rows of the version before came from."""


def own_rows(
    base: store.Version | None,
    received: Sequence[ReadFile],
    replaced: Collection[str],
    dropped: Mapping[str, Collection[Key]],
) -> Own:
    """Read the rows that stay beside the received ones.

    Of the tables named in `replaced` none does; `dropped` are keys, by table, that do not.
    """
    own = Own()
    if base is None or store.is_demonstration(base):
        return own
    own.inputs = _inputs(base)
    brought = {file.table for file in received}
    for table in reversed(INTAKE_TABLES):  # children first: what they refer to is held
        if table.name in replaced:
            continue
        rows = store.fetch_arrow(store.engine(base), _marked(table))
        rows = _without(rows, table, dropped.get(table.name, ()))
        if table in brought:
            rows = _without_generated(rows, table, own, received)
        own.rows[table.name] = rows.drop_columns(INVENTED)
    return own


def _inputs(base: store.Version) -> Inputs:
    rows = store.fetch_arrow(store.engine(base), select(data_input)).to_pylist()
    return {
        row.pop("number"): Input(**row | {"version": row["version"] or base.name}) for row in rows
    }


@functools.cache
def _marked(table: Table) -> Statement:
    """One row per row of a table, and whether it is invented."""
    return select(table, *ORIGIN, invented(table).label(INVENTED))


def _without(rows: pa.Table, table: Table, dropped: Collection[Key]) -> pa.Table:
    if not dropped:
        return rows
    keys = zip(*(rows[key.name].to_pylist() for key in table.primary_key.columns), strict=True)
    return rows.filter(pa.array([key not in dropped for key in keys]))


def _without_generated(
    rows: pa.Table, table: Table, own: Own, received: Sequence[ReadFile]
) -> pa.Table:
    """Leave out the generator's rows but those that rows which stay or come refer to."""
    made, key = rows[INVENTED], next(iter(table.primary_key.columns))
    referred = pc.is_in(rows[key.name], pa.array(_references(key, own, received), pa.string()))
    if held := pc.sum(pc.and_(made, referred)).as_py():
        own.held[table.name] = held
    return rows.filter(pc.or_(pc.invert(made), referred))


def _references(key: Column[str], own: Own, received: Sequence[ReadFile]) -> set[str]:
    """Give the values that refer to a key, of rows that stay and of rows that come."""
    found: set[str] = set()
    for column in (column for table in INTAKE_TABLES for column in table.columns):
        if column.references(key):
            came = [file.rows for file in received if file.table is column.table]
            for rows in (*came, *filter(None, [own.rows.get(column.table.name)])):
                found.update(rows[column.name].unique().to_pylist())
    return found - {None}
