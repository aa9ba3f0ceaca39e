"""What leaves by `export` runs in no spreadsheet and comes back by `publish` as it was."""

import csv
import io
import unicodedata

import openpyxl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_region import REGISTER, SCHOOLS, school, stored, trained

from data import store
from data.__main__ import main
from data.commands import versions
from data.errors import Problem
from data.intake.received.receive import receive
from data.intake.returned.marked import marked
from data.intake.returned.templates import workbook
from data.schema import metadata
from data.schema import school as declared

FORMULAS = ("=1+1", "+7 863 2", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x";1)')
WIDE = ("＝1+1", "＋7", "－5", "＠SUM(A1)", "﹦1", "⁼1")
# Nothing that comes in has such signs: some are taken off, the others refused.
HIDDEN = tuple(f"{sign}=1+1" for sign in "\u200c\u200d\u2060\u00ad\u200e\u202e\u061c\ufe0f\u3164")
GUARDED = ("'=1+1", "''=1+1", "'＝1")
ODD = ("x\ry", "две\r\nстроки", 'a;b,"c"', "nan", "'", "'а'", "−1", "a\u00a0b", "TRUE", "007")
TEXTS = (*FORMULAS, *WIDE, *GUARDED, *ODD)
INVISIBLE = "".join(HIDDEN).replace("=1+1", "") + "\u200b\ufeff"


ACCOUNT = ["--by", "Координатор", "--why", "проверка", "--acknowledge", "all"]


def runs(text):
    """A second reading of the rule: what is seen first, in its plain form, is a formula's sign."""
    seen = unicodedata.normalize("NFKC", text.lstrip().lstrip(INVISIBLE).lstrip())
    return seen.startswith(("=", "+", "-", "@")) or text.startswith(("\t", "\r", "\n"))


def wild_region():
    """Schools whose codes, names and sources begin as formulas do, and rows that name them."""
    places = list(SCHOOLS.values())
    rows = [
        school(text, places[n % len(places)]) | {"name": text, "source": text}
        for n, text in enumerate(TEXTS)
    ]
    return {"school": rows, "training": [trained(text, 2022, 20, 5) for text in TEXTS]}


@pytest.fixture(scope="module")
def wild(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wild")
    paths = []
    for name, rows in wild_region().items():
        path = folder / f"{name}.csv"
        path.write_bytes(as_csv(name, rows, ","))
        paths.append(str(path))
    assert main(["publish", *paths, *ACCOUNT, "--store", str(folder / "store")]) == 0
    assert main(["export", str(folder / "out"), "--store", str(folder / "store")]) == 0
    return folder


def as_csv(name, rows, delimiter):
    """What a person brings is as it is, but one apostrophe of a guarded text is its guard."""
    lines = io.StringIO(newline="")
    columns = metadata.tables[name].columns.keys()
    writer = csv.DictWriter(lines, columns, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    for row in rows:
        writer.writerow({key: f"'{cell}" if cell in GUARDED else cell for key, cell in row.items()})
    return lines.getvalue().encode()


def test_no_line_of_an_export_runs(wild):
    for path in (wild / "out").iterdir():
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                assert [cell for cell in row.values() if runs(cell)] == []


def test_an_export_of_wild_texts_is_published_back_as_it_was(wild, tmp_path):
    """The texts are as they were sent, so nothing is lost on the way in either."""
    there = stored(store.current(wild / "store"))
    assert {row["name"] for row in there["school"].values()} >= set(TEXTS)
    assert {key[0] for key in there["training"]} == set(TEXTS)
    paths = sorted(map(str, (wild / "out").iterdir()))
    assert main(["check", *paths]) == 0
    assert main(["publish", *paths, *ACCOUNT, "--store", str(tmp_path / "other")]) == 0
    assert stored(store.current(tmp_path / "other")) == there


@pytest.mark.parametrize("text", HIDDEN)
def test_a_formula_behind_a_hidden_sign_leaves_guarded(text):
    """A version of before such signs were refused may have it."""
    assert runs(text)
    assert versions._texts(pa.chunked_array([[text]])).to_pylist() == [f"'{text}"]


def test_numbers_of_an_export_are_never_touched():
    for cells, said in (([-5, None], ["-5", None]), ([-0.5], ["-0.5"]), (["-5"], ["'-5"])):
        assert versions._texts(pa.chunked_array([cells])).to_pylist() == said


NAMES = st.sampled_from(TEXTS) | st.text(
    st.sampled_from(["'", "=", "＋", "-", "@", "\u200b", "\ufeff", "\u00a0", " ", "\t", "\r", "\n"])
    | st.sampled_from(["a", "1", ";", ",", '"', "\u2060"]),
    min_size=1,
    max_size=6,
)


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_both_ways_of_reading_give_one_text_and_it_survives_an_export(tmp_path_factory, names):
    """The fast way reads declared names and commas, the other whatever people write."""
    rows = [school(f"s{n}", "60704000") | {"name": name} for n, name in enumerate(names)]
    there = read(rows, ",")
    assert read(rows, ";") == there
    path = tmp_path_factory.getbasetemp() / "again.csv"
    versions._write(path, there)
    again = receive("again.csv", path.read_bytes(), REGISTER, declared)
    assert [file.rows for file in again.files] == [there]
    assert not any(runs(name or "") for name in table_of(path)["name"])


def read(rows, delimiter):
    content = as_csv("school", rows, delimiter)
    received = receive("school.csv", content, REGISTER, declared)
    told = {problem.rule for problem in received.problems}
    assert told <= {"personal_data", "cleaned_signs"}
    (file,) = received.files
    return file.rows.combine_chunks()


def table_of(path):
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {name: [row[name] for row in rows] for name in rows[0]}


def test_a_text_as_long_as_a_cell_holds_keeps_its_room_beside_the_guard():
    longest = "=" + "ж" * 32_766
    for delimiter in (",", ";"):
        rows = read([school("s1", "60704000") | {"name": f"'{longest}"}], delimiter)
        assert rows["name"].to_pylist() == [longest]


def test_a_filled_template_brings_its_texts_back():
    rows = [school(text, "60704000") | {"name": text} for text in TEXTS]
    content = workbook(declared, {}, rows=rows)
    (file,) = receive("t.xlsx", content, REGISTER, declared).files
    assert file.rows["name"].to_pylist() == list(TEXTS)


def test_an_edited_cell_of_a_marked_copy_stays_text():
    """A spreadsheet reads an edited cell anew: as text only where its format says so."""
    heads, rows = "school_id;oktmo;name\n", [f's{n};x;"{text}"\n' for n, text in enumerate(WIDE)]
    said = Problem("unknown_reference", 3, "name", WIDE[1], "=1+1", file="=1.csv")
    content = marked("=1.csv", "".join([heads, *rows]).encode(), [said], str, {})
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book:
        cells = [cell for row in sheet.iter_rows() for cell in row if runs(str(cell.value))]
        assert cells
        assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
