"""Say whether a version is whole: every cell is read, and is the one that was written.

DuckDB notices a changed byte, but no block of another version in the place of its own; digests do.
A version of before schema 4 has none: of it only what DuckDB notices is noticed.
"""

import functools
import json
import subprocess
import sys
from pathlib import Path

from data import migrations, store
from data.errors import ReaderError
from data.intake.publishing import contents
from data.schema import SCHEMA_NUMBER, metadata

SECONDS = 600
"""Reading takes less than one for a region; a damaged file may make its reader hang."""


def insist(path: Path) -> None:
    """Raise ReaderError if a version is not whole, with the first fault that was noticed."""
    found = fault(path)
    if found:
        raise ReaderError("damaged_version", file=path, fault=found)


def fault(path: Path) -> str:
    """Give the first fault of a version in one English line; nothing if it is whole.

    What was once told of a file holds until it changes.
    """
    try:
        is_file, now = path.is_file(), path.stat()
    except OSError as error:
        return str(error.strerror)
    return _fault(path, now.st_mtime_ns, now.st_size) if is_file else "no file"


def newest_whole(folder: Path) -> store.Version | None:
    """Find the newest whole version that this program can read."""
    return next((found for found in store.versions(folder) if is_usable(found)), None)


def is_usable(version: store.Version) -> bool:
    """Tell whether a version is whole, and of a schema that this program can read."""
    if fault(version.path):
        return False
    return migrations.leads_from(int(str(store.about(version)["schema_number"])))


@functools.lru_cache(maxsize=500)
def _fault(path: Path, changed: int, size: int) -> str:
    try:
        told = subprocess.run(
            [sys.executable, "-I", contents.__file__, path],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"not read in {SECONDS} seconds"
    if told.returncode < 0:
        return f"its reader was killed by signal {-told.returncode}"
    if told.returncode:
        return next((line for line in told.stderr.splitlines() if "Error" in line[:90]), "unread")
    return _differing(**json.loads(told.stdout))


def _differing(
    about: list[dict[str, object]],
    found: dict[str, list[object]],
    recorded: dict[str, list[object]] | None,
) -> str:
    """Name the first table that is not what it was when the version was written."""
    number = about[0]["schema_number"] if len(about) == 1 else None
    lacking = set(metadata.tables) - {contents.RECORDED} - set(found)
    if number is None or number == SCHEMA_NUMBER and lacking:
        return f"tables lacking: {', '.join(sorted(lacking))}"
    if recorded is None:
        return ""
    names = sorted(set(found) | set(recorded))
    differ = [name for name in names if found.get(name) != recorded.get(name)]
    return f"the rows of {differ[0]} are not those that were written" if differ else ""
