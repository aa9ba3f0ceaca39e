"""The demonstration version keeps what the blocks promise, in every region, procedure and year."""

import pandas as pd
import pytest
from sqlalchemy import select

from data import store
from data.intake.publishing.blocks import proof
from data.schema import assessment_result, result_block

PROBLEM = ["region", "procedure", "year", "measure"]


@pytest.fixture(scope="module")
def rows(whole):
    return store.fetch_arrow(store.engine(whole), select(result_block)).to_pandas()


@pytest.fixture(scope="module")
def problems(rows):
    return [problem for _, problem in rows.groupby(PROBLEM)]


def _pair(problem):
    return problem["block_municipal"].to_numpy(), problem["block_regional"].to_numpy()


def test_every_result_that_can_be_compared_is_in_the_table_once(whole, rows):
    keys = ["school_id", "year", "procedure", "grade", "subject"]
    plain = store.fetch_arrow(store.engine(whole), select(assessment_result)).to_pandas()
    plain = plain[plain["year"].ne(2020) & plain["participants"].gt(0)]
    for measure, wanted in (("below", plain), ("score", plain[plain["mean_score"].notna()])):
        own = rows[rows["measure"] == measure]
        both = own.merge(wanted, "outer", keys, indicator=True)
        assert both["_merge"].eq("both").all()
        assert both["results"].eq(both["participants"]).all()
        if measure == "below":
            assert both["below"].eq(both["below_threshold"]).all()
        else:
            points = both["mean_score"] * both["participants"]
            pd.testing.assert_series_equal(both["points"], points, check_names=False)


def test_no_cut_is_lighter_than_ten_and_nothing_is_told_but_that_nobody_is_below(problems):
    assert len(problems) == 35
    for problem in problems:
        own = problem.assign(below=problem["below"].fillna(1).clip(upper=problem["results"] - 1))
        own = problem if problem["below"].notna().all() else own
        known = proof.told(*_pair(own), own) & problem["below"].notna().to_numpy()
        assert not problem["below"][known].fillna(0).any()
        for part in (own, own[~known]):
            one, other = proof.sides(*_pair(part), part, 10)
            assert (one == other).all()


@pytest.mark.parametrize("book", ["municipal", "regional"])
def test_every_block_has_ten_results_of_a_subject_also_without_its_largest_school(rows, book):
    keys = [*PROBLEM, f"block_{book}"]
    by_school = rows.pivot_table(
        "results", [*keys, "school_id"], "subject", aggfunc="sum", fill_value=0
    )
    every = by_school.groupby(keys).sum()
    assert every.max(axis=1).min() >= 10
    rest = every.reindex(by_school.index.droplevel("school_id")).to_numpy() - by_school.to_numpy()
    least = pd.Series(rest.max(axis=1), by_school.index).groupby(keys)
    assert least.min()[least.size() > 1].min() >= 10


@pytest.mark.parametrize("book", ["municipal", "regional"])
def test_the_size_of_a_block_is_the_sum_of_its_results(rows, book):
    keys = [*PROBLEM, f"block_{book}"]
    assert rows.groupby(keys)["results"].transform("sum").eq(rows[f"of_{book}"]).all()


def test_the_region_is_whole_by_subject_locality_and_grade(rows):
    for keys in (["subject", "locality"], ["grade", "subject"], ["low_performing"]):
        groups = rows[rows["measure"] == "below"].groupby([*PROBLEM, *keys])
        for key, group in groups:
            whole = [
                group.groupby(f"block_{book}")["results"]
                .sum()
                .eq(group.groupby(f"block_{book}")[f"of_{book}"].first())
                .all()
                for book in ("municipal", "regional")
            ]
            assert any(whole), key
