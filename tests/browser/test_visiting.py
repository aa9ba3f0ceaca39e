"""A page has settled when the run that a reader asked for has ended, however late it begins."""

from urllib.parse import urlsplit

import psutil
import pytest

from tests.browser import visiting
from tests.patience import HANG_SECONDS

pytestmark = pytest.mark.browser


def listening(address):
    """Find the process of the server, which this one has started."""
    port = urlsplit(address).port
    for process in psutil.Process().children():
        if any(one.laddr.port == port for one in process.net_connections("tcp")):
            return process
    raise LookupError(address)


def test_a_page_has_not_settled_while_the_server_has_not_taken_a_click(page, server):
    visiting.visit(page, "heatmap", region="60", language="ru")
    process = listening(server)
    process.suspend()
    try:
        page.locator("[data-testid=stSidebar]").get_by_text("EN", exact=True).click()
        page.wait_for_function("window.run_awaited", timeout=1000 * HANG_SECONDS)
        assert not page.evaluate(visiting.SETTLED)
    finally:
        process.resume()
    visiting.settle(page)
    assert visiting.title(page).startswith("Heat map")


def test_a_page_that_is_left_alone_stays_settled(page):
    visiting.visit(page, "about", language="ru")
    assert page.evaluate(visiting.SETTLED)
    assert page.evaluate("window.run_awaited") is False


def test_a_page_is_turned_to_a_view_as_its_link_opens_it(page):
    """Another page, another view of it, another language, and the same one again."""
    views = (
        ("heatmap", {"display": "map", "language": "ru"}),
        ("mentoring", {"desk": "network", "language": "ru"}),
        ("mentoring", {"desk": "proposal", "language": "en"}),
        ("mentoring", {"desk": "proposal", "language": "en"}),
        ("", {"region": "65", "language": "ru"}),
    )
    opened = [_seen(page, visiting.visit, view) for view in views]
    turned = [_seen(page, visiting.turn, view) for view in views]
    assert turned == opened


def _seen(page, reach, view):
    path, link = view
    reach(page, path, **link)
    return page.url, visiting.seen(page), visiting.drawn(page)
