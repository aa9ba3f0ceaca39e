"""Put received files over the current data: what is replaced, what is added and corrected."""

import functools
from collections.abc import Callable, Collection, Mapping, Sequence

import pyarrow as pa
from sqlalchemy import Table, select

from data import store
from data.intake.declared.gathering import FACTS, Gathered, gather
from data.intake.declared.reading import ReadFile
from data.schema import INTAKE_TABLES, data_version

Key = tuple[object, ...]
"""The cells of a row's primary key, in its order."""


def compose(
    base: store.Version | None,
    received: Sequence[ReadFile],
    replaced: Collection[str],
    progress: Callable[[float], None],
    corrected: Collection[str] = (),
    dropped: Mapping[str, Collection[Key]] | None = None,
) -> Gathered:
    """Gather the version that would be: received rows over the region's own rows over facts.

    A received row takes the place of the row with its key. Of the tables named in `replaced` no
    older row of the region's own stays. Of those named in `corrected` facts go before older rows;
    `dropped` are keys of older rows, by table, that do not stay. Demonstration rows never stay
    beside received ones.
    """
    facts = shipped()
    progress(0.3)
    own = {} if base is None or is_demonstration(base) else _own(base, replaced, dropped or {})
    brought = {table.name for table in INTAKE_TABLES}
    standing = {
        name: _ordered(own.get(name, []), layers, name in corrected) if name in brought else layers
        for name, layers in facts.tables.items()
    }
    gathered = gather([], lambda share: progress(0.3 + 0.7 * share), received, standing)
    gathered.files = facts.files + gathered.files
    return gathered


def _ordered(own: list[pa.Table], facts: list[pa.Table], facts_first: bool) -> list[pa.Table]:
    return [*facts, *own] if facts_first else [*own, *facts]


@functools.lru_cache(maxsize=1)
def shipped() -> Gathered:
    """Gather the shipped facts once: they do not change while the program runs."""
    return gather([FACTS], lambda share: None)


def is_demonstration(version: store.Version) -> bool:
    """Say whether a version holds demonstration data."""
    about = store.fetch_arrow(store.engine(version), select(data_version.c.demonstration))
    return bool(about.column(0)[0].as_py())


def _own(
    base: store.Version, replaced: Collection[str], dropped: Mapping[str, Collection[Key]]
) -> dict[str, list[pa.Table]]:
    return {
        table.name: [_rows(base, table, dropped.get(table.name, ()))]
        for table in INTAKE_TABLES
        if table.name not in replaced
    }


def _rows(base: store.Version, table: Table, dropped: Collection[Key]) -> pa.Table:
    rows = store.fetch_arrow(store.engine(base), select(table))
    if not dropped:
        return rows
    keys = zip(*(rows[key.name].to_pylist() for key in table.primary_key.columns), strict=True)
    return rows.filter(pa.array([key not in dropped for key in keys]))
