"""Proposals against all assignments there are, priced by another formula of the distance."""

import itertools
import math

import numpy as np
import pandas as pd
import pytest

from queries.methods.matching import Weights, propose
from queries.methods.pair_costs import STEP, costs

EQUAL = Weights(1, 1, 1, 1)
FARTHEST = 300.0
RISKS = ("R1", "R2", "R3", "R4")
PLACES = ((47.2, 39.7), (47.7, 40.2), (48.5, 41.0), (46.5, 41.4), (math.nan, math.nan))


def mentee(school_id, at=PLACES[0], locality="rural", risks=("R1",)):
    latitude, longitude = at
    place = {"oktmo": "60601000", "latitude": latitude, "longitude": longitude}
    return {"school_id": school_id, "locality": locality, "risks": risks} | place


def mentor(school_id, at=PLACES[0], locality="rural", strengths=("R1",), load=0, capacity=1):
    row = mentee(school_id, at, locality) | {"strengths": strengths}
    return row | {"load": load, "capacity": capacity}


def frames(mentees, mentors):
    return (
        pd.DataFrame(mentees, columns=list(mentee("x"))),
        pd.DataFrame(mentors, columns=list(mentor("x"))),
    )


def asked(mentees, mentors, weights=EQUAL, forbidden=None):
    pairs = (
        None if forbidden is None else pd.DataFrame(forbidden, columns=["mentee_id", "mentor_id"])
    )
    return propose(*frames(mentees, mentors), weights, FARTHEST, pairs)


def draw(seed):
    """A small region with schools of unknown place, undeclared risks and forbidden pairs."""
    rng = np.random.default_rng(seed)

    def some():
        return tuple(rng.choice(RISKS, rng.integers(0, 4), replace=False).tolist())

    def common():
        return PLACES[rng.integers(len(PLACES))], str(rng.choice(["rural", "urban"]))

    names = rng.permutation(9).astype(str)
    mentees = [mentee(name, *common(), some()) for name in names[: rng.integers(0, 6)]]
    mentors = [
        mentor(name, *common(), some(), int(rng.integers(0, 3)), int(rng.integers(0, 4)))
        for name in names[rng.integers(4, 6) :][: rng.integers(0, 5)]
    ]
    forbidden = [
        (one["school_id"], other["school_id"])
        for one, other in itertools.product(mentees, mentors)
        if rng.random() < 0.2
    ]
    return mentees, mentors, Weights(*rng.uniform(0, 2, 4).tolist()), forbidden


def price(one, other, weights):
    """Cost of a pair without its place, by Vincenty's formula on a sphere and plain sets."""
    (lat1, lon1), (lat2, lon2) = (
        (math.radians(school["latitude"]), math.radians(school["longitude"]))
        for school in (one, other)
    )
    turn = lon2 - lon1
    across = math.cos(lat2) * math.sin(turn)
    along = math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(turn)
    ahead = math.sin(lat1) * math.sin(lat2) + math.cos(lat1) * math.cos(lat2) * math.cos(turn)
    km = 6371.0088 * math.atan2(math.hypot(across, along), ahead)
    far = 1.0 if math.isnan(km) else min(1.0, km / FARTHEST)
    risks, strengths = set(one["risks"]), set(other["strengths"])
    unmet = len(risks - strengths) / len(risks) if risks and strengths else 0.5
    kind = float(one["locality"] != other["locality"])
    parts = far * weights.distance + unmet * weights.fit + kind * weights.locality
    return parts / (weights.distance + weights.fit + weights.locality + weights.load)


def places(school, number, weights):
    whole = weights.distance + weights.fit + weights.locality + weights.load
    filled = range(school["load"] + 1, school["load"] + number + 1)
    return sum(weights.load * amount / school["capacity"] for amount in filled) / whole


def valued(chosen, mentees, mentors, weights, forbidden):
    """Number covered and cost of one mentor or None per mentee; nothing if it may not be."""
    total = 0.0
    for one, other in zip(mentees, chosen, strict=True):
        if other is not None:
            names = one["school_id"], other["school_id"]
            if names in forbidden or names[0] == names[1]:
                return None
            total += price(one, other, weights)
    for school in mentors:
        number = sum(other is school for other in chosen)
        if number and school["load"] + number > school["capacity"]:
            return None
        total += places(school, number, weights) if number else 0.0
    return sum(other is not None for other in chosen), total


def best(mentees, mentors, weights, forbidden):
    every = itertools.product([None, *mentors], repeat=len(mentees))
    found = [valued(chosen, mentees, mentors, weights, forbidden) for chosen in every]
    return min((-value[0], value[1]) for value in found if value)


@pytest.mark.parametrize("seed", range(200))
def test_no_assignment_covers_more_or_costs_less(seed):
    mentees, mentors, weights, forbidden = draw(seed)
    found = asked(mentees, mentors, weights, forbidden)
    covered, cost = best(mentees, mentors, weights, forbidden)
    assert len(found.pairs) == -covered
    assert len(found.pairs) + len(found.uncovered) == len(mentees)
    near = (len(mentees) + 1) / STEP  # a pair and its place are rounded to a millionth each
    assert found.cost == pytest.approx(cost, abs=near)
    assert found.pairs["cost"].sum() == pytest.approx(found.cost)
    schools = {school["school_id"]: school for school in mentors}
    partner = dict(zip(found.pairs["mentee_id"], found.pairs["mentor_id"], strict=True))
    chosen = [schools.get(partner.get(one["school_id"])) for one in mentees]
    own = valued(chosen, mentees, mentors, weights, forbidden)
    assert own == (-covered, pytest.approx(cost, abs=near))


def test_the_drawn_cases_hold_what_is_hard():
    cases = [asked(*draw(seed)) for seed in range(200)]
    reasons = pd.concat([case.uncovered for case in cases])["reason"]
    assert (
        reasons.value_counts().reindex(["no_mentors", "all_forbidden", "no_free_places"]).min() > 5
    )
    assert sum(case.pairs["mentor_id"].duplicated().any() for case in cases) > 10
    assert sum(not case.pairs["fit_known"].all() for case in cases) > 20


@pytest.mark.parametrize("seed", range(40))
def test_the_order_of_rows_does_not_matter(seed):
    mentees, mentors, weights, forbidden = draw(seed)
    rng = np.random.default_rng(seed)
    first = asked(mentees, mentors, weights, forbidden)
    turned = [[rows[place] for place in rng.permutation(len(rows))] for rows in (mentees, mentors)]
    second = asked(*turned, weights, forbidden[::-1])
    for name in ("pairs", "alternatives", "uncovered"):
        pd.testing.assert_frame_equal(getattr(first, name), getattr(second, name))
    assert first.cost == second.cost


def test_equal_schools_are_told_apart_by_identifiers_alone():
    """All pairs cost the same; any order of rows gives the same answer."""
    mentees, mentors = [mentee(name) for name in "abc"], [mentor(name) for name in "xyz"]
    answers = {
        tuple(asked(list(rows), list(others)).pairs["mentor_id"])
        for rows in itertools.permutations(mentees)
        for others in itertools.permutations(mentors)
    }
    assert len(answers) == 1


def test_covering_more_comes_before_costing_less():
    """The near mentor could take `a` for nothing, but then nobody could take `b`."""
    mentees = [mentee("a"), mentee("b", risks=("R4",))]
    mentors = [mentor("near"), mentor("far", PLACES[2], "urban", ("R2",))]
    found = asked(mentees, mentors, forbidden=[("b", "far")])
    assert dict(found.pairs[["mentee_id", "mentor_id"]].values) == {"a": "far", "b": "near"}


def test_a_row_says_what_the_pair_is_made_of():
    mentees = [mentee("a", risks=("R3", "R1", "R2"))]
    mentors = [mentor("x", PLACES[1], "urban", ("R2", "R3", "R4"), load=1, capacity=4)]
    row = asked(mentees, mentors).pairs.iloc[0]
    assert row["distance_km"] == pytest.approx(67.2, abs=0.3)
    assert row["shared"] == ("R2", "R3")
    assert (row["fit_known"], row["same_locality"]) == (True, False)
    assert (row["load_before"], row["load_after"], row["capacity"]) == (1, 2, 4)
    parts = row["distance_km"] / FARTHEST + 1 / 3 + 1 + 2 / 4
    assert row["cost"] == pytest.approx(parts / 4, abs=2 / STEP)


def test_a_further_place_costs_more_so_that_pairs_spread():
    mentees = [mentee(name) for name in "abcd"]
    found = asked(mentees, [mentor("x", capacity=4), mentor("y", capacity=4)])
    assert found.pairs["mentor_id"].value_counts().to_dict() == {"x": 2, "y": 2}
    assert found.pairs["load_after"].tolist() == [2, 2, 2, 2]
    assert sorted(found.pairs["cost"]) == pytest.approx([1 / 16, 1 / 16, 2 / 16, 2 / 16])


def test_what_is_not_declared_is_neither_good_nor_bad():
    mentees, mentors = frames(
        [mentee("a", risks=()), mentee("b"), mentee("c", risks=frozenset({"R2"}))],
        [mentor("x", strengths=()), mentor("y")],
    )
    parts = costs(mentees, mentors, EQUAL, FARTHEST)
    assert parts.fit.tolist() == [[0.5, 0.5], [0.5, 0.0], [0.5, 1.0]]
    assert parts.fit_known.tolist() == [[False, False], [False, True], [False, True]]


def test_an_unknown_place_and_an_unknown_locality_cost_as_the_worst():
    mentees, mentors = frames(
        [mentee("a", PLACES[-1], None), mentee("b", (60.0, 30.0))],
        [mentor("x", locality=None), mentor("y", PLACES[0])],
    )
    parts = costs(mentees, mentors, EQUAL, FARTHEST)
    assert parts.distance.tolist() == [[1, 1], [1, 1]]
    assert np.isnan(parts.kilometres[0]).all()
    assert (parts.kilometres[1] > FARTHEST).all()
    assert parts.locality.tolist() == [[1, 1], [1, 0]]


def test_places_of_a_mentor_cost_its_load_over_its_capacity():
    mentors = [mentor("x", load=1, capacity=3), mentor("y", load=2, capacity=1), mentor("z")]
    parts = costs(*frames([mentee(name) for name in "abc"], mentors), EQUAL, FARTHEST)
    expected = [[2 / 3, 1], [np.nan, np.nan], [1, np.nan]]
    np.testing.assert_allclose(parts.load, expected)


def test_only_proportions_of_weights_matter():
    mentees, mentors, _, forbidden = draw(11)
    small = asked(mentees, mentors, Weights(0.1, 0.2, 0.3, 0.4), forbidden)
    large = asked(mentees, mentors, Weights(10, 20, 30, 40), forbidden)
    pd.testing.assert_frame_equal(small.pairs, large.pairs)


def test_without_any_weight_schools_are_covered_all_the_same():
    found = asked([mentee("a"), mentee("b")], [mentor("x", capacity=2)], Weights(0, 0, 0, 0))
    assert (len(found.pairs), found.cost) == (2, 0)


@pytest.mark.parametrize("weight", [-0.1, math.nan, math.inf])
def test_a_weight_is_a_number_not_below_zero(weight):
    with pytest.raises(ValueError, match="Weights"):
        Weights(1, 1, weight, 1)


@pytest.mark.parametrize("farthest", [0, -1, math.nan])
def test_the_farthest_distance_is_above_zero(farthest):
    with pytest.raises(ValueError, match="farthest"):
        propose(*frames([mentee("a")], [mentor("x")]), EQUAL, farthest)


@pytest.mark.parametrize(
    ("mentors", "forbidden", "reason"),
    [
        ([], [], "no_mentors"),
        ([mentor("a", capacity=3)], [], "no_mentors"),
        ([mentor("x"), mentor("a")], [("a", "x")], "all_forbidden"),
        ([mentor("x"), mentor("y", load=1)], [("a", "x")], "no_free_places"),
        ([mentor("x", capacity=0)], [], "no_free_places"),
    ],
)
def test_a_school_without_a_mentor_is_told_why(mentors, forbidden, reason):
    found = asked([mentee("a")], mentors, forbidden=forbidden)
    assert found.uncovered.values.tolist() == [["a", reason]]
    assert found.pairs.empty
    assert found.cost == 0


def test_places_that_are_taken_leave_the_dearest_school_uncovered():
    mentees = [mentee("a", PLACES[2]), mentee("b")]
    found = asked(mentees, [mentor("x")])
    assert found.pairs["mentee_id"].tolist() == ["b"]
    assert found.uncovered.values.tolist() == [["a", "no_free_places"]]


def test_alternatives_are_the_cheapest_of_those_with_a_free_place():
    mentors = [
        mentor("full", strengths=("R1",), load=1),
        mentor("p", PLACES[1]),
        mentor("q", PLACES[2], load=1, capacity=2),
        mentor("r", PLACES[0], "urban", ("R3",)),
        mentor("s", PLACES[3], "urban", ("R3",)),
        mentor("x"),
    ]
    weights = Weights(1, 1, 1, 0)
    found = asked([mentee("a")], mentors, weights)
    assert found.pairs["mentor_id"].tolist() == ["x"]
    rows = found.alternatives
    assert rows[["rank", "mentor_id"]].values.tolist() == [[1, "p"], [2, "q"], [3, "r"]]
    assert rows["cost"].is_monotonic_increasing
    assert rows["free_place"].all()
    for place, name in enumerate(["p", "q", "r"]):
        school = next(row for row in mentors if row["school_id"] == name)
        expected = price(mentee("a"), school, weights)
        assert rows["cost"][place] == pytest.approx(expected, abs=2 / STEP)
    assert rows[["load", "capacity"]].values.tolist() == [[0, 1], [1, 2], [0, 1]]


def test_an_alternative_costs_what_its_next_place_would():
    mentees = [mentee("a"), mentee("b"), mentee("c", PLACES[2])]
    mentors = [mentor("x", capacity=3), mentor("y", PLACES[2], capacity=3)]
    found = asked(mentees, mentors, Weights(1, 0, 0, 1))
    rows = found.alternatives.set_index("mentee_id")
    assert found.pairs["mentor_id"].tolist() == ["x", "x", "y"]
    assert rows.loc["c", ["mentor_id", "load"]].tolist() == ["x", 2]
    far = rows.loc["c", "distance_km"] / FARTHEST
    assert rows.loc["c", "cost"] == pytest.approx((far + 3 / 3) / 2, abs=2 / STEP)


def test_without_any_free_place_the_next_best_of_all_are_named():
    mentors = [mentor("x"), mentor("y", PLACES[1], load=2, capacity=2), mentor("z", capacity=0)]
    rows = asked([mentee("a"), mentee("b")], mentors).alternatives
    assert rows[["mentee_id", "rank", "mentor_id"]].values.tolist() == [
        ["a", 1, "y"],
        ["b", 1, "x"],
        ["b", 2, "y"],
    ]
    assert not rows["free_place"].any()


def test_forbidden_pairs_and_the_school_itself_are_no_alternatives():
    mentors = [mentor("a", capacity=2), mentor("x", capacity=2), mentor("y", capacity=2)]
    rows = asked([mentee("a"), mentee("b")], mentors, forbidden=[("b", "y")]).alternatives
    offered = set(map(tuple, rows[["mentee_id", "mentor_id"]].values))
    assert not offered & {("a", "a"), ("b", "y")}


def test_forbidden_pairs_of_schools_that_are_not_asked_about_change_nothing():
    usual = asked([mentee("a")], [mentor("x")])
    other = asked([mentee("a")], [mentor("x")], forbidden=[("a", "gone"), ("gone", "x")])
    pd.testing.assert_frame_equal(usual.pairs, other.pairs)


def test_nobody_to_be_helped_is_an_empty_proposal():
    found = asked([], [mentor("x")])
    assert (found.pairs.empty, found.alternatives.empty, found.uncovered.empty) == (True,) * 3
    whole = asked([mentee("a")], [mentor("x"), mentor("y")])
    for name in ("pairs", "alternatives", "uncovered"):
        assert list(getattr(found, name).columns) == list(getattr(whole, name).columns)


def test_the_frames_that_are_asked_about_stay_as_they_were():
    mentees, mentors = frames([mentee("b"), mentee("a")], [mentor("y"), mentor("x")])
    before = mentees.copy(), mentors.copy()
    propose(mentees, mentors, EQUAL, FARTHEST)
    pd.testing.assert_frame_equal(mentees, before[0])
    pd.testing.assert_frame_equal(mentors, before[1])
