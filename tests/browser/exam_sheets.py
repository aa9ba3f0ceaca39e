"""Make an exam by school as regions send it: subject over measure, no codes, a sheet a year.

Municipalities are real ones of Karelia, schools and numbers are invented.
"""

import io

import openpyxl

MUNICIPALITIES = ("Питкярантский муниципальный район", "Пудожский муниципальный район")
SCHOOLS = tuple(f"МБОУ СОШ № {number}" for number in (901, 902, 903))
HEADER = (
    ["Муниципальное образование", "Образовательная организация", "из них", None, None, None],
    [None, None, "Русский язык, чел.", None, "Математика (профиль), чел.", None],
    [None, None, *("приняло участие", "не преодолен min порог") * 2],
    ["1", "2", "3", "4", "5", "6"],
)
MERGED = ("A2:A4", "B2:B4", "C2:F2", "C3:D3", "E3:F3")


def rows(year):
    """The rows of one year: two municipalities with three schools each."""
    for m, place in enumerate(MUNICIPALITIES):
        for s, school in enumerate(SCHOOLS):
            taking = 40 + 5 * s + m + year % 5
            yield [place, school, taking, 4 + s + year % 2, taking - 15, 3 + m]


def book(*years):
    """A workbook with a sheet for each year, its total first."""
    made = openpyxl.Workbook()
    del made["Sheet"]
    for year in years:
        sheet, own = made.create_sheet(str(year)), list(rows(year))
        total = [sum(row[place] for row in own) for place in range(2, 6)]
        title = "Результаты ЕГЭ по образовательным организациям"
        for row in ([title], *HEADER, ["ВСЕГО по региону", None, *total], *own):
            sheet.append(row)
        for cells in MERGED:
            sheet.merge_cells(cells)
    sink = io.BytesIO()
    made.save(sink)
    return sink.getvalue()
