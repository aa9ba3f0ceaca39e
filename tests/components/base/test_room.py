"""Classes of widths: what a browser may tell, and how wide a figure is in each."""

import pytest

from components.base.room import CLASSES, LAPTOP, STACKED, class_of, figure


@pytest.mark.parametrize("told", [*CLASSES, *map(str, CLASSES)])
def test_a_class_is_read_as_a_number_or_as_words(told):
    assert class_of(told) == int(told)


@pytest.mark.parametrize(
    "told", [None, "", "1001", "-336", "336.0", "٣٣٦", "<b>", [336], "9" * 5000]
)
def test_anything_else_is_no_class(told):
    assert class_of(told) is None


def test_a_figure_is_as_told_on_a_laptop():
    assert figure(676, LAPTOP) == 676


@pytest.mark.parametrize("room", CLASSES)
@pytest.mark.parametrize("of_laptop", [300, 676, 1000])
def test_a_figure_never_needs_more_than_there_is(room, of_laptop):
    assert figure(of_laptop, room) <= room


def test_a_stacked_figure_has_all_there_is():
    assert {figure(300, room) - room for room in CLASSES if room < STACKED} == {0}


def test_a_wider_column_gives_a_wider_figure():
    widths = [figure(676, room) for room in CLASSES if room >= STACKED]
    assert widths == sorted(set(widths))
