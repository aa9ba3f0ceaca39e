"""Values are made once, nobody waits for those of others, and the least used leave."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from components.base import load
from components.base.load import kept
from data import store
from queries import cells, cohorts, lookups, overview, schools
from queries.by_shape import PARAMETERS
from queries.view import View
from tests.patience import HANG_SECONDS


class Watched(str):
    """A key that knows which readers have looked for it."""

    def __new__(cls, text, looked, more):
        key = super().__new__(cls, text)
        key.looked, key.more = looked, more
        return key

    def __hash__(self):
        with self.more:
            self.looked.add(threading.get_ident())
            self.more.notify_all()
        return super().__hash__()


def test_readers_who_miss_together_make_a_value_once():
    looked, more, made = set(), threading.Condition(), []

    @kept(5, lambda name: Watched(name, looked, more))
    def figure(name):
        made.append(name)
        with more:
            assert more.wait_for(lambda: len(looked) == 8, HANG_SECONDS), "not every reader came"
        return name

    with ThreadPoolExecutor(8) as readers:
        assert list(readers.map(figure, ["a"] * 8)) == ["a"] * 8
    assert made == ["a"]


def test_a_reader_does_not_wait_for_a_value_that_is_there():
    started, finish = threading.Event(), threading.Event()

    @kept(5)
    def figure(name):
        if name == "slow":
            started.set()
            assert finish.wait(HANG_SECONDS)
        return name

    figure("found")
    with ThreadPoolExecutor(2) as readers:
        slow = readers.submit(figure, "slow")
        assert started.wait(HANG_SECONDS)
        try:
            assert readers.submit(figure, "found").result(HANG_SECONDS) == "found"
            assert not slow.done()
        finally:
            finish.set()
        assert slow.result() == "slow"


def test_a_value_may_need_another_of_the_same_kind():
    @kept(5)
    def sum_to(number):
        return number + sum_to(number - 1) if number else 0

    assert sum_to(3) == 6


def test_the_value_not_looked_at_for_longest_leaves_when_there_are_too_many():
    made = []

    @kept(2)
    def letter(name):
        made.append(name)
        return name

    for name in "abacab":
        assert letter(name) == name
    assert made == ["a", "b", "c", "b"]


def test_a_failure_is_not_kept():
    tries = iter([0, 1])

    @kept(2)
    def share(name):
        return 1 / next(tries)

    with pytest.raises(ZeroDivisionError):
        share("a")
    assert share("a") == 1


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
    load._answer.cache_clear()
    fetch = store.fetch
    monkeypatch.setattr(store, "fetch", lambda *of: asked.append(of) or fetch(*of))
    rostov = View("60", 2022, 2017)
    for view in (rostov, replace(rostov, year=2021), replace(rostov, indicator="IND-19")):
        load.load(lookups.places, view)
    assert len(asked) == 1
    load.load(lookups.places, replace(rostov, region="75"))
    assert len(asked) == 2


@pytest.mark.parametrize("view", [View("60", 2022, 2017), View("60", 2022, 2017, cohort=2020)])
def test_an_answer_is_told_by_every_value_that_the_statement_names(view):
    for question in (cells.by_year, overview.totals, schools.in_need, cohorts.results):
        named = PARAMETERS & set(question(view).compile().params)
        values = [question.key(other)[1] for other in (view, replace(view, year=2020))]
        assert len(values[0]) == len(named)
        assert (values[0] != values[1]) == ("year" in named)


def _version_of_a_figure():
    """What a figure would be made of: inside its making the version is settled as well."""
    with load.one_version() as version:
        return version.name
