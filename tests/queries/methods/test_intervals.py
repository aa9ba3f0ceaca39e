"""Intervals against their closed formulas, other implementations, and published examples."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, norm

from queries.methods.intervals import newcombe, wilson

EXACT = 1e-9
REPEATED = 1e-12
"""How near one formula worked out twice must come."""


@st.composite
def counts(draw):
    total = draw(st.integers(1, 5000))
    return draw(st.integers(0, total)), total


CONFIDENCE = st.sampled_from([0.8, 0.9, 0.95, 0.99, 0.999])


def by_formula(count, total, confidence):
    """Wilson 1927: centre and half-width of the score interval."""
    z = norm.ppf(1 - (1 - confidence) / 2)
    share, scale = count / total, 1 + z * z / total
    centre = (share + z * z / (2 * total)) / scale
    spread = math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return centre - z * spread / scale, centre + z * spread / scale


@given(counts(), CONFIDENCE)
def test_wilson_is_the_closed_formula(count, confidence):
    low, high = wilson([count[0]], [count[1]], confidence)
    assert (low[0], high[0]) == pytest.approx(by_formula(*count, confidence), abs=EXACT)


@given(counts(), CONFIDENCE)
def test_wilson_is_that_of_scipy(count, confidence):
    low, high = wilson([count[0]], [count[1]], confidence)
    other = binomtest(*count).proportion_ci(confidence, method="wilson")
    assert (low[0], high[0]) == pytest.approx((other.low, other.high), abs=EXACT)


@given(counts(), CONFIDENCE)
def test_wilson_stays_inside_and_around_the_share(count, confidence):
    low, high = wilson([count[0]], [count[1]], confidence)
    share = count[0] / count[1]
    assert -EXACT <= low[0] <= share + EXACT
    assert share - EXACT <= high[0] <= 1 + EXACT


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_limits_published_by_newcombe(count, total, low, high):
    """R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3."""
    found = wilson([count], [total], 0.95)
    assert (round(found[0][0], 4), round(found[1][0], 4)) == (low, high)


def test_wilson_of_nothing_or_of_the_unknown_is_not_a_number():
    low, high = wilson([0, np.nan, 3, np.nan], [0, 10, np.nan, np.nan], 0.95)
    assert np.isnan(low[[0, 2, 3]]).all()
    assert np.isnan(high[[0, 2, 3]]).all()
    assert np.isnan(low[1])


def test_wilson_of_no_rows_is_no_rows():
    low, high = wilson([], [], 0.95)
    assert low.shape == high.shape == (0,)


def difference_by_formula(one, other, confidence):
    """Newcombe 1998, method 10: the distances of both Wilson limits added as right angles."""
    share, rest = one[0] / one[1], other[0] / other[1]
    low, high = by_formula(*one, confidence)
    other_low, other_high = by_formula(*other, confidence)
    down = math.hypot(share - low, other_high - rest)
    up = math.hypot(high - share, rest - other_low)
    return share - rest - down, share - rest + up


@given(counts(), counts(), CONFIDENCE)
def test_newcombe_is_the_closed_formula(one, other, confidence):
    low, high = newcombe([one[0]], [one[1]], [other[0]], [other[1]], confidence)
    expected = difference_by_formula(one, other, confidence)
    assert (low[0], high[0]) == pytest.approx(expected, abs=REPEATED)


@pytest.mark.parametrize("one", [(0, 1), (0, 30), (1, 1), (30, 30)])
@pytest.mark.parametrize("other", [(0, 1), (0, 5000), (1, 1), (5000, 5000)])
def test_newcombe_of_none_and_of_all_is_the_closed_formula(one, other):
    low, high = newcombe([one[0]], [one[1]], [other[0]], [other[1]], 0.95)
    expected = difference_by_formula(one, other, 0.95)
    assert (low[0], high[0]) == pytest.approx(expected, abs=REPEATED)


def test_newcombe_of_many_keeps_each_in_its_place():
    one, other = [(3, 10), (0, 0), (np.nan, 10), (9, 10)], [(5, 50), (5, 50), (5, 50), (0, 20)]
    low, high = newcombe(*zip(*one, strict=True), *zip(*other, strict=True), 0.95)
    assert np.isnan([low[1], low[2], high[1], high[2]]).all()
    for i in (0, 3):
        expected = difference_by_formula(one[i], other[i], 0.95)
        assert (low[i], high[i]) == pytest.approx(expected, abs=REPEATED)


PUBLISHED = [
    ((56, 70), (48, 80), (0.0524, 0.3339)),
    ((9, 10), (3, 10), (0.1705, 0.8090)),
    ((6, 7), (2, 7), (0.0582, 0.8062)),
    ((5, 56), (0, 29), (-0.0381, 0.1926)),
    ((0, 10), (0, 20), (-0.1611, 0.2775)),
    ((0, 10), (0, 10), (-0.2775, 0.2775)),
    ((10, 10), (0, 20), (0.6791, 1.0000)),
    ((10, 10), (0, 10), (0.6075, 1.0000)),
]


@pytest.mark.parametrize(("one", "other", "limits"), PUBLISHED)
def test_newcombe_gives_the_limits_that_newcombe_published(one, other, limits):
    """R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, table II, method 10."""
    low, high = newcombe([one[0]], [one[1]], [other[0]], [other[1]], 0.95)
    assert (round(low[0], 4), round(high[0], 4)) == limits


@given(counts(), counts())
def test_newcombe_of_the_reverse_difference_is_reversed(one, other):
    low, high = newcombe([one[0]], [one[1]], [other[0]], [other[1]], 0.95)
    back_low, back_high = newcombe([other[0]], [other[1]], [one[0]], [one[1]], 0.95)
    assert (low[0], high[0]) == pytest.approx((-back_high[0], -back_low[0]), abs=EXACT)


def test_newcombe_without_another_group_is_not_a_number():
    low, high = newcombe([3, 3, np.nan], [10, 10, np.nan], [0, np.nan, 5], [0, np.nan, 50], 0.95)
    assert np.isnan(low).all()
    assert np.isnan(high).all()


@pytest.mark.parametrize(("share", "total"), [(0.05, 30), (0.1, 100), (0.5, 12), (0.02, 400)])
def test_wilson_covers_the_truth_about_as_often_as_it_says(share, total):
    """Averaged over all outcomes, not simulated: the chances of each count are known."""
    outcomes = np.arange(total + 1)
    chances = np.array(
        [math.comb(total, k) * share**k * (1 - share) ** (total - k) for k in outcomes]
    )
    low, high = wilson(outcomes, np.full(total + 1, total), 0.95)
    covered = chances[(low <= share) & (share <= high)].sum()
    assert 0.91 < covered < 0.99


def test_newcombe_covers_the_difference_about_as_often_as_it_says():
    random = np.random.default_rng(1998)
    one, other = random.binomial(60, 0.2, 20000), random.binomial(2000, 0.12, 20000)
    low, high = newcombe(one, np.full(20000, 60), other, np.full(20000, 2000), 0.95)
    covered = np.mean((low <= 0.08) & (high >= 0.08))
    assert 0.94 < covered < 0.97
