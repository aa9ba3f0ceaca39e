"""The action list: signals alone order schools, and equal ones stand or fall together."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.methods.identification import NO, UNKNOWN, YES
from queries.methods.signals import SIGNALS, action_list, listing

MARKS = st.tuples(*[st.sampled_from((YES, NO, UNKNOWN))] * len(SIGNALS))


def flags(rows):
    named = [(f"s{place:03}", *marks) for place, marks in enumerate(rows)]
    return pd.DataFrame(named, columns=["school_id", *SIGNALS])


def ids(frame):
    return set(frame["school_id"])


@given(st.lists(MARKS, max_size=40), st.integers(1, 30))
def test_nobody_with_fewer_signals_goes_before_somebody_with_more(rows, visits):
    found = action_list(flags(rows), visits)
    many = {f"s{place:03}": marks.count(YES) for place, marks in enumerate(rows)}
    on, tied = ids(found.chosen), ids(found.tied)
    others = many.keys() - on - tied
    assert len(on) <= visits and not on & tied
    assert len({many[each] for each in tied}) <= 1 and all(many[each] for each in on | tied)
    if tied:
        assert len(on) < visits < len(on) + len(tied)
        assert (found.level, found.room) == (many[min(tied)], visits - len(on))
        assert min([many[each] for each in on], default=9) > found.level
        assert max([many[each] for each in others], default=0) < found.level
    elif on and any(many[each] for each in others):
        assert min(many[each] for each in on) > max(many[each] for each in others)
    elif not on:
        assert not any(many.values())


@given(st.lists(MARKS, max_size=30), st.integers(1, 20), st.randoms())
def test_the_order_and_the_names_of_schools_change_nothing(rows, visits, chance):
    order = list(range(len(rows)))
    chance.shuffle(order)
    first, second = flags(rows), flags([rows[place] for place in order])
    was = {f"s{new:03}": f"s{old:03}" for new, old in enumerate(order)}
    one, other = action_list(first, visits), action_list(second, visits)
    for name in ("chosen", "tied", "left_out"):
        renamed = {was[each] for each in ids(getattr(other, name))}
        assert ids(getattr(one, name)) == renamed
    assert (one.level, one.room, one.fewer) == (other.level, other.room, other.fewer)


@given(st.lists(MARKS, max_size=25), st.integers(1, 15))
def test_left_out_are_exactly_those_whom_more_knowledge_might_put_on_the_list(rows, visits):
    found = action_list(flags(rows), visits)
    on = ids(found.chosen) | ids(found.tied)
    for place, marks in enumerate(rows):
        school = f"s{place:03}"
        if school in on:
            continue
        known = [YES if mark == UNKNOWN else mark for mark in marks]
        better = action_list(flags([*rows[:place], known, *rows[place + 1 :]]), visits)
        rises = school in ids(better.chosen) | ids(better.tied)
        assert (school in ids(found.left_out)) == (UNKNOWN in marks and rises)


@pytest.mark.parametrize(
    ("visits", "chosen", "tied"),
    [(1, ["s000"], []), (2, ["s000"], ["s001", "s002"]), (3, ["s000", "s001", "s002"], [])],
)
def test_a_tie_at_the_cap_is_whole(visits, chosen, tied):
    rows = [(YES, YES, NO, NO), (YES, NO, NO, NO), (NO, NO, NO, YES), (NO, NO, NO, NO)]
    found = action_list(flags(rows), visits)
    assert list(found.chosen["school_id"]) == chosen and list(found.tied["school_id"]) == tied
    assert found.fewer == (2 if visits == 1 else 0)


def test_lists_running_and_returns_are_counted_by_lists_and_not_by_years():
    rows = [
        *[(year, "stays", True) for year in (2017, 2018, 2019, 2021)],
        *[(2017, "back", True), (2018, "back", False), (2019, "back", True), (2021, "back", True)],
        *[(2017, "new back", True), (2019, "new back", False), (2021, "new back", True)],
        *[(2018, "untold", True), (2021, "untold", True)],
        *[(2019, "left", True), (2021, "left", False)],
        (2021, "new", True),
    ]
    told = pd.DataFrame(rows, columns=["year", "school_id", "low_performing"])
    found = listing(told, 2021).set_index("school_id")
    assert found["low"].to_dict() == {
        **dict.fromkeys(["stays", "back", "new back", "untold", "new"], YES),
        "left": NO,
    }
    running = {"stays": 4, "back": 2, "new back": 1, "untold": 1, "left": 0, "new": 1}
    assert found["running"].to_dict() == running
    assert set(found.index[found["returned"]]) == {"new back"}
    assert listing(told, 2020).empty
