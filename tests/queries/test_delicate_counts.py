"""Definitions where a day, a missing report or a repeated row decides; every row stands here."""

from dataclasses import replace

from queries import cells, lookups, overview, schools
from queries.view import View

VIEW = View(region="60", year=2022, first_year=2021)
HERE = "60601000"
TWO_SCHOOLS = """
    school_id  oktmo
    mentee     60601000
    mentor     60602000
"""
LISTED = """
    school_id year low_performing resilient
    mentee    2022 true           false
    mentor    2022 false          true
"""
REPORTED = """
    oktmo    year subject
    60601000 2022 mentorship
"""


def cell(ask, indicator, view=VIEW, oktmo=HERE):
    found = [
        row
        for row in ask(cells.by_indicator, view)
        if row["indicator"] == indicator and row["oktmo"] == oktmo
    ]
    (row,) = found
    return row["numerator"], row["denominator"]


def mentors(ask, view=VIEW):
    return {row["school_id"]: row["mentors"] for row in ask(schools.in_need, view)}


STARTS_ENDS = {
    "the whole year": ("2022-01-01", "-", 1),
    "starts on the day": ("2022-12-31", "-", 1),
    "starts the day after": ("2023-01-01", "-", 0),
    "ends on the day": ("2022-03-01", "2022-12-31", 1),
    "ended the day before": ("2022-03-01", "2022-12-30", 0),
    "ends the day after": ("2022-03-01", "2023-01-01", 1),
    "ended a year before": ("2021-09-01", "2021-12-31", 0),
    "lasts that day alone": ("2022-12-31", "2022-12-31", 1),
    "lasts for years": ("2019-01-01", "2030-12-30", 1),
    "ended in November": ("2022-01-01", "2022-11-30", 0),
    "ends in January of a later year": ("2022-01-01", "2024-01-15", 1),
}


def test_a_mentorship_counts_if_in_force_on_31_december(asked):
    names = {case: case.replace(" ", "_") for case in STARTS_ENDS}
    ask = asked(
        school="\n".join(["school_id", "mentor", *names.values()]),
        school_status="\n".join(
            [
                "school_id year low_performing resilient",
                "mentor 2022 false true",
                *(f"{name} 2022 true false" for name in names.values()),
            ]
        ),
        municipal_report=REPORTED,
        mentorship="\n".join(
            [
                "mentee_id mentor_id start_date end_date",
                *(f"{names[case]} mentor {row[0]} {row[1]}" for case, row in STARTS_ENDS.items()),
            ]
        ),
    )
    assert mentors(ask) == {names[case]: row[2] for case, row in STARTS_ENDS.items()}
    assert cell(ask, "IND-03") == (7, 11)


PAIR = """
    mentee_id mentor_id start_date end_date
    mentee    mentor    2021-09-01 -
"""


def test_a_mentor_must_be_resilient_in_that_year(asked):
    ask = asked(
        school="school_id\none\ntwo\nthree\nfour\nnever\nbefore\nafter\nthen",
        school_status="""
            school_id year low_performing resilient
            one       2022 true           false
            two       2022 true           false
            three     2022 true           false
            four      2022 true           false
            never     2022 false          false
            before    2021 false          true
            before    2022 false          false
            after     2023 false          true
            then      2021 false          false
            then      2022 false          true
        """,
        municipal_report=REPORTED,
        mentorship="""
            mentee_id mentor_id start_date end_date
            one       never     2021-09-01 -
            two       before    2021-09-01 -
            three     after     2021-09-01 -
            four      then      2021-09-01 -
        """,
    )
    assert mentors(ask) == {"one": 0, "two": 0, "three": 0, "four": 1}
    assert cell(ask, "IND-03") == (1, 4)


def test_a_school_entitled_otherwise_mentors_in_that_year_only(asked):
    ask = asked(
        school="school_id\none\ntwo\nthree\nthen\nbefore\noffers",
        school_status="""
            school_id year low_performing
            one       2022 true
            two       2022 true
            three     2022 true
        """,
        mentor_offer="""
            school_id year entitled
            then      2022 true
            before    2021 true
            offers    2022 false
        """,
        municipal_report=REPORTED,
        mentorship="""
            mentee_id mentor_id start_date end_date
            one       then      2021-09-01 -
            two       before    2021-09-01 -
            three     offers    2021-09-01 -
        """,
    )
    assert mentors(ask) == {"one": 1, "two": 0, "three": 0}
    assert cell(ask, "IND-03") == (1, 3)


def test_a_mentee_counts_once_however_often_it_is_mentored(asked):
    ask = asked(
        school=TWO_SCHOOLS + "other 60605000\nalone 60601000\n",
        school_status=LISTED + "other 2022 false true\nalone 2022 true false\n",
        municipal_report=REPORTED,
        mentorship="""
            mentee_id mentor_id form            start_date end_date
            mentee    mentor    school_school   2022-01-01 -
            mentee    mentor    school_school   2022-01-01 -
            mentee    mentor    teacher_teacher 2022-06-01 2023-05-31
            mentee    other     school_school   2022-02-01 2022-12-31
            mentee    other     school_school   2022-02-01 2022-06-30
        """,
    )
    assert cell(ask, "IND-03") == (1, 2)
    assert mentors(ask) == {"alone": 0, "mentee": 2}
    (gap,) = ask(overview.attention, VIEW)
    assert (gap["no_mentor"], gap["schools"], gap["overdue"]) == (1, 2, None)


def test_mentoring_counts_only_for_schools_on_the_list_of_that_year(asked):
    ask = asked(
        school=TWO_SCHOOLS,
        school_status="""
            school_id year low_performing resilient
            mentee    2021 true           false
            mentee    2022 false          false
            mentor    2021 false          true
            mentor    2022 false          true
        """,
        municipal_report=REPORTED + "60601000 2021 mentorship\n",
        mentorship=PAIR,
    )
    assert cell(ask, "IND-03") == (None, None)
    assert cell(ask, "IND-03", replace(VIEW, year=2021)) == (1, 1)
    assert mentors(ask) == {}


def test_without_a_report_mentoring_is_not_known_even_if_pairs_are(asked):
    ask = asked(
        school="""
            school_id oktmo
            silent    60601000
            unasked   60602000
            spoke     60605000
            mentor    60606000
        """,
        school_status="""
            school_id year low_performing resilient
            silent    2022 true           false
            unasked   2022 true           false
            spoke     2022 true           false
            mentor    2022 false          true
        """,
        municipal_report="""
            oktmo    year subject    reported
            60601000 2022 mentorship false
            60602000 2021 mentorship true
            60602000 2022 status     true
            60605000 2022 mentorship true
        """,
        mentorship="""
            mentee_id mentor_id start_date end_date
            silent    mentor    2021-09-01 -
            unasked   mentor    2021-09-01 -
        """,
    )
    assert cell(ask, "IND-03") == (None, None)
    assert cell(ask, "IND-03", oktmo="60602000") == (None, None)
    assert cell(ask, "IND-03", oktmo="60605000") == (0, 1)
    assert mentors(ask) == {"silent": None, "unasked": None, "spoke": 0}
    assert [row["oktmo"] for row in ask(overview.attention, VIEW)] == ["60605000"]


DUE_DONE = {
    "on_the_day": ("2022-03-31", "2022-03-31", 1),
    "late_in_the_year": ("2022-03-31", "2022-12-31", 1),
    "late_after_the_year": ("2022-03-31", "2023-01-01", 0),
    "never": ("2022-03-31", "-", 0),
    "due_on_the_last_day": ("2022-12-31", "2022-12-31", 1),
    "done_before_the_year": ("2022-01-01", "2021-12-31", 1),
}


def test_a_measure_is_done_if_by_the_end_of_the_year_it_fell_due_in(asked):
    ask = asked(
        school="\n".join(["school_id", *DUE_DONE]),
        school_status="\n".join(
            ["school_id year low_performing", *(f"{name} 2022 true" for name in DUE_DONE)]
        ),
        road_map_execution="\n".join(
            [
                "school_id due_date done_date",
                *(f"{name} {due} {done}" for name, (due, done, _) in DUE_DONE.items()),
            ]
        ),
    )
    found = {row["school_id"]: (row["done"], row["due"]) for row in ask(schools.in_need, VIEW)}
    assert found == {name: (done, 1) for name, (_, _, done) in DUE_DONE.items()}
    assert cell(ask, "IND-13") == (4, 6)
    (gap,) = ask(overview.attention, VIEW)
    assert (gap["overdue"], gap["due"], gap["no_mentor"]) == (2, 6, None)


def test_a_measure_belongs_to_the_year_it_falls_due_in(asked):
    ask = asked(
        school="school_id\nmentee",
        road_map_execution="""
            school_id due_date   done_date
            mentee    2021-12-31 2022-01-01
            mentee    2022-01-01 2022-01-01
            mentee    2022-06-01 -
        """,
    )
    assert cell(ask, "IND-13", replace(VIEW, year=2021)) == (0, 1)
    assert cell(ask, "IND-13") == (1, 2)


def test_a_list_without_a_report_has_no_known_whole(asked):
    ask = asked(
        school="""
            school_id oktmo
            one       60601000
            two       60601000
            three     60602000
            four      60602000
        """,
        school_status="""
            school_id year low_performing
            one       2022 true
            two       2022 false
            three     2022 true
            four      2022 false
        """,
        municipal_report="oktmo year subject\n60602000 2022 status",
    )
    assert cell(ask, "IND-19") == (1, None)
    assert cell(ask, "IND-19", oktmo="60602000") == (1, 2)
    assert cell(ask, "IND-19", oktmo="60605000") == (None, None)


def test_a_school_of_unknown_status_is_not_counted_among_the_known(asked):
    ask = asked(
        school="school_id\nknown\nunknown",
        school_status="school_id year\nknown 2022\nunknown 2021",
        municipal_report="oktmo year subject\n60601000 2022 status",
        assessment_result="""
            school_id year participants below_threshold
            known     2022 30           3
            unknown   2022 40           4
        """,
    )
    assert cell(ask, "IND-19") == (0, 1)
    assert cell(ask, "IND-07-VPR") == (7, 70)
    assert cell(ask, "IND-07-VPR", replace(VIEW, schools="low_performing")) == (None, None)


def test_a_school_that_never_was_in_the_project_has_no_cohort(asked):
    ask = asked(
        school="school_id locality\nentered urban\nreturned urban\nnever rural",
        school_status="""
            school_id year low_performing in_project
            entered   2022 true           true
            returned  2021 true           true
            returned  2022 true           true
            never     2022 true           false
        """,
        municipal_report="oktmo year subject\n60601000 2022 status\n60601000 2022 mentorship",
    )
    assert cell(ask, "IND-19") == (3, 3)
    assert cell(ask, "IND-19", replace(VIEW, cohort=2022)) == (1, 1)
    assert cell(ask, "IND-19", replace(VIEW, cohort=2021)) == (1, 1)
    assert cell(ask, "IND-03", replace(VIEW, cohort=2021, schools="rural")) == (None, None)
    cohorts = [row["entry_year"] for row in ask(lookups.cohorts) if row["region"] == "60"]
    assert cohorts == [2021, 2022]
    entries = {row["school_id"]: row["entry_year"] for row in ask(schools.in_need, VIEW)}
    assert entries == {"entered": 2022, "returned": 2021, "never": None}


def test_training_counts_teachers_of_schools_on_the_list_only(asked):
    ask = asked(
        school="school_id\nlisted\nother",
        school_status="school_id year low_performing\nlisted 2022 true\nother 2022 false",
        training="""
            school_id year teachers trained
            listed    2022 20       5
            other     2022 30       30
            listed    2021 20       20
        """,
    )
    assert cell(ask, "IND-20") == (5, 20)
    assert cell(ask, "IND-20", replace(VIEW, year=2021)) == (None, None)


def test_results_of_grades_and_subjects_add_up_but_procedures_do_not(asked):
    ask = asked(
        school="school_id\nschool",
        assessment_result="""
            school_id year procedure grade subject            participants below_threshold
            school    2022 VPR       4     russian            20           1
            school    2022 VPR       5     mathematics        30           2
            school    2022 OGE       9     russian            25           4
            school    2022 EGE       11    mathematics_base   6            0
            school    2022 EGE       11    russian            0            0
        """,
    )
    assert cell(ask, "IND-07-VPR") == (3, 50)
    assert cell(ask, "IND-07-OGE") == (4, 25)
    assert cell(ask, "IND-07-EGE") == (0, 6)


def test_a_published_value_stands_only_for_all_schools(asked):
    ask = asked(indicator_value="oktmo year indicator value\n60601000 2022 IND-21 92.5")

    def values(view):
        return [row["value"] for row in ask(cells.by_indicator, view) if row["value"] is not None]

    assert values(VIEW) == [92.5]
    assert values(replace(VIEW, schools="urban")) == values(replace(VIEW, cohort=2021)) == []


def test_a_region_of_published_values_alone_has_their_years(asked):
    ask = asked(indicator_value="oktmo year indicator value\n60601000 2021 IND-21 92.5")
    assert [row["year"] for row in ask(lookups.years) if row["region"] == "60"] == [2021]


def test_a_later_published_value_adds_no_year_to_a_region_with_counts(asked):
    ask = asked(
        school="school_id oktmo\na1 60601000",
        school_status="school_id year low_performing\na1 2022 true",
        indicator_value="oktmo year indicator value\n60601000 2026 IND-21 92.5",
    )
    assert [row["year"] for row in ask(lookups.years) if row["region"] == "60"] == [2022]


def test_three_ways_of_nothing_stay_apart(asked):
    ask = asked(
        municipal_report="""
            oktmo    year subject reported
            60601000 2022 status  true
            60602000 2022 status  false
        """
    )
    found = {
        row["oktmo"]: (row["numerator"], row["reported"])
        for row in ask(cells.by_indicator, VIEW)
        if row["indicator"] == "IND-19"
    }
    assert found["60601000"] == (None, True)
    assert found["60602000"] == (None, False)
    assert found["60605000"] == (None, None)
