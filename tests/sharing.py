"""Make the folders that all tests read once a run, whichever process of it comes first."""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def place(factory: pytest.TempPathFactory) -> Path:
    """Name the folder of the run: that of a worker of pytest-xdist stands inside it."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def once(run: Path, name: str, make: Callable[[Path], object]) -> Path:
    """Give the folder that `make` has filled, here or in another process of the run."""
    folder, begun = run / name, run / f"{name}.begun"
    with FileLock(run / f"{name}.lock"):
        if not folder.is_dir():
            # What a killed process has begun; none other is at it now.
            shutil.rmtree(begun, ignore_errors=True)
            begun.mkdir()
            make(begun)
            begun.rename(folder)
    return folder


def digests(folder: Path) -> dict[str, str]:
    """Give the digest of every file by its path inside the folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
