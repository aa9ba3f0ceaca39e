"""An exam by school comes in on the first day: counted clicks, then none of the mapping again."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import func, select

from data import store
from data.__main__ import main
from data.schema import assessment_result, school
from tests.browser import bringing, exam_sheets, visiting

pytestmark = pytest.mark.browser

MOST_FIRST, MOST_NEXT = 25, 5
RULE = "ЕГЭ по школам"
COUNTED = """
window.choices = 0;
for (const kind of ['click', 'change'])
  document.addEventListener(kind, event => {
    const typed = event.target.matches('input:not([type=checkbox]), textarea');
    if (event.isTrusted && (kind === 'change' || !typed)) window.choices += 1;
  }, true);
"""
"""Counts every click on what is no field, and every field or file that was filled in."""


@pytest.fixture
def page(own_server, new_reader):
    """The page of own data in a store that has only the demonstration."""
    page = new_reader(own_server[0])
    page.add_init_script(COUNTED)
    return page


def opened(page, address):
    page.goto(f"{address}/import_data?language=ru")
    visiting.settle(page)


def confirm(page):
    """Confirm each remark that asks for it."""
    for box in page.locator(".st-key-doubts label").all():
        box.click()
        visiting.settle(page)


def totals(folder):
    """How many results by year, and how many schools, the current version has of the sheets."""
    engine = store.engine(store.current(folder))
    row = assessment_result.c
    own = row.school_id.startswith("OWN-")
    by_year = select(row.year, func.sum(row.participants).label("n")).where(own).group_by(row.year)
    years = {r["year"]: int(r["n"]) for r in store.fetch_arrow(engine, by_year).to_pylist()}
    schools = select(func.count().label("n")).where(school.c.school_id.startswith("OWN-"))
    return years, store.fetch_arrow(engine, schools).to_pylist()[0]["n"]


def taking(year):
    return sum(row[2] + row[4] for row in exam_sheets.rows(year))


def test_the_first_book_takes_few_clicks_and_the_next_one_no_mapping(page, own_server, tmp_path):
    address, folder = own_server
    opened(page, address)
    bringing.choose(page, "Регион файлов", "Республика Карелия")
    bringing.give(page, {"ЕГЭ": exam_sheets.book(2021, 2022)})
    expect(page.get_by_text("Потом: ЕГЭ.xlsx 2022.")).to_be_visible()
    bringing.choose(page, "Для всего листа: Школы: Местность", "сельская")
    bringing.write(page, "Название рецепта", RULE)
    page.get_by_role("button", name="Прочитать по этому рецепту").click()
    expect(page.get_by_text("таблица по своей форме")).to_have_count(0)
    visiting.settle(page)
    confirm(page)
    bringing.publish(page, "Министерство образования", "ЕГЭ за два года")
    assert page.evaluate("window.choices") <= MOST_FIRST
    assert totals(folder) == ({2021: taking(2021), 2022: taking(2022)}, 6)

    opened(page, address)
    bringing.give(page, {"ЕГЭ 2023": exam_sheets.book(2023)})
    expect(page.get_by_role("heading", name="Что изменится")).to_be_visible()
    confirm(page)
    bringing.publish(page, "Министерство образования", "ЕГЭ за год")
    assert page.evaluate("window.choices") <= MOST_NEXT
    years = {year: taking(year) for year in (2021, 2022, 2023)}
    assert totals(folder) == (years, 6)

    page.goto(f"{address}/dynamics?language=ru")
    visiting.settle(page)
    expect(page.get_by_label("Регион", exact=True)).to_have_value("Республика Карелия")
    page.goto(f"{address}/?language=ru")
    visiting.settle(page)
    page.locator(".st-key-to_bring").get_by_role("link", name="Статус школ").click()
    visiting.settle(page)
    expect(page.get_by_text("Вы пришли за этой таблицей.")).to_be_visible()

    sent = tmp_path / "ЕГЭ 2024.xlsx"
    sent.write_bytes(exam_sheets.book(2024))
    account = ["--by", "Министерство образования", "--why", "ЕГЭ", "--store", str(folder)]
    assert main(["publish", str(sent), "--recipe", RULE, "--acknowledge", "all", *account]) == 0
    assert totals(folder) == (years | {2024: taking(2024)}, 6)
