"""Years in which a page has anything to show, against the files."""

import pytest

from queries import known
from queries.view import View

SALSK = "60650000"
VIEWS = {
    "Rostov region": View("60", 2022, 2017),
    "a municipality": View("60", 2022, 2017, municipality=SALSK),
    "low performing": View("60", 2022, 2017, schools="low_performing"),
    "picked schools": View(
        "60", 2022, 2017, picked="60-0016,60-0018,60-0099,60-0412,60-0900,75-0001"
    ),
    "rural": View("60", 2022, 2017, schools="rural"),
    "urban schools of a cohort": View("60", 2022, 2017, schools="urban", cohort=2021),
    "a cohort that never was": View("60", 2022, 2017, cohort=1999),
    "the district": View("65", 2021, 2020),
    "a region without marks": View("75", 2022, 2021),
}


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_years_of_road_maps_are_those_in_which_a_chosen_school_marked_one(answer, plain, view):
    years = set()
    for row in plain.rows("road_map_execution"):
        school, year = row["school_id"], int(row["due_date"][:4])
        oktmo = plain.schools[school]["oktmo"]
        here = plain.regions[oktmo] == view.region and view.municipality in ("", oktmo)
        if here and plain.chosen(school, year, view):
            years.add(year)
    assert answer(known.road_map_years, view) == [{"year": year} for year in sorted(years)]


def test_the_views_differ_in_their_years(answer):
    found = {str(answer(known.road_map_years, view)) for view in VIEWS.values()}
    assert len(found) > 2


ROWS = {
    "school": """
        school_id oktmo    locality
        listed    65701000 rural
        other     65701000 urban
        foreign   60601000 rural
    """,
    "school_status": """
        school_id year low_performing in_project
        listed    2021 true           false
        listed    2022 false          true
        other     2022 true           true
    """,
    "road_map_execution": """
        school_id measure_id   due_date
        listed    SVE-2020/1.1 2021-12-31
        listed    SVE-2020/1.1 2022-01-01
        foreign   SVE-2020/1.1 2020-06-30
        other     SVE-2020/1.1 2023-06-30
    """,
}


@pytest.mark.parametrize(
    ("changes", "years"),
    [
        ({}, [2021, 2022, 2023]),
        ({"municipality": "65701000"}, [2021, 2022, 2023]),
        ({"municipality": "65702000"}, []),
        ({"schools": "low_performing"}, [2021]),
        ({"schools": "rural"}, [2021, 2022]),
        ({"schools": "urban"}, [2023]),
        ({"cohort": 2022}, [2021, 2022, 2023]),
        ({"cohort": 2021}, []),
        ({"cohort": 2023}, []),
        ({"region": "60"}, []),
    ],
)
def test_a_year_is_that_of_the_due_date_and_of_the_list_and_the_map_is_of_the_region(
    asked, changes, years
):
    view = View(**({"region": "65", "year": 2022, "first_year": 2021} | changes))
    assert asked(**ROWS)(known.road_map_years, view) == [{"year": year} for year in years]
