"""The plot of schools by mouse and by keyboard: a lasso and a quarter both lead to «только эти»."""

import math
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser import visiting

pytestmark = pytest.mark.browser

LIBRARY = "plotly"
TABLE = ".st-key-scatter_table tbody tr"


@pytest.fixture
def plotted(page):
    """The page with the schools of the region as points; what it asked for on the way."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    visiting.visit(page, "explore", region="60", dots="school", language="ru")
    page.wait_for_selector(".js-plotly-plot .points path")
    return page, asked


def lasso(page, across, up, radius):
    """Draw round a place of the chart, in shares of its width and height."""
    chart = page.locator(".js-plotly-plot .nsewdrag").first
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    middle = box["x"] + across * box["width"], box["y"] + up * box["height"]
    for step in range(25):
        turn = step / 24 * 2 * math.pi
        page.mouse.move(middle[0] + radius * math.cos(turn), middle[1] + radius * math.sin(turn))
        if not step:
            page.mouse.down()
    page.mouse.up()


def linked(page, field):
    return parse_qs(urlsplit(page.url).query).get(field, [""])[0]


def test_a_lasso_by_mouse_fills_the_table_and_picks_schools_for_other_pages(plotted):
    page, asked = plotted
    assert not page.locator(".js-plotly-plot canvas").count()
    host = urlsplit(page.url).netloc
    outside = [url for url in asked if urlsplit(url).netloc not in (host, "")]
    assert not outside
    lasso(page, 0.2, 0.85, 45)
    page.wait_for_function("() => new URLSearchParams(location.search).get('caught')")
    count = len(linked(page, "caught").split(","))
    assert 20 < count < 300
    expect(page.locator(TABLE)).to_have_count(min(count, 200))
    page.get_by_role("button", name="Показывать только эти школы").click()
    page.wait_for_function("() => new URLSearchParams(location.search).get('picked')")
    picked = linked(page, "picked")
    assert len(picked.split(",")) == count
    page.get_by_role("link", name="Перечень ШНОР").click()
    expect(page.locator(".st-key-picked_bar")).to_contain_text(str(count))
    assert linked(page, "picked") == picked


def test_by_keyboard_a_quarter_gives_the_same_table_and_years_are_played(plotted):
    page, _ = plotted
    box = page.get_by_role("combobox", name="Четверть")
    box.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Оба выше")
    page.keyboard.press("Enter")
    page.wait_for_function("() => new URLSearchParams(location.search).get('quarter')")
    assert linked(page, "quarter") == "right_above"
    expect(page.locator(".st-key-head_scatter")).to_contain_text("Оба выше медиан:")
    expect(page.locator(TABLE)).to_have_count(200)
    page.get_by_role("slider", name="Год").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => new URLSearchParams(location.search).get('year') === '2021'")
    expect(page.get_by_role("slider", name="Год")).to_have_attribute("aria-valuetext", "2021")


def test_other_pages_do_not_load_the_library(new_reader, server):
    page = new_reader(server)
    asked = []
    page.on("request", lambda request: asked.append(request.url.lower()))
    for name in ("", "heatmap", "schools"):
        visiting.visit(page, name, region="60", language="ru")
    assert not [url for url in asked if LIBRARY in url]
    visiting.visit(page, "explore", region="60", language="ru")
    page.wait_for_selector(".js-plotly-plot")
    assert [url for url in asked if LIBRARY in url]
