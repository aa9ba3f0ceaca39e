"""List the versions of a store with what is known of each, and go back to one of them."""

import contextlib
import functools
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

from sqlalchemy import func, select

from data import store
from data.errors import ReaderError
from data.intake.publishing import publish, wholeness
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
    return [_entry(version, version.name == current) for version in store.versions(folder)]


def version_named(folder: Path, name: str) -> store.Version:
    """Open a version by its name; raises ReaderError if there is none, or it does not open."""
    version = _named(folder, name)
    store.engine(version)
    return version


def _named(folder: Path, name: str) -> store.Version:
    for version in store.versions(folder):
        if version.name == name:
            return version
    raise ReaderError("no_such_version", name=name, folder=folder)


def roll_back(
    folder: Path, name: str, who: str, why: str, progress: Progress = silent
) -> store.Version:
    """Publish an older version again; what was current stays in the list like any other.

    What is current need not open: going back is the way out too. Of the older version every cell
    is read before its copy counts.
    """
    older = _named(folder, name)
    with _by_somebody(folder, who, why):
        return _again(folder, older, who, why, progress)


def recover(folder: Path, who: str, why: str, progress: Progress = silent) -> store.Version:
    """Go back to the newest whole version, if the current one is lost or damaged."""
    with _by_somebody(folder, who, why):
        now = _current(folder)
        if now is not None and wholeness.is_usable(now):
            raise ReaderError("already_current", name=now.name)
        newest = wholeness.newest_whole(folder)
        if newest is None:
            raise ReaderError("nothing_whole", folder=folder)
        return _again(folder, newest, who, why, progress)


def _again(
    folder: Path, older: store.Version, who: str, why: str, progress: Progress
) -> store.Version:
    """Publish a version again if it is whole; the caller holds the lock."""
    wholeness.insist(older.path)
    store.insist_on_steps(older)
    now = _current(folder)
    if older == now:
        raise ReaderError("already_current", name=older.name)
    base = now.name if now else None
    account = replace(_account(older, who, why), base=base, restores=older.name)
    return publish.publish_again(folder, older, account, progress)


def migrate(folder: Path, who: str, why: str, progress: Progress = silent) -> store.Version:
    """Publish the current version again as this program writes it: in today's schema."""
    with _by_somebody(folder, who, why):
        now = store.current(folder)
        return publish.publish_again(
            folder, now, replace(_account(now, who, why), base=now.name), progress
        )


@contextlib.contextmanager
def _by_somebody(folder: Path, who: str, why: str) -> Iterator[None]:
    """Hold the store's lock for a person who says who and why."""
    if not who.strip() or not why.strip():
        raise ReaderError("who_and_why")
    with publish.writing(folder, publish.WAIT_SECONDS):
        yield


def _current(folder: Path) -> store.Version | None:
    try:
        return store.current(folder)
    except ReaderError:
        return None


def _account(version: store.Version, who: str, why: str) -> Account:
    was = store.about(version)
    seed = was.get("seed")
    return Account(
        bool(was["demonstration"]),
        why.strip(),
        who.strip(),
        seed if isinstance(seed, int) else None,
    )


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
