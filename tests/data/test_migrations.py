"""A version of an older schema is read, and written anew; a changed declaration asks for its step.

`stores/3.duckdb.xz` is a small region as the program of schema 3 published it, and so on: one for
each number. `pytest --keep-store` writes the one of today's number, once.
"""

import lzma
import shutil
from pathlib import Path

import duckdb
import pytest
from small_region import published, stored, tables
from sqlalchemy import column, select, table

from data import generated_rows, migrations, store
from data.__main__ import main
from data.errors import ReaderError
from data.intake.publishing import history, wholeness
from data.schema import SCHEMA_NUMBER, result_block

STORES = Path(__file__).with_name("stores")
OLDER = range(migrations.OLDEST, SCHEMA_NUMBER)
NAME = "20260101T000000-0000000{}"
WHO = ["--by", "Координатор", "--why", "новая программа"]
CHANGED = f"""
The declaration of the tables differs from the versions of schema {SCHEMA_NUMBER}, which are
published already. Raise SCHEMA_NUMBER in data/schema/__init__.py to {SCHEMA_NUMBER + 1}, write
data/migrations/{SCHEMA_NUMBER + 1}.sql, which makes such a version out of one of {SCHEMA_NUMBER},
then run once: pytest --keep-store tests/data/test_migrations.py
"""


def put(folder, number):
    """Put the kept version of a number into a store and make it current."""
    folder.mkdir(exist_ok=True)
    version = store.Version(NAME.format(number), folder / f"{NAME.format(number)}.duckdb")
    with lzma.open(STORES / f"{number}.duckdb.xz") as kept, version.path.open("wb") as file:
        shutil.copyfileobj(kept, file)
    (folder / store.POINTER).write_text(version.name, encoding="utf-8")
    return version


def _shown(version):
    """How many results stand in blocks that may be shown."""
    rows = store.fetch_arrow(store.engine(version), select(result_block)).to_pylist()
    return sum(row["of_municipal"] > 0 for row in rows)


def rows_of(version, known):
    """Every row of a version; of municipalities those that a version knows, as facts did then."""
    found, places = stored(version), stored(known)["municipality"]
    return found | {"municipality": {key: found["municipality"][key] for key in places}}


def layout(version):
    """Every column and its type, by table, of a version as it is opened for reading."""
    told = table(
        "columns",
        *map(column, ("table_name", "column_name", "data_type")),
        schema="information_schema",
    )
    rows = store.fetch_arrow(store.engine(version), select(told)).to_pylist()
    return {(row["table_name"], row["column_name"]): row["data_type"] for row in rows}


@pytest.fixture(scope="session")
def today(shared):
    """The small region as this program publishes it."""
    return store.current(shared("today", lambda folder: published(folder, tables(), why="test")))


def test_a_store_of_this_number_is_kept_and_no_change_came_without_its_step(
    today, tmp_path, request
):
    path = STORES / f"{SCHEMA_NUMBER}.duckdb.xz"
    if request.config.getoption("--keep-store") and not path.exists():
        path.write_bytes(lzma.compress(today.path.read_bytes(), preset=9))
    assert path.exists(), CHANGED
    assert layout(today) == layout(put(tmp_path / "store", SCHEMA_NUMBER)), CHANGED


@pytest.mark.parametrize("number", OLDER)
def test_a_version_of_an_older_number_is_read_as_one_of_today(today, tmp_path, number):
    version = put(tmp_path / "store", number)
    before = version.path.read_bytes()
    assert store.about(version)["schema_number"] == number
    assert layout(version) == layout(today)
    assert stored(version) == rows_of(today, version)
    assert _shown(version) == (_shown(today) if number > 4 else 0)
    assert wholeness.fault(version.path) == ""
    assert version.path.read_bytes() == before
    assert [entry.error for entry in history.history(tmp_path / "store")] == [""]


@pytest.mark.parametrize("number", OLDER)
def test_the_current_version_is_written_anew_by_command(today, tmp_path, number, capsys):
    folder = tmp_path / "store"
    older = put(folder, number)
    assert main(["migrate", *WHO, "--store", str(folder)]) == 0
    now = store.current(folder)
    assert capsys.readouterr().out == f"{now.name}: layout {SCHEMA_NUMBER}\n"
    assert now != older and store.about(now)["schema_number"] == SCHEMA_NUMBER
    assert (stored(now), layout(now)) == (rows_of(today, older), layout(today))
    assert _shown(now) == _shown(today) > 0
    assert wholeness.fault(now.path) == ""
    account = history.history(folder)[0].account
    assert (account.published_by, account.base) == ("Координатор", older.name)
    assert main(["migrate", *WHO, "--store", str(folder)]) == 0
    assert store.current(folder) == now
    assert main(["rollback", older.name, *WHO, "--store", str(folder)]) == 0
    assert stored(store.current(folder)) == rows_of(today, older)


@pytest.mark.parametrize("number", OLDER)
def test_files_are_published_over_a_version_of_an_older_number(tmp_path, number):
    older = put(tmp_path / "store", number)
    now = published(tmp_path / "store", {"training": tables()["training"]})
    assert store.about(now)["schema_number"] == SCHEMA_NUMBER
    assert rows_of(now, older) == stored(older)


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        (migrations.OLDEST - 1, "older_schema", "python -m data export FOLDER"),
        (SCHEMA_NUMBER + 1, "newer_schema", "Run the program of version 7.0.0 or newer"),
    ],
)
def test_a_version_without_steps_to_it_is_told_with_the_way_out(
    tmp_path, number, code, words, capsys
):
    version = put(tmp_path / "store", SCHEMA_NUMBER)
    with duckdb.connect(version.path) as driver:
        driver.execute(f"UPDATE data_version SET schema_number = {number}, program = '7.0.0'")
    with pytest.raises(ReaderError, match=code):
        store.engine(version)
    assert main(["versions", "--store", str(tmp_path / "store")]) == 1
    said = capsys.readouterr()
    assert version.name in said.out and words in said.err


def test_every_number_has_its_step_and_its_kept_store():
    steps = {int(path.stem) for path in migrations.FOLDER.glob("*.sql")}
    assert steps == set(range(migrations.OLDEST + 1, SCHEMA_NUMBER + 1))
    kept = {int(path.name.split(".")[0]) for path in STORES.iterdir()}
    assert kept == set(range(migrations.OLDEST, SCHEMA_NUMBER + 1)), CHANGED
    assert all(path.stat().st_size < 200_000 for path in STORES.iterdir())


@pytest.mark.parametrize("number", [*OLDER, SCHEMA_NUMBER])
def test_a_row_of_the_demonstration_set_marks_an_older_version_too(number, tmp_path):
    assert generated_rows.of(put(tmp_path / "own", number)) == {}
    marked = put(tmp_path / "mixed", number)
    invented = "SELECT * REPLACE ('60-0001' AS school_id) FROM school LIMIT 1"
    with duckdb.connect(marked.path) as driver:
        driver.execute(f"INSERT INTO school {invented}")
    assert generated_rows.of(marked) == {"school": 1}
    (entry,) = history.history(marked.path.parent)
    assert (entry.account.kind, entry.generated) == ("mixed", (("school", 1),))
