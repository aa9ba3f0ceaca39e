"""Keep beside the versions what the list of them tells, so that listing opens no version.

A summary is made from its version's file, and says of which size and time that file was: one that
is missing, damaged or of another file is made again. It may be lost at any time. The file alone is
the truth: whoever acts on a version reads that, and corrects a summary that tells otherwise.
"""

import contextlib
import functools
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from sqlalchemy import func, select

from data import generated_rows, store
from data.errors import ReaderError
from data.intake.publishing.draft import Account
from data.schema import INTAKE_TABLES, SCHEMA_NUMBER, data_input, data_version
from data.statements import Statement
from data.store import Version

FOLDER = "summaries"

Files = tuple[tuple[str, str, int, str], ...]
"""File, table, rows and SHA-256 of each file or sheet that rows were taken from."""

Rows = tuple[tuple[str, int], ...]
"""Table and number of rows, of tables that a region brings."""


@dataclass(frozen=True)
class Summary:
    """What the list tells of a version that opens."""

    made_at: str
    account: Account
    files: Files
    rows: Rows
    generated: Rows
    """How many of the rows are the demonstration set's, of the tables that have any."""


def summary(version: Version) -> Summary:
    """Give what is known of a version, from its file only if that was not looked at before.

    Raises ReaderError if the version does not open.
    """
    mark = _mark(version)
    return _kept(version, mark) or renewed(version, mark)


def renewed(version: Version, mark: dict[str, object] | None = None) -> Summary:
    """Read a version's file and keep what it tells; raises ReaderError if it does not open."""
    mark = mark or _mark(version)
    found = _read(version)
    _keep(version, mark | {"schema": SCHEMA_NUMBER} | asdict(found))
    return found


def forget(version: Version) -> None:
    """Remove what is kept of a version that was removed."""
    _place(version).unlink(missing_ok=True)


def _mark(version: Version) -> dict[str, object]:
    """Tell a version's file from others without reading it."""
    try:
        about = version.path.stat()
    except OSError as error:
        raise ReaderError("broken_store", file=version.path) from error
    return {"name": version.name, "bytes": about.st_size, "changed": about.st_mtime_ns}


def _kept(version: Version, mark: Mapping[str, object]) -> Summary | None:
    """Give what this program has kept of this very file, if it is sound."""
    try:
        body, digest = _place(version).read_text(encoding="utf-8").splitlines()
        kept = json.loads(body)
    except (OSError, ValueError):
        return None
    if digest != _digest(body) or any(kept.get(key) != value for key, value in mark.items()):
        return None
    if kept["schema"] != SCHEMA_NUMBER or "generated" not in kept:
        return None
    return Summary(
        kept["made_at"],
        Account(**kept["account"]),
        tuple((file, table, rows, sha) for file, table, rows, sha in kept["files"]),
        tuple((table, rows) for table, rows in kept["rows"]),
        tuple((table, rows) for table, rows in kept["generated"]),
    )


def _keep(version: Version, found: Mapping[str, object]) -> None:
    """Write a summary; a store that cannot be written to is listed all the same, only slower.

    Whoever writes one at the same time writes the same, and half a one has not its digest.
    """
    body = json.dumps(found, ensure_ascii=False)
    told, place = f"{body}\n{_digest(body)}\n", _place(version)
    with contextlib.suppress(OSError):
        if not place.is_file() or place.read_text(encoding="utf-8", errors="replace") != told:
            place.parent.mkdir(exist_ok=True)
            place.write_text(told, encoding="utf-8")


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _place(version: Version) -> Path:
    return version.path.parent / FOLDER / f"{version.name}.json"


def _read(version: Version) -> Summary:
    """Read the time, account, files and row counts of a version."""
    engine = store.opened(version)
    try:
        about = store.fetch_arrow(engine, select(data_version)).to_pylist()[0]
        columns = ("file", "table_name", "rows", "sha256")
        taken = select(*[data_input.c[name] for name in columns]).where(
            data_input.c.version.is_(None)
        )
        asked = taken.order_by(data_input.c.number)
        files = tuple(tuple(row.values()) for row in store.fetch_arrow(engine, asked).to_pylist())
        rows = tuple(store.fetch_arrow(engine, _amounts()).to_pylist()[0].items())
        generated = tuple(generated_rows.counts(engine).items())
    finally:
        engine.dispose()
    said = {field.name: about[field.name] for field in fields(Account)}
    # What an earlier program wrote of its version's mark may be wrong: the rows tell.
    account = Account(**said | {"demonstration": bool(generated)})
    return Summary(about["made_at"], account, files, rows, generated)


@functools.cache
def _amounts() -> Statement:
    """One row: how many rows each table has."""
    many = [
        select(func.count()).select_from(table).scalar_subquery().label(table.name)
        for table in INTAKE_TABLES
    ]
    return select(*many)
