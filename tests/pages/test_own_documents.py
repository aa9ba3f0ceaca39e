"""A region's own marks, participation and documents, few enough to be seen in the test."""

import csv
from dataclasses import replace

import pandas as pd
import pytest

from components.base.choices import choices
from components.base.i18n import Words
from components.downloads.columns import all_cells
from components.events import tables as event_tables
from components.project_year import tables as year_tables
from components.recommendations import tables as decision_tables
from components.recommendations.choice import RecommendationsView
from components.recommendations.rows import COLUMNS, rows
from components.shell.navigation import SECTIONS
from components.shell.tables import file_columns
from data import store
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, writing
from data.schema import metadata
from tests.menu import PAGES
from tests.pages.test_recommendations import heading, said, tables

AZOV, AKSAI, SALSK = "60601000", "60602000", "60650000"
SCHOOL = {"oktmo": AZOV, "locality": "urban", "basis": "real"}
STATUS = dict.fromkeys(("low_performing", "adverse_conditions", "resilient"), "false")
OWN = {
    "school": [
        SCHOOL | {"school_id": "S1", "name": "Школа № 1"},
        SCHOOL | {"school_id": "S2", "name": "Школа № 2"},
    ],
    "school_status": [
        STATUS | {"school_id": school, "year": "2022", "in_project": "true"}
        for school in ("S1", "S2")
    ],
    "recommendation_mark": [
        {"mark_id": "M1", "oktmo": AZOV, "state": "planned", "marked_on": "2022-12-01"},
        {"mark_id": "M2", "oktmo": AZOV, "state": "done", "marked_on": "2022-12-20"},
        {"mark_id": "M3", "oktmo": AKSAI, "state": "done", "marked_on": "2023-02-01"},
        {"mark_id": "M4", "oktmo": AZOV, "state": "done", "marked_on": "2022-12-20"}
        | {"school_id": "S1"},
    ],
    "event_participation": [
        {"event": "rostov-2022-11", "oktmo": AZOV, "state": "took_part", "source": "Список"},
        {"event": "rostov-2022-04", "oktmo": AZOV, "state": "took_part", "source": "Список"},
        {"event": "rostov-2022-04", "oktmo": SALSK, "state": "absent", "source": "Список"},
    ],
    "school_document": [
        {"school_id": "S1", "year": "2022", "document": "concept", "status": "returned"}
        | {"status_date": "2022-05-01", "curator": "К-01"},
    ],
}


@pytest.fixture
def own_region(tmp_path, built, monkeypatch):
    """Publish the facts with the rows above, and let pages read that store."""
    folder, where = tmp_path / "own", tmp_path / "store"
    folder.mkdir()
    for name, lines in OWN.items():
        columns = [column.name for column in metadata.tables[name].columns]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            rec = {"rec_id": "N-3.2"} if name == "recommendation_mark" else {}
            writer.writerows([rec | line for line in lines])
    with writing(where, 0):
        version = publish(where, [built.facts, folder], Account(False, "test"))
    monkeypatch.setenv("MONITOR_STORE", str(where))
    yield version
    store.engine(version).dispose()


def test_the_newest_mark_counts_and_schools_are_told_apart(open_page, own_region):
    text = said(open_page("recommendations", region="60", municipality=AZOV, language="ru"))
    assert "Азовский район: ● выполнено, без подтверждения" in text
    assert "выполнили 1, выполняют 0, запланировали 0, не отметили 54" in text
    assert "отметила 1 школа" in text


def test_a_mark_of_a_later_day_is_not_known_yet(open_page, own_region):
    link = {"region": "60", "desk": "marks", "recommendation": "N-3.2", "language": "ru"}
    table = tables(open_page("recommendations", **link))[-1]
    marked = {line[0] for line in table if line[1] != "— не отмечено"}
    assert marked == {"Азовский район"}


def test_a_municipality_that_is_named_leaves_the_number_of_unnamed_ones(open_page, own_region):
    app = open_page("events", region="60", event="rostov-2022-11", language="ru")
    states, places = tables(app)
    assert states[0] == ["участвовали", "41", "названы 1 из 41"]
    told = {line[0]: line[1:] for line in places}
    assert told["Азовский район"] == ["участвовал", "Список"]
    assert told["Аксайский район"][0].startswith("поимённо не назван; таких — участвовали: 40")


def test_an_event_without_stated_numbers_counts_the_names(open_page, own_region):
    app = open_page("events", region="60", event="rostov-2022-04", language="ru")
    assert heading(app).startswith("25 апреля 2022 г.: участвовали 1 из 55")
    states, _ = tables(app)
    assert [line[:2] for line in states] == [
        ["участвовали", "1"],
        ["не участвовали, хотя ШНОР есть", "1"],
        ["не участвовали, ШНОР нет", "0"],
        ["ничего не известно", "53"],
    ]


def test_a_document_without_a_row_is_silence_and_not_a_missing_upload(open_page, own_region):
    app = open_page("project_year", region="60", year="2022", language="ru")
    _, *lines = tables(app)[-1]
    cells = {line[0]: line[3:] for line in lines}
    assert cells["Школа № 1"].count("▼ возвращён") == 1
    assert cells["Школа № 2"] == ["— не сказано"] * 6


VIEW = RecommendationsView("60", 2022, 2022, recommendation="N-3.2")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_table_leaves_as_a_file(built, language):
    words, view = Words(language), replace(VIEW, language=language)
    offered = [(rows(view, table), COLUMNS[table], "recommendations") for table in COLUMNS]
    event = replace(view, event="rostov-2022-11")
    offered += [
        (event_tables.place_rows(event), event_tables.FILE, "events"),
        (event_tables.event_rows(event), event_tables.EVENTS, "events"),
        (year_tables.rows(view), year_tables.FILE, "project_year"),
        (year_tables.by_curator(view), year_tables.CURATORS, "project_year"),
    ]
    assert choices().regions
    for found, columns, section in offered:
        assert isinstance(found, pd.DataFrame)
        assert len(found)
        cells = all_cells(found, file_columns(columns, words, section))
        assert {len(column) for column in cells} == {len(found)}
    assert decision_tables.html(view, "list").count("<tr>") == 1 + 54


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_for_a_region_with_published_values_alone(own_region, open_page, page):
    app = open_page(page, region="75", language="ru")
    assert not app.exception and not app.warning
    assert "Челябинская область" in said(app) or page in SECTIONS["section.data"]


def test_published_values_alone_stand_in_the_heat_map(own_region, open_page):
    app = open_page("heatmap", region="75", display="table", language="ru")
    assert "99,5" in said(app)
