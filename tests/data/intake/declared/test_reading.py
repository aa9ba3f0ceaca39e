"""Whatever bytes arrive: the right rows, or located faults, never a traceback."""

import pytest

from data.intake.declared.checks import faults
from data.intake.declared.reading import read
from data.schema import mentorship, region, training

HEADER = b"school_id,year,teachers,trained\n"
ROW = ("a", "2021", "20", "5")
MEGABYTES = 10_000_000


def rows_of(folder, content, table=training):
    path = folder / "file.csv"
    path.write_bytes(content)
    found, problems = read(path, table)
    if found is None:
        return None, [(problem.row, problem.column, problem.rule) for problem in problems]
    return [tuple(row.values()) for row in found.rows.to_pylist()], problems


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (HEADER, []),
        (HEADER.strip(), []),
        (HEADER + b"a,2021,20,5\n", [ROW]),
        (HEADER + b"a,2021,20,5", [ROW]),
        (HEADER + b"a,2021,20,5\n\n\n", [ROW]),
        (b"\xef\xbb\xbf" + HEADER + b"a,2021,20,5\n", [ROW]),
        (b'\xef\xbb\xbf"school_id","year","teachers","trained"\n"a",2021,"20",5\n', [ROW]),
        (HEADER.replace(b"\n", b"\r\n") + b"a,2021,20,5\r\n", [ROW]),
        (HEADER.replace(b"\n", b"\r") + b"a,2021,20,5\r", [ROW]),
        (b"trained,teachers,year,school_id\n5,20,2021,a\n", [ROW]),
        (HEADER + b'"a\nb, ""c""",2021,20,5\n', [('a\nb, "c"', "2021", "20", "5")]),
        (HEADER + b"a,2021,20,\n", [("a", "2021", "20", None)]),
        (HEADER + b'a,2021,20,""\n', [("a", "2021", "20", None)]),
        (HEADER + b"NA,NULL,nan,null\n", [("NA", "NULL", "nan", "null")]),
        (HEADER + b"a\x00,2021,20,5\n", [("a\x00", "2021", "20", "5")]),
        (HEADER + "«а» ؀,2021,٢٠,5\n".encode(), [("«а» ؀", "2021", "٢٠", "5")]),
        (HEADER + b"a,2021,20,5\n\na,2021,20,5\n", [ROW, (None,) * 4, ROW]),
    ],
)
def test_sound_bytes_give_the_rows_that_were_written(tmp_path, content, expected):
    assert rows_of(tmp_path, content) == (expected, [])


ALL_MISSING = [(1, name, "missing_column") for name in ("school_id", "year", "teachers", "trained")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", ALL_MISSING),
        (b"\xef\xbb\xbf", ALL_MISSING),
        (b"\n" + HEADER, ALL_MISSING),
        (b"\x00" * 100, [*ALL_MISSING, (1, "\x00" * 100, "unknown_column")]),
        (b"x" * MEGABYTES, [(1, "", "unreadable")]),
        (HEADER + b"a,2021,20,5\n" + b"x" * MEGABYTES, [(3, "", "unreadable")]),
        (HEADER + b"x," * (MEGABYTES // 2), [(2, "", "unreadable")]),
        (HEADER + b'a,2021,20,5\n"' + b"x\n" * (MEGABYTES // 2), [(3, "school_id", "unreadable")]),
        (HEADER + b'a,2021,20,5\n"b,2021,20,5\nc,2021,20,5\n', [(3, "school_id", "unreadable")]),
        (HEADER + b'a,2021,20,"5', [(2, "trained", "unreadable")]),
        (HEADER + b'a,2021,20,5\n"b"x,2021,20,5\n', [(3, "school_id", "unreadable")]),
        (HEADER + b'"a\n",2021,20,5\n"b"x,2021,20,5\n', [(3, "school_id", "unreadable")]),
        (
            HEADER + b"a,2021,20,5\n\nb,2021\nc,2021,20,5,6\n",
            [(4, "", "wrong_cell_count"), (5, "", "wrong_cell_count")],
        ),
        (HEADER + b"a,2021,20,5\n  \n", [(3, "", "wrong_cell_count")]),
        (HEADER.decode().encode("utf-16"), [(1, "", "not_utf8")]),
        (HEADER + "а,2021,20,5\n".encode("cp1251"), [(2, "", "not_utf8")]),
        (
            b"school_id;year;teachers;trained\na;2021;20;5\n",
            [*ALL_MISSING, (1, "school_id;year;teachers;trained", "unknown_column")],
        ),
    ],
)
def test_unsound_bytes_are_refused_at_their_row(tmp_path, content, expected):
    assert rows_of(tmp_path, content) == (None, expected)


def test_a_quote_that_is_left_open_swallows_no_rows(tmp_path):
    """Arrow alone reads this as one sound row whose note holds all the others."""
    header = ",".join(column.name for column in mentorship.columns)
    rows = [
        f'm{n},a,b,school_school,2021-09-01,,"note'
        if n == 3
        else f"m{n},a,b,school_school,2021-09-01,,note"
        for n in range(1, 9)
    ]
    content = "\n".join([header, *rows, ""]).encode()
    assert rows_of(tmp_path, content, mentorship) == (None, [(4, "evidence", "unreadable")])
    twice = content.replace(
        b"m6,a,b,school_school,2021-09-01,,", b'm6,a,b,school_school,2021-09-01,,"'
    )
    assert rows_of(tmp_path, twice, mentorship) == (None, [(4, "evidence", "unreadable")])


def test_rows_are_numbered_right_far_down_a_large_file(tmp_path):
    sound = b"a,2021,20,5\n" * 200_000
    _, problems = rows_of(tmp_path, HEADER + sound + b"b,2021\n" + sound)
    assert problems == [(200_002, "", "wrong_cell_count")]


def test_a_cell_with_line_breaks_is_one_row_of_the_table(tmp_path):
    header = b"code,name_ru,name_en,source\n"
    path = tmp_path / "region.csv"
    path.write_bytes(header + b'60,"a\nb\nc",x,y\n61,,x,y\n')
    found, _ = read(path, region)
    assert [(p.row, p.column, p.rule) for p in faults(found, {})] == [(3, "name_ru", "empty_cell")]


def test_the_checksum_is_of_the_bytes_as_they_are(tmp_path):
    path = tmp_path / "training.csv"
    path.write_bytes(HEADER + b"a,2021,20,5\n\n")
    found, _ = read(path, training)
    assert found.sha256 == "0593e9f764158d0c698beed64bff5fd501a0cd409cdecb1da4f8b94af55142d9"
