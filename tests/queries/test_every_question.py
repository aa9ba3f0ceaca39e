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
    "INSERT INTO region_target BY NAME SELECT '60' AS region, code AS indicator, 50 AS target, "
    "2030 AS target_year, 'приказ' AS source FROM shown_indicator",
    "INSERT INTO region_setting BY NAME SELECT '60' AS region, 'confidence' AS setting, "
    "90 AS value, 'приказ' AS source",
    "INSERT INTO municipal_outline BY NAME SELECT oktmo, '{}' AS geometry, "
    "'Геопортал' AS source FROM municipality",
    "INSERT INTO indicator_value SELECT * REPLACE ('60601000' AS oktmo) "
    "FROM indicator_value LIMIT 1",
    "INSERT INTO data_input SELECT * REPLACE (number + 99 AS number, 'Лист2' AS sheet) "
    "FROM data_input",
)
"""What may be the same is the same, so that an order needs every column that makes it complete."""

ORDERS = {"as written": "rowid", "backwards": "rowid DESC", "scattered": "hash(rowid)"}

BOTH_COUNTED = (
    "INSERT INTO event_count SELECT * REPLACE ('rostov-2022-04' AS event) FROM event_count"
)
"""Numbers of an earlier event beside those of the later one."""

MIXED = (
    "UPDATE municipality SET short_name_ru = md5(oktmo)[:1]",
    "UPDATE school SET name = md5(school_id)[:1]",
    "UPDATE school SET oktmo = "
    "(SELECT list(oktmo ORDER BY oktmo) FROM municipality WHERE region = '60')"
    "[1 + (hash(school_id) % 50)::INTEGER] WHERE oktmo LIKE '60%'",
    "UPDATE event SET start_date = DATE '2022-12-31' - month(start_date)::INTEGER",
    "UPDATE document_kind SET stage_no = 1 + stage_no % 2, due = md5(document)[:1]",
    "UPDATE mentorship SET start_date = DATE '2022-01-01' + (hash(mentorship_id) % 9)::INTEGER",
    "UPDATE recommendation SET direction_no = 1 + hash(rec_id) % 3",
    "UPDATE road_map_measure SET section_no = 1 + hash(measure_id) % 3, "
    "measure_no = md5(measure_id)[:1]",
    "INSERT INTO road_map SELECT * REPLACE (code || '-2' AS code) FROM road_map",
    "INSERT INTO road_map_measure SELECT * REPLACE (measure_id || '-2' AS measure_id, "
    "road_map || '-2' AS road_map) FROM road_map_measure",
    BOTH_COUNTED,
    "INSERT INTO event_participation SELECT * REPLACE ('rostov-2022-04' AS event) "
    "FROM event_participation",
)
"""Names, days and numbers go otherwise than codes, with as many alike as different."""

SORTED = {
    "documents.kinds": ("stage_no", "due", "document"),
    "documents.members": ("municipality", "oktmo", "school", "school_id"),
    "events.counts": ("event", "attribute"),
    "events.events": ("start_date", "code"),
    "events.participation": ("event", "name", "oktmo"),
    "lookups.municipalities": ("region", "short_name_ru", "oktmo"),
    "lookups.places": ("short_name_ru", "oktmo"),
    "mentoring.marks": ("municipality", "oktmo", "year"),
    "mentoring.pairs": ("start_date", "mentorship_id"),
    "overview.absent": ("name", "oktmo", "event"),
    "recommendations.recommendations": ("start_date", "event", "direction_no", "rec_id"),
    "roadmaps.measures": ("road_map", "section_no", "measure_no", "measure_id"),
    "schools.in_need": ("municipality", "oktmo"),
}
"""Answers that people read from above: by what they look for first, then by what tells apart."""


def laid(path, whole, changes, order="rowid"):
    """Copy a version with its rows changed and laid in another physical order."""
    shutil.copyfile(whole, path)
    with duckdb.connect(path) as connection:
        for change in changes:
            connection.execute(change)
        for (table,) in connection.execute("SHOW TABLES").fetchall():
            rows = f'SELECT * FROM "{table}" ORDER BY {order}'
            connection.execute(f'CREATE OR REPLACE TABLE "{table}" AS {rows}')
    return store.Version(path.stem, path)


@pytest.fixture(scope="module")
def stores(built, tmp_path_factory):
    """The same rows three times, each time laid in another physical order."""
    folder, whole = tmp_path_factory.mktemp("laid"), built.version.path
    versions = [
        laid(folder / f"{name}.duckdb", whole, TIES, order) for name, order in ORDERS.items()
    ]
    yield versions
    for version in versions:
        store.engine(version).dispose()


@pytest.fixture(scope="module")
def mixed(built, tmp_path_factory):
    path = tmp_path_factory.mktemp("mixed") / "mixed.duckdb"
    version = laid(path, built.version.path, MIXED, "hash(rowid)")
    yield version
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


@pytest.mark.parametrize("name", SORTED)
def test_an_answer_for_reading_begins_with_what_is_looked_for(name, mixed):
    for statement in statements(QUESTIONS[name], VIEWS).values():
        answer = store.fetch(mixed, statement)
        rows = list(answer[list(SORTED[name])].itertuples(index=False, name=None))
        assert rows == sorted(rows)


def test_numbers_of_the_latest_event_come_first(built, tmp_path):
    version = laid(tmp_path / "both.duckdb", built.version.path, [BOTH_COUNTED])
    statement = QUESTIONS["overview.event_numbers"](VIEWS["Rostov region"])
    answer = store.fetch(version, statement)
    store.engine(version).dispose()
    assert list(dict.fromkeys(answer["code"])) == ["rostov-2022-11", "rostov-2022-04"]
    for _, numbers in answer.groupby("code"):
        assert numbers["attribute"].is_monotonic_increasing
