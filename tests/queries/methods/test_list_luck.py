"""Chances that are what they say where the truth is known, and arithmetic against exact counts."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom

from queries.methods.identification import ListRule
from queries.methods.list_luck import LEAST_SCHOOLS, luck, word
from queries.methods.list_luck_draws import QUANTILES, needed
from queries.methods.list_luck_spread import LEAST, Counts, spread
from tests.queries.methods.luck_counted import (
    RATHER,
    RULE,
    STEADY,
    as_rows,
    calibration,
    told,
)
from tests.queries.methods.luck_worlds import WORLDS, World, drawn

FACTS = Path(__file__).resolve().parents[3] / "data" / "facts"
DRAWN = 0.045
"""More than twice the standard error of a chance near 50 % of 600 draws."""

CALIBRATED, SEEDS, SCHOOLS = 4.0, 8, 600
"""Points that told and named may be apart in one span, beside the interval: 0.1 to 0.35 of it."""


@pytest.fixture(scope="module")
def world():
    return pd.concat(
        [
            told(drawn(replace(WORLDS["plain"], schools=SCHOOLS), seed), seed)
            for seed in range(SEEDS)
        ]
    )


def test_of_schools_told_a_chance_as_many_are_named_in_years_drawn_anew(world):
    found = calibration(world, (0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95))
    assert found["schools"].min() > 60
    assert ((found["told"] - found["named"]).abs() < CALIBRATED).all()


def test_listed_schools_alone_are_as_calibrated_though_they_were_chosen_for_their_results(world):
    found = calibration(world[world["listed"]], (0.05, 0.35, 0.65, 0.95))
    assert found["schools"].min() > 60
    assert ((found["told"] - found["named"]).abs() < CALIBRATED).all()


def test_taking_shares_for_the_truth_would_promise_far_too_much(world):
    found = calibration(world, (0.65, 0.75), "by_shares").iloc[0]
    assert found["told"] - found["named"] > 15


def test_where_schools_do_not_differ_the_chance_is_that_of_the_binomial_law():
    """Two works of twelve pupils: both must be weak now, and one of them the year before."""
    rng = np.random.default_rng(1)
    pupils = np.full((4000, 2, 2), 12.0)
    below = rng.binomial(12, 0.27, pupils.shape).astype(float)
    found = luck(as_rows(Counts(pupils, below, np.array([2021, 2022]))), 2022, RULE)
    weak = sum(binom.pmf(k, 12, 0.27) for k in range(13) if k / 12 >= 0.3)
    exact = weak**2 * (1 - (1 - weak) ** 2)
    # The luckiest schools are told a little less, the others more: little is known of each.
    assert found["chance"].mean() == pytest.approx(exact, abs=0.01)
    assert found["chance"].std() < 0.03


@pytest.mark.parametrize("size", [9, 10, 13, 40, 167])
def test_what_a_work_needs_to_be_weak_is_exact(size):
    """The part of quantiles that a chance passes is the binomial tail, counted out."""
    logits = needed(np.array([size]), RULE, passing=LEAST)[0]
    for chance in (0.1, 0.25, 0.3, 0.5, 0.9):
        reached = np.mean(math.log(chance / (1 - chance)) > logits)
        enough = [k for k in range(size + 1) if size >= 10 and 10 * k >= 3 * size]
        exact = sum(math.comb(size, k) * chance**k * (1 - chance) ** (size - k) for k in enough)
        assert reached == pytest.approx(exact, abs=0.004)
    assert len(logits) == QUANTILES


def test_chances_agree_with_all_that_is_possible_weighed_by_the_results():
    """The posterior again by brute force: many possible schools, weighed by their likelihood."""
    counts, _ = drawn(World(schools=1500, works=2, years=3, level=-1.2), 4)
    found = luck(as_rows(counts), 2, RULE).set_index("school_id")["chance"]
    of_region = spread(counts)
    for school in found.index[found.between(0.1, 0.9)][:6]:
        assert found[school] == pytest.approx(possible(counts, of_region, school), abs=DRAWN)


def possible(counts, found, school, many=300_000):
    """Chance of one school, by importance sampling out of what is known of the region alone."""
    rng = np.random.default_rng(school)
    pupils, below = (each[school].astype(int) for each in (counts.participants, counts.below))
    works, years = pupils.shape
    level = _kept(rng, found, years, many)
    own = rng.normal(0, math.sqrt(found.work), (many, works, 1))

    def chances(level, years):
        luck = rng.normal(0, math.sqrt(found.yearly[school]), (many, 1, years))
        luck = luck + rng.normal(0, math.sqrt(found.passing), (many, works, years))
        return 1 / (1 + np.exp(-(found.middle[:, -years:] + level[:, None] + own + luck)))

    chance = chances(level, years)
    likely = (below * np.log(chance) + (pupils - below) * np.log1p(-chance)).sum(axis=(1, 2))
    weight = np.exp(likely - likely.max())
    anew = rng.binomial(pupils[:, -2:], chances(level[:, -2:], 2))
    weak = (pupils[:, -2:] >= 10) & (10 * anew >= 3 * pupils[:, -2:])
    named = (weak[:, :, 1].sum(axis=1) >= 2) & weak.all(axis=2).any(axis=1)
    return (weight * named).sum() / weight.sum()


def _kept(rng, found, years, many):
    level = [rng.normal(0, math.sqrt(found.lasting), many)]
    for _ in range(years - 1):
        new = math.sqrt((1 - found.kept**2) * found.lasting)
        level.append(found.kept * level[-1] + rng.normal(0, new, many) if new else level[-1])
    return np.column_stack(level)


def test_variances_are_found_where_they_are_known():
    true = World(schools=6000, lasting=0.7, work=0.3, yearly=0.35, passing=0.25)
    found = spread(drawn(true, 2)[0])
    assert found.lasting == pytest.approx(true.lasting**2, rel=0.08)
    assert found.work == pytest.approx(true.work**2, rel=0.12)
    assert found.yearly.mean() == pytest.approx(true.yearly**2, rel=0.12)
    assert found.passing == pytest.approx(true.passing**2, rel=0.25)
    assert found.kept == pytest.approx(1, abs=0.005)


def test_small_schools_are_seen_to_vary_more_from_year_to_year():
    counts, _ = drawn(World(schools=3000, yearly=0.2, small=1.0), 3)
    size = counts.participants.mean(axis=(1, 2))
    yearly = spread(counts).yearly
    assert yearly[size < 12].mean() > 1.5 * yearly[size > 60].mean()


def test_drift_is_found_where_there_is_some():
    drifting, _ = drawn(World(schools=3000, walk=0.3), 5)
    assert 0.8 < spread(drifting).kept < 0.97


def rows(schools=LEAST_SCHOOLS, **changes):
    counts, _ = drawn(replace(World(schools=schools, years=3), **changes), 6)
    return as_rows(counts)


def test_the_same_results_in_any_order_give_the_same_chances():
    some = rows()
    first, again = luck(some, 2, RULE), luck(some.sample(frac=1, random_state=1), 2, RULE)
    pd.testing.assert_frame_equal(first, again)
    assert first["chance"].between(0.02, 0.98).any()


def test_later_years_do_not_change_what_is_told_of_a_list():
    some = rows()
    now = luck(some[some["year"] <= 1], 1, RULE)
    pd.testing.assert_frame_equal(luck(some, 1, RULE), now)


def test_a_school_without_a_second_year_is_unknown():
    some = rows(level=-0.5)
    alone = some[~(some["school_id"].eq(5) & some["year"].eq(1))]
    found = luck(alone, 2, RULE).set_index("school_id")["chance"]
    assert np.isnan(found[5]) and luck(some, 2, RULE).set_index("school_id")["chance"][5] > 0
    by_works = luck(alone, 2, replace(RULE, condition="works")).set_index("school_id")["chance"]
    assert by_works[5] > 0


def test_after_a_break_nobody_is_known():
    some = rows()
    assert luck(some, 2, RULE, [("VPR", 2)])["chance"].fillna(0).eq(0).all()
    assert luck(some, 2, RULE, [("OGE", 2)])["chance"].gt(0).any()


def test_too_few_schools_or_years_tell_nothing_of_luck():
    assert luck(rows(LEAST_SCHOOLS - 1), 2, RULE)["chance"].isna().all()
    some = rows()
    assert luck(some[some["year"].eq(2)], 2, replace(RULE, years=1))["chance"].isna().all()
    assert luck(some, 2, replace(RULE, years=1))["chance"].notna().any()
    assert luck(some.iloc[:0], 2, RULE).empty


def test_stricter_rules_name_fewer():
    some = rows(400)
    usual = luck(some, 2, RULE)["chance"]
    for stricter in (ListRule(40, 2, 2, 10), ListRule(30, 3, 2, 10), ListRule(30, 2, 3, 10)):
        assert luck(some, 2, stricter)["chance"].mean() < usual.mean()
    for laxer in ("works", "years", "either"):
        assert luck(some, 2, replace(RULE, condition=laxer))["chance"].mean() >= usual.mean()


def test_the_rule_and_the_words_counted_with_are_those_of_the_settings():
    settings = pd.read_csv(FACTS / "setting.csv", index_col="code")["value"]
    assert settings["threshold_share"] == RULE.share
    assert settings["threshold_procedures"] == RULE.works
    assert settings["threshold_years"] == RULE.years
    assert settings["minimum_group"] == RULE.least
    assert settings[["luck_steady", "luck_rather"]].tolist() == [100 * STEADY, 100 * RATHER]


@pytest.mark.parametrize(
    ("chance", "expected"),
    [
        (1.0, "steady"),
        (0.8, "steady"),
        (0.79, "rather_steady"),
        (0.5, "rather_steady"),
        (0.49, "maybe_chance"),
        (0.0, "maybe_chance"),
        (math.nan, "unknown"),
    ],
)
def test_words(chance, expected):
    assert word(chance, STEADY, RATHER) == expected
