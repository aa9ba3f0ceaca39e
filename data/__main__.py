"""Manage data versions from a terminal: `python -m data --help`.

Exit codes: 0 done, 1 something a person can mend (said at once), 2 wrong usage.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from data import store
from data.commands import bringing, keeping, telling, tracing, versions
from data.errors import ReaderError
from data.intake.received import places
from data.program_version import PROGRAM_VERSION
from data.schema import INTAKE_TABLES

TABLES = [table.name for table in INTAKE_TABLES]


def _file(word: str) -> Path:
    path = Path(word)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"there is no file {word!r}")
    return path


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--store", type=Path, default=store.folder(), help="default: %(default)s")
    return common


def _brought() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "files", nargs="+", type=_file, metavar="FILE", help="CSV, XLSX, XLS, ODS, GeoJSON"
    )
    parser.add_argument(
        "--replace",
        action="append",
        default=[],
        choices=TABLES,
        metavar="TABLE",
        help="of this table keep no older row of your own; else rows are added and corrected",
    )
    parser.add_argument(
        "--corrected",
        action="append",
        default=[],
        choices=TABLES,
        metavar="TABLE",
        help="of this table take the shipped facts that were corrected since, over your older rows "
        "(your own edits of fact rows too) and without those the facts have no more",
    )
    parser.add_argument(
        "--region",
        choices=list(places.shipped_regions()["code"]),
        metavar="CODE",
        help="the region whose municipalities the files name: the first 2 or 3 digits of ОКТМО; "
        "else each column of names tells it",
    )
    parser.add_argument(
        "--recipe",
        metavar="NAME|FILE",
        help="read by this recipe, a saved one or a file, and refuse a file of another form; "
        "else a saved recipe that fits a sheet is used by itself",
    )
    _json(parser)
    return parser


def _accounted() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--by", required=True, metavar="NAME", help="who publishes; a role will do")
    parser.add_argument("--why", required=True, metavar="TEXT", help="what for, in a few words")
    return parser


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for programs")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    parser.add_argument(
        "--version", action="version", version=PROGRAM_VERSION, help="tell the program's version"
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    common = _common()

    def add(
        run: Callable[[argparse.Namespace], int], *parents: argparse.ArgumentParser
    ) -> argparse.ArgumentParser:
        command = commands.add_parser(
            run.__name__, parents=[common, *parents], help=run.__doc__, description=run.__doc__
        )
        command.set_defaults(run=run)
        return command

    marking = add(bringing.check, _brought())
    marking.add_argument(
        "--marked", type=Path, metavar="FOLDER", help="write the files with their remarks here"
    )
    agreeing = add(bringing.publish, _brought(), _accounted())
    agreeing.add_argument(
        "--acknowledge", nargs="+", default=[], metavar="RULE", help="rules of remarks, or all"
    )
    _json(add(versions.versions))
    add(versions.rollback, _accounted()).add_argument("version", metavar="VERSION")
    add(versions.recover, _accounted())
    add(versions.migrate, _accounted())
    export = add(versions.export)
    export.add_argument("folder", type=Path, metavar="FOLDER")
    export.add_argument("--version", help="default: the current one")
    export.add_argument("--table", nargs="+", choices=TABLES, metavar="TABLE")
    of_rows = add(tracing.origin)
    tracing.add_arguments(of_rows, TABLES)
    _json(of_rows)
    add(versions.build)
    keeping.add_arguments(add(keeping.prune), add(keeping.backup), add(keeping.restore))
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    arguments = _parser().parse_args(words)
    try:
        return int(arguments.run(arguments))
    except ReaderError as error:
        print(error, file=sys.stderr)
        telling.what_to_do(error)
        return 1


if __name__ == "__main__":
    sys.exit(main())
