"""Tables as regions really send them, and the recipes that a person would make for them."""

import io

import openpyxl

from data.intake.received.recipe import SCHOOL_NAME, ColumnRule, Given, Recipe

EXAM = [
    ["Результаты ЕГЭ выпускников", None, None, None, None, None],
    ["Муниципальное образование", "Образовательная организация", "из них", None, None, None],
    [None, None, "Русский язык, чел.", None, "Математика (профиль), чел.", None],
    [None, None, *("приняло участие", "не преодолен min порог") * 2],
    ["1", "2", "3", "4", "3", "4"],
    ["ВСЕГО по региону", None, 30, 3, 14, 2],
    ["Ашинский МР", "МБОУ СОШ 1", 20, 1, 10, 2],
    ["Ашинский МР", "МБОУ СОШ 2", 10, 2, 4, 0],
]
MERGED = ("A2:A4", "B2:B4", "C2:F2", "C3:D3", "E3:F3")
HEADER = (
    "Муниципальное образование",
    "Образовательная организация",
    "из них · Русский язык, чел. · приняло участие",
    "из них · Русский язык, чел. · не преодолен min порог",
    "из них · Математика (профиль), чел. · приняло участие",
    "из них · Математика (профиль), чел. · не преодолен min порог",
)
RUSSIAN = (Given("subject", "fixed", "russian"),)
PROFILE = (Given("subject", "fixed", "mathematics_profile"),)
EXAM_RECIPE = Recipe(
    "ЕГЭ по школам",
    "assessment_result",
    HEADER,
    3,
    (
        ColumnRule(0, "oktmo"),
        ColumnRule(1, "school_id", SCHOOL_NAME),
        ColumnRule(2, "participants", given=RUSSIAN),
        ColumnRule(3, "below_threshold", given=RUSSIAN),
        ColumnRule(4, "participants", given=PROFILE),
        ColumnRule(5, "below_threshold", given=PROFILE),
    ),
    (
        Given("year", "sheet"),
        Given("procedure", "title"),
        Given("grade", "fixed", "11"),
        Given("school.locality", "fixed", "rural"),
    ),
    "75",
)


def exam(rows=EXAM, sheet="2022"):
    """The exam by school: subject over measure, three rows of header, the year in the sheet."""
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    for cells in MERGED:
        book.active.merge_cells(cells)
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def by_year(*years, gives="value", indicator="IND-21", where="fixed", first=1):
    """Columns of one indicator, one a year, from a place on."""
    return tuple(
        ColumnRule(
            first + n,
            gives,
            given=(
                Given("indicator", "fixed", indicator),
                Given("year", where, str(year) if where == "fixed" else ""),
            ),
        )
        for n, year in enumerate(years)
    )


def of_places(name, header, years, **more):
    """A recipe for municipality × year of one published indicator; `more` replaces fields."""
    fields = {
        "name": name,
        "table": "indicator_value",
        "header": header,
        "header_rows": 1,
        "columns": (ColumnRule(0, "oktmo"), *by_year(*years)),
        "given": (Given("source", "fixed", "отчёт"),),
        "region": "75",
    }
    return Recipe(**(fields | more))


def of_grid(grid, columns, region="75"):
    """A recipe for the very header that was found in a sheet."""
    depth = sum(grid.top_row <= row <= grid.header_row for row, _ in grid.whole.rows)
    return of_places("Доли", grid.header, (), columns=columns, header_rows=depth, region=region)
