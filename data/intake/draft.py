"""Fill and check the draft of a version while no reader can see it."""

from collections.abc import Callable
from datetime import UTC, datetime

import pyarrow as pa
from sqlalchemy import Connection, Engine, Select, cast, column, func, insert, select, table
from sqlalchemy.sql.ddl import CreateTableAs

from data.errors import Problem
from data.intake.aggregates import municipal_indicators
from data.intake.gathering import ORDER, Gathered
from data.schema import SCHEMA_NUMBER, data_input, data_version, municipal_indicator

SORTED = {
    "assessment_result": ("procedure", "subject", "year", "school_id"),
    "school_status": ("year", "school_id"),
}
"""Physical order is the only index of a version: what is asked together lies together."""


def fill(engine: Engine, tables: dict[str, pa.Table], progress: Callable[[float], None]) -> None:
    """Write the rows of every table in bulk, then the aggregate that pages read."""
    for number, name in enumerate(tables):
        with engine.begin() as connection:
            _copy(connection, name, tables[name])
        progress((number + 1) / (len(tables) + 1))
    with engine.begin() as connection:
        connection.execute(CreateTableAs(municipal_indicators(), municipal_indicator.name))
    progress(1.0)


def _copy(connection: Connection, name: str, rows: pa.Table) -> None:
    """Create a table from Arrow rows: casts come from the declaration, keys were checked before."""
    declared = next(item for item in ORDER if item.name == name)
    driver = connection.connection.driver_connection
    driver.register("arriving", rows)  # type: ignore[union-attr]
    source = table("arriving", *[column(item.name) for item in declared.columns])
    wanted = [cast(source.c[item.name], item.type).label(item.name) for item in declared.columns]
    keys = SORTED.get(name, tuple(item.name for item in declared.primary_key.columns))
    ordered = select(*wanted).order_by(*[source.c[key] for key in keys])
    connection.execute(CreateTableAs(ordered, name))
    driver.unregister("arriving")  # type: ignore[union-attr]


def describe(
    engine: Engine,
    name: str,
    gathered: Gathered,
    demonstration: bool,
    seed: int | None,
    reason: str,
) -> None:
    """Record what the version is and which files it was made of."""
    about = {
        "name": name,
        "schema_number": SCHEMA_NUMBER,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "demonstration": demonstration,
        "seed": seed,
        "reason": reason,
    }
    inputs = [
        {
            "file": file.name,
            "table_name": file.table.name,
            "sha256": file.sha256,
            "rows": file.rows.num_rows,
        }
        for file in gathered.files
    ]
    with engine.begin() as connection:
        data_version.create(connection)
        data_input.create(connection)
        connection.execute(insert(data_version), about)
        connection.execute(insert(data_input), inputs)


def repeated_keys(name: str) -> Select:
    """One row per key that stands more than once in a table filled from several files."""
    declared = next(item for item in ORDER if item.name == name)
    keys = list(declared.primary_key.columns)
    return select(*keys).group_by(*keys).having(func.count() > 1).order_by(*keys)


def faults(engine: Engine) -> list[Problem]:
    """Check what only the whole draft can show: keys repeated between files."""
    problems = []
    with engine.connect() as connection:
        for declared in ORDER:
            keys = ", ".join(item.name for item in declared.primary_key.columns)
            for row in connection.execute(repeated_keys(declared.name).limit(50)):
                value = " / ".join(str(part) for part in row)
                problems.append(
                    Problem(f"{declared.name}.csv", 0, keys, value, "repeated_key", keys)
                )
    return problems
