"""Differences are those of plain dictionaries, by table and municipality; so are the headlines."""

import random
from collections import Counter

import pandas as pd
import pytest
from small_region import (
    PLACES,
    SCHOOLS,
    facts,
    key_of,
    result,
    school,
    screened,
    stored,
    tables,
    trained,
)
from sqlalchemy import select

from data import store
from data.errors import ACKNOWLEDGE
from data.intake.screening import screen
from data.schema import INTAKE_TABLES, municipal_indicator

STATES = ["added", "changed", "removed", "rows"]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "store"


def place(row, now, before):
    """The municipality of a row: its own, or its school's as it is now, or as it was."""
    if "oktmo" in row:
        return row["oktmo"]
    of = row.get("school_id") or row.get("mentee_id")
    if not of:
        return ""
    found = now["school"].get((of,)) or before["school"].get((of,))
    return found["oktmo"]


def counted(before, now):
    """One row per table and municipality, by walking through every row."""
    found = []
    for table in INTAKE_TABLES:
        old, new = before.get(table.name, {}), now[table.name]
        states = {name: Counter() for name in STATES}
        for key in old.keys() | new.keys():
            at = place(new.get(key) or old[key], now, before)
            states["added"][at] += key not in old
            states["removed"][at] += key not in new
            states["changed"][at] += key in old and key in new and old[key] != new[key]
            states["rows"][at] += key in new
        places = sorted(set().union(*states.values()))
        found += [(table.name, at, *[states[name][at] for name in STATES]) for at in places]
    return found


def told(found):
    columns = ["table", "oktmo", *STATES]
    return list(found.rows[columns].itertuples(index=False, name=None))


def taken(folder, found):
    """Publish what was screened; give its rows."""
    return stored(screen.publish(folder, found, "who", "why", found.of(ACKNOWLEDGE)))


def test_everything_is_new_in_a_first_publish(folder):
    found = screened(folder, tables())
    assert told(found) == counted({}, taken(folder, found))


def test_a_moved_a_renamed_and_a_vanished_school_are_told_in_their_places(begun):
    folder, before = begun, stored(store.current(begun))
    lost, moved, renamed = "s0", "s1", "s2"
    received = {
        name: [row for row in rows if row["school_id"] != lost] for name, rows in tables().items()
    }
    for row in received["school"]:
        if row["school_id"] == moved:
            row["oktmo"] = PLACES[9]
        if row["school_id"] == renamed:
            row["name"] = "Школа имени Чехова"
    found = screened(folder, received, set(received))
    assert told(found) == counted(before, taken(folder, found))
    rows = found.rows[found.rows["table"].eq("school")].set_index("oktmo")[STATES[:3]]
    changed = {at: tuple(row) for at, row in rows.iterrows() if row.sum()}
    assert changed == {
        SCHOOLS[lost]: (0, 0, 1),
        PLACES[9]: (0, 1, 0),
        SCHOOLS[renamed]: (0, 1, 0),
    }


@pytest.mark.parametrize("seed", range(3))
def test_differences_after_random_changes_are_those_of_dictionaries(begun, seed):
    chance = random.Random(seed)
    folder, before = begun, stored(store.current(begun))
    received = tables()
    received["training"] = [
        row | {"trained": str(chance.randrange(20))}
        for row in received["training"]
        if chance.random() < 0.8
    ]
    received["assessment_result"] = [
        result(name, chance.choice((2021, 2022, 2023)), chance.randrange(100))
        for name in chance.sample(list(SCHOOLS), 12)
    ]
    received["school"] = [
        school(name, chance.choice(PLACES)) for name in [*SCHOOLS, "new-1", "new-2"]
    ]
    found = screened(folder, received, {"training"})
    assert told(found) == counted(before, taken(folder, found))


def test_an_empty_cell_that_is_filled_or_emptied_is_a_change(begun):
    folder = begun
    row = result("s4", 2022, tables()["assessment_result"][9]["below_threshold"])
    filled = row | {"mean_score": "50.5"}
    found = screened(folder, {"assessment_result": [filled]})
    assert found.rows[STATES[:3]].sum().tolist() == [0, 1, 0]
    taken(folder, found)
    found = screened(folder, {"assessment_result": [filled]})
    assert found.rows[STATES[:3]].sum().tolist() == [0, 0, 0]
    found = screened(folder, {"assessment_result": [row]})
    assert found.rows[STATES[:3]].sum().tolist() == [0, 1, 0]


def sums(version):
    """Sum the aggregate's cells by region, indicator and year; a sum of nothing is None."""
    found = {}
    rows = store.fetch_arrow(store.engine(version), select(municipal_indicator)).to_pylist()
    for row in rows:
        key = (row["region"], row["indicator"], row["year"])
        for name in ("numerator", "denominator"):
            cell = found.setdefault(key, {"numerator": None, "denominator": None})
            if row[name] is not None:
                cell[name] = (cell[name] or 0) + row[name]
    return found


def test_headlines_are_the_regions_sums_of_its_last_year_before_and_after(begun):
    folder, old = begun, sums(store.current(begun))
    found = screened(
        folder,
        {
            "assessment_result": [result("s0", 2022, 77), result("s1", 2022, 1, of=9)],
            "training": [trained("s1", 2022, 40, 33)],
        },
    )
    new = sums(screen.publish(folder, found, "who", "why", found.of(ACKNOWLEDGE)))
    last = {region: max(year for r, _, year in new if r == region) for region, _, _ in new}
    wanted = {
        key: (
            new[key]["numerator"],
            new[key]["denominator"],
            old.get(key, {}).get("numerator"),
            old.get(key, {}).get("denominator"),
        )
        for key in new
        if key[2] == last[key[0]]
    }
    said = {
        (row.region, row.indicator, row.year): tuple(
            None if pd.isna(value) else value
            for value in (
                row.numerator_after,
                row.denominator_after,
                row.numerator_before,
                row.denominator_before,
            )
        )
        for row in found.headlines.itertuples()
    }
    assert said == wanted
    region = PLACES[0][:2]
    assert said[region, "IND-07-OGE", 2022][:2] != said[region, "IND-07-OGE", 2022][2:]


def test_keys_of_tables_are_told_apart_by_all_their_columns():
    row = result("s0", 2022, 1)
    assert key_of("assessment_result", row) == ("s0", "2022", "OGE", "9", "russian")
    assert facts("training") == {}
