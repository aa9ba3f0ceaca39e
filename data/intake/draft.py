"""Fill and check the draft of a version while no reader can see it."""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pyarrow as pa
from sqlalchemy import (
    Connection,
    Engine,
    Select,
    cast,
    column,
    create_engine,
    insert,
    select,
    table,
    update,
)
from sqlalchemy.sql.ddl import CreateTableAs

from data.errors import Problem
from data.intake.aggregates import municipal_indicators
from data.intake.coding import coded, packed
from data.intake.gathering import ORDER
from data.intake.reading import ReadFile
from data.schema import SCHEMA_NUMBER, data_input, data_version, metadata, municipal_indicator

SORTED = {
    "assessment_result": ("procedure", "subject", "year", "school_id"),
    "school_status": ("year", "school_id"),
}
"""Physical order is the only index of a version: what is asked together lies together."""

PLACE = "place"


@dataclass(frozen=True)
class Account:
    """What a version is: demonstration or not, from which seed, by whom, why, from what."""

    demonstration: bool
    reason: str
    published_by: str = ""
    seed: int | None = None
    base: str | None = None
    restores: str | None = None


def fill(
    engine: Engine,
    tables: Mapping[str, Sequence[pa.Table]],
    progress: Callable[[float], None],
) -> None:
    """Write the rows of every table in bulk, then the aggregate that pages read."""
    for number, name in enumerate(tables):
        with engine.begin() as connection:
            _copy(connection, name, tables[name])
        progress((number + 1) / (len(tables) + 1))
    with engine.begin() as connection:
        connection.execute(CreateTableAs(municipal_indicators(), municipal_indicator.name))
    progress(1.0)


def _copy(connection: Connection, name: str, layers: Sequence[pa.Table]) -> None:
    """Create a table from layers of Arrow rows: casts come from the declaration."""
    driver = connection.connection.driver_connection
    driver.register("laid", laid(name, layers))  # type: ignore[union-attr]
    declared = metadata.tables[name]
    source = table("laid", *map(column, (*declared.columns.keys(), PLACE)))
    wanted = [cast(source.c[item.name], item.type).label(item.name) for item in declared.c]
    connection.execute(CreateTableAs(select(*wanted).order_by(source.c[PLACE]), name))
    driver.unregister("laid")  # type: ignore[union-attr]


def laid(name: str, layers: Sequence[pa.Table]) -> pa.Table:
    """Lay rows over each other: one row per key, from the first layer that has it, and its place.

    Places are whole numbers in the table's order: DuckDB sorts them faster than texts.
    """
    full = [rows for rows in layers if rows.num_rows] or [layers[0]]
    rows = pa.concat_tables([one.cast(full[0].schema) for one in full])
    keys = metadata.tables[name].primary_key.columns.keys()
    places = packed([coded(rows[key]) for key in dict.fromkeys((*SORTED.get(name, ()), *keys))])
    if len(full) > 1:
        first = np.unique(places, return_index=True)[1]
        rows, places = rows.take(first), places[first]
    return rows.append_column(PLACE, pa.array(places))


def asked_beside(engine: Engine, question: Select, beside: Mapping[str, pa.Table]) -> pa.Table:
    """Answer a question from a draft and from the Arrow tables beside it, by their names."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        for name, rows in beside.items():
            driver.register(name, rows)  # type: ignore[union-attr]
        return connection.execute(question).cursor.to_arrow_table()


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Engine]:
    """Open a draft for writing, new or begun, and let go of it again with all in its one file."""
    engine = create_engine(f"duckdb:///{path}", pool_reset_on_return=None)
    try:
        yield engine
        # DuckDB does this at closing too, but then says nothing if the disk is full: what is left
        # is a file without its rows, and a log beside it.
        with contextlib.closing(engine.raw_connection()) as raw:
            raw.driver_connection.execute("CHECKPOINT")  # type: ignore[union-attr]
    finally:
        engine.dispose()


def describe(engine: Engine, name: str, account: Account, files: Sequence[ReadFile]) -> None:
    """Record what the version is and which files it took rows from."""
    inputs = [
        {
            "number": number,
            "file": file.name,
            "sheet": file.sheet,
            "table_name": file.table.name,
            "sha256": file.sha256,
            "rows": file.rows.num_rows,
        }
        for number, file in enumerate(files, start=1)
    ]
    with engine.begin() as connection:
        data_version.create(connection)
        data_input.create(connection)
        connection.execute(insert(data_version), _about(name, account))
        connection.execute(insert(data_input), inputs)


def describe_again(engine: Engine, name: str, account: Account) -> None:
    """Record that a copy of an older version is a new one; its files stay on record."""
    with engine.begin() as connection:
        connection.execute(update(data_version).values(_about(name, account)))


def _about(name: str, account: Account) -> dict[str, object]:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return {"name": name, "schema_number": SCHEMA_NUMBER, "made_at": now} | asdict(account)


def orphans(engine: Engine) -> Iterator[Problem]:
    """Find rows that refer to what the whole draft lacks: a school left out of a new list."""
    with engine.connect() as connection:
        for child in ORDER:
            for reference in child.foreign_keys:
                for value in connection.execute(_lacking(reference).limit(50)).scalars():
                    name = reference.parent.name
                    want = reference.target_fullname
                    yield Problem(child.name, 0, name, str(value), "left_without", want)


def _lacking(reference) -> Select:  # type: ignore[no-untyped-def]
    """One row per value of a reference that the table referred to does not have."""
    value, target = reference.parent, reference.column
    there = select(target).where(target == value).exists()
    return select(value).distinct().where(value.is_not(None), ~there).order_by(value)
