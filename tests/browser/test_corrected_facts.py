"""Facts corrected since a region published: told on the page of versions, offered with files."""

import io

import openpyxl
import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from data import store
from data.schema import school
from tests.browser import bringing, visiting
from tests.browser.serving import serving
from tests.data.older_facts import OLD_NAME, SCHOOL, published_with_older_facts

pytestmark = pytest.mark.browser


def one_more_school():
    book = openpyxl.Workbook()
    row = SCHOOL | {"school_id": "new", "name": "Ещё одна школа", "source": "приказ"}
    book.active.append(list(row))
    book.active.append(list(row.values()))
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def names(folder):
    rows = store.fetch(store.current(folder), select(school.c.school_id, school.c.name))
    return dict(rows.itertuples(index=False, name=None))


def test_corrected_facts_are_told_shown_taken_and_told_no_more(tmp_path, new_reader, server_log):
    folder = tmp_path / "store"
    published_with_older_facts(folder, tmp_path / "facts")
    with serving(folder, server_log) as address:
        page = new_reader(address)
        page.goto(f"{address}/versions?language=ru")
        visiting.settle(page)
        expect(page.get_by_text("в 1 строке ваши данные отличаются")).to_be_visible()
        page.get_by_text("Чем ваши строки отличаются от фактов").click()
        cells = page.locator("table.listing tr", has_text=OLD_NAME).locator("td")
        said = cells.all_inner_texts()
        assert (said[0], said[3:]) == ("Школы", [OLD_NAME, SCHOOL["name"]])

        page.goto(f"{address}/import_data?language=ru")
        visiting.settle(page)
        bringing.upload(page, {"школы": one_more_school()})
        doubt = page.get_by_text("исправлены факты из документов").first
        expect(doubt).to_be_visible()
        taking = page.locator(".st-key-corrected")
        taking.get_by_role("button", name="Школы").click()
        expect(page.get_by_text("Исправлено", exact=True).first).to_be_visible()
        visiting.settle(page)
        bringing.publish(page, "Управление образования", "Новая школа и исправленные факты")
        assert names(folder) | {"new": "Ещё одна школа"} == names(folder)
        assert names(folder)[SCHOOL["school_id"]] == SCHOOL["name"]

        page.goto(f"{address}/versions?language=ru")
        visiting.settle(page)
        expect(page.get_by_text("ваши данные отличаются")).to_have_count(0)
