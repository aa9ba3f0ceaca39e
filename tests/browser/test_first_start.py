"""A server that has just started: it builds its store, answers links, says what is wrong."""

import pytest
from playwright.sync_api import expect

from tests.browser import visiting
from tests.browser.serving import serving

pytestmark = pytest.mark.browser

TITLE = "Сводка · Ростовская область · 2022"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The store of a fresh installation, empty at first, and the log of its server."""
    folder = tmp_path_factory.mktemp("fresh")
    return folder / "store", folder / "log.txt"


def test_the_first_reader_sees_the_store_being_built_and_then_the_summary(place, new_reader):
    store, log = place
    with serving(store, log) as address:
        page = new_reader(address)
        page.goto("/")
        expect(page.locator(".st-key-message h3")).to_have_text("Готовим данные к первому запуску")
        page.locator("[data-testid=stProgress]").wait_for()
        expect(page.locator(".st-key-title_row h2")).to_have_text(TITLE)
        visiting.settle(page)
        assert page.locator(".st-key-message").count() == 0
    assert (store / "current").is_file()


def test_a_restarted_server_answers_a_deep_link_that_nobody_came_before(place, new_reader):
    store, log = place
    with serving(store, log) as address:
        page = new_reader(address)
        visiting.visit(page, "heatmap", display="table", language="ru")
        assert visiting.title(page) == "Тепловая карта · Ростовская область · 2022"
        assert page.locator("table.twin tbody tr").count() == 1 + 55
        assert page.locator("[data-testid=stSidebarNav]").get_by_text("Сводка").is_visible()

        said = broken(page, store)
        assert "Файл данных не открывается" in said
        assert "python -m data build" in said
        assert "Traceback" not in said
        assert page.locator("[data-testid=stException]").count() == 0
    assert "Uncaught app execution" not in log.read_text(errors="replace")


def broken(page, store):
    """Damage the store under a running server; give what the reader is then told."""
    name = "20260101T000000-00000000"
    (store / f"{name}.duckdb").write_bytes(b"not a database")
    (store / "current").write_text(name, encoding="utf-8")
    visiting.visit(page, "heatmap", language="ru")
    return page.locator(".st-key-message").inner_text()


def test_an_empty_choice_is_told_with_the_way_out(page):
    visiting.visit(page, "heatmap", region="65", schools="rural", language="ru")
    said = page.locator(".st-key-message").inner_text()
    assert "Под этот выбор не попало ничего" in said
    assert "«Сброс»" in said
    page.get_by_role("button", name="Сброс").click()
    expect(page.locator(".st-key-title_row h2")).to_have_text(
        "Тепловая карта · Ростовская область · 2022"
    )
