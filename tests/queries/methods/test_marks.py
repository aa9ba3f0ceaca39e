"""Marks where it is known who differs; `python -m tests.benchmarks marks` counts them at length."""

from dataclasses import replace

import numpy as np
import pytest

from tests.queries.methods.marks_counted import (
    FOUND_BAR,
    MARKED_BAR,
    SHARES,
    SPREADS,
    marks,
    of_world,
)
from tests.queries.methods.marks_worlds import DIFFERING, World, dealt_anew, drawn

SEEDS = range(20)
NOISE = 0.7
"""Twice the standard error of 5 % in the 3,200 cells of three shares and 20 regions, rounded up."""


@pytest.mark.parametrize("spread", SPREADS)
def test_where_nothing_differs_no_more_than_a_twentieth_is_marked(spread):
    found = [of_world(World(spread, share), SEEDS) for share in SHARES]
    assert np.mean([one.above + one.below for one in found]) <= MARKED_BAR + NOISE
    assert all(one.above > 0.5 for one in found)


@pytest.mark.parametrize("spread", SPREADS[1:])
def test_pupils_taken_for_independent_would_mark_more(spread):
    worlds = [drawn(World(spread, 0.1), seed) for seed in range(5)]
    alone, alike = marks(worlds, alike=False), marks(worlds)
    assert alone.above + alone.below > 1.5 * (alike.above + alike.below)


@pytest.mark.parametrize("spread", SPREADS[:3])
def test_real_differences_are_found(spread):
    found = [of_world(World(spread, share, DIFFERING), SEEDS).found for share in SHARES]
    assert np.mean(found) >= FOUND_BAR


def test_schools_with_heavy_tails_are_no_more_marked():
    found = [of_world(World(0.47, share, tails=3.0), SEEDS) for share in SHARES]
    assert np.mean([one.above + one.below for one in found]) <= MARKED_BAR + NOISE


def test_schools_that_differ_are_marked_no_more_when_they_are_dealt_anew():
    schools = drawn(World(0.25, 0.1, DIFFERING), 1)
    before = marks([schools])
    dealt = marks([dealt_anew(schools, seed) for seed in SEEDS])
    assert before.found >= FOUND_BAR
    assert dealt.above + dealt.below <= MARKED_BAR + 1


def test_a_world_without_differing_municipalities_has_none_to_find():
    assert np.isnan(of_world(World(0.25, 0.1), range(2)).found)
    world = World(0.25, 0.1, DIFFERING)
    assert drawn(world, 3)["effect"].ne(0).any()
    assert drawn(replace(world, differing=0), 3)["effect"].eq(0).all()


@pytest.mark.parametrize("group", [3, 9, 20])
@pytest.mark.parametrize("spread", SPREADS)
def test_against_a_group_no_more_than_a_twentieth_is_marked(spread, group):
    found = [
        marks([drawn(World(spread, share), seed) for seed in SEEDS], group=group)
        for share in SHARES
    ]
    assert np.mean([one.above + one.below for one in found]) <= MARKED_BAR + NOISE
    assert all(one.cells > 500 for one in found)
