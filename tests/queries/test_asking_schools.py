"""Schools of a place, against counts made again from the files without SQL."""

from dataclasses import replace

import pytest

from queries import schools
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
    "a year with a break": replace(ROSTOV, year=2020),
    "a municipality": replace(ROSTOV, municipality="60608000"),
    "a municipality in an earlier year": replace(ROSTOV, municipality="60608000", year=2019),
    "Chelyabinsk": View(region="75", year=2022, first_year=2021),
    "Sverdlovsk": View(region="65", year=2020, first_year=2019),
    "a year with nothing": View(region="75", year=2015, first_year=2015),
}


def here(plain, view, oktmo):
    return oktmo == view.municipality if view.municipality else plain.regions[oktmo] == view.region


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_schools_in_need_are_those_of_the_files(answer, plain, view):
    expected = []
    for (school, year), status in plain.status.items():
        row = plain.schools[school]
        wanted = here(plain, view, row["oktmo"]) and plain.chosen(school, year, view)
        if year != view.year or status["low_performing"] != "true" or not wanted:
            continue
        listed = [
            other
            for (name, other), known in plain.status.items()
            if name == school and other <= year and known["low_performing"] == "true"
        ]
        done, due = plain.steps.get((school, year), (None, None))
        said = plain.reports.get((row["oktmo"], year, "mentorship"))
        expected.append(
            {name: row[name] for name in ("school_id", "oktmo", "name", "locality")}
            | {
                "municipality": plain.names[row["oktmo"]],
                "pupils": int(row["pupils"]) if row["pupils"] else None,
                "adverse_conditions": status["adverse_conditions"] == "true",
                "entry_year": plain.entries.get(school),
                "years_listed": len(listed),
                "mentors": len(plain.mentors(school, year)) if said else None,
                "done": done,
                "due": due,
            }
        )
    expected.sort(key=lambda row: (row["municipality"], row["oktmo"], row["school_id"]))
    assert answer(schools.in_need, view) == expected


def test_schools_in_need_are_as_many_as_the_cells_count(answer, plain):
    found = answer(schools.in_need, ROSTOV)
    assert len(found) == sum(
        plain.count(oktmo, 2022, "IND-19", ROSTOV)["numerator"] or 0
        for oktmo, region in plain.regions.items()
        if region == "60"
    )


def test_every_school_is_told_with_its_municipality(answer, plain):
    expected = [{"school_id": code, "oktmo": row["oktmo"]} for code, row in plain.schools.items()]
    found = answer(schools.municipalities)
    assert found == sorted(expected, key=lambda row: row["school_id"])
