"""Bands against drawing by hand and against the closed error of a ratio."""

import numpy as np
import pandas as pd
import pytest

from queries.methods.bootstrap import draws, share_band


def made(participants, below, years):
    ids = [f"{school}" for school in range(len(participants))]
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "school_id": ids,
                    "oktmo": "60601000",
                    "entry_year": 0,
                    "year": year,
                    "participants": participants[:, place],
                    "below": below[:, place],
                }
            )
            for place, year in enumerate(years)
        ],
        ignore_index=True,
    )


@pytest.fixture
def counts():
    rng = np.random.default_rng(3)
    participants = rng.poisson(80, (200, 2)) + 1
    return participants, rng.binomial(participants, rng.beta(4, 16, (200, 1)))


def test_a_band_is_that_of_schools_drawn_by_hand(counts):
    participants, below = counts
    low, high = share_band(made(*counts, (2018, 2019)), (2018, 2019), 50, 4, 0.9)
    chosen = np.random.default_rng(4).integers(0, 200, (50, 200))
    order = np.argsort([f"{school}" for school in range(200)])
    shares = [
        below[order[row]].sum(axis=0) / participants[order[row]].sum(axis=0) for row in chosen
    ]
    assert low == pytest.approx(np.quantile(shares, 0.05, axis=0), abs=1e-9)
    assert high == pytest.approx(np.quantile(shares, 0.95, axis=0), abs=1e-9)


def test_a_band_is_about_as_wide_as_the_linearised_error_of_a_ratio(counts):
    participants, below = counts[0][:, 0], counts[1][:, 0]
    low, high = share_band(made(*counts, (2018, 2019)), (2018,), 4000, 0, 0.95)
    share = below.sum() / participants.sum()
    error = np.std(below - share * participants, ddof=1) * np.sqrt(200) / participants.sum()
    assert (high[0] - low[0]) / 2 == pytest.approx(1.96 * error, rel=0.06)
    assert (high[0] + low[0]) / 2 == pytest.approx(share, abs=0.1 * error)


def test_years_keep_the_order_asked_for_and_missing_ones_are_not_numbers(counts):
    rows = made(*counts, (2018, 2019))
    low, high = share_band(rows, (2019, 2020, 2018), 100, 0, 0.95)
    straight = share_band(rows, (2018, 2019), 100, 0, 0.95)
    assert np.isnan([low[1], high[1]]).all()
    assert [low[2], low[0]] == straight[0].tolist()
    assert [high[2], high[0]] == straight[1].tolist()


def test_one_school_or_none_has_no_band(counts):
    rows = made(*counts, (2018, 2019))
    for some in (rows[rows["school_id"].eq("1")], rows[:0]):
        assert np.isnan(share_band(some, (2018, 2019), 100, 0, 0.95)).all()


def test_every_resample_draws_as_many_schools_as_there_are():
    counted = draws(30, 500, np.random.default_rng(0))
    assert counted.shape == (500, 30)
    assert (counted.sum(axis=1) == 30).all()
    assert counted.mean(axis=0) == pytest.approx(np.ones(30), abs=0.25)
