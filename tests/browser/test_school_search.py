"""A school is found as one types, from any page, by the keyboard alone."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser import visiting

pytestmark = pytest.mark.browser

ASKED = """() => {
  window.asked = [];
  const push = history.pushState;
  history.pushState = function (...given) {
    window.asked.push(String(given[2]));
    push.apply(this, given);
  };
}"""
"""Remember where the page is led to: what the address becomes is the next page's."""


def card(page):
    """Give the path and the parameters that the first step led to."""
    page.wait_for_function("window.asked.length")
    split = urlsplit(page.evaluate("window.asked[0]"))
    return split.path, {name: values[0] for name, values in parse_qs(split.query).items()}


def test_a_key_opens_the_box_and_enter_the_marked_school(page):
    visiting.visit(page, "heatmap", language="ru", region="60")
    page.evaluate(ASKED)
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Найти школу")
    expect(box).to_be_focused()
    page.keyboard.type("0412")
    options = page.get_by_role("listbox", name="Найти школу").get_by_role("option")
    expect(options.first).to_contain_text("№ 0412")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="Найдено 2 школы")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    wanted = options.nth(1).get_attribute("data-school")
    page.keyboard.press("Enter")
    path, link = card(page)
    assert path == "/school"
    assert link["school"] == wanted
    assert link["language"] == "ru"


def test_enter_waits_for_the_answer_to_what_was_typed_last(page):
    visiting.visit(page, "mentoring", language="en", region="60")
    page.evaluate(ASKED)
    page.keyboard.press("/")
    page.keyboard.type("351")
    page.keyboard.press("Enter")
    assert card(page)[1]["region"] == "60"


def test_a_page_that_changes_under_the_answer_is_what_its_links_lead_from(page):
    visiting.visit(page, "mentoring", language="en", region="60", year=2020)
    page.keyboard.press("/")
    page.keyboard.type("351")
    first = page.get_by_role("listbox", name="Find a school").get_by_role("option").first
    expect(first).to_have_attribute("href", re.compile("year=2020"))
    visiting.turn(page, "mentoring", language="en", region="60", year=2021)
    expect(first).to_have_attribute("href", re.compile("year=2021"))
