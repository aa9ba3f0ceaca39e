import csv
import io
from dataclasses import replace
from datetime import date

import duckdb
import pandas as pd
import pytest

from components.downloads import FileColumn, excel_csv, machine_csv
from components.downloads.csv_files import about_csv

COLUMNS = (
    FileColumn("oktmo", "ОКТМО", "text"),
    FileColumn("name", "+Название", "text"),
    FileColumn("schools", "Школ", "integer"),
    FileColumn("change", "Изменение", "decimal"),
    FileColumn("share", "Доля", "percent"),
    FileColumn("day", "Дата", "date"),
)
FRAME = pd.DataFrame(
    {
        "left_out": ["не для файла"] * 3,
        "day": pd.to_datetime(["2022-11-17", None, "2022-01-09"]),
        "oktmo": ["01601000", "60602000", "60603000"],
        "name": ["=1+1", 'Школа «А»; "Б"', None],
        "schools": [2, None, 0],
        "change": [-0.5, 0.000001, 1234567.1234567],
        "share": [31.25, 100.0, None],
    }
)


def test_excel_csv_is_what_russian_excel_opens(about):
    assert excel_csv(FRAME, COLUMNS, about).decode("utf-8") == (
        "\ufeffОКТМО;'+Название;Школ;Изменение;Доля, %;Дата;Вид данных;Версия данных;"
        "Версия программы\r\n"
        "01601000;'=1+1;2;-0,5;31,25;17.11.2022;"
        "Демонстрационные данные;20261121T140512-ab12cd34;Монитор 500+ 12.3.4\r\n"
        '60602000;"Школа «А»; ""Б""";;0,000001;100;;'
        "Демонстрационные данные;20261121T140512-ab12cd34;Монитор 500+ 12.3.4\r\n"
        "60603000;;0;1234567,123457;;09.01.2022;"
        "Демонстрационные данные;20261121T140512-ab12cd34;Монитор 500+ 12.3.4\r\n"
    )


def test_excel_csv_is_what_english_excel_opens(about):
    english = replace(about, language="en")
    assert excel_csv(FRAME, COLUMNS[:1] + COLUMNS[2:], english).decode("utf-8") == (
        '\ufeffОКТМО,Школ,Изменение,"Доля, %",Дата,Вид данных,Версия данных,'
        "Версия программы\r\n"
        "01601000,2,-0.5,31.25,2022-11-17,"
        "Демонстрационные данные,20261121T140512-ab12cd34,Монитор 500+ 12.3.4\r\n"
        "60602000,,0.000001,100,,"
        "Демонстрационные данные,20261121T140512-ab12cd34,Монитор 500+ 12.3.4\r\n"
        "60603000,0,1234567.123457,,2022-01-09,"
        "Демонстрационные данные,20261121T140512-ab12cd34,Монитор 500+ 12.3.4\r\n"
    )


def test_what_a_sheet_says_about_the_data_is_a_csv_too(about):
    assert about_csv(about).decode("utf-8") == (
        "\ufeff;Доля ниже порога\r\n;21 ноября 2026 г., 14:05\r\n"
        "Вид данных;Демонстрационные данные\r\nВерсия данных;20261121T140512-ab12cd34\r\n"
        "Версия программы;Монитор 500+ 12.3.4\r\nРегион;Ростовская область\r\n"
        "Источник;'=HYPERLINK(1)\r\nСтрок;2\r\n"
    )


def test_machine_csv_is_what_programs_read(about):
    lines = machine_csv(FRAME, COLUMNS, about).decode("utf-8").split("\n")
    assert lines == [
        '"oktmo","name","schools","change","share","day","data_kind","data_version",'
        '"program_version"',
        '"01601000","\'=1+1",2,-0.5,31.25,2022-11-17,"demonstration","20261121T140512-ab12cd34",'
        '"12.3.4"',
        '"60602000","Школа «А»; ""Б""",,0.000001,100,,"demonstration","20261121T140512-ab12cd34",'
        '"12.3.4"',
        '"60603000",,0,1234567.123457,,2022-01-09,"demonstration","20261121T140512-ab12cd34",'
        '"12.3.4"',
        "",
    ]


def test_duckdb_reads_the_types_and_values_of_machine_csv(about, tmp_path):
    (tmp_path / "file.csv").write_bytes(machine_csv(FRAME, COLUMNS, about))
    rows = duckdb.read_csv(str(tmp_path / "file.csv"), dtype={"oktmo": "VARCHAR"}).fetchall()
    mark = ("demonstration", "20261121T140512-ab12cd34", "12.3.4")
    assert rows == [
        ("01601000", "'=1+1", 2, -0.5, 31.25, date(2022, 11, 17), *mark),
        ("60602000", 'Школа «А»; "Б"', None, 0.000001, 100.0, None, *mark),
        ("60603000", None, 0, 1234567.123457, None, date(2022, 1, 9), *mark),
    ]


def test_pandas_reads_the_frame_back_from_machine_csv(about):
    plain = FRAME.assign(name=["Школа А", "a,b\r\nc", "x\ry"], change=[-0.5, 0.000001, 2.25])
    again = pd.read_csv(
        io.BytesIO(machine_csv(plain, COLUMNS, about)), dtype={"oktmo": str}, parse_dates=["day"]
    )
    keys = [column.key for column in COLUMNS]
    pd.testing.assert_frame_equal(again[keys], plain[keys], check_dtype=False)


def test_negative_numbers_are_not_guarded(about):
    frame = pd.DataFrame({"n": [-3, -4]})
    column = [FileColumn("n", "Прирост", "integer")]
    assert b"\r\n-3;" in excel_csv(frame, column, about)
    assert b"\n-3," in machine_csv(frame, column, about)


def test_the_mark_of_a_demonstration_is_on_every_line(about):
    rows = list(csv.reader(io.StringIO(excel_csv(FRAME, COLUMNS, about).decode()), delimiter=";"))
    assert [row[-3] for row in rows] == ["Вид данных", *["Демонстрационные данные"] * len(FRAME)]


def test_published_data_carry_no_mark_but_their_versions(published):
    lines = excel_csv(FRAME, COLUMNS, published).decode().splitlines()
    assert lines[0].endswith(";Дата;Версия данных;Версия программы")
    assert lines[1].endswith(";17.11.2022;20261121T140512-ab12cd34;Монитор 500+ 12.3.4")
    assert b'2022-11-17,"published","20261121T140512' in machine_csv(FRAME, COLUMNS, published)


def test_an_empty_choice_still_has_a_header(about):
    assert excel_csv(FRAME.head(0), COLUMNS, about).count(b"\r\n") == 1
    assert machine_csv(FRAME.head(0), COLUMNS, about).count(b"\n") == 1


@pytest.mark.parametrize("write", [excel_csv, machine_csv])
def test_no_word_stands_for_what_is_missing(write, about):
    gone = pd.DataFrame({column.key: [None, float("nan")] for column in COLUMNS})
    body = write(gone, COLUMNS, about).decode().splitlines()[1]
    for word in ("nan", "NaN", "None", "NaT", "NA", "null"):
        assert word not in body


def test_nothing_is_written_as_minus_nothing(about):
    frame = pd.DataFrame({"n": [-0.0, -1e-9]})
    column = [FileColumn("n", "Разность", "decimal")]
    assert excel_csv(frame, column, about).count(b"\r\n0;") == 2
    assert machine_csv(frame, column, about).count(b"\n0,") == 2
