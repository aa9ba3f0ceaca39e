"""A table that stands whole is arranged by its reader: order, search, columns; the link tells."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser import visiting

pytestmark = pytest.mark.browser

TABLE = "table.twin"


def opened(page, **link):
    visiting.visit(page, "heatmap", language="ru", region="60", display="table", **link)
    page.wait_for_selector(f"{TABLE}.dressed")


def rows(page, column):
    """Read a column: of the region's row, then of the others that are seen."""
    cells = page.locator(f"{TABLE} tbody tr:visible > :nth-child({column})").all_inner_texts()
    return cells[0], [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in cells[1:]]


def asked(page):
    return parse_qs(urlsplit(page.url).query).get("tables", [""])[0]


def of_whole(cell):
    part, whole = cell.split(" из ")
    return int(part) / int(whole.replace(" ", ""))


def test_a_head_sorts_by_value_and_nothing_stands_last_either_way(page):
    opened(page)
    region, declared = rows(page, 1)
    head = page.locator(f"{TABLE} thead th").nth(2)
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    for turned in (False, True):
        found = rows(page, 3)[1]
        told = [cell for cell in found if " из " in cell]
        assert 2 < len(told) < len(found) and found[: len(told)] == told
        shares = [of_whole(cell) for cell in told]
        assert shares == sorted(shares, reverse=turned) and len(set(shares)) > 2
        assert rows(page, 1)[0] == region
        head.get_by_role("button").focus()
        page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "none")
    assert rows(page, 1)[1] == declared


def test_a_copied_link_opens_the_same_order_search_and_columns(page):
    opened(page)
    every = rows(page, 1)[1]
    page.locator(f"{TABLE} thead th").first.get_by_role("button").dblclick()
    page.get_by_role("searchbox", name="Найти в таблице").fill("РАЙОН")
    page.locator(".table_tools summary").click()
    page.get_by_role("checkbox", name="Дорожные карты").uncheck()
    said = [name for name in every if "район" in name]
    expect(page.locator(".table_tools .count")).to_have_text(
        f"Найдено строк: {len(said)} из {len(every)}"
    )
    page.wait_for_function("new URLSearchParams(location.search).get('tables')?.endsWith(':7')")
    seen, link = rows(page, 1)[1], asked(page)
    letters = [name.replace("ё", "е") for name in seen]
    assert letters == sorted(letters, reverse=True) and len(seen) == len(said)
    page.locator(".st-key-link button").first.click()
    expect(page.locator("[data-testid=stCode]")).to_contain_text("tables=")
    page.keyboard.press("Escape")
    opened(page)
    assert rows(page, 1)[1] == every
    opened(page, tables=link)
    assert rows(page, 1)[1] == seen
    expect(page.locator(f"{TABLE} thead th").nth(6)).to_be_hidden()
    expect(page.get_by_role("searchbox", name="Найти в таблице")).to_have_value("РАЙОН")
    page.emulate_media(media="print")
    assert page.locator(f"{TABLE} tbody tr:visible").count() == len(every) + 1
    page.emulate_media(media="screen")


def test_a_change_of_the_view_keeps_the_order_and_a_garbled_one_is_told(page):
    opened(page, tables="name:-1::")
    first = rows(page, 1)[1]
    page.locator(".st-key-bar_year input").click()
    page.get_by_role("option", name="2021", exact=True).click()
    page.wait_for_function("location.search.includes('year=2021')")
    visiting.settle(page)
    assert asked(page) == "name:-1::" and rows(page, 1)[1] == first
    opened(page, tables="name:99::")
    expect(page.locator(".table_tools .count")).to_have_text("Столбца из ссылки в этой таблице нет")
    opened(page, tables="<b>")
    expect(page.get_by_text("Вид таблиц = «<b>»")).to_be_visible()


def test_a_long_table_shows_its_first_rows_until_all_are_asked_for(page):
    visiting.visit(page, "risks", language="ru", region="60", desk="profiles")
    table = page.locator("table.risks")
    more = page.get_by_role("button", name="Показать все строки")
    whole = int(more.inner_text().split(":")[1])
    assert table.locator("tbody tr:visible").count() == 50 < whole
    page.emulate_media(media="print")
    assert table.locator("tbody tr:visible").count() == whole
    page.emulate_media(media="screen")
    more.click()
    expect(more).to_be_hidden()
    assert table.locator("tbody tr:visible").count() == whole
