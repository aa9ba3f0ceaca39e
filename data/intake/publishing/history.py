"""List the versions of a store with what is known of each, and go back to one of them."""

import contextlib
import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from data import generated_rows, store
from data.errors import ReaderError
from data.intake.publishing import publish, summaries, wholeness
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import Progress, silent
from data.intake.publishing.summaries import Files, Rows, Summary


@dataclass(frozen=True)
class Entry:
    """One version: its account, files and row counts; `error` if it does not open.

    `generated`: how many of the rows are the demonstration set's.
    """

    version: store.Version
    current: bool
    account: Account | None = None
    made_at: str = ""
    files: Files = ()
    rows: Rows = ()
    generated: Rows = ()
    error: str = ""


def history(folder: Path, progress: Progress = silent) -> list[Entry]:
    """List every version of a store, the newest first; one that does not open is listed too.

    What is listed was read of each file once; `entry` reads it again.
    """
    current = store.pointed(folder)
    versions = store.versions(folder)
    entries = []
    for number, version in enumerate(versions):
        entries.append(_told(version, version.name == current, summaries.summary))
        progress((number + 1) / len(versions), "listing")
    return entries


def entry(folder: Path, version: store.Version) -> Entry:
    """Tell of one version what its file says, whatever was kept of it."""
    return _entry(version, version.name == store.pointed(folder))


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
        bool(generated_rows.of(version)),
        why.strip(),
        who.strip(),
        seed if isinstance(seed, int) else None,
    )


def _entry(version: store.Version, current: bool) -> Entry:
    return _told(version, current, _about)


def _told(version: store.Version, current: bool, ask: Callable[[store.Version], Summary]) -> Entry:
    try:
        told = ask(version)
    except ReaderError as error:
        return Entry(version, current, error=error.code)
    return Entry(
        version, current, told.account, told.made_at, told.files, told.rows, told.generated
    )


@functools.lru_cache(maxsize=500)
def _about(version: store.Version) -> Summary:
    """Read what a version's file says, once a process: it never changes."""
    return summaries.renewed(version)
