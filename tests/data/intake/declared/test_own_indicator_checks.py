"""Definitions of own indicators and their values: each fault is told at its very cell, in words."""

import pyarrow as pa
import pytest

from data.intake.declared import checks, own_indicators, reading
from data.schema import indicator_value, own_indicator
from data.texts import LANGUAGES, text

KNOWN = {
    "municipality.oktmo": pa.array(["60601000", "60602000"]),
    "indicator.code": pa.array(["IND-21"]),
    "shown_indicator.code": pa.array(["IND-03", "IND-21"]),
}
DEFINED = (
    "code,name_ru,name_en,unit,direction,numerator,denominator,definition_ru,definition_en,source"
)
VALUES = "oktmo,year,indicator,value,source,numerator,denominator"
SOUND = (
    "share,Доля,,percent,higher,дети,все,О доле,,Приказ",
    "part,Часть,,percent,context,,,О части,,Приказ",
    "many,Число,,count,lower,,,О числе,,Приказ",
)


def faults(files, table, header, *rows, known=KNOWN):
    folder = files(**{table.name: [header, *rows]})
    read, problems = reading.read(folder / f"{table.name}.csv", table)
    assert problems == []
    return [(p.row, p.column, p.rule) for p in checks.faults(read, known)], read


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("IND-21,А,,percent,higher,,,О,,П", [("code", "code_taken")]),
        ("IND-03,А,,percent,higher,,,О,,П", [("code", "code_taken")]),
        ("x,А,,percent,higher,дети,,О,,П", [("denominator", "half_a_share")]),
        ("x,А,,percent,higher,,все,О,,П", [("numerator", "half_a_share")]),
        ("x,А,,points,higher,дети,все,О,,П", [("unit", "share_in_percent")]),
        ("x,А,,metres,higher,,,О,,П", [("unit", "unknown_code")]),
        ("x,А,,percent,sideways,,,О,,П", [("direction", "unknown_code")]),
        ("x,А,,percent,higher,,,,,П", [("definition_ru", "empty_cell")]),
        ("share,А,,percent,higher,,,О,,П", [("code", "repeated_key")]),
    ],
)
def test_a_bad_definition_is_told_at_its_cell(files, row, expected):
    found, _ = faults(files, own_indicator, DEFINED, *SOUND, row)
    assert [(column, rule) for line, column, rule in found if line == 5] == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("60601000,2024,share,,П,3,4", []),
        ("60601000,2024,share,75,П,3,4", []),
        ("60601000,2024,share,33.3,П,1,3", []),
        ("60601000,2024,share,70,П,3,4", [("value", "share_differs")]),
        ("60601000,2024,share,75,П,,", [("denominator", "counts_wanted")] * 2),
        ("60601000,2024,share,,П,5,4", [("numerator", "more_than")]),
        ("60601000,2024,part,,П,,", [("value", "value_wanted")]),
        ("60601000,2024,part,101,П,,", [("value", "above_hundred_percent")]),
        ("60601000,2024,part,-1,П,,", [("value", "too_small")]),
        ("60601000,2024,many,101,П,,", []),
        ("60601000,2024,many,101,П,1,2", [("denominator", "counts_unwanted")] * 2),
        ("60601000,2024,IND-21,50,П,1,2", [("denominator", "counts_unwanted")] * 2),
        ("60601000,2024,absent,1,П,,", [("indicator", "unknown_reference")]),
    ],
)
def test_a_value_must_be_what_its_definition_asks_for(files, row, expected):
    _, sound = faults(files, own_indicator, DEFINED, *SOUND)
    known = dict(KNOWN)
    own_indicators.note(own_indicators.defined([sound.rows]), known)
    found, _ = faults(files, indicator_value, VALUES, row, known=known)
    twice = {"counts_wanted", "counts_unwanted"}
    assert sorted((column, rule) for _, column, rule in found if rule not in twice) == sorted(
        pair for pair in expected if pair[1] not in twice
    )
    assert {rule for *_, rule in found} == {rule for _, rule in expected}


def test_the_newest_definition_holds():
    old = pa.Table.from_pylist([{"code": "a", "denominator": "все"}, {"code": "b"}])
    new = pa.Table.from_pylist([{"code": "a", "denominator": None}])
    assert [(row["code"], row["denominator"]) for row in own_indicators.defined([new, old])] == [
        ("a", None),
        ("b", None),
    ]


def test_every_rule_has_words_in_both_languages():
    for rule in ("code_taken", "half_a_share", "share_in_percent", "counts_wanted"):
        assert all(text(f"problem.{rule}", language) for language in LANGUAGES)
    for rule in ("value_wanted", "counts_unwanted", "share_differs", "above_hundred_percent"):
        assert all(text(f"problem.{rule}", language) for language in LANGUAGES)
