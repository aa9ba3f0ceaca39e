"""Exploring by mouse and by keyboard: a stream to its schools, a pin to what stands beside it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import visiting

pytestmark = pytest.mark.browser

STREAM = "2018 → 2019: вышла → снова в перечне"


def test_a_stream_gives_its_schools_by_mouse_and_by_keyboard(page):
    visiting.visit(page, "explore", region="60", desk="flow", language="ru")
    mark = page.locator(f'[data-testid="stVegaLiteChart"] [aria-label^="{STREAM}"]').first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    # It rises to the right, so its lower left corner is its own.
    page.mouse.click(box["x"] + 4, box["y"] + box["height"] - 6)
    expect(page).to_have_url(re.compile("stream=2018-left-returned"))
    visiting.settle(page)
    expect(page.get_by_text(re.compile(f"^12 школ: {STREAM}$"))).to_be_visible()
    by_mouse = page.locator("table").first.inner_text()
    visiting.turn(page, "explore", region="60", desk="flow", language="ru")
    page.locator(".st-key-bar_stream input").focus()
    page.keyboard.type("2018 → 2019: вышла → снова")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("stream=2018-left-returned"))
    visiting.settle(page)
    assert page.locator("table").first.inner_text() == by_mouse
    page.locator(".st-key-only_these button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-picked_bar")).to_contain_text("12 выбранных школ")


def test_what_is_pinned_on_its_page_stands_beside_another_by_keyboard(page):
    visiting.visit(page, "heatmap", region="60", municipality="60601000", language="ru")
    page.locator(".st-key-pinned_place button").click()
    expect(page).to_have_url(re.compile(r"pins=place\.60601000"))
    visiting.settle(page)
    way = page.locator(".st-key-pin_place a")
    way.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Пока рядом одно: Азовский район")).to_be_visible()
    visiting.settle(page)
    page.locator('[class*="st-key-side_added"] input').focus()
    page.keyboard.type("Аксайский")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"pins=place\.60601000%2Cplace\.60602000"))
    visiting.settle(page)
    expect(page.get_by_text(re.compile("не отличается")).first).to_be_visible()
    assert page.locator('[data-testid="stVegaLiteChart"]').count() == 3
