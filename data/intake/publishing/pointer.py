"""Name a new version, make it durable, point readers to it, and remove what did not succeed."""

import os
import shutil
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.errors import ReaderError
from data.store import POINTER, Version, pointed


def leftovers(store: Path) -> list[Path]:
    """List what writers at work or killed have there: drafts, DuckDB's folder, fresh pointers."""
    return [*store.glob("draft-*"), *store.glob(f"{POINTER}.*")]


def remove_leftovers(store: Path) -> None:
    """Remove what a killed writer left; the caller holds the lock."""
    for leftover in leftovers(store):
        if leftover.is_dir():
            shutil.rmtree(leftover)
        else:
            leftover.unlink()


def new_version(store: Path) -> Version:
    """Name a version by its time and a few random signs; names sort as versions were made.

    Only one can hold the lock, so a time later than the last version's is later than all: where the
    clock was set back, a microsecond more than the last stands for the time. Older names end at the
    second and sort before those of the same second, as "-" does before a digit.

    Raises ReaderError where a version stands at the end of time: nothing is later.
    """
    last = {when: file for file in store.glob("[0-9]*.duckdb") if (when := moment(file.stem))}
    try:
        now = max([datetime.now(UTC), *(each + timedelta(microseconds=1) for each in last)])
    except OverflowError:
        raise ReaderError("no_later_name", file=last[max(last)]) from None
    name = f"{now:%Y%m%dT%H%M%S%f}-{uuid.uuid4().hex[:8]}"
    return Version(name, store / f"{name}.duckdb")


def moment(name: str) -> datetime | None:
    """Read the time in a version's name, to the second if it is an older one; None: it has none."""
    stamp = name.partition("-")[0]
    try:
        return datetime.strptime(f"{stamp:0<21}+0000", "%Y%m%dT%H%M%S%f%z")
    except ValueError:
        return None


def make_durable(path: Path) -> None:
    """Flush a file, or a folder's entries, to the disk itself."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def point(store: Path, version: Version) -> None:
    """Make a version the current one by an atomic rename that is on the disk when this returns."""
    _put_folder_aside(store / POINTER)
    fresh = store / f"{POINTER}.{os.getpid()}"
    fresh.write_text(version.name, encoding="utf-8")
    make_durable(fresh)
    fresh.replace(store / POINTER)
    make_durable(store)


def _put_folder_aside(pointer: Path) -> None:
    """Give a folder that stands in the pointer's place another name: a file cannot replace it."""
    if pointer.is_dir() and not pointer.is_symlink():
        pointer.rename(pointer.with_name(f"not-{POINTER}-{uuid.uuid4().hex[:8]}"))


def undo(store: Path, version: Version) -> None:
    """Remove what a writer who failed has made, unless the pointer already names it."""
    remove_leftovers(store)
    if pointed(store) != version.name:
        version.path.unlink(missing_ok=True)
