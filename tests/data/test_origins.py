"""Every stored row tells the file, the sheet and the row that it came from, and goes on telling."""

import csv
import io
import json

import openpyxl
import pytest
from small_region import REGISTER, published, result, stored, tables
from sqlalchemy import select

from data import store
from data.__main__ import main
from data.commands.tracing import traced
from data.errors import ACKNOWLEDGE, BrokenInputError
from data.intake.declared.gathering import FACTS, ORDER
from data.intake.publishing import history
from data.intake.received.receive import NO_RECIPES, Recipes, receive
from data.intake.screening import screen
from data.schema import data_content, data_input, metadata, own_indicator
from tests.data.any_form import KNOWN, MEASURES, case
from tests.data.any_form_reading import recipe_of

KEPT = ("file", "sheet", "row", "version")


def keys_of(table):
    return metadata.tables[table].primary_key.columns.keys()


def origins(version, table):
    """Where each row of a table is said to come from, by its key."""
    rows = store.fetch_arrow(store.engine(version), traced(metadata.tables[table], {})).to_pylist()
    return {
        tuple(row[key] for key in keys_of(table)): tuple(row[name] for name in KEPT) for row in rows
    }


def digests(version):
    """What a version holds but for its name and time: rows and digest by table."""
    rows = store.fetch_arrow(store.engine(version), select(data_content)).to_pylist()
    told = {row["table_name"]: (row["rows"], row["sha256"]) for row in rows}
    del told["data_version"]
    return told


def placed(version, table, file):
    """The stored rows that came from a file as the truth of a case has them, each with its row."""
    came, found = origins(version, table), set()
    for row in store.fetch_arrow(store.engine(version), select(metadata.tables[table])).to_pylist():
        key = tuple(row[name] for name in keys_of(table))
        name, _, place, _ = came[key]
        if name == file and table == "indicator_value":
            found.add((place, row["oktmo"], str(row["year"]), row["indicator"], row["value"]))
        elif name == file:
            measured = tuple(row[measure] for measure in MEASURES)
            found.add((place, row["school_id"], str(row["year"]), row["subject"], *measured))
    return found


def workbook(sheets):
    """Rows by the name of a sheet and the table's columns, below some lines that are none."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, (name, (table, rows)) in enumerate(sheets.items()):
        sheet = book.create_sheet(name)
        for _ in range(number + 1):
            sheet.append(["Сведения о школах"])
        columns = metadata.tables[table].columns.keys()
        sheet.append(columns)
        for row in rows:
            sheet.append([row[column] for column in columns])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def brought(folder, files, kept=NO_RECIPES):
    """Receive and publish whole files, every remark acknowledged."""
    read, problems = [], []
    for name, content in files.items():
        received = receive(name, content, REGISTER, kept=kept)
        read, problems = [*read, *received.files], [*problems, *received.problems]
    found = screen.screen(folder, read, problems)
    return screen.publish(folder, found, "tests", "test", found.of(ACKNOWLEDGE))


def test_rows_of_two_sheets_and_two_files_name_them(tmp_path):
    rows = tables()
    schools, later = rows["school"][:12], rows["school"][12:]
    book = workbook({"Школы": ("school", schools), "Ещё": ("school", later)})
    found = origins(brought(tmp_path, {"школы.xlsx": book}), "school")
    found = {key: origin for key, origin in found.items() if "facts/" not in origin[0]}
    want = {
        (row["school_id"],): ("школы.xlsx", "Школы", 3 + n, None) for n, row in enumerate(schools)
    }
    want |= {(row["school_id"],): ("школы.xlsx", "Ещё", 4 + n, None) for n, row in enumerate(later)}
    assert found == want


def test_rows_that_stay_go_on_naming_their_file_and_the_version_that_took_it(tmp_path):
    first = published(tmp_path, tables())
    changed = [result("s3", 2021, 44), result("s4", 2022, 45)]
    second = published(tmp_path, {"assessment_result": changed})
    was, now = origins(first, "assessment_result"), origins(second, "assessment_result")
    name = "assessment_result.csv"
    taken = {key: row for key, row in now.items() if row[-1] is None}
    assert {(key[0], key[1]): row for key, row in taken.items()} == {
        ("s3", 2021): (name, "", 2, None),
        ("s4", 2022): (name, "", 3, None),
    }
    stayed = {key: row for key, row in now.items() if key not in taken}
    assert stayed == {key: (*was[key][:3], first.name) for key in was.keys() - taken.keys()}
    third = published(tmp_path, {"training": tables()["training"]})
    assert {row[-1] for row in origins(third, "assessment_result").values()} == {
        first.name,
        second.name,
    }
    files = store.fetch_arrow(store.engine(third), select(data_input)).to_pylist()
    own = sorted(
        (row["file"], row["version"] or "") for row in files if "facts/" not in row["file"]
    )
    assert own == [
        (name, first.name),
        (name, second.name),
        ("school.csv", first.name),
        ("school_status.csv", first.name),
        ("training.csv", ""),
    ]
    back = history.roll_back(tmp_path, first.name, "tests", "test")
    assert origins(back, "assessment_result") == was


def test_a_file_brought_again_leaves_everything_as_it_was(tmp_path):
    first = published(tmp_path, tables())
    second = published(tmp_path, tables())
    third = published(tmp_path, {"training": tables()["training"]})
    again = published(tmp_path, {"training": tables()["training"]})
    assert digests(first) == digests(second)
    assert digests(third) == digests(again)
    assert stored(third) == stored(first)


def test_every_row_of_facts_stands_where_it_says(tmp_path):
    version = published(tmp_path, {"school": tables()["school"]})
    checked = 0
    for table in ORDER:
        for key, (file, sheet, row, _) in origins(version, table.name).items():
            if file.startswith("facts/"):
                lines = _lines(FACTS / f"{table.name}.csv")
                cells = dict(zip(lines[0], lines[row - 1], strict=True))
                names = keys_of(table.name)
                assert [str(cell) for cell in key] == [cells[name] for name in names], table.name
                assert (file, sheet) == (f"facts/{table.name}.csv", "")
                checked += 1
    assert checked > 2500


_READ: dict = {}


def _lines(path):
    if path not in _READ:
        with path.open(encoding="utf-8", newline="") as file:
            _READ[path] = list(csv.reader(file))
    return _READ[path]


def test_what_is_made_of_an_own_indicators_row_names_that_row(tmp_path):
    one = {
        "code": "OWN-1",
        "name_ru": "Доля учителей",
        "name_en": "",
        "unit": "percent",
        "direction": "higher",
        "numerator": "учителя",
        "denominator": "все",
        "definition_ru": "Учителя",
        "definition_en": "",
        "source": "отчёт",
    }
    version = published(tmp_path, {own_indicator.name: [one]})
    for table in ("own_indicator", "indicator", "shown_indicator"):
        assert origins(version, table)[("OWN-1",)] == ("own_indicator.csv", "", 2, None)


@pytest.mark.parametrize("number", range(16))
def test_a_file_of_any_form_names_its_rows_and_comes_again_the_same(number, tmp_path):
    made = case(number)
    kept = Recipes((recipe_of(made),), tuple(KNOWN), asked=True)
    schools = [
        {"school_id": one.school_id, "oktmo": one.oktmo, "name": one.name}
        | {"locality": "rural", "pupils": "", "basis": "real", "source": ""}
        for one in KNOWN
    ]
    published(tmp_path, {"school": schools})
    files = {made.name: made.content}
    try:
        first = brought(tmp_path, files, kept)
    except BrokenInputError as error:
        assert all(problem.row and problem.column for problem in error.problems)
        return
    assert placed(first, made.recipe.table, made.name) == made.truth
    assert digests(brought(tmp_path, files, kept)) == digests(first)


def test_the_command_tells_where_rows_came_from(tmp_path, capsys):
    first = published(tmp_path, tables())
    published(tmp_path, {"training": tables()["training"]})
    at = ["--store", str(tmp_path)]
    assert main(["origin", "school", "school_id=s7", *at]) == 0
    assert capsys.readouterr().out == f"s7: school.csv, row 9 (version {first.name})\n"
    assert main(["origin", "training", "school_id=s7", "year=2022", "--json", *at]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(row["file"], row["row"], row["version"]) for row in told] == [
        ("training.csv", 17, None)
    ]
    assert main(["origin", "school", "number=7", *at]) == 1
    assert "school_id, oktmo" in capsys.readouterr().err
    assert main(["origin", "school", "school_id=none", *at]) == 1
    assert "no rows" in capsys.readouterr().err
