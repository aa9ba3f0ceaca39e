"""Limits against scipy's binomial by hand, and sides against the limits."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from queries.methods.funnel import limits, side

NEAR = 1e-9
SHARES = st.floats(0.01, 0.99)
SIZES = st.floats(1.5, 5000)


def by_hand(count, size, whole):
    """Mid-P of a whole count: the chance of fewer, and half of that of so many."""
    return binom.cdf(count - 1, size, whole) + binom.pmf(count, size, whole) / 2


@pytest.mark.parametrize("whole", [0.02, 0.13, 0.5])
@pytest.mark.parametrize("size", [10, 37, 250])
def test_whole_counts_are_marked_by_their_mid_p(size, whole):
    for count in range(size + 1):
        chance = by_hand(count, size, whole)
        expected = 1 if chance > 0.975 else -1 if chance < 0.025 else 0
        found = side(np.array([count / size]), np.array([whole]), np.array([size]), 0.95)
        assert found.tolist() == [expected], count


@given(SIZES, SHARES, st.sampled_from([0.8, 0.95, 0.998]), st.floats(0, 1))
def test_a_share_is_marked_if_it_lies_outside_the_limits(size, whole, confidence, share):
    """Or a point would lie outside the funnel that is drawn, and bear no mark."""
    low, high = (float(end[0]) for end in limits(np.array([size]), whole, confidence))
    found = side(np.array([share]), np.array([whole]), np.array([size]), confidence)[0]
    if min(abs(share - low), abs(share - high)) > NEAR:
        assert found == (share > high) - (share < low)
    assert 0 <= low <= whole <= high <= 1


def test_limits_close_in_on_the_share_without_jumps():
    low, high = limits(np.geomspace(20, 2000, 2000), 0.1, 0.95)
    assert (np.diff(high) <= NEAR).all() and (np.diff(low) >= -NEAR).all()
    assert np.abs(np.diff(high)).max() < 0.005
    assert high[-1] == pytest.approx(0.1 + 1.959964 * np.sqrt(0.1 * 0.9 / 2000), abs=0.001)


@pytest.mark.parametrize("whole", [0.0, 1.0])
def test_where_everyone_is_alike_nobody_is_marked(whole):
    found = side(np.full(2, whole), np.full(2, whole), np.array([3.5, 50.0]), 0.95)
    assert found.tolist() == [0, 0]


def test_what_is_not_known_has_no_side():
    known = np.array([0.1, 0.1])
    for which in range(3):
        amounts = [known.copy(), known.copy(), np.array([50.0, 50.0])]
        amounts[which][1] = np.nan
        assert np.isnan(side(*amounts, 0.95)).tolist() == [False, True]
