"""A list finds a municipality in other spellings than its own, on every page that has one."""

import unicodedata

import pytest
from playwright.sync_api import expect

from tests.browser import visiting

pytestmark = pytest.mark.browser

FOUND = (
    ("60", "Ростов на Дону", "г. Ростов-на-Дону"),
    ("60", "ростов-на-дону", "г. Ростов-на-Дону"),
    ("75", "Озёрск", "Озерский ГО"),
    ("75", "Озерск", "Озерский ГО"),
    ("75", unicodedata.normalize("NFD", "Озерский"), "Озерский ГО"),
)
PAGES = ("heatmap", "dynamics", "mentoring", "roadmaps")


def looked_for(page, typed):
    """Type into the list of municipalities as a person does: it opens by a click."""
    box = page.get_by_role("combobox", name="Муниципалитет", exact=True)
    box.click()
    page.keyboard.type(typed)
    return box


def test_another_spelling_finds_the_municipality_and_what_is_nowhere_stays_as_typed(page):
    visiting.visit(page, "", language="ru", region="60")
    box = looked_for(page, "ъёъ-ъ")
    expect(page.locator("[role=listbox][data-empty=true]")).to_be_visible()
    expect(box).to_have_value("ъёъ-ъ")
    page.keyboard.press("Escape")
    for region, typed, name in FOUND:
        visiting.turn(page, "", language="ru", region=region)
        box = looked_for(page, typed)
        page.get_by_role("option", name=name, exact=True).click()
        visiting.settle(page)
        expect(box).to_have_value(name)


def test_every_page_finds_it_in_the_same_way(page):
    for name in PAGES:
        visiting.turn(page, name, language="ru", region="60")
        looked_for(page, "Ростов на Дону")
        expect(page.get_by_role("option", name="г. Ростов-на-Дону", exact=True)).to_be_visible()
        page.keyboard.press("Escape")
