"""Values are made once, one at a time, and the oldest leave."""

import threading

import pytest

from components.base import load
from components.base.load import Kept
from data import store
from queries import cells, cohorts, lookups, overview, schools
from queries.by_shape import PARAMETERS
from queries.view import View
from tests.patience import HANG_SECONDS


class Watched(str):
    """A key that tells whenever a reader looks for it."""

    def __new__(cls, text, looked):
        key = super().__new__(cls, text)
        key.looked = looked
        return key

    def __hash__(self):
        self.looked.release()
        return super().__hash__()


def test_readers_who_miss_together_make_a_value_once():
    kept, made, looked = Kept(5), [], threading.Semaphore(0)

    def make():
        made.append(threading.get_ident())
        # Every reader has looked and missed: the one who makes has looked twice.
        assert all(looked.acquire(timeout=HANG_SECONDS) for _ in range(8 + 1))
        return "figure"

    found, key = [], Watched("a", looked)
    readers = [threading.Thread(target=lambda: found.append(kept.get(key, make))) for _ in range(8)]
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


def test_views_share_an_answer_that_does_not_ask_for_their_difference(built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    asked = []
    monkeypatch.setattr(load, "_answers", Kept(9))
    fetch = store.fetch
    monkeypatch.setattr(store, "fetch", lambda *of: asked.append(of) or fetch(*of))
    rostov = View("60", 2022, 2017)
    for view in (rostov, rostov.but(year=2021), rostov.but(indicator="IND-19")):
        load.load(lookups.places, view)
    assert len(asked) == 1
    load.load(lookups.places, rostov.but(region="75"))
    assert len(asked) == 2


@pytest.mark.parametrize("view", [View("60", 2022, 2017), View("60", 2022, 2017, cohort=2020)])
def test_an_answer_is_told_by_every_value_that_the_statement_names(view):
    for question in (cells.by_year, overview.totals, schools.in_need, cohorts.results):
        named = PARAMETERS & set(question(view).compile().params)
        values = [question.asked(other)[1] for other in (view, view.but(year=2020))]
        assert len(values[0]) == len(named)
        assert (values[0] != values[1]) == ("year" in named)


def _version_of_a_figure():
    """What a figure would be made of: inside its making the version is settled as well."""
    with load.one_version() as version:
        return version.name
