"""Give tests a store in which a small region published once."""

import pytest
from small_region import published, tables

from data import store
from data.intake.received import limits
from data.intake.returned import marked
from tests.patience import HANG_SECONDS


@pytest.fixture(autouse=True)
def unhurried(monkeypatch):
    """Read and mark workbooks as long as it takes: a product's reader would not wait so long."""
    monkeypatch.setattr(limits, "WORKBOOK_SECONDS", HANG_SECONDS)
    monkeypatch.setattr(marked, "_SECONDS", HANG_SECONDS)


@pytest.fixture(scope="session")
def first_publish(shared):
    """The one version of the small region; nobody may publish into its store."""
    return store.current(
        shared("small_region", lambda folder: published(folder, tables(), why="first"))
    )


@pytest.fixture
def begun(first_publish, tmp_path):
    """A store of the test's own that begins with that version."""
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / first_publish.path.name).hardlink_to(first_publish.path)
    (folder / "current").write_text(first_publish.name, encoding="utf-8")
    return folder
