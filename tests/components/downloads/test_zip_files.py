"""A ZIP has the rows, what stands beside them and what says where they come from, each as a CSV."""

import io
import zipfile

import openpyxl
import pandas as pd

from components.downloads import FileColumn, Sheet, excel_csv, xlsx, zipped
from components.downloads.csv_files import about_csv

COLUMNS = (FileColumn("name", "Название", "text"), FileColumn("n", "Школ", "integer"))
ROWS = pd.DataFrame({"name": ["А", "Б"], "n": [1, 2]})
REGION = Sheet("region", "Регион", pd.DataFrame({"name": ["Вся"], "n": [3]}), COLUMNS)


def test_each_table_is_a_file_of_its_own(about):
    content = zipped(ROWS, COLUMNS, about, (REGION,))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        inside = {name: archive.read(name) for name in archive.namelist()}
    assert inside == {
        "data.csv": excel_csv(ROWS, COLUMNS, about),
        "region.csv": excel_csv(REGION.rows, COLUMNS, about),
        "about.csv": about_csv(about),
    }


def test_the_same_rows_are_the_same_bytes(about):
    assert zipped(ROWS, COLUMNS, about) == zipped(ROWS, COLUMNS, about)


def test_a_workbook_has_what_stands_beside_on_sheets_of_their_own(about):
    book = openpyxl.load_workbook(io.BytesIO(xlsx(ROWS, COLUMNS, about, (REGION,))))
    assert book.sheetnames == ["Данные", "Регион", "О данных"]
    assert list(book["Регион"].values) == [("Название", "Школ"), ("Вся", 3)]
    assert list(book["Данные"].values) == [("Название", "Школ"), ("А", 1), ("Б", 2)]
