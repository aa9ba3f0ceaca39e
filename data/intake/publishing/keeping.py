"""Remove old versions where whoever runs the program has set how many are kept; else keep all.

Never removed: the current version, the last ones, younger ones than is set, and files that are
damaged, for what they once held is not known. Who made a removed version, when and why, stays on
record.
"""

import contextlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from dateutil.relativedelta import relativedelta

from data.errors import ReaderError
from data.intake.publishing import pointer, summaries
from data.store import Version, pointed

VERSIONS, MONTHS = "MONITOR_KEEP_VERSIONS", "MONITOR_KEEP_MONTHS"
"""Environment variables: how many of the last versions are kept, and versions of how many months;
what either keeps stays. Without both every version is kept."""

LEAST = 2
"""The current version, and the one to go back to; a reader may be at it as another is published."""

RECORD = "removed.json"


@dataclass(frozen=True)
class Keeping:
    """How many of the last versions are kept, and of how many last months; None: not set."""

    versions: int | None = None
    months: int | None = None

    def is_everything(self) -> bool:
        """Tell whether nothing is ever removed."""
        return self.versions is None and self.months is None


@dataclass(frozen=True)
class Removed:
    """What stays on record of a version that was removed."""

    name: str
    made_at: str
    published_by: str
    reason: str
    removed_at: str


def setting() -> Keeping:
    """Read what is set; raises ReaderError for what is no number, or too small a one."""
    return Keeping(_number(VERSIONS, LEAST), _number(MONTHS, 1))


def _number(name: str, least: int) -> int | None:
    said = os.environ.get(name, "").strip()
    if not said:
        return None
    if not (said.isascii() and said.isdigit() and int(said) >= least):
        raise ReaderError("keeping_setting", name=name, value=said, least=least)
    return int(said)


def surplus(folder: Path, keeping: Keeping) -> list[Version]:
    """List the versions that would be removed now, the oldest first."""
    if keeping.is_everything():
        return []
    files = sorted(folder.glob("[0-9]*.duckdb"), reverse=True)
    sound = [version for file in files if _is_sound(version := Version(file.stem, file))]
    current, since = pointed(folder), _since(keeping.months)
    old = [version for version in sound[keeping.versions or LEAST :] if version.name != current]
    return [version for version in reversed(old) if _is_older(version, since)]


def prune(folder: Path, keeping: Keeping) -> list[Version]:
    """Remove what is not to be kept; the caller holds the lock.

    A reader who has a removed version open reads on: its file is gone once nobody does. Where the
    system does not remove open files, they stay until the next time.
    """
    going = surplus(folder, keeping)
    if not going:
        return []
    # Recorded first: no version goes without a word, whenever this is stopped.
    _record(folder, going)
    gone = []
    for version in going:
        with contextlib.suppress(PermissionError):
            version.path.unlink()
            summaries.forget(version)
            gone.append(version)
    return gone


def prune_as_set(folder: Path) -> None:
    """Remove what the setting does not keep; no fault in this spoils what was published."""
    with contextlib.suppress(ReaderError, OSError):
        prune(folder, setting())


def removed(folder: Path) -> list[Removed]:
    """List the versions that were removed and are not there again, the newest first."""
    found = [each for each in _recorded(folder) if not (folder / f"{each.name}.duckdb").exists()]
    return sorted(found, key=lambda each: each.name, reverse=True)


def _is_sound(version: Version) -> bool:
    try:
        summaries.summary(version)
    except ReaderError as error:
        return error.code in ("older_schema", "newer_schema")
    return True


def _since(months: int | None) -> datetime:
    since: datetime = datetime.now(UTC) - relativedelta(months=months or 0)
    return since


def _is_older(version: Version, since: datetime) -> bool:
    """Say whether a version was made before a time; one whose name tells no time never was."""
    moment = pointer.moment(version.name)
    return moment is not None and moment < since


def _record(folder: Path, going: Sequence[Version]) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    names = {version.name for version in going}
    told = [each for each in _recorded(folder) if each.name not in names]
    told += [_account(version, now) for version in going]
    fresh = folder / f"draft-{RECORD}"
    lines = [asdict(each) for each in told]
    fresh.write_text(json.dumps(lines, ensure_ascii=False, indent=1), encoding="utf-8")
    pointer.make_durable(fresh)
    fresh.replace(folder / RECORD)
    pointer.make_durable(folder)


def _account(version: Version, now: str) -> Removed:
    try:
        told = summaries.summary(version)
    except ReaderError:  # of another schema: only its name is known
        return Removed(version.name, "", "", "", now)
    return Removed(version.name, told.made_at, told.account.published_by, told.account.reason, now)


def _recorded(folder: Path) -> list[Removed]:
    try:
        return [Removed(**line) for line in json.loads((folder / RECORD).read_text("utf-8"))]
    except (OSError, ValueError, TypeError):
        return []
