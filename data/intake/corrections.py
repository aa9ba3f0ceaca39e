"""Find shipped facts that were corrected after a version took them: its own rows lie over them.

A version records the digest of every file it took rows from. Which of its rows are a region's own
words and which are facts as they once were cannot be told, so a person decides, table by table;
what is published next counts as decided, because it records the present digests.
"""

import functools
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Table, select

from data import store
from data.errors import ACKNOWLEDGE, Problem
from data.intake.composing import is_demonstration, shipped
from data.schema import INTAKE_TABLES, data_input

RULE = "facts_corrected"


@dataclass(frozen=True)
class Correction:
    """One cell in which a version's row and the shipped fact of the same key differ."""

    table: Table
    key: tuple[object, ...]
    column: str
    standing: object
    fact: object


@functools.lru_cache(maxsize=8)
def corrections(version: store.Version) -> tuple[Correction, ...]:
    """One per differing cell of the fact files that were changed since the version took them.

    A demonstration version has none: it is made anew from the facts when own data come. Facts that
    the version has no row of come by themselves with the next one.
    """
    if is_demonstration(version):
        return ()
    asked = store.fetch_arrow(store.engine(version), select(data_input.c.file, data_input.c.sha256))
    taken = {row["file"]: row["sha256"] for row in asked.to_pylist()}
    changed = [f.table for f in shipped().files if taken.get(f.name, f.sha256) != f.sha256]
    return tuple(
        found
        for table in dict.fromkeys(changed)
        if table in INTAKE_TABLES
        for found in _differing(version, table)
    )


def _differing(version: store.Version, table: Table) -> list[Correction]:
    keys = table.primary_key.columns.keys()
    rows = [row for layer in shipped().tables[table.name] for row in layer.to_pylist()]
    first = table.c[keys[0]]
    asked = select(table).where(first.in_({row[first.name] for row in rows}))
    standing = {
        tuple(row[key] for key in keys): row
        for row in store.fetch_arrow(store.engine(version), asked).to_pylist()
    }
    return [
        Correction(table, key, name, standing[key][name], cell)
        for row in rows
        if (key := tuple(row[name] for name in keys)) in standing
        for name, cell in row.items()
        if cell != standing[key][name]
    ]


def remarks(version: store.Version, accepted: Collection[str]) -> list[Problem]:
    """Ask about each table whose corrected facts are neither taken nor knowingly left."""
    rows: dict[str, set[tuple[object, ...]]] = {}
    for found in corrections(version):
        rows.setdefault(found.table.name, set()).add(found.key)
    return [
        Problem("", 0, "", name, RULE, str(len(keys)), level=ACKNOWLEDGE)
        for name, keys in rows.items()
        if name not in accepted
    ]
