"""A remark in Russian is Russian to the last word, whatever it expects."""

import re

import pytest

from data.errors import Problem
from data.intake.declared.checks import PATTERNS
from data.intake.spelling.names import expected, said
from data.schema import INTAKE_TABLES, school, school_status
from data.texts import text, under

LATIN = re.compile(r"[A-Za-z_]{2,}")
CODED = [
    column
    for table in INTAKE_TABLES
    for column in table.columns
    if getattr(column.type, "enums", None)
]


@pytest.mark.parametrize("column", CODED, ids=str)
def test_codes_that_are_allowed_are_told_by_their_words(column):
    problem = Problem("unknown_code", 2, column.name, "x", ", ".join(column.type.enums))
    told = expected(problem, "ru")
    assert len(told.split(", ")) >= len(column.type.enums)
    assert not LATIN.search(told), told
    assert expected(problem, "en") == problem.expected


@pytest.mark.parametrize("example", [example for _, example in PATTERNS.values()])
def test_examples_are_written_as_in_the_language(example):
    told = said(Problem("wrong_type", 2, "a", "x", example), "ru")
    assert not LATIN.search(told)
    written = {"true, false": "да, нет", "12.5": "12,5", "2022-11-17": "17.11.2022"}
    assert written.get(example, example) in told
    assert example in said(Problem("wrong_type", 2, "a", "x", example), "en")


@pytest.mark.parametrize(
    ("rule", "wanted", "told"),
    [
        ("unknown_reference", "school.school_id", "Школы: Код школы"),
        ("repeated_key", "school_id, year", "Код школы, Год"),
        ("more_than", "participants", "Участников"),
        ("taken_for", "mentor_strength, risk_profile", "Сильные стороны наставников, Рисковые"),
        ("jump", "12.5 → 99.1 %", "12,5 → 99,1 %"),
        ("ambiguous_date", "17.11.2022", "17.11.2022"),
    ],
)
def test_tables_columns_and_numbers_are_named(rule, wanted, told):
    words = said(Problem(rule, 2, "a", "x", wanted), "ru")
    assert told in words and not LATIN.search(words)


def test_no_rule_has_a_gap_that_is_left_open():
    for key in under("problem"):
        if "{" in str(text(key, "ru")):
            rule = key.removeprefix("problem.")
            assert "{expected}" not in said(Problem(rule, expected="1"), "ru")


def test_words_of_other_columns_are_not_taken():
    assert school_status.c.low_performing.name not in expected(
        Problem("unknown_code", expected=", ".join(school.c.locality.type.enums)), "ru"
    )
