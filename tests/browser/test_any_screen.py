"""One page in many windows: what is folded, enlarged, walked by the keyboard, or named in a tab."""

import pytest

from tests.browser import looking, visiting

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1920, "height": 1080}


@pytest.fixture
def dynamics(page):
    page.set_viewport_size(visiting.LAPTOP)
    visiting.visit(page, "dynamics", language="ru")
    yield page
    page.evaluate("localStorage.removeItem('monitor_low_vision')")
    page.set_viewport_size(visiting.LAPTOP)
    visiting.settle(page)


def chart_width(page):
    return page.locator("svg.marks").first.evaluate("chart => chart.getBoundingClientRect().width")


def test_a_chart_takes_the_width_that_a_window_has(dynamics):
    laptop = chart_width(dynamics)
    dynamics.set_viewport_size(WIDE)
    visiting.settle(dynamics)
    wide = chart_width(dynamics)
    dynamics.set_viewport_size(PHONE)
    visiting.settle(dynamics)
    assert wide > 1.4 * laptop > 600
    assert 330 < chart_width(dynamics) <= 366
    dynamics.reload()
    visiting.settle(dynamics)
    assert 330 < chart_width(dynamics) <= 366


def test_every_flag_on_the_lines_is_named_under_them(dynamics):
    chart = dynamics.locator("[data-testid=stVegaLiteChart]").first
    labels = chart.locator("path[aria-label]").evaluate_all(
        "marks => marks.map(mark => mark.getAttribute('aria-label'))"
    )
    named = dynamics.get_by_text("▼ ").first.inner_text().split("; ")
    assert len(named) == 2
    assert {flag.removeprefix("▼ ") for flag in named} <= set(labels)


def test_filters_fold_into_a_button_that_says_their_values(dynamics):
    region, fold = dynamics.locator(".st-key-bar_region input"), dynamics.locator("#filters_fold")
    assert region.is_visible() and not fold.is_visible()
    dynamics.set_viewport_size(PHONE)
    visiting.settle(dynamics)
    assert not region.is_visible()
    assert "Ростовская область · Все муниципалитеты" in fold.inner_text()
    fold.click()
    assert region.is_visible() and fold.get_attribute("aria-expanded") == "true"
    fold.click()
    assert not region.is_visible() and fold.get_attribute("aria-expanded") == "false"


def test_the_tab_names_page_place_and_year(dynamics):
    assert dynamics.title() == "Динамика · Ростовская область · 2022 · 500+"
    visiting.turn(dynamics, "about", language="ru")
    assert dynamics.title().endswith(" · 500+") and "Динамика" not in dynamics.title()


def test_the_search_stands_first_in_the_menu(dynamics):
    search = dynamics.locator("#school_find").bounding_box()
    first = dynamics.locator("[data-testid=stSidebarNavLink]").first.bounding_box()
    switch = dynamics.locator("#theme_switch").bounding_box()
    assert search["y"] + search["height"] <= first["y"] < switch["y"]


def test_the_version_for_low_vision_is_larger_and_is_kept(dynamics):
    dynamics.locator("#low_vision summary").click()
    for name, value in (("size", "largest"), ("scheme", "blue"), ("font", "serif")):
        dynamics.locator(f"input[name=low_vision_{name}][value={value}]").check()
    visiting.settle(dynamics)
    dynamics.reload()
    visiting.settle(dynamics)
    root = dynamics.locator("html")
    assert "dark_blue_on_light_blue" in root.evaluate("root => getComputedStyle(root).filter")
    heading = dynamics.locator("[data-testid=stMain] h3").first
    assert "Serif" in heading.evaluate("node => getComputedStyle(node).fontFamily")
    assert heading.bounding_box()["height"] > 45
    assert looking.widths(dynamics)["wide"] <= looking.widths(dynamics)["room"]
    assert looking.scrolling(dynamics) == []


def test_a_chart_is_walked_by_the_keyboard(dynamics):
    told = dynamics.locator("#mark_told")
    dynamics.locator("svg.marks").first.focus()
    dynamics.keyboard.press("ArrowRight")
    first = told.inner_text()
    dynamics.keyboard.press("ArrowRight")
    second = told.inner_text()
    dynamics.keyboard.press("Home")
    assert first and second and first != second
    assert told.inner_text() == first
    dynamics.keyboard.press("Escape")
    assert told.inner_text() == ""


def test_enter_chooses_the_mark_that_is_walked_to(page):
    page.set_viewport_size(visiting.LAPTOP)
    visiting.visit(page, "heatmap", language="ru", display="cells")
    page.locator("svg.marks").first.focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_url("**municipality=**")
    visiting.settle(page)
    assert page.locator(".st-key-panel h3").first.is_visible()
