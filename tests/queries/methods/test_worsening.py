"""Schools that got worse are found, and in worlds without a change hardly any is named."""

import numpy as np
import pandas as pd
import pytest

from queries.methods.identification import NO, UNKNOWN, YES
from queries.methods.worsening import worsening


def world(rng, schools=400, worse=(), passing=0.35, years=(2021, 2022), procedure="VPR"):
    """Draw results: a lasting level, luck of the school's year, of pupils; `worse`: +2 logits."""
    level = rng.normal(-2.3, 0.5, schools)
    sizes = rng.integers(15, 400, schools)
    rows = []
    for year in years:
        logit = level + rng.normal(0, passing, schools)
        logit[list(worse)] += 2.0 * (year == years[-1])
        below = rng.binomial(sizes, 1 / (1 + np.exp(-logit)))
        rows += [
            (f"s{place:03}", year, procedure, n, x)
            for place, (n, x) in enumerate(zip(sizes, below, strict=True))
        ]
    return pd.DataFrame(rows, columns=["school_id", "year", "procedure", "participants", "below"])


@pytest.mark.parametrize("passing", [0.0, 0.2, 0.35, 0.5])
def test_chance_alone_names_about_one_school_of_a_region(passing):
    rng = np.random.default_rng(7)
    named = [
        worsening(world(rng, passing=passing), 2022, (), 10)["worse"].eq(YES).sum()
        for _ in range(60)
    ]
    assert np.mean(named) < 2


def test_more_than_half_of_schools_that_got_much_worse_are_found():
    rng, found = np.random.default_rng(8), []
    for _ in range(40):
        told = worsening(world(rng, worse=range(5)), 2022, (), 10).set_index("school_id")
        found += list(told.loc[[f"s{place:03}" for place in range(5)], "worse"].eq(YES))
    assert np.mean(found) > 0.5


def test_what_cannot_be_known_is_told_with_its_reason():
    rng = np.random.default_rng(9)
    rows = world(rng)
    rows.loc[rows["school_id"].eq("s001") & rows["year"].eq(2021), ["participants", "below"]] = 9, 1
    rows = rows[~(rows["school_id"].eq("s002") & rows["year"].eq(2022))]
    rows = rows[~(rows["school_id"].eq("s003") & rows["year"].eq(2021))]
    told = worsening(rows, 2022, (), 10).set_index("school_id")
    assert told.loc["s000", "why"] == "" and told.loc["s000", "worse"] in (YES, NO)
    assert told.loc[["s001", "s002", "s003"], "worse"].eq(UNKNOWN).all()
    assert list(told.loc[["s001", "s002", "s003"], "why"]) == ["small", "no_results", "small"]
    broken = worsening(rows, 2022, {("VPR", 2022)}, 10)
    assert set(broken["why"]) == {"not_comparable", "no_results"}
    few = worsening(rows[rows["school_id"].lt("s040")], 2022, (), 10)
    assert "few_schools" in set(few["why"]) and not few["worse"].ge(NO).any()
    assert worsening(rows.iloc[:0], 2022, (), 10).empty


def test_one_procedure_that_tells_is_enough():
    rng = np.random.default_rng(10)
    both = pd.concat([world(rng), world(rng, procedure="OGE", years=(2019, 2022))])
    told = worsening(both, 2022, {("OGE", 2021)}, 10)
    assert told["procedure"].eq("VPR").all() and told["why"].eq("").all()
    assert told["before"].eq(2021).all() and len(told) == 400
