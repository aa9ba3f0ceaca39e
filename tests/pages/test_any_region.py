"""A region that the facts say nothing of opens with its own files alone, brought by names.

Yugra, whose code has three digits: 22 municipalities, a small and a large school in each, from
files that name no code of the classifier, published from a terminal into a store that was empty.
"""

import csv

import pytest

from components.base.choices import choices
from data import store
from data.__main__ import main
from data.intake.received.places import shipped
from data.schema import metadata
from data.store import fetch_arrow
from tests.menu import PAGES
from tests.pages import seen
from tests.pages.test_contents import drawn, said

REGION, NAME = "718", "Ханты-Мансийский автономный округ – Югра"
PLACES = shipped().within(REGION).places
YEARS = (2022, 2023, 2024)
KINDS = (("small", 40), ("large", 90))
SCHOOLS = [
    (f"718-{number:02}-{kind}", place.short_name_ru, number, kind, size)
    for number, place in enumerate(PLACES)
    for kind, size in KINDS
]


def is_listed(number, kind):
    return kind == "small" and number % 2 == 0


def school_rows():
    yield "Код школы", "Муниципалитет", "Название школы", "Местность", "Учеников", "Вид данных"
    for school, place, number, kind, size in SCHOOLS:
        yield school, place, f"Школа № {number}, {kind}", "город", 8 * size, "настоящие"


def status_rows():
    yield "Код школы", "Год", "ШНОР", "НСУ", "Резильентная", "В проекте 500+"
    for school, _, number, kind, _ in SCHOOLS:
        for year in YEARS:
            low, strong = is_listed(number, kind), kind == "large" and number % 3 == 0
            yield school, year, yes(low), "нет", yes(strong), yes(low and year > YEARS[0])


def result_rows():
    yield (
        *("Код школы", "Год", "Процедура", "Класс", "Предмет", "Участников"),
        *("Не преодолели порог", "Средний балл"),
    )
    for school, _, number, kind, size in SCHOOLS:
        for year in YEARS:
            share = 0.3 if is_listed(number, kind) else 0.08
            below = round(size * (share + 0.01 * (number % 5)))
            yield school, year, "ОГЭ", 9, "математика", size, below, ""
            yield school, year, "ОГЭ", 9, "русский язык", size, below // 2, ""


def pair_rows():
    yield "Код пары", "Наставляемая школа (код)", "Школа-наставник (код)", "Форма", "Дата начала"
    for number in range(0, len(PLACES), 6):
        mentee, mentor = f"718-{number:02}-small", f"718-{number:02}-large"
        yield number, mentee, mentor, "школа – школа", "01.10.2023"


def report_rows():
    yield "Муниципалитет", "Год", "О чём отчёт", "Отчитался"
    for place in PLACES:
        for year in YEARS:
            yield place.short_name_ru, year, "status", "да"
            yield place.short_name_ru, year, "mentorship", "да"


def yes(flag):
    return "да" if flag else "нет"


FILES = {
    "школы": school_rows,
    "статус": status_rows,
    "результаты": result_rows,
    "пары": pair_rows,
    "отчёты": report_rows,
}


def bring(folder):
    """Write the files and publish them from a terminal into an empty store."""
    paths = [folder / f"{name}.csv" for name in FILES]
    for path, made in zip(paths, FILES.values(), strict=True):
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows(made())
    into = ["--store", str(folder / "store"), "--by", "Координатор", "--why", "первые данные"]
    assert main(["publish", *map(str, paths), *into, "--acknowledge", "all"]) == 0


@pytest.fixture
def yugra(shared, monkeypatch):
    folder = shared("yugra", bring)
    monkeypatch.setenv("MONITOR_STORE", str(folder / "store"))
    version = store.current()
    yield version
    store.engine(version).dispose()


def test_names_alone_put_every_school_into_its_municipality(yugra):
    rows = fetch_arrow(store.engine(yugra), metadata.tables["school"].select()).to_pylist()
    own = {row["school_id"]: row["oktmo"] for row in rows if row["oktmo"].startswith(REGION)}
    assert own == {school: PLACES[number].oktmo for school, _, number, _, _ in SCHOOLS}
    assert choices().regions[0] == REGION


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_on_the_region_without_a_mark_of_demonstration(open_page, yugra, page):
    app = open_page(page, language="ru")
    assert not app.warning
    assert "Демонстрационн" not in said(app)
    regions = [box for box in app.selectbox if box.label == "Регион"]
    assert all(box.value == REGION and len(box.options) <= 3 for box in regions)


@pytest.mark.parametrize("page", ["overview", "heatmap", "dynamics", "mentoring"])
def test_its_pages_have_figures_of_all_its_municipalities(open_page, yugra, page):
    app = open_page(page, language="ru")
    assert NAME in app.header[0].value
    assert not [info for info in app.info if "нет данных" in info.value]
    assert seen.charts(app) or page == "overview"


@pytest.mark.parametrize("display", ["matrix", "cells", "map"])
def test_its_heat_map_draws_each_municipality_once(open_page, yugra, display):
    app = open_page("heatmap", display=display, language="ru")
    assert len(drawn(app)) == len(PLACES) == 22
    assert ("Плитки стоят по алфавиту" in said(app)) == (display != "matrix")


def test_its_summary_counts_its_own_listed_schools(open_page, yugra):
    listed = sum(is_listed(number, kind) for _, _, number, kind, _ in SCHOOLS)
    assert f"4 из {listed}" in said(open_page("overview", language="ru", year="2024"))


def test_files_of_any_other_region_can_be_brought_beside_it(open_page, yugra):
    app = open_page("import_data", language="ru")
    (box,) = [box for box in app.selectbox if box.label == "Регион файлов"]
    assert len(box.options) == 1 + 85 and "Республика Карелия" in box.options
