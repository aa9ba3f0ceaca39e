"""Every question says its grain and sorts its answer completely, however the rows are stored."""

import shutil

import duckdb
import pandas as pd
import pytest
from questions import QUESTIONS, statements
from sqlalchemy import func

from data import store
from queries.view import View

SALSK, CHITA = "60650000", "75623000"
VIEWS = {
    "Rostov region": View("60", 2022, 2017),
    "written work": View("60", 2022, 2017, municipality=SALSK, indicator="IND-07-VPR"),
    "written work with scores": View("60", 2022, 2017, indicator="IND-07-EGE"),
    "the district": View("65", 2021, 2020),
    "stated facts": View("75", 2022, 2021),
    "a published value": View("75", 2022, 2021, municipality=CHITA, indicator="IND-21"),
}
TIES = (
    "UPDATE municipality SET short_name_ru = 'Район'",
    "UPDATE school SET name = 'Школа № 1'",
    "UPDATE event SET start_date = '2022-04-01'",
    "UPDATE document_kind SET stage_no = 1, due = '2022-04-01'",
    "UPDATE road_map_measure SET section_no = 1, measure_no = '1.1'",
    "INSERT INTO series_break SELECT * REPLACE (year - 50 AS year) FROM series_break",
    "INSERT INTO road_map_execution SELECT * REPLACE (due_date - 1 AS due_date) "
    "FROM road_map_execution",
    "INSERT INTO event_participation SELECT * REPLACE ('rostov-2022-04' AS event) "
    "FROM event_participation",
    "INSERT INTO road_map SELECT * REPLACE (code || '-2' AS code) FROM road_map",
    "INSERT INTO indicator SELECT * REPLACE (code || '-2' AS code) FROM indicator",
    "INSERT INTO data_input SELECT * REPLACE (number + 99 AS number, 'Лист2' AS sheet) "
    "FROM data_input",
)
"""What may be the same is the same, so that an order needs every column that makes it complete."""

ORDERS = {"as written": "rowid", "backwards": "rowid DESC", "scattered": "hash(rowid)"}


@pytest.fixture(scope="module")
def stores(built, tmp_path_factory):
    """The same rows three times, each time laid in another physical order."""
    versions = []
    for name, order in ORDERS.items():
        version = store.Version(name, tmp_path_factory.mktemp("laid") / "laid.duckdb")
        shutil.copyfile(built.version.path, version.path)
        with duckdb.connect(version.path) as connection:
            for tie in TIES:
                connection.execute(tie)
            for (table,) in connection.execute("SHOW TABLES").fetchall():
                rows = f'SELECT * FROM "{table}" ORDER BY {order}'
                connection.execute(f'CREATE OR REPLACE TABLE "{table}" AS {rows}')
        versions.append(version)
    yield versions
    for version in versions:
        store.engine(version).dispose()


@pytest.fixture(params=QUESTIONS)
def question(request):
    return QUESTIONS[request.param]


def test_a_question_says_its_grain_and_answers_with_as_many_rows(question, stores):
    """Several, or the sorting would be looked at in vain; one, where it says that it is one."""
    asked = statements(question, VIEWS).values()
    longest = max(len(store.fetch(stores[0], statement)) for statement in asked)
    several = question.__doc__.startswith("One row per ")
    assert several or question.__doc__.startswith(("One row:", "One row, if "))
    assert longest > 1 if several else longest == 1


def test_no_two_rows_of_an_answer_have_the_same_place(question, stores):
    for statement in statements(question, VIEWS).values():
        place = func.rank().over(order_by=statement._order_by_clauses or None)
        answer = store.fetch(stores[0], statement.add_columns(place.label("its_place")))
        assert answer["its_place"].is_unique


def test_an_answer_is_the_same_in_whatever_order_its_rows_are_stored(question, stores):
    for statement in statements(question, VIEWS).values():
        first, *others = (store.fetch(version, statement) for version in stores)
        for other in others:
            pd.testing.assert_frame_equal(first, other)
