"""Likeness against a slow recount; ties and what is not known are handled as they are told."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_likeness import nearest as slow

from queries.methods import likeness
from queries.methods.likeness import Variable, nearest, places, scaled

DECLARED = (
    ("place", "word", 3.0),
    ("size", "size", 2.0),
    ("share", "amount", 1.0),
    ("risks", "codes", 2.0),
    ("ignored", "word", 0.0),
)
VARIABLES = tuple(Variable(*each) for each in DECLARED)
UNIT = st.fixed_dictionaries(
    {
        "place": st.none() | st.sampled_from(["urban", "rural"]),
        "size": st.none() | st.integers(1, 900),
        "share": st.none() | st.sampled_from([0.0, 0.25, 0.5, 1.0]),
        "risks": st.none() | st.frozensets(st.sampled_from("ABC")),
        "ignored": st.sampled_from(["x", "y"]),
    }
)


def frame(units):
    rows = pd.DataFrame.from_dict(units, orient="index", dtype=object)
    numbers = {name: rows[name].astype(float) for name in ("size", "share")}
    return rows.assign(**numbers)


def named(rows):
    return {f"s{number:02}": row for number, row in enumerate(rows)}


@given(st.lists(UNIT, min_size=2, max_size=12), st.integers(1, 6))
def test_the_nearest_are_those_of_a_slow_recount(rows, most):
    units = named(rows)
    found, expected = (
        nearest(scaled(frame(units), VARIABLES), "s00", most),
        slow(units, DECLARED, "s00", most),
    )
    if expected is None:
        assert found.refused == "too_little_known"
        return
    told = [(row.unit, row.known) for row in found.rows.itertuples()]
    assert told == [(name, known) for name, _, known in expected]
    distances = [distance for _, distance, _ in expected]
    assert list(found.rows["distance"]) == pytest.approx(distances, abs=1e-8)
    assert bool(found.refused) == (not expected)


def unit(place="urban", size=100, share=0.5, risks=frozenset("A")):
    return {"place": place, "size": size, "share": share, "risks": risks, "ignored": "x"}


UNITS = named(
    [unit(), unit(), unit(size=120), unit(size=120), unit(size=120), unit("rural", 30, 0.0)]
)


def test_the_same_is_at_no_distance_and_ties_that_are_cut_are_counted():
    found = nearest(scaled(frame(UNITS), VARIABLES), "s00", 2)
    assert list(found.rows["unit"]) == ["s01", "s02"]
    assert found.rows["distance"][0] == 0
    assert found.tied == 2


def test_a_variable_in_which_all_are_equal_is_not_said_to_be_compared():
    found = nearest(scaled(frame(UNITS), VARIABLES), "s00", 2)
    assert found.compared == ("place", "size", "share")


def test_what_is_not_known_of_the_unit_is_named_and_what_is_not_known_of_another_is_counted():
    rows = named([unit(size=None), unit(), unit(risks=None), unit("rural", 5, 0.0, frozenset("B"))])
    found = nearest(scaled(frame(rows), VARIABLES), "s00", 3)
    assert found.missing == ("size",)
    known = dict(zip(found.rows["unit"], found.rows["known"], strict=True))
    assert known == {"s01": 3, "s02": 2}  # the last is as far as two drawn by lot


def test_nobody_comes_near_by_telling_nothing():
    rows = named([unit(), unit(risks=None), unit(size=110), unit("rural", 5, 0.0, frozenset("B"))])
    found = nearest(scaled(frame(rows), VARIABLES), "s00", 3)
    assert list(found.rows["unit"]) == ["s02", "s01"]


def test_little_known_is_refused_and_so_is_a_stranger():
    rows = named([unit(None, None, 0.5, None), unit(), unit("rural", 5, 0.0, frozenset("B"))])
    assert nearest(scaled(frame(rows), VARIABLES), "s00", 3).refused == "too_little_known"
    assert nearest(scaled(frame(rows), VARIABLES), "s77", 3).refused == "unknown_unit"
    assert nearest(scaled(frame(named([unit()])), VARIABLES), "s00", 3).refused == "no_others"


def test_nobody_is_called_alike_who_is_as_far_as_two_drawn_by_lot():
    rows = named([unit(), *(unit("rural", 5, 0.0, frozenset("B")) for _ in range(3))])
    found = nearest(scaled(frame(rows), VARIABLES), "s00", 3)
    assert found.refused == "nobody_alike" and found.rows.empty
    alone = nearest(scaled(frame(rows), VARIABLES), "s01", 5)
    assert list(alone.rows["unit"]) == ["s02", "s03"]


def test_two_units_drawn_by_lot_lie_the_root_of_two_apart_in_every_variable():
    rng = np.random.default_rng(5)
    rows = named(
        unit(rng.choice(["urban", "rural"]), int(rng.integers(5, 900)), float(rng.random()))
        for _ in range(120)
    )
    units = frame(rows)
    for variable in VARIABLES[:3]:
        scaled = likeness._scaled(units[variable.name], variable.kind)
        apart = [((one - other) ** 2).sum() for one in scaled for other in scaled]
        assert np.mean(apart) == pytest.approx(likeness.BY_LOT)


def test_places_are_counted_over_the_schools_of_which_a_thing_is_known():
    schools = pd.DataFrame(
        [("1", "rural", 40, True), ("1", "urban", None, False), ("1", "urban", 60, None)],
        columns=["oktmo", "locality", "pupils", "adverse_conditions"],
    )
    (row,) = places(schools, pd.Series({"1": "district", "2": "district"})).to_dict("records")
    assert row == {
        "schools": 3,
        "rural": pytest.approx(1 / 3),
        "pupils": 50,
        "adverse": 0.5,
        "kind": "district",
    }
