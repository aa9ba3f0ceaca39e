"""What would be covered if mentors came or left, against lists of places counted one by one."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.methods.what_if import Change, Outcome, outcome

LISTED, UNLISTED = ["s1", "s2", "s3", "s4", "s5"], ["s8", "s9"]
MENTORS = ["m1", "m2", "m3"]


def frames(held, capacity):
    """Pairs and mentors as rows; a mentor's load is the number of its pairs."""
    pairs = pd.DataFrame(sorted(held), columns=["mentee_id", "mentor_id"])
    rows = [
        (mentor, sum(own == mentor for _, own in held), places)
        for mentor, places in capacity.items()
    ]
    return pairs, pd.DataFrame(rows, columns=["school_id", "load", "capacity"])


def found(held, capacity, listed=LISTED, **change):
    pairs, mentors = frames(held, capacity)
    return outcome(pd.Series(listed, dtype=object), pairs, mentors, Change(**change))


def recounted(held, capacity, change, listed=LISTED):
    """Give each school left a free place, one after the other, until there is none."""
    helped = {mentee for mentee, mentor in held if mentor != change.without}
    places = []
    for mentor, capacity_now in capacity.items():
        used = sum(own == mentor for _, own in held)
        if mentor != change.without:
            places += [mentor] * (capacity_now + change.more_places - used)
    places += ["new"] * (change.more_mentors * change.places)
    left = [school for school in listed if school not in helped]
    seated = list(zip(left, places, strict=False))
    covered = len(listed) - len(left)
    return Outcome(covered, len(left), len(places), covered + len(seated))


some_pairs = st.sets(st.tuples(st.sampled_from(LISTED + UNLISTED), st.sampled_from(MENTORS)))
some_mentors = st.dictionaries(st.sampled_from(MENTORS), st.integers(0, 5))
some_change = st.builds(
    Change,
    more_mentors=st.integers(0, 3),
    places=st.integers(0, 3),
    more_places=st.integers(0, 3),
    without=st.sampled_from(["", *MENTORS, "of another region"]),
)


@given(some_pairs, some_mentors, some_change)
@settings(deadline=None)
def test_an_outcome_is_what_is_counted_place_by_place(held, capacity, change):
    pairs, mentors = frames(held, capacity)
    told = outcome(pd.Series(LISTED), pairs, mentors, change)
    expected = recounted(held, capacity, change)
    assert told == expected
    assert told.short == len(LISTED) - expected.reachable


@given(some_pairs, some_mentors)
@settings(deadline=None)
def test_with_nothing_supposed_coverage_is_as_it_is(held, capacity):
    told = found(held, capacity)
    assert told.covered == len({mentee for mentee, _ in held} & set(LISTED))
    assert told.covered + told.left == len(LISTED)


@given(some_pairs, some_mentors, some_change)
@settings(deadline=None)
def test_more_places_never_help_less(held, capacity, change):
    pairs, mentors = frames(held, capacity)
    now = outcome(pd.Series(LISTED), pairs, mentors, Change(without=change.without))
    then = outcome(pd.Series(LISTED), pairs, mentors, change)
    assert then.covered == now.covered
    assert then.free >= now.free and then.reachable >= now.reachable


def test_schools_of_a_mentor_that_leaves_are_uncovered_at_once():
    held = {("s1", "m1"), ("s2", "m1"), ("s3", "m2")}
    told = found(held, {"m1": 2, "m2": 2}, without="m1")
    assert told == Outcome(covered=1, left=4, free=1, reachable=2)
    assert told.short == 3


def test_a_school_with_another_mentor_stays_covered_when_one_leaves():
    held = {("s1", "m1"), ("s1", "m2")}
    assert found(held, {"m1": 1, "m2": 1}, without="m1").covered == 1
    assert found(held, {"m1": 1, "m2": 1}).covered == 1


def test_a_mentor_that_leaves_takes_its_free_places_along():
    assert found(set(), {"m1": 4, "m2": 1}, without="m1").free == 1


def test_a_mentor_with_more_schools_than_places_takes_no_places_from_others():
    held = {(school, "m1") for school in LISTED[:3]}
    assert found(held, {"m1": 1, "m2": 1}).free == 1
    assert found(held, {"m1": 1, "m2": 1}, more_places=3).free == 1 + 4


def test_without_mentors_only_new_ones_can_help():
    assert found(set(), {}) == Outcome(0, 5, 0, 0)
    told = found(set(), {}, more_mentors=2, places=2)
    assert (told, told.short) == (Outcome(0, 5, 4, 4), 1)


def test_more_places_than_schools_reach_every_school_and_no_more():
    told = found({("s1", "m1")}, {"m1": 20})
    assert (told.reachable, told.short, told.free) == (5, 0, 19)


@pytest.mark.parametrize("held", [set(), {("s8", "m1")}])
def test_without_schools_nothing_is_left_and_nothing_is_short(held):
    told = found(held, {"m1": 3}, listed=[])
    assert (told.covered, told.left, told.reachable, told.short) == (0, 0, 0, 0)
