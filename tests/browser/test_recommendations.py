"""Two clicks lead to any recommendation, to its repeats, and to the page of its indicator."""

import pytest
from playwright.sync_api import expect

from tests.browser import visiting

pytestmark = pytest.mark.browser


def card(page):
    return page.locator(".decision p").inner_text()


def click_tile(page, rec_id):
    tile = page.locator(f'.st-key-row_board path[aria-label^="{rec_id}:"]').first
    tile.scroll_into_view_if_needed()
    box = tile.bounding_box()
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    expect(page.locator(".decision strong")).to_have_text(rec_id)
    visiting.settle(page)


def test_a_click_opens_a_card_and_its_repeat_is_one_more(page):
    visiting.visit(page, "recommendations", region="60", language="ru")
    assert card(page).startswith("N-3.2")
    click_tile(page, "A-1.5")
    assert "recommendation=A-1.5" in page.url
    page.get_by_text("Открыть N-2.8").click()
    expect(page.locator(".decision strong")).to_have_text("N-2.8")
    visiting.settle(page)
    click_tile(page, "A-1.5")


def test_every_tile_can_be_found_by_its_words(page):
    visiting.visit(page, "recommendations", region="60", language="ru")
    codes = {text.split(":")[0] for text in visiting.drawn(page)}
    assert len(codes) == 54


def test_the_dated_target_leads_to_mentoring_with_the_same_view(page):
    visiting.visit(page, "recommendations", region="60", year="2021", language="ru")
    page.get_by_text("Наставничество: кто охвачен").click()
    page.wait_for_url("**/mentoring**")
    visiting.settle(page)
    assert "year=2021" in page.url


def test_a_click_on_a_bar_opens_the_municipalities_of_a_recommendation(page):
    visiting.visit(page, "recommendations", region="60", desk="marks", language="ru")
    bar = page.locator('.st-key-row_marks path[aria-label^="A-1.2:"]').first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    page.mouse.click(box["x"] + 3, box["y"] + 3)
    page.wait_for_url("**recommendation=A-1.2**")
    visiting.settle(page)
    assert page.locator(".st-key-marks_places tbody tr").count() == 55
