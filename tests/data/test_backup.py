"""A backup gives back the same list and the same bytes, whatever stops it and whoever publishes."""

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from data import backup, store
from data.__main__ import main
from data.errors import ReaderError
from data.intake.publishing import history, keeping, publish, summaries
from data.schema import region
from tests.patience import HANG_SECONDS

PROJECT = Path(__file__).resolve().parents[2]
PASSING = {"writer.lock", "writer.txt", backup.CHECKSUMS}


def contents(folder):
    """Give what a store or a backup holds, but for locks, checksums and notes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.name not in PASSING
        and path.parent.name != summaries.FOLDER
        and backup.SET_ASIDE not in path.parts
    }


@pytest.fixture
def folder(regions, publish_files, tmp_path):
    """A store of two versions, a saved mapping and a record of what was removed."""
    for codes in (("60",), ("60", "75")):
        publish_files(regions(*codes))
    where = tmp_path / "store"
    (where / "mappings").mkdir()
    (where / "mappings" / "rule-0123.json").write_text('{"name": "правило"}', encoding="utf-8")
    (where / keeping.RECORD).write_text("[]")
    return where


@pytest.fixture
def copy(folder, tmp_path):
    backup.back_up(folder, tmp_path / "copy")
    return tmp_path / "copy"


def versions(folder):
    return [entry.version.name for entry in history.history(folder)]


def test_a_round_trip_gives_the_same_list_and_the_same_bytes(folder, copy, tmp_path):
    backup.restore(copy, tmp_path / "elsewhere" / "new")
    new = tmp_path / "elsewhere" / "new"
    assert contents(new) == contents(folder) == contents(copy)
    listed = [
        [(e.version.name, e.current, e.account, e.files, e.rows) for e in history.history(each)]
        for each in (folder, new)
    ]
    assert listed[0] == listed[1] and len(listed[0]) == 2
    rows = store.fetch(store.current(new), select(region.c.code))
    assert rows["code"].tolist() == ["60", "75"]


def test_the_checksums_are_those_of_sha256sum(copy):
    for line in (copy / backup.CHECKSUMS).read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((copy / name).read_bytes()).hexdigest() == digest
    assert len((copy / backup.CHECKSUMS).read_text().splitlines()) == len(contents(copy))


def test_a_backup_copies_only_what_is_new(folder, copy, regions, publish_files):
    before = {path: path.stat().st_mtime_ns for path in copy.glob("*.duckdb")}
    assert backup.back_up(folder, copy) == []
    made = publish_files(regions("61"))
    (folder / "mappings" / "rule-0123.json").write_text('{"name": "другое"}', encoding="utf-8")
    assert backup.back_up(folder, copy) == [made.path.name, "mappings/rule-0123.json"]
    assert contents(copy) == contents(folder)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_version_removed_from_the_store_stays_in_its_backup(folder, copy):
    (older,) = set(versions(folder)) - {store.current(folder).name}
    (folder / f"{older}.duckdb").unlink()
    assert backup.back_up(folder, copy) == []
    assert backup.restore(copy, folder) == [f"{older}.duckdb"]
    assert older in versions(folder)


def test_what_is_published_meanwhile_is_whole_in_the_backup(
    folder, tmp_path, regions, publish_files
):
    """The copy points to what was current as it began, and has that; the next has the rest."""
    began, made = store.current(folder), []

    def meanwhile(share, step):
        if len(made) < 2:
            made.append(publish_files(regions(f"{len(made)}"), store=folder))

    backup.back_up(folder, tmp_path / "copy", meanwhile)
    assert len(made) == 2 and store.current(tmp_path / "copy").name == began.name
    assert versions(tmp_path / "copy") == versions(folder)[2:]
    backup.back_up(folder, tmp_path / "copy")
    assert contents(tmp_path / "copy") == contents(folder)


def test_a_version_removed_while_it_is_backed_up_is_passed_over(folder, tmp_path):
    older = folder / f"{min(versions(folder))}.duckdb"

    def meanwhile(share, step):
        older.unlink(missing_ok=True)

    backup.back_up(folder, tmp_path / "copy", meanwhile)
    assert contents(tmp_path / "copy") == contents(folder) and not older.exists()


@pytest.mark.parametrize("harm", ["changed", "cut", "gone"])
def test_a_damaged_backup_is_refused_with_the_files_name(folder, copy, tmp_path, harm):
    for name in contents(copy):
        whole = (copy / name).read_bytes()
        (copy / name).unlink()
        if harm != "gone":
            bad = whole[:-1] + (b"" if harm == "cut" else bytes([whole[-1] ^ 1]))
            (copy / name).write_bytes(bad)
        with pytest.raises(ReaderError, match="damaged_backup") as refused:
            backup.restore(copy, tmp_path / "new")
        assert refused.value.details["file"] == copy / name
        assert not (tmp_path / "new").exists()
        (copy / name).write_bytes(whole)
    assert backup.restore(copy, tmp_path / "new")


def test_a_damaged_copy_is_made_again_while_the_store_is_sound(folder, copy):
    path = copy / store.current(folder).path.name
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert backup.back_up(folder, copy) == [path.name]
    assert path.read_bytes() == whole
    path.write_bytes(whole[:-1])
    (folder / path.name).write_bytes(b"damaged too")
    with pytest.raises(ReaderError, match="both_damaged"):
        backup.back_up(folder, copy)
    assert path.read_bytes() == whole[:-1]


def test_a_version_damaged_in_the_store_does_not_spoil_its_copy(folder, copy):
    current = store.current(folder)
    whole = current.path.read_bytes()
    current.path.unlink()
    current.path.write_bytes(whole[:100])
    assert backup.back_up(folder, copy) == []
    assert (copy / current.path.name).read_bytes() == whole
    assert backup.restore(copy, folder) == [current.path.name]
    assert current.path.read_bytes() == whole
    (aside,) = (folder / backup.SET_ASIDE).rglob("*.duckdb")
    assert aside.read_bytes() == whole[:100]


def test_a_store_with_versions_of_its_own_is_not_overwritten_unless_told(
    folder, copy, regions, publish_files
):
    was, made = store.current(folder), publish_files(regions("61"))
    before = contents(folder)
    with pytest.raises(ReaderError, match="other_versions") as refused:
        backup.restore(copy, folder)
    assert refused.value.details["first"] == made.path.name
    assert contents(folder) == before
    assert backup.restore(copy, folder, over=True) == [store.POINTER]
    assert store.current(folder) == was and made.name in versions(folder)
    assert len(versions(folder)) == 3


@pytest.mark.parametrize("what", ["nothing", "no pointer", "no checksums"])
def test_what_is_no_finished_backup_is_refused(copy, tmp_path, what):
    if what == "no checksums":
        (copy / backup.CHECKSUMS).unlink()
    if what == "no pointer":
        lines = (copy / backup.CHECKSUMS).read_text().splitlines(keepends=True)
        kept = [line for line in lines if not line.endswith("  current\n")]
        assert len(kept) == len(lines) - 1
        (copy / backup.CHECKSUMS).write_text("".join(kept))
    with pytest.raises(ReaderError, match="no_backup"):
        backup.restore(tmp_path / "none" if what == "nothing" else copy, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_backup_never_writes_outside_the_store(copy, tmp_path):
    (tmp_path / "outside").write_text("mine")
    digest = hashlib.sha256(b"theirs").hexdigest()
    (copy.parent / "theirs").write_text("theirs")
    with (copy / backup.CHECKSUMS).open("a") as lines:
        lines.write(f"{digest}  ../theirs\n{digest}  {tmp_path}/theirs\n")
    backup.restore(copy, tmp_path / "deep" / "new")
    assert not (tmp_path / "deep" / "theirs").exists()


def test_a_backup_into_the_store_or_of_nothing_is_refused(folder, tmp_path):
    before = contents(folder)
    for target in (folder, folder / "copy"):
        with pytest.raises(ReaderError, match="backup_in_store"):
            backup.back_up(folder, target)
    assert contents(folder) == before
    with pytest.raises(ReaderError, match="no_store"):
        backup.back_up(tmp_path / "none", tmp_path / "copy")
    assert not (tmp_path / "copy").exists() and not (tmp_path / "none").exists()


def test_a_lost_current_version_is_told_after_all_else_is_copied(folder, tmp_path):
    current = store.current(folder)
    current.path.unlink()
    with pytest.raises(ReaderError, match="broken_store"):
        backup.back_up(folder, tmp_path / "copy")
    assert set(contents(tmp_path / "copy")) == set(contents(folder)) - {store.POINTER}


def test_a_restore_waits_for_whoever_writes(folder, copy, tmp_path, monkeypatch):
    monkeypatch.setattr(publish, "WAIT_SECONDS", 0)
    done = []
    with publish.writing(tmp_path / "new", 0):
        script = "import sys; from data.__main__ import main; from data.intake.publishing import "
        script += "publish; publish.WAIT_SECONDS = 0; sys.exit(main(sys.argv[1:]))"
        words = ["restore", str(copy), "--store", str(tmp_path / "new")]
        done.append(run("-c", script, *words))
    assert done[0].returncode == 1 and "store_is_being_written" in done[0].stderr
    assert contents(tmp_path / "new") == {}


def run(*words):
    return subprocess.run(
        [sys.executable, *words], cwd=PROJECT, capture_output=True, text=True, timeout=HANG_SECONDS
    )


KILLED = """
import os, signal, sys
from pathlib import Path
from data import backup

act, source, target, last = sys.argv[1], *map(Path, sys.argv[2:4]), int(sys.argv[4])
calls = 0

def look(frame, event, called):
    global calls
    if event == "c_call" and called in (os.fsync, os.replace, os.unlink, os.mkdir):
        calls += 1
        if calls == last:
            os.kill(os.getpid(), signal.SIGKILL)

sys.setprofile(look)
getattr(backup, act)(source, target)
sys.setprofile(None)
print(calls)
"""


@pytest.mark.parametrize("act", ["back_up", "restore"])
def test_what_was_killed_at_any_step_is_finished_by_repeating_it(folder, copy, tmp_path, act):
    source = {"back_up": folder, "restore": copy}[act]
    whole = contents(source)
    done = run("-c", KILLED, act, source, tmp_path / "whole", "0")
    steps = int(done.stdout)
    assert steps > 12, done.stderr
    for step in range(1, steps + 1, 1 + steps // 12):
        target = tmp_path / f"killed at {step}"
        done = run("-c", KILLED, act, source, target, str(step))
        assert done.returncode == -signal.SIGKILL
        half = contents(target) if target.is_dir() else {}
        there = {name for name in half if "draft-" not in name and "current." not in name}
        assert all(half[name] == whole[name] for name in there), step
        if store.POINTER in there:
            assert there == set(whole)
        getattr(backup, act)(source, target)
        assert contents(target) == whole, step
    assert contents(source) == whole


def test_the_commands_back_up_and_restore(folder, tmp_path, capsys):
    copy, new = str(tmp_path / "copy"), str(tmp_path / "new")
    assert main(["backup", copy, "--store", str(folder)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [f"{name}: copied" for name in backup._names(folder)]
    assert main(["restore", copy, "--store", new]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "current: restored"
    assert contents(Path(new)) == contents(folder)
    os.truncate(Path(copy) / store.current(folder).path.name, 10)
    assert main(["restore", copy, "--store", new]) == 1
    assert f"damaged_backup: file={copy}/{store.current(folder).path.name}" in (
        capsys.readouterr().err
    )
