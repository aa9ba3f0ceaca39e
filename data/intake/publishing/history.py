"""List the versions of a store with what is known of each, and go back to one of them."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data import store
from data.errors import ReaderError
from data.intake.publishing import publish, summaries
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import Progress, silent
from data.intake.publishing.summaries import Files, Rows, Summary


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


def history(folder: Path, progress: Progress = silent) -> list[Entry]:
    """List every version of a store, the newest first; one that does not open is listed too.

    What is listed was read of each file once; `entry` reads it again.
    """
    current = store.pointed(folder)
    files = sorted(folder.glob("[0-9]*.duckdb"), reverse=True)
    entries = []
    for number, file in enumerate(files):
        version = store.Version(file.stem, file)
        entries.append(_told(version, file.stem == current, summaries.summary))
        progress((number + 1) / len(files), "listing")
    return entries


def entry(folder: Path, version: store.Version) -> Entry:
    """Tell of one version what its file says, whatever was kept of it."""
    return _entry(version, version.name == store.pointed(folder))


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
    return _told(version, current, _about)


def _told(version: store.Version, current: bool, ask: Callable[[store.Version], Summary]) -> Entry:
    try:
        told = ask(version)
    except ReaderError as error:
        return Entry(version, current, error=error.code)
    return Entry(version, current, told.account, told.made_at, told.files, told.rows)


@functools.lru_cache(maxsize=500)
def _about(version: store.Version) -> Summary:
    """Read what a version's file says, once a process: it never changes."""
    return summaries.renewed(version)
