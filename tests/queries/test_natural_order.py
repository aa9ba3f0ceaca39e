"""The key by which names sort: numbers as numbers, in SQL as in frames."""

import random

import pandas as pd
import pytest
from sqlalchemy import String, column, literal, select, union_all
from sqlalchemy.dialects import postgresql

from data import store
from queries.dialects import numbered as in_sql
from queries.methods.natural_order import by_numbers, numbered

PARTS = ("Школа № ", "СОШ №", " имени 8 Марта", "-", "0", "2", "007", "10", "1234567890123", "")
KINDS = ("Гимназия", "Лицей", "СОШ", "Школа")
BY_HAND = ["Гимназия № 1", "Школа", "Школа № 2", "Школа № 2 корпус 3", "Школа № 2 корпус 12"]


@pytest.fixture(scope="module")
def names():
    drawn = random.Random(5)
    return [*BY_HAND, *("".join(drawn.choices(PARTS, k=5)) for _ in range(2000))]


def test_the_second_school_stands_before_the_tenth():
    mixed = [
        "Школа № 10",
        "Школа № 2",
        "Школа № 2 корпус 12",
        "Гимназия № 11",
        "Школа № 2 корпус 3",
    ]
    assert sorted(mixed, key=numbered) == [
        "Гимназия № 11",
        "Школа № 2",
        "Школа № 2 корпус 3",
        "Школа № 2 корпус 12",
        "Школа № 10",
    ]


def test_names_of_schools_sort_by_word_then_number_then_the_rest():
    drawn = random.Random(7)
    told = [
        (drawn.choice(KINDS), drawn.randrange(2000), drawn.choice(["", " корпус ", " филиал "]))
        for _ in range(1000)
    ]
    found = sorted((f"{kind} № {number}{rest}" for kind, number, rest in told), key=numbered)
    assert found == [f"{kind} № {number}{rest}" for kind, number, rest in sorted(told)]


def test_sql_writes_the_same_key(names, built):
    rows = union_all(*(select(literal(name, String).label("name")) for name in names[:300]))
    told = rows.subquery("told")
    found = store.fetch(built.version, select(told.c.name, in_sql(told.c.name).label("key")))
    assert list(found["key"]) == [numbered(name) for name in found["name"]]


def test_postgresql_gets_the_same_call():
    written = str(in_sql(column("name", String)).compile(dialect=postgresql.dialect()))
    assert written.count("regexp_replace(") == 2


def test_a_frame_sorts_by_it_and_numbers_and_gaps_stay_themselves():
    found = pd.DataFrame({"late": [1, 1, 2], "name": ["№ 10", "№ 2", None]})
    rows = found.sort_values(["late", "name"], key=by_numbers)
    assert list(rows["name"])[:2] == ["№ 2", "№ 10"]
    assert by_numbers(found["late"]).equals(found["late"])
