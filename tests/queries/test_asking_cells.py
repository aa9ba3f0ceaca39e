"""Heat map cells, against counts made again from the files without SQL."""

from dataclasses import replace

import pytest

from queries import cells
from queries.methods.alike import AMOUNTS
from queries.view import View

ROSTOV = View(region="60", year=2022, first_year=2017)
PICKED = "60-0016,60-0018,60-0099,60-0412,60-0900,75-0001"
VIEWS = {
    "all schools": ROSTOV,
    "low performing": replace(ROSTOV, schools="low_performing"),
    "urban": replace(ROSTOV, schools="urban"),
    "rural": replace(ROSTOV, schools="rural"),
    "picked schools": replace(ROSTOV, picked=PICKED),
    "picked schools of a kind": replace(ROSTOV, picked=PICKED, schools="low_performing"),
    "a cohort": replace(ROSTOV, cohort=2021),
    "a cohort's rural schools": replace(
        ROSTOV, cohort=2018, schools="rural", indicator="IND-07-EGE"
    ),
    "a municipality": replace(ROSTOV, municipality="60601000", indicator="IND-07-OGE"),
    "a year with a break": replace(ROSTOV, year=2020, indicator="IND-07-VPR"),
    "from a later year": replace(ROSTOV, first_year=2021, indicator="IND-13"),
    "Chelyabinsk": View(region="75", year=2022, first_year=2021, indicator="IND-21"),
    "Chelyabinsk, low performing": View(
        region="75", year=2022, first_year=2021, schools="low_performing", indicator="IND-19"
    ),
    "Sverdlovsk": View(region="65", year=2020, first_year=2019, indicator="IND-19"),
    "a year with nothing": View(region="75", year=2019, first_year=2019),
}


def expected(plain, view, columns):
    """One row per column and municipality: `columns` gives (column, position, code, year)."""
    shown = {row["code"]: row for row in plain.rows("shown_indicator")}
    directions = {row["code"]: row["direction"] for row in plain.rows("indicator")}
    units = {row["code"]: row["unit"] for row in plain.rows("indicator")}
    breaks = {(row["procedure"], int(row["year"])) for row in plain.rows("series_break")}
    everything = view.is_of_every_school
    values = {
        (row["oktmo"], int(row["year"]), row["indicator"]): float(row["value"])
        for row in plain.rows("indicator_value")
        if everything
    }
    places = sorted(oktmo for oktmo, region in plain.regions.items() if region == view.region)
    return [
        {
            "oktmo": oktmo,
            "name": plain.names[oktmo],
            "column": column,
            "position": position,
            "indicator": code,
            "year": year,
            "kind": shown[code]["kind"],
            "direction": directions[shown[code]["indicator"]],
            "unit": units[shown[code]["indicator"]],
            **plain.count(oktmo, year, code, view),
            "value": values.get((oktmo, year, code)),
            "reported": plain.reports.get((oktmo, year, shown[code]["report_subject"])),
            "broken": (shown[code]["procedure"], year) in breaks,
        }
        for column, position, code, year in columns
        for oktmo in places
    ]


def counted(found):
    """Leave out what the tests of whole blocks and of the spread between schools follow."""
    others = ("shown", "region_shown", *AMOUNTS)
    return [{k: v for k, v in row.items() if k not in others} for row in found]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_cells_by_indicator_are_the_counts_of_the_files(answer, plain, view):
    shown = sorted(plain.rows("shown_indicator"), key=lambda row: int(row["position"]))
    columns = [(row["code"], int(row["position"]), row["code"], view.year) for row in shown]
    assert counted(answer(cells.by_indicator, view)) == expected(plain, view, columns)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_cells_by_year_are_the_counts_of_the_files(answer, plain, view):
    years = [year for year in plain.years(view.region) if view.first_year <= year <= view.year]
    columns = [(str(year), year, view.indicator, year) for year in years]
    assert counted(answer(cells.by_year, view)) == expected(plain, view, columns)


def test_the_demonstration_has_every_kind_of_cell(answer):
    """Or the comparisons above would compare nothing with nothing."""
    found = [row for view in VIEWS.values() for row in answer(cells.by_indicator, view)]
    assert {row["reported"] for row in found} == {True, False, None}
    assert {row["broken"] for row in found} == {True, False}
    assert any(row["value"] is not None for row in found)
    assert {row["shown"] for row in found} == {True, False}


@pytest.mark.parametrize("question", [cells.by_indicator, cells.by_year])
def test_every_municipality_stands_once_in_every_column(answer, view, question):
    found = answer(question, view())
    pairs = [(row["oktmo"], row["column"]) for row in found]
    assert len(set(pairs)) == len(pairs) == 55 * len({column for _, column in pairs})


def test_both_axes_give_the_same_cell(answer, view):
    indicators = [
        row for row in answer(cells.by_indicator, view()) if row["indicator"] == "IND-07-EGE"
    ]
    years = [
        row for row in answer(cells.by_year, view(indicator="IND-07-EGE")) if row["year"] == 2022
    ]
    axis = ("column", "position")
    assert [{k: v for k, v in row.items() if k not in axis} for row in indicators] == [
        {k: v for k, v in row.items() if k not in axis} for row in years
    ]


def test_picked_schools_give_nothing_to_be_judged_by(answer, view):
    """Verdicts on one selection after another would tell what is hidden of a single school."""
    found = answer(cells.by_indicator, view(picked=PICKED))
    assert all(row[name] is None for row in found for name in AMOUNTS)
    assert any(row["denominator"] and row["kind"] == "pupil_rate" for row in found)
