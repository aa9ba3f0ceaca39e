"""The list of versions reads none of them twice, and no note beside a version can make it lie."""

import json
import shutil

import duckdb
import pytest
from small_region import PLACES, published, school

from data import store
from data.intake.publishing import history, publish, summaries
from data.schema import SCHEMA_NUMBER


@pytest.fixture
def version(begun):
    history.history(begun)
    return store.current(begun)


def note(version):
    return version.path.parent / summaries.FOLDER / f"{version.name}.json"


def listed(version):
    (entry,) = history.history(version.path.parent)
    return entry


def never_opened(monkeypatch):
    def opened(version):
        raise AssertionError(f"{version.name} was opened")

    monkeypatch.setattr(store, "opened", opened)


def test_a_version_is_listed_without_being_opened_again(version, monkeypatch):
    before = listed(version)
    never_opened(monkeypatch)
    assert listed(version) == before
    assert before.account.reason == "first" and dict(before.rows)["training"] == 40


def test_publishing_notes_what_the_list_will_tell(begun, monkeypatch):
    made = published(begun, {"school": [school("new", PLACES[0])]}, why="second")
    (begun / summaries.FOLDER / f"{made.name}.json").stat()
    history.history(begun)
    never_opened(monkeypatch)
    assert [entry.account.reason for entry in history.history(begun)] == ["second", "first"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"first"', '"forged"'),
        lambda text: "{}\n" + text.splitlines()[1],
        lambda text: "[1]\n\n\n",
        lambda text: "\x00",
    ],
)
def test_a_damaged_note_is_made_again(version, damage):
    before, sound = listed(version), note(version).read_text(encoding="utf-8")
    note(version).write_text(damage(sound), encoding="utf-8")
    assert listed(version) == before
    assert note(version).read_text(encoding="utf-8") == sound


def forged(version, **instead):
    """Write a note that is sound in itself, of this very file, and tells otherwise."""
    kept = json.loads(note(version).read_text(encoding="utf-8").splitlines()[0])
    summaries._keep(version, kept | instead)


def test_what_is_acted_on_is_read_of_the_file_whatever_the_note_tells(version):
    true = history.entry(version.path.parent, version)
    forged(version, made_at="2001-01-01T00:00:00+00:00")
    assert listed(version).made_at == "2001-01-01T00:00:00+00:00" != true.made_at
    history._about.cache_clear()
    assert history.entry(version.path.parent, version) == true == listed(version)


@pytest.mark.parametrize("mark", [{"name": "another"}, {"bytes": 1}, {"changed": 1}])
def test_a_note_of_another_file_is_none(version, mark):
    """Under another version's name, of another size, of another time."""
    true = listed(version)
    forged(version, made_at="2001-01-01T00:00:00+00:00", **mark)
    assert listed(version) == true


def test_a_changed_file_is_read_again(version):
    true = version.path.with_suffix(".true")
    version.path.rename(true)
    shutil.copyfile(true, version.path)
    with duckdb.connect(version.path) as connection:
        connection.execute("UPDATE data_version SET reason = 'another'")
    assert listed(version).account.reason == "another"


def test_a_version_of_a_newer_schema_is_listed_as_one_and_noted_as_none(version):
    version.path.rename(version.path.with_suffix(".was"))
    shutil.copyfile(version.path.with_suffix(".was"), version.path)
    with duckdb.connect(version.path) as connection:
        connection.execute(f"UPDATE data_version SET schema_number = {SCHEMA_NUMBER + 1}")
    store.about.cache_clear()
    note(version).unlink()
    assert listed(version).error == "newer_schema"
    assert not note(version).exists()


def test_a_damaged_version_is_opened_each_time(version):
    whole = version.path.read_bytes()
    version.path.unlink()
    version.path.write_bytes(whole[:5000])
    assert listed(version).error == listed(version).error == "broken_store"
    version.path.write_bytes(whole)
    assert listed(version).error == ""


def test_a_store_that_cannot_be_written_to_is_listed(version):
    note(version).unlink()
    note(version).parent.rmdir()
    note(version).parent.write_text("in the way")
    assert listed(version).account.reason == "first"


def test_listing_does_not_close_what_readers_read(begun):
    for number in range(12):
        (begun / f"2010010{number % 9}T00000{number:07}-copy.duckdb").hardlink_to(
            store.current(begun).path
        )
    engine = store.engine(store.current(begun))
    assert len(history.history(begun)) == 13
    assert store.engine(store.current(begun)) is engine


def test_a_version_published_onto_no_place_for_notes_is_published(begun):
    shutil.rmtree(begun / summaries.FOLDER, ignore_errors=True)
    (begun / summaries.FOLDER).write_text("in the way")
    made = published(begun, {"school": [school("new", PLACES[0])]})
    assert store.current(begun) == made
    with publish.writing(begun, 0):
        assert history.history(begun)[0].version == made
