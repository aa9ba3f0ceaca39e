"""Readers see one whole version, never change it, and are told plainly when they cannot open it."""

import hashlib
import threading

import psutil
import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import DBAPIError

from data import migrations, store
from data.errors import ReaderError
from data.first_start import FACTS
from data.intake.publishing import draft
from data.intake.publishing.draft import Account
from data.intake.publishing.publish import publish, writing
from data.program_version import PROGRAM_VERSION
from data.schema import SCHEMA_NUMBER, metadata, municipal_indicator, region

HEADERS, BLOCK, MEGABYTE = 3 * 4096, 262_144, 2**20
"""A DuckDB file: three headers, then blocks, each with its checksum."""
CODES = select(region.c.code).order_by(region.c.code)


def codes(version):
    return list(store.fetch(version, CODES)["code"])


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """Publish the shipped facts alone: every table is there, in a small file."""
    folder = tmp_path_factory.mktemp("shipped")
    with writing(folder, 0):
        return publish(folder, [FACTS], Account(False, "test"))


@pytest.fixture
def copied(shipped, tmp_path):
    """Copy a version under a new name with some of its bytes changed."""

    def copy(name, change):
        content = bytearray(shipped.path.read_bytes())
        path = tmp_path / f"{name}.duckdb"
        path.write_bytes(change(content))
        (tmp_path / store.POINTER).write_text(name, encoding="utf-8")
        return store.current(tmp_path)

    return copy


@pytest.mark.parametrize(
    "statement",
    [
        insert(region).values(code="99", name_ru="x", name_en="x", source="x"),
        update(region).values(name_ru="x"),
        region.delete(),
    ],
    ids=["insert", "update", "delete"],
)
def test_readers_cannot_write(regions, publish_files, statement):
    version = publish_files(regions("60"))
    before = digest(version.path)
    with (
        store.engine(version).connect() as connection,
        pytest.raises(DBAPIError, match="read-only mode"),
    ):
        connection.execute(statement)
    assert codes(version) == ["60"]
    assert digest(version.path) == before


def test_a_new_version_is_seen_without_a_restart_and_the_old_one_still_answers(
    regions, publish_files, tmp_path
):
    first = publish_files(regions("60"))
    opened = store.engine(store.current(tmp_path / "store"))
    assert codes(store.current(tmp_path / "store")) == ["60"]
    second = publish_files(regions("60", "75"))
    assert store.current(tmp_path / "store") == second != first
    assert codes(store.current(tmp_path / "store")) == ["60", "75"]
    assert codes(first) == ["60"]
    with opened.connect() as connection:
        assert connection.execute(CODES).scalars().all() == ["60"]


def test_reading_never_changes_the_file_of_a_version(whole):
    before, entries = digest(whole.path), sorted(whole.path.parent.iterdir())
    for table in TABLES:
        answer(whole, table)
    assert digest(whole.path) == before
    assert sorted(whole.path.parent.iterdir()) == entries


def test_many_readers_at_once_get_the_same_answer(whole):
    question = select(municipal_indicator.c.oktmo, func.count()).group_by(
        municipal_indicator.c.oktmo
    )
    answers, start = [], threading.Barrier(8)

    def ask():
        start.wait()
        answers.extend(len(store.fetch(whole, question)) for _ in range(5))

    readers = [threading.Thread(target=ask) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(answers) == 40 and len(set(answers)) == 1


def test_an_engine_is_opened_once_a_version(whole):
    assert store.engine(whole) is store.engine(store.Version(whole.name, whole.path))


def test_the_folder_of_the_store_comes_from_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("MONITOR_STORE", str(tmp_path / "own"))
    assert store.folder() == tmp_path / "own"
    monkeypatch.setenv("MONITOR_STORE", "")
    assert store.folder().parts[-2:] == ("var", "store")


@pytest.mark.parametrize("folder", [".", "never made"])
def test_an_empty_folder_is_no_store(tmp_path, folder):
    with pytest.raises(ReaderError) as refused:
        store.current(tmp_path / folder)
    assert (refused.value.code, refused.value.details["folder"]) == (
        "no_store",
        tmp_path / folder,
    )


@pytest.mark.parametrize(
    ("pointer", "code"),
    [
        (b"", "no_current"),
        (b"\n", "no_current"),
        (b"20261121T000000-gone", "broken_store"),
        (b"../store/20261121T000000-gone", "no_current"),
        (b"\xff\xfe", "broken_store"),
        (b"\0" * 24, "no_current"),
        (b"x" * 5000, "no_current"),
    ],
)
def test_a_pointer_to_nothing_is_told_by_what_is_lost(
    regions, publish_files, tmp_path, pointer, code
):
    """The version, where the pointer names one; otherwise the pointer."""
    publish_files(regions("60"))
    (tmp_path / "store" / store.POINTER).write_bytes(pointer)
    with pytest.raises(ReaderError) as refused:
        store.current(tmp_path / "store")
    assert refused.value.code == code


def test_a_pointer_that_is_a_folder_names_no_version(tmp_path):
    (tmp_path / store.POINTER).mkdir()
    with pytest.raises(ReaderError, match="no_current"):
        store.current(tmp_path)


def test_a_store_that_is_a_file_is_said_to_be_no_folder(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"x")
    monkeypatch.setenv("MONITOR_STORE", str(tmp_path / "file"))
    with pytest.raises(ReaderError) as refused:
        store.current()
    assert refused.value.code == "store_is_no_folder"
    with pytest.raises(ReaderError, match="store_is_no_folder"), writing(store.folder(), 0):
        pass


@pytest.mark.parametrize("size", [0, 1, 100, 4096, 8192, 12288, 20_000, BLOCK, 2 * BLOCK])
def test_a_truncated_file_is_a_broken_store(copied, size):
    version = copied(f"cut-{size}", lambda content: content[:size])
    with pytest.raises(ReaderError) as refused:
        store.engine(version)
    assert (refused.value.code, refused.value.details["file"]) == ("broken_store", version.path)


@pytest.mark.parametrize("content", [b"not a database\n" * 1000, b"\0" * 100_000])
def test_a_file_of_something_else_is_a_broken_store(copied, content):
    with pytest.raises(ReaderError, match="broken_store"):
        store.engine(copied(f"other-{content[:1].hex()}", lambda _: content))


TABLES = metadata.sorted_tables


def answer(version, table):
    """Give a table's rows, or the code of the error."""
    try:
        return store.fetch_arrow(store.engine(version), select(table))
    except ReaderError as error:
        return error.code


def test_a_damaged_version_tells_the_truth_or_that_it_is_broken(copied, shipped):
    """It may open and still be damaged: DuckDB checks a block when a question first reads it."""
    truth, outcomes = [answer(shipped, table) for table in TABLES], set()
    for block in range(HEADERS, shipped.path.stat().st_size, BLOCK):

        def damage(content, start=block + 100):
            content[start : start + 16] = bytes(byte ^ 0xFF for byte in content[start : start + 16])
            return content

        version = copied(f"damaged-{block}", damage)
        told = [answer(version, table) for table in TABLES]
        wrong = [found for found, true in zip(told, truth, strict=True) if found != true]
        assert set(wrong) <= {"broken_store"}
        outcomes.add("all" if len(wrong) == len(TABLES) else "some" if wrong else "none")
    assert {"all", "some"} <= outcomes


def test_a_wrong_question_stays_an_error_of_its_own(regions, publish_files):
    """A bug in a question must not look like a damaged store."""
    version = publish_files(regions("60"))
    with pytest.raises(DBAPIError):
        store.fetch(version, select(func.no_such_function(region.c.code)))


def test_a_version_of_a_newer_schema_is_refused_by_its_number_and_program(
    regions, publish_files, monkeypatch
):
    with monkeypatch.context() as patched:
        patched.setattr(draft, "SCHEMA_NUMBER", SCHEMA_NUMBER + 1)
        version = publish_files(regions("60"))
    with pytest.raises(ReaderError) as refused:
        store.engine(version)
    assert refused.value.code == "newer_schema"
    assert refused.value.details == {
        "found": SCHEMA_NUMBER + 1,
        "wanted": SCHEMA_NUMBER,
        "oldest": migrations.OLDEST,
        "program": PROGRAM_VERSION,
        "file": version.path,
        "demonstration": False,
    }


def test_answers_have_the_types_that_pages_rely_on(whole):
    rows = store.fetch(whole, select(municipal_indicator).limit(10))
    kinds = {name: str(kind) for name, kind in rows.dtypes.items()}
    assert kinds["year"] == kinds["numerator"] == "int32"
    assert kinds["low_performing"] == "bool"
    assert kinds["oktmo"] == "str"


def test_an_answer_that_is_kept_holds_no_more_room_than_its_rows_take(whole):
    """Room that is reserved and not used counts too: pages of it become real by and by."""
    store.fetch(whole, CODES)
    before = psutil.Process().memory_info().vms
    kept = [store.fetch(whole, CODES) for _ in range(200)]
    assert len(kept) == 200
    assert psutil.Process().memory_info().vms - before < 200 * MEGABYTE
