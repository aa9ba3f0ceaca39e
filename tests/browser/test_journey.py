"""From the first page to a file: filter, find a municipality, take its rows, share the view."""

import csv
import io
import re

import openpyxl
import pandas as pd
import pytest
from playwright.sync_api import expect

from data import store
from data.program_version import PROGRAM_VERSION
from queries import cells, region_rules
from queries.methods.comparison import compared, rules_of
from queries.view import View
from tests.browser import visiting

pytestmark = pytest.mark.browser

SALSK, MARK = "60650000", "Демонстрационные данные"
MEASURES = ["numerator", "denominator", "share", "low", "high"]


def choose(page, field, option):
    """Choose in a select box as a reader does: open it, pick the option."""
    page.locator(f".st-key-bar_{field} input").click()
    page.get_by_role("option", name=option, exact=True).click()


def click_row(page, name):
    """Click the name of a municipality in the matrix; the chart scrolls under the pointer."""
    mark = page.locator(f'.st-key-matrix_rows path[aria-label="{name}"]')
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def expect_title(page, text):
    expect(page.locator(".st-key-title_row h2")).to_have_text(text)
    visiting.settle(page)


def take(page, menu, file):
    """Take one file from a menu of files: its name and its bytes."""
    page.locator(f".st-key-files_{menu} button").first.click()
    with page.expect_download() as taken:
        page.locator(f".st-key-{menu}_{file} button").click()
    page.keyboard.press("Escape")
    return taken.value.suggested_filename, taken.value.path().read_bytes()


@pytest.fixture(scope="package")
def answer(built):
    """Ask the store itself: the compared rows of a view, municipalities only."""

    def asked(**view):
        rows = store.fetch(built.version, cells.by_indicator(View("60", first_year=2017, **view)))
        has = rows[["numerator", "denominator", "value"]].notna().any(axis=1) | rows["broken"]
        rows = rows[rows["column"].isin(rows.loc[has.astype(bool), "column"])]
        settings = store.fetch(built.version, region_rules.settings(View("60", 0, 0)))
        return compared(rows, rules_of(settings.set_index("code")["value"]))

    return asked


def in_order(rows):
    frame = rows.rename(columns={"column": "indicator"}) if "column" in rows else rows
    frame = frame.loc[:, ~frame.columns.duplicated()]
    kept = frame.sort_values(["oktmo", "indicator"])[["oktmo", "indicator", *MEASURES]]
    return kept.astype(dict.fromkeys(MEASURES, float)).round(6).reset_index(drop=True)


def machine(content):
    return pd.read_csv(io.BytesIO(content), dtype={"oktmo": str})


def test_a_reader_goes_from_the_summary_to_the_file_of_a_municipality(page, answer):
    visiting.visit(page, "", region="60", language="ru")
    choose(page, "schools", "Сельские")
    expect_title(page, "Сводка · Ростовская область · 2022 · сельские школы")
    page.locator("[data-testid=stSidebarNav]").get_by_text("Тепловая карта").click()
    expect_title(page, "Тепловая карта · Ростовская область · 2022 · сельские школы")

    click_row(page, "Сальский район")
    expect_title(
        page, "Тепловая карта · Ростовская область · Сальский район · 2022 · сельские школы"
    )
    expect(page.locator(".st-key-panel h3")).to_have_text("Сальский район")
    assert f"municipality={SALSK}" in page.url

    name, content = take(page, "heatmap", "machine_csv")
    rows = machine(content)
    here = answer(year=2022, schools="rural", municipality=SALSK)
    here = here[here["oktmo"].eq(SALSK)]
    pd.testing.assert_frame_equal(
        in_order(rows[rows["oktmo"].eq(SALSK)]), in_order(here), check_dtype=False
    )
    assert set(rows["oktmo"]) == {SALSK}
    assert re.fullmatch(
        rf"heatmap_{SALSK}_2022_rural_v\d{{8}}T\d{{12}}-\w{{8}}_demo\.machine\.csv", name
    )
    assert set(rows["data_kind"]) == {"demonstration"}
    assert set(rows["program_version"]) == {PROGRAM_VERSION}


def test_a_former_address_leads_to_its_page_with_the_view(page):
    visiting.visit(page, "methods", region="75", language="en")
    page.wait_for_url("**/about?*")
    visiting.settle(page)
    assert visiting.title(page) == "About the data"
    assert "region=75" in page.url
    assert page.locator("[data-testid=stSidebarNavLink][aria-current=page]").count() == 1


def test_a_municipality_is_chosen_and_left_without_a_mouse(page):
    visiting.visit(page, "heatmap", region="60", language="ru")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.locator(".st-key-bar_municipality input:focus").count():
            break
    page.keyboard.type("Азовский")
    page.keyboard.press("Enter")
    expect_title(page, "Тепловая карта · Ростовская область · Азовский район · 2022")
    page.keyboard.type("Все муниц")
    page.keyboard.press("Enter")
    expect_title(page, "Тепловая карта · Ростовская область · 2022")


def test_a_click_on_the_map_of_the_summary_chooses_the_municipality(page):
    visiting.visit(page, "", region="60", language="ru")
    mark = page.locator('path[aria-roledescription=geoshape][aria-label^="Сальский район"]')
    box = mark.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect_title(page, "Сводка · Ростовская область · Сальский район · 2022")


@pytest.fixture(scope="module")
def files(page):
    """Every file of one view of the whole region: name and bytes, by format."""
    visiting.visit(page, "heatmap", region="60", year="2021", language="ru")
    return {kind: take(page, "heatmap", kind) for kind in ("machine_csv", "excel_csv", "xlsx")}


def test_the_machine_csv_holds_the_answer_of_the_question(files, answer):
    rows = machine(files["machine_csv"][1])
    expected = answer(year=2021)
    pd.testing.assert_frame_equal(in_order(rows), in_order(expected), check_dtype=False)
    # The region's own rows stand in a sheet and a file of their own.
    assert len(rows) == len(expected)


def test_the_excel_csv_says_the_same_in_russian(files):
    content = files["excel_csv"][1]
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    for said, meant in zip(rows, machine(files["machine_csv"][1]).to_dict("records"), strict=True):
        assert said["ОКТМО"] == meant["oktmo"]
        assert _number(said["Доля, %"]) == pytest.approx(meant["share"], abs=1e-6, nan_ok=True)
        assert said["Вид данных"] == MARK
        assert said["Версия программы"] == f"Монитор 500+ {PROGRAM_VERSION}"


def test_the_workbook_says_the_same_and_where_it_comes_from(files, built):
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"][1]))
    head, *rows = book["Данные"].iter_rows(values_only=True)
    share = head.index("Доля, %")
    meant = machine(files["machine_csv"][1])
    assert [row[0] for row in rows] == meant["oktmo"].tolist()
    known = [(row[share], right) for row, right in zip(rows, meant["share"], strict=True)]
    assert all(left is None if pd.isna(right) else left == right for left, right in known)
    about = {row[0]: row[1] for row in book["О данных"].iter_rows(min_row=2, values_only=True)}
    assert about["Вид данных"] == MARK
    assert about["Версия данных"] == built.version.name
    assert about["Версия программы"] == f"Монитор 500+ {PROGRAM_VERSION}"
    assert (about["Регион"], about["Год"]) == ("Ростовская область", "2021")
    assert about["Строк в файле"] == str(len(rows))
    assert "year=2021" in about["Ссылка на вид"]


def _number(text):
    return float(text.replace(",", ".")) if text else float("nan")


def test_a_copied_link_shows_another_reader_the_same_view(page, new_reader, server):
    link = {"municipality": SALSK, "year": "2021", "indicator": "IND-13", "order": "name"}
    visiting.visit(page, "heatmap", **link, language="ru")
    page.locator(".st-key-link button").first.click()
    address = page.locator("[data-testid=stPopoverBody] code").inner_text()
    page.keyboard.press("Escape")

    other = new_reader(server, locale="en-US")
    other.goto(address)
    visiting.settle(other)
    assert visiting.title(other) == visiting.title(page)
    assert visiting.drawn(other) == visiting.drawn(page)
    assert other.url == page.url
    chosen = ("region", "municipality", "year", "indicator", "cohort", "schools")
    for field in chosen:
        box = f".st-key-bar_{field} input"
        assert other.locator(box).input_value() == page.locator(box).input_value()


def test_a_link_without_a_language_opens_in_that_of_the_browser(new_reader, server):
    other = new_reader(server, locale="en-US")
    visiting.visit(other, "heatmap", municipality=SALSK)
    assert visiting.title(other) == "Heat map · Rostov region · Сальский район · 2022"


def test_a_garbled_link_is_told_and_mended(page):
    visiting.visit(page, "heatmap", municipality="junk", year="9999", language="ru")
    notice = page.locator("[data-testid=stAlert]").inner_text()
    assert "junk" in notice
    assert "9999" in notice
    assert visiting.title(page) == "Тепловая карта · Ростовская область · 2022"
    expect(page).to_have_url(re.compile(r"/heatmap\?region=60&language=ru$"))


def test_the_conference_is_read_on_the_summary(page):
    visiting.visit(page, "", region="60", year="2022", language="ru")
    card = page.locator(".card").last.inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert "41 из 55" in card
    assert "(74,5 %)" in card
    places = card.split("отсутствовали: ")[1].split(", ")
    assert len(places) == 9
    assert {"Сальский район", "г. Азов"} <= set(places)


def test_the_language_switch_keeps_the_view(page):
    link = {"region": "60", "year": "2021", "display": "table", "municipality": SALSK}
    visiting.visit(page, "heatmap", **link, language="ru")
    page.locator("[data-testid=stSidebar]").get_by_text("EN", exact=True).click()
    expect_title(page, "Heat map · Rostov region · Сальский район · 2021")
    expect(page).to_have_url(re.compile("display=table"))
    page.locator("[data-testid=stSidebar]").get_by_text("RU", exact=True).click()
    expect_title(page, "Тепловая карта · Ростовская область · Сальский район · 2021")


def ground(page):
    return page.locator("[data-testid=stApp]").evaluate("e => getComputedStyle(e).backgroundColor")


def test_the_theme_switch_turns_every_page_dark_and_back_and_keeps_the_view(page):
    link = {"municipality": SALSK, "year": "2021"}
    visiting.visit(page, "heatmap", **link, language="ru")
    title, light = visiting.title(page), ground(page)
    switch_theme(page, "Светлое оформление")
    assert visiting.title(page) == title
    assert ground(page) != light
    for path in ("", "about"):
        visiting.visit(page, path, language="ru")
        assert ground(page) != light
    switch_theme(page, "Тёмное оформление")
    for path in ("", "heatmap", "about"):
        visiting.visit(page, path, **link, language="ru")
        assert ground(page) == light


def switch_theme(page, then):
    page.locator("#theme_switch").click()
    page.get_by_role("button", name=then).wait_for()
    visiting.settle(page)


def test_a_closed_menu_gives_its_room_to_the_page_and_comes_back(page):
    visiting.visit(page, "heatmap", region="60", language="ru")
    before = page.locator("[data-testid=stMain]").bounding_box()["width"]
    page.locator("[data-testid=stSidebar]").hover()
    page.locator("[data-testid=stSidebarCollapseButton] button").click()
    back = page.locator("[data-testid=stExpandSidebarButton]")
    back.wait_for()
    page.wait_for_function(
        "width => document.querySelector('[data-testid=stMain]').clientWidth > width + 200",
        arg=before,
    )
    assert back.bounding_box()["y"] >= 0
    back.click()
    page.locator("[data-testid=stSidebarNav]").get_by_text("Сводка").click()
    expect_title(page, "Сводка · Ростовская область · 2022")
