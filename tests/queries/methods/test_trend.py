"""Verdicts against weighted least squares in matrix form and by statsmodels."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from scipy.stats import t

from queries.methods.trend import by_group, verdict

EXACT = 1e-9
YEARS = (2014, 2015, 2016, 2017, 2018, 2019)
SHARES = (0.26, 0.24, 0.21, 0.20, 0.17, 0.16)
WEIGHTS = (90, 100, 80, 140, 120, 100)


def judged(years=YEARS, shares=SHARES, weights=WEIGHTS, breaks=(), minimum=5):
    return verdict(years, shares, weights, breaks, 0.95, minimum)


def test_the_line_is_weighted_least_squares():
    found = judged()
    w = np.diag(WEIGHTS)
    centred = np.array(YEARS) - np.average(YEARS, weights=WEIGHTS)
    inverse = 1 / (centred @ w @ centred)
    slope = inverse * (centred @ w @ (100 * np.array(SHARES)))
    residual = 100 * np.array(SHARES) - 100 * np.average(SHARES, weights=WEIGHTS) - slope * centred
    half = t.ppf(0.975, 4) * np.sqrt(residual @ w @ residual / 4 * inverse)
    assert found.slope == pytest.approx(slope, abs=EXACT)
    assert (found.low, found.high) == pytest.approx((slope - half, slope + half), abs=EXACT)


def test_the_line_is_that_of_statsmodels():
    years = np.array(YEARS) - 2014
    fit = sm.WLS(100 * np.array(SHARES), sm.add_constant(years), weights=WEIGHTS).fit()
    found = judged()
    assert found.slope == pytest.approx(fit.params[1], abs=EXACT)
    assert (found.low, found.high) == pytest.approx(tuple(fit.conf_int()[1]), abs=EXACT)
    assert (found.word, found.points) == ("better", 6)


def test_words_follow_the_limits():
    assert judged(shares=SHARES[::-1], weights=WEIGHTS[::-1]).word == "worse"
    assert judged(shares=(0.2, 0.1, 0.2, 0.1, 0.2, 0.1)).word == "same"


def test_the_order_of_points_does_not_matter():
    turned = (part[::-1] for part in (YEARS, SHARES, WEIGHTS))
    assert judged(*turned) == judged()


@pytest.mark.parametrize(
    ("years", "breaks", "word", "points"),
    [
        ((2014, 2015, 2016, 2017, 2018, 2019), (), "better", 6),
        ((2014, 2015, 2016, 2017, 2018, 2019), (2014,), "better", 5),
        ((2014, 2015, 2016, 2017, 2018, 2019), (2015,), "unknown", 4),
        ((2014, 2015, 2016, 2017, 2018, 2019), (2020,), "better", 6),
        ((2016, 2017, 2018, 2019, 2021, 2022), (2020,), "unknown", 2),
        ((2016, 2017, 2018, 2019, 2021, 2022), (), "unknown", 2),
        ((2012, 2014, 2015, 2016, 2017, 2018), (), "better", 5),
    ],
)
def test_only_the_last_unbroken_run_of_five_years_is_judged(years, breaks, word, points):
    found = judged(years=years, breaks=breaks)
    assert (found.word, found.points) == (word, points)
    assert np.isnan(found.slope) == (word == "unknown")


def test_a_year_without_a_share_or_pupils_ends_a_run():
    assert judged(shares=(*SHARES[:2], np.nan, *SHARES[3:])).points == 3
    assert judged(weights=(*WEIGHTS[:2], 0, *WEIGHTS[3:])).points == 3
    assert judged(years=(), shares=(), weights=()).word == "unknown"
    assert judged(minimum=7).word == "unknown"


def groups(*series, size=100):
    return pd.DataFrame(
        [
            {"school_id": f"S{place}", "year": year, "share": share, "participants": size}
            for place, shares in enumerate(series)
            for year, share in zip(YEARS, shares, strict=True)
        ]
    )


def test_groups_are_judged_each_by_itself():
    rows = groups(SHARES, SHARES[::-1], (0.2, 0.1, 0.2, 0.1, 0.2, 0.1))
    found = by_group(rows.sample(frac=1, random_state=1), "school_id", (), 0.95, 5)
    assert found["school_id"].tolist() == ["S0", "S1", "S2"]
    assert found["word"].tolist() == ["better", "worse", "same"]
    alone = judged(weights=[100] * 6)
    assert found.loc[0, ["slope", "low", "high", "points"]].tolist() == pytest.approx(
        [alone.slope, alone.low, alone.high, alone.points], abs=EXACT
    )


def test_nothing_is_told_of_a_group_without_any_share():
    found = by_group(groups(SHARES, [np.nan] * 6), "school_id", (), 0.95, 5)
    assert found.loc[1, "word"] == "unknown"
    assert np.isnan(found.loc[1, "points"]) and not np.isnan(found.loc[0, "points"])


def test_breaks_and_hidden_years_part_the_years_of_a_group():
    rows = groups(SHARES, (*SHARES[:3], np.nan, *SHARES[4:]))
    assert by_group(rows, "school_id", (2015,), 0.95, 5)["points"].tolist() == [4, 2]
    assert by_group(rows, "school_id", (2020,), 0.95, 5)["points"].tolist() == [6, 2]


def test_no_groups_give_no_rows():
    found = by_group(groups(SHARES).iloc[:0], "school_id", (), 0.95, 5)
    assert found.empty and "word" in found.columns


@pytest.mark.parametrize("minimum", [0, 1, 3])
def test_two_points_leave_nothing_to_judge_a_line_by_however_few_are_asked_for(minimum):
    assert judged(YEARS[:2], SHARES[:2], WEIGHTS[:2], minimum=minimum).word == "unknown"
    assert judged(YEARS[:3], SHARES[:3], WEIGHTS[:3], minimum=minimum).points == 3
    assert judged(YEARS[:3], SHARES[:3], WEIGHTS[:3], minimum=minimum).slope < 0


@pytest.mark.parametrize(("step", "word"), [(0, "same"), (1 / 256, "worse"), (-1 / 256, "better")])
def test_shares_on_a_straight_line_have_its_direction_however_slow(step, word):
    """Less than a point a year, and no error: sums of such shares are exact."""
    found = judged(shares=tuple(0.5 + step * place for place in range(6)), weights=(64,) * 6)
    assert (found.word, found.slope) == (word, pytest.approx(100 * step, abs=EXACT))
    assert found.high - found.low == pytest.approx(0, abs=EXACT)


def test_a_year_in_which_one_took_part_counts_and_one_in_which_nobody_did_does_not():
    assert judged(weights=(1, *WEIGHTS[1:])).points == 6
    assert judged(weights=(0, *WEIGHTS[1:])).points == 5
