"""Reliability against numpy's correlation and Fisher's closed interval."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import norm

from queries.methods.reliability import estimate

EXACT = 1e-9


def made(shares, years, participants=100, entry=None):
    """One row per school and year; shares is schools × years."""
    rows = [
        {
            "school_id": f"{school}",
            "oktmo": "60601000",
            "entry_year": 0 if entry is None else entry[school],
            "year": year,
            "participants": participants,
            "below": participants * shares[school][place],
        }
        for school in range(len(shares))
        for place, year in enumerate(years)
    ]
    return pd.DataFrame(rows)


@pytest.fixture
def shares():
    rng = np.random.default_rng(7)
    return rng.normal(0.2, 0.05, (40, 1)) + rng.normal(0, 0.03, (40, 5))


def test_one_pair_is_numpys_correlation_with_fishers_interval(shares):
    found = estimate(made(shares[:, :2], (2018, 2019)), 10, 0.9)
    value = np.corrcoef(shares[:, 0], shares[:, 1])[0, 1]
    half = norm.ppf(0.95) / np.sqrt(40 - 3)
    assert found.value == pytest.approx(value, abs=EXACT)
    limits = np.tanh(np.arctanh(value) + np.array([-half, half]))
    assert (found.low, found.high) == pytest.approx(tuple(limits), abs=EXACT)
    assert (found.schools, found.pairs) == (40, 40)


def test_pairs_are_averaged_on_fishers_scale_by_their_degrees_of_freedom(shares):
    rows = made(shares[:, :3], (2017, 2018, 2019))
    rows.loc[rows["school_id"].isin(["0", "1"]) & rows["year"].eq(2019), "participants"] = 9
    one = np.corrcoef(shares[:, 0], shares[:, 1])[0, 1]
    other = np.corrcoef(shares[2:, 1], shares[2:, 2])[0, 1]
    mean = (37 * np.arctanh(one) + 35 * np.arctanh(other)) / 72
    found = estimate(rows, 10)
    assert found.value == pytest.approx(np.tanh(mean), abs=EXACT)
    assert (found.schools, found.pairs) == (40, 78)


def test_years_that_do_not_follow_each_other_or_are_of_a_break_are_no_pair(shares):
    rows = made(shares, (2017, 2018, 2019, 2021, 2022))
    pairs = [(0, 1), (1, 2), (3, 4)]
    mean = np.mean([np.arctanh(np.corrcoef(shares[:, a], shares[:, b])[0, 1]) for a, b in pairs])
    assert estimate(rows, 10).value == pytest.approx(np.tanh(mean), abs=EXACT)
    assert estimate(rows, 10).pairs == 120
    assert estimate(rows, 10, breaks=(2022, 2017)).pairs == 40


def test_a_schools_pair_in_which_the_project_begins_to_act_is_left_out(shares):
    entry = [2018] * 5 + [2019] * 5 + [0] * 30
    found = estimate(made(shares[:, :2], (2018, 2019), entry=entry), 10)
    assert found.pairs == 35
    value = np.corrcoef(shares[5:, 0], shares[5:, 1])[0, 1]
    assert found.value == pytest.approx(value, abs=EXACT)


def test_without_two_consecutive_years_there_is_no_number(shares):
    found = estimate(made(shares[:, :2], (2019, 2021)), 10)
    assert np.isnan([found.value, found.low, found.high]).all()
    assert (found.schools, found.pairs) == (0, 0)
    assert estimate(made(shares[:3, :2], (2018, 2019)), 10).pairs == 0
    assert estimate(made(shares[:4, :2], (2018, 2019)), 10).pairs == 4


EIGHTHS = np.array([[1.0], [2.0], [3.0], [4.0], [5.0], [7.0]]) / 8
"""Shares with which sums are exact, so that a correlation of one is one."""


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("schools", [4, 5, 6])
def test_shares_that_follow_each_other_exactly_have_numbers_all_the_same(sign, schools):
    """Fisher's scale has no number for a correlation of one, upwards or downwards."""
    first = EIGHTHS[:schools]
    found = estimate(made(np.hstack([first, 0.5 + sign * (first - 0.5)]), (2018, 2019)), 10)
    assert found.value == pytest.approx(sign, abs=EXACT)
    assert -1 < found.low <= found.value <= found.high < 1
    nearest = np.tanh(np.arctanh(1 - 1e-12) - norm.ppf(0.975) / np.sqrt(schools - 3))
    assert min(abs(found.low), abs(found.high)) == pytest.approx(nearest, abs=1e-11)


def test_pairs_of_years_one_of_which_is_exact_and_one_opposite_even_out():
    first = EIGHTHS[:5]
    found = estimate(made(np.hstack([first, first, 1 - first]), (2017, 2018, 2019)), 10)
    assert found.value == pytest.approx(0, abs=EXACT)


@pytest.mark.parametrize("flat", [(0,), (1,), (0, 1)])
def test_shares_that_are_all_the_same_in_a_year_tell_nothing_of_another(shares, flat):
    given = shares[:, :2].copy()
    given[:, list(flat)] = 0.25
    found = estimate(made(given, (2018, 2019)), 10)
    assert found.value == pytest.approx(0, abs=EXACT)
    assert (found.low, found.high) == pytest.approx((-found.high, found.high), abs=EXACT)


def test_an_interval_is_of_95_percent_if_nobody_asks_for_another(shares):
    rows = made(shares[:, :2], (2018, 2019))
    assert estimate(rows, 10) == estimate(rows, 10, 0.95) != estimate(rows, 10, 0.9)


def test_schools_of_any_pair_count_once_and_each_of_their_pairs(shares):
    rows = made(shares[:20, :3], (2017, 2018, 2019))
    rows.loc[rows["school_id"].eq("0") & rows["year"].eq(2017), "participants"] = 9
    rows.loc[rows["school_id"].eq("1") & rows["year"].eq(2019), "participants"] = 9
    rows.loc[rows["school_id"].eq("2") & rows["year"].eq(2018), "participants"] = 9
    found = estimate(rows, 10)
    assert (found.schools, found.pairs) == (19, 36)
