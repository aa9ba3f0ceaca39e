"""Sums over schools of how far their results move together, against sums school by school."""

from collections import defaultdict
from dataclasses import replace

import pytest

from queries import cells, cohorts
from queries.methods.alike import AMOUNTS
from queries.view import View

ROSTOV = View("60", 2022, 2017, indicator="IND-07-OGE")
VIEWS = {
    "Rostov": ROSTOV,
    "Chelyabinsk, EGE": View("75", 2022, 2021, indicator="IND-07-EGE"),
    "rural": replace(ROSTOV, schools="rural"),
    "a cohort": replace(ROSTOV, cohort=2021),
    "one municipality alone": View("65", 2022, 2019, indicator="IND-07-OGE"),
}


def by_hand(places):
    """The sums over municipalities, each a list of (below, results) of its schools."""
    sums = dict.fromkeys(AMOUNTS, 0)
    for own in places:
        results, below = sum(m for _, m in own), sum(x for x, _ in own)
        squares = sum(m * m for _, m in own)
        sums["within"] += sum((x - m * below / results) ** 2 for x, m in own)
        sums["apart"] += sum(m - m * m / results for _, m in own)
        sums["together"] += sum(m * m - 2 * m**3 / results for _, m in own)
        sums["together"] += (squares / results) ** 2
        sums["sizes"] += squares
        sums["freedom"] += len(own) - 1
    return sums


def of_files(plain, view, indicator, year):
    """Counts of the chosen schools of each municipality that has any."""
    places = (place for place, region in plain.regions.items() if region == view.region)
    chosen = [
        [
            part[1:]
            for part in plain.parts(place, year, indicator)
            if plain.chosen(part[0], year, view)
        ]
        for place in places
    ]
    return [own for own in chosen if own]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_cells_have_the_sums_of_the_schools_of_their_column(answer, plain, view):
    found = [row for row in answer(cells.by_indicator, view) if row["denominator"] is not None]
    pupils = [row for row in found if row["indicator"].startswith("IND-07")]
    columns = defaultdict(list)
    for row in pupils:
        columns[row["indicator"]].append({name: row[name] for name in AMOUNTS})
    assert columns
    for indicator, rows in columns.items():
        expected = by_hand(of_files(plain, view, indicator, view.year))
        assert all(row == pytest.approx(expected) for row in rows)
    others = [row for row in found if not row["indicator"].startswith("IND-07")]
    assert others and {row[name] for row in others for name in AMOUNTS} == {None}


@pytest.mark.parametrize("name", [name for name in VIEWS if name != "a cohort"])
def test_years_have_the_sums_of_the_schools_of_the_region(answer, plain, name):
    view = VIEWS[name]
    found = answer(cohorts.spread, view)
    assert found[-1]["year"] == view.year and len(found) > 1
    for row in found:
        expected = by_hand(of_files(plain, view, view.indicator, row["year"]))
        assert {name: row[name] for name in AMOUNTS} == pytest.approx(expected)


def test_no_question_gives_the_sums_of_one_municipality_or_school(answer):
    """They would tell the schools of two."""
    for question in (cells.by_indicator, cells.by_year):
        columns = defaultdict(set)
        for row in answer(question, ROSTOV):
            columns[row["column"]].add(tuple(row[name] for name in AMOUNTS))
        assert all(len(sums - {(None,) * len(AMOUNTS)}) <= 1 for sums in columns.values())
    assert len({row["year"] for row in answer(cohorts.spread, ROSTOV)}) == len(
        answer(cohorts.spread, ROSTOV)
    )
