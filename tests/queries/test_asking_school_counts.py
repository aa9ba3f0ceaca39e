"""The ladder of schools, against schools counted one by one from the files."""

from dataclasses import replace

import pytest
from plain_counts import SHOWN

from queries import school_counts
from queries.view import View

ROSTOV = View("60", 2022, 2017, indicator="IND-07-VPR")
SALSK = "60650000"
VIEWS = {
    "all schools": ROSTOV,
    "urban": replace(ROSTOV, schools="urban"),
    "picked schools": replace(ROSTOV, picked="60-0016,60-0018,60-0099,60-0412,60-0900,75-0001"),
    "low performing": replace(ROSTOV, schools="low_performing"),
    "a cohort": replace(ROSTOV, cohort=2021),
    "the year before": replace(ROSTOV, year=2021),
    "a year with a break": replace(ROSTOV, year=2020),
    "a year without reports": replace(ROSTOV, year=2017),
    "a subject": replace(ROSTOV, indicator="IND-07-EGE", subject="mathematics_base"),
    "no results of the indicator": replace(ROSTOV, indicator="IND-03"),
    "a municipality": replace(ROSTOV, municipality=SALSK),
    "a municipality's rural cohort": replace(
        ROSTOV, municipality=SALSK, cohort=2019, schools="rural"
    ),
    "Chelyabinsk": View("75", 2022, 2021, indicator="IND-07-OGE"),
    "the district's list": View("65", 2020, 2019),
    "the district without a list": View("65", 2022, 2019, indicator="IND-07-OGE"),
    "a year with nothing": View("75", 2015, 2015),
}
BROKEN = 2020


def results(plain, view):
    """The years in which each school has results of the indicator and subject."""
    procedure, years = SHOWN.get(view.indicator, {}).get("procedure"), {}
    for row in plain.rows("assessment_result"):
        wanted = view.subject in ("all", row["subject"]) and int(row["participants"]) > 0
        if row["procedure"] == procedure and wanted and int(row["year"]) != BROKEN:
            years.setdefault(row["school_id"], set()).add(int(row["year"]))
    return years


def ladder(plain, view):
    """The schools of each step, and those of whom the status is known."""
    due = {row["school_id"] for row in plain.rows("road_map_execution") if year(row, view)}
    papers = {row["school_id"] for row in plain.rows("school_document") if of(row, view)}
    years, steps, known = (
        results(plain, view),
        {step: set() for step in school_counts.BESIDE},
        set(),
    )
    for school, row in plain.schools.items():
        here = (
            view.municipality in ("", row["oktmo"]) and plain.regions[row["oktmo"]] == view.region
        )
        if not here or not plain.chosen(school, view.year, view):
            continue
        known |= {school} if (school, view.year) in plain.status else set()
        inside = plain.flag(school, view.year, "in_project")
        ever = plain.entries.get(school, 9999) <= view.year
        low = plain.flag(school, view.year, "low_performing")
        had = years.get(school, set())
        holds = {
            "listed": low,
            "reported": low and plain.reports.get((row["oktmo"], view.year, "mentorship")),
            "marked": school in due,
            "in_project": inside or school in papers,
            "with_results": inside and view.year in had,
            "ever": ever,
            "ever_with_results": ever and any(each <= view.year for each in had),
        }
        for step in steps:
            steps[step] |= {school} if holds[step] else set()
    return steps, known


def year(row, view):
    return row["due_date"].startswith(str(view.year))


def of(row, view):
    return row["year"] == str(view.year)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_each_step_has_the_schools_of_the_files(answer, plain, view):
    steps, known = ladder(plain, view)
    found = answer(school_counts.steps, view)
    assert [row["step"] for row in found] == list(school_counts.BESIDE)
    for row in found:
        step, beside = row["step"], school_counts.BESIDE[row["step"]] or row["step"]
        told = known or step in ("marked", "ever", "ever_with_results") or steps[step]
        assert (row["schools"] or 0) == len(steps[step])
        assert (row["both"] or 0) == len(steps[step] & steps[beside])
        if known:
            assert row["schools"] is not None
        if not told:
            assert row["schools"] is None


def test_the_steps_differ_in_the_demonstration(answer):
    """Or equal numbers would prove nothing."""
    found = {row["step"]: row["schools"] for row in answer(school_counts.steps, ROSTOV)}
    assert len({found[step] for step in ("listed", "reported", "marked", "in_project")}) == 4
    assert found["with_results"] < found["in_project"] < found["ever"]


def test_a_school_off_the_list_and_one_with_documents_alone_are_counted_where_they_are(asked):
    ask = asked(
        school="school_id\nlisted\nleft\npapers\nmarked",
        school_status="""
            school_id year low_performing in_project
            listed    2022 true           true
            left      2022 false          true
            marked    2022 false          false
        """,
        road_map_execution="school_id due_date done_date\nmarked 2022-03-01 -\nleft 2021-03-01 -",
        school_document="school_id document status\npapers risk_profile uploaded",
    )
    found = {row["step"]: (row["schools"], row["both"]) for row in ask(school_counts.steps, ROSTOV)}
    assert found["listed"] == (1, 1)
    assert found["reported"] == (0, 0)
    assert found["marked"] == (1, 0)
    assert found["in_project"] == (3, 1)
    assert found["ever"] == (2, 2)
