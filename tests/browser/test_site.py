"""The site that operators are given lets a reader in by HTTPS, at the root or under a path."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import bringing, chromium, proxy, visiting
from tests.browser.serving import serving
from tests.patience import HANG_SECONDS

pytestmark = pytest.mark.browser

NAME = "monitor.example.org"
SITE = (Path(__file__).resolve().parents[2] / "deploy" / "nginx.conf").read_text("utf-8")
HOSTS = ["--server.allowedHosts", "localhost", "--server.allowedHosts", NAME]
MEGABYTE = 2**20
"""nginx takes no larger file unless it is told to."""


@pytest.fixture
def folder(tmp_path):
    """A folder with a certificate of the name, signed by itself."""
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
    words += ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    words += ["-keyout", tmp_path / "key.pem", "-out", tmp_path / "certificate.pem"]
    subprocess.run(words, check=True, capture_output=True)
    return tmp_path


def here(address, folder, plain, secure):
    """The site with ports and files of this test in the place of its own."""
    site = SITE
    for its, ours in (
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl;", f"listen 127.0.0.1:{secure} ssl;"),
        ("/etc/ssl/monitor/", f"{folder}/"),
        ("http://127.0.0.1:8501;", f"{address};"),
    ):
        assert its in site
        site = site.replace(its, ours)
    return site


def asked(url, folder, port):
    """Ask by curl, which trusts the site's own certificate alone; give the answer and its code."""
    done = subprocess.run(
        ["curl", "--silent", "--noproxy", "*", "--cacert", folder / "certificate.pem"]
        + ["--resolve", f"{NAME}:{port}:127.0.0.1", "--retry-connrefused", "--retry", "20"]
        + ["--write-out", "\n%{http_code} %{redirect_url}", f"{url}"],
        capture_output=True,
        text=True,
        check=True,
        timeout=HANG_SECONDS,
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize("path", ["", "monitor"])
def test_a_reader_comes_in_by_https(built, server_log, browser, folder, path):
    if proxy.path() is None:
        pytest.fail(proxy.MISSING, pytrace=False)
    plain, secure = proxy.free_port(), proxy.free_port()
    below = f"{path}/" if path else ""
    with serving(built.folder, server_log, *HOSTS, below=below) as address:
        site = here(address.replace("localhost", "127.0.0.1"), folder, plain, secure)
        if path:
            site = site.replace("location / {", f"location /{path}/ {{")
        with proxy.serving_site(site, folder):
            at = f"/{path}" if path else ""
            known = f"https://{NAME}:{secure}{at}/_stcore/health"
            assert asked(known, folder, secure) == ["ok", "200 "]
            *_, moved = asked(f"http://{NAME}:{plain}{at}/heatmap", folder, plain)
            assert moved == f"301 https://{NAME}{at}/heatmap"
            reads_and_brings(browser, f"https://{NAME}:{secure}", at)


def reads_and_brings(browser, address, at):
    """A page with its chart, another by the menu, a large file, and no right to publish."""
    program = browser.browser_type.launch(
        executable_path=chromium.path(),
        args=[*chromium.FLAGS, f"--host-resolver-rules=MAP {NAME} 127.0.0.1"],
    )
    try:
        options = {"locale": "ru-RU", "ignore_https_errors": True}
        page = chromium.reader(program, address, **options).new_page()
        visiting.visit(page, f"{at.removeprefix('/')}/heatmap".removeprefix("/"), language="ru")
        assert len(visiting.drawn(page)) > 0
        page.get_by_test_id("stSidebarNav").get_by_text("Загрузка данных").click()
        page.wait_for_url(f"{address}{at}/import_data**")
        visiting.settle(page)
        bringing.give(page, {"большой": b"no workbook " * (3 * MEGABYTE // 12)})
        expect(page.get_by_role("heading", name="Замечания")).to_be_visible()
        visiting.visit(page, f"{at.removeprefix('/')}/versions".removeprefix("/"), language="ru")
        page.get_by_text("Вернуться к этой версии").click()
        expect(page.get_by_text("Без входа публиковать можно только")).to_be_visible()
    finally:
        program.close()
