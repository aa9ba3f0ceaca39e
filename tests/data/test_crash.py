"""Whatever kills a writer, readers open the version before or the whole new one."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select

from data import store
from data.intake.declared.gathering import gather
from data.intake.publishing import draft
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, writing
from data.schema import data_input, data_version, region

PROJECT = Path(__file__).resolve().parents[2]
ROUNDS = 100
SIZES = {"few": 3, "many": 40}


@pytest.fixture
def inputs(regions):
    """Two folders of a different number of regions, named for it, and their drafts beside them."""
    folders = [
        regions(*(f"{code:02}" for code in range(size)), folder=name)
        for name, size in SIZES.items()
    ]
    for folder in folders:
        with draft.opened(folder.with_suffix(".duckdb")) as engine:
            draft.fill(engine, gather([folder], lambda share: None).tables, lambda share: None)
    return folders


class Nursery:
    """The process that forks publishers; see its own docstring."""

    def __init__(self, folder, inputs):
        self.log = folder.parent / "log"
        self.log.touch()
        program = [sys.executable, Path(__file__).with_name("publisher_nursery.py")]
        self.process = subprocess.Popen(
            [*program, folder, self.log, *inputs],
            cwd=PROJECT,
            env=os.environ | {"PYTHONPATH": str(PROJECT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def order(self, word):
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def start(self):
        self.publisher = self.order("start")

    def kill(self):
        """Kill the publisher; give the last step it entered, and of which act."""
        os.kill(self.publisher, signal.SIGKILL)
        self.order("bury")
        step, act = self.told()[-1].split()
        return (step,) if step == "finished" else (step, act)

    def told(self):
        return self.log.read_text().split("\n")[:-1]

    def finished(self):
        return [line.split()[1] for line in self.told() if line.startswith("finished ")]

    def wait_for(self, step):
        """Wait until a publisher enters a step anew."""
        before, deadline = self.count(step), time.monotonic() + 30
        while self.count(step) == before:
            assert time.monotonic() < deadline, self.told()
            time.sleep(0.0005)

    def count(self, step):
        return sum(line.startswith(step) for line in self.told())


@pytest.fixture
def nursery(tmp_path, inputs):
    """A nursery whose first publisher has finished a version; how long that took is its pace."""
    folder = tmp_path / "store"
    folder.mkdir()
    keeper = Nursery(folder, inputs)
    keeper.start()
    began = time.monotonic()
    keeper.wait_for("finished")
    keeper.pace = time.monotonic() - began
    keeper.kill()
    yield keeper
    keeper.process.communicate(timeout=10)


def is_whole(version):
    """Tell whether a version opens, is the one its name says, and lacks no row."""
    about = store.fetch_arrow(store.engine(version), select(data_version)).to_pylist()
    assert [row["name"] for row in about] == [version.name]
    rows = store.fetch(version, select(func.count()).select_from(region)).iat[0, 0]
    recorded = store.fetch(version, select(data_input.c.rows))["rows"].tolist()
    return recorded == [rows] and rows in SIZES.values()


def published(folder):
    return {path.stem for path in folder.glob("[0-9]*.duckdb")}


def leftovers(folder):
    return [path.name for path in (*folder.glob("draft-*"), *folder.glob("current.*"))]


def killed_at(nursery, number, chance):
    """Kill a publisher at any moment, near its swap of the pointer, or soon after a version."""
    nursery.start()
    if number % 3 == 0:
        time.sleep(chance.uniform(0, nursery.pace * 1.2))
    elif number % 3 == 1:
        nursery.wait_for("publishing")
        time.sleep(0.1 ** chance.uniform(1.5, 4))
    else:
        nursery.wait_for("finished")
        time.sleep(chance.uniform(0, nursery.pace * 0.5))
    return nursery.kill()


def test_a_writer_killed_at_any_moment_leaves_the_old_version_or_the_new(nursery, inputs, tmp_path):
    folder, chance, seen = tmp_path / "store", random.Random(500), Counter()
    for number in range(ROUNDS):
        before, known = store.current(folder), published(folder)
        seen.update(killed_at(nursery, number, chance))
        version, finished = store.current(folder), nursery.finished()
        new = published(folder) - known
        # Nothing that was reported as finished is lost; at most one version is newer than that.
        assert version == before or version.name in new
        assert version.name == finished[-1] or version.name not in finished
        assert len(new - set(finished)) <= 1
        for name in new | {version.name}:
            assert is_whole(store.Version(name, folder / f"{name}.duckdb"))
        seen["draft left"] += any(name.startswith("draft-") for name in leftovers(folder))
        seen["new version"] += version != before
        assert len({name.split(".")[0] for name in leftovers(folder)}) <= 2
        for name in published(folder) - {version.name}:
            (folder / f"{name}.duckdb").unlink()
    # The kills did hit publishing, or this test would show nothing.
    assert seen["writing"] >= 5 and seen["publishing"] >= 3, seen
    assert seen["draft left"] >= 5 and seen["new version"] >= 5, seen
    assert min(seen[act] for act in ("of_files", "of_draft", "again")) >= 3, seen
    with writing(folder, 0):
        last = publish(folder, inputs[:1], Account(False, "few"))
    assert store.current(folder) == last and is_whole(last)
    assert leftovers(folder) == []


def steps_of(folder, inputs):
    """Publish and look around at every call and line of it, as a kill at that instant would."""
    looks, done = [], []

    def look(frame, event, called):
        pointer = (folder / store.POINTER).read_text(encoding="utf-8")
        path = folder / f"{pointer}.duckdb"
        looks.append((pointer, path.stat().st_size if path.is_file() else None))
        if event == "c_call" and called.__name__ in ("fsync", "rename", "replace"):
            done.append(called.__name__)

    def start(share, step):
        # From the last step on; until then only a draft is written.
        if step == "publishing":
            sys.setprofile(look)

    with writing(folder, 0):
        try:
            version = publish(folder, inputs, Account(False, "many"), start)
        finally:
            sys.setprofile(None)
    return version, looks, done


def test_at_every_instant_the_pointer_names_a_whole_version(publish_files, inputs, tmp_path):
    folder = tmp_path / "store"
    before = publish_files(inputs[0], reason="few")
    version, looks, done = steps_of(folder, inputs[1:])
    assert len(looks) > 50
    sizes = [(one.name, one.path.stat().st_size) for one in (before, version)]
    assert list(dict.fromkeys(looks)) == sizes
    assert is_whole(before) and is_whole(version)


def test_what_a_name_or_the_pointer_refers_to_is_on_the_disk_before(
    publish_files, inputs, tmp_path
):
    """A power cut, unlike a kill, loses what was not flushed: each change waits for its flush."""
    publish_files(inputs[0], reason="few")
    _, _, done = steps_of(tmp_path / "store", inputs[1:])
    assert done == ["fsync", "rename", "fsync", "fsync", "replace", "fsync"]


def test_a_writer_that_fails_lets_go_of_the_store(publish_files, inputs, tmp_path):
    with pytest.raises(ZeroDivisionError), writing(tmp_path / "store", 0):
        raise ZeroDivisionError
    assert is_whole(publish_files(inputs[0], reason="few"))
