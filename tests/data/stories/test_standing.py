"""A frozen story's reader is told what has become of its version."""

import pytest

from data.intake.publishing import history
from data.stories import standing


@pytest.fixture
def three(regions, publish_files, tmp_path):
    """A store of three versions, by name, the oldest first."""
    names = [publish_files(regions(*codes)).name for codes in (("60",), ("60", "75"), ("75",))]
    return tmp_path / "store", names


def found(folder, names):
    return [standing.of(folder, name) for name in names]


def test_only_the_last_version_is_current(three):
    assert found(*three) == ["newer", "newer", "current"]


def test_what_was_gone_back_from_is_withdrawn_until_somebody_returns_to_it(three):
    folder, names = three
    history.roll_back(folder, names[0], "editor", "faults in the later ones")
    assert found(folder, names) == ["newer", "withdrawn", "withdrawn"]
    history.roll_back(folder, names[1], "editor", "this one was sound")
    assert found(folder, names) == ["newer", "newer", "withdrawn"]


def test_a_version_without_a_file_is_removed(three):
    folder, names = three
    (folder / f"{names[1]}.duckdb").unlink()
    assert found(folder, names) == ["newer", "removed", "current"]
