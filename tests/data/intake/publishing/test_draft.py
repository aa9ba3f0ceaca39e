"""Rows are written in the order of their table, however many there are and whatever layer."""

import random

import pandas as pd
import pyarrow as pa
import pytest
from older_facts import published_with_older
from sqlalchemy import column, select

from data import store
from data.indicators import MissingIndicatorError
from data.intake.declared import origins
from data.intake.declared.gathering import FACTS
from data.intake.publishing.draft import opened
from data.intake.publishing.merging import ROW_GROUP, merged_rows
from data.schema import assessment_result


def results(many, participants=10):
    """Rows of as many schools, in a mixed order that is the same each time."""
    names = [f"60-{number:06}" for number in range(many)]
    random.Random(1).shuffle(names)
    one = {
        "year": pa.array([2021] * many, pa.int32()),
        "procedure": ["VPR"] * many,
        "grade": pa.array([5] * many, pa.int32()),
        "subject": ["russian"] * many,
        "participants": pa.array([participants] * many, pa.int32()),
        "below_threshold": pa.array([1] * many, pa.int32()),
        "mean_score": pa.array([None] * many, pa.float64()),
    }
    return origins.untraced(pa.table({"school_id": names} | one))


def encoded(rows):
    return pa.table({name: rows[name].dictionary_encode() for name in rows.column_names})


@pytest.mark.parametrize("layer", [results, lambda many: encoded(results(many))])
def test_stored_rows_stand_in_the_order_of_their_table(layer, tmp_path):
    many = 2 * ROW_GROUP + 1
    rows = merged_rows("assessment_result", [layer(many)])
    assert rows.column("school_id").num_chunks == 3
    with opened(tmp_path / "draft.duckdb") as engine:
        with engine.begin() as connection:
            driver = connection.connection.driver_connection
            driver.from_arrow(rows).create("assessment_result")
        place = column("rowid")
        asked = select(assessment_result.c.school_id).order_by(place)
        found = store.fetch_arrow(engine, asked)
    assert found["school_id"].to_pylist() == [f"60-{number:06}" for number in range(many)]


def test_the_first_layer_that_has_a_key_gives_its_row():
    plain, above = results(3, 20), encoded(results(2, 10))
    rows = merged_rows("assessment_result", [above, plain]).to_pylist()
    assert [(row["school_id"], row["participants"]) for row in rows] == [
        ("60-000000", 10),
        ("60-000001", 10),
        ("60-000002", 20),
    ]
    assert rows[0]["mean_score"] is None


def test_an_indicator_that_is_shown_and_not_counted_stops_before_anything_is_written(tmp_path):
    shown = pd.read_csv(FACTS / "shown_indicator.csv", dtype=str, keep_default_na=False)
    more = pd.concat([shown, shown[shown["code"] == "IND-13"].assign(code="IND-26")])
    with pytest.raises(MissingIndicatorError, match="add one to data/indicators"):
        published_with_older(tmp_path / "store", tmp_path / "facts", "shown_indicator", more)
    assert list((tmp_path / "store").glob("*.duckdb")) == []
