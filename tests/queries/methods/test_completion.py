"""Completion on a day against a slow recount; what is nothing is never late."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.methods import completion

START = date(2022, 1, 1)
DAYS = st.integers(0, 364).map(lambda number: START + timedelta(days=number))
EXECUTION = st.tuples(
    st.sampled_from(["M/1", "M/2", "M/3"]),
    st.integers(1, 9).map(str),
    DAYS,
    st.none() | DAYS,
    st.sampled_from([None, "", "  ", "Приказ № 4 от 01.02.2022"]),
)
COLUMNS = ["measure_id", "school_id", "due_date", "done_date", "evidence"]


def frame(rows):
    found = pd.DataFrame(rows, columns=COLUMNS).astype(object)
    return found.where(found.notna(), None)


def judged(rows, day):
    return completion.judged(frame(rows), day)


@given(st.lists(EXECUTION, max_size=30), DAYS)
def test_counts_equal_a_recount_by_hand(rows, day):
    due = done = unproved = late = ahead = 0
    for _, _, due_date, done_date, evidence in rows:
        if due_date > day:
            ahead += 1
            continue
        due += 1
        if done_date is None or done_date > day:
            late += 1
        else:
            done += 1
            unproved += evidence is None or evidence.strip() == ""
    expected = {"due": due, "done": done, "unproved": unproved, "late": late, "ahead": ahead}
    assert completion.counts(judged(rows, day)) == expected


@given(st.lists(EXECUTION, max_size=30), DAYS)
def test_parts_add_up_to_the_whole(rows, day):
    found = judged(rows, day)
    whole = completion.counts(found)
    parts = completion.by_group(found, ["measure_id"])
    assert {key: int(parts[key].sum()) for key in completion.COUNTS} == whole


def test_dates_of_a_store_count_as_those_of_python():
    rows = frame([("M/1", "1", START, START, None), ("M/1", "2", START, None, None)])
    stored = rows.assign(
        due_date=pd.to_datetime(rows["due_date"]), done_date=pd.to_datetime(rows["done_date"])
    )
    assert list(completion.judged(stored, START)["standing"]) == ["unproved", "late"]


def test_a_measure_of_two_parties_stands_with_both():
    found = judged([("M/1", "1", START, START, "акт"), ("M/2", "1", START, None, None)], START)
    named = completion.of_parties(found, [("M/1", ("школа", "куратор")), ("M/2", ("школа",))])
    rows = completion.by_group(named, ["party"]).set_index("party")
    assert rows.loc["школа", ["done", "due"]].tolist() == [1, 2]
    assert rows.loc["куратор", ["done", "due"]].tolist() == [1, 1]


PLANNED = ["measure_id", "due", "start", "dated", "at_least"]
JUNE, DECEMBER = date(2022, 6, 30), date(2022, 12, 31)


def occasions(planned, rows, day, schools=None):
    dates = pd.DataFrame(planned, columns=PLANNED)
    found = completion.occasions(dates, judged(rows, day), schools or {}, day)
    return {(row["measure_id"], row["due"]): row for row in found.to_dict("records")}


def state(rows, day=date(2022, 7, 31), dated=True, due=JUNE):
    made = occasions([("M/1", due, date(2022, 6, 1), dated, 1)], rows, day)
    return made["M/1", due]["state"]


def test_the_state_of_a_due_date_is_the_worst_of_its_marks():
    proved = ("M/1", "1", JUNE, JUNE, "акт")
    unproved = ("M/1", "2", JUNE, JUNE, None)
    late = ("M/1", "3", JUNE, None, None)
    assert state([proved]) == "proved"
    assert state([proved, unproved]) == "unproved"
    assert state([proved, unproved, late]) == "late"
    assert state([proved, late], day=date(2022, 6, 29)) == "ahead"


def test_what_nobody_marked_is_not_late():
    assert state([]) == "unmarked"
    assert state([], due=DECEMBER) == "ahead"


def test_what_nobody_marked_is_still_ahead_the_day_before_it_is_due():
    """The day is over when it is reported on: on the due date itself nobody is ahead any more."""
    assert state([], day=date(2022, 6, 29)) == "ahead"
    assert state([], day=JUNE) == "unmarked"


def test_days_of_a_schedule_are_never_late():
    for day in (date(2022, 5, 1), date(2023, 5, 1)):
        assert state([], day=day, dated=False) == "undated"


def test_a_due_date_that_only_schools_name_is_kept_and_told_apart():
    made = occasions([], [("M/9", "1", JUNE, None, None)], date(2022, 7, 1), {"M/9": 4})
    row = made["M/9", JUNE]
    assert (row["planned"], row["start"], row["marked"], row["schools"]) == (False, JUNE, 1, 4)


def test_a_due_date_that_only_schools_name_is_a_known_day_and_due_once():
    made = occasions([], [("M/9", "1", JUNE, None, None)], date(2022, 7, 1))
    assert (made["M/9", JUNE]["dated"], made["M/9", JUNE]["at_least"]) == (True, 1)


@pytest.mark.parametrize("marked", [True, False])
def test_a_due_date_of_the_map_keeps_what_the_map_says_of_it(marked):
    planned = [("M/1", JUNE, date(2022, 6, 1), False, 3), ("M/1", DECEMBER, JUNE, True, 2)]
    rows = [("M/1", "1", due, None, None) for due in (JUNE, DECEMBER) if marked]
    made = occasions(planned, rows, JUNE)
    names = ("start", "dated", "at_least", "planned")
    assert [made["M/1", JUNE][name] for name in names] == [date(2022, 6, 1), False, 3, True]
    assert [made["M/1", DECEMBER][name] for name in names] == [JUNE, True, 2, True]


def test_what_nobody_marked_has_no_marks_of_others_and_no_days_of_doing():
    planned = [("M/1", JUNE, JUNE, True, 1), ("M/2", JUNE, JUNE, True, 1)]
    made = occasions(planned, [("M/1", "1", JUNE, JUNE, "акт")], DECEMBER, {"M/1": 5})
    names = ("marked", "done", "unproved", "late", "schools")
    assert [made["M/1", JUNE][name] for name in names] == [1, 1, 0, 0, 5]
    assert [made["M/2", JUNE][name] for name in names] == [0, 0, 0, 0, 0]
    assert [made["M/1", JUNE][name] for name in ("first", "last")] == [JUNE, JUNE]
    assert [made["M/2", JUNE][name] for name in ("first", "last", "median")] == [None] * 3


def test_groups_with_most_late_come_first_then_larger_ones_then_by_name():
    amounts = {"б": (1, 1), "а": (1, 1), "в": (1, 3), "г": (2, 0), "д": (0, 9)}
    rows = [
        (group, f"{number}", JUNE, None if number < late else JUNE, None)
        for group, (late, done) in amounts.items()
        for number in range(late + done)
    ]
    found = completion.by_group(judged(rows, JUNE), ["measure_id"])
    assert found["measure_id"].tolist() == ["г", "в", "а", "б", "д"]
    assert found.index.tolist() == [0, 1, 2, 3, 4]


def test_days_of_doing_run_from_the_first_to_the_last_by_the_day():
    rows = [
        ("M/1", "1", JUNE, date(2022, 6, 5), None),
        ("M/1", "2", JUNE, date(2022, 7, 2), None),
        ("M/1", "3", JUNE, date(2022, 8, 2), None),
    ]
    made = occasions([("M/1", JUNE, date(2022, 6, 1), True, 1)], rows, date(2022, 7, 31))
    row = made["M/1", JUNE]
    assert (row["first"], row["last"]) == (date(2022, 6, 5), date(2022, 7, 2))
    assert (row["done"], row["late"]) == (2, 1)


def test_a_few_late_days_do_not_stretch_the_middle_half():
    usual = [("M/1", f"{n}", JUNE, date(2022, 6, n), None) for n in range(1, 19)]
    closed = [("M/1", f"c{n}", JUNE, DECEMBER, None) for n in range(2)]
    made = occasions([("M/1", JUNE, date(2022, 6, 1), True, 1)], usual + closed, DECEMBER)
    row = made["M/1", JUNE]
    assert row["last"] == DECEMBER
    middle = [row[name] for name in ("quarter", "median", "three_quarters")]
    assert middle == [date(2022, 6, day) for day in (5, 10, 15)]


@given(st.lists(DAYS, min_size=1, max_size=20))
def test_quartiles_are_days_of_doing_by_which_that_part_was_done(days):
    for part in completion.QUARTILES.values():
        found = completion.quantile(pd.Series(days, dtype=object), part)
        assert found in days
        assert sum(day <= found for day in days) >= part * len(days)
        assert sum(day < found for day in days) < part * len(days)


def test_no_part_of_the_days_is_done_by_the_first_of_them():
    assert completion.quantile(pd.Series([DECEMBER, JUNE], dtype=object), 0) == JUNE


def test_of_nothing_done_there_are_no_quartiles():
    assert completion.quantile(pd.Series([], dtype=object), 0.5) is None
    made = occasions([], [("M/1", "1", JUNE, None, None)], JUNE)
    assert made["M/1", JUNE]["median"] is None


@given(st.lists(EXECUTION, max_size=20), DAYS)
def test_every_execution_is_in_exactly_one_due_date(rows, day):
    made = occasions([], rows, day)
    assert sum(row["marked"] for row in made.values()) == len(rows)
    assert len(made) == len({(row[0], row[2]) for row in rows})
