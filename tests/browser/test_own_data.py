"""From a template to published data and back: what a coordinator does with municipal tables."""

import io
import zipfile

import openpyxl
import pytest
from playwright.sync_api import expect

from data import store
from data.intake.spelling import vocabulary
from data.schema import mentorship, municipal_report, school, school_status
from tests.browser import bringing, visiting
from tests.browser.serving import serving

pytestmark = pytest.mark.browser

MARK = ".st-key-demonstration"
SALSK = "Сальский район (60650000)"
SCHOOLS = [f"60-S-{number}" for number in range(1, 5)]
YEAR = 2022
TABLES = {
    school: [[name, SALSK, f"Школа {name}", "сельская", 120, "настоящая"] for name in SCHOOLS],
    school_status: [
        [name, YEAR, *("да" if flag else "нет" for flag in (n < 3, True, n == 3, n < 3))]
        for n, name in enumerate(SCHOOLS)
    ],
    mentorship: [["П-1", SCHOOLS[0], SCHOOLS[3], "школа — школа", "17.11.2022", None, "приказ 1"]],
    municipal_report: [
        [SALSK, YEAR, subject, "да"] for subject in ("наставничество", "статус школ")
    ],
}


def templates(page):
    """Take the archive of all templates: a workbook by the Russian title of its table."""
    page.get_by_text("Шаблоны таблиц").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Все шаблоны (ZIP)").click()
    with zipfile.ZipFile(taken.value.path()) as packed:
        books = [openpyxl.load_workbook(io.BytesIO(packed.read(n))) for n in packed.namelist()]
    return {book.worksheets[0].title: book for book in books}


def filled(book, table, rows):
    """Fill a template in below its example row, by its headings."""
    sheet = book[vocabulary.title(table)]
    for number, row in enumerate(rows, start=3):
        for place, value in enumerate(row, start=1):
            sheet.cell(number, place, value)
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def test_own_data_come_in_and_can_be_taken_back(own_server, new_reader):
    address, folder = own_server
    first = store.current(folder).name
    page = new_reader(address)
    page.goto(f"{address}/import_data?language=ru")
    visiting.settle(page)
    expect(page.locator(MARK)).to_be_visible()
    books = templates(page)
    files = {
        vocabulary.title(table): filled(books[vocabulary.title(table)], table, rows)
        for table, rows in TABLES.items()
    }

    title = vocabulary.title(school)
    broken = openpyxl.load_workbook(io.BytesIO(files[title]))
    broken[title].cell(4, 5, "много")
    sink = io.BytesIO()
    broken.save(sink)
    bringing.upload(page, files | {title: sink.getvalue()})
    expect(page.get_by_text("стоп", exact=True).first).to_be_visible()
    expect(page.get_by_role("button", name="Опубликовать")).to_have_count(0)
    with page.expect_download() as taken:
        page.get_by_role("button", name=f"Файл с пометками: {title}.xlsx").click()
    marked = openpyxl.load_workbook(io.BytesIO(taken.value.path().read_bytes()))
    assert marked[title].cell(4, 5).comment is not None
    marked[title].cell(4, 5).value = 120

    sink = io.BytesIO()
    marked.save(sink)
    page.reload()
    visiting.settle(page)
    bringing.upload(page, files | {title: sink.getvalue()})
    expect(page.get_by_role("heading", name="Что изменится")).to_be_visible()
    bringing.publish(page, "Управление образования", "Первая загрузка")
    assert store.current(folder).name != first
    page.get_by_role("link", name="Открыть сводку").click()
    visiting.settle(page)
    expect(page.locator(MARK)).to_have_count(0)
    expect(page.get_by_text("1 из 3").first).to_be_visible()

    page.goto(f"{address}/versions?language=ru")
    visiting.settle(page)
    page.get_by_label("Версия", exact=True).click()
    page.get_by_role("option", name="первый запуск").click()
    visiting.settle(page)
    page.get_by_text("Вернуться к этой версии").click()
    page.get_by_label("Кто публикует").fill("Управление образования")
    page.get_by_label("Зачем").fill("Проверяли загрузку")
    page.get_by_role("button", name="Вернуть", exact=True).click()
    expect(page.get_by_text("Все страницы показывают её")).to_be_visible()
    expect(page.locator(MARK)).to_be_visible()
    assert len(list(folder.glob("[0-9]*.duckdb"))) == 3


def test_an_older_version_can_be_looked_at_and_its_link_copied(own_server, new_reader):
    address, folder = own_server
    page = new_reader(address)
    page.goto(f"{address}/versions?language=ru")
    visiting.settle(page)
    page.get_by_label("Версия", exact=True).click()
    page.get_by_role("option", name="Первая загрузка").click()
    visiting.settle(page)
    page.get_by_role("button", name="Посмотреть эту версию").click()
    expect(page.locator(".st-key-older_version")).to_be_visible()
    expect(page.locator(MARK)).to_have_count(0)
    page.get_by_role("link", name="Сводка").click()
    expect(page.locator("h2")).to_contain_text("Сводка")
    visiting.settle(page)
    other = new_reader(address, locale="en-GB")
    other.goto(page.url)
    visiting.settle(other)
    expect(other.locator(".st-key-older_version")).to_be_visible()
    other.get_by_role("button", name="К текущей версии").click()
    expect(other.locator(".st-key-older_version")).to_have_count(0)
    expect(other.locator(MARK)).to_be_visible()


def test_a_version_that_is_not_there_is_told_and_the_current_one_shown(own_server, new_reader):
    page = new_reader(own_server[0])
    for junk in ("20200101T000000-00000000", "../current"):
        page.goto(f"{own_server[0]}/?language=ru&data={junk}")
        expect(page.get_by_text(f"Версия данных = «{junk}»")).to_be_visible()


def test_on_a_server_open_to_the_network_files_are_checked_and_not_published(
    built, new_reader, server_log
):
    # Asked for by a name that is not this machine's own, as readers elsewhere do.
    options = ("--server.address", "0.0.0.0", "--server.allowedHosts", "127.0.0.2")
    with serving(built.folder, server_log, *options) as here:
        address = here.replace("localhost", "127.0.0.2")
        page = new_reader(address)
        page.goto(f"{address}/import_data?language=ru")
        visiting.settle(page)
        content = "Код школы;Год;Учителей;Обучено\n60-0001;2022;20;5\n"
        given = {"name": "Обучение.csv", "mimeType": "text/csv", "buffer": content.encode()}
        page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([given])
        expect(page.get_by_role("heading", name="Замечания")).to_be_visible()
        page.goto(f"{address}/versions?language=ru")
        visiting.settle(page)
        page.get_by_text("Вернуться к этой версии").click()
        expect(page.get_by_text("Без входа публиковать можно только")).to_be_visible()
        expect(page.get_by_role("button", name="Вернуть", exact=True)).to_have_count(0)
