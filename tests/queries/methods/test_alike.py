"""How alike pupils of one school are: against sums school by school, and worlds that are known."""

import numpy as np
import pandas as pd
import pytest

from queries.methods.alike import AMOUNTS, LEAST_FREEDOM, columns, independent
from tests.queries.methods.marks_worlds import World, drawn, summed


def schools(*places):
    """One row per school from the (results, below) of each municipality's schools."""
    return pd.DataFrame(
        [(place, m, x) for place, own in enumerate(places) for m, x in own],
        columns=["place", "results", "below"],
    )


def found(rows):
    whole = columns(rows, np.full(len(rows), True))
    return whole, independent(rows, whole)


FORTY = [[(30, 3)] * 20, [(30, 3)] * 20]


def test_schools_that_are_all_the_same_say_that_results_are_independent():
    whole, results = found(summed(schools(*FORTY)))
    assert whole.likeness.tolist() == [0, 0]
    assert results.own.tolist() == [600, 600]
    assert results.against == pytest.approx([1200, 1200])


def test_schools_of_all_or_none_count_as_one_result_each():
    whole, results = found(summed(schools(*[[(30, 0), (30, 30)] * 10] * 2)))
    assert whole.likeness.tolist() == [1, 1]
    assert results.own == pytest.approx([20, 20])


def test_differences_between_municipalities_are_not_taken_for_those_between_schools():
    whole, _ = found(summed(schools([(30, 3)] * 20, [(30, 15)] * 20)))
    assert whole.likeness.tolist() == [0, 0]


@pytest.mark.parametrize("likeness", [0.0, 0.02, 0.1])
def test_the_likeness_of_a_world_is_found(likeness):
    """Beta-binomial schools have a known correlation of two results."""
    random = np.random.default_rng(1)
    sizes = random.integers(2, 120, (60, 30))
    by = max(1 / max(likeness, 1e-9) - 1, 1e-9)
    shares = random.beta(0.1 * by, 0.9 * by, sizes.shape)
    counts = random.binomial(sizes, shares)
    rows = summed(
        schools(*[list(zip(*own, strict=True)) for own in zip(sizes, counts, strict=True)])
    )
    assert found(rows)[0].likeness[0] == pytest.approx(likeness, abs=0.1 * likeness + 0.002)


def test_differences_vary_as_much_as_the_independent_results_say():
    """Over worlds without any difference, in municipalities of every size; rounding makes them
    rather fewer than more."""
    ratios = []
    for seed in range(200):
        rows = summed(drawn(World(spread=0.47, share=0.1), seed))
        whole, results = found(rows)
        share, of_all = rows["numerator"] / rows["denominator"], whole.share
        ratios.append((share - of_all) ** 2 * results.against / (of_all * (1 - of_all)))
    every = np.array(ratios)
    assert 0.9 < every.mean() < 1.02


def test_no_school_can_be_worked_out_of_what_is_shown():
    """One pupil more or less in a hidden school leaves the limits of all others as they are."""
    rows = schools(*FORTY, [(12, 1), (9, 2), (40, 11), (31, 0)])
    before = found(summed(rows))
    rows.loc[len(rows) - 1, "below"] = 1
    after = found(summed(rows))
    assert before[0].likeness.tolist() == after[0].likeness.tolist()
    assert before[1].own.tolist() == after[1].own.tolist()
    for amounts in (before[0].likeness, before[0].unevenness):
        assert [float(f"{amount:.1e}") for amount in amounts] == pytest.approx(amounts.tolist())


def test_fewer_schools_than_can_tell_give_no_number():
    few = [(30, 3), (30, 9)] * (LEAST_FREEDOM // 2)
    assert np.isnan(found(summed(schools(few, [(50, 5)])))[0].likeness).all()
    whole, results = found(summed(schools([*few, (30, 3)], [(50, 5)])))
    assert not np.isnan(whole.likeness).any() and not np.isnan(results.against).any()


def test_a_municipality_without_a_rest_has_nothing_to_differ_from():
    _, results = found(summed(schools([(30, 3), (30, 9)] * 8)))
    assert not np.isnan(results.own).any() and np.isnan(results.against).all()


def test_what_is_not_known_is_left_out_and_has_no_number():
    rows = summed(schools(*FORTY))
    more = pd.concat([rows, rows.assign(numerator=np.nan, denominator=np.nan, schools=np.nan)])
    whole, results = found(more)
    assert whole.results.tolist() == [1200] * 4
    assert np.isnan(results.own).tolist() == [False, False, True, True]


def test_columns_are_added_up_each_by_itself():
    one, other = summed(schools(*FORTY)), summed(schools([(30, 0), (30, 30)] * 10, [(9, 1)] * 5))
    both = pd.concat([one, other.assign(column="other")])
    whole, results = found(both)
    assert whole.likeness.tolist() == [*found(one)[0].likeness, *found(other)[0].likeness]
    assert results.own.tolist() == [*found(one)[1].own, *found(other)[1].own]


def test_no_rows_are_no_numbers():
    rows = summed(schools(*FORTY)).iloc[:0]
    assert len(found(rows)[1].against) == 0
    assert {*AMOUNTS} <= set(rows.columns)
