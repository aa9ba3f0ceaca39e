"""Who sees which numbers of pupils: hidden ones are for an internal view, and kept apart."""

from dataclasses import replace

import pytest

from components.base.load import keep, one_version
from components.base.pupils import seeing
from components.dynamics import groups
from components.dynamics.choice import DynamicsView
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat

HEAT = HeatmapView("60", 2022, 2017, schools="rural", cohort=2021)
LINES = DynamicsView("60", 2022, 2017, indicator="IND-07-EGE", panel="fixed")


@pytest.fixture(autouse=True)
def whole(built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    with one_version():
        yield


def states(view):
    rows = heat(view).rows
    return set(rows["state"][rows["kind"].eq("pupil_rate")])


def test_an_internal_view_shows_every_number_and_a_reader_of_an_older_version_none():
    assert states(HEAT) >= {"counted", "suppressed"}
    with seeing("all"):
        assert "suppressed" not in states(HEAT)
        assert groups.by_cohort(LINES)["share"].notna().all()
    with seeing("none"):
        assert "counted" not in states(HEAT)
        assert groups.by_cohort(LINES)["share"].isna().all()
    assert groups.by_cohort(LINES)["share"].isna().any()
    assert states(HEAT) >= {"counted", "suppressed"}


def test_full_counts_are_told_of_an_older_version():
    with seeing("none"):
        rows = heat(replace(HEAT, schools="all", cohort=0)).rows
        assert rows["state"][rows["kind"].eq("coverage")].eq("counted").any()


def test_what_is_made_for_one_reader_is_not_handed_to_another():
    made = []

    def make(key):
        made.append(key)
        return object()

    one = keep(make, "a")
    with seeing("all"):
        assert keep(make, "a") is not one
    assert keep(make, "a") is one and made == ["a", "a"]
