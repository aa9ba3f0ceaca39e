"""Open pages without a browser: one AppTest for all, over the store of a first start."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.testing.v1 import AppTest

from components.shell import navigation
from components.shell.file_contents import TABLES
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


@dataclass(frozen=True)
class File:
    """A file that a page offers: its name and what it is made by."""

    name: str
    make: object

    def content(self):
        return self.make()


@pytest.fixture
def files(monkeypatch, open_page):
    """Open a page and give its files by menu and format."""
    made, register = [], MediaFileManager.add_deferred

    def noted(manager, make, mimetype, coordinates, file_name=None, **more):
        made.append((file_name, make))
        return register(manager, make, mimetype, coordinates, file_name, **more)

    monkeypatch.setattr(MediaFileManager, "add_deferred", noted)

    def offered(page, **link):
        made.clear()
        open_page(page, **link)
        found = {}
        for name, make in made:
            subject = next(
                (s for s in sorted(TABLES, key=len, reverse=True) if name.startswith(f"{s}_")), ""
            )
            ending = name.rsplit("_demo.", 1)[-1]
            if subject and ending in ("csv", "xlsx", "zip", "machine.csv"):
                found.setdefault(subject, {})[ending] = File(name, make)
        return {subject: of for subject, of in found.items() if "zip" in of}

    return offered


@pytest.fixture(scope="session")
def names(built):
    return letters.words_of_names(built.version)
