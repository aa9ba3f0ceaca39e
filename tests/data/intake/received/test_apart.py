"""A large file read in a process of its own is what it would be here, and takes no memory."""

import gc
import os
import pickle
import tempfile
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from foreign_forms import EXAM_RECIPE, exam
from sent_files import xlsx
from small_region import REGISTER

from data.errors import STOP
from data.intake.received import apart, limits
from data.intake.received.apart import is_large, receive_apart
from data.intake.received.receive import Recipes, receive
from data.intake.received.school_names import KnownSchool
from data.schema import training

CSV = "school_id,year,teachers,trained\n" + "".join(f"s{n},2022,7,3\n" for n in range(3000))
FOREIGN = "Код школы;Год;Всего педагогов;Обучено\n" + "".join(
    f"s{n};2022;7;{'много' if n == 5 else 3}\n" for n in range(3000)
)
UNKNOWN = "Район;Что-то;Ещё\n" + "".join(f"г. Азов;{n};{n}\n" for n in range(30))


@pytest.fixture(autouse=True)
def room(tmp_path, monkeypatch):
    where = tmp_path / "temporary"
    where.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(where))
    return where


def same(one, other):
    assert one.problems == other.problems and one.unknown == other.unknown
    assert len(one.files) == len(other.files)
    for here, there in zip(one.files, other.files, strict=True):
        assert here.table is there.table and here.rows.equals(there.rows)
        assert here.places == there.places
        empty = {"rows": None, "places": None}
        assert replace(here, **empty) == replace(there, **empty)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("training.csv", CSV.encode()),
        ("my.csv", FOREIGN.encode("cp1251")),
        ("unknown.csv", UNKNOWN.encode()),
        ("empty.csv", b""),
        ("damaged.xlsx", b"PK\x03\x04 damaged"),
        ("half.csv", b"school_id,year,teachers,trained\ns1,2022,7,3\ns2,20"),
    ],
)
def test_a_file_read_apart_is_what_it_is_here(name, content):
    found = receive_apart(name, content, REGISTER)
    same(found, receive(name, content, REGISTER))


def test_a_workbook_is_read_apart_in_a_process_of_that_process():
    content = xlsx([["school_id", "year", "teachers", "trained"], ["s1", 2022, 7, 3]])
    found = receive_apart("book.xlsx", content, REGISTER)
    same(found, receive("book.xlsx", content, REGISTER))
    assert [file.rows.num_rows for file in found.files] == [1]


def test_a_recipe_is_followed_apart_as_it_is_here():
    kept = Recipes((EXAM_RECIPE,), (KnownSchool("75-1", "75609000", "СОШ № 1"),))
    found = receive_apart("ege.xlsx", exam(), REGISTER, kept)
    same(found, receive("ege.xlsx", exam(), REGISTER, kept=kept))
    assert [file.rows.num_rows for file in found.files] == [4, 1]


def test_only_what_is_large_is_read_apart():
    assert not is_large(b"x" * limits.SMALL_BYTES)
    assert is_large(b"x" * (limits.SMALL_BYTES + 1))


def test_rows_read_apart_take_no_memory_and_go_with_what_holds_them(room):
    found = receive_apart("training.csv", CSV.encode(), REGISTER)
    before = pa.total_allocated_bytes()
    rows = found.files[0].rows
    assert rows.num_rows == 3000 and rows["school_id"][2999].as_py() == "s2999"
    assert pa.total_allocated_bytes() == before
    found.files[0].code_all()
    assert pa.total_allocated_bytes() > before
    found.rest()
    assert pa.total_allocated_bytes() == before
    assert rows["school_id"][2999].as_py() == "s2999"
    assert [path for path in room.iterdir() if path.is_dir()]
    del found, rows
    gc.collect()
    assert list(room.iterdir()) == []


def test_the_content_does_not_lie_there_twice(room):
    found = receive_apart("training.csv", CSV.encode(), REGISTER)
    (folder,) = (path for path in room.iterdir() if path.is_dir())
    assert not (folder / apart.CONTENT).exists() and found.files


@pytest.mark.parametrize(
    ("limit", "least"), [("READING_SECONDS", 0.01), ("READING_MEMORY", 50 * limits.MEGABYTE)]
)
def test_a_reading_that_takes_too_much_is_told_and_leaves_nothing(room, monkeypatch, limit, least):
    monkeypatch.setattr(limits, limit, least)
    found = receive_apart("training.csv", CSV.encode(), REGISTER)
    assert [(p.rule, p.file, p.level) for p in found.problems] == [
        ("reading_failed", "training.csv", STOP)
    ]
    assert found.files == [] and list(room.iterdir()) == []


def test_a_full_disk_leaves_nothing(room, monkeypatch):
    def full(path, content):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match=os.strerror(28)):
        receive_apart("training.csv", CSV.encode(), REGISTER)
    assert list(room.iterdir()) == []


def test_a_vast_sheet_that_fits_no_table_is_not_kept_for_a_recipe():
    vast = UNKNOWN + "г. Азов;1;1\n" * limits.RECIPE_ROWS
    found = receive("unknown.csv", vast.encode(), REGISTER)
    assert [problem.rule for problem in found.problems] == ["fits_no_table"]
    assert found.unknown == []
    assert receive("unknown.csv", UNKNOWN.encode(), REGISTER).unknown


def test_tables_are_named_and_not_copied():
    with tempfile.TemporaryFile() as out:
        apart._Pickler(out, Path(tempfile.gettempdir())).dump(training)
        out.seek(0)
        assert apart._Unpickler(out, Path(tempfile.gettempdir())).load() is training
        out.seek(0)
        with pytest.raises(pickle.UnpicklingError):
            pickle.load(out)
