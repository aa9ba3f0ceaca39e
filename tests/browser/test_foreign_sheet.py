"""A wide table with headings of its own: explained once, mended, published, read back on a page."""

import io
import re

import openpyxl
import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from data import store
from data.intake.declared.gathering import FACTS
from data.intake.spelling import vocabulary
from data.schema import indicator_value
from tests.browser import bringing, visiting

pytestmark = pytest.mark.browser

PLACE, LAST, NOW = "Территория", "Кадры на конец 2021", "Кадры на конец 2022"
RULE, SOURCE = "Кадры по годам", "сводка министерства, 17.01.2023"
NAME = "кадры"


def sheet(azov_now):
    """A sheet as a ministry sends it: a title, years in headings, a total, a note."""
    book = openpyxl.Workbook()
    for row in (
        ["Укомплектованность школ педагогами, %"],
        [PLACE, LAST, NOW, "Прим."],
        ["г. Азов", 97, azov_now, None],
        ["Октябрьский район", None, 80.5, "по плану"],
        ["Итого", 97, 89.5, None],
    ):
        book.active.append(row)
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def schools():
    """A school and its status, under declared names: a region has pages from its schools on."""
    book = openpyxl.Workbook()
    for name, *rows in (
        (
            "Школы",
            ["school_id", "oktmo", "name", "locality", "pupils", "basis", "source"],
            ["60-1", "г. Азов", "Школа № 1", "urban", 400, "real", SOURCE],
        ),
        (
            "Статус",
            [
                *("school_id", "year", "low_performing", "adverse_conditions"),
                "resilient",
                "in_project",
            ],
            ["60-1", 2022, *("да", "нет", "нет", "да")],
        ),
    ):
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    del book["Sheet"]
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


@pytest.fixture
def page(own_server, new_reader):
    """The page of own data, before anything was brought."""
    page = new_reader(own_server[0])
    page.goto(f"{own_server[0]}/import_data?language=ru&region=60")
    visiting.settle(page)
    return page


def make_recipe(page):
    """Say what the headings do not; the place and the years are guessed from them."""
    apply = page.get_by_role("button", name="Прочитать по этому рецепту")
    expect(page.get_by_text("кадры.xlsx, Sheet: таблица по своей форме")).to_be_visible()
    expect(apply).to_have_count(0)
    answer(page)
    apply.click()
    expect(page.get_by_text("таблица по своей форме")).to_have_count(0)
    visiting.settle(page)


def answer(page):
    """Answer all that is asked of the sheet."""
    bringing.choose(page, "Для всего листа: Показатель", "Укомплектованность")
    bringing.write(page, "Для всего листа: Источник", SOURCE)
    bringing.write(page, "Название рецепта", RULE)


def remarks(page):
    """The cells of each remark: level, file, row, column, value."""
    rows = page.locator("table.listing").first.locator("tbody tr")
    return [
        row[:5]
        for row in rows.evaluate_all("rows => rows.map(r => [...r.cells].map(c => c.innerText))")
    ]


def test_a_wide_sheet_is_explained_mended_published_and_read_back(page, own_server):
    address, folder = own_server
    where = "кадры.xlsx · Sheet"
    bringing.give(page, {"школы": schools(), NAME: sheet("много")})
    make_recipe(page)
    assert remarks(page)[0] == ["стоп", where, "3", NOW, "много"]
    assert ["к сведению", where, "5", "", "Итого"] in remarks(page)
    expect(page.get_by_role("button", name="Опубликовать")).to_have_count(0)

    page.reload()
    visiting.settle(page)
    bringing.give(page, {"школы": schools(), NAME: sheet(98.5)})
    expect(page.get_by_text(f"Лист прочитан по рецепту «{RULE}»")).to_be_visible()
    expect(page.get_by_role("heading", name="Что изменится")).to_be_visible()
    change = page.locator("table.listing tr", has_text=vocabulary.title(indicator_value)).first
    facts = len((FACTS / "indicator_value.csv").read_text(encoding="utf-8").splitlines()) - 1
    assert re.findall(r"\d+", change.inner_text())[0] == str(facts + 3)
    bringing.publish(page, "Министерство образования", "Кадры за два года")

    published = store.fetch_arrow(
        store.engine(store.current(folder)),
        select(indicator_value).where(indicator_value.c.source == SOURCE),
    )
    found = {(r["oktmo"], r["year"], r["indicator"], r["value"]) for r in published.to_pylist()}
    assert found == {
        ("60704000", 2021, "IND-21", 97.0),
        ("60704000", 2022, "IND-21", 98.5),
        ("60641000", 2022, "IND-21", 80.5),
    }
    page.goto(f"{address}/heatmap?language=ru&region=60&year=2022&display=table")
    visiting.settle(page)
    expect(page.locator("table.twin tr", has_text="г. Азов")).to_contain_text("98,5")
    expect(page.locator("table.twin tr", has_text="Октябрьский")).to_contain_text("80,5")
