"""Poison in every text of the data, of the link and of a file makes nothing on any page."""

import io
import shutil
from dataclasses import fields

import duckdb
import openpyxl
import pytest
from sqlalchemy import Enum, String

from data import store
from data.schema import metadata
from queries.view import View
from tests import kinds_of_views, poison
from tests.browser import bringing, visiting
from tests.browser.serving import serving
from tests.browser.test_texts import MADE
from tests.browser.test_views import VIEWS
from tests.menu import PAGES

pytestmark = pytest.mark.browser

CODES = {"unit", "basis", "made_at", "table_name", "base", "restores", "indicator_code"}
CODES |= {"date", "repeats_rec_id", "event_date", "months", "start", "end", "recurrence"}
"""Columns of texts that a program reads: no page shows them as they are written."""

SHORT = ("**boldmade** `codemade` [linkmade](z)", f"![imagemade](//{poison.FOREIGN}/p)")
"""Poison that a notice, in which a value has forty signs, shows whole."""
SILENT = {"bringing data"}
"""Views that say nothing of the data."""


def is_text(column):
    """A column of words: no code, no key, no reference."""
    kind = isinstance(column.type, String) and not isinstance(column.type, Enum)
    return kind and not column.primary_key and not column.foreign_keys and column.name not in CODES


@pytest.fixture(scope="module")
def poisoned(built, tmp_path_factory):
    """A store of which every text of every table has the poison after it."""
    folder = tmp_path_factory.mktemp("poisoned")
    for path in (built.version.path, built.folder / store.POINTER):
        shutil.copy(path, folder / path.name)
    with duckdb.connect(folder / built.version.path.name) as connection:
        for table in metadata.tables.values():
            for column in filter(is_text, table.columns):
                connection.execute(
                    f'UPDATE "{table.name}" SET "{column.name}" = "{column.name}" || \' \' || ?',
                    [poison.POISON],
                )
    return folder


@pytest.fixture(scope="module")
def window(poisoned, new_reader, tmp_path_factory):
    """A window over the poisoned store, and the requests it sends."""
    log = tmp_path_factory.mktemp("poisoned_server") / "log.txt"
    with serving(poisoned, log) as address:
        page, asked = new_reader(address), []
        page.on("request", lambda request: asked.append(request.url))
        yield page, asked


def foreign(asked):
    return [url for url in asked if poison.FOREIGN in url.split("?")[0]]


def made(page):
    return page.evaluate(MADE, poison.BEGINNINGS)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_names_of_the_data_make_nothing(window, view, language):
    page, asked = window
    path, link = VIEWS[view]
    if page.url == "about:blank":
        visiting.visit(page)
    visiting.turn(page, path, **link, language=language)
    assert page.get_by_test_id("stException").count() == 0
    said = " ".join(text for text, _ in visiting.seen(page))
    assert "boldmade" in said or view in SILENT
    assert made(page) == []
    assert foreign(asked) == []


@pytest.mark.parametrize("given", SHORT)
@pytest.mark.parametrize("path", PAGES)
def test_values_of_a_link_make_nothing(window, path, given):
    page, asked = window
    kind = kinds_of_views.by_page().get(path, View)
    link = {field.name: given for field in fields(kind)} | {"data": given, "language": "ru"}
    visiting.visit(page, path, **link)
    assert given in page.locator("[data-testid=stAlert]").first.text_content()
    assert made(page) == []
    assert foreign(asked) == []


def test_what_a_link_says_at_length_is_told_in_short(window):
    page, _ = window
    visiting.visit(page, "roadmaps", region="60", language="ru", year="9" * 3000, measure="x" * 119)
    told = page.locator("[data-testid=stAlert]").first.text_content()
    assert f"«{'9' * 39}…»" in told
    assert f"«{'x' * 39}…»" in page.locator("[data-testid=stMain]").text_content()


def test_signs_that_turn_a_line_are_written_out(window):
    page, _ = window
    visiting.visit(page, "events", region="60", language="ru", year="20\u202e22\u200b")
    told = page.locator("[data-testid=stAlert]").first.text_content()
    assert "«20[U+202E]22[U+200B]»" in told


def test_a_hint_of_a_chart_makes_nothing(window):
    page, asked = window
    visiting.visit(page, "heatmap", region="60", display="cells", language="ru")
    mark = page.locator("[data-testid=stVegaLiteChart] svg path[aria-label]").nth(30)
    mark.scroll_into_view_if_needed()
    visiting.settle(page)  # a hint goes away where the page is scrolled
    mark.hover()
    hint = page.locator("#vg-tooltip-element.visible")
    hint.wait_for()
    assert "boldmade" in hint.text_content()
    assert hint.locator("strong, em, img, a, code, del").count() == 0
    assert made(page) == []
    assert foreign(asked) == []


def test_a_file_makes_nothing(window):
    page, asked = window
    book = openpyxl.Workbook()
    book.active.title = "_emmade_ `codemade`"
    heading = f"**boldmade** {poison.MARKS['imagemade']} 2022"
    rows = (["Муниципалитет", heading], ["г. Азов", 1], [poison.POISON, poison.POISON])
    for row in rows:
        book.active.append(row)
    sink = io.BytesIO()
    book.save(sink)
    visiting.visit(page, "import_data", region="60", language="ru")
    bringing.give(page, {"**boldmade** ~~delmade~~ $texmade^2$": sink.getvalue()})
    assert page.get_by_text("**boldmade** ~~delmade~~").count() > 0
    assert page.locator("[data-testid=stExpander]").get_by_text("imagemade").count() > 0
    assert made(page) == []
    assert foreign(asked) == []
