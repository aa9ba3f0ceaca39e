"""What a cell is and how it stands against the rest of the region, by cases worked by hand."""

import math

import numpy as np
import pytest

from queries.methods.alike import AMOUNTS
from queries.methods.comparison import compared, whole
from queries.methods.intervals import wilson


def rate(numerator, denominator, **more):
    return {"numerator": numerator, "denominator": denominator, "schools": 3} | more


def full(numerator, denominator, **more):
    return rate(numerator, denominator, kind="coverage", column="IND-03", direction="higher") | more


def verdicts(cells, rules, *rows, **common):
    return compared(cells(*rows, **common), rules)["verdict"].tolist()


def test_a_share_clearly_above_the_rest_is_worse_and_below_better(cells, rules):
    rows = (rate(30, 100), rate(10, 100), rate(40, 200))
    assert verdicts(cells, rules, *rows) == ["worse", "better", "same"]


def test_where_more_is_better_the_verdicts_turn_round(cells, rules):
    rows = (rate(30, 100), rate(10, 100), rate(40, 200))
    assert verdicts(cells, rules, *rows, direction="higher") == ["better", "worse", "same"]


def test_a_context_indicator_is_neither_better_nor_worse_nor_called_the_same(cells, rules):
    rows = (rate(30, 100), rate(10, 100), rate(40, 200))
    found = verdicts(cells, rules, *rows, direction="context")
    assert found == ["not_compared", "not_compared", "same"]


def beyond(part, total, rest, rest_total):
    """How many standard errors a share lies from the rest's, both shares taken for the pooled."""
    pooled = (part + rest) / (total + rest_total)
    error = math.sqrt(pooled * (1 - pooled) * (1 / total + 1 / rest_total))
    return abs(part / total - rest / rest_total) / error


def test_a_share_is_compared_with_the_rest_not_with_the_whole_that_contains_it(cells, rules):
    """60 of 400 differs from 40 of the other 400, not from 100 of all 800."""
    assert beyond(60, 400, 40, 400) > 1.96 > beyond(60, 400, 100, 800)
    rows = (rate(60, 400), rate(20, 200), rate(20, 200))
    assert verdicts(cells, rules, *rows) == ["worse", "same", "same"]


def test_the_rest_contains_what_is_hidden(cells, rules):
    """Hiding a number from readers does not make it vanish from the region."""
    hidden = (rate(9, 9, shown=False), rate(9, 12, shown=False))
    rows = (*hidden, rate(15, 100), rate(10, 100))
    found = compared(cells(*rows), rules)
    assert found["state"].tolist() == ["suppressed", "suppressed", "counted", "counted"]
    assert beyond(10, 100, 33, 121) > 1.96 > beyond(10, 100, 15, 100)
    assert found["verdict"].tolist()[3] == "better"


ALIKE = {"within": 40000.0, "apart": 900.0, "together": 90000.0, "sizes": 100000.0}
"""Sums of schools of which a third of all that can be alike is alike."""


def test_where_pupils_of_a_school_are_alike_the_same_shares_do_not_differ(cells, rules):
    rows = (rate(130, 1000), rate(90, 1000), rate(210, 2000))
    assert verdicts(cells, rules, *rows)[:2] == ["worse", "better"]
    assert verdicts(cells, rules, *rows, **ALIKE) == ["same"] * 3


def test_the_interval_is_of_as_many_results_as_are_independent(cells, rules):
    rows = (rate(130, 1000), rate(90, 1000), rate(210, 2000))
    free, alike = (compared(cells(*rows, **sums), rules) for sums in ({}, ALIKE))
    wider = (alike["high"] - alike["low"]) / (free["high"] - free["low"])
    assert wider.between(10, 30).all()
    assert alike["share"].tolist() == free["share"].tolist()


def test_too_few_schools_to_tell_how_alike_they_are_give_no_verdict_and_no_interval(cells, rules):
    rows = (rate(130, 1000), rate(90, 1000))
    assert set(verdicts(cells, rules, *rows, freedom=9)) == {"not_compared"}
    assert compared(cells(*rows, freedom=9), rules)[["low", "high"]].isna().all(axis=None)
    assert set(verdicts(cells, rules, *rows, freedom=10)) == {"worse", "better"}


def test_columns_are_compared_each_by_itself(cells, rules):
    rows = [rate(30, 100, column="2021"), rate(10, 100, column="2021")]
    rows += [rate(10, 100, column="2022"), rate(10, 100, column="2022")]
    assert verdicts(cells, rules, *rows) == ["worse", "better", "same", "same"]


@pytest.mark.parametrize(
    "rows",
    [
        (rate(30, 100),),
        (rate(30, 100), rate(None, None)),
        (rate(30, 100), rate(0, 0)),
        (full(1, 100), full(99, 100)),
        (rate(None, None, kind="value", value=10.0), rate(None, None, kind="value", value=99.0)),
    ],
    ids=["one municipality", "the only one with data", "no results", "coverage", "values"],
)
def test_nothing_is_said_where_there_is_nothing_to_compare(cells, rules, rows):
    assert set(verdicts(cells, rules, *rows)) == {"not_compared"}


def test_shares_and_limits_are_per_cent(cells, rules):
    found = compared(cells(rate(30, 100), rate(10, 100)), rules)
    low, high = wilson([30, 10], [100, 100], 0.95)
    assert found["share"].tolist() == [30, 10]
    assert found["low"].tolist() == pytest.approx(100 * low)
    assert found["high"].tolist() == pytest.approx(100 * high)


def test_full_counts_and_values_carry_no_interval(cells, rules):
    rows = (full(3, 4), rate(None, None, kind="value", column="IND-21", value=92.5))
    found = compared(cells(*rows), rules)
    assert found["share"].tolist() == [75, 92.5]
    assert found[["low", "high"]].isna().all(axis=None)
    assert found["state"].tolist() == ["counted", "value"]


@pytest.mark.parametrize("kind", ["pupil_rate", "coverage"])
def test_the_ways_of_having_nothing_stay_apart(cells, rules, kind):
    rows = [rate(None, None, reported=said) for said in (True, False, None)]
    rows.append(rate(0, 0, reported=True))
    found = compared(cells(*rows, kind=kind), rules)
    assert found["state"].tolist() == ["no_schools", "not_reported", "no_data", "no_schools"]
    assert found["share"].isna().all()


def test_a_value_not_published_is_no_data_whatever_was_reported(cells, rules):
    rows = [rate(None, None, kind="value", reported=said) for said in (True, False, None)]
    assert set(compared(cells(*rows), rules)["state"]) == {"no_data"}


def test_a_part_of_an_unknown_whole_is_counted_without_a_share(cells, rules):
    found = compared(cells(full(2, None), full(0, None, reported=None)), rules)
    assert found["state"].tolist() == ["counted", "no_data"]
    assert found["numerator"].tolist()[0] == 2
    assert found["share"].isna().all()
    assert not found["muted"].any()


@pytest.mark.parametrize(
    "row",
    [
        rate(30, 100),
        rate(3, 9, shown=False),
        rate(None, None, reported=False),
        rate(None, None, kind="value", value=92.5),
    ],
)
def test_a_break_wins_over_everything_and_shows_no_number(cells, rules, row):
    """Not even small groups: a broken year is hidden from the files too."""
    found = compared(cells(row, rate(10, 100), broken=True), rules)
    assert set(found["state"]) == {"break"}
    assert set(found["verdict"]) == {"not_compared"}
    numbers = ["numerator", "denominator", "schools", "share", "low", "high", "value"]
    assert found[numbers].isna().all(axis=None)
    assert not found["muted"].any()


def test_a_value_beside_a_count_is_not_taken_for_its_share(cells, rules):
    rows = (
        full(None, None, value=50.0, reported=False),
        rate(3, 8, value=50.0, shown=False),
        rate(9, 90),
    )
    found = compared(cells(*rows), rules)
    assert found["state"].tolist()[:2] == ["not_reported", "suppressed"]
    assert found["share"].tolist()[:2] == pytest.approx([np.nan, np.nan], nan_ok=True)
    assert np.isnan(found["value"][1])


def test_colour_is_muted_for_fewer_than_five_schools_of_a_full_count_only(cells, rules):
    rows = (full(1, 4), full(1, 5), full(None, None), rate(1, 12), rate(30, 300))
    found = compared(cells(*rows), rules)
    assert found["muted"].tolist() == [True, False, False, False, False]


def test_what_may_not_be_shown_is_hidden_whole(cells, rules):
    found = compared(cells(rate(40, 120, shown=False), rate(9, 90), rate(1, 9)), rules)
    assert found["state"].tolist() == ["suppressed", "counted", "counted"]
    hidden = found[found["state"].eq("suppressed")]
    numbers = ["numerator", "denominator", "schools", "share", "low", "high", "value"]
    assert hidden[numbers].isna().all(axis=None)
    assert set(hidden["verdict"]) == {"not_compared"}


def test_what_decides_about_hiding_does_not_leave_with_the_cells(cells, rules):
    found = compared(cells(rate(3, 9, shown=False), rate(9, 90)), rules)
    assert not {"shown", "region_shown", *AMOUNTS} & set(found.columns)


def test_full_counts_of_few_schools_are_not_hidden(cells, rules):
    assert compared(cells(full(1, 2), full(0, 1)), rules)["state"].tolist() == ["counted"] * 2


def test_no_cells_give_no_cells(cells, rules):
    frame = cells(rate(1, 20)).iloc[:0]
    assert compared(frame, rules).empty
    assert whole(frame, "60", "Region").empty


def test_the_rows_given_are_not_changed(cells, rules):
    frame = cells(rate(3, 9), rate(9, 90))
    before = frame.copy()
    compared(frame, rules)
    whole(frame, "60", "Region")
    assert frame.equals(before)


def test_the_region_is_the_sum_of_its_municipalities(cells, rules):
    frame = cells(
        rate(30, 100, column="2021"),
        rate(10, 60, column="2021"),
        rate(None, None, column="2021"),
        rate(5, 50, column="2022"),
        rate(None, None, column="2022", reported=False),
    )
    region = whole(frame, "60", "Region")
    assert region.columns.tolist() == frame.columns.tolist()
    assert region["column"].tolist() == ["2021", "2022"]
    assert region["numerator"].tolist() == [40, 5]
    assert region["denominator"].tolist() == [160, 50]
    assert region["schools"].tolist() == [9, 6]
    assert set(region["oktmo"]) == {"60"}
    found = compared(region, rules)
    assert found["share"].tolist() == [25, 10]
    assert set(found["verdict"]) == {"not_compared"}


def test_the_region_contains_its_hidden_municipalities(cells, rules):
    frame = cells(rate(3, 9, shown=False), rate(4, 12, shown=False), rate(9, 90))
    region = compared(whole(frame, "60", "Region"), rules)
    assert region[["numerator", "denominator"]].to_numpy().tolist() == [[16, 111]]


def test_a_region_that_may_not_be_shown_is_hidden_whatever_its_municipalities(cells, rules):
    frame = cells(rate(10, 40), rate(1, 5, shown=False), region_shown=False)
    assert compared(whole(frame, "60", "Region"), rules)["state"].tolist() == ["suppressed"]


def test_one_unknown_whole_makes_the_whole_of_the_region_unknown(cells, rules):
    """Two of ten and five of nobody knows how many are not seven of ten."""
    region = compared(whole(cells(full(2, 10), full(5, None)), "60", "Region"), rules)
    assert region["numerator"].tolist() == [7]
    assert region["share"].isna().all()
    region = whole(cells(full(2, 10), full(0, None), full(None, None)), "60", "Region")
    assert region["denominator"].tolist() == [10]


@pytest.mark.parametrize(
    ("reports", "state"),
    [
        ([False, True, None], "no_schools"),
        ([False, None], "not_reported"),
        ([None, None], "no_data"),
    ],
)
def test_the_region_has_nothing_for_the_best_reason_of_its_municipalities(
    cells, rules, reports, state
):
    frame = cells(*[rate(None, None, reported=said) for said in reports])
    assert compared(whole(frame, "60", "Region"), rules)["state"].tolist() == [state]


def test_a_published_value_has_no_region(cells, rules):
    frame = cells(rate(None, None, value=90.0), rate(None, None, value=95.0), kind="value")
    assert compared(whole(frame, "60", "Region"), rules)["state"].tolist() == ["no_data"]
