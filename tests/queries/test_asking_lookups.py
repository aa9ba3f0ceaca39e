"""What may be chosen and how it is called, against the files read again without SQL."""

import hashlib
from collections import Counter

import pytest

from data.demo import DEFAULT_SEED
from queries import lookups, region_rules, sources
from queries.view import View


def picked(rows, *names, **numbers):
    """Keep some columns of text rows; `numbers` name those that are numbers, by type."""
    return [
        {name: row[name] or None for name in names}
        | {name: kind(row[name]) if row[name] else None for name, kind in numbers.items()}
        for row in rows
    ]


def test_regions_are_those_of_the_facts(answer, plain):
    expected = picked(plain.rows("region"), "code", "name_ru", "name_en")
    assert answer(lookups.regions) == sorted(expected, key=lambda row: row["code"])


def test_municipalities_stand_by_region_and_name(answer, plain):
    names = ("oktmo", "region", "name_ru", "short_name_ru", "kind", "admin_centre")
    ends = dict.fromkeys(("first_year", "last_year", "successor"))
    expected = [row | ends for row in picked(plain.rows("municipality"), *names)]
    expected.sort(key=lambda row: (row["region"], row["short_name_ru"], row["oktmo"]))
    assert answer(lookups.municipalities) == expected
    assert len(expected) == 2622


@pytest.mark.parametrize(("region", "count"), [("60", 55), ("75", 43), ("65", 0)])
def test_every_municipality_is_a_place_with_degrees_where_they_are_known(
    answer, plain, region, count
):
    degrees = ("label_latitude", "label_longitude", "centre_latitude", "centre_longitude")
    numbers = dict.fromkeys(degrees, float) | {"hex_column": int, "hex_row": int}
    points = {
        row["oktmo"]: row for row in picked(plain.rows("municipal_point"), "oktmo", **numbers)
    }
    here = [row for row in plain.rows("municipality") if row["region"] == region]
    here.sort(key=lambda row: (row["short_name_ru"], row["oktmo"]))
    expected = [
        dict.fromkeys(numbers)
        | {name: row[name] for name in ("oktmo", "short_name_ru", "kind")}
        | points.get(row["oktmo"], {})
        for row in here
    ]
    assert answer(lookups.places, View(region, 2022, 2017)) == expected
    assert sum(row["hex_row"] is not None for row in expected) == count


def test_a_region_holds_its_schools_and_published_values(answer, plain):
    rows = plain.rows("school") + plain.rows("indicator_value")
    held = Counter(plain.regions[row["oktmo"]] for row in rows)
    expected = [{"region": code, "held": held[code]} for code in sorted(held)]
    assert answer(lookups.holdings) == expected


def test_years_are_those_with_any_count_or_published_value(answer, plain):
    expected = [
        {"region": region, "year": year}
        for region in sorted(row["code"] for row in plain.rows("region"))
        for year in plain.years(region)
    ]
    assert answer(lookups.years) == expected


def test_cohorts_are_the_years_of_entry(answer, plain):
    found = {
        (plain.regions[plain.schools[school]["oktmo"]], year)
        for school, year in plain.entries.items()
    }
    expected = [{"region": region, "entry_year": year} for region, year in sorted(found)]
    assert answer(lookups.cohorts) == expected


def test_indicators_come_in_the_order_shown(answer, plain):
    names = ("code", "kind", "procedure", "short_ru", "short_en")
    names += ("definition_ru", "definition_en", "caveat_ru", "caveat_en")
    catalogue = {row["code"]: row for row in plain.rows("indicator")}
    shown = sorted(plain.rows("shown_indicator"), key=lambda row: int(row["position"]))
    expected = [
        card
        | {
            name: catalogue[row["indicator"]][name]
            for name in ("direction", "unit", "source", "basis")
        }
        for card, row in zip(picked(shown, *names), shown, strict=True)
    ]
    assert answer(lookups.indicators) == expected


def test_without_own_ones_settings_are_those_of_the_facts(answer, plain):
    names = ("code", "unit", "name_ru", "name_en", "source", "basis")
    expected = [
        row | {"usual": row["value"], "own": False}
        for row in picked(plain.rows("setting"), *names, value=float)
    ]
    asked = answer(region_rules.settings, View("60", 0, 0))
    assert asked == sorted(expected, key=lambda row: row["code"])


def test_without_own_ones_targets_are_those_of_the_facts(answer, plain):
    sources = {row["code"]: row["source"] for row in plain.rows("indicator")}
    shown = [row for row in plain.rows("shown_indicator") if row["target"]]
    expected = [
        row | {"usual": row["target"], "own": False, "source": sources[fact["indicator"]]}
        for row, fact in zip(
            picked(shown, "code", target=float, target_year=int), shown, strict=True
        )
    ]
    assert shown and answer(region_rules.targets, View("60", 0, 0)) == expected


def test_documents_and_breaks_are_those_of_the_facts(answer, plain):
    names = ("source", "title_ru", "title_en", "document_date")
    documents = picked(plain.rows("source_document"), *names)
    assert answer(sources.documents) == sorted(documents, key=lambda row: row["source"])
    names = ("procedure", "note_ru", "note_en", "source")
    breaks = picked(plain.rows("series_break"), *names, year=int)
    assert answer(lookups.breaks) == sorted(breaks, key=lambda row: (row["procedure"], row["year"]))


def test_the_version_says_what_it_is(answer, built):
    (found,) = answer(lookups.version)
    made_at = found.pop("made_at")
    assert found == {
        "name": built.version.name,
        "seed": DEFAULT_SEED,
        "reason": "first start",
    }
    assert made_at.endswith("+00:00")


def test_inputs_are_the_files_with_their_sums(answer, built, plain):
    expected = {}
    for folder, name in ((built.facts, "facts"), (built.inputs, "demonstration")):
        for path in folder.glob("*.csv"):
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            expected[f"{name}/{path.name}"] = (path.stem, digest)
    found = answer(sources.inputs)
    assert [row["file"] for row in found] == sorted(expected)
    assert {row["file"]: (row["table_name"], row["sha256"]) for row in found} == expected
    rows = Counter()
    for row in found:
        rows[row["table_name"]] += row["rows"]
    assert rows == {table: len(plain.rows(table)) for table in rows}


def test_every_source_document_counts_its_rows(answer, plain):
    tables = ("recommendation", "road_map_measure", "regional_measure_fact", "stated_fact")
    counts = Counter(row["source"] for table in tables for row in plain.rows(table))
    expected = [{"source": source, "rows": counts[source]} for source in sorted(counts)]
    assert answer(sources.rows_by_source) == expected
