"""Who may publish, tried from outside: through a proxy, and under a foreign name."""

import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser import chromium, proxy, visiting
from tests.patience import HANG_SECONDS

pytestmark = pytest.mark.browser

REFUSED = "Без входа публиковать можно только"
BACK = "Вернуться к этой версии"


def roll_back(page):
    """Go as far towards rolling back as the page lets its reader go."""
    visiting.visit(page, "versions", language="ru")
    page.get_by_text(BACK).click()


def test_through_a_proxy_nobody_publishes_without_signing_in(server, new_reader, tmp_path):
    if proxy.path() is None:
        pytest.fail(proxy.MISSING, pytrace=False)
    with proxy.proxied(server, tmp_path) as outside:
        page = new_reader(outside)
        roll_back(page)
        expect(page.get_by_text(REFUSED)).to_be_visible()
        page.close()
    here = new_reader(server)
    roll_back(here)
    expect(here.get_by_text("Это и есть текущая версия.")).to_be_visible()
    expect(here.get_by_text(REFUSED)).to_have_count(0)


def test_a_foreign_site_that_sends_a_browser_here_gets_nothing(server, browser):
    """A name of its own leads here (DNS rebinding): nothing of the dashboard is drawn there."""
    port = urlsplit(server).port
    program = browser.browser_type
    opened = program.launch(
        executable_path=chromium.path(),
        args=[*chromium.FLAGS, "--host-resolver-rules=MAP evil.example 127.0.0.1"],
    )
    try:
        page = opened.new_page()
        refused, received = [], []

        def watch(socket):
            socket.on("socketerror", lambda why: refused.append(why))
            socket.on("framereceived", lambda frame: received.append(frame))

        page.on("websocket", watch)
        page.goto(f"http://evil.example:{port}/versions?language=ru")
        end = time.monotonic() + HANG_SECONDS
        while not refused and time.monotonic() < end:
            page.wait_for_timeout(50)
        assert "403" in refused[0]
        assert received == []
        expect(page.get_by_text(BACK)).to_have_count(0)
    finally:
        opened.close()
