"""Municipalities with first and last days: naming one in a year without it is a fault."""

import pyarrow as pa
import pytest

from data.intake.declared import checks, municipal_terms, reading
from data.intake.declared.casting import no_rows
from data.schema import municipal_report, municipality
from data.texts import LANGUAGES, text

PLACES = ",".join(municipality.columns.keys())
OLD = "60601000,60,Азовский район,Азовский район,district,,П,,2024-12-31,60501000"
NEW = "60501000,60,Азовский округ,Азовский округ,municipal_okrug,,П,2025-01-01,,"
GONE = "60602000,60,Б,Б,district,,П,,2024-06-30,"
KNOWN = {"region.code": pa.array(["60"]), "municipality.oktmo": pa.array(["60601000"])}


def found(files, table, header, *rows, known=KNOWN):
    folder = files(**{table.name: [header, *rows]})
    read, problems = reading.read(folder / f"{table.name}.csv", table)
    assert problems == []
    return [(p.row, p.column, p.rule, p.expected) for p in checks.faults(read, known)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (NEW, []),
        (GONE, []),
        ("60602000,60,Б,Б,district,,П,,2024-06-30,60501000", []),
        (
            "60602000,60,Б,Б,district,,П,,2024-06-30,60509000",
            [("successor", "unknown_reference", "municipality.oktmo")],
        ),
        (
            "60602000,60,Б,Б,district,,П,,2024-06-30,60602000",
            [("successor", "its_own_successor", "")],
        ),
        ("60602000,60,Б,Б,district,,П,,,60601000", [("valid_to", "successor_of_standing", "")]),
        (
            "60602000,60,Б,Б,district,,П,2025-01-01,2024-06-30,",
            [("valid_to", "before_start", "valid_from")],
        ),
    ],
)
def test_a_successor_is_another_one_that_is_there(files, row, expected):
    rows = (OLD, *(() if row == NEW else (NEW,)), row)
    told = found(files, municipality, PLACES, *rows)
    assert told == [(len(rows) + 1, *fault) for fault in expected]


def layer(*rows):
    schema = no_rows(municipality).schema
    names = municipality.columns.keys()
    made = [dict(zip(names, row.split(","), strict=True)) for row in rows]
    table = pa.Table.from_pylist([{k: v or None for k, v in one.items()} for one in made])
    return table.cast(schema)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("60601000,2023", []),
        ("60601000,2024", []),
        ("60601000,2025", [("oktmo", "succeeded_then", "Азовский округ (60501000)")]),
        ("60501000,2025", []),
        ("60501000,2024", [("oktmo", "not_yet_then", "2025")]),
        ("60602000,2025", [("oktmo", "ended_then", "2024")]),
        ("60605000,2030", []),
    ],
)
def test_a_row_names_a_municipality_in_its_years_alone(files, row, expected):
    known = {"municipality.oktmo": pa.array(["60601000", "60602000", "60501000", "60605000"])}
    municipal_terms.note([layer(OLD, NEW, GONE)], known)
    header, sound = "oktmo,year,subject,reported", "60605000,2022,status,true"
    rows = found(files, municipal_report, header, sound, f"{row},status,true", known=known)
    assert rows == [(3, *fault) for fault in expected]


def test_the_newest_row_of_a_municipality_holds():
    known = {}
    again = OLD.replace("2024-12-31", "2026-12-31")
    municipal_terms.note([layer(again), layer(OLD, NEW)], known)
    (ended,) = known[municipal_terms.ENDED].to_pylist()
    assert ended["year"] == 2026


def test_every_rule_has_words_in_both_languages():
    for rule in ("its_own_successor", "successor_of_standing", "not_yet_then"):
        assert all(text(f"problem.{rule}", language) for language in LANGUAGES)
    for rule in ("ended_then", "succeeded_then"):
        assert all(text(f"problem.{rule}", language) for language in LANGUAGES)
