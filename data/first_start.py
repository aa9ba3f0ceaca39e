"""Make the first version when there is none: the shipped facts and the demonstration set."""

import contextlib
from pathlib import Path

from data import demo, store, temporary_folders
from data.demo import tables
from data.errors import ReaderError
from data.intake.declared.gathering import FACTS
from data.intake.publishing import pointer
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import Progress, publish, silent, writing
from data.schema import SCHEMA_NUMBER

WAIT_SECONDS = 120.0
"""How long a second starter waits for the first; building takes about ten seconds."""

SHARE_OF_GENERATING = 0.4


def ensure(folder: Path | None = None, progress: Progress = silent) -> store.Version:
    """Give the current version; make it first where nothing but demonstration data can be lost.

    A demonstration version of another schema is made again from the same inputs, and so is one that
    nothing points to. Where a file may hold a region's own data, the error is raised for a person.
    """
    folder = folder or store.folder()
    if not is_needed(folder):
        return store.current(folder)
    with writing(folder, WAIT_SECONDS):
        if not is_needed(folder):
            return store.current(folder)
        return build(folder, progress)


def sweep(folder: Path | None = None) -> None:
    """Remove what killed processes left, in the temporary folder and, if nobody writes, here."""
    temporary_folders.sweep()
    folder = folder or store.folder()
    # Where a writer is at work, or nothing can be written, the next one who publishes sweeps.
    with contextlib.suppress(ReaderError, OSError):
        if pointer.leftovers(folder):
            with writing(folder, 0):
                pointer.remove_leftovers(folder)


def is_needed(folder: Path) -> bool:
    """Tell whether a first version is to be made; raises ReaderError where a person must act."""
    try:
        version = store.current(folder)
        of_today = store.insist_on_steps(version) == SCHEMA_NUMBER
        if of_today or not store.is_demonstration(version):
            store.engine(version)
            return False
    except ReaderError as error:
        safe = error.details.get("demonstration") or error.code == "no_store"
        if not safe and not (error.code == "no_current" and _holds_demonstrations_alone(folder)):
            raise
    return True


def _holds_demonstrations_alone(folder: Path) -> bool:
    """Tell whether every file of data is a demonstration for certain; false if there is none."""
    files = store.files_of_data(folder)
    return bool(files) and all(map(_is_demonstration, files))


def _is_demonstration(path: Path) -> bool:
    try:
        return store.is_demonstration(store.Version(path.stem, path))
    except ReaderError:
        return False


def build(folder: Path, progress: Progress = silent, reason: str = "first start") -> store.Version:
    """Publish facts and demonstration data as a new version; the caller holds the lock."""
    with temporary_folders.made() as folder_of_work:
        generated = folder_of_work / "demonstration"
        generated.mkdir()
        demo.write(
            generated,
            tables.municipalities(),
            progress=lambda share, _: progress(share * SHARE_OF_GENERATING, "generating"),
        )
        rest = 1 - SHARE_OF_GENERATING
        return publish(
            folder,
            [FACTS, generated],
            Account(True, reason, seed=demo.DEFAULT_SEED),
            lambda share, step: progress(SHARE_OF_GENERATING + share * rest, step),
        )
