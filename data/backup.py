"""Copy a store to a folder and back: every version, the pointer, and what else the operator keeps.

A backup lies as the store does, with `checksums.txt` beside it as sha256sum writes it. Versions
never change and are copied first, the pointer is written last: so a backup needs no lock on the
store, and whatever stops a backup or a restore, what is pointed to is there whole. Both may be
repeated, and copy only what is not there yet.
"""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from data import store
from data.errors import ReaderError
from data.intake.publishing import pointer, publish, summaries
from data.intake.publishing.publish import Progress, silent
from data.stories import frozen

CHECKSUMS = "checksums.txt"
SET_ASIDE = "before-restore"
PASSING = ("writer.lock", "writer.txt", CHECKSUMS, store.POINTER)
"""Files of a store that are not copied, or, the pointer, not as the others are."""
PASSING_FOLDERS = (summaries.FOLDER, SET_ASIDE)
DRAFT = "draft-copy"
"""What a killed copying leaves; the next writer of the folder removes it."""

PIECE = 1024 * 1024

Digests = dict[str, str]
"""SHA-256 by a file's path inside the folder."""


def back_up(folder: Path, target: Path, progress: Progress = silent) -> list[str]:
    """Copy what a store holds to `target` and read every copy through; name what was copied now.

    What is in `target` already stays, though the store has it no more; a copy that was damaged is
    made again. Raises ReaderError if a version cannot be copied as it once was.
    """
    if store.pointed(folder) is None and not _names(folder):
        raise ReaderError("no_store", folder=folder)
    if _is_inside(target, folder):
        raise ReaderError("backup_in_store", folder=target)
    copied: list[str] = []
    with publish.writing(target, 0), publish.reporting_full_disk(target):
        pointer.remove_leftovers(target)
        known = _recorded(target)
        while True:
            pointed = store.pointed(folder)
            copied += _copied(folder, target, known, progress)
            if pointed is None or f"{pointed}.duckdb" in known:
                break
            store.current(folder)  # raises if it is lost; else it was published meanwhile
        if pointed is not None:
            known[store.POINTER] = _written(target, store.POINTER, pointed)
            _record(target, known)
    return copied


def restore(
    backup: Path, folder: Path, over: bool = False, progress: Progress = silent
) -> list[str]:
    """Bring a store to what a backup holds, and name the files that were written.

    The backup is read through first: a damaged one changes nothing. Versions that only the store
    has are a reason to refuse, unless `over`: they stay in the list then, and the backup's version
    becomes the current one. A file that had other contents is set aside, never lost.
    """
    known = _recorded(backup)
    if not known.get(store.POINTER):
        raise ReaderError("no_backup", folder=backup)
    for number, (name, digest) in enumerate(known.items()):
        if _digest(backup / name) != digest:
            raise ReaderError("damaged_backup", file=backup / name)
        progress(0.5 * number / len(known), "checking")
    with publish.writing(folder, publish.WAIT_SECONDS), publish.reporting_full_disk(folder):
        others = [name for name in _versions(folder) if name not in known]
        if others and not over:
            raise ReaderError("other_versions", count=len(others), first=others[0], folder=folder)
        pointer.remove_leftovers(folder)
        return list(_restored(backup, folder, known, progress))


def _restored(backup: Path, folder: Path, known: Digests, progress: Progress) -> Iterator[str]:
    aside = folder / SET_ASIDE / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    for number, (name, digest) in enumerate(known.items()):
        progress(0.5 + 0.5 * number / len(known), "copying")
        if name == store.POINTER or _digest(folder / name) == digest:
            continue
        if (folder / name).exists():
            (aside / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / name, aside / name)
        if _copy(backup / name, folder / name) != digest:
            raise ReaderError("damaged_backup", file=backup / name)
        yield name
    version = (backup / store.POINTER).read_text(encoding="utf-8").strip()
    if store.pointed(folder) != version:
        pointer.point(folder, store.Version(version, folder / f"{version}.duckdb"))
        yield store.POINTER
    progress(1.0, "copying")


def _copied(folder: Path, target: Path, known: Digests, progress: Progress) -> Iterator[str]:
    """Copy each file that the target has not, or has otherwise; record each as it is there."""
    names = _names(folder)
    lasting = {name for name in names if _is_lasting(name)} | set(_versions(folder))
    for number, name in enumerate(names):
        progress(number / len(names), "copying")
        kept = known.get(name)
        is_whole = kept is not None and _digest(target / name) == kept
        if is_whole and name in lasting:
            continue
        found = _digest(folder / name)
        if found is None or (is_whole and found == kept):
            continue
        if kept and name in lasting and found != kept:
            raise ReaderError("both_damaged", file=target / name)
        with contextlib.suppress(FileNotFoundError):  # removed by the setting meanwhile
            known[name] = _copy(folder / name, target / name)
            _record(target, known)
            yield name
    progress(1.0, "copying")


def _copy(source: Path, target: Path) -> str:
    """Copy a file whole or not at all, read the copy through, and give its digest.

    Raises ReaderError if the copy is not what was read.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f"{DRAFT}-{target.name}")
    digest = hashlib.sha256()
    with source.open("rb") as read, fresh.open("wb") as write:
        while piece := read.read(PIECE):
            digest.update(piece)
            write.write(piece)
        write.flush()
        os.fsync(write.fileno())
    if _digest(fresh) != digest.hexdigest():
        fresh.unlink()
        raise ReaderError("bad_copy", file=target)
    fresh.replace(target)
    pointer.make_durable(target.parent)
    return digest.hexdigest()


def _written(folder: Path, name: str, text: str) -> str:
    """Write a short file whole or not at all, and give its digest."""
    fresh = folder / f"{DRAFT}-{name}"
    fresh.write_text(text, encoding="utf-8")
    pointer.make_durable(fresh)
    fresh.replace(folder / name)
    pointer.make_durable(folder)
    return hashlib.sha256(text.encode()).hexdigest()


def _names(folder: Path) -> list[str]:
    """Name the files to copy by their paths inside the folder, versions first."""
    found = [path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file()]
    kept = [path.as_posix() for path in found if not _is_passing(path)]
    versions = _versions(folder)
    return [*versions, *(name for name in kept if name not in versions)]


def _versions(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("[0-9]*.duckdb"))


def _is_lasting(name: str) -> bool:
    """Say whether a file, but a version, never changes: damage must not take its copy's place."""
    return name.startswith(f"{frozen.FOLDER}/")


def _is_passing(path: Path) -> bool:
    """Say whether a file is a lock, a draft, or made of other files."""
    return (
        path.parts[0] in PASSING_FOLDERS
        or path.name in PASSING
        or path.name.startswith(("draft-", f"{store.POINTER}."))
        or path.suffix in (".wal", ".new")
    )


def _is_inside(target: Path, folder: Path) -> bool:
    return target.resolve().is_relative_to(folder.resolve())


def _digest(path: Path) -> str | None:
    """Read a file through; None if there is none."""
    with contextlib.suppress(FileNotFoundError), path.open("rb") as read:
        return hashlib.file_digest(read, "sha256").hexdigest()
    return None


def _recorded(folder: Path) -> Digests:
    """Read the checksums of a backup; a path that leads out of it is none of a backup's."""
    try:
        lines = (folder / CHECKSUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    pairs = [line.split("  ", 1) for line in lines if "  " in line]
    return {name: digest for digest, name in pairs if _stays_inside(name)}


def _stays_inside(name: str) -> bool:
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts


def _record(folder: Path, known: Digests) -> None:
    _written(folder, CHECKSUMS, "".join(f"{known[name]}  {name}\n" for name in sorted(known)))
