"""The heat map without its rows: the shared layers, with hatches as wide as the columns are."""

from functools import lru_cache

from components.base.theme import Palette
from components.charts import sheet
from components.charts.cells import PATTERNS
from components.charts.hatch import path
from components.charts.matrix_layers import GAP, NAME, ROW, shared


@lru_cache(maxsize=64)
def skeleton(palette: Palette, width: int, columns: int) -> sheet.Spec:
    """Build everything but the rows and the height, with hatches as wide as a column."""
    spec, wide = shared(palette, width), (width - NAME) / columns - GAP
    layers = [_fitted(layer, wide) if _is_hatch(layer) else layer for layer in spec["layer"]]
    return spec | {"layer": layers}


def _is_hatch(layer: sheet.Spec) -> bool:
    return layer["encoding"].get("shape", {}).get("field") == "look"


def _fitted(layer: sheet.Spec, wide: float) -> sheet.Spec:
    """Give the hatches of cells `wide` px wide: one layer of a ready spec, made over."""
    tall = (ROW - GAP) / wide
    box = [(-1, -tall), (1, -tall), (1, tall), (-1, tall)]
    paths = [path([box], pattern, 12 / wide) for pattern in PATTERNS.values()]
    shape = layer["encoding"]["shape"]
    shape = shape | {"scale": shape["scale"] | {"range": paths}}
    return layer | {
        "mark": layer["mark"] | {"size": wide**2, "xOffset": wide / 2},
        "encoding": layer["encoding"] | {"shape": shape},
    }
