"""The network of mentors against naive recounts over every set of mentors."""

from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.methods.network import dependent, fragility, largest_loss, load

MENTORS = "pqrstu"
COLUMNS = ["mentee_id", "mentor_id", "mentee_oktmo", "mentor_oktmo"]

drawn = st.dictionaries(
    st.sampled_from([f"s{number}" for number in range(9)]),
    st.sets(st.sampled_from(MENTORS), min_size=1, max_size=4),
)


def network(teams):
    """Rows of pairs; a school's municipality goes by its last digit, a mentor's is its own."""
    rows = [
        (mentee, mentor, f"6060{int(mentee[-1]) % 4}000", f"6070{MENTORS.index(mentor)}000")
        for mentee, mentors in teams.items()
        for mentor in sorted(mentors)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def uncovered(teams, leaving):
    return sum(mentors <= set(leaving) for mentors in teams.values())


@given(drawn, st.integers(1, 3))
@settings(max_examples=300, deadline=None)
def test_up_to_three_mentors_no_other_set_uncovers_more(teams, k):
    found = largest_loss(network(teams), k)
    most = max(uncovered(teams, some) for some in combinations(MENTORS, k))
    names = [name for name, _ in found]
    assert len(set(names)) == len(names) <= k
    assert (found[-1][1] if found else 0) == most
    assert [lost for _, lost in found] == [
        uncovered(teams, names[: count + 1]) for count in range(len(names))
    ]
    for name in names:
        assert uncovered(teams, set(names) - {name}) < most


@given(drawn, st.integers(4, 6))
@settings(max_examples=150, deadline=None)
def test_more_mentors_uncover_what_is_said_and_no_fewer_than_three(teams, k):
    found = largest_loss(network(teams), k)
    names = [name for name, _ in found]
    assert [lost for _, lost in found] == [
        uncovered(teams, names[: count + 1]) for count in range(len(names))
    ]
    assert len(found) <= k
    three = largest_loss(network(teams), 3)
    assert found[: len(three)] == three


@given(drawn, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_neither_the_order_of_rows_nor_a_second_form_matters(teams, random):
    pairs = network(teams)
    turned = list(range(len(pairs))) * 2
    random.shuffle(turned)
    other = pairs.iloc[turned]
    assert largest_loss(pairs, 3) == largest_loss(other, 3)
    pd.testing.assert_frame_equal(fragility(pairs), fragility(other))
    schools = pairs[["mentee_id", "mentee_oktmo"]].set_axis(["school_id", "oktmo"], axis=1)
    pd.testing.assert_frame_equal(dependent(pairs, schools), dependent(other, schools))
    capacity = pd.Series(2, index=list(MENTORS))
    pd.testing.assert_frame_equal(load(pairs, capacity), load(other, capacity))


def test_a_pair_of_mentors_may_take_more_than_the_worst_one_and_the_next():
    """`p` alone takes three schools, but `q` and `r` together take four that they share."""
    teams = {f"s{number}": {"q", "r"} for number in range(4)}
    teams |= {f"s{number}": {"p"} for number in range(4, 7)}
    assert largest_loss(network(teams), 1) == [("p", 3)]
    assert largest_loss(network(teams), 2) == [("q", 0), ("r", 4)]
    assert largest_loss(network(teams), 3) == [("p", 3), ("q", 3), ("r", 7)]


def test_of_equal_mentors_the_first_by_identifiers_are_named():
    teams = {"s1": {"t"}, "s2": {"q"}, "s3": {"u"}, "s4": {"r"}}
    assert largest_loss(network(teams), 2) == [("q", 1), ("r", 2)]


def test_mentors_who_would_add_nothing_are_not_named():
    teams = {"s1": {"p"}, "s2": {"p", "q", "r", "s"}}
    assert largest_loss(network(teams), 3) == [("p", 1)]


@given(drawn)
@settings(max_examples=150, deadline=None)
def test_what_is_lost_with_each_mentor_is_a_recount_without_it(teams):
    found = fragility(network(teams))
    expected = []
    for mentor in MENTORS:
        mentees = [name for name, mentors in teams.items() if mentor in mentors]
        if mentees:
            alone = sum(not teams[name] - {mentor} for name in mentees)
            expected.append((mentor, f"6070{MENTORS.index(mentor)}000", len(mentees), alone))
    expected.sort(key=lambda row: (-row[3], -row[2], row[0]))
    assert list(found.itertuples(index=False, name=None)) == expected


@given(drawn)
@settings(max_examples=150, deadline=None)
def test_a_dependent_municipality_is_one_where_each_school_has_that_mentor_alone(teams):
    every = [f"s{number}" for number in range(9)]
    schools = pd.DataFrame(
        {"school_id": every, "oktmo": [f"6060{int(name[-1]) % 4}000" for name in every]}
    )
    expected = []
    for digit in range(4):
        own = [mentors for name, mentors in teams.items() if int(name[-1]) % 4 == digit]
        if len(own) >= 2 and len(own[0]) == 1 and all(mentors == own[0] for mentors in own):
            (mentor,) = own[0]
            listed = sum(int(name[-1]) % 4 == digit for name in every)
            there = f"6070{MENTORS.index(mentor)}000"
            expected.append((f"6060{digit}000", mentor, there, len(own), listed))
    found = dependent(network(teams), schools)
    assert list(found.itertuples(index=False, name=None)) == expected
    assert list(found.columns) == ["oktmo", "mentor_id", "mentor_oktmo", "covered", "schools"]


def test_the_least_number_of_covered_schools_may_be_another():
    pairs = network({"s0": {"p"}, "s4": {"p"}, "s1": {"q"}})
    schools = pairs[["mentee_id", "mentee_oktmo"]].set_axis(["school_id", "oktmo"], axis=1)
    assert dependent(pairs, schools)["oktmo"].tolist() == ["60600000"]
    assert dependent(pairs, schools, 1)["oktmo"].tolist() == ["60600000", "60601000"]
    assert dependent(pairs, schools, 3).empty


def test_load_is_told_of_every_mentor_with_pairs_or_places():
    pairs = network({"s1": {"p", "q"}, "s2": {"p"}, "s3": {"p"}, "s4": {"r"}})
    found = load(pairs, pd.Series({"s": 2, "p": 2, "q": 3}))
    rows = found.astype(object).where(found.notna(), None)
    assert list(found.columns) == ["mentor_id", "load", "capacity", "free", "over"]
    assert rows.values.tolist() == [
        ["p", 3, 2, 0, 1],
        ["q", 1, 3, 2, 0],
        ["r", 1, None, None, None],
        ["s", 0, 2, 2, 0],
    ]


@pytest.mark.parametrize("k", [0, 1, 3, 5])
def test_a_network_without_pairs_loses_nothing(k):
    assert largest_loss(network({}), k) == []
    assert fragility(network({})).empty
    assert dependent(network({}), pd.DataFrame(columns=["school_id", "oktmo"])).empty
    assert load(network({}), pd.Series({"p": 1}))["free"].tolist() == [1]
    assert load(network({}), pd.Series(dtype="Int64")).empty
