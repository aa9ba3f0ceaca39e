"""A comparison group: chosen on the page, named, kept in the link, in the place of the region."""

import pytest

from components.base.load import one_version
from components.base.rights import Right, reading_as
from components.dynamics.choice import DynamicsView
from components.dynamics.groups import beside, by_municipality
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from tests.pages.conftest import through_app

PLACES = ("60601000", "60602000", "60605000", "60607000")
GROUP = ",".join(PLACES)


@pytest.fixture
def everything():
    with one_version(), reading_as(Right(municipalities=None)):
        yield


def test_the_first_row_of_the_heat_map_adds_up_the_group(everything):
    """Where each of its municipalities is shown; else it is hidden."""
    view = HeatmapView("60", 2022, 2017, schools="low_performing", group=GROUP, group_name="Юг")
    found = heat(view).rows
    first = found[found["row"].eq(-1)].set_index("column")
    assert set(first["name"]) == {"Юг"}
    inside = found[found["oktmo"].isin(PLACES)]
    for column, rows in inside.groupby("column"):
        if rows["state"].eq("suppressed").any():
            assert first.loc[column, "state"] == "suppressed"
        elif first.loc[column, "state"] == "counted":
            assert first.loc[column, "numerator"] == rows["numerator"].sum()
            assert first.loc[column, "denominator"] == rows["denominator"].sum()
    assert {"suppressed", "counted"} <= set(first["state"]) | set(inside["state"])


def test_every_municipality_stays_on_the_heat_map_with_its_own_numbers(everything):
    own = ["oktmo", "column", "state", "numerator", "denominator", "share"]
    whole, group = (
        heat(HeatmapView("60", 2022, 2017, group=each)).rows.query("row >= 0")
        for each in ("", GROUP)
    )
    order = ["oktmo", "column"]
    assert (
        whole[own]
        .sort_values(order, ignore_index=True)
        .equals(group[own].sort_values(order, ignore_index=True))
    )
    assert (
        not whole["verdict"].reset_index(drop=True).equals(group["verdict"].reset_index(drop=True))
    )


def test_the_line_beside_municipalities_is_the_sum_of_the_group(everything):
    view = DynamicsView("60", 2022, 2017, indicator="IND-07-VPR", group=GROUP)
    line, rows = beside(view), by_municipality(view)
    inside = rows[rows["oktmo"].isin(PLACES)]
    assert line["share"].notna().any()
    for row in line.itertuples():
        own = inside[inside["year"].eq(row.year)]
        if own["share"].isna().any():
            assert row.share != row.share
        else:
            assert row.share == pytest.approx(100 * own["below"].sum() / own["participants"].sum())


def test_a_group_is_told_with_its_name_and_left_by_one_click(open_page):
    app = open_page("heatmap", region="60", group=GROUP, group_name="Юг", language="ru")
    assert not app.exception
    assert any("Вместо региона — «Юг»" in note.value for note in app.caption)
    app.button(key="group_drop").click()
    through_app(app)
    app.run()
    assert "group" not in app.query_params and "group_name" not in app.query_params


def test_the_similar_ones_become_the_group_by_one_click(open_page):
    app = open_page("heatmap", region="60", municipality=PLACES[0], language="ru")
    app.button(key="group_similar").click()
    through_app(app)
    app.run()
    assert PLACES[0] in app.query_params["group"].split(",")
    assert app.query_params["group_name"].startswith("похожие на ")


@pytest.mark.parametrize("group", ["60601000,60602000", "nowhere,60601000,65701000", "60601000"])
def test_too_few_places_of_the_region_are_no_group_and_that_is_said(open_page, group):
    app = open_page("dynamics", region="60", group=group, language="ru")
    assert any("Группа вместо региона" in note.value for note in app.warning)
    assert "group" not in app.query_params
