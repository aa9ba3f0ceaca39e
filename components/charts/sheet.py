"""What all charts of municipalities share: pixel positions, the selection, the finished spec.

Rows travel as named datasets and the rest of a spec depends on colours and sizes alone, so the
rest is built once per theme and size, and a browser shown new rows need not draw anew.
"""

from typing import Any

import altair as alt
import pandas as pd
import pyarrow as pa

from components.base.records import records
from components.base.theme import FONT, Palette
from components.charts.cells import PATTERNS, swatches
from components.charts.glyphs import GLYPHS

Spec = dict[str, Any]
Rows = list[dict[str, Any]]
SHAPES = "shapes"


def px(channel: type, field: str) -> Any:
    """Place by a field that is already in px from the chart's left or top edge."""
    return channel(field, type="quantitative", scale=None, axis=None)


def tenths(px: float) -> float:
    """Round a place to a tenth of a px, which is all that is sent."""
    return round(10 * px) / 10


def pick() -> alt.Parameter:
    """The selection: one municipality, by a click on anything drawn for it.

    A click on the void would clear the choice, so it is not heard. (`event.item`, for the
    interpreter that Streamlit runs expressions with knows no `datum` in a filter of events.)
    """
    drawn = "event.item && event.item.datum && event.item.datum.oktmo"
    return alt.selection_point(
        name="municipality", fields=["oktmo"], on=f"click[{drawn}]", clear=False, toggle=False
    )


def by_look(channel: type, palette: Palette, part: str, **extra: Any) -> Any:
    """Colour by a row's `look`; `extra` adds looks that only one chart has."""
    known = {name: getattr(swatch, part) for name, swatch in swatches(palette).items()} | extra
    domain, colours = list(known), [_plain(value) for value in known.values()]
    return channel("look:N", scale=alt.Scale(domain=domain, range=colours), legend=None)


def by_sign() -> alt.Shape:
    """Shape by a row's `sign`."""
    scale = alt.Scale(domain=list(GLYPHS), range=list(GLYPHS.values()))
    return alt.Shape("sign:N", scale=scale, legend=None)


def by_pattern(paths: list[str]) -> alt.Shape:
    """Shape by a row's `look`, where it is told by a pattern: `paths` in the order of PATTERNS."""
    scale = alt.Scale(domain=list(PATTERNS), range=paths)
    return alt.Shape("look:N", scale=scale, legend=None)


def finished(chart: alt.LayerChart, palette: Palette, width: int, height: int) -> Spec:
    """Turn a chart into a spec of exactly width × height px, with nothing left to a theme."""
    spec: Spec = chart.properties(width=width, height=height).to_dict(validate=False)
    spec.pop("$schema", None)
    spec["autosize"] = {"type": "none"}
    # An object, for Streamlit reads a bare 0 as "no padding given" and adds 20 px below.
    spec["padding"] = dict.fromkeys(("left", "right", "top", "bottom"), 0)
    spec["background"] = palette.background
    spec["config"] = {
        "font": FONT,
        "view": {"stroke": None},
        "mark": {"tooltip": None, "aria": False},
        "text": {"font": FONT, "baseline": "middle"},
    }
    return spec


def with_rows(spec: Spec, **datasets: pd.DataFrame | list[Any]) -> Spec:
    """Give a spec its rows, leaving the shared one untouched."""
    found = {
        name: records(rows) if isinstance(rows, pd.DataFrame) else rows
        for name, rows in datasets.items()
    }
    return spec | {"datasets": found}


def packed(spec: Spec) -> Spec:
    """Pack the rows of a finished spec as Arrow tables, once, for showing it many times.

    Shapes stay as they are: only rows of plain values have columns.
    """
    datasets = {
        name: rows if name == SHAPES else _table(rows) for name, rows in spec["datasets"].items()
    }
    return spec | {"datasets": datasets}


def unpacked(spec: Spec) -> Spec:
    """Give a packed spec its rows as plain lists again, for whoever reads no Arrow."""
    datasets = {
        name: rows if isinstance(rows, list) else _rows(rows)
        for name, rows in spec["datasets"].items()
    }
    return spec | {"datasets": datasets}


def _rows(table: pa.Table) -> Rows:
    """Give the rows of a table without the fields that a row had not."""
    return [
        {name: value for name, value in row.items() if value is not None}
        for row in table.to_pylist()
    ]


def _table(rows: Rows) -> pa.Table:
    """Give rows as an Arrow table without an index, which a browser would add to every row."""
    names = dict.fromkeys(name for row in rows for name in row)
    return pa.table(
        {name: pa.array([row.get(name) for row in rows], from_pandas=True) for name in names}
    )


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
