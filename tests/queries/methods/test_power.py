"""How many schools to help, against statsmodels, published numbers and drawn worlds."""

import numpy as np
import pytest
from scipy.stats import ttest_ind
from statsmodels.stats.power import NormalIndPower, TTestIndPower

from queries.methods.power import least_effect, least_schools, power, spread
from queries.methods.refusal import Refusal


@pytest.mark.parametrize("helped", [3, 12, 40, 200])
@pytest.mark.parametrize("others", [5, 60, 1000])
@pytest.mark.parametrize("effect", [0.5, 3.0, 8.0])
def test_power_is_that_of_statsmodels(helped, others, effect):
    known = TTestIndPower().power(effect / 7.2, helped, 0.05, ratio=others / helped)
    known = 1.0 if np.isnan(known) else known  # an effect so large that scipy gives up
    assert power(helped, others, effect, 7.2, 0.95) == pytest.approx(known, abs=1e-6)


@pytest.mark.parametrize(("wanted", "each"), [(0.7, 51), (0.8, 64), (0.9, 86)])
def test_a_middle_effect_needs_as_many_as_is_known(wanted, each):
    """Of each of two equal groups, d = 0.5, a two-sided test at 5 %: 64 is known best."""
    assert power(each, each, 5, 10, 0.95) >= wanted > power(each - 1, each - 1, 5, 10, 0.95)


@pytest.mark.parametrize("schools", [60, 400, 1144])
@pytest.mark.parametrize("effect", [3.0, 5.0])
def test_the_fewest_schools_are_found_by_a_plain_search_too(schools, effect):
    def enough(helped):
        ratio = (schools - helped) / helped
        return not TTestIndPower().power(effect / 6.0, helped, 0.05, ratio=ratio) < 0.8

    slow = next((helped for helped in range(2, schools // 2 + 1) if enough(helped)), None)
    found = least_schools(schools, effect, 6.0, 0.95, 0.8)
    assert (None if isinstance(found, Refusal) else found) == slow


def test_with_many_others_the_number_is_that_of_the_normal_formula():
    found = least_schools(1_000_000, 3.0, 7.2, 0.95, 0.8)
    known = NormalIndPower().solve_power(3 / 7.2, None, 0.05, 0.8, ratio=1_000_000 / found)
    assert found == pytest.approx(known, abs=1.5)


def test_an_effect_is_found_as_often_as_is_told_in_drawn_worlds():
    """Schools of uneven sizes, alike pupils, a share near 10 %: no normal distribution anywhere."""
    rng, found, alone = np.random.default_rng(3), [], []
    share, likeness, schools = 0.10, 0.03, 400
    sizes = rng.integers(40, 260, schools)
    told = spread(share, likeness, sizes.mean(), sizes.var() / sizes.mean() ** 2)
    helped = least_schools(schools, 3.0, told, 0.95, 0.8)
    a, b = share * (1 - likeness) / likeness, (1 - share) * (1 - likeness) / likeness
    for _ in range(1500):
        levels = rng.beta(a, b, schools)
        shares = rng.binomial(sizes, np.clip(levels, 0, 1)) / sizes
        who = rng.permutation(schools)[:helped]
        others = np.delete(shares, who)
        alone.append(ttest_ind(shares[who], others).pvalue < 0.05)
        found.append(ttest_ind(shares[who] - 0.03, others).pvalue < 0.05)
    assert np.mean(found) == pytest.approx(0.8, abs=0.04)
    assert np.mean(alone) == pytest.approx(0.05, abs=0.02)


def test_too_few_schools_are_refused_with_the_best_chance_they_have():
    found = least_schools(20, 3.0, 7.2, 0.95, 0.8)
    assert isinstance(found, Refusal) and found.reason == "too_few_schools"
    assert found.details["power"] == pytest.approx(power(10, 10, 3.0, 7.2, 0.95))
    assert isinstance(least_schools(3, 90.0, 1.0, 0.95, 0.8), Refusal)
    assert isinstance(least_effect(1, 100, 7.2, 0.95, 0.8), Refusal)
    assert isinstance(least_effect(99, 100, 7.2, 0.95, 0.8), Refusal)


def test_the_least_effect_is_where_the_chance_begins():
    found = least_effect(12, 400, 7.2, 0.95, 0.8)
    assert power(12, 388, found, 7.2, 0.95) == pytest.approx(0.8, abs=1e-6)


def test_a_school_of_one_result_spreads_as_one_result_does_and_like_ones_more():
    assert spread(0.5, 0.0, 1, 0) == spread(0.5, 0.3, 1, 0) == 50
    assert spread(0.1, 0.0, 100, 0) == pytest.approx(3)
    assert spread(0.1, 0.05, 100, 0) > spread(0.1, 0.0, 100, 0)
