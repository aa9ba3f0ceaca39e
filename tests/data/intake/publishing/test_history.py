"""Every version stays on record with who, why and from what; going back is a version of its own."""

import shutil
from datetime import datetime

import duckdb
import pytest
from small_region import PLACES, published, school, stored, trained

from data import store
from data.errors import ReaderError
from data.intake.publishing import history, pointer


@pytest.fixture
def folder(begun):
    return begun


@pytest.fixture
def two(folder):
    """Two versions, of which the second has one school and one row more."""
    more = {"school": [school("new", PLACES[0])], "training": [trained("new", 2022, 9, 1)]}
    return store.current(folder), published(folder, more, why="second")


def test_the_newest_version_comes_first_with_its_account_files_and_rows(folder, two):
    entries = history.history(folder)
    assert [entry.version for entry in entries] == list(reversed(two))
    second, first = entries
    assert (first.account.reason, second.account.reason) == ("first", "second")
    assert (first.current, second.current) == (False, True)
    assert (first.account.base, second.account.base) == (None, two[0].name)
    assert {first.account.published_by, second.account.published_by} == {"tests"}
    assert {entry.account.demonstration for entry in entries} == {False}
    brought = {file: (table, rows) for file, table, rows, _ in second.files}
    assert brought["school.csv"] == ("school", 1) and brought["training.csv"] == ("training", 1)
    assert dict(second.rows)["training"] == dict(first.rows)["training"] + 1 == 41
    assert [entry.made_at for entry in entries] == sorted(
        (entry.made_at for entry in entries), reverse=True
    )


def test_files_of_a_version_stand_in_the_order_of_their_numbers(folder, two, tmp_path):
    """However the rows that name them are laid in the version's file, and whatever their names."""
    other = tmp_path / "other" / two[0].path.name
    other.parent.mkdir()
    shutil.copyfile(two[0].path, other)
    with duckdb.connect(other) as connection:
        laid = connection.execute("SELECT file FROM data_input ORDER BY number DESC").fetchall()
        rows = "SELECT * REPLACE (-number AS number) FROM data_input"
        connection.execute(f"CREATE OR REPLACE TABLE data_input AS {rows}")
    (entry,) = history.history(other.parent)
    assert [file for file, *_ in entry.files] == [file for (file,) in laid]
    assert len(set(laid)) == len(laid) > 2


def test_going_back_makes_a_new_version_of_equal_rows(folder, two):
    first, second = two
    back = history.roll_back(folder, first.name, " who ", " why ")
    assert store.current(folder) == back and back not in two
    assert stored(back) == stored(first) != stored(second)
    entry = next(one for one in history.history(folder) if one.version == back)
    account = entry.account
    assert (account.published_by, account.reason) == ("who", "why")
    assert (account.base, account.restores) == (second.name, first.name)
    assert entry.files == next(one.files for one in history.history(folder) if one.version == first)
    forth = history.roll_back(folder, second.name, "who", "why")
    assert stored(forth) == stored(second)
    assert len(history.history(folder)) == 4


def test_versions_stand_in_the_order_they_were_made_where_the_clock_was_set_back(
    folder, two, monkeypatch
):
    class Earlier(datetime):
        @classmethod
        def now(cls, zone):
            return datetime(2020, 1, 1, tzinfo=zone)

    monkeypatch.setattr(pointer, "datetime", Earlier)
    (folder / "9-not-of-a-time.duckdb").hardlink_to(two[0].path)
    made = [version.name for version in two]
    for number in range(3):
        made.append(history.roll_back(folder, made[-2], "who", f"{number}").name)
    assert sorted(made) == made and len(set(made)) == 5
    assert made[-1].startswith(made[1].partition("-")[0][:15])


def test_versions_of_one_second_stand_in_the_order_they_were_made(folder, two):
    """Names of older programs end at the second and stay readable among the new ones."""
    older = folder / f"{two[0].name.split('-')[0][:15]}-0badcafe.duckdb"
    older.hardlink_to(two[0].path)
    made = [older.stem, *(version.name for version in two)]
    for number in range(8):
        back = history.roll_back(folder, made[-2], "who", f"{number}")
        made.append(back.name)
    listed = [entry.version.name for entry in history.history(folder)]
    assert listed == list(reversed(made))
    assert not any(entry.error for entry in history.history(folder))


def test_going_back_is_refused_plainly(folder, two):
    first, second = two
    for words, code in (
        ((first.name, "", "why"), "who_and_why"),
        ((first.name, "who", " "), "who_and_why"),
        ((second.name, "who", "why"), "already_current"),
        (("20200101T000000-gone", "who", "why"), "no_such_version"),
        (("../store/" + first.name, "who", "why"), "no_such_version"),
    ):
        with pytest.raises(ReaderError) as refused:
            history.roll_back(folder, *words)
        assert refused.value.code == code
    assert store.current(folder) == second and len(history.history(folder)) == 2


def test_a_broken_file_among_the_versions_is_listed_and_hides_none(folder, two):
    broken = folder / "20200101T000000-broken.duckdb"
    broken.write_bytes(two[0].path.read_bytes()[:5000])
    entries = {entry.version.name: entry for entry in history.history(folder)}
    assert set(entries) == {two[0].name, two[1].name, broken.stem}
    assert (entries[broken.stem].error, entries[broken.stem].account) == ("broken_store", None)
    assert entries[two[1].name].current and entries[two[0].name].account.reason == "first"
    with pytest.raises(ReaderError, match="damaged_version"):
        history.roll_back(folder, broken.stem, "who", "why")


@pytest.mark.parametrize("pointer", [b"", b"\xff\xfe\x00", b"x" * 5000])
def test_versions_are_listed_whatever_the_pointer_says(folder, two, pointer):
    (folder / store.POINTER).write_bytes(pointer)
    assert [entry.current for entry in history.history(folder)] == [False, False]


def test_an_empty_store_has_no_history(tmp_path):
    assert history.history(tmp_path) == history.history(tmp_path / "none") == []
