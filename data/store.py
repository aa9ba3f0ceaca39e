"""Open data versions for reading, and run every statement of the product.

A version is one immutable DuckDB file; the pointer file beside them names the current one. No
published file is ever replaced under its own name: DuckDB would go on serving the old contents
to whoever has it open (duckdb issue 15912).
"""

import functools
import os
import shutil
import weakref
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, OperationalError

from data import engines, migrations, temporary_folders
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
    """Read which version is current: one short file, cheap enough for every run of a page.

    Raises ReaderError: no_store if nothing was ever published here, no_current if the pointer is
    lost or names no version, broken_store if it names a version whose file is gone.
    """
    store = store or folder()
    name = pointed(store)
    if name is None and not files_of_data(store):
        raise ReaderError("no_store", folder=store)
    if name is None or not _is_name(name):
        raise ReaderError("no_current", folder=store)
    version = Version(name, store / f"{name}.duckdb")
    if not version.path.is_file():
        raise ReaderError("broken_store", file=version.path)
    return version


def pointed(store: Path) -> str | None:
    """Read what the pointer says, sound or not; nothing if it is no file, None if it is not there.

    A link that leads nowhere was a pointer once: it is there.
    """
    pointer = store / POINTER
    try:
        return pointer.read_text(encoding="utf-8", errors="replace").strip()
    except NotADirectoryError:
        raise ReaderError("store_is_no_folder", folder=store) from None
    except FileNotFoundError:
        return "" if pointer.is_symlink() else None
    except OSError:
        return ""


def versions(store: Path) -> list[Version]:
    """List what bears the name of a version, sound or not, the newest first."""
    named = (path for path in store.glob("[0-9]*.duckdb") if _is_name(path.stem))
    return [Version(path.stem, path) for path in sorted(named, reverse=True)]


def files_of_data(store: Path) -> list[Path]:
    """List what may hold data of a region, whatever its name is: all but unfinished drafts."""
    return [path for path in store.glob("*.duckdb") if not path.name.startswith("draft-")]


def _is_name(name: str) -> bool:
    """Tell whether a text can be a version's name: a file of the folder, with signs one can see."""
    return 0 < len(name) < 200 and name.isprintable() and Path(name).name == name


@functools.lru_cache(maxsize=8)
def engine(version: Version) -> Engine:
    """Open a version read-only, once a process; of an older schema a migrated copy is opened.

    Raises ReaderError where the file is no sound version, or no step leads from its schema here.
    """
    return opened(version)


def opened(version: Version) -> Engine:
    """Open a version for one look, without pushing out those that readers are reading."""
    number = insist_on_steps(version)
    return _opened(version.path) if number == SCHEMA_NUMBER else _migrated(version, number)


def insist_on_steps(version: Version) -> int:
    """Give the schema number of a version; raises ReaderError if this program cannot read it."""
    what = about(version)
    number = int(str(what["schema_number"]))
    details = {
        "found": number,
        "wanted": SCHEMA_NUMBER,
        "oldest": migrations.OLDEST,
        "program": what.get("program") or "?",
        "file": version.path,
        "demonstration": is_demonstration(version),
    }
    if number > SCHEMA_NUMBER:
        raise ReaderError("newer_schema", **details)
    if not migrations.leads_from(number):
        raise ReaderError("older_schema", **details)
    return number


@functools.lru_cache(maxsize=500)
def about(version: Version) -> Mapping[str, object]:
    """Read the row that says what a version is, as it was written, of whatever schema."""
    opened = _opened(version.path)
    try:
        with opened.connect() as connection:
            driver = connection.connection.driver_connection
            rows = driver.table(data_version.name).to_arrow_table()  # type: ignore[union-attr]
    except (DBAPIError, duckdb.Error) as error:
        raise ReaderError("broken_store", file=version.path) from error
    finally:
        opened.dispose()
    if rows.num_rows != 1 or not {"schema_number", "demonstration"} <= set(rows.column_names):
        raise ReaderError("broken_store", file=version.path)
    return dict(rows.to_pylist()[0])


def is_demonstration(version: Version) -> bool:
    """Tell whether a version is the generator's alone, so that nobody's data can be lost with it.

    Only such a version has a seed. One with rows of the generator among others is marked as a
    demonstration too (`data.generated_rows`), and is a region's own data all the same.
    """
    return about(version).get("seed") is not None


def _opened(path: Path) -> Engine:
    if not path.is_file():  # a folder, a link to nothing, or a pipe, which would never answer
        raise ReaderError("broken_store", file=path)
    return engines.made(
        path,
        connect_args={"read_only": True},
        isolation_level="AUTOCOMMIT",  # nothing to begin or undo in a file that never changes
        skip_autocommit_rollback=True,
        pool_size=8,
        max_overflow=64,
    )


def _migrated(version: Version, number: int) -> Engine:
    """Open a copy that the written steps brought to today's schema; it goes with its engine."""
    room = temporary_folders.make()
    copy = room.path / "migrated.duckdb"
    try:
        shutil.copyfile(version.path, copy)
        with closing(duckdb.connect(copy)) as driver:
            migrations.migrate(driver, number)
            driver.execute("CHECKPOINT")
    except (OSError, duckdb.Error) as error:
        room.remove()
        raise ReaderError(
            "not_migrated", file=version.path, folder=room.path.parent, reason=error
        ) from error
    opened = _opened(copy)
    weakref.finalize(opened, room.remove)
    return opened


def fetch(version: Version, question: Statement) -> pd.DataFrame:
    """Answer a question from a version; texts stay Arrow-backed, NULL counts become NaN."""
    rows = _to_their_size(fetch_arrow(engine(version), question))
    return rows.to_pandas(date_as_object=False)


def _to_their_size(rows: pa.Table) -> pa.Table:
    """Copy rows into memory of their own size: DuckDB gives each column room for a million."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema) as stream:
        stream.write_table(rows)
    return pa.ipc.open_stream(sink.getvalue()).read_all()


def fetch_arrow(opened: Engine, question: Statement) -> pa.Table:
    """Answer a question as an Arrow table: SQLAlchemy's compiled cache, DuckDB's own columns."""
    try:
        with opened.connect() as connection:
            return connection.execute(question).cursor.to_arrow_table()
    except (OperationalError, duckdb.IOException) as error:
        if isinstance(getattr(error, "orig", error), duckdb.IOException):
            raise ReaderError("broken_store", file=opened.url.database) from error
        raise
