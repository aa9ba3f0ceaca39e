"""Points of the plot are the heat map's cells and the store's schools; what lacks is counted."""

from collections import Counter
from dataclasses import replace

import pytest

from components.base.load import one_version
from components.base.pupils import seeing
from components.base.rights import Right, reading_as
from components.explore import scatter_plotly
from components.explore.choice import ExploreView
from components.explore.offer import narrowed
from components.explore.points import points
from components.explore.scatter import chosen_rows, quarter_of, scatter, standing, trails
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from data import store
from queries.field_values import picked_of
from queries.view import of

SALSK = "60650000"


@pytest.fixture(autouse=True)
def at_hand(built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    with one_version(), reading_as(Right()):
        yield


def asked(**chosen):
    return narrowed(replace(ExploreView("60", 2022, 2017), **chosen))


@pytest.fixture
def ask(built):
    with store.engine(built.version).connect() as opened:
        yield lambda question: opened.exec_driver_sql(question).fetchall()


@pytest.mark.parametrize("schools", ["all", "rural"])
def test_municipalities_stand_where_their_cells_say(schools):
    view = asked(schools=schools)
    cells = heat(of(HeatmapView, view)).rows
    cells = cells[cells["row"].ge(0)].to_dict("records")
    told = {(row["oktmo"], row["column"]): row for row in cells}
    wanted, lost = {}, Counter()
    for oktmo in {row["oktmo"] for row in cells}:
        two = [told[oktmo, code] for code in (view.across, view.up)]
        if all(row["share"] == row["share"] for row in two):
            wanted[oktmo] = tuple(row["share"] for row in two)
        else:
            lost["hidden" if any(row["state"] == "suppressed" for row in two) else "missing"] += 1
    found = points(view)
    rows = found.rows[["code", "across", "up"]].itertuples(index=False, name=None)
    assert {code: (x, y) for code, x, y in rows} == wanted
    assert found.left == dict(lost) and len(wanted) > 20


def test_schools_stand_where_the_store_says(ask):
    view = asked(dots="school", across="own_pupils", up="own_trained", by_size="own_vacant")
    rows = ask(
        "SELECT school_id, pupils, 100.0 * trained / teachers, 100.0 * vacant_posts / posts"
        " FROM school LEFT JOIN (SELECT * FROM training WHERE year = 2022) USING (school_id)"
        " LEFT JOIN (SELECT * FROM school_context WHERE year = 2022) USING (school_id)"
        " WHERE oktmo LIKE '60%'"
    )
    wanted = {code: told for code, *told in rows if told[1] is not None}
    found = points(view)
    assert set(found.rows["code"]) == set(wanted)
    for row in found.rows.to_dict("records"):
        mine = [row["across"], row["up"], row["by_size"]]
        assert mine == pytest.approx(wanted[row["code"]], nan_ok=True)
    assert found.left == {"missing": len(rows) - len(wanted)}


def test_zero_is_a_place_and_a_silence_is_none(ask):
    view = asked(dots="school", across="own_mentors", up="own_pupils")
    found = points(view).rows
    assert found["across"].eq(0).any() and points(view).left["missing"] > 0
    silent = {
        code
        for (code,) in ask(
            "SELECT school_id FROM school WHERE oktmo LIKE '60%' AND oktmo NOT IN (SELECT oktmo"
            " FROM municipal_report WHERE year = 2022 AND subject = 'mentorship' AND reported)"
        )
    }
    assert silent and not silent & set(found["code"])


def test_results_of_single_schools_are_for_the_internal_view_alone():
    view = asked(dots="school", across="results_VPR", up="own_pupils")
    for kind in ("whole_blocks", "none"):
        with seeing(kind):
            found = points(view)
            assert not len(found.rows) and set(found.left) == {"hidden"}
    with seeing("all"):
        inside = points(view)
    assert len(inside.rows) > 500 and inside.rows["across"].between(0, 100).all()
    assert "hidden" not in inside.left


def test_a_municipal_reader_has_the_points_of_his_own_schools(ask):
    view = asked(dots="school")
    with reading_as(Right(municipalities=frozenset({SALSK}))):
        mine = set(points(view).rows["code"])
    [(count,)] = ask(f"SELECT count(*) FROM school WHERE oktmo = '{SALSK}'")
    assert len(mine) == count and mine < set(points(view).rows["code"])


def test_in_the_year_of_the_break_nothing_moves_and_no_trail_crosses_it():
    view = asked(year=2020)
    year, rows = standing(view)
    assert year == 2019 and len(rows) and set(points(view).left) == {"broken"}
    figure = scatter_plotly.figure(view, "light")
    assert figure["data"][0]["marker"]["symbol"] == "circle-open"
    assert not any("customdata" in trace for trace in figure["data"])
    later = asked(trails="yes")
    found = trails(later)
    assert found.loc[found["year"].eq(2020), "across"].isna().all()
    drawn = scatter_plotly.figure(later, "light")["data"][0]["x"]
    assert drawn.count(None) > found["code"].nunique()


def test_quarters_and_the_lasso_give_the_same_table():
    view = asked(dots="school")
    found = scatter(view)
    wanted = found.points.rows.loc[quarter_of(found).eq("right_above"), "code"]
    by_list = chosen_rows(replace(view, quarter="right_above"))
    by_mouse = chosen_rows(replace(view, caught=picked_of(wanted)))
    assert list(by_list["code"]) == list(by_mouse["code"]) == list(wanted) and len(wanted) > 50


def test_the_figure_is_svg_with_numbers_and_names_of_the_language():
    view = asked(dots="school", by_colour="own_listed", by_shape="own_rural")
    figure = scatter_plotly.figure(view, "dark")
    assert {trace["type"] for trace in figure["data"]} == {"scatter"}
    assert figure["layout"]["separators"] == ",\N{NO-BREAK SPACE}"
    codes = [code for trace in figure["data"] for code in trace.get("customdata", [])]
    assert sorted(codes) == sorted(points(view).rows["code"])
    names = {trace["name"] for trace in figure["data"]}
    assert "В перечне ШНОР: да · Село: нет" in names
