"""Publish a data version: write a draft, check it, make it durable, then swap the pointer.

Whatever stops the writer, readers open either the version before or the whole new one: a draft
has a name that no pointer names, and the pointer itself is replaced by one atomic rename.
"""

import contextlib
import hashlib
import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Engine, create_engine

from data.errors import BrokenInputError, ReaderError
from data.intake import draft
from data.intake.gathering import Gathered, gather
from data.store import POINTER, Version

Progress = Callable[[float, str], None]
"""Told the share done, 0 to 1, and the code of the step under way."""


@dataclass(frozen=True)
class Account:
    """What a version is: with demonstration data or not, from which seed, and why it was made."""

    demonstration: bool
    reason: str
    seed: int | None = None


def silent(share: float, step: str) -> None:
    """Take a progress report and say nothing."""


@contextlib.contextmanager
def writing(store: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the store's only pen; a second writer waits, then is told who holds it."""
    store.mkdir(parents=True, exist_ok=True)
    holder = store / "writer.txt"
    try:
        with FileLock(store / "writer.lock", timeout=wait_seconds):
            holder.write_text(f"{socket.gethostname()}, process {os.getpid()}", encoding="utf-8")
            yield
    except Timeout:
        name = holder.read_text(encoding="utf-8") if holder.exists() else "?"
        raise ReaderError("store_is_being_written", holder=name) from None


def publish(
    store: Path, folders: list[Path], account: Account, progress: Progress = silent
) -> Version:
    """Make one version of the files in `folders` and make it current; the caller holds the pen.

    Raises BrokenInputError with every located fault; nothing is changed then.
    """
    _sweep(store)
    progress(0.0, "reading")
    gathered = gather(folders, lambda share: progress(share * 0.5, "reading"))
    if gathered.problems:
        raise BrokenInputError(gathered.problems)
    if not gathered.files:
        raise ReaderError("no_files", folders=", ".join(str(folder) for folder in folders))
    version = _named(store, gathered)
    path = store / f"draft-{version.name}.duckdb"
    progress(0.5, "writing")
    _write(path, version, gathered, account, progress)
    progress(0.9, "publishing")
    _make_durable(path)
    path.rename(version.path)
    _make_durable(store)
    _point(store, version)
    progress(1.0, "publishing")
    return version


def _sweep(store: Path) -> None:
    """Remove what a killed writer left: drafts, DuckDB's folder beside one, fresh pointers."""
    for leftover in (*store.glob("draft-*"), *store.glob(f"{POINTER}.*")):
        if leftover.is_dir():
            shutil.rmtree(leftover)
        else:
            leftover.unlink()


def _named(store: Path, gathered: Gathered) -> Version:
    now = datetime.now(UTC)
    contents = "".join(sorted(file.sha256 for file in gathered.files)) + str(time.time_ns())
    name = f"{now:%Y%m%dT%H%M%S}-{hashlib.sha256(contents.encode()).hexdigest()[:8]}"
    return Version(name, store / f"{name}.duckdb")


def _write(
    path: Path, version: Version, gathered: Gathered, account: Account, progress: Progress
) -> None:
    engine: Engine = create_engine(f"duckdb:///{path}")
    try:
        draft.fill(engine, gathered.tables, lambda share: progress(0.5 + share * 0.4, "writing"))
        draft.describe(
            engine, version.name, gathered, account.demonstration, account.seed, account.reason
        )
        problems = draft.faults(engine)
    finally:
        engine.dispose()
    if problems:
        path.unlink()
        raise BrokenInputError(problems)


def _make_durable(path: Path) -> None:
    """Flush a file, or a folder's entries, to the disk itself."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _point(store: Path, version: Version) -> None:
    fresh = store / f"{POINTER}.{os.getpid()}"
    fresh.write_text(version.name, encoding="utf-8")
    _make_durable(fresh)
    fresh.replace(store / POINTER)
    _make_durable(store)
