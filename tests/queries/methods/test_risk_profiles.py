"""Profiles of two stages, against a slow recount of drawn schools in which every state occurs."""

import random
from collections import Counter

import pandas as pd
import pytest

from queries.methods import risk_profiles as method

FACTORS = ("RF-A", "RF-B", "RF-C", "RF-D")
SCHOOLS = [f"s{number:03d}" for number in range(120)]
PLACES = pd.Series({school: f"m{int(school[1:]) % 17:02d}" for school in SCHOOLS})
WORSE_FIRST = {"high": 3, "medium": 2, "low": 1}


def drawn(seed, surveyed):
    """Profiles of a part of the schools, each with one to three factors."""
    chance, told = random.Random(seed), {}
    for school in SCHOOLS:
        if chance.random() < surveyed:
            found = chance.sample(FACTORS, chance.randint(1, 3))
            told[school] = {factor: chance.choice(method.LEVELS) for factor in found}
    return told


NOW, BEFORE = drawn(1, 0.8), drawn(2, 0.7)


def frame(told):
    rows = [(school, factor, level) for school in told for factor, level in told[school].items()]
    return pd.DataFrame(rows, columns=["school_id", "risk_factor", "level"])


@pytest.fixture(scope="module")
def found():
    return method.cells(SCHOOLS, FACTORS, frame(NOW), frame(BEFORE))


def expected(school, factor):
    """What happened to a factor at a school, in words of its own."""
    now, before = NOW.get(school), BEFORE.get(school)
    if now is None or before is None:
        if now and factor in now:
            return "first"
        return "not_now" if before and factor in before else "absent"
    if factor in now and factor in before:
        step = WORSE_FIRST[now[factor]] - WORSE_FIRST[before[factor]]
        return "worse" if step > 0 else "better" if step < 0 else "same"
    return "appeared" if factor in now else "gone" if factor in before else "absent"


def test_every_school_and_factor_has_its_level_and_its_change(found):
    assert len(found) == len(SCHOOLS) * len(FACTORS)
    for row in found.itertuples():
        told = NOW.get(row.school_id)
        level = "unknown" if told is None else told.get(row.risk_factor, "none")
        assert row.level == level
        assert row.change == expected(row.school_id, row.risk_factor)
    assert set(found["change"]) == {*method.CHANGES, "first", "not_now", "absent"}


def test_totals_by_factor_add_up_and_the_most_frequent_stands_first(found):
    rows = method.by_factor(found, FACTORS)
    for row in rows.to_dict("records"):
        levels = Counter(
            told[row["risk_factor"]] for told in NOW.values() if row["risk_factor"] in told
        )
        assert {level: row[level] for level in method.LEVELS} == {
            level: levels[level] for level in method.LEVELS
        }
        changes = Counter(expected(school, row["risk_factor"]) for school in SCHOOLS)
        assert all(row[name] == changes[name] for name in method.CHANGES)
        assert row["found"] == levels.total() and row["surveyed"] == len(NOW)
    assert list(rows["found"]) == sorted(rows["found"], reverse=True)


def test_of_every_municipality_the_most_frequent_factors_are_named_with_their_ties(found):
    rows = method.by_place(found, PLACES).set_index("oktmo")
    for place in sorted(set(PLACES)):
        here = [school for school in SCHOOLS if PLACES[school] == place]
        told = [NOW[school] for school in here if school in NOW]
        counts = {factor: sum(factor in each for each in told) for factor in FACTORS}
        most = max(counts.values())
        row = rows.loc[place]
        assert (row["asked"], row["surveyed"], row["most"]) == (len(here), len(told), most)
        assert row["high"] == sum("high" in each.values() for each in told)
        named = {factor for factor in FACTORS if counts[factor] == most and most}
        assert set(row["factors"]) == named
    assert any(len(each) > 1 for each in rows["factors"])


def test_nobody_asked_is_a_frame_without_rows():
    nothing = method.cells([], FACTORS, frame({}), frame({}))
    assert nothing.empty and method.by_place(nothing, PLACES).empty
    assert list(method.by_factor(nothing, FACTORS)["found"]) == [0] * len(FACTORS)


@pytest.mark.parametrize("state", method.STATES)
def test_a_factor_that_stays_as_it_was_has_not_changed(state):
    known = state in method.LEVELS
    assert method.change(state, state) == ("same" if known else "absent")
