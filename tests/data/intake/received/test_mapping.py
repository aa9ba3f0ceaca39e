"""A foreign wide table is read by a rule that a person made once and that is kept."""

import io
import json
from dataclasses import asdict, replace

import openpyxl
import pyarrow as pa
import pytest
from sent_files import REGISTER, said, xlsx

from data.intake.declared.checks import faults
from data.intake.received.grids import Grid
from data.intake.received.mapping import Mapping, apply, guesses
from data.intake.received.receive import receive
from data.intake.received.saved_mappings import FOLDER, fitting, save, saved
from data.intake.returned.marked import marked

HEADER = ("Территория района", "2020", "2021/22", "Прим.")
RULE = Mapping(
    "Укомплектованность",
    "60",
    "Лист1",
    HEADER,
    2,
    0,
    ((1, "IND-21", 2020), (2, "IND-21", 2022)),
    "отчёт",
)
ROWS = [
    ["г. Азов", "98,5 %", 99],
    ["Октябрьский район", None, 80.25],
    ["Итого", 90, 91],
]
GRID = receive("a.xlsx", xlsx([["Доля"], HEADER, *ROWS], sheet="Лист1"), REGISTER).unknown[0]


def test_each_value_becomes_a_row_with_its_place():
    read, problems = apply(RULE, GRID, REGISTER, "сводка.xlsx")
    assert [tuple(row.values()) for row in read.rows.to_pylist()] == [
        ("60704000", "2020", "IND-21", "98.5", "отчёт"),
        ("60704000", "2022", "IND-21", "99", "отчёт"),
        ("60641000", "2022", "IND-21", "80.25", "отчёт"),
    ]
    assert (read.name, read.sheet, read.places.to_pylist()) == ("сводка.xlsx", "Лист1", [3, 3, 4])
    assert [(p.row, p.rule, p.level) for p in problems] == [(5, "skipped_total", "note")]


def test_what_cannot_be_read_is_named_at_its_row_and_by_the_sheets_own_heading():
    rows = [(3, ("Азов", 1.0, "x", "")), (4, ("Нигде", "#Н/Д", 2.0, ""))]
    read, problems = apply(RULE, Grid("Лист1", 2, HEADER, rows), REGISTER)
    assert [(p.row, p.column, p.value, p.rule, p.level) for p in problems] == [
        (3, "Территория района", "Азов", "ambiguous_name", "stop"),
        (4, "Территория района", "Нигде", "unknown_municipality", "stop"),
        (4, "2020", "#Н/Д", "cell_error", "stop"),
    ]
    found = [(p.row, p.column, p.value, p.rule) for p in faults(read, {})]
    assert (3, "2021/22", "x", "wrong_type") in found
    assert (4, "2020", "#Н/Д", "wrong_type") in found
    assert read.columns == {"Территория района": 1, "2020": 2, "2021/22": 3}


def test_two_columns_of_one_year_are_told_by_their_headings():
    twice = replace(RULE, values=((1, "IND-21", 2020), (2, "IND-21", 2020)))
    read, _ = apply(twice, Grid("Лист1", 2, HEADER, [(3, ("г. Азов", 1.5, 2.5, ""))]), REGISTER)
    known = {"municipality.oktmo": pa.array(["60704000"])}
    known["shown_indicator.code"] = pa.array(["IND-21"])
    assert [(p.row, p.column, p.rule) for p in faults(read, known)] == [
        (3, "2020", "repeated_key"),
        (3, "2021/22", "repeated_key"),
    ]


def test_the_marked_copy_has_each_remark_at_the_cell_of_its_column():
    rows = [["Доля"], HEADER, ["г. Азов", 98, "много"]]
    sent = xlsx(rows, sheet="Лист1")
    read, _ = apply(RULE, receive("a.xlsx", sent, REGISTER).unknown[0], REGISTER, "a.xlsx")
    bad = [p for p in faults(read, {}) if p.rule == "wrong_type"]
    places = {(read.sheet, heading): place for heading, place in read.columns.items()}
    copy = openpyxl.load_workbook(
        io.BytesIO(marked("a.xlsx", sent, bad, lambda p: p.rule, places, "ru"))
    )
    comments = {c.coordinate for line in copy["Лист1"] for c in line if c.comment}
    assert comments == {"C3"}


def test_values_that_may_be_parts_of_one_are_asked_about():
    grid = Grid("Лист1", 2, HEADER, [(3, ("г. Азов", 0.31, 31.0, ""))])
    _, problems = apply(RULE, grid, REGISTER)
    assert [(p.row, p.column, p.rule, p.level) for p in problems] == [
        (3, "2020", "parts_of_one", "acknowledge")
    ]


def test_a_table_whose_columns_moved_is_refused():
    moved = Grid("Лист1", 2, (HEADER[0], HEADER[2], HEADER[1], HEADER[3]), GRID.rows)
    read, problems = apply(RULE, moved, REGISTER)
    assert (read, [p.rule for p in problems]) == (None, ["other_header"])


@pytest.mark.parametrize("header", [HEADER, ("Район", *HEADER[1:])])
def test_every_remark_names_the_file_and_the_sheet(header):
    _, problems = apply(RULE, replace(GRID, header=header), REGISTER, "сводка.xlsx")
    assert {(p.file, p.sheet) for p in problems} == {("сводка.xlsx", "Лист1")}


def test_a_kept_rule_is_offered_for_the_same_header_only(tmp_path):
    assert saved(tmp_path) == []
    path = save(tmp_path, RULE)
    save(tmp_path, RULE)
    (tmp_path / FOLDER / "broken.json").write_text("{", encoding="utf-8")
    assert saved(tmp_path) == [RULE]
    assert path.parent == tmp_path / FOLDER
    assert fitting(tmp_path, ["ТЕРРИТОРИЯ  района", *HEADER[1:], ""]) == [RULE]
    assert fitting(tmp_path, HEADER[:3]) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": 5},
        {"source": None},
        {"header": [1, 2, 3, 4]},
        {"header": "Год"},
        {"header_row": "2"},
        {"oktmo_column": 4},
        {"oktmo_column": -1},
        {"oktmo_column": 1.0},
        {"values": [[9, "IND-21", 2020]]},
        {"values": [[1, 21, 2020]]},
        {"values": [[1, "IND-21", "2020"]]},
        {"values": {"1": "IND-21"}},
        {"more": 1},
    ],
)
def test_a_kept_rule_of_another_shape_is_none(tmp_path, wrong):
    save(tmp_path, RULE)
    told = json.dumps(asdict(RULE) | wrong, ensure_ascii=False)
    (tmp_path / FOLDER / "other.json").write_text(told, encoding="utf-8")
    assert saved(tmp_path) == [RULE]


def test_a_rule_that_reads_a_column_the_table_lacks_is_not_offered(tmp_path):
    save(tmp_path, replace(RULE, header=(*HEADER, ""), values=((4, "IND-21", 2020),)))
    assert fitting(tmp_path, HEADER) == []
    assert len(fitting(tmp_path, [*HEADER, ""])) == 1


@pytest.mark.parametrize("name", ["../../выход", "a/b\\c:d", "", "x" * 300, "CON"])
def test_any_name_of_a_rule_stays_in_its_folder(tmp_path, name):
    rule = Mapping(name, *list(vars(RULE).values())[1:])
    assert save(tmp_path, rule).parent == tmp_path / FOLDER
    assert saved(tmp_path) == [rule]


def test_years_and_the_municipality_are_guessed():
    header = ("№", "Муниципалитет", "2020", "2021/22 уч. год", "2022–2023", "Всего 120")
    assert guesses(header) == {"oktmo_column": 1, "years": {2: 2020, 3: 2022, 4: 2023}}
    assert guesses(("a",)) == {"oktmo_column": None, "years": {}}


def test_the_sheet_that_was_offered_is_the_one_that_is_read():
    found = receive("a.xlsx", xlsx([["Доля"], HEADER, *ROWS]), REGISTER)
    assert said(found) == [(1, "", "skipped_title"), (2, "", "fits_no_table")]
