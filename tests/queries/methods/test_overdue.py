"""Days late against a slow recount, and every kind of nothing told from being late."""

from datetime import date, timedelta

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from queries.methods import completion, overdue

START = date(2022, 1, 1)
DAYS = st.integers(0, 364).map(lambda number: START + timedelta(days=number))
EXECUTION = st.tuples(
    st.sampled_from(["M/1", "M/2"]), st.integers(1, 9).map(str), DAYS, st.none() | DAYS
)


def judged(rows, day):
    columns = ["measure_id", "school_id", "due_date", "done_date"]
    found = pd.DataFrame(rows, columns=columns).astype(object)
    found = found.where(found.notna(), None).assign(evidence=None)
    names = {"school": "школа " + found["school_id"], "municipality": "район"}
    return completion.judged(found.assign(**names), day)


@given(st.lists(EXECUTION, max_size=30), DAYS)
def test_days_late_equal_a_recount_by_hand_and_the_oldest_come_first(rows, day):
    expected = sorted(
        (
            (day - due).days
            for _, _, due, done in rows
            if due <= day and (done is None or done > day)
        ),
        reverse=True,
    )
    assert list(overdue.by_age(judged(rows, day), day)["days_late"]) == expected


def test_what_is_due_on_the_day_is_late_by_no_day():
    found = overdue.by_age(judged([("M/1", "1", START, None)], START), START)
    assert list(found["days_late"]) == [0]


LISTED = pd.DataFrame(
    [
        ("1", "60000001", "Азовский район", "школа 1"),
        ("2", "60000002", "Белый район", "школа 2"),
        ("3", "60000003", "Верхний район", "школа 3"),
        ("4", "60000001", "Азовский район", "школа 4"),
    ],
    columns=["school_id", "oktmo", "municipality", "name"],
)
REPORTED = pd.DataFrame([("60000001", True), ("60000002", False)], columns=["oktmo", "reported"])


def test_silence_is_no_map_unless_the_municipality_said_that_it_does_not_report():
    found = overdue.unmarked(LISTED, {"4"}, REPORTED)
    assert dict(zip(found["school_id"], found["state"], strict=True)) == {
        "1": "no_map",
        "2": "not_reported",
        "3": "no_map",
    }


def test_schools_with_marks_are_never_silent():
    assert overdue.unmarked(LISTED, set(LISTED["school_id"]), REPORTED).empty


def test_measures_without_a_day_are_told_unless_schools_gave_them_one():
    kinds = ["refused", "on_demand", "by_schedule", "by_schedule", "once", "never"]
    measures = pd.DataFrame({"measure_id": list("abcdef"), "kind": kinds})
    occasions = pd.DataFrame(
        [("c", False, 0), ("d", False, 3), ("e", True, 0)],
        columns=["measure_id", "dated", "marked"],
    )
    assert list(overdue.undated(measures, occasions)["measure_id"]) == ["a", "b", "c", "f"]
