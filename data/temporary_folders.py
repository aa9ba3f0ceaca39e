"""Give work a folder in the system's temporary one, and remove those that killed processes left.

Whoever works in a folder holds a lock beside it, which the system frees however the process ends.
A folder gets its name when its lock is held already: no sweep meets one that is not locked yet.
"""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

PREFIX, BEING_MADE = "monitor-work-", "monitor-new-"
LOCK_SECONDS = 10
"""How long to try for a lock that nobody else can want, but a sweep may look at."""


@dataclass(frozen=True)
class TemporaryFolder:
    """A folder and the lock that says that somebody works in it."""

    path: Path
    lock: FileLock

    def remove(self) -> None:
        """Remove the folder with all that is in it, then its lock."""
        shutil.rmtree(self.path, ignore_errors=True)
        self.lock.release()
        Path(self.lock.lock_file).unlink(missing_ok=True)


def make() -> TemporaryFolder:
    """Make an empty folder that stays until it is removed or its process has ended."""
    sweep()
    new = Path(tempfile.mkdtemp(prefix=BEING_MADE))
    path = new.with_name(PREFIX + new.name.removeprefix(BEING_MADE))
    # A folder may be removed by another thread than made it: the collector of garbage runs in any.
    folder = TemporaryFolder(new, FileLock(f"{path}.lock", LOCK_SECONDS, thread_local=False))
    with contextlib.ExitStack() as unfinished:
        unfinished.callback(folder.remove)
        folder.lock.acquire()
        new.rename(path)
        unfinished.pop_all()
    return TemporaryFolder(path, folder.lock)


@contextlib.contextmanager
def made() -> Iterator[Path]:
    """Give an empty folder for as long as it is needed."""
    folder = make()
    try:
        yield folder.path
    finally:
        folder.remove()


def sweep() -> None:
    """Remove the folders of processes that ended without removing them, never a living one's."""
    for lock in Path(tempfile.gettempdir()).glob(f"{PREFIX}*.lock"):
        with contextlib.suppress(OSError):  # held, gone meanwhile, or another user's
            left = TemporaryFolder(lock.with_suffix(""), FileLock(lock, thread_local=False))
            left.lock.acquire(blocking=False)
            left.remove()
