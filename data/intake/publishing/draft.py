"""Fill and check the draft of a version while no reader can see it."""

import contextlib
import functools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

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
from data.intake.declared import origins
from data.intake.declared.gathering import ORDER, Gathered
from data.intake.declared.origins import Inputs
from data.intake.publishing.aggregates import municipal_indicators
from data.intake.publishing.blocks import table as block_table
from data.intake.publishing.contents import contents
from data.intake.publishing.merging import merged_rows
from data.program_version import PROGRAM_VERSION
from data.schema import (
    SCHEMA_NUMBER,
    data_content,
    data_input,
    data_version,
    municipal_indicator,
    result_block,
    shown_indicator,
)
from data.statements import Statement

SHARE_OF_COPYING = 0.2
"""How much of the time of filling a draft goes by before its results are parted into blocks."""

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
    gathered: Gathered,
    progress: Callable[[float], None],
    base: Engine | None = None,
) -> None:
    """Write the rows of every table in bulk, then the aggregate and the blocks that pages read.

    The files that rows came from are recorded with them.

    `base` is the region's own version before, whose blocks stay together.
    Raises MissingIndicatorError, before anything is written, if an indicator is shown uncounted.
    """
    tables, used = gathered.tables, set[int]()
    for layer in tables[shown_indicator.name]:
        insist(zip(layer["code"].to_pylist(), layer["kind"].to_pylist(), strict=True))
    with engine.begin() as connection:
        for number, name in enumerate(tables):
            used |= _copy(connection, name, tables[name])
            progress(SHARE_OF_COPYING * (number + 1) / len(tables))
        _record_inputs(connection, gathered.inputs, used)
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


def _copy(connection: Connection, name: str, layers: Sequence[pa.Table]) -> set[int]:
    """Create a table from layers of Arrow rows, and give the numbers of the inputs of its rows.

    The layers have the declared types and order; DuckDB keeps the order of the rows that it is
    given.
    """
    rows = merged_rows(name, layers)
    _create(connection, name, rows)
    return set(rows[origins.INPUT].unique().drop_null().to_pylist())


def _record_inputs(connection: Connection, inputs: Inputs, used: Collection[int]) -> None:
    """Write down the files that came, and the earlier ones that rows still stay of."""
    data_input.create(connection)
    kept = [
        {"number": number} | asdict(came)
        for number, came in sorted(inputs.items())
        if came.version is None or number in used
    ]
    connection.execute(insert(data_input), kept)


def _create(connection: Connection, name: str, rows: pa.Table) -> None:
    driver = connection.connection.driver_connection
    driver.from_arrow(rows).create(name)  # type: ignore[union-attr]


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


def describe(engine: Engine, name: str, account: Account) -> None:
    """Record what the version is."""
    with engine.begin() as connection:
        data_version.create(connection)
        connection.execute(insert(data_version), _about(name, account))
        data_content.create(connection)
        _record_contents(connection)


def describe_again(engine: Engine, name: str, account: Account) -> None:
    """Record that a copy of an older version is a new one; its files stay on record.

    A copy of an older schema is brought to today's by the written steps, and its results parted.
    """
    # Outside of a transaction: in one DuckDB does not change a table's columns after its rows.
    with contextlib.closing(engine.raw_connection()) as raw:
        driver = raw.driver_connection
        about = driver.table(data_version.name).to_arrow_table()  # type: ignore[union-attr]
        migrations.migrate(driver, about["schema_number"][0].as_py())  # type: ignore[arg-type]
    if not block_table.older(engine).rows.num_rows:
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
