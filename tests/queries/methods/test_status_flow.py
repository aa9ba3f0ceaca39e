"""The flow of statuses equals a slow recount of every school by itself, on made histories."""

import random
from collections import Counter

import pandas as pd
import pytest

from queries.methods import status_flow as flow
from queries.methods.identification import changes

YEARS = (2017, 2018, 2019, 2021, 2022)


def history(seed, schools=60):
    """Deal statuses: a school may be silent for years, begin late, end early, come and go."""
    lot, rows = random.Random(seed), []
    for number in range(schools):
        first, last = sorted(lot.choices(range(2016, 2024), k=2))
        for year in range(first, last + 1):
            if lot.random() < 0.85:
                rows.append((f"S{number:03}", year, lot.random() < 0.35))
    return pd.DataFrame(rows, columns=["school_id", "year", "low_performing"])


def recounted(rows, years):
    """Walk one school after another, year by year, in plain Python."""
    found = {}
    for school in sorted(set(rows["school_id"])):
        own = {y: bool(on) for s, y, on in rows.itertuples(index=False) if s == school}
        own = {y: on for y, on in own.items() if y <= years[-1]}
        if not any(own.values()):
            continue
        was_on = before = None
        for year in years:
            earlier = any(on for y, on in own.items() if y < year)
            if own.get(year):
                if before is not None and own.get(before):
                    state = was_on
                else:
                    state = "returned" if earlier else "listed"
                was_on = state
            elif year in own:
                state = "left" if earlier else "never"
            elif year < min(own):
                state = "not_yet"
            else:
                state = "no_more" if year > max(own) else "unknown"
            found[school, year] = state
            before = year
    return found


@pytest.mark.parametrize("seed", range(25))
def test_every_school_stands_where_a_walk_over_its_years_puts_it(seed):
    rows = history(seed)
    made = flow.standings(rows.sample(frac=1, random_state=seed), YEARS)
    got = {(row.school_id, row.year): row.state for row in made.itertuples()}
    assert got == recounted(rows, YEARS)


@pytest.mark.parametrize("seed", range(10))
def test_streams_are_the_schools_counted_one_by_one(seed):
    rows = history(seed)
    plain = recounted(rows, YEARS)
    schools = {school for school, _ in plain}
    wanted = Counter(
        (year, plain[school, year], then, plain[school, then])
        for school in schools
        for year, then in zip(YEARS, YEARS[1:], strict=False)
    )
    counted = flow.streams(flow.moves(flow.standings(rows, YEARS)))
    got = {tuple(row[:4]): row[4] for row in counted.itertuples(index=False)}
    assert got == wanted
    assert counted.groupby("year")["schools"].sum().eq(len(schools)).all()


@pytest.mark.parametrize("seed", range(10))
def test_two_lists_differ_as_the_list_of_changes_says(seed):
    rows = history(seed)
    moved = flow.moves(flow.standings(rows, YEARS))
    for year, then in zip(YEARS, YEARS[1:], strict=False):
        on = rows[rows["low_performing"]]
        lists = on.groupby("year")["school_id"].agg(set).to_dict()
        ever = set().union(*(lists[each] for each in lists if each < then and each != year))
        parts = changes(lists.get(year, set()), lists.get(then, set()), ever)
        pair = moved[moved["year"].eq(year)]
        was, now = pair["state"].isin(flow.ON_LIST), pair["became"].isin(flow.ON_LIST)
        assert sorted(pair.loc[was & now, "school_id"]) == parts["stayed"]
        assert sorted(pair.loc[was & ~now, "school_id"]) == parts["left"]
        came = sorted([*parts["entered"], *parts["returned"]])
        assert sorted(pair.loc[~was & now, "school_id"]) == came


def test_nothing_is_made_of_nothing():
    empty = history(0).iloc[:0]
    assert flow.standings(empty, YEARS).empty
    assert flow.streams(flow.moves(flow.standings(empty, YEARS))).empty
    assert flow.standings(history(1), ()).empty
