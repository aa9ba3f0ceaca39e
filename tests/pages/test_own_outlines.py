"""Outlines that a region brings replace the schematic ones on every map, with their licence."""

import json
import shutil

import pytest

from components.base.load import one_version
from components.heatmap.outlines import features
from data import store
from data.__main__ import main
from data.intake.received.places import shipped
from data.schema import municipal_outline
from queries.view import View
from tests.pages import seen
from tests.pages.test_any_region import PLACES, REGION, bring
from tests.pages.test_contents import said

WITHOUT = PLACES[-1]


def outlines(places, **members):
    """A square for each municipality, in rows of six from west to east and north to south."""
    features = []
    for number, place in enumerate(places):
        west, north = 62 + 3 * (number % 6), 65 - number // 6
        ring = [(0, 0), (3, 0), (3, -1), (0, -1), (0, 0)]
        shape = [[[west + x, north + y] for x, y in ring]]
        features.append(
            {
                "type": "Feature",
                "properties": {"name": place.short_name_ru},
                "geometry": {"type": "Polygon", "coordinates": shape},
            }
        )
    return {"type": "FeatureCollection", "features": features} | members


def bring_outlines(folder):
    bring(folder)
    publish(folder, outlines(PLACES[:-1], attribution="Геопортал *Югры*", licence="CC BY 4.0"))


def publish(folder, whole):
    path = folder / "границы.geojson"
    path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    into = ["--store", str(folder / "store"), "--by", "Координатор", "--why", "границы"]
    assert main(["publish", str(path), *into, "--acknowledge", "all"]) == 0


@pytest.fixture
def own(shared, monkeypatch):
    folder = shared("own outlines", bring_outlines)
    monkeypatch.setenv("MONITOR_STORE", str(folder / "store"))
    version = store.current()
    yield version
    store.engine(version).dispose()


def test_the_map_is_of_the_own_outlines_and_names_their_licence(open_page, own):
    app = open_page("heatmap", display="map", language="ru")
    assert not app.info
    text = said(app)
    assert "Границы: Геопортал *Югры*. Лицензия: CC BY 4.0." in seen.read(text)
    assert "схематичные" not in text and "по алфавиту" not in text
    assert "Геопортал" in said(open_page("overview", language="ru"))


def test_tiles_stand_as_the_outlines_lie_only_if_all_are_there(
    open_page, own, tmp_path, monkeypatch
):
    assert "по алфавиту" in said(open_page("heatmap", display="cells", language="ru"))
    folder = tmp_path / "whole"
    shutil.copytree(own.path.parent, folder / "store")
    publish(folder, outlines(PLACES))
    monkeypatch.setenv("MONITOR_STORE", str(folder / "store"))
    text = said(open_page("heatmap", display="cells", language="ru"))
    assert "по алфавиту" not in text
    assert "Лицензия" not in text
    text = said(open_page("heatmap", display="map", language="ru"))
    assert "Лицензия: не указана." in text


def test_exported_outlines_come_back_as_they_were(own, tmp_path):
    folder, other = tmp_path / "exported", tmp_path / "other"
    words = ["--store", str(own.path.parent), "--table", "municipal_outline"]
    assert main(["export", str(folder), *words]) == 0
    into = ["--store", str(other), "--by", "Координатор", "--why", "границы"]
    assert main(["publish", str(folder / "municipal_outline.csv"), *into]) == 0
    version = store.current(other)
    before, after = (rows_of(each) for each in (own, version))
    store.engine(version).dispose()
    assert before == after and len(before) == len(PLACES) - 1


def rows_of(version):
    return store.fetch_arrow(store.engine(version), municipal_outline.select()).to_pylist()


def test_own_outlines_of_a_part_leave_no_schematic_ones_in_the_region(tmp_path, monkeypatch, built):
    folder = tmp_path / "part"
    folder.mkdir()
    azov, aksai = shipped().within("60").places[:2]
    publish(folder, outlines([azov, aksai]))
    monkeypatch.setenv("MONITOR_STORE", str(folder / "store"))
    version = store.current()
    with one_version(version):
        found = {
            region: features(View(region, 2022, 2022))["features"]
            for region in ("60", "75", REGION)
        }
    store.engine(version).dispose()
    assert [f["properties"]["oktmo"] for f in found["60"]] == [azov.oktmo, aksai.oktmo]
    assert (len(found["75"]), found[REGION]) == (43, [])
