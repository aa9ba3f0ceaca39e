"""Variance of municipalities' common shocks against worlds in which it is known."""

import numpy as np
import pytest

from queries.methods import municipal_shocks


def residuals(seed, common, own=3.0, municipalities=60, schools=900):
    rng = np.random.default_rng(seed)
    place = rng.integers(0, municipalities, schools)
    shocks = rng.normal(0, common, municipalities)
    return shocks[place] + rng.normal(0, own, schools), place


def test_the_variance_of_common_shocks_is_found():
    cohort = np.zeros(20, int)
    found = [municipal_shocks.variance(*residuals(seed, 2.0), cohort) for seed in range(60)]
    assert np.mean(found) == pytest.approx(4.0 * (1 - 1 / 20), rel=0.1)


def test_without_common_shocks_there_is_next_to_nothing():
    cohort = np.zeros(20, int)
    found = [municipal_shocks.variance(*residuals(seed, 0.0), cohort) for seed in range(60)]
    assert 0 <= np.mean(found) < 0.3


def test_schools_each_of_another_municipality_have_nothing_in_common():
    residual, place = residuals(0, 2.0)
    assert municipal_shocks.variance(residual, place, np.arange(20)) == pytest.approx(0, abs=1e-12)
    assert municipal_shocks.variance(residual, place, np.repeat(np.arange(10), 2)) > 0


def test_few_municipalities_or_single_schools_cannot_tell():
    residual, place = residuals(0, 2.0)
    assert municipal_shocks.variance(residual, place % 9, np.zeros(20)) == 0
    assert municipal_shocks.variance(residual, place % 10, np.zeros(20)) > 0
    alone = np.arange(len(residual))
    assert municipal_shocks.variance(residual, alone, np.zeros(20)) == 0
