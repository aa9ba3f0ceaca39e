"""The page of own data leads an empty region, and what a table opens is told truly."""

import pytest
from sqlalchemy import Engine, event

from components.base import load
from components.base.opens import OPENS, held, link
from data.indicators import declared
from data.schema import INTAKE_TABLES
from queries import counting
from queries.view import View
from tests.data.small_region import published, tables
from tests.pages.test_contents import said

MADE = "municipal_indicator"
"""The table that publishing counts from brought ones, from which pages read them."""


@pytest.fixture
def asked():
    """Every statement that the store is asked, as text."""
    texts = []

    def note(connection, cursor, statement, *rest):
        texts.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield texts
    event.remove(Engine, "before_cursor_execute", note)


def test_every_declared_table_opens_something():
    assert list(OPENS) == [table.name for table in INTAKE_TABLES]


def test_the_part_that_is_named_reads_the_table(open_page, asked):
    counted = " ".join(
        str(counting.of(one).rows(View("60", 2022, 2017))) for one in declared().values()
    )
    targets = {target for pages in OPENS.values() for target in pages}
    texts = {}
    for page, part in sorted(targets):
        load._answer.cache_clear()
        load._made_from.cache_clear()
        asked.clear()
        open_page(page, language="ru", region="60", **link(page, part))
        read = " ".join(asked)
        texts[page, part] = read + (counted if MADE in read else "")
    silent = [
        (name, target)
        for name, pages in OPENS.items()
        for target in pages
        if name not in texts[target]
    ]
    assert silent == []


def test_a_region_with_the_demonstration_alone_is_led_to_its_schools(new_reader):
    app = new_reader()
    app.switch_page("pages/import_data.py")
    app.query_params["language"] = "ru"
    text = said(app.run())
    assert "Регион: выберите" in text.replace("*", "") and "Сейчас" in text
    assert held("60")["own"]["school"] == 0 < held("60")["rows"]["school"]
    (box,) = [box for box in app.selectbox if box.label == "Регион файлов"]
    box.set_value("86").run()
    text = said(app).replace("*", "")
    assert "Готово." in text and "Республика Карелия: что есть" in text


def test_a_region_that_has_schools_is_led_no_more(open_page, tmp_path, monkeypatch):
    published(tmp_path / "store", tables())
    monkeypatch.setenv("MONITOR_STORE", str(tmp_path / "store"))
    text = said(open_page("import_data", language="ru", region="60"))
    assert "Возьмите шаблон" in text and "Готово" not in text
    own = held("60")["own"]
    assert own["school"] == 20 and own["mentorship"] == 0


def test_a_reader_who_came_for_a_table_finds_it_first(open_page):
    text = said(open_page("import_data", language="ru", wanted="training"))
    assert "Вы пришли за этой таблицей" in text
    assert "Вы пришли" not in said(open_page("import_data", language="ru", wanted="nothing"))
