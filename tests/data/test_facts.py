"""The shipped facts are all there, each with its source, and agree with one another."""

import csv
import json
from collections import Counter

import pytest

from data.first_start import FACTS
from data.schema import FACT_TABLES, INTAKE_TABLES

FILES = sorted(FACTS.glob("*.csv"))
DECLARED = {table.name: table for table in FACT_TABLES + INTAKE_TABLES}
FROM_DOCUMENTS = (
    "event",
    "event_count",
    "event_participation",
    "recommendation",
    "regional_measure_fact",
    "road_map",
    "road_map_measure",
    "school",
    "stated_fact",
)
ABSENT = {
    "Белокалитвинский район",
    "Константиновский район",
    "Красносулинский район",
    "Орловский район",
    "Пролетарский район",
    "Сальский район",
    "Семикаракорский район",
    "Чертковский район",
    "г. Азов",
}


def rows(table):
    with (FACTS / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(
    ("table", "count"),
    [
        ("region", 85),
        ("municipality", 2622),
        ("municipal_point", 98),
        ("recommendation", 54),
        ("road_map_measure", 14),
        ("regional_measure_fact", 35),
        ("stated_fact", 105),
        ("magnitude", 97),
        ("event_participation", 9),
        ("source_document", 5),
        ("school", 9),
    ],
)
def test_no_fact_is_lost(table, count):
    assert len(rows(table)) == count


def test_every_region_has_municipalities_whose_codes_begin_with_its_own():
    regions = Counter(row["region"] for row in rows("municipality"))
    assert set(regions) == {row["code"] for row in rows("region")}
    known = {"60": 55, "75": 43, "65": 73, "45": 146, "67": 10, "118": 2, "718": 22, "719": 13}
    assert {code: regions[code] for code in known} == known
    assert all(row["oktmo"].startswith(row["region"]) for row in rows("municipality"))
    assert {code for code in regions if len(code) == 3} == {"118", "718", "719"}


def test_names_of_municipalities_differ_within_a_region():
    names = Counter((row["region"], row["short_name_ru"]) for row in rows("municipality"))
    assert set(names.values()) == {1}


def test_recommendations_have_a_source_event_and_text_each():
    found = rows("recommendation")
    assert all(row["source"] and row["event"] and row["text_ru"] for row in found)
    codes = {row["rec_id"] for row in found}
    # «A-3.3 (частично)»: a repeat may be a partial one.
    repeats = {
        code.removesuffix(" (частично)")
        for row in found
        for code in row["repeats_rec_id"].split("; ")
        if code
    }
    assert len(codes) == 54 and repeats <= codes
    indicators = {code for row in found for code in row["indicator_code"].split("; ") if code}
    assert indicators <= {row["code"] for row in rows("indicator")}


def test_nine_absent_municipalities_are_known_by_name():
    names = {row["oktmo"]: row["short_name_ru"] for row in rows("municipality")}
    found = rows("event_participation")
    assert {names[row["oktmo"]] for row in found} == ABSENT
    assert {(row["event"], row["state"]) for row in found} == {("rostov-2022-11", "absent")}


def test_counts_of_the_conference_agree_with_one_another():
    count = {
        row["attribute"]: float(row["value"])
        for row in rows("event_count")
        if row["event"] == "rostov-2022-11"
    }
    took_part, absent = count["municipalities_took_part"], count["municipalities_absent"]
    with_schools = count["municipalities_absent_with_schools"]
    assert (took_part, absent) == (41, 14)
    assert took_part + absent == 55
    assert with_schools + count["municipalities_absent_no_schools"] == absent
    assert with_schools == len(ABSENT)
    assert count["municipalities_share"] == pytest.approx(took_part / 55 * 100, abs=0.05)
    assert count["participants_in_person"] <= count["participants"] == 185


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_is_of_a_declared_table_and_names_its_sources(path):
    declared = DECLARED[path.stem]
    assert list(rows(path.stem)[0]) == [column.name for column in declared.columns]
    if "source" in declared.columns:
        assert all(row["source"].strip() for row in rows(path.stem))


def test_every_fact_table_is_shipped():
    assert {table.name for table in FACT_TABLES} <= {path.stem for path in FILES}


@pytest.mark.parametrize("table", FROM_DOCUMENTS)
def test_sources_named_by_documents_are_listed(table):
    listed = {row["source"] for row in rows("source_document")}
    assert {row["source"] for row in rows(table)} <= listed


@pytest.mark.parametrize(("region", "count"), [("60", 55), ("75", 43)])
def test_outlines_are_keyed_by_municipalities_that_exist(region, count):
    outlines = json.loads((FACTS / "geo" / f"{region}.geojson").read_text(encoding="utf-8"))
    features = outlines["features"]
    places = {row["oktmo"] for row in rows("municipality") if row["region"] == region}
    points = {row["oktmo"] for row in rows("municipal_point")}
    assert len(features) == count
    assert {feature["properties"]["oktmo"] for feature in features} == places
    assert all(feature["id"] == feature["properties"]["oktmo"] for feature in features)
    assert {feature["geometry"]["type"] for feature in features} <= {"Polygon", "MultiPolygon"}
    assert places <= points
    assert "GeoNames" in outlines["attribution"] and outlines["licence"]
