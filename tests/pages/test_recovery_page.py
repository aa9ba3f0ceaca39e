"""A store without a usable pointer offers the newest whole version; whoever may write takes it."""

import lzma
import shutil
from pathlib import Path

import pytest
from streamlit.runtime.context import ContextProxy, StreamlitHeaders
from streamlit.testing.v1 import AppTest

from data import store
from data.schema import SCHEMA_NUMBER
from tests.patience import HANG_SECONDS

STORES = Path(__file__).resolve().parents[1] / "data" / "stores"
HERE = StreamlitHeaders([("Host", "localhost:8501"), ("Origin", "http://localhost:8501")])


def put(folder, number, name="20260101T000000-00000000"):
    """Put the kept small region of a schema into a store; own data."""
    folder.mkdir(exist_ok=True)
    with (
        lzma.open(STORES / f"{number}.duckdb.xz") as kept,
        (folder / f"{name}.duckdb").open("wb") as file,
    ):
        shutil.copyfileobj(kept, file)
    (folder / store.POINTER).write_text(name, encoding="utf-8")
    return name


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A store of the test's own, after the fixture that names the shared one."""
    monkeypatch.setenv("MONITOR_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


@pytest.fixture
def here(monkeypatch):
    """Ask as a browser on this machine does: AppTest has no headers and no address of its own."""
    monkeypatch.setattr(ContextProxy, "headers", HERE)
    monkeypatch.setattr(ContextProxy, "ip_address", None)


def said(app):
    return " ".join(each.value for each in (*app.markdown, *app.subheader, *app.info))


def opened(new_reader, page="overview", **link):
    app = new_reader()
    app.switch_page(f"pages/{page}.py")  # goes through app.py, as tests/pages/conftest.py tells
    app.query_params.update(link)
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize(
    ("language", "title", "offer"),
    [
        ("ru", "Не известно, какая версия", "Последняя целая версия: "),
        ("en", "It is not known which data", "The newest whole version: "),
    ],
)
def test_a_reader_who_may_not_write_is_told_of_the_newest_whole_version(
    new_reader, folder, language, title, offer
):
    name = put(folder, SCHEMA_NUMBER)
    (folder / store.POINTER).unlink()
    app = opened(new_reader, language=language)
    assert title in said(app) and f"{offer}**{name}**" in said(app)
    assert not [button for button in app.button if button.key == "recover"]
    assert app.info
    assert [path.stem for path in folder.glob("*.duckdb")] == [name]


def lost():
    """The frame's part of a run whose store has no current version: AppTest runs pages alone."""
    from components.base.i18n import Words
    from components.shell import messages, recovery
    from data import store

    with messages.errors_in_words(Words("ru"), recovery.draw):
        store.insist_on_steps(store.current())


def test_a_person_takes_the_newest_whole_version_and_says_who_and_why(folder, here):
    name = put(folder, SCHEMA_NUMBER)
    later = put(folder, SCHEMA_NUMBER, "20260102T000000-00000000")
    (folder / f"{later}.duckdb").write_bytes(b"damaged")
    app = AppTest.from_function(lost, default_timeout=HANG_SECONDS).run()
    assert f"**{name}**" in said(app) and later in said(app)
    app.button(key="recover").click().run()
    assert "Не сказано, кто и зачем публикует" in said(app)
    app.text_input(key="recover_who").set_value("Координатор")
    app.text_input(key="recover_why").set_value("после сбоя")
    app.button(key="recover").click().run()
    assert not app.exception and said(app) == ""
    assert store.about(store.current(folder))["restores"] == name


def test_a_damaged_current_version_leaves_a_reader_the_offer(new_reader, folder):
    name = put(folder, SCHEMA_NUMBER)
    later = put(folder, SCHEMA_NUMBER, "20260102T000000-00000000")
    (folder / f"{later}.duckdb").unlink()
    app = opened(new_reader, language="ru")
    assert "Файл данных не открывается" in said(app) and f"**{name}**" in said(app)


def test_a_version_of_an_earlier_program_is_shown_and_written_anew_by_a_person(
    new_reader, folder, here
):
    name = put(folder, SCHEMA_NUMBER - 1)
    app = opened(new_reader, "versions", language="ru")
    assert "Нынешняя версия записана прежней программой" in said(app)
    app.text_input(key="migrate_who").set_value("Координатор")
    app.text_input(key="migrate_why").set_value("новая программа")
    app.button(key="migrate").click().run()
    assert not app.exception
    now = store.about(store.current(folder))
    assert (now["schema_number"], now["base"]) == (SCHEMA_NUMBER, name)
    assert "Нынешняя версия записана прежней программой" not in said(app)
