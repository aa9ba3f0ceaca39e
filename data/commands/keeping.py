"""Remove versions that are not to be kept, back a store up and restore it."""

import argparse
from pathlib import Path

from data import backup as backups
from data.commands import telling
from data.intake.publishing import keeping, publish
from data.intake.publishing.keeping import LEAST, MONTHS, VERSIONS, Keeping


def add_arguments(
    prune: argparse.ArgumentParser,
    backup: argparse.ArgumentParser,
    restore: argparse.ArgumentParser,
) -> None:
    """Say what each of the commands takes."""
    for name, meaning, variable in (
        ("--versions", "keep so many of the last versions", VERSIONS),
        ("--months", "keep the versions of so many last months", MONTHS),
    ):
        prune.add_argument(name, type=int, metavar="N", help=f"{meaning}; default: {variable}")
    prune.add_argument("--dry-run", action="store_true", help="list what would go, remove nothing")
    for command in (backup, restore):
        command.add_argument("folder", type=Path, metavar="FOLDER", help="where the backup lies")
    restore.add_argument(
        "--over",
        action="store_true",
        help="also into a store with versions that the backup has not: they stay in its list",
    )


def prune(arguments: argparse.Namespace) -> int:
    """Remove the versions that are not to be kept; without a number or a setting, none.

    The current version, the last ones and the younger ones always stay.
    """
    wanted = keeping.setting()
    if arguments.versions is not None or arguments.months is not None:
        months = arguments.months if arguments.months is None else max(arguments.months, 1)
        versions = arguments.versions
        wanted = Keeping(versions if versions is None else max(versions, LEAST), months)
    if arguments.dry_run:
        for version in keeping.surplus(arguments.store, wanted):
            print(f"{version.name}: would be removed")
        return 0
    with publish.writing(arguments.store, publish.WAIT_SECONDS):
        for version in keeping.prune(arguments.store, wanted):
            print(f"{version.name}: removed")
    return 0


def backup(arguments: argparse.Namespace) -> int:
    """Copy the store to a folder: what is new in it, read through once it is there."""
    for name in backups.back_up(arguments.store, arguments.folder, telling.progress()):
        print(f"{name}: copied")
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Bring the store to what a backup holds, after reading the backup through."""
    over = bool(arguments.over)
    for name in backups.restore(arguments.folder, arguments.store, over, telling.progress()):
        print(f"{name}: restored")
    return 0
