"""Values are made once, one at a time, and the oldest leave."""

import threading
import time

import pytest

from components import load
from components.load import Kept
from data import store


def test_readers_who_miss_together_make_a_value_once():
    kept, made = Kept(5), []

    def make():
        made.append(threading.get_ident())
        time.sleep(0.05)  # long enough for every reader to arrive meanwhile
        return "figure"

    found = []
    readers = [threading.Thread(target=lambda: found.append(kept.get("a", make))) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert found == ["figure"] * 8
    assert len(made) == 1


def test_a_value_may_need_another_of_the_same_kind():
    kept = Kept(5)
    assert kept.get("outer", lambda: kept.get("inner", lambda: 1) + 1) == 2


def test_the_oldest_value_leaves_when_there_are_too_many():
    kept = Kept(2)
    for name in "abc":
        kept.get(name, lambda name=name: name)
    assert kept.get("c", lambda: "made again") == "c"
    assert kept.get("a", lambda: "made again") == "made again"


def test_a_failure_is_not_kept():
    kept = Kept(2)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 / 0)
    assert kept.get("a", lambda: 1) == 1


def test_a_page_keeps_to_one_version_while_another_is_published(tmp_path, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(tmp_path))
    for name in ("first", "second"):
        (tmp_path / f"{name}.duckdb").touch()
    (tmp_path / store.POINTER).write_text("first")
    with load.one_version() as version:
        (tmp_path / store.POINTER).write_text("second")
        assert version.name == "first"
        assert load.keep(_version_of_a_figure) == "first"
    assert load.keep(_version_of_a_figure) == "second"


def _version_of_a_figure():
    """What a figure would be made of: inside its making the version is settled as well."""
    with load.one_version() as version:
        return version.name
