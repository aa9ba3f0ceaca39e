"""Hexagons are laid out as municipalities lie where that is known, else in the order of names."""

import math

import numpy as np
import pandas as pd
import pytest

from components.charts import hex_layout

COLUMNS = ["oktmo", "hex_column", "hex_row", "label_longitude", "label_latitude"]
UNKNOWN = (np.nan,) * 4


def region(count, *given):
    rows = [*given, *UNKNOWN][:4]
    return pd.DataFrame([(f"{n:08}", *rows) for n in range(count)], columns=COLUMNS)


def on_earth(degrees):
    rows = [(f"{n:08}", np.nan, np.nan, *place) for n, place in enumerate(degrees)]
    return pd.DataFrame(rows, columns=COLUMNS)


def cells(found):
    return list(zip(found["hex_column"], found["hex_row"], strict=True))


def test_cells_that_somebody_laid_stay():
    given = region(3, 4, 7)
    assert hex_layout.laid_out(given, 1.8) is given


@pytest.mark.parametrize("count", [1, 2, 7, 55, 146])
def test_without_places_every_municipality_has_a_cell_of_its_own_in_the_order_of_names(count):
    found = cells(hex_layout.laid_out(region(count), 1.8))
    assert len(set(found)) == count
    assert found == sorted(found, key=lambda cell: (-cell[1], cell[0]))
    assert not hex_layout.is_laid_out(region(count))


@pytest.mark.parametrize("count", [30, 55, 146])
def test_the_field_has_about_the_shape_of_the_sheet(count):
    found = np.array(cells(hex_layout.laid_out(region(count), 1.8)))
    wide, high = np.ptp(found, axis=0) + 1
    assert 1.2 < wide / (high * math.sqrt(3) / 2) < 2.6


def test_one_municipality_without_a_place_lays_all_by_name():
    places = on_earth([(40, 50), (41, 51), (np.nan, np.nan)])
    assert cells(hex_layout.laid_out(places, 1.8)) == cells(hex_layout.laid_out(region(3), 1.8))
    assert not hex_layout.is_laid_out(places)


def test_with_places_the_west_is_left_and_the_north_is_up():
    field = [(40 + east, 50 + north) for east in range(8) for north in range(5)]
    found = np.array(cells(hex_layout.laid_out(on_earth(field), 1.8)))
    degrees = np.array(field)
    assert np.corrcoef(found[:, 0], degrees[:, 0])[0, 1] > 0.9
    assert np.corrcoef(found[:, 1], degrees[:, 1])[0, 1] > 0.9
    assert len(set(map(tuple, found))) == len(field)
    assert hex_layout.is_laid_out(on_earth(field))


def test_no_exchange_of_two_municipalities_would_bring_both_nearer():
    places = on_earth(np.random.default_rng(5).uniform((40, 50), (44, 53), (30, 2)))
    field, east = (
        cells(hex_layout.laid_out(places, 1.8)),
        math.cos(math.radians(places["label_latitude"].mean())),
    )
    x, y = (np.array(axis, float) for axis in zip(*field, strict=True))
    drawn = unit(np.column_stack([x + y % 2 / 2, y * math.sqrt(3) / 2]))
    there = unit(places[["label_longitude", "label_latitude"]].to_numpy() * [east, 1])
    apart = ((there[:, None] - drawn[None]) ** 2).sum(axis=2)
    kept = np.diag(apart)
    assert (kept[:, None] + kept[None, :] <= apart + apart.T + 1e-9).all()


def unit(points):
    return (points - points.min(axis=0)) / np.ptp(points, axis=0)
