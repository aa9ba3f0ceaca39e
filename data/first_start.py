"""Make the first version when there is none: the shipped facts and the demonstration set."""

import contextlib
from pathlib import Path

import pandas as pd

from data import demo, store, temporary_folders
from data.errors import ReaderError
from data.intake.declared.gathering import FACTS
from data.intake.publishing import pointer
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import Progress, publish, silent, writing

WAIT_SECONDS = 120.0
"""How long a second starter waits for the first; building takes about ten seconds."""

SHARE_OF_GENERATING = 0.4


def ensure(folder: Path | None = None, progress: Progress = silent) -> store.Version:
    """Give the current version; make it first if the store has none that this code can read.

    A demonstration version of another schema is made again from the same inputs. One with a
    region's own data is never touched here: its error is raised for a person to act on.
    """
    folder = folder or store.folder()
    try:
        return _usable(folder)
    except ReaderError as error:
        if error.code not in ("no_store", "other_schema"):
            raise
    with writing(folder, WAIT_SECONDS):
        try:
            return _usable(folder)
        except ReaderError as error:
            if error.code == "other_schema" and not error.details["demonstration"]:
                raise
        return build(folder, progress)


def sweep(folder: Path | None = None) -> None:
    """Remove what killed processes left, in the temporary folder and, if nobody writes, here."""
    temporary_folders.sweep()
    folder = folder or store.folder()
    # Where a writer is at work, or nothing can be written, the next one who publishes sweeps.
    with contextlib.suppress(ReaderError, OSError):
        if folder.is_dir():
            with writing(folder, 0):
                pointer.remove_leftovers(folder)


def build(folder: Path, progress: Progress = silent, reason: str = "first start") -> store.Version:
    """Publish facts and demonstration data as a new version; the caller holds the lock."""
    with temporary_folders.made() as folder_of_work:
        generated = folder_of_work / "demonstration"
        generated.mkdir()
        demo.write(
            generated,
            _municipalities(),
            progress=lambda share, _: progress(share * SHARE_OF_GENERATING, "generating"),
        )
        rest = 1 - SHARE_OF_GENERATING
        return publish(
            folder,
            [FACTS, generated],
            Account(True, reason, seed=demo.DEFAULT_SEED),
            lambda share, step: progress(SHARE_OF_GENERATING + share * rest, step),
        )


def _usable(folder: Path) -> store.Version:
    version = store.current(folder)
    store.engine(version)
    return version


def _municipalities() -> pd.DataFrame:
    return pd.read_csv(FACTS / "municipality.csv", dtype=str)
