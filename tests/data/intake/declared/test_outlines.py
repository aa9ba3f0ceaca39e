"""Outlines are closed shapes in Russia, and simplified ones keep the borders that they share."""

import json

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import MultiPolygon, Polygon

from data.intake.declared.outlines import (
    DECIMALS,
    FaultyOutlineError,
    is_drawable,
    outline,
    simplified,
)

LONGEST = 32_767
SQUARE = [[39, 47], [40, 47], [40, 48], [39, 48], [39, 47]]
HOLE = [[39.4, 47.4], [39.6, 47.4], [39.6, 47.6], [39.4, 47.6], [39.4, 47.4]]
BOW = [[39, 47], [40, 48], [40, 47], [39, 48], [39, 47]]


def polygon(*rings):
    return {"type": "Polygon", "coordinates": [*rings]}


def several(*polygons):
    return {"type": "MultiPolygon", "coordinates": [*polygons]}


def test_a_polygon_and_several_are_read_with_their_holes():
    assert outline(polygon(SQUARE, HOLE)).shape.area == pytest.approx(0.96)
    far = [[x + 5, y] for x, y in SQUARE]
    assert outline(several([SQUARE, HOLE], [far])).shape.area == pytest.approx(1.96)


FAULTS = [
    (None, "outline_without_area"),
    ({"type": "Point", "coordinates": [39, 47]}, "outline_without_area"),
    ({"type": "GeometryCollection", "geometries": []}, "outline_without_area"),
    (polygon([[39, 47], [40, 48], [39, 47], [39, 47]]), "outline_without_area"),
    (polygon(), "outline_unreadable"),
    ({"type": "Polygon"}, "outline_unreadable"),
    ({"type": "MultiPolygon", "coordinates": [[]]}, "outline_unreadable"),
    (polygon([["a", "b"]] * 4), "outline_unreadable"),
    (polygon([[39, 47], [40], [39, 48], [39, 47]]), "outline_unreadable"),
    (polygon([[39, float("nan")], *SQUARE[1:]]), "outline_unreadable"),
    (polygon(7), "outline_unreadable"),
    (polygon(SQUARE[:-1]), "open_ring"),
    (polygon(SQUARE, HOLE[:-1]), "open_ring"),
    (polygon(SQUARE[:1] * 3), "open_ring"),
    (polygon([[y, x] for x, y in SQUARE]), "latitude_first"),
    (polygon([[x - 39, y] for x, y in SQUARE]), "outside_russia"),
    (polygon([[x * 111_000, y * 111_000] for x, y in SQUARE]), "outside_russia"),
]


@pytest.mark.parametrize(("geometry", "rule"), FAULTS)
def test_what_is_no_closed_shape_in_russia_is_refused(geometry, rule):
    with pytest.raises(FaultyOutlineError) as refused:
        outline(geometry)
    assert refused.value.rule == rule


def box(west, east, south=65, north=67):
    """A made-up square, no real border."""
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


ACROSS = {
    "split at 180 degrees": several([box(175, 180)], [box(-180, -172)]),
    "in one part": polygon(box(175, -172)),
    "from 0 to 360": polygon(box(175, 188)),
    "from -360 to 0": polygon(box(-185, -172)),
    "split, from 0 to 360": several([box(175, 180)], [box(180, 188)]),
}


@pytest.mark.parametrize("geometry", ACROSS.values(), ids=ACROSS)
def test_the_country_goes_on_beyond_the_meridian_of_180_degrees(geometry):
    found = outline(geometry)
    assert (found.shape.bounds, found.mended) == ((175, 65, 188, 67), False)
    assert (found.shape.area, len(found.shape.geoms)) == (26, 1)
    (text,) = simplified([found.shape], LONGEST)
    assert is_drawable(text)
    assert outline(json.loads(text)).shape.equals(found.shape)


def test_an_outline_across_180_degrees_keeps_as_many_points_as_one_that_is_not():
    x = np.linspace(0, 13, 3000)
    teeth = np.column_stack([x, 0.05 * np.sin(40 * x)])
    kept = []
    for west in (60, 175):
        ring = [[(w + west + 180) % 360 - 180, 66 + y] for w, y in teeth.tolist()]
        ring += [[(west + 193) % 360 - 180, 69], [west, 69], ring[0]]
        (text,) = simplified([outline(polygon(ring)).shape], LONGEST)
        kept.append(len(json.loads(text)["coordinates"][0][0]))
    assert kept[1] == pytest.approx(kept[0], rel=0.02) and kept[0] > 100


def test_islands_beyond_the_meridian_stay_apart():
    found = outline(several([box(175, 180)], [box(-180, -178)], [box(-175, -174)]))
    assert sorted(one.bounds[::2] for one in found.shape.geoms) == [(175, 182), (185, 186)]


@pytest.mark.parametrize("west", [-167, 193, -5, 5])
def test_what_is_named_outside_russia_is_named_as_the_file_has_it(west):
    with pytest.raises(FaultyOutlineError) as refused:
        outline(polygon(box(west, west + 1)))
    assert (refused.value.rule, refused.value.value) == ("outside_russia", f"{west} 65")


def test_latitude_before_longitude_is_told_beyond_the_meridian_too():
    with pytest.raises(FaultyOutlineError) as refused:
        outline(polygon([[y, x] for x, y in box(-175, -172)]))
    assert refused.value.rule == "latitude_first"


def test_crossing_lines_are_mended_and_told():
    found = outline(polygon(BOW))
    assert found.mended and shapely.is_valid(found.shape)
    assert found.shape.area == pytest.approx(0.5)
    assert not outline(polygon(SQUARE)).mended


def jagged(seed):
    """Two neighbours whose common border has 4,000 points, as official borders have."""
    y = np.linspace(47, 48, 4000)
    x = 40 + np.random.default_rng(seed).normal(0, 0.0002, 4000)
    x[[0, -1]] = 40
    border = np.column_stack([x, y])
    west = [(39, 48), (39, 47)]
    east = [(41, 48), (41, 47)]
    return [MultiPolygon([Polygon([*border, *corners])]) for corners in (west, east)]


@pytest.mark.parametrize("seed", range(3))
def test_neighbours_keep_their_border_and_lose_the_points_that_no_screen_shows(seed):
    before = jagged(seed)
    texts = simplified(before, LONGEST)
    after = [outline(json.loads(text)) for text in texts]
    assert not any(each.mended for each in after)
    west, east = (each.shape for each in after)
    assert max(map(len, texts)) < 5000
    assert west.intersection(east).area == pytest.approx(0, abs=1e-9)
    assert west.union(east).area == pytest.approx(2, abs=1e-9)
    for old, new in zip(before, (west, east), strict=True):
        assert old.symmetric_difference(new).area < 2 * 0.002


def test_no_text_is_longer_than_a_cell():
    texts = simplified(jagged(1), 300)
    assert max(map(len, texts)) <= 300
    assert all(map(is_drawable, texts))


def test_outside_rings_run_clockwise_and_holes_the_other_way():
    (text,) = simplified([outline(polygon(SQUARE, HOLE)).shape], LONGEST)
    outside, hole = json.loads(text)["coordinates"][0]
    assert not shapely.LinearRing(outside).is_ccw and shapely.LinearRing(hole).is_ccw
    assert is_drawable(text)
    turned = json.dumps(polygon(outside[::-1]))
    assert not is_drawable(turned)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=12, unique=True)
)
def test_any_set_of_squares_comes_out_drawable_and_of_the_same_area(corners):
    squares = [MultiPolygon([shapely.box(40 + x, 50 + y, 41 + x, 51 + y)]) for x, y in corners]
    texts = simplified(squares, LONGEST)
    assert all(map(is_drawable, texts))
    shapes = [outline(json.loads(text)).shape for text in texts]
    assert [shape.area for shape in shapes] == pytest.approx([1] * len(shapes), abs=10**-DECIMALS)


def blots(seed):
    """Outlines that overlap and have thousands of teeth, as no map of a region should."""
    draw = np.random.default_rng(seed)
    for _ in range(draw.integers(1, 8)):
        angle = np.sort(draw.uniform(0, 2 * np.pi, 400))
        far = draw.uniform(0.02, 0.6) * (1 + draw.normal(0, 0.15, 400))
        ring = np.column_stack([far * np.cos(angle), far * np.sin(angle)])
        ring = [*(ring + draw.uniform((40, 50), (43, 52))).tolist()]
        yield outline(polygon([*ring, ring[0]])).shape


@pytest.mark.parametrize("seed", range(20))
def test_outlines_that_overlap_come_out_drawable_too(seed):
    assert all(map(is_drawable, simplified(list(blots(seed)), LONGEST)))
