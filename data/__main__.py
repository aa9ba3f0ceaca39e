"""Manage data versions from a terminal: `python -m data --help`.

Exit codes: 0 done, 1 something a person can mend (said on stderr), 2 wrong usage.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from data import first_start, store
from data.errors import ReaderError
from data.intake.publishing import writing
from data.schema import data_version


def build(arguments: argparse.Namespace) -> None:
    """Make a new version of the shipped facts and the demonstration set, and make it current."""
    with writing(arguments.store, first_start.WAIT_SECONDS):
        version = first_start.build(arguments.store, _tell, reason="python -m data build")
    print(f"{version.name}: {_kind(_about(version))}")


def versions(arguments: argparse.Namespace) -> None:
    """List the versions of the store by their time; the current one is marked."""
    current = arguments.store / store.POINTER
    name = current.read_text(encoding="utf-8").strip() if current.is_file() else ""
    rows = [
        {"name": file.stem, "current": file.stem == name} | _about(store.Version(file.stem, file))
        for file in sorted(arguments.store.glob("[0-9]*.duckdb"))
    ]
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            print("*" if row["current"] else " ", row["name"], _kind(row), sep="  ")
    store.current(arguments.store)


def _about(version: store.Version) -> dict[str, object]:
    """Say what a version is, or why it does not open."""
    try:
        row = store.fetch_arrow(store.engine(version), select(data_version)).to_pylist()[0]
    except ReaderError as error:
        return {"error": error.code}
    return {name: row[name] for name in ("made_at", "demonstration", "seed", "reason")}


def _kind(row: dict[str, object]) -> str:
    if "error" in row:
        return str(row["error"])
    kind = f"demonstration data, seed {row['seed']}" if row["demonstration"] else "own data"
    return f"{row['made_at']}  {kind}  ({row['reason']})"


def _tell(share: float, step: str) -> None:
    """Keep one line of progress on a terminal; a log gets none of it."""
    if sys.stderr.isatty():
        print(f"\r{share:4.0%} {step:<12}", end="\n" * (share >= 1), file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--store", type=Path, default=store.folder(), help="default: %(default)s")
    commands = parser.add_subparsers(required=True, metavar="command")
    for run in (build, versions):
        command = commands.add_parser(run.__name__, parents=[common], help=run.__doc__)
        command.set_defaults(run=run)
        if run is versions:
            command.add_argument("--json", action="store_true", help="for programs")
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    arguments = _parser().parse_args(words)
    try:
        arguments.run(arguments)
    except ReaderError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
