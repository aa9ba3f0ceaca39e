"""The funnel judges municipalities as the heat map does, and as their schools counted plainly."""

from collections import defaultdict
from dataclasses import replace

import pandas as pd
import pytest
from own_region import AZOV, SALSK, series
from sqlalchemy import select

from components.base.choices import choices, rules
from components.base.i18n import Words
from components.base.pupils import seeing
from components.dynamics import funnel, offer, rows
from components.dynamics.choice import DynamicsView
from components.dynamics.numbers import numbers
from components.heatmap import figures
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from data import store
from data.schema import result_block
from queries.methods.comparison import compared
from tests.queries.methods.marks_worlds import summed

RU = Words("ru")
SHARES = ("IND-07-VPR", "IND-07-OGE", "IND-07-EGE")
CHELYABINSK = DynamicsView("75", 2022, 2021, indicator="IND-07-EGE")


@pytest.fixture
def demonstration(own_store, built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))


def views():
    """Every region, year, share and subject of which the page of dynamics has results."""
    for region, years in choices().years.items():
        for year in years:
            for indicator in SHARES:
                view = DynamicsView(region, year, min(years), indicator=indicator)
                if numbers(view).last == year:
                    subjects = offer.possible(view)["subject"]
                    yield from (replace(view, subject=subject) for subject in subjects)


def on_the_heat_map(view):
    same = HeatmapView(view.region, view.year, view.first_year, indicator=view.indicator)
    return figures.finding(same), heat(same).column(view.indicator)


def told(found):
    """The verdicts of compared municipalities by their code."""
    some = found[found["verdict"].ne("not_compared")]
    return dict(zip(some["oktmo"], some["verdict"], strict=True))


def test_both_pages_say_the_same_of_every_number(demonstration):
    pages = [view for view in views() if view.subject == "all"]
    marked = 0
    for view in pages:
        said, found = on_the_heat_map(view)
        assert told(funnel.points(view)) == told(found), view
        if len(told(found)) > 1:
            assert funnel.finding(view, RU) == said
            marked += len(found[found["verdict"].isin(["better", "worse"])])
    assert len(pages) > 20 and marked > 50


def test_every_subject_is_judged_as_its_schools_counted_plainly(demonstration, built):
    """The heat map has no subjects; so here the second opinion is of the blocks, row by row."""
    block = result_block.c
    some = block.region, block.year, block.procedure, block.subject, block.oktmo, block.school_id
    asked = select(*some, block.results, block.below).where(block.measure == "below")
    every = store.fetch_arrow(store.engine(built.version), asked).to_pandas()
    of = dict(iter(every.groupby(["region", "year", "procedure", "subject"])))
    seen = 0
    for view in views():
        if view.subject == "all":
            continue
        key = view.region, view.year, view.indicator.removeprefix("IND-07-"), view.subject
        own = of[key].groupby(["oktmo", "school_id"], as_index=False)[["results", "below"]].sum()
        expected = told(plainly(own.rename(columns={"oktmo": "place"})))
        found = told(funnel.points(view))
        assert found.items() <= expected.items(), view
        seen += len(found)
    assert seen > 500


def plainly(schools):
    """Compare municipalities from one row per school, all of them as if shown."""
    usual = {"kind": "pupil_rate", "value": float("nan"), "reported": True, "broken": False}
    sums = summed(schools).assign(**usual, shown=True, region_shown=True)
    return compared(sums.rename(columns={"place": "oktmo"}), rules("60"))


def test_points_are_marked_if_and_only_if_they_lie_outside_the_limits(demonstration):
    found = pd.concat([funnel.points(view) for view in views() if view.subject == "all"])
    above, below = found["share"] > found["limit_high"], found["share"] < found["limit_low"]
    assert found["verdict"].eq("worse").equals(above)
    assert found["verdict"].eq("better").equals(below)
    assert found["limit_low"].min() >= 0 and found["limit_high"].max() <= 100


def test_a_region_without_marks_says_that_no_difference_was_found(demonstration):
    found = funnel.points(CHELYABINSK)
    assert set(found["verdict"]) == {"same"}
    n = len(found)
    assert funnel.finding(CHELYABINSK, RU) == (
        f"Отличий от остальных не обнаружено: сравнены {n} муниципалитетов"
    )


def test_the_table_names_the_verdict_and_the_results_it_rests_on(demonstration):
    found = rows.rows(replace(CHELYABINSK, indicator="IND-07-OGE"), "funnel")
    assert {key for key, _ in rows.COLUMNS["funnel"]} <= set(found.columns)
    said = {RU(f"legend.{word}") for word in ("better", "worse", "same")}
    assert set(found["place"]) == said
    assert (found["independent"] < found["participants"]).all()


def test_a_reader_of_no_numbers_sees_no_point(demonstration):
    with seeing("none"):
        assert funnel.points(CHELYABINSK).empty
        assert funnel.finding(CHELYABINSK, RU).startswith("Сравнить нечего")


def test_a_region_of_few_schools_is_not_compared_and_says_why(region):
    schools = defaultdict(lambda: SALSK, {0: AZOV})
    many = {f"S{number}": (series(9, 9, 9, 9, 9, 9), schools[number], ()) for number in range(6)}
    view = region(many)
    assert funnel.points(view).empty
    assert "мало" in funnel.finding(view, RU)
