"""Whatever kills a writer, readers open the version before or the whole new one."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from data import store
from data.intake.declared.gathering import gather
from data.intake.publishing import draft
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, writing
from data.schema import data_input, data_version, region
from tests.patience import HANG_SECONDS

PROJECT = Path(__file__).resolve().parents[2]
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
            draft.fill(engine, gather([folder], lambda share: None), lambda share: None)
    return folders


class Nursery:
    """The process that forks publishers; see its own docstring."""

    def __init__(self, folder):
        self.folder = folder
        self.log = folder.parent / "log"
        program = [sys.executable, Path(__file__).with_name("publisher_nursery.py")]
        self.process = subprocess.Popen(
            [*program, folder, self.log],
            cwd=PROJECT,
            env=os.environ | {"PYTHONPATH": str(PROJECT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def order(self, *words):
        self.process.stdin.write("\t".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        publisher, self.state = self.process.stdout.readline().split()
        return int(publisher)

    def start(self, act, files, step=""):
        """Start a publisher; return when it has stopped at the step, or without one has ended."""
        self.log.write_text("")
        self.publisher = self.order("start", act, files, step)

    def kill(self):
        os.kill(self.publisher, signal.SIGKILL)
        self.order("bury")

    def told(self):
        return self.log.read_text().splitlines()


@pytest.fixture
def nursery(tmp_path, inputs):
    """A nursery over a store in which a version was published."""
    folder = tmp_path / "store"
    folder.mkdir()
    keeper = Nursery(folder)
    keeper.start("of_files", inputs[0])
    yield keeper
    if keeper.state == "stopped":
        keeper.kill()
    keeper.process.communicate(timeout=HANG_SECONDS)


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
    """Name what lies in the store half done, by its kind; of each kind there is one at most."""
    found = [path.name for path in (*folder.glob("draft-*"), *folder.glob("current.*"))]
    assert len({name.split(".duckdb")[0] for name in found}) <= 1
    return {name.replace("-", ".").split(".")[0] for name in found}


NO_DRAFT = {
    "of_files": (
        *(f"reading {tenth / 10}" for tenth in range(6)),
        *("before remove_leftovers", "after remove_leftovers", "writing 0.5", "before fill"),
    ),
    "of_draft": (
        "before remove_leftovers",
        "after remove_leftovers",
        "writing 0.5",
        "before copyfile",
    ),
    "again": (
        "before remove_leftovers",
        "after remove_leftovers",
        "writing 0.5",
        "before copyfile",
    ),
}
DRAFT = {
    "of_files": (
        *("writing 0.6", "writing 0.9"),  # few results are parted in no time
        *("after fill", "before describe", "after describe"),
    ),
    "of_draft": ("after copyfile", "before describe", "after describe"),
    "again": ("after copyfile", "before describe_again", "after describe_again"),
}
"""The steps of each way to publish, until there is a draft and until it is filled."""
READY = ("publishing 0.9", "before fsync", "after fsync", "before rename")
NAMED = ("after rename", "before fsync 2", "after fsync 2", "before point")
"""The version is whole under its name, and no reader is led to it yet."""
POINTER = ("before fsync 3", "after fsync 3", "before replace")
LED = ("after replace", "before fsync 4", "after fsync 4", "after point", "publishing 1.0")


def steps_to_publish(act):
    return (*NO_DRAFT[act], *DRAFT[act], *READY, *NAMED, *POINTER, *LED)


@pytest.mark.parametrize("act", DRAFT)
def test_the_steps_of_publishing_are_those_at_which_a_writer_is_killed(nursery, inputs, act):
    nursery.start(act, inputs[1])
    assert nursery.state == "ended"
    *steps, finished = nursery.told()
    assert tuple(steps) == steps_to_publish(act)
    assert finished == f"finished {store.current(nursery.folder).name}"


def look(folder, before, known, step):
    """Check what a reader has while a writer is at a step or dead; give the current version."""
    version, new = store.current(folder), published(folder) - known
    assert len(new) == (step in NAMED + POINTER + LED), step
    assert {version.name} == (new if step in LED else {before.name}), step
    for name in new | {version.name}:
        assert is_whole(store.Version(name, folder / f"{name}.duckdb")), step
    return version


def left_at(step, act):
    if step in DRAFT[act] + READY:
        return {"draft"}
    return {"current"} if step in POINTER else set()


@pytest.mark.parametrize("act", DRAFT)
def test_a_writer_killed_at_any_step_leaves_the_old_version_or_the_new(nursery, inputs, act):
    folder = nursery.folder
    for number, step in enumerate(steps_to_publish(act)):
        before, known = store.current(folder), published(folder)
        nursery.start(act, inputs[number % 2], step)
        assert (nursery.state, nursery.told()[-1]) == ("stopped", step)
        look(folder, before, known, step)
        nursery.kill()
        version = look(folder, before, known, step)
        assert leftovers(folder) == left_at(step, act), step
        for name in published(folder) - {version.name}:
            (folder / f"{name}.duckdb").unlink()
    with writing(folder, 0):
        last = publish(folder, inputs[:1], Account(False, "few"))
    assert store.current(folder) == last and is_whole(last)
    assert leftovers(folder) == set()


def size_of(path):
    """Give the size of a regular file; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None


def steps_of(folder, inputs):
    """Publish and look around at every call and line of it, as a kill at that instant would."""
    looks, done = [], []
    pointer = os.fspath(folder / store.POINTER)

    def look(frame, event, called):
        # By the system's own calls, for there are many thousands of looks.
        opened = os.open(pointer, os.O_RDONLY)
        name = os.read(opened, 200).decode()
        os.close(opened)
        looks.append((name, size_of(folder / f"{name}.duckdb")))
        # By itself, not by its name: a text has a replace too.
        if event == "c_call" and called in (os.fsync, os.rename, os.replace):
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
