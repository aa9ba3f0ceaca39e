"""Fill and check the draft of a version while no reader can see it."""

import contextlib
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pyarrow as pa
from sqlalchemy import (
    Connection,
    Engine,
    ForeignKey,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.sql.ddl import CreateTableAs

from data import engines, migrations
from data.errors import Problem
from data.indicators import insist
from data.intake.declared.distinct_texts import as_numbers, coded
from data.intake.declared.gathering import ORDER
from data.intake.declared.reading import ReadFile
from data.intake.publishing.aggregates import municipal_indicators
from data.intake.publishing.blocks import table as block_table
from data.intake.publishing.contents import contents
from data.program_version import PROGRAM_VERSION
from data.schema import (
    SCHEMA_NUMBER,
    data_content,
    data_input,
    data_version,
    metadata,
    municipal_indicator,
    result_block,
    shown_indicator,
)
from data.statements import Statement

SORTED = {
    "assessment_result": ("procedure", "subject", "year", "school_id"),
    "school_status": ("year", "school_id"),
}
"""Physical order is the only index of a version: what is asked together lies together."""

SHARE_OF_COPYING = 0.2
"""How much of the time of filling a draft goes by before its results are parted into blocks."""

ROW_GROUP = 122_880
"""Rows that DuckDB writes together: handed over in such pieces, its threads share the work."""

KINDS = ("demonstration", "mixed", "own")
"""Whose rows a version has beside facts: the generator's alone, both, or a region's own alone."""


@dataclass(frozen=True)
class Account:
    """What a version is: by whom, why, from what.

    `demonstration`: it has rows of the generator; with a `seed` it has no others but facts.
    """

    demonstration: bool
    reason: str
    published_by: str = ""
    seed: int | None = None
    base: str | None = None
    restores: str | None = None

    @property
    def kind(self) -> str:
        """Tell whose rows a version has: one of KINDS."""
        if self.seed is not None:
            return "demonstration"
        return "mixed" if self.demonstration else "own"


def fill(
    engine: Engine,
    tables: Mapping[str, Sequence[pa.Table]],
    progress: Callable[[float], None],
    base: Engine | None = None,
) -> None:
    """Write the rows of every table in bulk, then the aggregate and the blocks that pages read.

    `base` is the region's own version before, whose blocks stay together.
    Raises MissingIndicatorError, before anything is written, if an indicator is shown uncounted.
    """
    for layer in tables[shown_indicator.name]:
        insist(zip(layer["code"].to_pylist(), layer["kind"].to_pylist(), strict=True))
    with engine.begin() as connection:
        for number, name in enumerate(tables):
            _copy(connection, name, tables[name])
            progress(SHARE_OF_COPYING * (number + 1) / len(tables))
    with engine.begin() as connection:
        connection.execute(CreateTableAs(municipal_indicators(), municipal_indicator.name))
    _part(engine, base, lambda share: progress(SHARE_OF_COPYING + (1 - SHARE_OF_COPYING) * share))
    progress(1.0)


def _part(engine: Engine, base: Engine | None, progress: Callable[[float], None]) -> None:
    """Part the results into blocks, as they were parted before where nothing has changed."""
    older = block_table.NOTHING if base is None else block_table.older(base)
    rows = block_table.parted(engine, older, progress)
    with engine.begin() as connection:
        _create(connection, result_block.name, rows)


def _copy(connection: Connection, name: str, layers: Sequence[pa.Table]) -> None:
    """Create a table from layers of Arrow rows, which have the declared types and order.

    DuckDB keeps the order of the rows that it is given.
    """
    _create(connection, name, merged_rows(name, layers))


def _create(connection: Connection, name: str, rows: pa.Table) -> None:
    driver = connection.connection.driver_connection
    driver.from_arrow(rows).create(name)  # type: ignore[union-attr]


def merged_rows(name: str, layers: Sequence[pa.Table]) -> pa.Table:
    """Merge layers of rows: one row per key, from the first layer that has it, in order.

    Rows are ordered by whole numbers made of their keys, which are faster to sort than texts.
    """
    full = [rows for rows in layers if rows.num_rows] or [layers[0]]
    cells = {item: _joined([rows[item] for rows in full]) for item in full[0].column_names}
    keys = metadata.tables[name].primary_key.columns.keys()
    places = as_numbers([cells[key] for key in dict.fromkeys((*SORTED.get(name, ()), *keys))])
    order = pa.array(
        np.unique(places, return_index=True)[1]
        if len(full) > 1
        else np.argsort(places, kind="stable")
    )
    rows = pa.table(
        {item: found.dictionary.take(found.indices.take(order)) for item, found in cells.items()}
    )
    return pa.Table.from_batches(rows.to_batches(ROW_GROUP), rows.schema)


def _joined(layers: Sequence[pa.ChunkedArray]) -> pa.DictionaryArray:
    """Join one column of all layers, plain or encoded, as the first has it."""
    found = [coded(cells) for cells in layers]
    wanted = found[0].type
    return coded(pa.chunked_array([one.cast(wanted) for one in found]))


def fetch_beside(engine: Engine, question: Statement, beside: Mapping[str, pa.Table]) -> pa.Table:
    """Answer a question from a draft and from the Arrow tables beside it, by their names."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        for name, rows in beside.items():
            driver.register(name, rows)  # type: ignore[union-attr]
        return connection.execute(question).cursor.to_arrow_table()


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Engine]:
    """Open a draft for writing, new or filled, and close it with everything in its one file."""
    engine = engines.made(path)
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
        data_content.create(connection)
        _record_contents(connection)


def describe_again(engine: Engine, name: str, account: Account) -> None:
    """Record that a copy of an older version is a new one; its files stay on record.

    A copy of an older schema is brought to today's by the written steps, and its results parted.
    """
    with engine.begin() as connection:
        driver = connection.connection.driver_connection
        about = driver.table(data_version.name).to_arrow_table()  # type: ignore[union-attr]
        migrations.migrate(driver, about["schema_number"][0].as_py())  # type: ignore[arg-type]
    if not block_table.older(engine).parted:
        with engine.begin() as connection:
            result_block.drop(connection)
        _part(engine, None, lambda _: None)
    with engine.begin() as connection:
        connection.execute(update(data_version).values(_about(name, account)))
        connection.execute(delete(data_content))
        _record_contents(connection)


def _record_contents(connection: Connection) -> None:
    """Write down the rows and the digest of every table, which prove that a version is whole."""
    told = contents(connection.connection.driver_connection)  # type: ignore[arg-type]
    rows = [
        dict(zip(data_content.c.keys(), (name, *said), strict=True)) for name, said in told.items()
    ]
    connection.execute(insert(data_content), rows)


def _about(name: str, account: Account) -> dict[str, object]:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    made = {"schema_number": SCHEMA_NUMBER, "made_at": now, "program": PROGRAM_VERSION}
    return {"name": name} | made | asdict(account)


def orphans(engine: Engine) -> Iterator[Problem]:
    """Find rows that refer to what the whole draft lacks: a school left out of a new list."""
    with engine.connect() as connection:
        for child in ORDER:
            for reference in child.foreign_keys:
                for value in connection.execute(_lacking(reference).limit(50)).scalars():
                    name = reference.parent.name
                    want = reference.target_fullname
                    yield Problem("left_without", 0, name, str(value), want, file=child.name)


@functools.cache
def _lacking(reference: ForeignKey) -> Statement:
    """One row per value of a reference that the table referred to does not have."""
    value, target = reference.parent, reference.column
    there = select(target).where(target == value).exists()
    return select(value).distinct().where(value.is_not(None), ~there).order_by(value)
