"""Intervals against their closed formulas, other implementations, and published examples."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, norm

from queries.methods.intervals import wilson

EXACT = 1e-9


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
