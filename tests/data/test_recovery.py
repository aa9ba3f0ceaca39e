"""Whatever is lost or damaged in a store, own data are offered, and taken by a person only."""

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from small_region import published, stored, tables, trained

from data import first_start, store
from data.__main__ import main
from data.errors import ReaderError
from data.intake.publishing import history, wholeness
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, writing
from tests.patience import HANG_SECONDS

PROJECT = Path(__file__).resolve().parents[2]
HEADERS, BLOCK = 3 * 4096, 262_144
WHO = ["--by", "Координатор", "--why", "после сбоя"]


@pytest.fixture(scope="module")
def two(shared):
    """A store of two versions, own data; copied before it is used."""

    def make(folder):
        published(folder, tables(), why="first")
        published(folder, {"training": [trained("s0", 2024, 7, 3)]}, why="second")

    return shared("two_versions", make)


@pytest.fixture
def folder(two, tmp_path):
    where = tmp_path / "store"
    shutil.copytree(two, where)
    return where


def lost(pointer):
    pointer.unlink()


def emptied(pointer):
    pointer.write_bytes(b"")


def garbage(pointer):
    pointer.write_bytes(bytes(range(256)))


def gone(pointer):
    pointer.write_text("20991231T000000-00000000", encoding="utf-8")


def outside(pointer):
    pointer.write_text("../elsewhere/20991231T000000-00000000", encoding="utf-8")


def a_folder(pointer):
    pointer.unlink()
    (pointer / "inside").mkdir(parents=True)


def dangling(pointer):
    pointer.unlink()
    pointer.symlink_to("nowhere")


def a_loop(pointer):
    pointer.unlink()
    pointer.symlink_to(pointer.name)


def to_damaged(pointer):
    name = pointer.read_text(encoding="utf-8")
    path = pointer.with_name(f"{name}.duckdb")
    path.write_bytes(path.read_bytes()[:20_000])


def to_foreign(pointer):
    pointer.with_name("30001231T000000-00000000.duckdb").write_text("a letter", encoding="utf-8")
    pointer.write_text("30001231T000000-00000000", encoding="utf-8")


LOSSES = (lost, emptied, garbage, gone, outside, a_folder, dangling, a_loop, to_damaged, to_foreign)


@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: loss.__name__)
def test_own_data_are_never_built_over_and_the_newest_whole_version_is_taken_by_command(
    folder, loss, capsys
):
    newest, first = store.versions(folder)
    whole = first if loss is to_damaged else newest
    rows = stored(whole)
    loss(folder / store.POINTER)
    before = {path.name for path in folder.glob("*.duckdb")}
    with pytest.raises(ReaderError) as refused:
        first_start.ensure(folder)
    assert refused.value.code in ("no_current", "broken_store")
    assert {path.name for path in folder.glob("*.duckdb")} == before
    assert main(["versions", "--store", str(folder)]) == 1
    said = capsys.readouterr().err
    assert f"newest whole version: {whole.name}\n" in said and "python -m data recover" in said
    assert main(["recover", *WHO, "--store", str(folder)]) == 0
    taken = store.current(folder)
    assert stored(taken) == rows and taken.name not in before
    account = next(entry for entry in history.history(folder) if entry.current).account
    assert (account.published_by, account.reason) == ("Координатор", "после сбоя")
    assert account.restores == whole.name
    assert first_start.ensure(folder) == taken


def test_a_sound_store_has_nothing_to_recover(folder, capsys):
    before = store.current(folder)
    assert main(["recover", *WHO, "--store", str(folder)]) == 1
    assert "already_current" in capsys.readouterr().err
    assert store.current(folder) == before and len(store.versions(folder)) == 2


def test_recovering_asks_who_and_why(folder):
    (folder / store.POINTER).unlink()
    with pytest.raises(ReaderError, match="who_and_why"):
        history.recover(folder, " ", "why")
    assert len(store.versions(folder)) == 2


def test_without_any_whole_version_it_is_said_how_to_go_on(folder, capsys):
    for version in store.versions(folder):
        version.path.write_bytes(b"damaged")
    assert main(["recover", *WHO, "--store", str(folder)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("nothing_whole") and "python -m data build" in said


def test_demonstrations_that_nothing_points_to_are_made_anew(tmp_path, regions):
    folder = tmp_path / "store"
    with writing(folder, 0):
        old = publish(folder, [regions("60")], Account(True, "demonstration", seed=1))
    (folder / store.POINTER).unlink()
    assert first_start.ensure(folder) != old


@pytest.mark.parametrize("name", ["20200101T000000-00000000", "my own data"])
def test_a_demonstration_is_not_made_beside_a_file_that_may_hold_own_data(
    tmp_path, regions, folder, name
):
    own = store.current(folder).path.read_bytes()
    with writing(tmp_path / "other", 0):
        publish(tmp_path / "other", [regions("60")], Account(True, "demonstration", seed=1))
    (tmp_path / "other" / f"{name}.duckdb").write_bytes(own)
    (tmp_path / "other" / store.POINTER).unlink()
    with pytest.raises(ReaderError, match="no_current"):
        first_start.ensure(tmp_path / "other")


def flipped(content, rnd, _):
    content[rnd.randrange(len(content))] ^= 1 << rnd.randrange(8)


def zeroed(content, rnd, _):
    size = rnd.choice((512, 4096, 65_536))
    start = rnd.randrange(len(content) // size) * size
    content[start : start + size] = bytes(len(content[start : start + size]))


def header(content, rnd, _):
    content[rnd.choice((0, 4096, 8192)) + rnd.randrange(200)] ^= 0xFF


def cut(content, rnd, _):
    del content[rnd.randrange(len(content)) :]


def swapped(content, rnd, _):
    one, other = (HEADERS + BLOCK * each for each in rnd.sample(range(len(content) // BLOCK), 2))
    first, second = content[one : one + BLOCK], content[other : other + BLOCK]
    content[one : one + BLOCK], content[other : other + BLOCK] = second, first


def mixed(content, rnd, other):
    """The end of another version, as a copy that was broken off leaves it."""
    start = HEADERS + BLOCK * rnd.randrange(len(content) // BLOCK)
    content[start:] = other[start:]


DAMAGES = (flipped, zeroed, header, cut, swapped, mixed)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_version_is_noticed_or_still_has_every_row(two, tmp_path, damage):
    newest, first = store.versions(two)
    truth, other, found = [stored(newest), stored(first)], first.path.read_bytes(), set()
    for number in range(4):
        content = bytearray(newest.path.read_bytes())
        damage(content, random.Random(f"{damage.__name__} {number}"), other)
        path = tmp_path / f"2026010{number}T000000-{damage.__name__}.duckdb"
        path.write_bytes(content)
        fault = wholeness.fault(path)
        found.add(bool(fault))
        if not fault:
            assert stored(store.Version(path.stem, path)) in truth
    assert True in found


def test_rows_that_were_changed_in_a_whole_file_are_noticed(folder):
    version = store.current(folder)
    assert wholeness.fault(version.path) == ""
    with duckdb.connect(version.path) as driver:
        driver.execute("UPDATE training SET trained = trained + 1 WHERE school_id = 's0'")
    assert "training" in wholeness.fault(version.path)


def test_going_back_to_a_damaged_version_is_refused_and_leaves_no_trace(folder):
    current, first = store.versions(folder)
    content = bytearray(first.path.read_bytes())
    content[HEADERS + BLOCK + 100] ^= 0xFF
    first.path.write_bytes(content)
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(ReaderError) as refused:
        history.roll_back(folder, first.name, "who", "why")
    assert refused.value.code == "damaged_version"
    assert sorted(path.name for path in folder.iterdir()) == before
    assert store.current(folder) == current


def test_names_of_the_end_of_time_are_told(folder, capsys):
    last = folder / "99991231T235959999999-00000000.duckdb"
    last.hardlink_to(store.current(folder).path)
    first = store.versions(folder)[-1].name
    assert main(["rollback", first, *WHO, "--store", str(folder)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"no_later_name: file={last}") and "Rename this file" in said


def test_odd_entries_of_the_folder_are_listed_or_passed_over(folder, capsys, tmp_path):
    own = store.current(folder)
    (folder / "20200101T000000-folder.duckdb").mkdir()
    (folder / "20200101T000001-nowhere.duckdb").symlink_to("nowhere")
    (folder / "20200101T000002-loop.duckdb").symlink_to("20200101T000002-loop.duckdb")
    (folder / "20200101T000003-directory.duckdb").symlink_to(tmp_path)
    os.mkfifo(folder / "20200101T000004-pipe.duckdb")
    odd = folder / "20200101T000005 ?#%41;'ж.duckdb"
    shutil.copyfile(own.path, odd)
    Path(os.fsdecode(os.fsencode(folder) + b"/2020\xff.duckdb")).write_bytes(b"x")
    assert main(["versions", "--json", "--store", str(folder)]) == 0
    told = {row["name"]: row.get("error") for row in json.loads(capsys.readouterr().out)}
    broken = {name for name, error in told.items() if error}
    assert broken == {path.stem for path in folder.glob("2020*T00000[0-4]-*")}
    assert told[odd.stem] is None and len(told) == 8
    for name in broken:
        assert main(["rollback", name, *WHO, "--store", str(folder)]) == 1
        assert "damaged_version" in capsys.readouterr().err
    assert main(["rollback", odd.stem, *WHO, "--store", str(folder)]) == 0


@pytest.fixture
def read_only(folder, tmp_path):
    """The store on a file system that nobody may write to; only an administrator can have one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run([mount, "-t", "tmpfs", "tmpfs", disk], capture_output=True)
    if not made or made.returncode:
        pytest.skip("no right to mount a file system")
    shutil.copytree(folder, disk / "store")
    subprocess.run([mount, "-o", "remount,ro", disk], check=True)
    yield disk / "store"
    subprocess.run(["umount", "--lazy", disk], check=True)


def test_a_read_only_store_is_read_and_publishing_is_refused_in_words(read_only):
    current, first = store.versions(read_only)
    assert first_start.ensure(read_only) == current and stored(current)
    assert wholeness.fault(current.path) == ""
    words = ["rollback", first.name, *WHO, "--store", read_only]
    done = subprocess.run(
        [sys.executable, "-m", "data", *words],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=HANG_SECONDS,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("no_right_to_write") and "Traceback" not in done.stderr
