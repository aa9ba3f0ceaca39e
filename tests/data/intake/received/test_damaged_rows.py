"""Sound rows, one of them damaged at random: the fault is found at that very row."""

import csv
import io
from dataclasses import dataclass, field

import pyarrow as pa
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import Boolean, Date, Double, Enum, Integer

from data.intake.declared.checks import faults
from data.intake.declared.reading import read
from data.invisible_signs import shown
from data.schema import assessment_result, mentorship, school_status

TABLES = {table.name: table for table in (assessment_result, mentorship, school_status)}
SCHOOLS = ("60-0001", "60-0002", "75-0001", "Ш-«3»")
KNOWN = {"school.school_id": pa.array(SCHOOLS)}
# No database of examples: a test leaves nothing beside the project.
SETTINGS = settings(max_examples=150, database=None)

flags = st.sampled_from(("true", "false"))
years = st.integers(2000, 2100).map(str)
schools = st.sampled_from(SCHOOLS)
dates = st.dates().map(str)


@st.composite
def status_row(draw, number):
    return [draw(schools), str(2000 + number), *(draw(flags) for _ in range(4))]


@st.composite
def result_row(draw, number):
    participants = draw(st.integers(0, 999_999_999))
    below = draw(st.integers(0, participants))
    mean = draw(st.none() | st.integers(0, 1000))
    return [
        draw(schools),
        str(2000 + number),
        draw(st.sampled_from(("VPR", "OGE", "EGE"))),
        draw(st.integers(1, 12).map(str)),
        draw(st.sampled_from(("russian", "mathematics", "mathematics_base"))),
        str(participants),
        str(below),
        "" if mean is None else str(mean / 10),
    ]


@st.composite
def pair_row(draw, number):
    mentee, mentor = draw(st.lists(schools, min_size=2, max_size=2, unique=True))
    days = sorted(draw(st.lists(dates, min_size=2, max_size=2)))
    note = draw(st.sampled_from(("", "договор № 1", 'школа "Луч", приказ')))
    last = draw(st.sampled_from((days[1], "")))
    return [f"пара-{number}", mentee, mentor, "school_school", days[0], last, note]


ROWS = {"school_status": status_row, "assessment_result": result_row, "mentorship": pair_row}


@st.composite
def sound(draw, among=TABLES):
    """A table and two to eight sound rows of it."""
    name = draw(st.sampled_from(sorted(among)))
    return TABLES[name], [draw(ROWS[name](n)) for n in range(draw(st.integers(2, 8)))]


@dataclass
class Damaged:
    table: object
    rows: list
    rule: str
    at: set = field(default_factory=set)
    """Numbers of the rows to be named; the header is row 1."""


def with_cell(draw, table, rows, fits, value, rule):
    """Write a value into a random cell of a column that fits; `value` sees column and old text."""
    places = [place for place, column in enumerate(table.columns) if fits(column)]
    row, place = draw(st.integers(0, len(rows) - 1)), draw(st.sampled_from(places))
    column = list(table.columns)[place]
    rows[row][place] = value(column, rows[row][place])
    return Damaged(table, rows, rule, {row + 2})


def is_number(column):
    return isinstance(column.type, Integer | Double)


def is_whole(column):
    return isinstance(column.type, Integer)


def is_flag(column):
    return isinstance(column.type, Boolean)


def is_date(column):
    return isinstance(column.type, Date)


def is_code(column):
    return isinstance(column.type, Enum)


def has_least(column):
    return "minimum" in column.info


def has_most(column):
    return "maximum" in column.info


def empty(draw, table, rows):
    return with_cell(draw, table, rows, lambda c: not c.nullable, lambda c, old: "", "empty_cell")


def letters(draw, table, rows):
    letter = draw(st.sampled_from("xОO, e٣%'’\u00a0\u2212"))
    at = draw(st.integers(0, 4))

    def put(_, old):
        return (old or "7")[:at] + letter + (old or "7")[at:]

    return with_cell(draw, table, rows, is_number, put, "wrong_type")


def endless_number(draw, table, rows):
    digits = draw(st.integers(16, 400))
    return with_cell(draw, table, rows, is_number, lambda *_: "9" * digits, "wrong_type")


def leading_zero(draw, table, rows):
    return with_cell(draw, table, rows, is_whole, lambda c, old: f"0{old}", "wrong_type")


def not_a_flag(draw, table, rows):
    word = draw(st.sampled_from(("True", "1", "да", "0", "yes", "TRUE", " true")))
    return with_cell(draw, table, rows, is_flag, lambda *_: word, "wrong_type")


def bad_date(draw, table, rows):
    words = ("2021-02-29", "2021-13-01", "2021-00-10", "01.09.2021", "2021-9-1", "2021-04-31", "21")
    word = draw(st.sampled_from((*words, "2021-09-01T00:00", "2021-09-01 ", "сентябрь")))
    return with_cell(draw, table, rows, is_date, lambda *_: word, "wrong_type")


def unknown_code(draw, table, rows):
    word = draw(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=9))
    assume(all(word not in c.type.enums for c in table.columns if isinstance(c.type, Enum)))
    return with_cell(draw, table, rows, is_code, lambda *_: word, "unknown_code")


def negative(draw, table, rows):
    number = draw(st.integers(1, 999_999_999))
    return with_cell(draw, table, rows, has_least, lambda *_: f"-{number}", "too_small")


def too_large(draw, table, rows):
    more = draw(st.integers(1, 1_000_000))
    return with_cell(
        draw, table, rows, has_most, lambda c, _: str(c.info["maximum"] + more), "too_large"
    )


def part_above_whole(draw, table, rows):
    row = draw(st.integers(0, len(rows) - 1))
    whole = draw(st.integers(0, 999_999_998))
    rows[row][5], rows[row][6] = str(whole), str(draw(st.integers(whole + 1, 999_999_999)))
    return Damaged(table, rows, "more_than", {row + 2})


def ends_before_start(draw, table, rows):
    row = draw(st.integers(0, len(rows) - 1))
    days = sorted(draw(st.lists(dates, min_size=2, max_size=2, unique=True)))
    rows[row][5], rows[row][4] = days
    return Damaged(table, rows, "before_start", {row + 2})


def row_twice(draw, table, rows):
    row = draw(st.integers(0, len(rows) - 1))
    at = draw(st.integers(row + 1, len(rows)))
    return Damaged(table, [*rows[:at], rows[row], *rows[at:]], "repeated_key", {row + 2, at + 2})


def unknown_school(draw, table, rows):
    word = draw(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=9))
    assume(word not in SCHOOLS and shown(word) == word)
    return with_cell(
        draw, table, rows, lambda c: c.foreign_keys, lambda *_: word, "unknown_reference"
    )


def cell_more_or_less(draw, table, rows):
    row = draw(st.integers(0, len(rows) - 1))
    rows[row] = draw(st.sampled_from((rows[row][:-1], [*rows[row], ""], [*rows[row], "x"])))
    return Damaged(table, rows, "wrong_cell_count", {row + 2})


NUMBERS = ("assessment_result", "school_status")
DAMAGES = {
    empty: TABLES,
    letters: NUMBERS,
    endless_number: NUMBERS,
    leading_zero: NUMBERS,
    not_a_flag: ("school_status",),
    bad_date: ("mentorship",),
    unknown_code: ("assessment_result", "mentorship"),
    negative: NUMBERS,
    too_large: NUMBERS,
    part_above_whole: ("assessment_result",),
    ends_before_start: ("mentorship",),
    row_twice: TABLES,
    unknown_school: TABLES,
    cell_more_or_less: TABLES,
}


@st.composite
def damaged(draw):
    damage = draw(st.sampled_from(list(DAMAGES)))
    return damage(draw, *draw(sound(DAMAGES[damage])))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("damaged")


def looked_at(folder, table, rows):
    """Write rows as a spreadsheet would; give the rows that were read and the faults."""
    written = io.StringIO(newline="")
    out = csv.writer(written, lineterminator="\r\n")
    out.writerows([[column.name for column in table.columns], *rows])
    path = folder / f"{table.name}.csv"
    path.write_bytes(written.getvalue().encode())
    found, problems = read(path, table)
    return found and found.rows.to_pylist(), problems or faults(found, KNOWN)


@SETTINGS
@given(case=sound())
def test_sound_rows_pass_as_they_are(folder, case):
    table, rows = case
    found, problems = looked_at(folder, table, rows)
    assert problems == []
    assert [[cell or "" for cell in row.values()] for row in found] == rows


@SETTINGS
@given(case=damaged())
def test_a_damaged_row_is_found_at_its_place(folder, case):
    _, problems = looked_at(folder, case.table, case.rows)
    assert {problem.row for problem in problems} == case.at
    assert case.rule in {problem.rule for problem in problems}


@SETTINGS
@given(case=sound(), text=st.text(st.characters(exclude_categories=["Cs"])), data=st.data())
def test_any_text_in_a_cell_is_kept_or_refused_there(folder, case, text, data):
    """Never an exception, never fewer rows: the text is in its cell, or its row is at fault."""
    table, rows = case
    row = data.draw(st.integers(0, len(rows) - 1))
    place = data.draw(st.integers(0, len(table.columns) - 1))
    rows[row][place] = text
    found, problems = looked_at(folder, table, rows)
    if problems:
        twins = {number + 2 for number, other in enumerate(rows) if other[0] == rows[row][0]}
        assert row + 2 in {problem.row for problem in problems} <= twins | {row + 2}
    else:
        assert [[cell or "" for cell in one.values()] for one in found] == rows


@SETTINGS
@given(case=sound(), data=st.data())
def test_any_bytes_give_rows_or_located_faults(folder, case, data):
    """Cut, strike and overwrite the bytes of a sound file: rows inside the file are named."""
    table, rows = case
    looked_at(folder, table, rows)
    path = folder / f"{table.name}.csv"
    content = bytearray(path.read_bytes())
    start = data.draw(st.integers(0, len(content)))
    stop = data.draw(st.integers(start, min(start + 40, len(content))))
    content[start:stop] = data.draw(st.binary(max_size=20) | st.sampled_from((b'"', b"\n", b"\0")))
    path.write_bytes(content)
    found, problems = read(path, table)
    problems = problems or faults(found, KNOWN)
    lines = content.count(b"\n") + content.count(b"\r") + 1
    assert all(1 <= problem.row <= lines and problem.rule for problem in problems)
