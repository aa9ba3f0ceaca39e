"""What is said to be true of the set is found in its rows."""

from dataclasses import replace

import numpy as np
import pytest

from data.demo import truth, world
from data.demo.parameters import ROSTOV, Parameters
from data.demo.streams import Streams

CLOSE = [(2017, 2018), (2018, 2019), (2021, 2022)]


@pytest.fixture(scope="module")
def true(municipalities):
    return truth(municipalities)


def shares(results, procedure, subject="all"):
    """One row per school, a column per year: share below the threshold, ten results at least."""
    chosen = results[results["procedure"].eq(procedure) | (procedure == "all")]
    chosen = chosen[chosen["subject"].eq(subject) | (subject == "all")]
    sums = chosen.groupby(["school_id", "year"])[["participants", "below_threshold"]].sum()
    sums = sums[sums["participants"] >= 10]
    return (sums["below_threshold"] / sums["participants"]).unstack()


def correlation(wide, first, second):
    pair = wide[[first, second]].dropna().to_numpy()
    return float(np.corrcoef(pair.T)[0, 1])


def test_the_truth_holds_the_generators_own_parameters(municipalities):
    own = replace(Parameters(), effect_pp={2021: -4.0})
    told = truth(municipalities, parameters=own)
    assert told.parameters is own
    assert told.effect_pp is own.effect_pp


@pytest.mark.parametrize(
    "group", [("VPR", "all"), ("VPR", "russian"), ("EGE", "all"), ("all", "all")]
)
def test_schools_keep_their_place_from_year_to_year_as_told(results, true, group):
    wide = shares(results, *group)
    seen = np.mean([correlation(wide, *years) for years in CLOSE])
    assert seen == pytest.approx(true.reliability[group], abs=0.05)


@pytest.mark.parametrize("group", [("VPR", "all"), ("OGE", "all"), ("all", "all")])
def test_mean_share_is_as_told(results, true, group):
    assert shares(results, *group).mean().mean() == pytest.approx(true.mean_share[group], abs=0.005)


def test_without_project_reliability_over_several_seeds_is_as_told(municipalities):
    plain = Parameters(effect_pp={})
    seen, told = [], []
    works = None
    for seed in range(4):
        history = world.region(ROSTOV, municipalities, Streams(seed), plain)
        works = (history.standing.works["procedure"] == "VPR").to_numpy()
        for years in CLOSE:
            both = [history.results[year] for year in years]
            pupils = np.array([year.participants[:, works].sum(axis=1) for year in both])
            below = np.array([year.below[:, works].sum(axis=1) for year in both])
            counted = (pupils >= 10).all(axis=0)
            seen.append(np.corrcoef((below / np.maximum(pupils, 1))[:, counted])[0, 1])
        told.append(truth(municipalities, seed, plain).reliability["VPR", "all"])
    assert np.mean(seen) == pytest.approx(np.mean(told), abs=0.02)


@pytest.mark.parametrize(("year", "of_results", "after"), [(2018, 2017, 2018), (2022, 2021, 2022)])
def test_new_schools_of_a_list_improve_by_themselves(results, true, year, of_results, after):
    wide = shares(results, "all")
    new = [school for school, entry in true.first_entry.items() if entry == year]
    # The project acts from the year after entry only, so this change is chance and nothing else.
    assert (year, after, "all") not in true.realised_pp
    change = 100 * (wide[after] - wide[of_results]).loc[new].mean()
    assert change < -2 * abs(true.effect_pp[year])


def test_realised_effect_is_near_the_parameter_and_never_beyond_it(true):
    assert {cohort for cohort, _, _ in true.realised_pp} == {2017, 2018, 2019, 2021}
    for (cohort, _, procedure), change in true.realised_pp.items():
        assert true.effect_pp[cohort] - 1e-9 <= change < 0
        if procedure in {"VPR", "all"}:
            assert change == pytest.approx(true.effect_pp[cohort], abs=0.05)


def test_years_of_entry_are_those_of_the_files(status, true):
    inside = status[status["in_project"] & (status["region"] == "60")]
    assert inside.groupby("school_id")["year"].min().to_dict() == true.first_entry
