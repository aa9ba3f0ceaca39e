"""Facts corrected after a region published are told and offered, and never slip by in silence."""

import duckdb
import pandas as pd
import pytest
from older_facts import OLD_NAME, SCHOOL, published_with_older, published_with_older_facts
from small_region import PLACES, brought, published, school, stored, tables

from data import store
from data.errors import ACKNOWLEDGE, ReaderError
from data.intake.declared.gathering import FACTS
from data.intake.screening import screen
from data.intake.screening.corrections import corrections, withdrawn

NEW = {"school": [school("new", PLACES[0])]}
KEY = (SCHOOL["school_id"],)


@pytest.fixture
def folder(tmp_path):
    """A store whose own version was made with the earlier edition."""
    published_with_older_facts(tmp_path / "store", tmp_path / "facts")
    return tmp_path / "store"


def taken(folder, found):
    """Publish what was screened, every remark confirmed."""
    return screen.publish(folder, found, "who", "why", found.of(ACKNOWLEDGE))


def named(version):
    return stored(version)["school"][KEY]["name"]


def asked(found, rule="facts_corrected"):
    return [(p.value, p.expected, p.level) for p in found.problems if p.rule == rule]


def facts(name):
    return pd.read_csv(FACTS / f"{name}.csv", dtype=str, keep_default_na=False)


def test_each_corrected_cell_is_told_with_what_stands(folder):
    found = corrections(store.current(folder))
    assert [(c.table.name, c.key, c.column, c.standing, c.fact) for c in found] == [
        ("school", KEY, "name", OLD_NAME, SCHOOL["name"])
    ]


def test_corrected_facts_are_asked_about_and_taken_where_wanted(folder):
    left = screen.screen(folder, brought(NEW))
    assert asked(left) == [("school", "1", ACKNOWLEDGE)]
    assert left.rows["changed"].sum() == 0
    found = screen.screen(folder, brought(NEW), corrected=["school"])
    assert asked(found) == []
    assert found.rows["changed"].sum() == 1
    version = taken(folder, found)
    assert named(version) == SCHOOL["name"]
    assert corrections(version) == ()


def test_who_confirms_his_own_rows_keeps_them_and_is_not_asked_again(folder):
    version = taken(folder, screen.screen(folder, brought(NEW)))
    assert named(version) == OLD_NAME
    assert corrections(version) == ()
    assert asked(screen.screen(folder, brought(NEW))) == []


def test_a_received_row_goes_before_a_corrected_fact(folder):
    own = {"school": [SCHOOL | {"name": "Имя из файла"}]}
    version = taken(folder, screen.screen(folder, brought(own), corrected=["school"]))
    assert named(version) == "Имя из файла"


def test_a_table_replaced_whole_has_the_present_facts_unasked(folder):
    found = screen.screen(folder, brought(NEW), replaced=["school"])
    assert asked(found) == []
    assert named(taken(folder, found)) == SCHOOL["name"]


def test_an_own_row_that_differs_from_unchanged_facts_is_nobodys_business(tmp_path):
    folder = tmp_path / "store"
    published(folder, tables())
    version = published(folder, {"school": [SCHOOL | {"name": "Своё имя"}]})
    assert (named(version), corrections(version)) == ("Своё имя", ())


def test_a_demonstration_version_has_nothing_to_correct(tmp_path):
    version = published_with_older_facts(tmp_path / "store", tmp_path / "facts", True)
    assert corrections(version) == ()


def test_facts_that_are_no_more_are_told_asked_about_and_dropped(tmp_path):
    """One measure had another key, and one more stood: both would stay beside the present ones."""
    older = facts("road_map_measure")
    present = set(older["measure_id"])
    older.loc[0, "measure_id"] += "-old"
    older = pd.concat([older, older.iloc[[1]].assign(measure_id="removed")], ignore_index=True)
    folder = tmp_path / "store"
    version = published_with_older(folder, tmp_path / "facts", "road_map_measure", older)
    gone = {(older.loc[0, "measure_id"],), ("removed",)}
    found = [(c.table.name, c.key, c.column) for c in corrections(version)]
    assert set(found) == {("road_map_measure", key, "") for key in gone} and len(found) == 2
    left = screen.screen(folder, brought(NEW))
    assert asked(left) == [("road_map_measure", "2", ACKNOWLEDGE)]
    chosen = screen.screen(folder, brought(NEW), corrected=["road_map_measure"])
    assert asked(chosen) == []
    after = taken(folder, chosen)
    assert {key for (key,) in stored(after)["road_map_measure"]} == present
    assert corrections(after) == ()


@pytest.fixture
def mixed(tmp_path):
    """A store in which a school of older facts, now no more, stands beside the region's own."""
    older = facts("school")
    older = pd.concat([older, older.iloc[[0]].assign(school_id="removed")])
    folder = tmp_path / "store"
    version = published_with_older(folder, tmp_path / "facts", "school", older)
    with duckdb.connect(str(version.path)) as opened:
        again = "SELECT * REPLACE ('own' AS school_id) FROM school WHERE school_id = 'removed'"
        opened.execute(f"INSERT INTO school {again}")
    return folder


def test_facts_no_more_among_own_rows_are_asked_about_and_never_guessed(mixed):
    version = store.current(mixed)
    assert corrections(version) == ()
    assert [(w.table.name, set(w.keys), w.least) for w in withdrawn(version)] == [
        ("school", {("own",), ("removed",)}, 1)
    ]
    found = screen.screen(mixed, brought(NEW))
    assert asked(found, "facts_withdrawn") == [("school", "1", ACKNOWLEDGE)]
    after = taken(mixed, found)
    assert {("own",), ("removed",)} < set(stored(after)["school"])
    assert withdrawn(after) == ()


def test_rows_that_a_file_brings_are_nobodys_leftovers(mixed):
    own = {"school": [school("own", PLACES[0]), school("removed", PLACES[0])]}
    assert asked(screen.screen(mixed, brought(own)), "facts_withdrawn") == []
    whole = screen.screen(mixed, brought(NEW), replaced=["school"])
    assert asked(whole, "facts_withdrawn") == []


def test_a_corrected_row_that_a_file_brings_is_not_asked_about(folder):
    own = {"school": [SCHOOL | {"name": "Имя из файла"}]}
    assert asked(screen.screen(folder, brought(own))) == []


def test_taking_facts_that_were_not_corrected_is_refused(tmp_path):
    """They would take the place of the region's own edits of fact rows."""
    folder = tmp_path / "store"
    published(folder, {"school": [SCHOOL | {"name": "Своё имя"}]})
    for base in (folder, tmp_path / "nothing"):
        with pytest.raises(ReaderError, match="not_corrected: tables=school"):
            screen.screen(base, brought(NEW), corrected=["school"])
