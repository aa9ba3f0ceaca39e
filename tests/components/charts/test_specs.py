"""What every chart of municipalities promises, whichever way it draws them."""

import io
import json

import altair as alt
import pytest
import vl_convert
from PIL import Image

from components.base.theme import DARK, LIGHT
from components.charts import hexes, maps, matrix

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


@pytest.fixture(params=["matrix body", "matrix head", "map", "hexagons"])
def draw(request, every_style, rostov, rostov_points):
    """Draw the ten styles one way; `kept` turns the rows into those of another library."""
    tiles = every_style[["oktmo"]].assign(hex_column=range(10), hex_row=[1, 2] * 5)
    region = every_style.head(1).assign(oktmo="60", name="Ростовская область", row=-1)

    def made(theme, kept=lambda frame: frame, **more):
        rows = kept(every_style)
        if request.param == "matrix head":
            return matrix.head(kept(region), theme, **more)
        if request.param == "matrix body":
            return matrix.body(rows, theme, **more)
        if request.param == "map":
            return maps.municipal(rows, rostov, kept(rostov_points), theme, **more)
        return hexes.cells(rows, kept(tiles), theme, **more)

    return made


@pytest.mark.parametrize("theme", THEMES)
def test_spec_is_valid_vega_lite(draw, theme):
    alt.LayerChart.from_dict(draw(theme))


def test_spec_fetches_nothing(draw, fetched):
    assert fetched(draw(LIGHT)) == []


def test_one_municipality_is_selected_by_its_code(draw):
    spec = draw(LIGHT)
    (selection,) = spec["params"]
    assert selection["name"] == "municipality"
    assert selection["select"]["type"] == "point"
    assert selection["select"]["fields"] == ["oktmo"]
    assert set(selection["views"]) <= {layer.get("name") for layer in spec["layer"]}


def test_whatever_answers_to_the_mouse_knows_its_code(draw):
    spec = draw(LIGHT, chosen="60605000")
    for layer in spec["layer"]:
        if "tooltip" in layer["encoding"]:
            rows = spec["datasets"][layer["data"]["name"]]
            assert all(row["oktmo"] for row in rows)


def test_size_is_exact_and_nothing_is_left_to_streamlit(draw):
    spec = draw(LIGHT)
    assert spec["autosize"] == {"type": "none"}
    assert spec["padding"] == {"left": 0, "right": 0, "top": 0, "bottom": 0}
    assert spec["config"]["font"].startswith("Source Sans")


@pytest.mark.parametrize("theme", THEMES)
def test_background_is_the_page(draw, theme):
    assert draw(theme)["background"] == theme.background


def test_choosing_changes_the_rows_and_not_the_drawing(draw):
    before, after = draw(LIGHT), draw(LIGHT, chosen="60605000")
    rows = ("cells", "chosen", "looks", "towns")
    for spec in (before, after):
        spec["datasets"] = {k: v for k, v in spec["datasets"].items() if k not in rows}
    assert before == after


def test_spec_is_plain_data(draw):
    assert json.loads(json.dumps(draw(LIGHT, chosen="60605000"))) == draw(LIGHT, chosen="60605000")


def test_rows_kept_by_arrow_draw_the_same(draw):
    kept = draw(LIGHT, kept=lambda rows: rows.convert_dtypes(dtype_backend="pyarrow"))
    assert kept == draw(LIGHT)


@pytest.mark.parametrize("theme", THEMES)
def test_picture_is_not_blank(draw, theme):
    spec = draw(theme, chosen="60605000")
    picture = Image.open(io.BytesIO(vl_convert.vegalite_to_png(spec))).convert("RGB")
    assert picture.size == (spec["width"], spec["height"])
    assert len(picture.getcolors(picture.width * picture.height)) > 20


def test_no_rows_draw_an_empty_chart(cells, rostov, rostov_points):
    none = cells()
    assert matrix.body(none, LIGHT)["height"] == matrix.ROW
    drawn = maps.municipal(none, rostov, rostov_points, LIGHT)
    assert {row["look"] for row in drawn["datasets"]["looks"]} == {"no_data"}
