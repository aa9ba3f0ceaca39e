"""Old versions go only where that is set; the current, the last and the young ones never do."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from small_region import PLACES, published, school, stored

from data import store
from data.__main__ import main
from data.errors import ReaderError
from data.intake.publishing import history, keeping
from data.intake.publishing.keeping import MONTHS, VERSIONS, Keeping
from data.intake.publishing.publish import writing


def name_of(days):
    """Name a version made so many days ago."""
    return f"{datetime.now(UTC) - timedelta(days=days):%Y%m%dT%H%M%S%f}-{days:08x}"


@pytest.fixture
def folder(begun):
    """A store of versions made 400, 100, 40, 20 and 0 days ago; the last is current."""
    for days in (400, 100, 40, 20):
        (begun / f"{name_of(days)}.duckdb").hardlink_to(store.current(begun).path)
    return begun


def ages(versions):
    ends = [version.name.rsplit("-", 1)[1] for version in versions]
    return [int(end, 16) for end in ends]


def left(folder):
    return {entry.version.name for entry in history.history(folder)}


@pytest.mark.parametrize(
    ("keeping_what", "going"),
    [
        (Keeping(), []),
        (Keeping(versions=2), [400, 100, 40]),
        (Keeping(versions=4), [400]),
        (Keeping(versions=9), []),
        (Keeping(months=1), [400, 100, 40]),
        (Keeping(months=2), [400, 100]),
        (Keeping(months=200), []),
        (Keeping(versions=3, months=2), [400, 100]),
        (Keeping(versions=4, months=1), [400]),
    ],
)
def test_what_either_number_keeps_stays(folder, keeping_what, going):
    assert ages(keeping.surplus(folder, keeping_what)) == going


def test_the_current_version_stays_however_old_it_is(folder):
    oldest = min(left(folder))
    (folder / store.POINTER).write_text(oldest, encoding="utf-8")
    assert ages(keeping.surplus(folder, Keeping(2))) == [100, 40]


def test_the_last_two_stay_whatever_their_age(folder):
    for entry in history.history(folder)[:2]:
        entry.version.path.unlink()
    (folder / store.POINTER).write_text(max(left(folder)), encoding="utf-8")
    assert ages(keeping.surplus(folder, Keeping(months=1))) == [400]


def test_damaged_files_and_names_without_a_time_are_neither_counted_nor_removed(folder):
    (folder / f"{name_of(10)}.duckdb").write_bytes(b"damaged")
    (folder / f"{name_of(300)}.duckdb").write_bytes(b"damaged")
    (folder / "1-named-by-hand.duckdb").hardlink_to(store.current(folder).path)
    assert ages(keeping.surplus(folder, Keeping(2))) == [400, 100, 40]


def test_publishing_removes_what_the_setting_does_not_keep(folder, monkeypatch):
    monkeypatch.setenv(VERSIONS, "3")
    before = history.history(folder)
    made = published(folder, {"school": [school("new", PLACES[0])]}, why="new")
    kept = [entry.version.name for entry in history.history(folder)]
    assert kept == [made.name, *(entry.version.name for entry in before[:2])]
    gone = keeping.removed(folder)
    assert [each.name for each in gone] == [entry.version.name for entry in before[2:]]
    assert {(each.published_by, each.reason) for each in gone} == {("tests", "first")}
    assert history.history(folder)[0].account.base == before[0].version.name


def test_without_a_setting_publishing_removes_nothing(folder):
    before = left(folder)
    made = published(folder, {"school": [school("new", PLACES[0])]})
    assert left(folder) == before | {made.name}
    assert keeping.removed(folder) == []


@pytest.mark.parametrize("said", ["0", "1", "-3", "many", "2.5", "٣"])
def test_a_setting_that_is_not_understood_removes_nothing_and_is_told(folder, monkeypatch, said):
    monkeypatch.setenv(VERSIONS, said)
    before = left(folder)
    made = published(folder, {"school": [school("new", PLACES[0])]})
    assert left(folder) == before | {made.name}
    with pytest.raises(ReaderError, match="keeping_setting") as told:
        keeping.setting()
    assert (told.value.details["name"], told.value.details["value"]) == (VERSIONS, said)


def test_an_open_version_is_read_on_after_it_was_removed(folder):
    oldest = store.Version(min(left(folder)), folder / f"{min(left(folder))}.duckdb")
    rows = stored(oldest)
    with writing(folder, 0):
        keeping.prune(folder, Keeping(2))
    assert not oldest.path.exists()
    assert stored(oldest) == rows
    with pytest.raises(ReaderError, match="no_such_version"):
        history.version_named(folder, oldest.name)


def test_a_record_is_written_before_anything_goes(folder, monkeypatch):
    """Stopped right before the first file goes, all is there, and nothing is told as removed."""

    def stopped(path, missing_ok=False):
        assert (folder / keeping.RECORD).is_file()
        raise KeyboardInterrupt

    before = left(folder)
    with monkeypatch.context() as stopping:
        stopping.setattr("pathlib.Path.unlink", stopped)
        with pytest.raises(KeyboardInterrupt):
            keeping.prune(folder, Keeping(2))
    assert left(folder) == before and keeping.removed(folder) == []
    assert ages(keeping.prune(folder, Keeping(2))) == [400, 100, 40]
    assert len(keeping.removed(folder)) == 3 and len(left(folder)) == 2


def test_the_command_lists_first_and_removes_then(folder, capsys):
    told = ["prune", "--store", str(folder), "--versions", "4"]
    before = left(folder)
    assert main([*told, "--dry-run"]) == 0
    assert capsys.readouterr().out == f"{min(before)}: would be removed\n"
    assert left(folder) == before and keeping.removed(folder) == []
    assert main(told) == 0
    assert capsys.readouterr().out == f"{min(before)}: removed\n"
    assert left(folder) == before - {min(before)}
    assert main(["prune", "--store", str(folder)]) == 0
    assert left(folder) == before - {min(before)}


def test_the_command_takes_the_setting_and_waits_for_the_lock(folder, monkeypatch, capsys):
    monkeypatch.setenv(MONTHS, "2")
    monkeypatch.setattr("data.intake.publishing.publish.WAIT_SECONDS", 0)
    before, told = left(folder), []
    with writing(folder, 0):
        other = threading.Thread(
            target=lambda: told.append(main(["prune", "--store", str(folder)]))
        )
        other.start()
        other.join()
    assert told == [1] and left(folder) == before
    assert "store_is_being_written" in capsys.readouterr().err
    assert main(["prune", "--store", str(folder)]) == 0
    assert len(left(folder)) == 3
