"""A region chosen beside the files decides what names mean; outlines come as GeoJSON."""

import json

import pytest

from components.import_data.files import READ
from tests.pages import seen
from tests.pages.test_contents import said
from tests.pages.test_own_outlines import PLACES, outlines

REPORT = "Муниципалитет;Год;О чём отчёт;Отчитался\nОктябрьский район;2022;статус;да\n".encode()


@pytest.fixture
def bring(new_reader):
    """Open the page as one who brings a file, whose region may be chosen beside it."""

    def brought(name, content):
        page = new_reader()
        page.switch_page("pages/import_data.py")
        page.query_params["language"] = "ru"
        page.run()
        return checked(page.file_uploader[0].set_value([(name, content, "text/plain")]).run())

    return brought


def checked(page):
    assert not page.exception, page.exception[0].message
    return page


def received(page):
    (one,) = page.session_state[READ].values()
    return one.received


def offers_marked_copy(page):
    return any("Файл с пометками" in str(getattr(node, "proto", "")) for node in seen.nodes(page))


def region_box(page):
    return next(box for box in page.selectbox if box.label == "Регион файлов")


def test_a_name_of_many_regions_is_read_once_its_region_is_chosen(bring):
    page = bring("отчёты.csv", REPORT)
    assert "Выберите регион файлов" in said(page)
    assert offers_marked_copy(page)
    for code, oktmo in (("60", "60641000"), ("75", "75647000")):
        checked(region_box(page).set_value(code).run())
        assert received(page).problems == []
        assert received(page).files[0].rows["oktmo"].to_pylist() == [oktmo]
    checked(region_box(page).set_value("").run())
    assert [problem.rule for problem in received(page).problems] == ["ambiguous_name"]


def test_outlines_are_brought_on_the_page_and_their_remarks_are_said(bring):
    content = json.dumps(outlines(PLACES[:-1]), ensure_ascii=False).encode()
    page = bring("границы.geojson", content)
    text = said(page)
    assert "Муниципалитеты региона без контура в файле" in text
    assert "под какой лицензией" in text
    assert "Контуры муниципалитетов" in text
    assert not offers_marked_copy(page)


def test_a_foreign_table_is_mapped_into_any_region_of_the_country(bring):
    wide = "Где;Доля 2022\nСортавальский;10\nПитерка;12\n".encode()
    page = bring("доли.csv", wide)
    (box,) = [box for box in page.selectbox if box.label == "Регион"]
    assert len(box.options) == 85 and "Республика Карелия" in box.options
