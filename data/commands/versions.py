"""List versions, go back to one or bring one to date, and take the region's tables out of one."""

import argparse
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Table, select

from data import first_start, store
from data.commands import telling
from data.errors import ReaderError
from data.intake.declared.distinct_texts import coded
from data.intake.publishing import history, wholeness
from data.intake.publishing.history import Entry
from data.intake.publishing.publish import writing
from data.intake.spelling.formula_guard import guarded
from data.schema import INTAKE_TABLES, SCHEMA_NUMBER, metadata
from data.statements import Statement


def build(arguments: argparse.Namespace) -> int:
    """Make a new version of the shipped facts and the demonstration set, and make it current."""
    with writing(arguments.store, first_start.WAIT_SECONDS):
        name = first_start.build(
            arguments.store, telling.progress(), reason="python -m data build"
        ).name
    print(f"{name}: {_kind(_entry(arguments.store, name))}")
    return 0


def versions(arguments: argparse.Namespace) -> int:
    """List the versions of the store, the newest first; the current one is marked."""
    entries = history.history(arguments.store, telling.progress())
    if arguments.json:
        telling.as_json([_told(entry) for entry in entries])
    else:
        for entry in entries:
            print(_line(entry))
    try:
        store.engine(store.current(arguments.store))
    except ReaderError:
        _tell_newest_whole(arguments.store)
        raise
    return 0


def _tell_newest_whole(folder: Path) -> None:
    newest = wholeness.newest_whole(folder)
    if newest is not None:
        print(f"newest whole version: {newest.name}", file=sys.stderr)


def rollback(arguments: argparse.Namespace) -> int:
    """Publish an older version again; what was current stays in the list like any other."""
    version = history.roll_back(
        arguments.store, arguments.version, arguments.by, arguments.why, telling.progress()
    )
    print(f"{version.name}: {_kind(_entry(arguments.store, version.name))}")
    return 0


def recover(arguments: argparse.Namespace) -> int:
    """Go back to the newest whole version, if the current one is lost or damaged."""
    version = history.recover(arguments.store, arguments.by, arguments.why, telling.progress())
    print(f"{version.name}: {_kind(_entry(arguments.store, version.name))}")
    return 0


def migrate(arguments: argparse.Namespace) -> int:
    """Publish the current version again in the layout of this program; older ones stay readable."""
    version = store.current(arguments.store)
    if store.insist_on_steps(version) < SCHEMA_NUMBER:
        version = history.migrate(arguments.store, arguments.by, arguments.why, telling.progress())
    print(f"{version.name}: layout {SCHEMA_NUMBER}")
    return 0


def export(arguments: argparse.Namespace) -> int:
    """Write the tables that a region brings as CSV, which `publish` reads back unchanged."""
    if arguments.version:
        version = history.version_named(arguments.store, arguments.version)
    else:
        version = store.current(arguments.store)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for name in arguments.table or [table.name for table in INTAKE_TABLES]:
        rows = store.fetch_arrow(store.engine(version), _sorted(metadata.tables[name]))
        if rows.num_rows:
            path = arguments.folder / f"{name}.csv"
            _write(path, rows)
            print(f"{path}: {rows.num_rows}")
    return 0


def _sorted(table: Table) -> Statement:
    return select(table).order_by(*table.primary_key.columns)


def _write(path: Path, rows: pa.Table) -> None:
    texts = pa.table({name: _texts(rows[name]) for name in rows.column_names})
    # Where lines end with LF alone, Python's writer leaves a lone CR of a text without quotes.
    texts.to_pandas().to_csv(path, index=False, encoding="utf-8", lineterminator="\r\n")


def _texts(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    """Write cells as the checks want them: whole digits, no powers of ten, yes/no as words.

    What a spreadsheet would run is guarded; reading takes the guard off. Numbers are not touched.
    """
    if pa.types.is_floating(cells.type):
        return _each(cells, lambda value: f"{Decimal(repr(value)):f}")
    if pa.types.is_string(cells.type):
        return _each(cells, guarded)
    return pc.cast(cells, pa.string())


def _each(cells: pa.ChunkedArray, said: Callable[[Any], str]) -> pa.ChunkedArray:
    """Write each distinct cell once."""
    found = coded(cells)
    texts = pa.array([said(value) for value in found.dictionary.to_pylist()], pa.string())
    return pa.chunked_array([texts.take(found.indices)])


def _entry(folder: Path, name: str) -> Entry:
    return next(entry for entry in history.history(folder) if entry.version.name == name)


def _told(entry: Entry) -> dict[str, object]:
    told: dict[str, object] = {"name": entry.version.name, "current": entry.current}
    if entry.account is None:
        return told | {"error": entry.error}
    account = entry.account
    return told | {
        "made_at": entry.made_at,
        "demonstration": account.demonstration,
        "seed": account.seed,
        "by": account.published_by,
        "why": account.reason,
        "base": account.base,
        "restores": account.restores,
        "files": [
            dict(zip(("file", "table", "rows", "sha256"), file, strict=True))
            for file in entry.files
        ],
        "rows": dict(entry.rows),
        "generated": dict(entry.generated),
    }


def _line(entry: Entry) -> str:
    return f"{'*' if entry.current else ' '}  {entry.version.name}  {_kind(entry)}"


def _kind(entry: Entry) -> str:
    account = entry.account
    if account is None:
        return entry.error
    kind = {
        "demonstration": f"demonstration data, seed {account.seed}",
        "mixed": f"own data, and demonstration rows: {sum(dict(entry.generated).values())}",
        "own": "own data",
    }[account.kind]
    by = f", {account.published_by}" if account.published_by else ""
    back = f", restores {account.restores}" if account.restores else ""
    return f"{entry.made_at}  {kind}  ({account.reason}{by}{back})"
