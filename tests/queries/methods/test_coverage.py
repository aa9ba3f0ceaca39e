"""Who has a mentor on a day, against plain loops over the pairs."""

import calendar
import datetime as dt
from collections import Counter
from typing import NamedTuple

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.methods.coverage import (
    STANDINGS,
    by_form,
    by_group,
    counting,
    in_force,
    month_ends,
    over_months,
    standings,
)

LISTED, UNLISTED = ["s1", "s2", "s3", "s4"], ["s8", "s9"]
DAYS = [dt.date(2022, 2, 26) + dt.timedelta(number) for number in range(6)]


class Pair(NamedTuple):
    mentee: str
    mentor: str
    form: str
    start: dt.date
    end: dt.date | None
    entitled: bool


@st.composite
def one_pair(draw):
    """A pair of few schools and few days, so that it often meets itself and the day asked for."""
    start = draw(st.sampled_from(DAYS))
    ends = [day for day in DAYS if day >= start]
    return Pair(
        draw(st.sampled_from(LISTED + UNLISTED)),
        draw(st.sampled_from(["m1", "m2"])),
        draw(st.sampled_from(["school_school", "teacher_teacher"])),
        start,
        draw(st.none() | st.sampled_from(ends)),
        draw(st.booleans()),
    )


some_pairs, some_day = st.lists(one_pair(), max_size=9), st.sampled_from(DAYS)


def frame(pairs):
    """The pairs as the question answers them, in the order given."""
    found = pd.DataFrame(pairs, columns=Pair._fields).rename(
        columns={"mentee": "mentee_id", "mentor": "mentor_id"}
    )
    dates = {f"{side}_date": pd.to_datetime(found[side]) for side in ("start", "end")}
    return found.drop(columns=["start", "end"]).assign(**dates)


def schools():
    return pd.DataFrame({"school_id": LISTED, "place": ["a", "b", "a", "b"]})


def holds(pair, day):
    return pair.start <= day and (pair.end is None or day <= pair.end)


def counts(pair, day):
    return holds(pair, day) and pair.entitled


def standing(school, pairs, day):
    own = [pair for pair in pairs if pair.mentee == school and pair.start <= day]
    if any(counts(pair, day) for pair in own):
        return "covered"
    if any(holds(pair, day) for pair in own):
        return "not_entitled"
    return "ended" if own else "never"


@given(some_pairs, some_day)
@settings(deadline=None)
def test_a_pair_is_in_force_from_its_first_day_through_its_last(pairs, day):
    expected = [number for number, pair in enumerate(pairs) if holds(pair, day)]
    assert list(in_force(frame(pairs), day).index) == expected


@given(some_pairs, some_day)
@settings(deadline=None)
def test_a_mentee_and_a_mentor_count_once_whatever_their_forms(pairs, day):
    found = counting(frame(pairs), day)
    told = list(zip(found["mentee_id"], found["mentor_id"], strict=True))
    assert sorted(told) == sorted({(p.mentee, p.mentor) for p in pairs if counts(p, day)})


@given(some_pairs, some_day)
@settings(deadline=None)
def test_each_school_stands_where_its_strongest_pair_puts_it(pairs, day):
    found = standings(schools(), frame(pairs), day)
    assert list(found) == [standing(school, pairs, day) for school in LISTED]


@given(some_pairs, some_day)
@settings(deadline=None)
def test_a_group_adds_up_its_schools_and_the_most_uncovered_comes_first(pairs, day):
    listed = schools()
    found = by_group(listed.assign(standing=standings(listed, frame(pairs), day)), "place")
    expected = []
    for place in ("a", "b"):
        names = [name for name, where in zip(LISTED, "abab", strict=True) if where == place]
        stand = Counter(standing(name, pairs, day) for name in names)
        row = {"place": place} | {name: stand[name] for name in STANDINGS}
        expected.append(row | {"schools": 2, "uncovered": 2 - stand["covered"]})
    expected.sort(key=lambda row: (-row["uncovered"], row["place"]))
    assert found.to_dict("records") == expected


@given(some_pairs, some_day)
@settings(deadline=None)
def test_a_form_counts_its_pairs_and_the_schools_of_the_list_that_it_covers(pairs, day):
    named = {(p.form, p.mentee, p.mentor) for p in pairs if counts(p, day) and p.mentee in LISTED}
    expected = []
    for form in {form for form, _, _ in named}:
        own = [(mentee, mentor) for found, mentee, mentor in named if found == form]
        covered = {mentee for mentee, _ in own}
        expected.append({"form": form, "pairs": len(own), "schools": len(covered)})
    expected.sort(key=lambda row: (-row["schools"], row["form"]))
    assert by_form(schools(), frame(pairs), day).to_dict("records") == expected


@given(some_pairs)
@settings(deadline=None)
def test_over_the_months_the_list_of_schools_stays_the_same(pairs):
    found = over_months(schools(), frame(pairs), DAYS)
    assert list(found.index.date) == DAYS
    assert list(found) == [
        sum(standing(school, pairs, day) == "covered" for school in LISTED) for day in DAYS
    ]


@given(st.dates(dt.date(2019, 1, 1), dt.date(2025, 12, 31)), st.integers(1, 30))
@settings(deadline=None)
def test_months_end_on_their_last_days_and_the_last_one_on_the_day_itself(day, count):
    expected, year, month = [day], day.year, day.month
    while len(expected) < count:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        expected.insert(0, dt.date(year, month, calendar.monthrange(year, month)[1]))
    assert month_ends(day, count) == expected


@pytest.mark.parametrize(
    ("day", "where"),
    list(zip(DAYS, ("never", "covered", "covered", "ended"), strict=False)),
)
def test_the_first_and_the_last_day_of_a_pair_are_its_own(day, where):
    pair = Pair("s1", "m1", "school_school", DAYS[1], DAYS[2], True)
    assert standings(schools(), frame([pair]), day)[0] == where


def test_without_any_pair_nobody_was_ever_covered():
    none, listed = frame([]), schools()
    assert list(standings(listed, none, DAYS[0])) == ["never"] * 4
    assert counting(none, DAYS[0]).empty and by_form(listed, none, DAYS[0]).empty
    assert list(over_months(listed, none, DAYS[:2])) == [0, 0]


def test_without_any_school_there_is_no_group():
    nobody = schools().head(0).assign(standing=pd.Series(dtype=object))
    assert by_group(nobody, "place").empty
    assert list(over_months(nobody, frame([]), DAYS[:1])) == [0]


def test_the_numbers_of_rows_given_do_not_matter():
    pair = Pair("s3", "m1", "school_school", DAYS[0], None, True)
    found = standings(schools().set_axis([7, 3, 5, 1]), frame([pair]), DAYS[0])
    assert found.to_dict() == {7: "never", 3: "never", 5: "covered", 1: "never"}
