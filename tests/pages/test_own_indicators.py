"""A region's own indicators, and a subject that nobody brought before, are seen without new code.

Yugra brings beside its schools two indicators: a share with its counts, and points without any;
and results in physics, which the demonstration has none of.
"""

import csv
import io

import pytest
import streamlit as st
from openpyxl import load_workbook

from components.base.i18n import Words
from components.dynamics import published, published_page
from components.dynamics.choice import DynamicsView
from components.heatmap import table
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from data import store
from data.__main__ import main
from tests.pages import seen
from tests.pages.test_any_region import FILES, PLACES, REGION, SCHOOLS, YEARS, result_rows
from tests.pages.test_contents import said

CLUBS, CLIMATE = "Ю-01", "Ю-02"
NAMES = {"ru": ("Дети в кружках", "Климат школ"), "en": ("Children in clubs", "Климат школ")}


def own_rows():
    yield (
        *("Код показателя", "Название показателя", "Название на английском", "Единица"),
        *("Направление", "Числитель (что считают)", "Знаменатель (из скольких)"),
        *("Определение", "Определение на английском", "Источник определения"),
    )
    yield (
        *(CLUBS, NAMES["ru"][0], NAMES["en"][0], "процент", "больше – лучше"),
        *("дети в кружках", "дети 5–18 лет", "Дети в кружках на 1 октября", "", "Приказ № 7"),
    )
    yield CLIMATE, NAMES["ru"][1], "", "баллы", "нейтрально", "", "", "Опрос", "", "Отчёт центра"


def value_rows():
    yield "Муниципалитет", "Год", "Показатель", "Числитель", "Знаменатель", "Значение", "Источник"
    for number, place in enumerate(PLACES):
        for year in YEARS:
            of = 3 if number == 0 else 200 + number
            clubs = number % 3 if number == 0 else 100 + number
            yield place.short_name_ru, year, CLUBS, clubs, of, "", "отчёт"
            yield place.short_name_ru, year, CLIMATE, "", "", f"{130 + number},5", "отчёт"


def more_results():
    header, *rows = result_rows()
    yield header
    yield from rows
    for school, _, _, _, size in SCHOOLS:
        yield school, YEARS[-1], "ОГЭ", 9, "физика", size, size // 10, ""


OWN = FILES | {"результаты": more_results, "показатели": own_rows, "значения": value_rows}


def written(folder, files):
    """Write the files of a region and give their paths."""
    paths = [folder / f"{name}.csv" for name in files]
    for path, made in zip(paths, files.values(), strict=True):
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows(made())
    return list(map(str, paths))


def bring(folder):
    into = ["--store", str(folder / "store"), "--by", "Координатор", "--why", "свои показатели"]
    assert main(["publish", *written(folder, OWN), *into, "--acknowledge", "all"]) == 0


@pytest.fixture
def yugra(shared, monkeypatch):
    folder = shared("yugra-own-indicators", bring)
    monkeypatch.setenv("MONITOR_STORE", str(folder / "store"))
    version = store.current()
    yield version
    store.engine(version).dispose()


def view_of(kind, indicator, language="ru", **more):
    return kind(
        region=REGION,
        year=YEARS[-1],
        first_year=YEARS[0],
        indicator=indicator,
        language=language,
        **more,
    )


@pytest.mark.parametrize("language", ["ru", "en"])
def test_they_stand_on_the_heat_map_with_definition_and_source(open_page, yugra, language):
    app = open_page("heatmap", language=language, indicator=CLUBS, axis="years", display="table")
    assert not app.exception
    shown = said(app)
    assert NAMES[language][0] in shown and "Приказ № 7" in shown
    assert "дети 5–18 лет" in shown and "101 " in shown


def test_counts_are_n_of_n_and_a_small_group_is_muted(yugra):
    cells = heat(view_of(HeatmapView, CLUBS)).cells
    rows = heat(view_of(HeatmapView, CLUBS)).rows
    clubs = rows[rows["indicator"].eq(CLUBS)].set_index("oktmo")
    small, large = (PLACES[number].oktmo for number in (0, 1))
    assert clubs.loc[small, ["numerator", "denominator", "muted"]].tolist() == [0, 3, True]
    assert clubs.loc[large, ["numerator", "denominator", "muted"]].tolist() == [101, 201, False]
    assert set(clubs["verdict"]) == {"not_compared"} and clubs["low"].isna().all()
    drawn = cells[cells["column_title"].eq(NAMES["ru"][0])]
    assert "101 из 201" in drawn["text"].tolist() and set(drawn["style"]) == {"ramp"}
    assert clubs.loc[REGION, "denominator"] == 3 + sum(200 + n for n in range(1, len(PLACES)))


def test_points_have_their_unit_and_no_verdict(yugra):
    cells = heat(view_of(HeatmapView, CLIMATE)).cells
    drawn = cells[cells["column_title"].eq(NAMES["ru"][1]) & cells["row"].ge(0)]
    assert "130,5 балла" in drawn["text"].tolist()
    assert set(drawn["style"]) == {"not_compared"}
    assert not drawn["tooltip"].str.contains("%").any()


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("place", [0, 1])
def test_they_are_followed_over_the_years(open_page, yugra, language, place):
    code = (CLUBS, CLIMATE)[place]
    app = open_page("dynamics", language=language, indicator=code, value="share")
    assert not app.exception
    shown = said(app)
    assert NAMES[language][place] in app.subheader[0].value
    assert ("Приказ № 7", "Отчёт центра")[place] in shown
    assert seen.charts(app)


def test_the_region_has_a_line_only_where_counts_add_up(yugra):
    clubs, climate = (view_of(DynamicsView, code) for code in (CLUBS, CLIMATE))
    assert published.followed(clubs).whose == REGION
    assert published.followed(climate).whose == ""
    points = published_page.points(clubs)
    assert len(points) == (len(PLACES) + 1) * len(YEARS)
    assert set(points.loc[points["role"].eq("main"), "oktmo"]) == {REGION}
    chosen = view_of(DynamicsView, CLIMATE, municipality=PLACES[2].oktmo)
    assert published.followed(chosen).whose == PLACES[2].oktmo
    assert "132,5 балла" in published.headline(chosen)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_files_have_numbers_units_and_no_share_of_points(yugra, language):
    words = Words(language)
    rows = heat(view_of(HeatmapView, CLUBS, language)).rows
    frame = table.worded(rows, words)
    points = frame[frame["indicator"].eq(CLIMATE) & frame["row"].ge(0)]
    assert points["share"].isna().all() and points["value"].notna().all()
    assert set(points["unit_word"]) == {words("column.unit_points")}
    counts = frame[frame["indicator"].eq(CLUBS)]
    assert counts["share"].notna().all() and counts["value"].isna().all()
    assert set(counts["indicator_name"]) == {NAMES[language][0]}


@pytest.mark.parametrize("page", ["heatmap", "dynamics"])
def test_downloads_hold_the_indicator_and_its_definition(open_page, yugra, monkeypatch, page):
    open_page("about", language="ru")  # the first run lays its guard round Streamlit's own calls
    found = {}

    def taken(label, data, file_name, **_):
        found[file_name] = data

    monkeypatch.setattr(st, "download_button", taken)
    open_page(page, language="ru", indicator=CLUBS, value="share")
    found = {name: make() for name, make in found.items()}
    texts = [content.decode("utf-8-sig") for name, content in found.items() if ".csv" in name]
    assert texts and all(CLUBS in text and "101" in text for text in texts)
    (book,) = [content for name, content in found.items() if name.endswith(".xlsx")]
    sheets = load_workbook(io.BytesIO(book)).worksheets
    cells = {str(cell) for sheet in sheets for row in sheet.values for cell in row}
    assert CLUBS in cells and any("Дети в кружках на 1 октября" in cell for cell in cells)


@pytest.mark.parametrize(("language", "name"), [("ru", "Физика"), ("en", "Physics")])
def test_a_subject_that_nobody_brought_before_can_be_followed(open_page, yugra, language, name):
    app = open_page("dynamics", language=language, indicator="IND-07-OGE", subject="physics")
    assert not app.exception
    assert any(name in str(box.options) for box in [*app.selectbox, *app.get("button_group")])


def test_its_results_are_counted_on_the_heat_map(yugra):
    rows = heat(view_of(HeatmapView, "IND-07-OGE")).rows
    region = rows[rows["indicator"].eq("IND-07-OGE") & rows["oktmo"].eq(REGION)].iloc[0]
    assert region["denominator"] == 3 * sum(size for *_, size in SCHOOLS)


def test_a_link_to_an_indicator_that_is_gone_falls_back(open_page, yugra):
    app = open_page("heatmap", language="ru", indicator="Ю-99")
    assert not app.exception
