"""Facts corrected after a region published are told and offered, and never slip by in silence."""

import pytest
from older_facts import OLD_NAME, SCHOOL, published_with_older_facts
from small_region import PLACES, brought, published, school, stored, tables

from data import store
from data.errors import ACKNOWLEDGE
from data.intake import checking
from data.intake.corrections import corrections

NEW = {"school": [school("new", PLACES[0])]}
KEY = (SCHOOL["school_id"],)


@pytest.fixture
def folder(tmp_path):
    """A store whose own version was made with the earlier edition."""
    published_with_older_facts(tmp_path / "store", tmp_path / "facts")
    return tmp_path / "store"


def taken(folder, found):
    """Publish what was screened, every remark confirmed."""
    return checking.publish(folder, found, "who", "why", found.of(ACKNOWLEDGE))


def named(version):
    return stored(version)["school"][KEY]["name"]


def asked(found):
    return [(p.value, p.expected, p.level) for p in found.problems if p.rule == "facts_corrected"]


def test_each_corrected_cell_is_told_with_what_stands(folder):
    found = corrections(store.current(folder))
    assert [(c.table.name, c.key, c.column, c.standing, c.fact) for c in found] == [
        ("school", KEY, "name", OLD_NAME, SCHOOL["name"])
    ]


def test_corrected_facts_are_asked_about_and_taken_where_wanted(folder):
    left = checking.screen(folder, brought(NEW))
    assert asked(left) == [("school", "1", ACKNOWLEDGE)]
    assert left.rows["changed"].sum() == 0
    found = checking.screen(folder, brought(NEW), corrected=["school"])
    assert asked(found) == []
    assert found.rows["changed"].sum() == 1
    version = taken(folder, found)
    assert named(version) == SCHOOL["name"]
    assert corrections(version) == ()


def test_who_confirms_his_own_rows_keeps_them_and_is_not_asked_again(folder):
    version = taken(folder, checking.screen(folder, brought(NEW)))
    assert named(version) == OLD_NAME
    assert corrections(version) == ()
    assert asked(checking.screen(folder, brought(NEW))) == []


def test_a_received_row_goes_before_a_corrected_fact(folder):
    own = {"school": [SCHOOL | {"name": "Имя из файла"}]}
    version = taken(folder, checking.screen(folder, brought(own), corrected=["school"]))
    assert named(version) == "Имя из файла"


def test_a_table_replaced_whole_has_the_present_facts_unasked(folder):
    found = checking.screen(folder, brought(NEW), replaced=["school"])
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
