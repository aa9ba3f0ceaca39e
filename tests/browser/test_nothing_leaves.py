"""A server that listens widely speaks to nobody but its readers, whatever is asked of it."""

import io
import socket
import urllib.error
import urllib.request
from urllib.parse import urlsplit

import openpyxl
import pytest
from playwright.sync_api import expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser import bringing, chromium, tracing, visiting
from tests.browser.serving import serving
from tests.test_readme import README

pytestmark = pytest.mark.browser

NAME = "monitor.example.org"
"""As README names it."""
FOREIGN = "http://evil.example"
WIDE = ["--server.address", "0.0.0.0", "--server.allowedHosts", NAME]


def workbook():
    book, sink = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Код школы", "Год", "Учителей", "Обучено"])
    book.active.append(["нет такой", 2022, 20, 21])
    book.save(sink)
    return sink.getvalue()


def answered(address, host, page="/_stcore/health"):
    """Ask for a page under some name; give the status."""
    asked = urllib.request.Request(f"{address}{page}", headers={"Host": host})
    try:
        return urllib.request.urlopen(asked).status
    except urllib.error.HTTPError as error:
        return error.code


def opened(port, host, origin):
    """Open the websocket under some name from some page; give the status."""
    here = socket.create_connection(("127.0.0.1", port))
    try:
        with connect(f"ws://{host}:{port}/_stcore/stream", sock=here, origin=origin):
            return 101
    except InvalidStatus as error:
        return error.response.status_code


def read_pages(browser, port):
    """Look around as a reader from elsewhere does: pages, a file brought, a file taken away."""
    program = browser.browser_type.launch(
        executable_path=chromium.path(),
        args=[*chromium.FLAGS, f"--host-resolver-rules=MAP {NAME} 127.0.0.1"],
    )
    try:
        page = chromium.reader(program, f"http://{NAME}:{port}", locale="ru-RU").new_page()
        visiting.visit(page, "heatmap", language="ru")
        page.get_by_text("Файлы", exact=True).first.click()
        with page.expect_download() as taken:
            page.get_by_role("button", name="XLSX").first.click()
        assert taken.value.path().read_bytes().startswith(b"PK")
        visiting.visit(page, "import_data", language="ru")
        bringing.upload(page, {"обучение": workbook()})
        expect(page.get_by_text("стоп", exact=True).first).to_be_visible()
    finally:
        program.close()


def test_no_other_machine_is_asked_for_anything(built, server_log, browser, tmp_path):
    if tracing.path() is None:
        pytest.fail(tracing.MISSING, pytrace=False)
    calls = tmp_path / "calls"
    assert f"python app.py {' '.join(WIDE)}" in README
    with serving(built.folder, server_log, *WIDE, watched=tracing.watching(calls)) as address:
        port = urlsplit(address).port
        read_pages(browser, port)
        assert answered(address, NAME) == 200
        assert answered(address, "evil.example", "/_stcore/host-config") in (200, 403)
        asked = {
            (host, origin): opened(port, host, origin)
            for host in (NAME, "evil.example")
            for origin in (f"http://{NAME}:{port}", FOREIGN, f"http://localhost:{port}", None)
        }
    assert {pair for pair, status in asked.items() if status == 101} == {
        (NAME, f"http://{NAME}:{port}"),
        (NAME, f"http://localhost:{port}"),
        (NAME, None),
    }
    assert "0.0.0.0" in tracing.listening(calls)
    assert tracing.outside(calls) == []
