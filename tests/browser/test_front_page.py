"""What a browser is told before the pages: wrong addresses, a lost connection, a newer version."""

import re
import urllib.error
import urllib.request
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from data import store
from tests.browser import chromium, visiting
from tests.browser.serving import serving
from tests.menu import PAGES
from tests.pages import letters
from tests.patience import HANG_SECONDS

pytestmark = pytest.mark.browser

NAME = "monitor.example.org"
BAR = "#front_bar"


def answer(address, **headers):
    """The status, the final address and the text of an answer, whatever the status is."""
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=HANG_SECONDS) as found:
            return found.status, found.url, found.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.url, refused.read().decode()


@pytest.fixture(scope="module")
def below(built, server_log):
    """The address of a server under a path."""
    with serving(built.folder, server_log, below="monitor/") as address:
        yield f"{address}/monitor"


@pytest.mark.parametrize("path", ["/nowhere", "/a/b/c", "/heatmap/more", "/static/js/none.js"])
def test_an_address_of_no_page_is_told_with_the_pages_that_there_are(server, names, path):
    for language, browser in (("ru", "ru-RU,ru;q=0.9,en"), ("en", "en-GB,en;q=0.9,ru")):
        status, _, page = answer(server + path, **{"Accept-Language": browser})
        assert status == 404
        assert f'<html lang="{language}"' in page
        links = re.findall(r'href="([^"]+)"', page)
        assert links == [
            f"/{name if number else ''}?language={language}" for number, name in enumerate(PAGES)
        ]
        said = re.sub(r"<style>.*?</style>|<code>.*?</code>|<[^>]+>", " ", page, flags=re.DOTALL)
        assert letters.foreign(said, language, names) == []


def test_a_link_names_the_language_of_its_answer_too(server):
    assert '<html lang="en"' in answer(f"{server}/nowhere?language=en")[2]
    assert (
        '<html lang="ru"' in answer(f"{server}/heatmap?language=ru", **{"Accept-Language": "en"})[2]
    )


def test_signs_of_an_address_are_signs_on_the_page_about_it(server):
    page = answer(f"{server}/%3Cscript%3Ealert(1)%3C%2Fscript%3E")[2]
    assert "&lt;script&gt;alert(1)" in page and "<script>" not in page


def test_the_name_of_the_first_page_leads_to_it(server, below):
    for address in (server, below):
        for name in ("overview", "index.html"):
            status, found, _ = answer(f"{address}/{name}?region=65&language=ru")
            assert (status, found) == (200, f"{address}/?region=65&language=ru")


def test_under_a_path_links_lead_below_it_and_what_stands_beside_is_not_ours(below):
    status, _, page = answer(f"{below}/nowhere")
    assert status == 404
    assert {link.split("?")[0] for link in re.findall(r'href="([^"]+)"', page)} == {
        f"/monitor/{name if number else ''}" for number, name in enumerate(PAGES)
    }
    assert answer(below.removesuffix("/monitor") + "/heatmap")[0] == 404


def test_the_first_page_is_of_its_language_and_is_not_to_be_translated(server):
    for language, title in (("ru", "Монитор 500+"), ("en", "500+ Monitor")):
        status, _, page = answer(f"{server}/heatmap?language={language}")
        assert status == 200
        assert f'<html lang="{language}" translate="no" class="notranslate">' in page
        assert '<meta name="google" content="notranslate">' in page
        assert f"<title>{title}</title>" in page
        assert "You need to enable JavaScript" not in page and "Streamlit app" not in page


def test_programs_and_styles_leave_as_they_are(server):
    page = answer(f"{server}/")[2]
    for path in re.findall(r'(?:src|href)="\./(static/[^"]+\.(?:js|css))"', page)[:5]:
        assert answer(f"{server}/{path}")[0] == 200


def test_back_and_forward_take_one_press_a_step(page):
    visiting.visit(page, "", language="ru")
    steps = [page.url]
    for name in ("heatmap", "dynamics"):
        page.locator(f"[data-testid=stSidebarNav] a[href$='/{name}']").click()
        page.wait_for_url(f"**/{name}?**")
        visiting.settle(page)
        steps.append(page.url)
    box = page.get_by_label("Муниципалитет", exact=True)
    box.click()
    page.keyboard.type("Сальский")
    page.keyboard.press("Enter")
    page.wait_for_url("**municipality=**")
    visiting.settle(page)
    steps.append(page.url)
    for wanted in [*steps[-2::-1], *steps[1:]]:
        way = "back" if steps.index(page.url) > steps.index(wanted) else "forward"
        page.evaluate(f"window.await_run(); history.{way}()")
        visiting.settle(page)
        assert page.url == wanted


def test_a_lost_connection_is_told_in_the_readers_language(built, new_reader, names, tmp_path):
    log = tmp_path / "log.txt"
    pages = {}
    with serving(built.folder, log) as address:
        for language in ("ru", "en"):
            pages[language] = new_reader(address)
            visiting.visit(pages[language], "about", language=language)
    for language, said in (
        ("ru", "Связь с сервером прервалась"),
        ("en", "connection to the server"),
    ):
        bar = pages[language].locator(BAR)
        expect(bar).to_contain_text(said)
        expect(bar.get_by_role("button")).to_be_visible()
    lost = pages["ru"]
    lost.wait_for_timeout(6000)  # by then Streamlit would show its own dialog
    expect(lost.locator("[data-testid=stDialog]")).to_have_count(0)
    expect(lost.locator("[data-testid=stConnectionStatus]")).to_be_hidden()
    with serving(built.folder, log, "--server.port", str(urlsplit(address).port)):
        for page in pages.values():
            expect(page.locator(BAR)).to_be_empty()


def test_a_version_published_under_an_open_page_is_told_and_shown(own_server, new_reader):
    address, folder = own_server
    page = new_reader(address)
    page.clock.install()
    visiting.visit(page, "about", language="ru")
    first = store.current(folder).name
    second, third = "20300101T000000000000-0123abcd", "20300102T000000000000-0123abcd"
    point_at(folder, second)
    page.clock.run_for(61_000)
    bar = page.locator(BAR)
    expect(bar).to_contain_text("Опубликована новая версия")
    shown = page.locator("html")
    expect(shown).to_have_attribute("data-version", first)
    bar.get_by_role("button").click()
    expect(shown).to_have_attribute("data-version", second)
    expect(bar).to_be_empty()
    point_at(folder, third)
    visiting.turn(page, "about", language="ru", region="65")
    expect(bar).to_contain_text("показана уже она")
    page.clock.run_for(11_000)
    expect(bar).to_be_empty()


def point_at(folder, name):
    """Let a version of another name be the current one."""
    (folder / f"{name}.duckdb").hardlink_to(store.current(folder).path)
    (folder / store.POINTER).write_text(name, encoding="utf-8")


def test_on_plain_http_the_address_is_copied_or_the_reader_is_told_how(built, browser, server_log):
    hosts = ["--server.allowedHosts", "localhost", "--server.allowedHosts", NAME]
    flags = [*chromium.FLAGS, f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]
    opened = browser.browser_type.launch(executable_path=chromium.path(), args=flags)
    try:
        with serving(built.folder, server_log, *hosts) as address:
            address = f"http://{NAME}:{urlsplit(address).port}"
            page = chromium.reader(opened, address, locale="ru-RU").new_page()
            visiting.visit(page, "about", language="ru")
            assert not page.evaluate("isSecureContext")
            copy_link(page)
            page.locator("#school_find").click()
            page.keyboard.press("Control+V")
            expect(page.locator("#school_find")).to_have_value(page.url)
            page.evaluate("document.execCommand = () => false")
            copy_link(page)
            expect(page.locator(BAR)).to_contain_text("Ctrl+C")
            assert page.evaluate("getSelection().toString()") == page.url
    finally:
        opened.close()


def copy_link(page):
    """Press the button beside the address under «Ссылка», and close what was opened."""
    page.locator(".st-key-link button").first.click()
    shown = page.locator("[data-testid=stPopoverBody]")
    shown.locator("[data-testid=stCode]").hover()
    shown.locator("button").first.click()
    if page.evaluate("String(document.execCommand).includes('native')"):
        page.keyboard.press("Escape")
