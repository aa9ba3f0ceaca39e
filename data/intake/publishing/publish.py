"""Publish a data version: write a draft, check it, make it durable, then swap the pointer.

Whatever stops the writer, readers open either the version before or the whole new one: a draft
has a name that no pointer names, and the pointer itself is replaced by one atomic rename.
"""

import contextlib
import errno
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from data.errors import BrokenInputError, ReaderError
from data.intake.declared.gathering import gather
from data.intake.publishing import draft, keeping, pointer, summaries, wholeness
from data.intake.publishing.draft import Account
from data.store import Version

WAIT_SECONDS = 20.0
"""How long a person waits for another writer before being told who it is."""

Progress = Callable[[float, str], None]
"""Called with the share done, 0 to 1, and the code of the step under way."""


def silent(share: float, step: str) -> None:
    """Take a progress report and show nothing."""


@contextlib.contextmanager
def writing(store: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the store's lock; a second writer waits, then gets an error that names the first."""
    holder = store / "writer.txt"
    try:
        with reporting_full_disk(store):
            store.mkdir(parents=True, exist_ok=True)
            lock = FileLock(store / "writer.lock", timeout=wait_seconds).acquire()
        with lock:
            with reporting_full_disk(store):
                name = f"{socket.gethostname()}, process {os.getpid()}"
                holder.write_text(name, encoding="utf-8")
            yield
    except PermissionError as error:
        raise ReaderError("no_right_to_write", file=error.filename or store) from None
    except Timeout:
        name = holder.read_text(encoding="utf-8") if holder.exists() else "?"
        raise ReaderError("store_is_being_written", holder=name) from None
    except (FileExistsError, NotADirectoryError):
        raise ReaderError("store_is_no_folder", folder=store) from None
    except OSError as error:
        if error.errno not in (errno.EROFS, errno.ELOOP, errno.EISDIR):
            raise
        raise ReaderError("no_right_to_write", file=error.filename or store) from None


@contextlib.contextmanager
def reporting_full_disk(folder: Path) -> Iterator[None]:
    """Raise a ReaderError where the disk is full; every other failure stays as it is."""
    try:
        yield
    except (OSError, duckdb.Error, DBAPIError) as error:
        if not _is_full(error):
            raise
        raise ReaderError("disk_full", folder=folder) from error


def publish(
    store: Path, folders: list[Path], account: Account, progress: Progress = silent
) -> Version:
    """Make one version of the files in `folders` and make it current; the caller holds the lock.

    Raises BrokenInputError with every located fault; nothing is changed then.
    """
    progress(0.0, "reading")
    gathered = gather(folders, lambda share: progress(share * 0.5, "reading"))
    if gathered.problems:
        raise BrokenInputError(gathered.problems)
    if not gathered.files:
        raise ReaderError("no_files", folders=", ".join(str(folder) for folder in folders))

    def write(engine: Engine, name: str) -> None:
        draft.fill(engine, gathered, lambda share: progress(0.5 + share * 0.4, "writing"))
        draft.describe(engine, name, account)

    return _committed(store, None, write, progress)


def publish_draft(store: Path, ready: Path, account: Account, progress: Progress) -> Version:
    """Make a filled draft the current version; the caller holds the lock."""
    return _committed(
        store,
        lambda path: shutil.copyfile(ready, path),
        lambda engine, name: draft.describe(engine, name, account),
        progress,
    )


def publish_again(store: Path, older: Version, account: Account, progress: Progress) -> Version:
    """Make a copy of an older version the current one; the caller holds the lock.

    The copy is read to its end before it counts, and raises ReaderError if it is not whole.
    """

    def start(path: Path) -> None:
        shutil.copyfile(older.path, path)
        wholeness.insist(path)

    return _committed(
        store,
        start,
        lambda engine, name: draft.describe_again(engine, name, account),
        progress,
    )


def _committed(
    store: Path,
    start: Callable[[Path], object] | None,
    write: Callable[[Engine, str], None],
    progress: Progress,
) -> Version:
    """Write a draft, on what `start` puts there if given, and swap it in; else leave no trace."""
    pointer.remove_leftovers(store)
    version = pointer.new_version(store)
    path = store / f"draft-{version.name}.duckdb"
    with contextlib.ExitStack() as unfinished, reporting_full_disk(store):
        unfinished.callback(pointer.undo, store, version)
        progress(0.5, "writing")
        if start is not None:
            start(path)
        with draft.opened(path) as engine:
            write(engine, version.name)
        progress(0.9, "publishing")
        pointer.make_durable(path)
        path.rename(version.path)
        pointer.make_durable(store)
        pointer.point(store, version)
        unfinished.pop_all()
    # A version that does not open is listed as such, and is published all the same.
    with contextlib.suppress(ReaderError):
        summaries.renewed(version)
    keeping.prune_as_set(store)
    progress(1.0, "publishing")
    return version


def _is_full(error: BaseException) -> bool:
    """Say whether a failure is a full disk or quota, whoever reports it."""
    full = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return getattr(error, "errno", None) in full or any(
        os.strerror(code).casefold() in str(error).casefold() for code in full
    )
