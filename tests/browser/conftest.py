"""One server and one browser for all journeys; the server's log stands beside a failure."""

import pytest
from playwright.sync_api import sync_playwright

from data import store
from tests.browser import chromium
from tests.browser.serving import serving
from tests.browser.visiting import LAPTOP
from tests.pages import letters


@pytest.fixture(scope="package")
def browser():
    program = chromium.path()
    if program is None:
        pytest.fail(chromium.MISSING, pytrace=False)
    with sync_playwright() as playwright:
        opened = chromium.launch(playwright, program)
        yield opened
        opened.close()


@pytest.fixture(scope="package")
def server_log(tmp_path_factory):
    return tmp_path_factory.mktemp("server") / "log.txt"


@pytest.fixture(scope="package")
def server(built, server_log):
    """The address of a server over the store of a first start."""
    with serving(built.folder, server_log) as address:
        yield address


@pytest.fixture(scope="module")
def own_server(built, tmp_path_factory, server_log):
    """A server over a store of its own: the journeys of its module publish."""
    folder = tmp_path_factory.mktemp("own") / "store"
    folder.mkdir()
    for path in (built.version.path, built.folder / store.POINTER):
        (folder / path.name).write_bytes(path.read_bytes())
    with serving(folder, server_log) as address:
        yield address, folder


@pytest.fixture(scope="package")
def new_reader(browser):
    """Open a new window that shares nothing with others: another reader."""
    contexts = []

    def opened(address, locale="ru-RU", **options):
        options = {"viewport": LAPTOP, "color_scheme": "light"} | options
        context = chromium.reader(browser, address, locale=locale, **options)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="package")
def page(new_reader, server):
    """The window of a Russian reader, used by one journey after another."""
    return new_reader(server)


@pytest.fixture(scope="package")
def names(built):
    """Every word of the names in the store, which are the same in both languages."""
    return letters.words_of_names(built.version)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    log = getattr(item, "funcargs", {}).get("server_log")
    if report.failed and log is not None and log.exists():
        report.sections.append(("server", log.read_text(errors="replace")[-4000:]))
    return report
