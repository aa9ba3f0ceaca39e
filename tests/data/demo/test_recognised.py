"""Every row that the generator writes is known again, and no fact and no region's own row is."""

import random

import pandas as pd
import pyarrow as pa
import pytest
from small_region import published, tables
from sqlalchemy import select

from data import generated_rows, store
from data.demo import unsigned
from data.demo.parameters import DEFAULT_SEED
from data.intake.declared.casting import no_rows
from data.intake.publishing import draft
from data.schema import INTAKE_TABLES, metadata

NAMES = [table.name for table in INTAKE_TABLES]


def counted(tmp_path, given):
    """Count the generated rows of tables given as Arrow rows; the other tables are empty."""
    path = tmp_path / "draft.duckdb"
    path.unlink(missing_ok=True)
    with draft.opened(path) as engine:
        with engine.begin() as connection:
            driver = connection.connection.driver_connection
            for table in INTAKE_TABLES:
                driver.from_arrow(given.get(table.name, no_rows(table))).create(table.name)
        return generated_rows.counts(engine)


def all_rows(version):
    asked = {table.name: select(table) for table in INTAKE_TABLES}
    opened = store.engine(version)
    return {name: store.fetch_arrow(opened, question) for name, question in asked.items()}


@pytest.fixture(scope="module")
def made(built):
    """The rows of the demonstration set as they stand in a version, without those of facts."""
    found = {}
    for name, rows in all_rows(built.version).items():
        path = built.facts / f"{name}.csv"
        key = next(iter(metadata.tables[name].primary_key.columns)).name
        facts = pd.read_csv(path, dtype=str)[key].tolist() if path.is_file() else []
        own = [cell not in facts for cell in rows[key].to_pylist()]
        found[name] = rows.filter(pa.array(own)) if facts and name != "school_status" else rows
    status = found["school_status"]
    invented = [cell.startswith(("60-", "75-")) for cell in status["school_id"].to_pylist()]
    return found | {"school_status": status.filter(pa.array(invented))}


@pytest.fixture(scope="module")
def own(shared):
    """The rows of a region's own, facts among them."""
    return all_rows(store.current(shared("own_rows", lambda folder: published(folder, tables()))))


def test_every_row_of_every_table_of_the_set_is_recognised(built, made):
    written = {path.stem: len(pd.read_csv(path, dtype=str)) for path in built.inputs.glob("*.csv")}
    assert {name: rows.num_rows for name, rows in made.items() if rows.num_rows} == written
    assert generated_rows.of(built.version) == written


def test_rows_are_recognised_by_their_own_signs_but_for_those_about_real_places(made, tmp_path):
    """So one row with a sign is enough; which rows have none is known, and none of them counts."""
    signed = {}
    for name, rows in made.items():
        cells = [map(unsigned.said, rows[column].to_pylist()) for column in rows.column_names]
        written = unsigned.written().get(name, pd.DataFrame())
        without = set(written.itertuples(index=False, name=None))
        kept = rows.filter(
            pa.array([row not in without for row in zip(*cells, strict=True)], pa.bool_())
        )
        signed |= {name: kept} if kept.num_rows else {}
    assert counted(tmp_path, signed) == {name: rows.num_rows for name, rows in signed.items()}
    assert {name for name, rows in made.items() if rows.num_rows} - set(signed) == {
        "municipal_report",
        "recommendation_mark",
    }


def test_facts_and_own_rows_are_never_recognised(own, tmp_path):
    assert counted(tmp_path, own) == {}


@pytest.mark.parametrize("seed", range(1, 21))
def test_own_numbers_of_the_real_schools_and_places_are_not_recognised(seed, tmp_path, monkeypatch):
    """Another seed is a world much alike: same schools, places, years and kinds of numbers."""
    unsigned.written.cache_clear()
    monkeypatch.setattr(unsigned, "DEFAULT_SEED", DEFAULT_SEED + seed)
    other = {name: set(rows.itertuples(index=False)) for name, rows in unsigned.written().items()}
    monkeypatch.undo()
    unsigned.written.cache_clear()
    own = {name: {tuple(row) for row in rows} for name, rows in other.items()}
    found = {name: rows for name, rows in unsigned.standing(own).items() if rows}
    assert found == {}


def everybody(answer):
    reports = unsigned.written()[unsigned.REPORTS]
    return set(reports.assign(reported=answer).itertuples(index=False, name=None))


@pytest.mark.parametrize("answer", ["True", "False"])
def test_reports_that_all_say_the_same_are_a_regions_own(answer):
    empty = dict.fromkeys(unsigned.written(), ())
    found = unsigned.standing(empty | {unsigned.REPORTS: everybody(answer)})
    assert found[unsigned.REPORTS] == set()


def blocks(name, rows):
    """Row numbers of a table's parts that are known together; a row with a sign is known alone."""
    owner = {"municipal_report": "oktmo", "risk_profile": None}.get(name, "school_id")
    if name == "recommendation_mark":
        owner = "oktmo"
    if name not in unsigned.written() or not rows.num_rows:
        return [[number] for number in range(rows.num_rows)]
    cells = rows[owner].to_pylist() if owner else [""] * rows.num_rows
    if name == "municipal_report":
        cells = [cell[:2] for cell in cells]
    parts = {}
    for number, cell in enumerate(cells):
        parts.setdefault(cell, []).append(number)
    return [part for cell, part in parts.items() if cell != "65"]


@pytest.mark.parametrize("seed", range(12))
def test_a_mixture_is_marked_for_what_is_left_of_the_set_and_for_nothing_else(
    seed, made, own, tmp_path
):
    chance = random.Random(seed)
    mixed, left = dict(own), {}
    for name in chance.sample(NAMES, chance.choice((0, 1, 1, 3))):
        parts = blocks(name, made[name])
        chosen = chance.sample(parts, min(len(parts), chance.choice((1, 1, 4))))
        chosen_rows = sorted(number for part in chosen for number in part)
        rows = made[name].take(pa.array(chosen_rows, pa.int64()))
        if rows.num_rows:
            mixed[name] = pa.concat_tables([own[name], rows.cast(own[name].schema)])
            left[name] = rows.num_rows
    assert counted(tmp_path, mixed) == left
