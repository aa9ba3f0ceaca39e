import re

import numpy as np
import pandas as pd
import pytest
import vl_convert

from components.base.theme import LIGHT
from components.charts import maps, placing
from components.charts.projection import fitted, rings

AZOV, AKSAY, TOWN = "60601000", "60602000", "60701000"


@pytest.fixture
def two(cells):
    return cells(
        (AZOV, "Азовский район", "better", "12,1 %", "▲"),
        (TOWN, "г. Азов", "not_reported", "не отчитались", ""),
    )


def rows_of(spec, dataset="cells"):
    return pd.DataFrame(spec["datasets"][dataset]).set_index("oktmo")


def test_all_55_municipalities_are_drawn(two, rostov, rostov_points):
    svg = vl_convert.vegalite_to_svg(maps.municipal(two, rostov, rostov_points, LIGHT))
    shapes = re.search(r'<g class="mark-shape role-mark[^>]*>(.*?)</g>', svg, re.DOTALL)
    assert shapes[1].count("<path") == 55


def test_municipality_without_a_cell_has_no_data(two, rostov, rostov_points):
    looks = rows_of(maps.municipal(two, rostov, rostov_points, LIGHT), "looks")
    assert looks.loc[AZOV, "look"] == "better"
    assert looks.loc[TOWN, "look"] == "not_reported"
    assert set(looks.drop([AZOV, TOWN])["look"]) == {"no_data"}
    assert looks.loc[AKSAY, "tooltip"] == "Аксайский район"


def test_shapes_carry_their_code_at_the_top_level(two, rostov, rostov_points):
    shapes = maps.municipal(two, rostov, rostov_points, LIGHT)["datasets"]["shapes"]
    assert all(shape["oktmo"] == shape["properties"]["oktmo"] for shape in shapes)


def test_given_features_are_left_untouched(two, rostov, rostov_points):
    maps.municipal(two, rostov, rostov_points, LIGHT)
    assert set(rostov["features"][0]) == {"type", "id", "properties", "geometry"}


def test_towns_are_drawn_as_circles_in_their_own_colours(two, rostov, rostov_points):
    towns = rows_of(maps.municipal(two, rostov, rostov_points, LIGHT), "towns")
    assert len(towns) == 12
    assert towns.loc[TOWN, "look"] == "not_reported"


def test_nothing_is_told_by_pattern_and_sign(two, rostov, rostov_points):
    spec = maps.municipal(two, rostov, rostov_points, LIGHT)
    assert rows_of(spec).loc[TOWN, "sign"] == "empty_form"
    assert rows_of(spec, "hatches").loc[TOWN, "path"].startswith("M")
    assert AZOV not in rows_of(spec, "hatches").index


def test_chosen_municipality_is_marked(two, rostov, rostov_points):
    spec = maps.municipal(two, rostov, rostov_points, LIGHT, chosen=AZOV)
    looks = rows_of(spec, "looks")
    assert looks.index[looks["chosen"]].tolist() == [AZOV]


def test_municipality_without_a_point_is_signed_in_the_middle_of_its_shape(
    two, rostov, rostov_points
):
    known = maps.municipal(two, rostov, rostov_points, LIGHT)
    unknown = maps.municipal(two, rostov, rostov_points.iloc[1:], LIGHT)
    missing = rostov_points.loc[0, "oktmo"]
    assert rows_of(unknown).loc[missing, "x"] == pytest.approx(
        rows_of(known).loc[missing, "x"], abs=8
    )


def test_small_map_has_no_names(two, rostov, rostov_points):
    spec = maps.municipal(two, rostov, rostov_points, LIGHT, width=360, height=330)
    assert set(rows_of(spec)["label"]) == {""}


def test_large_map_names_what_fits_and_what_is_chosen(two, rostov, rostov_points):
    spec = maps.municipal(
        two, rostov, rostov_points, LIGHT, chosen=TOWN, width=1000, height=900, labels=True
    )
    named = rows_of(spec)
    named = named[named["label"].ne("")]
    assert named.loc[TOWN, "label"] == "Азов"
    assert named.loc[TOWN, "outside"]
    assert not named.drop(TOWN)["outside"].any()
    assert len(named) > 20


def test_projection_fills_the_sheet_and_keeps_north_up(rostov):
    projection = fitted(rostov, 560, 480, margin=3)
    px = np.concatenate(
        [projection.px(ring) for feature in rostov["features"] for ring in rings(feature)]
    )
    assert px.min(axis=0)[1] == pytest.approx(3)
    assert px.max(axis=0)[1] == pytest.approx(477)
    assert projection.px([(40, 49)])[0, 1] < projection.px([(40, 47)])[0, 1]


def test_projection_agrees_with_the_one_that_draws(two, rostov, rostov_points):
    projection = fitted(rostov, 560, 480)
    svg = vl_convert.vegalite_to_svg(maps.municipal(two, rostov, rostov_points, LIGHT))
    shapes = re.search(r'<g class="mark-shape role-mark[^>]*>(.*?)</g>', svg, re.DOTALL)
    start = re.search(r' d="M([-\d.]+),([-\d.]+)', shapes[1])
    expected = projection.px(rings(rostov["features"][0])[0][:1])[0]
    assert [float(start[1]), float(start[2])] == pytest.approx(expected.tolist(), abs=0.1)


def feature(oktmo, *boxes):
    """A made-up municipality of squares, no real border: west, east, south, north."""
    polygons = [[[[w, s], [w, n], [e, n], [e, s], [w, s]]] for w, e, s, n in boxes]
    return {
        "type": "Feature",
        "properties": {"oktmo": oktmo, "short_name_ru": oktmo},
        "geometry": {"type": "MultiPolygon", "coordinates": polygons},
    }


def collection(*features):
    return {"type": "FeatureCollection", "features": [*features]}


BEYOND = {
    "as stored": [(175, 188, 65, 67)],
    "as stored by earlier programs": [(175, 180, 65, 67), (-180, -172, 65, 67)],
}


@pytest.mark.parametrize("boxes", BEYOND.values(), ids=BEYOND)
def test_a_region_across_180_degrees_is_drawn_in_one_piece_that_fills_the_sheet(
    boxes, cells, rostov_points
):
    region = collection(feature(AZOV, *boxes), feature(AKSAY, (170, 175, 65, 67)))
    projection = fitted(region, 560, 480, margin=3)
    px = np.concatenate([projection.px(r) for each in region["features"] for r in rings(each)])
    assert (px[:, 0].min(), px[:, 0].max()) == (pytest.approx(3), pytest.approx(557))
    one = cells((AZOV, "Район", "better", "12,1 %", "▲"))
    spec = maps.municipal(one, region, rostov_points.head(0), LIGHT)
    svg = vl_convert.vegalite_to_svg(spec)
    drawn = re.search(r'<g class="mark-shape role-mark[^>]*>(.*?)</g>', svg, re.DOTALL)
    points = re.findall(r"(-?[\d.]+),(-?[\d.]+)", " ".join(re.findall(r' d="([^"]*)"', drawn[1])))
    across = [float(x) for x, _ in points]
    assert (min(across), max(across)) == (pytest.approx(3, abs=0.1), pytest.approx(557, abs=0.1))
    assert rows_of(spec).loc[AZOV, "x"] == pytest.approx(3 + 554 * 11.5 / 18, abs=0.1)


def test_a_point_beyond_180_degrees_stands_in_its_shape_however_it_is_written():
    projection = fitted(collection(feature(AZOV, (175, 188, 65, 67))), 560, 480)
    one, other = projection.px([(-175, 66), (185, 66)])
    assert one.tolist() == other.tolist()
    assert one[0] == pytest.approx(3 + 554 * 10 / 13)


def test_a_region_this_side_of_180_degrees_is_not_turned(rostov):
    assert fitted(rostov, 560, 480).turned == 0


def test_sign_moves_off_a_towns_circle_but_not_out_of_its_district():
    square = [np.array([(0, 0), (100, 0), (100, 100), (0, 100)])]
    town = np.array([(50.0, 50.0)])
    assert placing.apart((50, 55), town, square) == pytest.approx((50, 63))
    assert placing.apart((50, 80), town, square) == (50, 80)
    assert placing.apart((98, 50), np.array([(90.0, 50.0)]), square) == (98, 50)


def test_name_stands_below_its_sign_or_nowhere():
    wide = [np.array([(0, 0), (100, 0), (100, 100), (0, 100)])]
    none = np.empty((0, 2))
    assert placing.spot("Сальский", (50, 50), True, wide, none).y > 50
    assert placing.spot("Сальский", (50, 50), False, wide, none).y == 50
    narrow = [np.array([(40, 0), (60, 0), (60, 100), (40, 100)])]
    assert placing.spot("Сальский", (50, 50), True, narrow, none) is None


def test_name_keeps_off_a_towns_circle():
    wide = [np.array([(0, 0), (100, 0), (100, 100), (0, 100)])]
    below = np.array([(50.0, 62.0)])
    assert placing.spot("Сальский", (50, 50), True, wide, below).y < 50
