"""Full counts of cohorts, against counts made again from the files without SQL."""

from collections import defaultdict
from dataclasses import replace

import pytest

from queries import cohort_counts
from queries.view import View

ROSTOV = View(region="60", year=2022, first_year=2017, indicator="IND-03")
VIEWS = {
    "mentored": ROSTOV,
    "measures": replace(ROSTOV, indicator="IND-13"),
    "trained": replace(ROSTOV, indicator="IND-20"),
    "rural": replace(ROSTOV, schools="rural"),
    "urban": replace(ROSTOV, schools="urban", indicator="IND-20"),
    "an earlier year": replace(ROSTOV, year=2021, indicator="IND-13"),
    "whichever cohort": replace(ROSTOV, cohort=2019, municipality="60650000"),
    "Chelyabinsk before its second cohort": View(
        region="75", year=2021, first_year=2021, indicator="IND-03"
    ),
    "Sverdlovsk": View(region="65", year=2022, first_year=2019, indicator="IND-13"),
}


def expected_counts(plain, view):
    sums = defaultdict(lambda: [0, 0, 0])
    for oktmo in plain.places:
        if plain.regions[oktmo] != view.region:
            continue
        for year in range(view.first_year - 5, view.year + 1):
            for school, part, whole in plain.parts(oktmo, year, view.indicator):
                if view.schools not in ("all", plain.schools[school]["locality"]):
                    continue
                entry = plain.entries.get(school, 0)
                key = (entry if entry <= view.year else 0, year)
                sums[key] = [sums[key][0] + 1, sums[key][1] + part, sums[key][2] + whole]
    names = ("schools", "numerator", "denominator")
    return [
        {"entry_year": entry, "year": year} | dict(zip(names, amounts, strict=True))
        for (entry, year), amounts in sorted(sums.items())
        if amounts[2]
    ]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_counts_of_cohorts_are_those_of_the_files(answer, plain, view):
    expected = expected_counts(plain, view)
    assert answer(cohort_counts.counts, view) == expected
    assert expected


def test_known_are_the_regions_and_indicators_with_anything_counted(answer, plain):
    found = {(row["region"], row["indicator"]) for row in answer(cohort_counts.known)}
    for region in ("60", "65", "75"):
        for indicator in ("IND-03", "IND-13", "IND-20"):
            view = View(region=region, year=2022, first_year=2017, indicator=indicator)
            assert ((region, indicator) in found) == bool(expected_counts(plain, view))


@pytest.mark.parametrize(
    ("indicator", "subject"), [("IND-03", "mentorship"), ("IND-13", "road_map")]
)
def test_municipalities_without_a_report_are_counted_by_year(answer, plain, indicator, subject):
    expected = defaultdict(int)
    for (oktmo, year, of), reported in plain.reports.items():
        if plain.regions[oktmo] == "60" and of == subject and not reported and year <= 2022:
            expected[year] += 1
    found = answer(cohort_counts.without_report, replace(ROSTOV, indicator=indicator))
    assert {row["year"]: row["municipalities"] for row in found} == expected
    assert expected


def test_a_school_is_of_no_cohort_before_its_year_has_come(asked):
    ask = asked(
        school="""
            school_id locality
            A         urban
        """,
        school_status="""
            school_id year in_project
            A         2021 false
            A         2022 true
        """,
        road_map_execution="""
            school_id due_date   done_date
            A         2021-05-01 2021-04-01
            A         2022-05-01 -
        """,
    )
    view = replace(ROSTOV, indicator="IND-13")
    names = ("entry_year", "year", "numerator", "denominator")
    found = [tuple(row[name] for name in names) for row in ask(cohort_counts.counts, view)]
    assert found == [(2022, 2021, 1, 1), (2022, 2022, 0, 1)]
    before = ask(cohort_counts.counts, replace(view, year=2021))
    assert [tuple(row[name] for name in names) for row in before] == [(0, 2021, 1, 1)]
