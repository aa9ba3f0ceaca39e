"""Difference-in-differences against hand-made sandwich matrices, and its refusals."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import t

from queries.methods.comparison_group import Difference, difference_in_differences
from queries.methods.refusal import Refusal

EXACT = 1e-9
YEARS = (2017, 2018, 2019, 2021, 2022)
THRESHOLD, BANDWIDTH = 0.30, 0.10


def region(treated=20, controls=25, effect=-0.03, drift=0.0, seed=2):
    """Cohort 2021, chosen by 2019: shares of schools × years, and entries."""
    rng = np.random.default_rng(seed)
    shares = rng.normal(0.25, 0.02, (treated + controls, 1)) + rng.normal(0, 0.02, (1, 5))
    shares = shares + rng.normal(0, 0.02, (treated + controls, 5))
    shares[:treated, 2] = rng.uniform(0.30, 0.38, treated)
    shares[treated:, 2] = rng.uniform(0.22, 0.299, controls)
    shares[:treated, 4] += effect
    shares[:treated, 1] += drift
    return shares, [2021] * treated + [0] * controls


def rows(shares, entry, participants=1000):
    return pd.DataFrame(
        [
            {
                "school_id": f"{school:03d}",
                "oktmo": "60601000",
                "entry_year": entry[school],
                "year": year,
                "participants": participants,
                "below": participants * shares[school][place],
            }
            for school in range(len(shares))
            for place, year in enumerate(YEARS)
        ]
    )


def scored(results):
    """The share of the year of the choice, as if the list went by it alone."""
    chosen = results[results["year"].eq(2019)].set_index("school_id")
    return chosen["below"] / chosen["participants"]


def asked(results, **changes):
    usual = {
        "score": scored(results),
        "cohort": 2021,
        "base_year": 2019,
        "years_before": (2017, 2018),
        "years_after": (2022,),
        "threshold": THRESHOLD,
        "bandwidth": BANDWIDTH,
        "minimum": 10,
        "confidence": 0.95,
        "least_schools": 10,
    }
    return difference_in_differences(results, **usual | changes)


def by_hand(design, outcome, schools, years):
    """Last coefficient and its limits: (X'X)⁻¹ Σ X'uu'X (X'X)⁻¹ by schools."""
    bread = np.linalg.inv(design.T @ design)
    slope = bread @ design.T @ outcome
    left = outcome - design @ slope
    scores = (design * left[:, None]).reshape(schools, years, -1).sum(axis=1)
    rows_, columns = design.shape
    factor = schools / (schools - 1) * (rows_ - 1) / (rows_ - columns)
    error = np.sqrt((factor * bread @ scores.T @ scores @ bread)[-1, -1])
    half = t.ppf(0.975, schools - 1) * error
    return slope[-1], slope[-1] - half, slope[-1] + half


def test_the_effect_is_the_difference_of_mean_changes():
    shares, entry = region()
    found = asked(rows(shares, entry))
    moved = 100 * (shares[:, 4] - shares[:, :2].mean(axis=1))
    assert found.effect == pytest.approx(moved[:20].mean() - moved[20:].mean(), abs=EXACT)
    assert (found.treated, found.controls) == (20, 25)
    assert found.low < -3 < found.high


def test_limits_are_those_of_the_clustered_sandwich():
    shares, entry = region()
    found = asked(rows(shares, entry))
    member = np.repeat(np.array(entry) > 0, 3) * 1.0
    after = np.tile([0.0, 0.0, 1.0], 45)
    year = [np.tile(np.eye(3)[place], 45) for place in (1, 2)]
    design = np.column_stack([np.ones(135), *year, member, member * after])
    expected = by_hand(design, 100 * shares[:, [0, 1, 4]].ravel(), 45, 3)
    assert (found.effect, found.low, found.high) == pytest.approx(expected, abs=EXACT)


def test_the_trend_before_is_the_difference_of_changes_by_year():
    shares, entry = region()
    found = asked(rows(shares, entry))
    moved = 100 * (shares[:, 1] - shares[:, 0])
    trend = moved[:20].mean() - moved[20:].mean()
    assert found.pre_trend == pytest.approx(trend, abs=EXACT)
    member, second = np.repeat(np.array(entry) > 0, 2) * 1.0, np.tile([0.0, 1.0], 45)
    design = np.column_stack([np.ones(90), second, member, member * second])
    expected = by_hand(design, 100 * shares[:, :2].ravel(), 45, 2)
    limits = found.pre_trend, found.pre_low, found.pre_high
    assert limits == pytest.approx(expected, abs=EXACT)


def test_one_year_before_gives_an_effect_without_a_trend():
    found = asked(rows(*region()), years_before=(2018,))
    assert isinstance(found, Difference)
    assert np.isnan([found.pre_trend, found.pre_low, found.pre_high]).all()


def test_the_year_schools_were_chosen_by_is_no_year_before():
    results = rows(*region())
    assert asked(results, years_before=(2017, 2018, 2019)) == asked(results)
    assert asked(results, years_before=(2019,)).reason == "no_baseline"


def test_only_schools_near_the_threshold_and_outside_the_project_are_compared():
    shares, entry = region(controls=28)
    shares[20, 2] = 0.19
    shares[0, 2] = 0.41
    entry[21], entry[22] = 2018, 2022
    shares[23, 2] = 0.31
    found = asked(rows(shares, entry))
    assert (found.treated, found.controls) == (19, 25)
    assert asked(rows(shares, entry), bandwidth=0.12).controls == 26


def test_a_listed_school_below_the_threshold_is_not_compared():
    shares, entry = region()
    shares[:3, 2] = 0.299
    assert asked(rows(shares, entry)).treated == 17


def test_schools_without_a_score_are_not_compared():
    results = rows(*region())
    score = scored(results).drop(["000", "044"])
    found = asked(results, score=score)
    assert (found.treated, found.controls) == (19, 24)


def test_a_list_that_goes_by_something_else_is_refused():
    shares, entry = region()
    shares[:10, 2] = 0.299
    assert isinstance(asked(rows(shares, entry), least_schools=5), Difference)
    shares[10, 2] = 0.299
    assert reason(rows(shares, entry), least_schools=5) == "other_rule"


def reason(results, **changes):
    found = asked(results, **changes)
    return found.reason if isinstance(found, Refusal) else None


def test_missing_years_are_refused():
    results = rows(*region())
    assert reason(results, base_year=2020) == "no_baseline"
    assert reason(results, years_before=()) == "no_baseline"
    assert reason(results, years_before=(2016, 2017)) == "no_baseline"
    assert reason(results, years_after=()) == "no_later_year"
    assert reason(results, years_after=(2022, 2023)) == "no_later_year"


def test_groups_of_nine_are_too_small_and_of_ten_are_not():
    assert reason(rows(*region(treated=9))) == "too_few_schools"
    assert reason(rows(*region(controls=9))) == "no_controls"
    assert reason(rows(*region(treated=10, controls=10))) is None


def test_small_schools_do_not_count():
    assert reason(rows(*region(), participants=9)) == "too_few_schools"
    assert reason(rows(*region(), participants=10)) is None


def test_groups_that_went_different_ways_before_are_refused():
    found = asked(rows(*region(drift=0.08)))
    assert isinstance(found, Refusal)
    assert found.reason == "pre_trends_differ"
    assert found.details["low"] > 0
    assert reason(rows(*region(drift=0.001))) is None
