"""People's words lead to one column and one code each, and none of the declared lacks a word."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import Boolean, Enum

from data import schema
from data.intake.spelling import vocabulary
from data.intake.spelling.vocabulary import heading, headings, labels, plain, title

VOCABULARY = Path(vocabulary.__file__).parent
FACTS = VOCABULARY.parents[1] / "facts"
TABLES = pytest.mark.parametrize("table", schema.INTAKE_TABLES, ids=lambda table: table.name)
COLUMNS = [column for table in schema.INTAKE_TABLES for column in table.columns]
CODED = [column for column in COLUMNS if isinstance(column.type, Enum | Boolean)]


def repeated(words):
    return [word for word, times in Counter(map(plain, words)).items() if times > 1]


@TABLES
def test_every_column_has_a_russian_heading_and_understands_its_declared_name(table):
    assert list(headings(table)) == [column.name for column in table.columns]
    for column, words in headings(table).items():
        assert any("а" <= letter <= "я" for letter in plain(words[0])), column
        assert words[-1] == column


@TABLES
def test_no_two_columns_of_a_table_share_a_heading(table):
    words = [word for found in headings(table).values() for word in set(map(plain, found))]
    assert repeated(words) == []


@pytest.mark.parametrize("column", CODED, ids=str)
def test_every_code_has_a_russian_label_and_is_understood_itself(column):
    codes = ["true", "false"] if isinstance(column.type, Boolean) else column.type.enums
    assert list(labels(column)) == list(codes)
    for code, words in labels(column).items():
        assert any("а" <= letter <= "я" for letter in plain(words[0])), code
        assert code in words


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_no_two_codes_of_a_column_share_a_label(column):
    words = [plain(word) for found in labels(column).values() for word in set(map(plain, found))]
    assert repeated(words) == []


@pytest.mark.parametrize("name", ["headings.csv", "codes.csv"])
def test_no_word_of_the_files_is_lost_or_stands_twice(name):
    with (VOCABULARY / name).open(encoding="utf-8", newline="") as lines:
        rows = [tuple(row) for row in csv.reader(lines)][1:]
    known = {table.name: set(table.columns.keys()) for table in schema.INTAKE_TABLES}
    names = {column for columns in known.values() for column in columns}
    for owner, inner, word in rows:
        assert word and word == word.strip()
        if name == "headings.csv":
            assert inner in (names if owner == "*" else known[owner] | {""})
        else:
            table, _, column = owner.rpartition(".")
            assert owner == "boolean" or column in (known[table] if table else names)
    assert repeated("\x1f".join(row) for row in rows) == []


@TABLES
def test_a_title_can_name_a_sheet_of_excel(table):
    assert 0 < len(title(table)) <= 31
    assert not set(title(table)) & set("[]:*?/\\")
    assert title(table) != table.name


def test_titles_of_tables_differ():
    assert repeated(title(table) for table in schema.INTAKE_TABLES) == []


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("  Код\u00a0школы * ", "код школы"),
        ("КОД\nШКОЛЫ:", "код школы"),
        ("Отчётный\u2009год", "отчетный год"),
        ("Отче\u0308тный год", "отчетный год"),
        ("школа\u202f— школа", "школа-школа"),
        ("Получили «2»", 'получили "2"'),
        ("\ufeffГод", "год"),
        ("№ п/п", "no п/п"),
        ("–", "-"),
        ("+", "+"),
        ("", ""),
    ],
)
def test_words_are_compared_without_what_people_write_in_many_ways(written, compared):
    assert plain(written) == compared
    assert plain(compared) == compared


@pytest.mark.parametrize(
    ("list_of", "file", "word"),
    [
        (schema.risk_profile.c.risk_factor, "risk_factor.csv", "name_ru"),
        (schema.indicator_value.c.indicator, "shown_indicator.csv", "short_ru"),
        (schema.road_map.c.region, "region.csv", "name_ru"),
    ],
    ids=str,
)
def test_names_of_what_the_facts_know_are_understood(list_of, file, word):
    with (FACTS / file).open(encoding="utf-8", newline="") as lines:
        known = {row["code"]: row[word] for row in csv.DictReader(lines)}
    assert {code: words[0] for code, words in labels(list_of).items()} == known


def test_a_column_without_a_list_has_no_labels():
    assert labels(schema.school.c.name) == {}


def test_the_first_heading_is_the_templates():
    assert heading(schema.mentorship.c.mentee_id) == "Наставляемая школа (код)"
