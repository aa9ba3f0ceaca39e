"""A group in the place of the region: the same rule, and nothing told of what is hidden."""

import numpy as np
import pandas as pd
import pytest

from queries.methods.comparison import compared

PLACES = [f"6060{place}000" for place in range(1, 8)]


@pytest.fixture
def region(cells):
    """Seven municipalities, the last far above the others."""
    counts = [(20, 200), (22, 210), (19, 190), (21, 205), (60, 200), (20, 200), (90, 200)]
    rows = [{"numerator": below, "denominator": results, "schools": 5} for below, results in counts]
    return cells(*rows, sizes=60000, within=900, apart=1000, together=40000)


def verdicts(rows, rules, group=None):
    return compared(rows, rules, group).set_index("oktmo")["verdict"]


def test_the_group_of_all_municipalities_is_the_region(region, rules):
    whole = compared(region, rules)
    pd.testing.assert_frame_equal(compared(region, rules, PLACES), whole)


def test_a_municipality_is_judged_by_the_group_whether_it_is_in_it_or_not(region, rules):
    usual, high = PLACES[:4], [PLACES[4], PLACES[6], PLACES[0]]
    assert verdicts(region, rules, usual)[PLACES[4]] == "worse"
    assert verdicts(region, rules, usual)[PLACES[5]] == "same"
    assert verdicts(region, rules, high)[PLACES[5]] == "better"
    assert verdicts(region, rules, high)[PLACES[4]] == "same"


def test_of_a_member_the_rest_is_the_group_without_it(cells, rules):
    """As if the region had no other municipalities, but for how alike pupils are."""
    counts = [(50, 200), (40, 220), (45, 210)]
    rows = [{"numerator": a, "denominator": b, "schools": 5} for a, b in counts]
    alone = compared(cells(*rows), rules)
    beside = cells(*rows, {"numerator": 150, "denominator": 200, "schools": 5})
    found = compared(beside, rules, alone["oktmo"].tolist()).iloc[:3]
    assert found["verdict"].tolist() == alone["verdict"].tolist()
    assert np.allclose(found[["low", "high"]], alone[["low", "high"]])


def test_a_hidden_member_leaves_no_verdict_and_one_outside_changes_nothing(region, rules):
    hidden = region.assign(shown=region["oktmo"].ne(PLACES[1]))
    assert set(verdicts(hidden, rules, PLACES[:4])) == {"not_compared"}
    others = PLACES[2:6]
    seen = verdicts(region, rules, others).drop(PLACES[1])
    assert verdicts(hidden, rules, others).drop(PLACES[1]).equals(seen)


def test_what_a_hidden_municipality_has_decides_nothing_about_others(region, rules):
    """Or verdicts on one group after another would tell it; the spread is the region's own."""
    hidden = region.assign(shown=region["oktmo"].ne(PLACES[1]))
    other = hidden.copy()
    other.loc[other["oktmo"].eq(PLACES[1]), "numerator"] = 12.0
    groups = (PLACES[2:6], PLACES[:4], PLACES[3:])
    for group in groups:
        one, two = (verdicts(rows, rules, group).drop(PLACES[1]) for rows in (hidden, other))
        assert one.equals(two)


def test_full_counts_are_compared_with_nobody(cells, rules):
    rows = cells(*({"numerator": n, "denominator": 10, "schools": 10} for n in (1, 9, 5, 4)))
    found = compared(rows.assign(kind="coverage"), rules, PLACES[:3])
    assert set(found["verdict"]) == {"not_compared"}
