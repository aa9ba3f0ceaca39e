"""What every chart with axes promises; each of their tests asks it of its own specs."""

import io
import json

import altair as alt
import vl_convert
from PIL import Image


def rows(spec, layer):
    """The rows a layer draws."""
    return [row for row in spec["datasets"][layer] if row["look"] != "none" or row.get("oktmo")]


def words(spec):
    return [row["text"] for row in rows(spec, "words")]


def promises_are_kept(spec, palette, width, height):
    """Valid Vega-Lite of an exact size, plain data, nothing outside the sheet, not blank."""
    alt.LayerChart.from_dict(spec)
    assert json.loads(json.dumps(spec)) == spec
    assert (spec["width"], spec["height"]) == (width, height)
    assert spec["autosize"] == {"type": "none"}
    assert spec["background"] == palette.background
    for layer in ("areas", "boxes", "rules", "lines", "points", "words"):
        for row in rows(spec, layer):
            assert all(0 <= row[side] <= width for side in ("x", "x2") if side in row), row
            assert all(-1 <= row[side] <= height for side in ("y", "y2") if side in row), row
    picture = Image.open(io.BytesIO(vl_convert.vegalite_to_png(spec))).convert("RGB")
    assert picture.size == (width, height)
    assert len(picture.getcolors(picture.width * picture.height)) > 20
