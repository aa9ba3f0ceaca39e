"""A region's GeoJSON becomes rows by ОКТМО or by names, and each fault is told at its feature."""

import json
from pathlib import Path

import pytest
from sent_files import REGISTER

from data.errors import Problem
from data.intake.declared.checks import faults
from data.intake.declared.outlines import is_drawable
from data.intake.received.apart import receive_apart
from data.intake.received.receive import receive
from data.schema import municipal_outline

SCHEMATIC = Path(__file__).resolve().parents[4] / "data" / "facts" / "geo" / "60.geojson"
AZOV, AKSAI = "60601000", "60602000"


def square(west):
    ring = [[west, 47], [west + 1, 47], [west + 1, 48], [west, 48], [west, 47]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(west=39, **properties):
    return {"type": "Feature", "properties": properties, "geometry": square(west)}


def geojson(*features, **members):
    whole = {"type": "FeatureCollection", "features": features, "licence": "CC BY 4.0"} | members
    return json.dumps(whole, ensure_ascii=False).encode()


def received(*features, **members):
    return receive("границы.geojson", geojson(*features, **members), REGISTER)


def codes(found):
    return found.files[0].rows["oktmo"].to_pylist()


def told(found):
    return [(p.row, p.column, p.rule) for p in found.problems if p.rule != "outlines_missing"]


@pytest.mark.parametrize(
    "properties",
    [
        {"oktmo": AZOV},
        {"OKTMO": int(AZOV)},
        {"ОКТМО": AZOV + "001", "name": "что угодно"},
        {"Муниципалитет": "Азовский район"},
        {"name": "Азовский муниципальный район", "oktmo": None},
        {"NAME": "азовский р-н"},
    ],
)
def test_a_feature_is_known_by_its_code_or_its_name(properties):
    found = received(feature(**properties), feature(40, oktmo=AKSAI))
    assert codes(found) == [AZOV, AKSAI]
    assert told(found) == []
    assert all(map(is_drawable, found.files[0].rows["geometry"].to_pylist()))


def test_a_feature_is_known_by_its_identifier_too():
    assert codes(received(feature() | {"id": AZOV})) == [AZOV]


def test_names_are_looked_up_as_those_of_any_table():
    found = received(feature(name="Октябрьский район"), feature(40, name="Аксайский район"))
    assert codes(found) == ["60641000", AKSAI]
    alone = received(feature(name="Октябрьский район"), feature(40, oktmo="1"))
    assert (1, "name", "ambiguous_name") in told(alone)
    assert told(received(feature(name="Нигде"))) == [(1, "name", "unknown_municipality")]


def test_an_own_file_without_a_licence_is_taken_once_somebody_confirms():
    whole = {
        "type": "FeatureCollection",
        "features": [feature(59, oktmo="75603000", name="Агаповский район")],
    }
    found = receive("granitsy.geojson", json.dumps(whole).encode(), REGISTER)
    assert codes(found) == ["75603000"]
    assert [(p.rule, p.level) for p in found.problems] == [
        ("outlines_without_licence", "acknowledge"),
        ("outlines_missing", "note"),
    ]
    row = found.files[0].rows.to_pylist()[0]
    assert (row["source"], row["licence"]) == ("granitsy.geojson", None)
    assert (
        faults(found.files[0], {"municipality.oktmo": found.files[0].rows["oktmo"].chunk(0)}) == []
    )


def test_the_file_says_whose_its_outlines_are():
    found = received(feature(oktmo=AZOV), attribution="Геопортал", licence="CC0")
    assert found.files[0].rows.select(["source", "licence"]).to_pylist() == [
        {"source": "Геопортал", "licence": "CC0"}
    ]


def test_a_file_of_every_municipality_has_no_remark():
    found = receive("60.geojson", SCHEMATIC.read_bytes(), REGISTER)
    assert (found.problems, len(codes(found)), len(set(codes(found)))) == ([], 55, 55)
    assert found.files[0].table is municipal_outline


def test_municipalities_without_an_outline_are_named():
    (problem,) = received(feature(oktmo=AZOV)).problems
    assert (problem.rule, problem.level, problem.value) == ("outlines_missing", "note", "54")
    assert problem.expected.startswith("Аксайский район (60602000); ")


@pytest.mark.parametrize(
    ("broken", "place", "rule"),
    [
        ({"geometry": None}, "geometry", "outline_without_area"),
        (
            {"geometry": {"type": "Polygon", "coordinates": [square(39)["coordinates"][0][:-1]]}},
            "geometry",
            "open_ring",
        ),
        ({"geometry": square(0)}, "geometry", "outside_russia"),
        ({"properties": None}, "", "outline_of_nowhere"),
        ({"properties": {"oktmo": {"a": 1}}}, "", "outline_of_nowhere"),
    ],
)
def test_a_faulty_feature_is_told_by_its_number(broken, place, rule):
    found = received(feature(oktmo=AZOV), feature(40, oktmo=AKSAI) | broken)
    assert told(found) == [(2, place, rule)]
    assert codes(found) == [AZOV]
    assert next(p for p in found.problems if p.rule == rule).level == "stop"


def test_two_features_of_one_municipality_stand_at_their_numbers():
    file = received(feature(oktmo=AKSAI), feature(40, oktmo=AZOV), feature(41, oktmo=AKSAI)).files[
        0
    ]
    known = {"municipality.oktmo": file.rows["oktmo"].chunk(0)}
    assert [(p.row, p.rule) for p in faults(file, known)] == [
        (1, "repeated_key"),
        (3, "repeated_key"),
    ]


def test_personal_data_in_what_the_file_says_of_itself_stop_it():
    found = received(feature(oktmo=AZOV), attribution="Карта, ivanov@example.org")
    assert [p for p in found.problems if p.level == "stop"] == [
        Problem("personal_data", 0, "source", "•••", file="границы.geojson")
    ]
    assert "ivanov" not in str(found.files[0].rows.to_pylist())


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"{}",
        b'{"type": "FeatureCollection"}',
        b'{"type": "FeatureCollection", "features": []}',
        b'{"type": "FeatureCollection", "features": {"a": 1}}',
        b'{"type": "Topology", "objects": {}}',
        b'{"a": ' * 100_000,
        b'{"\xff": 1}',
    ],
)
def test_what_is_no_collection_of_features_is_said_to_be_none(content):
    found = receive("границы.json", content, REGISTER)
    assert (found.files, [p.rule for p in found.problems]) == ([], ["not_geojson"])


def test_features_that_are_no_objects_are_told_and_never_raise():
    found = received(7, None, [], feature(oktmo=AZOV))
    assert {row for row, _, _ in told(found)} == {1, 2, 3}
    assert codes(found) == [AZOV]


def test_a_large_file_is_read_apart_and_comes_out_small():
    content = geojson(feature(oktmo=AZOV), note="x" * 300_000)
    found = receive_apart("границы.geojson", content, REGISTER)
    assert codes(found) == [AZOV]
    assert found.files[0].places.to_pylist() == [1]
