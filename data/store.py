"""Open data versions for reading, and run every statement of the product.

A version is one immutable DuckDB file; the pointer file beside them names the current one. No
published file is ever replaced under its own name: DuckDB would go on serving the old contents
to whoever has it open (duckdb issue 15912).
"""

import functools
import os
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.exc import DBAPIError, OperationalError

from data.errors import ReaderError
from data.schema import SCHEMA_NUMBER, data_version
from data.statements import Statement

POINTER = "current"
BESIDE_PROJECT = Path(__file__).resolve().parent.parent / "var" / "store"


@dataclass(frozen=True)
class Version:
    """One published data version; its name is its file's name without the ending."""

    name: str
    path: Path


def folder() -> Path:
    """Name the folder of the versions: MONITOR_STORE, or var/store beside the project."""
    return Path(os.environ.get("MONITOR_STORE") or BESIDE_PROJECT)


def current(store: Path | None = None) -> Version:
    """Read which version is current: one short file, cheap enough for every run of a page."""
    store = store or folder()
    name = pointed(store)
    if name is None:
        raise ReaderError("no_store", folder=store)
    version = Version(name, store / f"{name}.duckdb")
    if not name or not _is_there(version.path):
        raise ReaderError("broken_store", file=version.path)
    return version


def pointed(store: Path) -> str | None:
    """Read what the pointer says, sound or not; None if there is no pointer."""
    try:
        return (store / POINTER).read_text(encoding="utf-8", errors="replace").strip()
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        raise ReaderError("store_is_no_folder", folder=store) from None
    except OSError as error:
        raise ReaderError("broken_store", file=store / POINTER) from error


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long to be a file's
        return False


@functools.lru_cache(maxsize=8)
def engine(version: Version) -> Engine:
    """Open a version read-only, once a process; a version of another schema is refused."""
    return opened(version)


def opened(version: Version) -> Engine:
    """Open a version for one look, without pushing out those that readers are reading."""
    opened = create_engine(
        f"duckdb:///{version.path}",
        connect_args={"read_only": True},
        isolation_level="AUTOCOMMIT",  # nothing to begin or undo in a file that never changes
        skip_autocommit_rollback=True,
        pool_reset_on_return=None,
        pool_size=8,
        max_overflow=64,
    )
    try:
        with opened.connect() as connection:
            about = select(data_version.c.schema_number, data_version.c.demonstration)
            number, demonstration = connection.execute(about).one()
    except (DBAPIError, duckdb.Error) as error:
        opened.dispose()
        raise ReaderError("broken_store", file=version.path) from error
    if number != SCHEMA_NUMBER:
        opened.dispose()
        raise ReaderError(
            "other_schema",
            found=number,
            wanted=SCHEMA_NUMBER,
            file=version.path,
            demonstration=demonstration,
        )
    return opened


def fetch(version: Version, question: Statement) -> pd.DataFrame:
    """Answer a question from a version; texts stay Arrow-backed, NULL counts become NaN."""
    return fetch_arrow(engine(version), question).to_pandas(date_as_object=False)


def fetch_arrow(opened: Engine, question: Statement) -> pa.Table:
    """Answer a question as an Arrow table: SQLAlchemy's compiled cache, DuckDB's own columns."""
    try:
        with opened.connect() as connection:
            return connection.execute(question).cursor.to_arrow_table()
    except (OperationalError, duckdb.IOException) as error:
        if isinstance(getattr(error, "orig", error), duckdb.IOException):
            raise ReaderError("broken_store", file=opened.url.database) from error
        raise
