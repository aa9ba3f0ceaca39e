"""Cohorts of the project, against counts made again from the files without SQL."""

from collections import defaultdict
from dataclasses import replace

import pytest

from queries import cohorts
from queries.view import View

ROSTOV = View(region="60", year=2022, first_year=2017, indicator="IND-07-VPR")
VIEWS = {
    "every subject": ROSTOV,
    "one subject": replace(ROSTOV, subject="mathematics"),
    "a subject of one procedure": replace(
        ROSTOV, indicator="IND-07-EGE", subject="mathematics_profile"
    ),
    "rural": replace(ROSTOV, schools="rural", indicator="IND-07-OGE"),
    "urban and one subject": replace(ROSTOV, schools="urban", subject="russian"),
    "an earlier year": replace(ROSTOV, year=2019),
    "Chelyabinsk": View(region="75", year=2022, first_year=2021, indicator="IND-07-OGE"),
    "Sverdlovsk": View(region="65", year=2022, first_year=2019, indicator="IND-07-EGE"),
    "no share of pupils": replace(ROSTOV, indicator="IND-03"),
}


def asked_rows(plain, view):
    """Results of the region, procedure and years that can be compared, with school and entry."""
    procedure = view.indicator.removeprefix("IND-07-")
    broken = {(row["procedure"], row["year"]) for row in plain.rows("series_break")}
    for row in plain.rows("assessment_result"):
        school = plain.schools[row["school_id"]]
        here = plain.regions[school["oktmo"]] == view.region
        comparable = (procedure, row["year"]) not in broken
        wanted = row["procedure"] == procedure and int(row["year"]) <= view.year
        if here and comparable and wanted and int(row["participants"]):
            entry = plain.entries.get(row["school_id"], 0)
            yield row, school, entry if entry <= view.year else 0


def expected_results(plain, view):
    sums = defaultdict(lambda: [0, 0])
    for row, school, entry in asked_rows(plain, view):
        in_place = view.schools == "all" or school["locality"] == view.schools
        in_subject = view.subject == "all" or row["subject"] == view.subject
        if in_place and in_subject:
            key = (row["school_id"], int(row["year"]), school["oktmo"], school["locality"], entry)
            sums[key][0] += int(row["participants"])
            sums[key][1] += int(row["below_threshold"])
    return [
        {
            "school_id": school,
            "oktmo": oktmo,
            "locality": locality,
            "entry_year": entry,
            "year": year,
            "in_project": plain.flag(school, year, "in_project"),
            "participants": participants,
            "below": below,
        }
        for (school, year, oktmo, locality, entry), (participants, below) in sorted(sums.items())
    ]


def expected_groups(plain, view, group, scored=False):
    """Schools, results, those below and the mean score of each group and year of the version."""
    found = defaultdict(lambda: [set(), 0, 0, 0.0])
    for row, school, _ in asked_rows(plain, view):
        if scored and not row["mean_score"]:
            continue
        if view.schools in ("all", school["locality"]) and view.subject in ("all", row["subject"]):
            own = found[group(row, school), int(row["year"])]
            own[0].add(row["school_id"])
            own[1] += int(row["participants"])
            own[2] += 0 if scored else int(row["below_threshold"])
            own[3] += int(row["participants"]) * float(row["mean_score"] or 0)
    return {
        key: (len(schools), size, None if scored else below, points / size if scored else None)
        for key, (schools, size, below, points) in found.items()
    }


GROUPS = {
    "cohorts": (cohorts.of_cohorts, "entry_year"),
    "municipalities": (cohorts.of_municipalities, "oktmo"),
    "region": (cohorts.of_region, "region"),
    "schools": (cohorts.of_schools, "school_id"),
    "scores": (cohorts.scores, "entry_year"),
}


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize(("question", "key"), GROUPS.values(), ids=GROUPS)
def test_groups_add_up_the_results_of_the_files(answer, plain, view, question, key):
    groups = {
        "entry_year": lambda row, school: plain.entries.get(row["school_id"], 0),
        "oktmo": lambda row, school: school["oktmo"],
        "region": lambda row, school: view.region,
        "school_id": lambda row, school: row["school_id"],
    }
    scored = question is cohorts.scores
    expected = expected_groups(plain, view, groups[key], scored)
    found = {
        (row[key], row["year"]): tuple(
            row[name] for name in ("schools", "participants", "below", "mean_score")
        )
        for row in answer(question, view)
    }
    assert found.keys() == expected.keys()
    for group, (schools, size, below, mean) in expected.items():
        assert found[group][:3] == (schools, size, below)
        if scored:
            assert found[group][3] == pytest.approx(mean)
    assert bool(found) == (view.indicator == "IND-07-EGE" if scored else view.indicator != "IND-03")


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_results_of_schools_are_those_of_the_files(answer, plain, view):
    expected = expected_results(plain, view)
    assert answer(cohorts.results, view) == expected
    assert bool(expected) == (view.indicator != "IND-03")


@pytest.mark.parametrize("year", [2018, 2022])
def test_works_are_those_of_the_files_in_one_year(answer, plain, year):
    expected = sorted(
        (row["school_id"], row["procedure"], int(row["grade"]), row["subject"])
        + (int(row["participants"]), int(row["below_threshold"]))
        for row in plain.rows("assessment_result")
        if plain.regions[plain.schools[row["school_id"]]["oktmo"]] == "60"
        and int(row["year"]) == year
        and int(row["participants"])
    )
    found = [tuple(row.values()) for row in answer(cohorts.works, replace(ROSTOV, year=year))]
    assert found == expected
    assert len({row[0] for row in found}) > 1000


def test_names_are_those_of_the_regions_schools(answer, plain):
    expected = {
        number: row["name"]
        for number, row in plain.schools.items()
        if plain.regions[row["oktmo"]] == "60"
    }
    found = answer(cohorts.names, ROSTOV)
    assert {row["school_id"]: row["school"] for row in found} == expected
    assert len({row["municipality"] for row in found}) == 55


def test_subjects_are_those_with_results(answer, plain):
    expected = {
        (plain.regions[plain.schools[row["school_id"]]["oktmo"]], row["procedure"], row["subject"])
        for row in plain.rows("assessment_result")
    }
    found = [tuple(row.values()) for row in answer(cohorts.subjects)]
    assert [row[:3] for row in found] == sorted(expected)
    scored = {row["subject"] for row in plain.rows("assessment_result") if row["mean_score"]}
    assert {row[2] for row in found if row[3]} == scored
    assert {row[1] for row in found if row[3]} == {"EGE"}


OWN = {
    "school": """
        school_id locality
        A         urban
        B         rural
    """,
    "school_status": """
        school_id year in_project
        A         2018 true
        A         2019 false
        B         2022 true
    """,
    "assessment_result": """
        school_id year subject     participants below_threshold
        A         2018 russian     20           5
        A         2018 mathematics 10           1
        A         2019 russian     20           4
        A         2020 russian     20           9
        B         2019 russian     15           3
        B         2021 russian     0            0
    """,
}


def short(rows):
    names = ("school_id", "year", "entry_year", "in_project", "participants", "below")
    return [tuple(row[name] for name in names) for row in rows]


def test_a_cohort_is_the_first_year_in_the_project_and_a_break_has_no_rows(asked):
    found = asked(**OWN)(cohorts.results, replace(ROSTOV, year=2021))
    assert short(found) == [
        ("A", 2018, 2018, True, 30, 6),
        ("A", 2019, 2018, False, 20, 4),
        ("B", 2019, 0, False, 15, 3),
    ]


def test_a_school_joins_its_cohort_once_its_year_has_come(asked):
    found = asked(**OWN)(cohorts.results, ROSTOV)
    assert [row["entry_year"] for row in found if row["school_id"] == "B"] == [2022]


def test_a_work_without_participants_is_no_work(asked):
    ask = asked(**OWN)
    assert ask(cohorts.works, replace(ROSTOV, year=2021)) == []
    found = ask(cohorts.works, replace(ROSTOV, year=2018))
    assert [(row["subject"], row["below"]) for row in found] == [("mathematics", 1), ("russian", 5)]
