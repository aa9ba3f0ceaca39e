"""Faulty files never become a version, and what they are refused for stands at their own row."""

import shutil

import pytest
from sqlalchemy import func, select

from data import store
from data.errors import BrokenInputError, Problem
from data.first_start import FACTS
from data.intake.publishing import summaries
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, writing
from data.schema import assessment_result, data_input, region


def left_in(folder):
    """Name what lies in a store beside its lock, and beside notes of the versions in it."""
    notes = folder / summaries.FOLDER
    noted = {note.with_suffix(".duckdb").name for note in notes.glob("*")}
    there = {path.name for path in folder.iterdir()}
    assert noted <= there
    return there - {"writer.lock", "writer.txt", notes.name}


@pytest.fixture
def facts(tmp_path):
    """Copy the shipped facts, so that a test may break them."""
    return shutil.copytree(FACTS, tmp_path / "facts")


def broken(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("table", "old", "new", "expected"),
    [
        (
            "municipality",
            "60602000,60,",
            "60602000,13,",
            Problem(
                *("unknown_reference", 3, "region", "13", "region.code"),
                file="facts/municipality.csv",
            ),
        ),
        (
            "municipality",
            "60602000,60,",
            "60601000,60,",
            Problem("repeated_key", 2, "oktmo", "60601000", "oktmo", file="facts/municipality.csv"),
        ),
        (
            "region",
            "75,Челябинская область",
            "75,",
            Problem("empty_cell", 3, "name_ru", file="facts/region.csv"),
        ),
        (
            "municipality",
            "60602000,60,",
            '60602000,"60,',
            Problem("unreadable", 3, "region", file="facts/municipality.csv"),
        ),
    ],
)
def test_a_broken_row_of_the_facts_stops_publishing(
    facts, publish_files, tmp_path, table, old, new, expected
):
    before = publish_files(facts)
    broken(facts / f"{table}.csv", old, new)
    with pytest.raises(BrokenInputError) as refused:
        publish_files(facts)
    assert refused.value.problems[0] == expected
    assert refused.value.details["row"] == expected.row
    assert str(refused.value).startswith(f"{expected.file}, row {expected.row}, column ")
    assert store.current(tmp_path / "store") == before
    assert left_in(tmp_path / "store") == {"current", before.path.name}


def test_rows_that_refer_to_a_broken_file_are_not_blamed(facts, publish_files):
    broken(facts / "municipality.csv", "60602000,60,", "60602000,,")
    (facts / "school.csv").write_bytes(b"\xff")
    with pytest.raises(BrokenInputError) as refused:
        publish_files(facts)
    places = [(problem.file, problem.row, problem.rule) for problem in refused.value.problems]
    assert places == [
        ("facts/municipality.csv", 3, "empty_cell"),
        ("facts/school.csv", 1, "not_utf8"),
    ]


def test_faults_of_every_file_are_told_at_once(facts, publish_files):
    broken(facts / "region.csv", "75,Челябинская область", "75,")
    broken(facts / "setting.csv", "threshold_years,2,", "threshold_years,two,")
    with pytest.raises(BrokenInputError) as refused:
        publish_files(facts)
    assert [problem.file for problem in refused.value.problems] == [
        "facts/region.csv",
        "facts/setting.csv",
    ]
    assert refused.value.details["count"] == 2


def test_a_key_repeated_between_two_files_is_refused(regions, publish_files, tmp_path):
    with pytest.raises(BrokenInputError) as refused:
        publish_files(regions("60", "75", folder="one"), regions("75", "01", folder="two"))
    assert refused.value.problems == [
        Problem("repeated_key", 3, "code", "75", "code", file="one/region.csv"),
        Problem("repeated_key", 2, "code", "75", "code", file="two/region.csv"),
    ]
    assert left_in(tmp_path / "store") == set()


def test_a_table_may_come_from_several_files_or_none(regions, publish_files):
    version = publish_files(regions("60", folder="one"), regions("75", "01", folder="two"))
    rows = store.fetch(version, select(region.c.code).order_by(region.c.code))
    assert list(rows["code"]) == ["01", "60", "75"]
    inputs = store.fetch(version, select(data_input).order_by(data_input.c.file))
    assert list(inputs["file"]) == ["one/region.csv", "two/region.csv"]
    assert list(inputs["rows"]) == [1, 2]


def test_text_arrives_as_it_was_written(files, publish_files):
    names = ["Край «А»", 'Край, "Б"', " Край ", "край\tВ", "=1+1", "Ⅻ 🙂"]
    quoted = ['"' + name.replace('"', '""') + '"' for name in names]
    rows = [f"{number:02},{name},x,y" for number, name in enumerate(quoted)]
    version = publish_files(files(region=["code,name_ru,name_en,source", *rows]))
    found = store.fetch(version, select(region.c.name_ru).order_by(region.c.code))
    assert list(found["name_ru"]) == names


def test_the_next_publishing_removes_what_a_killed_one_left(regions, publish_files, tmp_path):
    before = publish_files(regions("60"))
    folder = tmp_path / "store"
    for name in ("draft-x.duckdb", "draft-x.duckdb.wal", "current.4711"):
        (folder / name).write_bytes(b"half")
    (folder / "draft-x.duckdb.tmp").mkdir()
    (folder / "draft-x.duckdb.tmp" / "spilled").write_bytes(b"half")
    after = publish_files(regions("60"))
    assert left_in(folder) == {"current", before.path.name, after.path.name}


def test_progress_grows_from_nothing_to_all_through_the_steps(regions, tmp_path):
    told = []
    with writing(tmp_path / "store", 0):
        publish(
            tmp_path / "store",
            [regions("60")],
            Account(False, "test"),
            lambda share, step: told.append((share, step)),
        )
    assert told == sorted(told, key=lambda pair: pair[0])
    assert (told[0][0], told[-1][0]) == (0.0, 1.0)
    assert list(dict.fromkeys(step for _, step in told)) == ["reading", "writing", "publishing"]


def test_what_is_asked_together_lies_together(whole):
    """Physical order is the version's only index; DuckDB tells it by its row numbers."""
    row = assessment_result.c
    place = func.row_number().over(order_by=(row.procedure, row.subject, row.year, row.school_id))
    lies = store.fetch(whole, select(row.procedure, row.subject, row.year).limit(2000))
    wanted = store.fetch(
        whole, select(row.procedure, row.subject, row.year).order_by(place).limit(2000)
    )
    assert lies.equals(wanted)
