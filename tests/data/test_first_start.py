"""The first start makes the store, one start at a time, and never replaces a region's own data."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from data import first_start, store
from data.errors import ReaderError
from data.intake.publishing import draft
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, writing
from data.schema import SCHEMA_NUMBER, data_version
from tests.patience import HANG_SECONDS

PROJECT = Path(__file__).resolve().parents[2]
ENSURE = """
from data import first_start
from tests.patience import HANG_SECONDS
first_start.WAIT_SECONDS = HANG_SECONDS
print(first_start.ensure().name)
"""
HOLD = """
import pathlib, sys
from data.intake.publishing.publish import writing
with writing(pathlib.Path(sys.argv[1]), 0):
    print("held", flush=True)
    sys.stdin.read()
"""


def started(code, folder):
    return subprocess.Popen(
        [sys.executable, "-c", code, folder],
        cwd=PROJECT,
        env=os.environ | {"MONITOR_STORE": str(folder)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def versions(folder):
    return sorted(path.stem for path in folder.glob("*.duckdb"))


def test_two_starts_at_once_make_one_version_and_both_get_it(tmp_path):
    starts = [started(ENSURE, tmp_path / "store") for _ in range(2)]
    names = [start.communicate(timeout=HANG_SECONDS)[0].strip() for start in starts]
    assert [start.returncode for start in starts] == [0, 0]
    assert names == versions(tmp_path / "store") * 2
    assert store.current(tmp_path / "store").name == names[0]


def test_a_later_start_takes_what_is_there(whole):
    assert first_start.ensure(whole.path.parent) == whole


def made_by_another_program(folder, files, demonstration, monkeypatch):
    with monkeypatch.context() as patched, writing(folder, 0):
        patched.setattr(draft, "SCHEMA_NUMBER", SCHEMA_NUMBER + 1)
        seed = 1 if demonstration else None
        return publish(folder, [files], Account(demonstration, "another program", seed=seed))


def test_demonstration_data_of_another_program_are_made_anew_with_progress(
    tmp_path, regions, monkeypatch
):
    old = made_by_another_program(tmp_path / "store", regions("60"), True, monkeypatch)
    told = []
    version = first_start.ensure(tmp_path / "store", lambda share, step: told.append((share, step)))
    assert version != old and old.path.is_file()
    about = store.fetch(version, select(data_version.c.schema_number))
    assert about["schema_number"].tolist() == [SCHEMA_NUMBER]
    shares, steps = zip(*told, strict=True)
    assert list(shares) == sorted(shares) and shares[-1] == 1.0
    assert list(dict.fromkeys(steps)) == ["generating", "reading", "writing", "publishing"]


def test_own_data_of_another_program_are_left_alone(tmp_path, regions, monkeypatch):
    old = made_by_another_program(tmp_path / "store", regions("60"), False, monkeypatch)
    with pytest.raises(ReaderError) as refused:
        first_start.ensure(tmp_path / "store")
    assert refused.value.code == "newer_schema"
    assert versions(tmp_path / "store") == [old.name]


def test_a_damaged_store_is_left_for_a_person(tmp_path, regions, publish_files):
    version = publish_files(regions("60"))
    version.path.write_bytes(b"damaged")
    for known in (store.about, store.engine):
        known.cache_clear()  # as a process that starts then knows nothing of it
    with pytest.raises(ReaderError) as refused:
        first_start.ensure(tmp_path / "store")
    assert refused.value.code == "broken_store"
    assert versions(tmp_path / "store") == [version.name]


def test_a_second_writer_is_told_who_holds_the_store_or_gets_it_when_free(tmp_path):
    holder = started(HOLD, tmp_path / "store")
    try:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(ReaderError) as refused, writing(tmp_path / "store", 0.2):
            pytest.fail("two writers at once")
        assert refused.value.code == "store_is_being_written"
        assert refused.value.details["holder"].endswith(f", process {holder.pid}")
    finally:
        holder.stdin.close()
    with writing(tmp_path / "store", HANG_SECONDS):
        own = (tmp_path / "store" / "writer.txt").read_text(encoding="utf-8")
    assert own.endswith(f", process {os.getpid()}")
    holder.stdout.close()
    holder.wait(timeout=HANG_SECONDS)
