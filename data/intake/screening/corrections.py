"""Find shipped facts that were corrected after a version took them: its own rows hide them.

A version records the digest of every file it took, and how many rows it had. Which of its rows are
a region's own words and which are facts as they once were is not recorded, so a person decides,
table by table; what is published next counts as decided, because it records the present digests.

Facts that were deleted, or have another key now, can be found where the table has as many rows as
its fact file had: every fact has its row, so there are no others. Taking the corrected facts drops
them. Where the table holds own rows too, only their least number is known; they are asked about and
stay, unless the table is brought whole.
"""

import functools
from dataclasses import dataclass

from sqlalchemy import Table, select

from data import store
from data.intake.screening.layers import shipped
from data.intake.screening.own_rows import Key
from data.schema import INTAKE_TABLES, data_input


@dataclass(frozen=True)
class Correction:
    """One cell in which a version's row and the shipped fact of the same key differ.

    Without a column: a row, a fact once, that the shipped facts have no more.
    """

    table: Table
    key: Key
    column: str = ""
    standing: object = None
    fact: object = None


@dataclass(frozen=True)
class Withdrawn:
    """Rows of a table that no shipped fact has; `least` of them, or more, once were facts."""

    table: Table
    keys: tuple[Key, ...]
    least: int


@functools.lru_cache(maxsize=8)
def corrections(version: store.Version) -> tuple[Correction, ...]:
    """One per differing cell, or row gone, of the fact files changed since the version took them.

    A demonstration version has none: it is made again from the facts when own data come. Facts that
    the version has no row of come by themselves with the next one.
    """
    found: list[Correction] = []
    for table, once in _changed(version).items():
        found += _differing(version, table)
        standing, present = _standing(version, table), _present(table)
        if len(standing) == once:
            found += [Correction(table, key) for key in standing if key not in present]
    return tuple(found)


@functools.lru_cache(maxsize=8)
def withdrawn(version: store.Version) -> tuple[Withdrawn, ...]:
    """One per table of which facts were deleted and it is not known which rows they were."""
    found = []
    for table, once in _changed(version).items():
        standing, present = _standing(version, table), _present(table)
        own = tuple(key for key in standing if key not in present)
        least = once - (len(standing) - len(own))
        if len(standing) != once and least > 0:
            found.append(Withdrawn(table, own, least))
    return tuple(found)


def _changed(version: store.Version) -> dict[Table, int]:
    """Rows that each fact file had when the version took it, of the files changed since."""
    if store.is_demonstration(version):
        return {}
    row = data_input.c
    taken_now = select(row.file, row.sha256, row.rows).where(row.version.is_(None))
    asked = store.fetch_arrow(store.engine(version), taken_now)
    taken = {one["file"]: one for one in asked.to_pylist()}
    return {
        file.table: taken[file.name]["rows"]
        for file in shipped().files
        if file.table in INTAKE_TABLES and file.name in taken
        if taken[file.name]["sha256"] != file.sha256
    }


def _present(table: Table) -> set[Key]:
    return {_key(table, row) for row in _facts(table)}


def _facts(table: Table) -> list[dict[str, object]]:
    names = table.columns.keys()
    return [
        row for layer in shipped().tables[table.name] for row in layer.select(names).to_pylist()
    ]


def _key(table: Table, row: dict[str, object]) -> Key:
    return tuple(row[key.name] for key in table.primary_key.columns)


def _standing(version: store.Version, table: Table) -> list[Key]:
    keys = select(*table.primary_key.columns).order_by(*table.primary_key.columns)
    rows = store.fetch_arrow(store.engine(version), keys).to_pylist()
    return [_key(table, row) for row in rows]


def _differing(version: store.Version, table: Table) -> list[Correction]:
    rows = _facts(table)
    first = next(iter(table.primary_key.columns))
    asked = select(table).where(first.in_({row[first.name] for row in rows}))
    found = store.fetch_arrow(store.engine(version), asked).to_pylist()
    standing = {_key(table, row): row for row in found}
    return [
        Correction(table, key, name, standing[key][name], cell)
        for row in rows
        if (key := _key(table, row)) in standing
        for name, cell in row.items()
        if cell != standing[key][name]
    ]
