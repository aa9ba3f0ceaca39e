"""A published version has the declared tables, types and keys, and tells what it was made of."""

import csv
import hashlib

import pytest
from sqlalchemy import Boolean, Date, Double, Integer, column, func, select, table

from data import demo, store
from data.intake.declared.gathering import ORDER
from data.intake.declared.origins import INPUT, ROW
from data.schema import (
    FACT_TABLES,
    INTAKE_TABLES,
    SCHEMA_NUMBER,
    data_input,
    data_version,
    metadata,
    municipal_indicator,
    municipal_outline,
    own_indicator,
    region_setting,
    region_target,
    shown_indicator,
)

PHYSICAL = {Boolean: "BOOLEAN", Integer: "INTEGER", Double: "DOUBLE", Date: "DATE"}


@pytest.fixture(scope="module")
def stored(whole):
    """What DuckDB itself says of the file: table → column → type."""
    names = ("table_name", "column_name", "data_type", "ordinal_position")
    told = table("columns", *map(column, names), schema="information_schema")
    asked = select(told).order_by(told.c.table_name, told.c.ordinal_position)
    found = {}
    for row in store.fetch_arrow(store.engine(whole), asked).to_pylist():
        found.setdefault(row["table_name"], {})[row["column_name"]] = row["data_type"]
    return found


def test_every_declared_table_is_there_and_no_other(stored):
    assert set(stored) == set(metadata.tables)


@pytest.mark.parametrize("declared", metadata.sorted_tables, ids=lambda declared: declared.name)
def test_physical_types_are_the_declared_ones(stored, declared):
    origin = dict.fromkeys((INPUT, ROW), "INTEGER") if declared in ORDER else {}
    assert stored[declared.name] == origin | {
        column.name: PHYSICAL.get(type(column.type), "VARCHAR") for column in declared.columns
    }


@pytest.mark.parametrize("declared", metadata.sorted_tables, ids=lambda declared: declared.name)
def test_rows_keep_keys_required_cells_and_references(whole, declared):
    keys = list(declared.primary_key.columns)
    twice = select(*keys).group_by(*keys).having(func.count() > 1)
    assert store.fetch_arrow(store.engine(whole), twice).num_rows == 0
    for one in declared.columns:
        if not one.nullable:
            empty = select(func.count()).select_from(declared).where(one.is_(None))
            assert store.fetch(whole, empty).iat[0, 0] == 0, one.name
        for reference in one.foreign_keys:
            lost = select(one).where(one.is_not(None), one.not_in(select(reference.column)))
            assert store.fetch_arrow(store.engine(whole), lost).num_rows == 0, one.name


def test_the_version_says_what_it_is(whole):
    about = store.fetch_arrow(store.engine(whole), select(data_version)).to_pylist()
    assert len(about) == 1
    assert about[0]["name"] == whole.name == whole.path.stem
    assert about[0]["schema_number"] == SCHEMA_NUMBER
    assert about[0]["demonstration"] is True
    assert about[0]["seed"] == demo.DEFAULT_SEED
    assert about[0]["made_at"].endswith("+00:00")


def test_inputs_are_recorded_with_the_checksums_and_rows_of_their_files(built):
    asked = select(data_input).order_by(data_input.c.file)
    recorded = store.fetch_arrow(store.engine(built.version), asked).to_pylist()
    assert sorted(row.pop("number") for row in recorded) == list(range(1, len(recorded) + 1))
    files = {f"facts/{path.name}": path for path in built.facts.glob("*.csv")}
    files |= {f"demonstration/{path.name}": path for path in built.inputs.glob("*.csv")}
    assert recorded == [
        {
            "file": name,
            "sheet": "",
            "table_name": path.stem,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "rows": rows_of(path),
            "version": None,
        }
        for name, path in sorted(files.items())
    ]


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as lines:
        return sum(1 for _ in csv.reader(lines)) - 1


@pytest.mark.parametrize(
    "declared", dict.fromkeys(FACT_TABLES + INTAKE_TABLES), ids=lambda declared: declared.name
)
def test_rows_of_a_table_are_those_of_its_files(whole, declared):
    files = select(func.sum(data_input.c.rows)).where(data_input.c.table_name == declared.name)
    rows = select(func.count()).select_from(declared)
    found = store.fetch(whole, rows).iat[0, 0]
    assert found == (store.fetch(whole, files).iat[0, 0] or 0)
    # Of what only a region has, neither the facts nor the demonstration have a row.
    assert (found == 0) == (
        declared in (municipal_outline, own_indicator, region_setting, region_target)
    )


def test_the_aggregate_is_not_empty_for_any_shown_indicator_counted_from_facts(whole):
    counted = select(municipal_indicator.c.indicator).distinct()
    shown = shown_indicator.c
    known = select(shown.code).where(shown.kind != "value")
    assert set(store.fetch(whole, counted)["indicator"]) == set(store.fetch(whole, known)["code"])
