"""A disk without room stops a publish plainly: the version before stays, and no draft is left."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from small_region import brought, published, stored, tables, trained

from data import store
from data.errors import ReaderError
from data.intake.publishing import history, summaries
from data.intake.screening import screen
from tests.patience import HANG_SECONDS

PROJECT = Path(__file__).resolve().parents[2]
KIB = 1024
ROW = {"training": [trained("s0", 2024, 7, 3)]}


def left_in(folder):
    """Name what lies in a store beside its lock, and beside notes of the versions in it."""
    notes = folder / summaries.FOLDER
    noted = {note.with_suffix(".duckdb").name for note in notes.glob("*")}
    there = {path.name for path in folder.iterdir()}
    assert noted <= there
    return there - {"writer.lock", "writer.txt", notes.name}


@pytest.fixture
def small_disk(tmp_path):
    """A real file system of 24 MiB; only the system's administrator can have one."""
    where = tmp_path / "disk"
    where.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=24m", "tmpfs", where], capture_output=True
    )
    if not made or made.returncode:
        pytest.skip("no right to mount a file system; the limit of file sizes stands in for it")
    yield where
    # DuckDB may still hold a file that was read.
    subprocess.run(["umount", "--lazy", where], check=True)


def fill(disk, left):
    """Fill a disk until `left` bytes are free."""
    taken = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize - left
    (disk / "filler").write_bytes(b"\1" * taken)


def refused(act, *given):
    with pytest.raises(ReaderError) as told:
        act(*given)
    return told.value.code


@pytest.mark.parametrize("left", [0, 4 * KIB, 300 * KIB, 2000 * KIB])
def test_a_publish_onto_a_full_disk_changes_nothing(small_disk, left):
    folder = small_disk / "store"
    before = published(folder, tables())
    rows, found = stored(before), screen.screen(folder, brought(ROW))
    assert before.path.stat().st_size > left
    fill(small_disk, left)
    assert refused(screen.publish, folder, found, "who", "why") == "disk_full"
    assert left_in(folder) == {store.POINTER, before.path.name}
    assert store.current(folder) == before and stored(before) == rows
    (small_disk / "filler").unlink()
    version = screen.publish(folder, found, "who", "why")
    assert store.current(folder) == version
    fill(small_disk, left)
    assert refused(history.roll_back, folder, before.name, "who", "why") == "disk_full"
    assert store.current(folder) == version
    assert left_in(folder) == {store.POINTER, before.path.name, version.path.name}


@pytest.mark.parametrize("left", [0, 300 * KIB, 1500 * KIB, 4000 * KIB])
def test_a_screening_with_a_full_temporary_folder_says_so(small_disk, tmp_path, monkeypatch, left):
    monkeypatch.setattr("tempfile.tempdir", str(small_disk))
    fill(small_disk, left)
    with pytest.raises(ReaderError) as told:
        screen.screen(tmp_path / "store", brought(tables()))
    assert (told.value.code, told.value.details["folder"]) == ("disk_full", small_disk)
    assert [path.name for path in small_disk.iterdir()] == ["filler"]


LIMITED = """
import resource, sys, tempfile
from pathlib import Path
from small_region import brought, trained
from data.errors import ReaderError
from data.intake.screening import screen

folder, limit, step = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]

def limited():
    # Python ignores the signal; what remains is that writing past the limit fails.
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

try:
    if step == "screen":
        limited()
    found = screen.screen(folder, brought({"training": [trained("s0", 2024, 7, 3)]}))
    limited()
    screen.publish(folder, found, "who", "why")
except ReaderError as error:
    left = list(Path(tempfile.gettempdir()).glob("monitor-*/*"))
    print(error.code, left if step == "screen" else "")
"""


@pytest.mark.parametrize(
    ("step", "limit"),
    [("publish", 0), ("publish", 100 * KIB), ("publish", 1000 * KIB), ("screen", 100 * KIB)],
)
def test_a_limit_of_file_sizes_is_a_full_disk(tmp_path, step, limit):
    folder, room = tmp_path / "store", tmp_path / "room"
    room.mkdir()
    before = published(folder, tables())
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, folder, str(limit), step],
        cwd=PROJECT,
        env={"PYTHONPATH": f"{PROJECT}:{Path(__file__).parent}", "TMPDIR": str(room)},
        capture_output=True,
        text=True,
        timeout=HANG_SECONDS,
    )
    assert (done.stdout.split(), done.stderr) == (["disk_full"] + ["[]"] * (step == "screen"), "")
    assert store.current(folder) == before
    assert left_in(folder) == {store.POINTER, before.path.name}
