"""The net change finds what was built in, no more and no less, and refuses where it cannot know."""

from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom
from simulated import ENOUGH, RESULTS_OF, WORLDS, judged

from data import demo
from queries.methods import regression_to_mean
from queries.methods.refusal import Refusal
from queries.methods.reliability import Reliability, estimate

EXACT = 1e-9
change = partial(regression_to_mean.change, **ENOUGH)
SIMULATIONS = 120
FEWEST, MOST = binom.ppf([0.001, 0.999], SIMULATIONS, 0.95)
"""How many of so many 95 % intervals cover the truth, but for two tests in a thousand."""


USUAL = next(iter(WORLDS))
CASES = [*((name, 0.0) for name in WORLDS), (USUAL, -6.0)]


@pytest.fixture(scope="module", params=CASES, ids=str)
def simulated(request):
    name, effect = request.param
    world = replace(WORLDS[name], effect_pp=effect)
    return effect, judged(world, range(SIMULATIONS), 200)


def test_the_interval_covers_the_effect_that_was_built_in(simulated):
    effect, found = simulated
    covering = sum(one.low <= effect <= one.high for one in found)
    assert FEWEST <= covering <= MOST


def test_the_mean_net_is_the_effect_that_was_built_in(simulated):
    effect, found = simulated
    assert np.mean([one.net for one in found]) == pytest.approx(effect, abs=0.5)


def test_what_is_observed_looks_like_an_improvement_even_without_effect(simulated):
    effect, found = simulated
    assert np.mean([one.observed for one in found]) < effect - 5
    assert all(one.observed < 0 for one in found)


def test_parts_add_up(simulated):
    for one in simulated[1]:
        assert one.observed == pytest.approx(one.expected + one.net, abs=EXACT)
        assert one.low < one.net < one.high


R = Reliability(0.6, 0.5, 0.7, 100, 200)


def rows(shares, entry, years):
    """One row per school and year of 100 participants; None: no row."""
    return pd.DataFrame(
        [
            {
                "school_id": f"{school:03d}",
                "oktmo": "60601000",
                "entry_year": entry[school],
                "year": year,
                "participants": 100,
                "below": 100 * shares[school][place],
            }
            for school in range(len(shares))
            for place, year in enumerate(years)
            if shares[school][place] is not None
        ]
    )


def region(cohort=10, others=60, years=(2017, 2018, 2019), entry=2019):
    rng = np.random.default_rng(5)
    shares = rng.normal(0.2, 0.04, (cohort + others, len(years)))
    return shares, [entry] * cohort + [0] * others, years


def test_with_one_year_before_the_expected_share_is_kelleys():
    shares, entry, years = region(years=(2018, 2019))
    found = change(rows(shares, entry, years), 2019, 2018, 2019, R, 10, 0.95)
    expected = shares[:, 1].mean() + 0.6 * (shares[:10, 0].mean() - shares[:, 0].mean())
    assert found.expected == pytest.approx(100 * (expected - shares[:10, 0].mean()), abs=EXACT)
    assert found.observed == pytest.approx(100 * np.diff(shares[:10]).mean(), abs=EXACT)
    assert (found.schools, found.reliability) == (10, R)


def test_more_years_before_count_as_one_longer_measurement():
    shares, entry, years = region()
    found = change(rows(shares, entry, years), 2019, 2018, 2019, R, 10, 0.95)
    both = 2 * 0.6 / (1 + 0.6)
    above = shares[:10, :2].mean() - shares[:, :2].mean()
    expected = shares[:, 2].mean() + both * above - shares[:10, 1].mean()
    assert found.expected == pytest.approx(100 * expected, abs=EXACT)


def test_the_common_change_is_of_schools_that_no_project_has_reached():
    shares, entry, years = region(years=(2018, 2019, 2021))
    entry[10:15] = [2020] * 5
    found = change(rows(shares, entry, years), 2019, 2018, 2021, R, 10, 0.95)
    untouched = np.array(entry) == 0
    in_2019 = untouched | (np.array(entry) >= 2019)
    move = (shares[in_2019, 1] - shares[in_2019, 0]).mean()
    move += (shares[untouched, 2] - shares[untouched, 1]).mean()
    back = (1 - 0.6) * (shares[:10, 0].mean() - shares[:, 0].mean())
    assert found.expected == pytest.approx(100 * (move - back), abs=EXACT)


def test_the_same_seed_gives_the_same_interval():
    case = (rows(*region()), 2019, 2018, 2019, R, 10, 0.95)
    assert change(*case, seed=1) == change(*case, seed=1)
    assert change(*case, seed=1) != change(*case, seed=2)


def test_what_is_not_known_of_the_other_schools_is_in_the_interval():
    shares, entry, years = region(others=600)
    shares[:10] = 0.4
    few, many = (rows(shares[:size], entry[:size], years) for size in (40, 610))
    wide, close = (change(some, 2019, 2018, 2019, R, 10, 0.95) for some in (few, many))
    assert wide.high - wide.low > 1.5 * (close.high - close.low) > 0


def refused(results, cohort=2019, base=2018, year=2019, reliability=R, minimum=10, **least):
    case = (results, cohort, base, year, reliability, minimum, 0.95)
    found = change(*case, resamples=50, **least)
    return found.reason if isinstance(found, Refusal) else None


def test_a_cohort_without_results_of_the_year_it_was_chosen_by_is_refused():
    results = rows(*region())
    assert refused(results, base=2016) == "no_baseline"
    assert refused(results, cohort=2018) == "no_baseline"
    assert refused(results, minimum=101) == "no_baseline"
    assert refused(results, minimum=100) is None


def test_a_year_without_results_or_not_later_is_refused():
    results = rows(*region())
    assert refused(results, year=2020) == "no_later_year"
    assert refused(results, year=2018) == "no_later_year"
    gone = results[~(results["entry_year"].eq(2019) & results["year"].eq(2019))]
    assert refused(gone) == "no_later_year"


def test_four_schools_are_too_few_and_five_are_not():
    assert refused(rows(*region(cohort=4))) == "too_few_schools"
    assert refused(rows(*region(cohort=5))) is None
    assert refused(rows(*region(cohort=5)), least_schools=6) == "too_few_schools"


def test_too_few_schools_to_compare_with_are_refused():
    assert refused(rows(*region(others=29))) == "no_reference"
    assert refused(rows(*region(others=30))) is None
    assert refused(rows(*region(others=30)), least_reference=31) == "no_reference"
    unknown = replace(R, value=float("nan"), pairs=0)
    assert refused(rows(*region()), reliability=unknown) == "no_reference"
    shares, entry, years = region(others=60)
    entry[10:45] = [2018] * 35
    assert refused(rows(shares, entry, years)) == "no_reference"


def test_the_effect_on_schools_that_joined_meanwhile_is_not_taken_for_a_change_of_all():
    shares, entry, years = region(years=(2018, 2019, 2021))
    entry[10:15] = [2020] * 5
    plain = change(rows(shares, entry, years), 2019, 2018, 2021, R, 10, 0.95)
    shares[10:15, 2:] -= 0.06
    acted = change(rows(shares, entry, years), 2019, 2018, 2021, R, 10, 0.95)
    assert acted.expected == pytest.approx(plain.expected, abs=EXACT)


@pytest.fixture(scope="module")
def demonstration(built):
    """Results of Rostov region summed over all works, and the truth of the set."""
    municipalities = pd.read_csv(built.facts / "municipality.csv", dtype=str, keep_default_na=False)
    true = demo.truth(municipalities)
    rows = pd.read_csv(built.inputs / "assessment_result.csv")
    rows = rows[rows["school_id"].str.startswith("60-")].rename(
        columns={"below_threshold": "below"}
    )
    sums = rows.groupby(["school_id", "year"], as_index=False)[["participants", "below"]].sum()
    return sums.assign(entry_year=sums["school_id"].map(true.first_entry).fillna(0)), true


DEMONSTRATED = [(2019, 2021), (2019, 2022), (2021, 2022)]


def test_reliability_of_the_demonstration_is_near_its_truth(demonstration):
    results, true = demonstration
    assert estimate(results, 10).value == pytest.approx(true.reliability["all", "all"], abs=0.05)


def test_most_intervals_of_the_demonstration_hold_what_the_project_did(demonstration):
    results, true = demonstration
    reliability = estimate(results, 10)
    inside = []
    for cohort, year in DEMONSTRATED:
        found = change(results, cohort, RESULTS_OF[cohort], year, reliability, 10, 0.95)
        inside.append(found.low <= true.realised_pp[cohort, year, "all"] <= found.high)
        assert found.observed < true.realised_pp[cohort, year, "all"] - 4
    assert sum(inside) >= 2


def test_a_cohort_chosen_after_lists_whose_results_are_not_known_is_refused(demonstration):
    results, true = demonstration
    reliability = estimate(results, 10)
    refused = change(results, 2018, 2017, 2022, reliability, 10, 0.95)
    assert isinstance(refused, Refusal) and refused.reason == "no_earlier_results"
    alone = results[~results["entry_year"].eq(2017)]
    assert not isinstance(change(alone, 2018, 2017, 2022, reliability, 10, 0.95), Refusal)


def test_a_cohort_on_which_the_project_did_not_act_yet_shows_no_effect(demonstration):
    results, true = demonstration
    assert (2022, 2022, "all") not in true.realised_pp
    found = change(results, 2022, 2021, 2022, estimate(results, 10), 10, 0.95)
    assert found.observed < -4
    assert found.low <= 0 <= found.high
