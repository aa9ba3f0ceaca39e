"""Give tests a store in which a small region published once."""

import pytest
from small_region import published, tables


@pytest.fixture(scope="session")
def first_publish(tmp_path_factory):
    """The one version of the small region; nobody may publish into its store."""
    return published(tmp_path_factory.mktemp("begun"), tables(), why="first")


@pytest.fixture
def begun(first_publish, tmp_path):
    """A store of the test's own that begins with that version."""
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / first_publish.path.name).hardlink_to(first_publish.path)
    (folder / "current").write_text(first_publish.name, encoding="utf-8")
    return folder
