"""Open pages without a browser: one AppTest for all, over the store of a first start."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.shell import navigation
from tests.pages import letters
from tests.patience import HANG_SECONDS

APP = Path(__file__).resolve().parents[2] / "app.py"


@pytest.fixture(autouse=True)
def ready_store(own_store, built, monkeypatch):
    """Read the store of the first start; nothing here publishes."""
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    return built


def session():
    app = AppTest.from_file(APP, default_timeout=HANG_SECONDS)
    app.context = {"locale": "ru-RU", "timezone": "Europe/Moscow", "url": "http://localhost:8501"}
    return app


@pytest.fixture
def new_reader():
    """Start a session that has seen nothing yet."""
    return session


@pytest.fixture(scope="session")
def reader():
    """One reader's session for all; opening a link replaces what was chosen before."""
    return session()


def through_app(reader):
    """Let the next run go through app.py, which decides who reads and what he may see.

    AppTest runs a file of pages/ by itself, as a fresh server does: a session that does not know
    app.py yet makes the page go through it.
    """
    if navigation.FRAMED in reader.session_state:
        del reader.session_state[navigation.FRAMED]


@pytest.fixture
def open_page(reader):
    """Open a page by its name and link, as a copied link does."""

    def opened(name, **link):
        through_app(reader)
        reader.switch_page(f"pages/{name}.py")
        reader.query_params.clear()
        reader.query_params.update({field: str(value) for field, value in link.items()})
        reader.run()
        assert not reader.exception, reader.exception[0].message
        return reader

    return opened


@pytest.fixture(scope="session")
def names(built):
    return letters.words_of_names(built.version)
