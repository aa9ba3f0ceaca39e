"""What a page prints: light from both themes, without what only a screen can use, and every row."""

import io
import re

import pypdf
import pytest

from tests.browser import visiting
from tests.browser.test_views import VIEWS
from tests.menu import PAGES

pytestmark = pytest.mark.browser

ROWS = """() => [...document.querySelectorAll('[data-testid=stMain] table tbody tr')]
  .filter(row => row.checkVisibility()).map(row => row.innerText)"""
HEADS = """() => [...document.querySelectorAll('[data-testid=stMain] table thead')]
  .map(head => getComputedStyle(head).display)"""

BARE = {page: view for view, (page, _) in reversed(VIEWS.items())}
PRINTED = (*(BARE[page] for page in ("", *PAGES[1:])), *("table", "list of a real road map"))
"""The first view of every page, and two of long tables."""


def letters(text):
    """Keep what a line is known by: breaks of lines and words fall elsewhere on paper."""
    plain = text.replace("ﬀ", "ff").replace("ﬁ", "fi").replace("ﬂ", "fl").replace("\u00ad", "")
    return re.sub(r"[\s\u00a0\u202f]+", "", plain)


@pytest.fixture(scope="module", params=["light", "dark"])
def printer(request, new_reader, server):
    page = new_reader(server, color_scheme=request.param)
    visiting.visit(page)
    return page


@pytest.mark.parametrize("view", PRINTED)
def test_every_row_is_on_paper_with_scope_source_and_numbers_of_pages(printer, view):
    path, link = VIEWS[view]
    visiting.turn(printer, path, **link, language="ru")
    rows = [letters(row) for row in printer.evaluate(ROWS)]
    printer.emulate_media(media="print")
    heads, title = printer.evaluate(HEADS), visiting.title(printer)
    printed = pypdf.PdfReader(io.BytesIO(printer.pdf(prefer_css_page_size=True)))
    printer.emulate_media(media="screen")
    sheets = [letters(page.extract_text()) for page in printed.pages]
    told = "".join(sheets)
    assert [row for row in rows if row not in told] == []
    assert set(heads) <= {"table-header-group"}
    assert letters(title) in told and letters("О данных: версия") in told
    for number, sheet in enumerate(sheets, 1):
        assert letters(f"{number} / {len(sheets)}") in sheet


def test_the_sheet_is_light_and_has_no_menu_and_no_buttons(printer):
    visiting.turn(printer, "dynamics", language="ru")
    printer.emulate_media(media="print")
    grounds = printer.evaluate(
        "() => ['stApp', 'stMain'].map(name => getComputedStyle("
        "document.querySelector(`[data-testid=${name}]`)).backgroundColor)"
    )
    # The buttons in heads of tables are their words, which paper needs.
    tools = "[data-testid=stSidebar], button:not(.sorter), select, input"
    seen = printer.locator(tools).evaluate_all(
        "nodes => nodes.filter(node => node.checkVisibility()).map(node => node.id)"
    )
    printer.emulate_media(media="screen")
    assert grounds == ["rgb(255, 255, 255)"] * 2
    assert set(seen) <= {"filters_fold"}
