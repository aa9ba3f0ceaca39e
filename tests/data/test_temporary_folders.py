"""What a killed process left in the temporary folder goes with the next; a living one's stays."""

import gc
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from small_region import brought, tables

from data import first_start, store, temporary_folders
from data.intake.publishing.publish import writing
from data.intake.screening import screen
from tests.patience import HANG_SECONDS

PROJECT = Path(__file__).resolve().parents[2]

SCREENING = """
import sys
from pathlib import Path
from small_region import brought, tables
from data.intake.screening import screen

def tell(share, step):
    if step == sys.argv[2]:
        print(step, flush=True)
        sys.stdin.read()

found = screen.screen(Path(sys.argv[1]), brought(tables()), progress=tell)
print("done", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A temporary folder of the test's own."""
    where = tmp_path / "temporary"
    where.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(where))
    return where


@pytest.fixture
def screening(room, tmp_path):
    """A real process that stands still at a step of its screening."""
    begun = []

    def start(step):
        process = subprocess.Popen(
            [sys.executable, "-c", SCREENING, tmp_path / "store", step],
            cwd=PROJECT,
            env={"PYTHONPATH": f"{PROJECT}:{Path(__file__).parent}", "TMPDIR": str(room)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        begun.append(process)
        assert process.stdout.readline().strip() in (step, "done")
        return process

    yield start
    for process in begun:
        process.kill()
        process.communicate(timeout=HANG_SECONDS)


def killed(process):
    os.kill(process.pid, signal.SIGKILL)
    process.wait(HANG_SECONDS)


def folders(room):
    return [path for path in room.iterdir() if path.is_dir()]


@pytest.mark.parametrize("step", ["writing", "the end"])
def test_a_killed_screening_is_swept_by_the_next_and_a_living_one_is_not(
    screening, room, tmp_path, step
):
    dead, living = screening(step), screening(step)
    assert len(folders(room)) == 2
    temporary_folders.sweep()
    before = folders(room)
    assert len(before) == 2
    killed(dead)
    assert folders(room) == before
    found = screen.screen(tmp_path / "store", brought(tables()))
    (left,) = set(folders(room)) - {found.draft.parent}
    assert left in before and (left / "draft.duckdb").exists()
    assert len(list(room.iterdir())) == 4  # two folders with their locks
    del found
    killed(living)
    temporary_folders.sweep()
    assert list(room.iterdir()) == []


def test_a_screening_that_is_forgotten_leaves_nothing(room, tmp_path):
    found = screen.screen(tmp_path / "store", brought(tables()))
    assert found.draft.exists() and len(folders(room)) == 1
    temporary_folders.sweep()
    assert found.draft.exists()
    del found
    gc.collect()
    assert list(room.iterdir()) == []


def test_a_folder_may_be_removed_by_another_thread(room):
    folder = temporary_folders.make()
    other = threading.Thread(target=folder.remove)
    other.start()
    other.join()
    assert list(room.iterdir()) == []


def test_folders_of_others_are_left_alone(room):
    """Whatever they are called, without a lock of this program they are not its leftovers."""
    for name in ("monitor-work-of-mine", "monitor-abc", "other"):
        (room / name).mkdir()
    (room / "monitor-work-a-file").write_text("")
    before = sorted(room.iterdir())
    temporary_folders.sweep()
    assert sorted(room.iterdir()) == before


def test_a_lock_without_a_folder_goes_unless_it_is_held(room):
    (room / f"{temporary_folders.PREFIX}gone.lock").write_text("")
    folder = temporary_folders.make()
    folder.path.rmdir()
    temporary_folders.sweep()
    assert [path.name for path in room.iterdir()] == [Path(folder.lock.lock_file).name]
    folder.remove()


def test_no_folder_of_many_makers_is_swept_while_others_sweep(room):
    end, faults = time.monotonic() + 2, []

    def work():
        while time.monotonic() < end:
            with temporary_folders.made() as folder:
                (folder / "work").write_text("here")
                temporary_folders.sweep()
                if not (folder / "work").is_file():
                    faults.append(folder)

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert faults == [] and list(room.iterdir()) == []


def test_a_start_sweeps_the_store_but_not_under_a_writer(room, begun_store):
    (begun_store / "draft-left.duckdb").write_text("half")
    (begun_store / f"{store.POINTER}.77").write_text("half")
    other = threading.Thread(target=lambda: first_start.sweep(begun_store))
    with writing(begun_store, 0):
        other.start()
        other.join()
        assert (begun_store / "draft-left.duckdb").exists()
    first_start.sweep(begun_store)
    assert not (begun_store / "draft-left.duckdb").exists()
    assert not (begun_store / f"{store.POINTER}.77").exists()
    assert store.current(begun_store).path.is_file()


def test_a_start_makes_no_store_of_nothing(room, tmp_path):
    first_start.sweep(tmp_path / "none")
    assert not (tmp_path / "none").exists()


@pytest.fixture
def begun_store(regions, publish_files, tmp_path):
    publish_files(regions("60"))
    return tmp_path / "store"
