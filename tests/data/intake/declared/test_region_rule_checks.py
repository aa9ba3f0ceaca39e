"""Numbers that a region puts in the place of the shipped rules: each fault is at its cell."""

import pyarrow as pa
import pytest

from data.intake.declared import checks, own_indicators, reading, region_rules
from data.intake.screening.layers import shipped
from data.schema import DISCLOSURE, region_setting, region_target, setting
from data.texts import LANGUAGES, text

KNOWN = {
    "region.code": pa.array(["60", "75"]),
    "setting.code": pa.array(shipped().tables["setting"][0]["code"].to_pylist()),
    "shown_indicator.code": pa.array(["IND-03", "Р-1", "Р-2", "Р-3"]),
}
OWN, TARGETS = "region,setting,value,source", "region,indicator,target,target_year,source"
DEFINED = [
    {"code": "Р-1", "unit": "points", "denominator": None},
    {"code": "Р-2", "unit": "percent", "denominator": None},
    {"code": "Р-3", "unit": "percent", "denominator": "все"},
]


def faults(files, table, header, *rows):
    folder = files(**{table.name: [header, *rows]})
    read, problems = reading.read(folder / f"{table.name}.csv", table)
    assert problems == []
    known = dict(KNOWN)
    region_rules.note(shipped().tables["setting"][0], known)
    own_indicators.note(DEFINED, known)
    return [(p.row, p.column, p.rule, p.expected) for p in checks.faults(read, known)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("60,minimum_group,10,П", []),
        ("60,minimum_group,15,П", []),
        ("60,minimum_group,9,П", [("value", "loosened", "10")]),
        ("60,minimum_rest,3,П", [("value", "loosened", "10")]),
        ("60,small_group,4,П", [("value", "loosened", "5")]),
        ("60,minimum_group,12.5,П", [("value", "whole_wanted", "10")]),
        ("60,confidence,99,П", []),
        ("60,confidence,100,П", [("value", "too_large", "99.9")]),
        ("60,confidence,5,П", [("value", "too_small", "50")]),
        ("60,threshold_share,101,П", [("value", "too_large", "100")]),
        ("60,threshold_share,27.5,П", []),
        ("60,mentor_places,0,П", [("value", "too_small", "1")]),
        ("60,mentor_places,-1,П", [("value", "too_small", "1")]),
        ("60,mentor_places,2.5,П", [("value", "whole_wanted", "1")]),
        ("60,mentor_places,много,П", [("value", "wrong_type", "12.5")]),
        ("60,no_such_rule,3,П", [("setting", "unknown_reference", "setting.code")]),
        ("99,mentor_places,3,П", [("region", "unknown_reference", "region.code")]),
        ("60,mentor_places,3,", [("source", "empty_cell", "")]),
    ],
)
def test_a_number_outside_the_limits_of_its_rule_is_told_at_its_cell(files, row, expected):
    found = faults(files, region_setting, OWN, "75,mentor_places,2,Приказ", row)
    assert found == [(3, *fault) for fault in expected]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("60,IND-03,90,2026,П", []),
        ("60,Р-2,90,2026,П", []),
        ("60,Р-3,90,2026,П", []),
        ("60,IND-03,101,2026,П", [("target", "too_large", "100")]),
        ("60,IND-03,-1,2026,П", [("target", "too_small", "0")]),
        ("60,IND-03,90,26,П", [("target_year", "too_small", "2000")]),
        ("60,Р-1,90,2026,П", [("indicator", "target_in_percent", "%")]),
        ("60,IND-99,90,2026,П", [("indicator", "unknown_reference", "shown_indicator.code")]),
    ],
)
def test_a_target_is_a_share_of_what_is_in_per_cent(files, row, expected):
    assert faults(files, region_target, TARGETS, row) == [(2, *fault) for fault in expected]


def test_shipped_rules_lie_within_their_own_limits():
    (rows,) = shipped().tables["setting"]
    assert len(rows) > 20 and shipped().problems == []
    for row in rows.to_pylist():
        assert row["minimum"] <= row["value"] <= row["maximum"], row["code"]
        assert not row["whole"] or row["value"] == int(row["value"]), row["code"]


def test_a_shipped_rule_outside_its_limits_is_refused(files):
    header = "code,value,unit,name_ru,name_en,source,basis,minimum,maximum,whole"
    rows = ("a,0,%,А,A,П,stated,1,2,false", "b,1.5,%,А,A,П,stated,1,2,true")
    found = faults(files, setting, header, *rows)
    assert found == [(2, "value", "too_small", "1"), (3, "value", "whole_wanted", "1")]


def test_rules_of_disclosure_begin_at_the_shipped_numbers():
    (rows,) = shipped().tables["setting"]
    kept = {row["code"]: row for row in rows.to_pylist() if row["code"] in DISCLOSURE}
    assert len(kept) == len(DISCLOSURE)
    assert all(row["minimum"] == row["value"] and row["whole"] for row in kept.values())


def test_every_rule_has_words_in_both_languages():
    for rule in ("loosened", "whole_wanted", "target_in_percent"):
        assert all(text(f"problem.{rule}", language) for language in LANGUAGES)
