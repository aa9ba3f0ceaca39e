"""What stands side by side: put, taken away, read from links that others wrote."""

import pytest

from components.base import pins
from components.base.choices import choices
from components.base.i18n import Words
from components.base.linked_view import read
from components.base.load import one_version
from components.base.pins import MOST, Pin, pinned, with_or_without, written
from components.base.rights import Right, reading_as
from queries.links import write_link
from queries.view import View, choose

PLACES = [Pin("place", code) for code in ("60601000", "60602000", "60605000", "60607000")]
MORE = Pin("place", "60609000")
COHORT, SCHOOL = Pin("cohort", "2021"), Pin("school", "60-0016")


@pytest.fixture(autouse=True)
def at_hand(built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    with one_version():
        yield


def linked(said):
    return read({"region": "60", "pins": said}, choices(), View, "ru")


def test_a_link_gives_back_what_was_put_in_its_order():
    here = (COHORT, *PLACES[::-1], SCHOOL)
    view = View("60", 2022, 2017, pins=written(here))
    again, refused = read(write_link(view, choices()), choices(), View, "ru")
    assert pinned(again) == here and refused == ()
    assert pinned(again, "school") == (SCHOOL,)


def test_pins_of_any_signs_come_back():
    strange = Pin("school", "a.b,c%2C ё")
    assert pinned(View("60", 0, 0, pins=written([strange, COHORT]))) == (strange, COHORT)


def test_no_more_than_four_of_a_kind_are_put_and_the_fifth_of_a_link_falls():
    view = View("60", 2022, 2017, pins=written(PLACES))
    assert len(PLACES) == MOST and with_or_without(view, MORE) == view
    assert pinned(with_or_without(view, COHORT)) == (*PLACES, COHORT)
    found, refused = linked(written([*PLACES, MORE, COHORT]))
    assert pinned(found) == (*PLACES, COHORT)
    assert refused == (("pins", "place.60609000"),)


def test_what_is_there_already_is_taken_away():
    view = with_or_without(View("60", 2022, 2017), COHORT)
    assert pinned(view) == (COHORT,)
    assert with_or_without(view, COHORT).pins == ""


@pytest.mark.parametrize(
    "said",
    ["zzz", "place.1", "place.75701000", "cohort.1999", "school.nope", "cohort.", ".", "a.b"],
)
def test_what_is_no_pin_of_the_region_falls_and_is_told(said):
    found, refused = linked(f"{said},{COHORT}")
    assert pinned(found) == (COHORT,)
    assert [field for field, _ in refused] == ["pins"]


def test_a_school_of_others_falls_for_a_municipal_reader():
    with reading_as(Right(municipalities=frozenset({"60605000"}))):
        found, refused = linked(str(SCHOOL))
    assert found.pins == "" and refused == (("pins", "school.60-0016"),)


def test_another_region_begins_without_pins():
    assert choose(View("60", 2022, 2017, pins=written(PLACES)), "region", "75").pins == ""


@pytest.mark.parametrize(
    ("pin", "name"),
    [
        (PLACES[0], "Азовский район"),
        (COHORT, "Когорта 2021"),
        (SCHOOL, "Демонстрационная школа № 0016"),
    ],
)
def test_a_pin_is_called_as_on_its_page(pin, name):
    assert pins.named(pin, Words("ru")) == name
