"""Who stayed, entered and left: the parts add up, and small parts are not told."""

from dataclasses import replace

import pytest
from own_region import SALSK, series

from components.dynamics.project import changed
from components.dynamics.rows import rows
from queries.methods.refusal import Refusal

ALL = (2013, 2014, 2015, 2016, 2017, 2018)
SCHOOLS = {
    "stays": (series(40, 38, 36, 30, 28, 20), SALSK, ALL),
    "enters": (series(50, 50, 50, 50, 45, 40), SALSK, (2017, 2018)),
    "leaves": (series(30, 30, 20, 20, 20, 20), SALSK, (2013, 2014)),
    "outside": (series(5, 5, 5, 5, 5, 5), SALSK, ()),
}


def parts(view):
    found = changed(view)
    return found.first, found.last, found.rows.set_index("part")


def test_the_parts_add_up_to_the_change_of_the_share(region):
    first, last, rows = parts(region(SCHOOLS))
    assert (first, last) == (2016, 2018)
    amounts = rows["contribution"]
    change = amounts["after"] - amounts["before"]
    assert amounts.drop(["before", "after"]).sum() == pytest.approx(change)
    assert rows["schools"].to_dict() == {"before": 1, "stayed": 1, "entered": 1, "after": 2}


def test_years_are_compared_from_the_base_of_the_cohort(region):
    schools = SCHOOLS | {"more": (series(40, 40, 40, 40, 40, 40), SALSK, (2014, 2018))}
    first, last, rows = parts(replace(region(schools), cohort=2014))
    assert (first, last) == (2013, 2018)
    assert rows["schools"].to_dict() == {
        "before": 2,
        "stayed": 1,
        "entered": 2,
        "left": 1,
        "after": 3,
    }
    assert rows.index.tolist() == ["before", "stayed", "entered", "left", "after"]


def test_a_fixed_panel_has_only_those_who_stayed(region):
    _, _, rows = parts(replace(region(SCHOOLS), panel="fixed"))
    assert rows.index.tolist() == ["before", "stayed", "after"]
    assert rows.loc["stayed", "contribution"] == pytest.approx(20 - 30)


def test_a_part_of_too_few_results_is_not_told(region):
    schools = SCHOOLS | {"enters": ({2018: (9, 4)}, SALSK, (2018,))}
    assert_hidden(changed(region(schools)), stayed=1, entered=1, left=1)


def assert_hidden(found, **schools):
    """No part is told, nor a share between which they stand; schools are counted all the same."""
    assert not found.shown
    assert found.rows["contribution"].isna().all()
    assert {part: found.schools(part) for part in schools} == schools


def test_hidden_parts_leave_in_no_table_and_no_file(region):
    schools = SCHOOLS | {"enters": ({2018: (9, 4)}, SALSK, (2018,))}
    found = rows(region(schools), "panel")
    assert found["counted_schools"].tolist() == [2, 1, 1, 1, 2]
    assert found["points"].isna().all()
    assert found["text"].eq("скрыто").all()
    assert not any(sign in text for text in found["tooltip"] for sign in ("%", "п.п.", "nan"))


def test_nobody_who_stayed_is_no_change(region):
    schools = {name: SCHOOLS[name] for name in ("enters", "leaves", "outside")}
    found = changed(replace(region(schools), cohort=2013))
    assert_hidden(found, stayed=0, entered=1, left=1)


def test_a_project_of_one_year_is_no_change(region):
    schools = {"enters": (series(50, 50, 50, 50, 45, 40), SALSK, (2018,))}
    found = changed(region(schools))
    assert isinstance(found, Refusal) and found.reason == "no_later_year"
