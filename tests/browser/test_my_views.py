"""A reader keeps views under names, opens them from any page, and takes them to another browser."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser import visiting

pytestmark = pytest.mark.browser

NAME, SAID, KEPT = "#view_name", "#views_said", "#views_kept"


def opened(page, path, **link):
    visiting.visit(page, path, language="ru", region="60", **link)
    page.locator("#my_views summary").click()


def given(page, told):
    content = told if isinstance(told, bytes) else json.dumps(told).encode()
    file = {"name": "views.json", "mimeType": "application/json", "buffer": content}
    page.locator("#views_file").set_input_files(file)


def test_a_view_is_kept_opened_from_another_page_and_taken_to_another_browser(
    page, new_reader, server, tmp_path
):
    opened(page, "heatmap", display="table", tables="name:-1::")
    page.locator(NAME).fill(" Таблица   с конца ")
    page.keyboard.press("Enter")
    expect(page.locator(SAID)).to_contain_text("«Таблица с конца»")
    opened(page, "events")
    page.locator(KEPT).get_by_role("link", name="Таблица с конца").click()
    page.wait_for_function("location.search.includes('tables=name%3A-1%3A%3A')")
    visiting.settle(page)
    assert "/heatmap?" in page.url and "display=table" in page.url
    with page.expect_download() as download:
        page.locator("#views_save").click()
    download.value.save_as(tmp_path / "views.json")
    other = new_reader(server, locale="en-US")
    visiting.visit(other, "overview", language="en", region="60")
    other.locator("#my_views summary").click()
    given(other, (tmp_path / "views.json").read_bytes())
    expect(other.locator(SAID)).to_have_text("Views taken from the file: 1.")
    link = other.locator(KEPT).get_by_role("link")
    assert link.get_attribute("href").startswith("/heatmap?region=60&display=table")
    page.get_by_role("button", name="Убрать вид «Таблица с конца»").click()
    expect(page.locator(KEPT).get_by_role("link")).to_have_count(0)


WHOLE = {"kind": "500+ Monitor: views", "form": 1}
BAD = {
    "no JSON": (b"\xff\xfe{", "Это не файл видов"),
    "another JSON": ({"views": []}, "Это не файл видов"),
    "a later form": ({**WHOLE, "form": 2, "views": []}, "другой версией программы"),
    "an unknown page": ("javascript:alert(1)", "region=60", "страницы «javascript:alert(1)» нет"),
    "a name of every object": ("constructor", "region=60", "страницы «constructor» нет"),
    "an unknown region": ("heatmap", "region=99", "региона «99» нет в данных"),
    "no link": ("heatmap", "", "ссылка испорчена"),
    "signs that are none": ("heatmap", "region=60&x=%00", "ссылка испорчена"),
}


def test_what_is_no_file_of_views_is_refused_whole_and_says_why(page):
    opened(page, "events")
    good = {"name": "Хороший", "page": "heatmap", "link": "region=60"}
    for *told, why in BAD.values():
        if len(told) == 2:
            view = {"name": "Плохой <b>", "page": told[0], "link": told[1]}
            told = [{**WHOLE, "views": [good, view]}]
            why = f"Вид 2 в файле, «Плохой <b>»: {why}"
        given(page, told[0])
        expect(page.locator(SAID)).to_contain_text(why)
        expect(page.locator(SAID)).to_contain_text("Ничего не взято")
        expect(page.locator(KEPT).locator("li")).to_have_count(0)
        page.locator(SAID).evaluate("said => { said.textContent = ''; }")
