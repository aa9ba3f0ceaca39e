"""List the versions of a store with what is known of each, and go back to one of them."""

import functools
from dataclasses import dataclass, fields
from pathlib import Path

from sqlalchemy import func, select

from data import store
from data.errors import ReaderError
from data.intake.publishing import publish
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import Progress, silent
from data.schema import INTAKE_TABLES, data_input, data_version, metadata

Files = tuple[tuple[str, str, int, str], ...]
"""File, table, rows and SHA-256 of each file or sheet that rows were taken from."""

Rows = tuple[tuple[str, int], ...]
"""Table and number of rows, for the tables that a region brings."""


@dataclass(frozen=True)
class Entry:
    """One version: its account, its files and its row counts; `error` if it does not open."""

    version: store.Version
    current: bool
    account: Account | None = None
    made_at: str = ""
    files: Files = ()
    rows: Rows = ()
    error: str = ""


def history(folder: Path) -> list[Entry]:
    """List every version of a store, the newest first; one that does not open is listed too."""
    current = store.pointed(folder)
    files = sorted(folder.glob("[0-9]*.duckdb"), reverse=True)
    return [_entry(store.Version(file.stem, file), file.stem == current) for file in files]


def version_named(folder: Path, name: str) -> store.Version:
    """Find a version by its name; raises ReaderError if the store has none of it."""
    for file in folder.glob("[0-9]*.duckdb"):
        if file.stem == name and not _entry(store.Version(name, file), False).error:
            return store.Version(name, file)
    raise ReaderError("no_such_version", name=name, folder=folder)


def roll_back(
    folder: Path, name: str, who: str, why: str, progress: Progress = silent
) -> store.Version:
    """Publish an older version again; what was current stays in the list like any other."""
    if not who.strip() or not why.strip():
        raise ReaderError("who_and_why")
    older = version_named(folder, name)
    with publish.writing(folder, publish.WAIT_SECONDS):
        now = store.current(folder)
        if older == now:
            raise ReaderError("already_current", name=name)
        was = _entry(older, False).account
        assert was is not None, "version_named gives versions that open"
        account = Account(
            was.demonstration, why.strip(), who.strip(), was.seed, now.name, restores=name
        )
        return publish.publish_again(folder, older, account, progress)


def _entry(version: store.Version, current: bool) -> Entry:
    try:
        made_at, account, files, rows = _about(version)
    except ReaderError as error:
        return Entry(version, current, error=error.code)
    return Entry(version, current, account, made_at, files, rows)


@functools.lru_cache(maxsize=500)
def _about(version: store.Version) -> tuple[str, Account, Files, Rows]:
    """Read the time, account, files and row counts of a version once: its file never changes."""
    engine = store.engine(version)
    about = store.fetch_arrow(engine, select(data_version)).to_pylist()[0]
    account = Account(**{field.name: about[field.name] for field in fields(Account)})
    columns = ("file", "table_name", "rows", "sha256")
    asked = select(*[data_input.c[name] for name in columns]).order_by(data_input.c.number)
    files = tuple(tuple(row.values()) for row in store.fetch_arrow(engine, asked).to_pylist())
    rows = tuple((table.name, _rows(version, table.name)) for table in INTAKE_TABLES)
    return about["made_at"], account, files, rows


def _rows(version: store.Version, name: str) -> int:
    counted = select(func.count()).select_from(metadata.tables[name])
    return int(store.fetch_arrow(store.engine(version), counted).column(0)[0].as_py())
