"""Which pairs count, which measures were due and which marks are told, in stores of a few rows."""

from dataclasses import replace

from queries import mentoring
from queries.view import View

ROSTOV = View(region="60", year=2022, first_year=2017)

SCHOOLS = """
school_id oktmo
a1 60601000
a2 60601000
a3 60601000
z1 75701000
"""


def test_a_mentor_is_entitled_by_its_results_or_by_an_offer_of_that_very_year(asked):
    ask = asked(
        school=SCHOOLS,
        school_status="""
            school_id year resilient low_performing
            a1 2021 true false
            a2 2022 true true
            z1 2022 true false
        """,
        mentor_offer="""
            school_id year capacity entitled
            a1 2022 2 false
            a3 2021 - true
        """,
        mentorship="""
            mentee_id mentor_id start_date
            a1 a2 2022-02-01
            a1 a3 2022-02-02
            a2 a1 2022-02-03
            z1 a1 2022-02-04
            a1 z1 2022-02-05
        """,
    )
    of_2021, of_2022 = (ask(mentoring.pairs, replace(ROSTOV, year=year)) for year in (2021, 2022))
    told = ("mentor_id", "entitled")
    assert [tuple(row[name] for name in told) for row in of_2021] == [
        ("a2", False),
        ("a3", True),
        ("a1", True),
        ("z1", False),
    ]
    assert [row["entitled"] for row in of_2022] == [True, False, False, True]
    names = ("school_id", "region", "capacity", "listed", "otherwise")
    mentors = [ask(mentoring.mentors, replace(ROSTOV, year=year)) for year in (2021, 2022)]
    assert [tuple(row[name] for name in names) for row in mentors[0]] == [
        ("a1", "60", None, False, False),
        ("a3", "60", None, False, True),
    ]
    # a2 is on the list itself; z1 of another region has a pair here.
    assert [tuple(row[name] for name in names) for row in mentors[1]] == [
        ("a2", "60", None, True, False),
        ("z1", "75", None, False, False),
    ]


def test_a_mentor_both_resilient_and_entitled_by_a_document_is_one_row(asked):
    ask = asked(
        school=SCHOOLS,
        school_status="school_id year resilient\na1 2022 true",
        mentor_offer="school_id year capacity entitled ground\na1 2022 0 true приказ",
        mentorship="mentee_id mentor_id start_date\na2 a1 2022-02-01",
    )
    (mentor,) = ask(mentoring.mentors, ROSTOV)
    assert (mentor["capacity"], mentor["otherwise"], mentor["ground"]) == (0, True, "приказ")
    assert len(ask(mentoring.pairs, ROSTOV)) == 1


def test_a_measure_due_or_done_on_the_day_itself_is_counted(asked):
    ask = asked(
        school=SCHOOLS,
        road_map_execution="""
            school_id measure_id due_date done_date
            a1 SVE-2020/1.1 2021-12-31 -
            a1 SVE-2020/2.2 2022-05-31 2022-05-31
            a1 SVE-2020/2.3 2022-05-31 2022-06-01
            a1 SVE-2020/3.2 2022-06-01 2022-05-01
        """,
    )
    counted = {
        on: [(row["due"], row["done"]) for row in ask(mentoring.steps, replace(ROSTOV, on=on))]
        for on in ("2022-05-30", "2022-05-31", "2022-06-01", "")
    }
    assert counted == {
        "2022-05-30": [],
        "2022-05-31": [(2, 1)],
        "2022-06-01": [(3, 3)],
        "": [(3, 3)],
    }


def test_marks_of_a_later_year_are_not_told(asked):
    ask = asked(
        mentoring_mark="oktmo year\n60601000 2021\n60601000 2022\n60601000 2023\n75701000 2022"
    )
    assert [row["year"] for row in ask(mentoring.marks, ROSTOV)] == [2021, 2022]
