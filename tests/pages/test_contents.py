"""What the pages say about the data of the first start, and where they must say nothing."""

import pytest

from data import store
from queries import cells
from queries.view import View
from tests.pages import seen

NINE = (
    "Белокалитвинский район, Константиновский район, Красносулинский район, Орловский район, "
    "Пролетарский район, Сальский район, Семикаракорский район, Чертковский район, г. Азов"
)


def said(app):
    return " ".join(seen.texts(app)).replace("\N{NO-BREAK SPACE}", " ")


def drawn(app):
    """The municipalities on the page's charts, by their codes."""
    rows = [row for chart in seen.charts(app) for row in chart]
    return {row["oktmo"] for row in rows if len(row.get("oktmo", "")) == 8}


def test_the_conference_is_told_in_full(open_page):
    text = said(open_page("overview", region="60", year="2022", language="ru"))
    assert "41 из 55" in text
    assert "(74,5 %)" in text
    assert f"9 с ШНОР отсутствовали: {NINE}" in text


def test_the_conference_is_not_told_for_another_year_or_region(open_page):
    for link in ({"region": "60", "year": "2021"}, {"region": "75"}):
        text = said(open_page("overview", **link, language="ru"))
        assert "41 из 55" not in text
        assert "с учётом участия" in text


@pytest.mark.parametrize("display", ["matrix", "map", "cells"])
@pytest.mark.parametrize(("region", "count"), [("60", 55), ("75", 43)])
def test_every_municipality_is_drawn(open_page, display, region, count):
    app = open_page("heatmap", region=region, display=display, language="ru")
    assert len(drawn(app)) == count


def test_the_table_has_a_row_for_every_municipality_and_one_for_the_region(open_page):
    app = open_page("heatmap", region="60", display="table", language="ru")
    (table,) = [
        node.proto.body for node in seen.nodes(app) if "twin" in str(getattr(node, "proto", ""))
    ]
    assert table.count("<tr") == 1 + 1 + 55


def test_sverdlovsk_has_no_outlines_and_says_so_over_its_tiles(open_page):
    app = open_page("heatmap", region="65", display="map", language="ru")
    assert [info.value for info in app.info] == [
        "Для этого региона нет контуров муниципалитетов: вместо карты показаны плитки."
    ]
    assert len(drawn(app)) == 73
    assert "Плитки стоят по алфавиту" in said(app)


def test_tiles_that_stand_as_on_the_map_are_not_said_to_stand_by_name(open_page):
    app = open_page("heatmap", region="60", display="cells", language="ru")
    assert not app.info and "по алфавиту" not in said(app)


def test_a_map_says_that_its_borders_are_schematic(open_page):
    for page, link in (("overview", {}), ("heatmap", {"display": "map"})):
        assert "Границы схематичные" in said(open_page(page, region="60", language="ru", **link))


@pytest.mark.parametrize("page", ["overview", "heatmap"])
def test_an_empty_choice_is_told_with_the_way_out(open_page, page):
    app = open_page(page, region="65", schools="rural", language="ru")
    assert [title.value for title in app.subheader] == ["Под этот выбор не попало ничего"]
    assert "нажмите «Сброс»" in said(app)
    assert not seen.charts(app)


@pytest.fixture(scope="module")
def in_need(built):
    """Schools in need by municipality of Rostov region in 2022; NaN where nobody knows."""
    rows = store.fetch(built.version, cells.by_indicator(View("60", 2022, 2017)))
    return rows[rows["column"].eq("IND-19")].set_index("oktmo")["numerator"].astype(float)


@pytest.mark.parametrize("page", ["overview", "heatmap"])
def test_a_municipality_without_schools_in_need_is_told_apart_from_an_unknown_one(
    open_page, in_need, page
):
    nobody = in_need[in_need.eq(0)].index[0]
    assert "0 школ нуждаются в помощи" in said(
        open_page(page, region="60", municipality=nobody, year="2022", language="ru")
    )
    unknown = said(open_page(page, region="65", municipality="65701000", language="ru"))
    assert "0 школ" not in unknown


def test_the_overview_of_a_region_that_did_not_report_says_no_data_and_no_zero(open_page):
    text = said(open_page("overview", region="65", language="ru"))
    assert "Нет данных о том, какие школы нуждаются в помощи" in text
    assert "0 школ" not in text


def test_the_cards_add_up_to_the_cells(open_page, in_need):
    text = said(open_page("overview", region="60", year="2022", language="ru"))
    total = int(in_need.sum())
    assert f"{total} школ" in text


def test_a_chosen_municipality_opens_with_its_schools(open_page, in_need):
    oktmo = in_need.idxmax()
    app = open_page("heatmap", region="60", municipality=oktmo, year="2022", language="ru")
    bodies = [node.proto.body for node in seen.nodes(app) if getattr(node, "type", "") == "html"]
    schools = sum(body.count('class="school"') for body in bodies)
    assert schools == in_need.max()


def test_what_a_reader_can_do_about_a_damaged_store_is_said(new_reader, tmp_path, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(tmp_path))
    (tmp_path / "20260101T000000-00000000.duckdb").write_bytes(b"not a database")
    (tmp_path / "current").write_text("20260101T000000-00000000")
    app = new_reader().run()
    assert not app.exception
    assert app.subheader[0].value == "Файл данных не открывается"
    assert "python -m data build" in said(app)


def test_a_store_whose_current_version_is_gone_is_told_too(new_reader, tmp_path, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(tmp_path))
    (tmp_path / "current").write_text("20260101T000000-00000000")
    app = new_reader().run()
    assert app.subheader[0].value == "Файл данных не открывается"


def test_the_inputs_and_the_rules_are_listed_on_the_page_about_the_data(open_page, built):
    app = open_page("about", region="60", language="ru")
    bodies = [node.proto.body for node in seen.nodes(app) if getattr(node, "type", "") == "html"]
    rows = [body.count("<tr") for body in bodies]
    assert max(rows) > len(list(built.inputs.iterdir()))


def test_a_year_without_data_is_not_told_as_a_clean_record(open_page):
    text = said(open_page("overview", region="60", year="2017", language="ru"))
    assert "не хватает" in text
    assert "все ШНОР с наставником" not in text
