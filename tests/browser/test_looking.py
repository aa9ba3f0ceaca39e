"""The measures of a page find what they are made to find, and nothing else."""

import pytest

from tests.browser import looking
from tests.browser.visiting import LAPTOP

pytestmark = pytest.mark.browser

ROWS = "<tr><th>a</th></tr>" * 90
HEAD = '<thead style="position: {}"><tr><th>head</th></tr></thead>'
STICKY, LOOSE = HEAD.format("sticky"), HEAD.format("static")
WHOLE = "<button>Показать всё</button>"
LOOKS = "height: 90px; width: 200px; overflow: auto"
BOX = f'<div><div class="st-key-box" style="{LOOKS}">{{}}</div>{{}}</div>'


@pytest.fixture(scope="module")
def blank(new_reader, server):
    return new_reader(server)


@pytest.fixture
def show(blank):
    """Show a page of a window's height with the given HTML inside."""

    def shown(inside):
        main = f'<main data-testid="stMain" style="height: 100vh; overflow: auto">{inside}</main>'
        blank.set_content(f'<!doctype html><body style="margin: 0">{main}')
        return blank

    return shown


def table(head=STICKY):
    return f"<table>{head}<tbody>{ROWS}</tbody></table>"


@pytest.mark.parametrize(
    "inside",
    [
        table(),
        BOX.format(table(), WHOLE),
        BOX.format(table(), '<label>Show all<input type="checkbox"></label>'),
        BOX.format("short", ""),
        f"<div hidden>{BOX.format(table(LOOSE), '')}</div>",
    ],
    ids=["page", "long table", "long table in English", "short", "not shown"],
)
def test_what_may_scroll_is_not_named(show, inside):
    assert looking.scrolling(show(inside)) == []


@pytest.mark.parametrize(
    "inside",
    [
        BOX.format("<p>text</p>" * 90, WHOLE),
        BOX.format(table(), ""),
        BOX.format(table() + WHOLE, ""),
        BOX.format(table(LOOSE), WHOLE),
        BOX.format(table() * 2, WHOLE),
        BOX.format('<div data-testid="stVegaLiteChart">chart</div>' + table(), WHOLE),
        BOX.format('<p style="width: 400px">wide</p>', WHOLE),
    ],
    ids=["texts", "no control", "control inside", "no head", "two", "chart", "aside"],
)
def test_what_may_not_scroll_is_named(show, inside):
    assert looking.scrolling(show(inside)) == ["st-key-box"]


CHART = '<div data-testid="stVegaLiteChart" style="height: {}px">chart</div>'
FINDING = '<h3 style="margin: 0; height: 40px">finding</h3>'
ROW = '<tr style="height: 100px"><td style="padding: 0">a</td></tr>'
BARE_TABLE = '<table style="border-spacing: 0"><tbody>{}</tbody></table>'


@pytest.mark.parametrize(
    ("inside", "finding", "figure"),
    [
        (FINDING + CHART.format(300), 40, 340),
        (f'<div style="height: 700px"></div>{FINDING}{CHART.format(300)}', 740, 1040),
        (CHART.format(300) + FINDING + CHART.format(900), 340, 300),
        (FINDING + BARE_TABLE.format(ROW * 20), 40, 240),
        (FINDING + BARE_TABLE.format(ROW), 40, 140),
        (f'{FINDING}<div style="height: 200px; overflow: auto">{CHART.format(900)}</div>', 40, 240),
        ("nothing", None, None),
    ],
    ids=["both", "below", "figure first", "table", "one row", "clipped", "none"],
)
def test_the_finding_and_its_figure_end_where_they_are_seen_to_end(show, inside, finding, figure):
    assert looking.first(show(inside)) == {"finding": finding, "figure": figure}


def test_a_page_that_was_scrolled_is_measured_from_its_top(show):
    page = show(f'{FINDING}{CHART.format(300)}<div style="height: 2000px"></div>')
    page.evaluate("document.querySelector('main').scrollTop = 500")
    assert looking.first(page) == {"finding": 40, "figure": 340}
    assert LAPTOP["height"] == 768
