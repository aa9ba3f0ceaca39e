"""Name a new version, make it durable, lead readers to it, and clear away what did not succeed."""

import os
import shutil
import uuid
from datetime import UTC, datetime
from pathlib import Path

from data.store import POINTER, Version, pointed


def sweep(store: Path) -> None:
    """Remove what a killed writer left: drafts, DuckDB's folder beside one, fresh pointers."""
    for leftover in (*store.glob("draft-*"), *store.glob(f"{POINTER}.*")):
        if leftover.is_dir():
            shutil.rmtree(leftover)
        else:
            leftover.unlink()


def named(store: Path) -> Version:
    """Name a version by its time and a few signs of chance; names sort as versions were made.

    To the microsecond, for publishing takes longer and only one can hold the pen. Older names end
    at the second and still sort before those of the same second, as "-" does before a digit.
    """
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{uuid.uuid4().hex[:8]}"
    return Version(name, store / f"{name}.duckdb")


def make_durable(path: Path) -> None:
    """Flush a file, or a folder's entries, to the disk itself."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def point(store: Path, version: Version) -> None:
    """Make a version the current one by an atomic rename that is on the disk when this returns."""
    fresh = store / f"{POINTER}.{os.getpid()}"
    fresh.write_text(version.name, encoding="utf-8")
    make_durable(fresh)
    fresh.replace(store / POINTER)
    make_durable(store)


def take_back(store: Path, version: Version) -> None:
    """Remove what a writer who failed has made, unless readers are already led to it."""
    sweep(store)
    if pointed(store) != version.name:
        version.path.unlink(missing_ok=True)
