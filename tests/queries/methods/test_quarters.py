"""Quarters and lines against slow recounts and statsmodels; lines that chance alone would draw."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import pearsonr, t

from queries.methods.quarters import FEW, FLAT, LEAST, LINE, SAME, line, quarters

AMOUNTS = st.lists(
    st.tuples(st.integers(0, 40), st.floats(-1e3, 1e3)), min_size=1, max_size=60
).map(lambda rows: np.array(rows, float).T)


def middle(values):
    """The median by sorting."""
    ordered, n = sorted(values), len(values)
    return ordered[n // 2] if n % 2 else (ordered[n // 2 - 1] + ordered[n // 2]) / 2


@given(AMOUNTS)
def test_quarters_are_those_of_a_slow_recount(points):
    x, y = points
    found = quarters(x, y)
    assert found.across == pytest.approx(middle(x)) and found.up == pytest.approx(middle(y))
    assert list(found.right) == [value > found.across for value in x]
    assert list(found.above) == [value > found.up for value in y]
    assert 2 * found.right.sum() <= len(x) and 2 * found.above.sum() <= len(y)


def drawn(seed, n=55, slope=0.0):
    """Points whose spread grows along x, as shares of small groups do."""
    chance = np.random.default_rng(seed)
    x = chance.gamma(2, 10, n)
    return x, 30 + slope * x + chance.standard_normal(n) * (2 + x / 4)


@pytest.mark.parametrize("slope", [-0.8, 0.0, 0.3, 0.9])
@pytest.mark.parametrize("pairs", [1, 28])
def test_slope_and_limits_are_those_of_statsmodels(slope, pairs):
    x, y = drawn(7, slope=slope)
    found = line(x, y, 0.95, pairs)
    fit = sm.OLS(y, sm.add_constant(x)).fit()
    lever, far = fit.get_influence().hat_matrix_diag, x - x.mean()
    parts = [
        (far[i] * fit.resid[i]) ** 2 / (1 - lever[i]) ** min(4, len(x) * lever[i] / 2)
        for i in range(len(x))
    ]
    error = sum(parts) ** 0.5 / sum(each**2 for each in far)
    wide = t.isf(0.025 / pairs, len(x) - 2) * error
    assert [found.start, found.slope] == pytest.approx(fit.params)
    assert [found.low, found.high] == pytest.approx([fit.params[1] - wide, fit.params[1] + wide])
    ranks = pearsonr(pd.Series(x).rank(), pd.Series(y).rank()).pvalue
    if abs(ranks * pairs / 0.05 - 1) > 0.2:
        wanted = abs(fit.params[1]) > wide and ranks < 0.05 / pairs
        assert (found.verdict == LINE) == wanted


@pytest.mark.parametrize("n", [LEAST, 55])
def test_chance_draws_no_more_lines_than_the_level_says(n):
    alone = [line(*drawn(seed, n), 0.95, 1).verdict for seed in range(600)]
    assert 0.01 <= alone.count(LINE) / len(alone) <= 0.05
    shared = [line(*drawn(seed, n), 0.95, 28).verdict for seed in range(600)]
    assert shared.count(LINE) <= 2


def test_one_point_far_out_carries_no_line():
    chance = np.random.default_rng(3)
    x, y = np.r_[chance.normal(size=60), 40.0], np.r_[chance.normal(size=60), 40.0]
    assert line(x, y, 0.95, 1).verdict == FLAT


def test_a_strong_slope_is_found():
    found = [line(*drawn(seed, slope=0.9), 0.95, 28).verdict for seed in range(100)]
    assert found.count(LINE) >= 80


def test_there_is_no_line_where_none_can_be_told():
    x, y = drawn(1)
    assert line(x[: LEAST - 1], y[: LEAST - 1], 0.95, 1).verdict == FEW
    assert line(x, np.full(len(x), 4.0), 0.95, 1).verdict == SAME
    assert line(np.full(len(x), 4.0), y, 0.95, 1).verdict == SAME
    alone = np.r_[100.0, np.zeros(LEAST)]
    assert line(alone, np.arange(LEAST + 1.0), 0.95, 1).verdict == FLAT
