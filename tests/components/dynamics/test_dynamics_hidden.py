"""A region whose shares are all hidden is told so: no chart fails for want of a point."""

from dataclasses import replace

import pytest
from own_region import AZOV, SALSK, series

from components.base.i18n import Words
from components.dynamics import lines, places, rows, tables
from components.dynamics.choice import PARTS
from components.dynamics.groups import by_cohort
from components.dynamics.numbers import numbers
from tests.pages.conftest import session

RU = Words("ru")
FEW = {
    "A": (series(1, 1, 1, 1, 1, 1, participants=3), SALSK, (2016,)),
    "B": (series(1, 1, 1, 1, 1, 1, participants=3), AZOV, ()),
}
MEANS = {"A": 40.0, "B": 50.0}


def opened(view, **link):
    """Open the page of dynamics over the published region."""
    app = session()
    app.switch_page("pages/dynamics.py")
    chosen = {"region": view.region, "year": view.year, "language": "ru"}
    app.query_params.update({name: str(value) for name, value in (chosen | link).items()})
    app.run()
    assert not app.exception, app.exception[0].message
    return app


def test_no_group_of_few_results_has_a_share_or_a_point(region):
    view = region(FEW)
    assert by_cohort(view)["share"].isna().all()
    assert lines.rows(view, numbers(view), RU).empty
    assert RU("state.suppressed") in tables.html(view, "lines")


def test_small_charts_of_hidden_municipalities_have_a_scale_and_no_line(region):
    view = region(FEW)
    assert places.highest(view) == 100
    assert places.multiples_spec(view, "light")["height"] > 0
    assert set(places.series(view)["said"]) == {RU("state.suppressed")}
    assert rows.rows(view, "funnel").empty


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("panel", ["open", "fixed"])
def test_the_page_says_that_every_share_is_hidden_or_no_school_has_enough(region, part, panel):
    app = opened(region(FEW), indicator="IND-07-VPR", part=part, panel=panel)
    why = {"open": "dynamics.all_hidden", "fixed": "dynamics.no_fixed"}
    assert RU(why[panel]) in [element.value for element in app.markdown]


def test_the_page_says_that_every_mean_is_hidden(region):
    app = opened(region(FEW, scores=MEANS), indicator="IND-07-EGE", value="mean")
    assert RU("dynamics.all_hidden") in [element.value for element in app.markdown]


def test_hidden_results_are_not_called_missing(region):
    app = opened(region(FEW), indicator="IND-07-VPR")
    assert app.subheader[0].value == RU("dynamics.hidden_title")
    assert RU("empty.text") not in [element.value for element in app.markdown]


def test_an_empty_panel_of_the_same_schools_is_not_called_hidden(region):
    early, late = {2013: (100, 9), 2014: (100, 9)}, {2017: (100, 9), 2018: (100, 9)}
    view = region({"A": (early, SALSK, (2016,)), "B": (late, AZOV, ())})
    assert by_cohort(replace(view, panel="fixed")).empty and not by_cohort(view).empty
    app = opened(view, indicator="IND-07-VPR", panel="fixed")
    said = [element.value for element in app.markdown]
    assert RU("dynamics.no_fixed") in said and RU("dynamics.all_hidden") not in said
