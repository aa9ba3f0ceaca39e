"""Each rule has a bad file whose faults are known to the cell, and a text in both languages."""

import ast
import inspect
from pathlib import Path

import pyarrow as pa
import pytest

from data.errors import Problem
from data.intake.declared import checks, csv_faults, reading
from data.schema import mentorship, municipal_outline, school_decision, training
from data.texts import LANGUAGES, text

FOLDER = Path(__file__).resolve().parents[2] / "bad_files"
KNOWN = {
    "school.school_id": pa.array(["a", "b", "c"]),
    "municipality.oktmo": pa.array(["60601000", "60602000", "60605000"]),
}
FORMS = "school_school, teacher_teacher, teacher_pupil, pupil_pupil, student_senior"
OPEN = '{"type":"MultiPolygon","coordinates":[[[[39.0,47.0],[39.0,48.0],[40.0,47.0],[39.'

EXPECTED = {
    "not_utf8": (training, [(3, "", r"b'\xcf'", "")]),
    "missing_column": (training, [(1, "trained", "", "")]),
    "unknown_column": (training, [(1, "director", "director", "")]),
    "repeated_column": (training, [(1, "year", "year", "")]),
    "wrong_cell_count": (training, [(3, "", "b,2021,20", "4")]),
    "unreadable": (mentorship, [(3, "evidence", "", "")]),
    "empty_cell": (training, [(3, "teachers", "", "")]),
    "wrong_type": (mentorship, [(3, "start_date", "2022-02-30", "2022-11-17")]),
    "unknown_code": (mentorship, [(3, "form", "friendship", FORMS)]),
    "invisible_sign": (training, [(3, "school_id", "b[U+202E]c", "U+202E")]),
    "too_small": (training, [(4, "trained", "-1", "0")]),
    "too_large": (training, [(3, "year", "20211", "2100")]),
    "more_than": (training, [(3, "trained", "21", "teachers")]),
    "before_start": (mentorship, [(3, "end_date", "2021-08-31", "start_date")]),
    "repeated_key": (
        training,
        [(3, "year", "2021", "school_id, year"), (5, "year", "2021", "school_id, year")],
    ),
    "unknown_reference": (training, [(3, "school_id", "d", "school.school_id")]),
    "broken_outline": (
        municipal_outline,
        [
            (3, "geometry", OPEN, ""),
            (4, "geometry", "POLYGON((39 47,40 48,39 47))", ""),
        ],
    ),
    "named_person": (
        school_decision,
        [(3, "responsible", "•••", ""), (4, "decision", "•••", "")],
    ),
    "its_own_mentor": (mentorship, [(3, "mentor_id", "c", "")]),
}


def rules():
    """Every rule the intake can name: the first part of a Problem, the fourth of `located`."""
    for module in (checks, csv_faults, reading):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            place = {"Problem": 0, "located": 3}.get(getattr(getattr(node, "func", 0), "id", ""))
            if place is not None and isinstance(node.args[place], ast.Constant):
                yield node.args[place].value


@pytest.mark.parametrize("rule", EXPECTED)
def test_a_bad_file_is_refused_at_the_very_cell(rule):
    table, cells = EXPECTED[rule]
    read, problems = reading.read(FOLDER / f"{rule}.csv", table)
    problems = problems or checks.faults(read, KNOWN)
    assert problems == [
        Problem(rule, row, column, value, expected, file=f"bad_files/{rule}.csv")
        for row, column, value, expected in cells
    ]


def test_every_rule_has_a_bad_file_with_expected_faults():
    assert set(rules()) == set(EXPECTED) == {path.stem for path in FOLDER.iterdir()}


def test_every_rule_has_words_in_both_languages_that_can_be_filled():
    for rule in set(rules()):
        for language in LANGUAGES:
            assert text(f"problem.{rule}", language).format(expected="1234")


def test_every_check_is_wired_in():
    written = {
        name
        for name, function in inspect.getmembers(checks, inspect.isfunction)
        if list(inspect.signature(function).parameters) == ["read", "known"] and name != "faults"
    }
    assert written == {check.__name__ for stage in checks.STAGES for check in stage}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ["a,2021,20,5", "b,,x,5"],
            [(3, "teachers", "wrong_type"), (3, "year", "empty_cell")],
        ),
        (
            ["a,2021,2x,5", "b,2021,3,-5"],
            [(2, "teachers", "wrong_type"), (3, "trained", "too_small")],
        ),
        (
            ["a,2021,20,5", "a,2021,3,5"],
            [(2, "year", "repeated_key"), (3, "trained", "more_than"), (3, "year", "repeated_key")],
        ),
        (["a,,1,1", "a,,1,1"], [(2, "year", "empty_cell"), (3, "year", "empty_cell")]),
        (
            ["a,x,1,1", "a,x,1,1", "d,2021,y,1", "d,2021,1,2"],
            [
                (2, "year", "wrong_type"),
                (3, "year", "wrong_type"),
                (4, "school_id", "unknown_reference"),
                (4, "teachers", "wrong_type"),
                (4, "year", "repeated_key"),
                (5, "school_id", "unknown_reference"),
                (5, "trained", "more_than"),
                (5, "year", "repeated_key"),
            ],
        ),
        (["a,2021,x,1", "b,y,1,1"], [(2, "teachers", "wrong_type"), (3, "year", "wrong_type")]),
        (
            ["d,2021,1,1", "d,2021,1,1"],
            [
                (2, "school_id", "unknown_reference"),
                (2, "year", "repeated_key"),
                (3, "school_id", "unknown_reference"),
                (3, "year", "repeated_key"),
            ],
        ),
    ],
)
def test_a_wrong_cell_hides_no_other(files, rows, expected):
    folder = files(training=["school_id,year,teachers,trained", *rows])
    read, problems = reading.read(folder / "training.csv", training)
    assert problems == []
    found = checks.faults(read, KNOWN)
    assert [(problem.row, problem.column, problem.rule) for problem in found] == expected


def test_faults_of_one_kind_are_listed_up_to_fifty(files):
    rows = [f"a,{2000 + number},x,1" for number in range(80)]
    folder = files(training=["school_id,year,teachers,trained", *rows])
    read, _ = reading.read(folder / "training.csv", training)
    assert [problem.row for problem in checks.faults(read, KNOWN)] == list(range(2, 52))
