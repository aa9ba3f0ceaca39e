"""Draw the plot for the browser: a figure of Plotly as plain values, in SVG, with the lasso."""

import html
from typing import Any

import pandas as pd
from markupsafe import Markup

from components.base.i18n import Words
from components.base.markup import written
from components.base.room import LAPTOP
from components.base.theme import FONT, Palette, palette
from components.explore import axes, scatter_looks, scatter_sentences
from components.explore.choice import ExploreView
from components.explore.scatter import Scatter, limits, scatter, standing, trails
from components.explore.scatter_looks import SIGNS
from queries.methods.quarters import LINE

HEIGHT, NARROW = 520, 480
CONFIG = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False, "doubleClick": False}
"""Plotly's own buttons are English: the page has buttons of its own."""

SEPARATORS = {"ru": ",\N{NO-BREAK SPACE}", "en": ".,"}
CORNERS = {
    "right_above": (1, 1, "right", "top"),
    "left_above": (0, 1, "left", "top"),
    "right_below": (1, 0, "right", "bottom"),
    "left_below": (0, 0, "left", "bottom"),
}


def figure(view: ExploreView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw the points of a view, its medians, its line, its trails."""
    found, colours, words = scatter(view), palette(theme), Words(view.language)
    traces = _trails(view, colours) + _standing(view, colours, words)
    traces += _line(found, colours, words)
    traces += [
        _trace(part, key, view, colours, words)
        for key, part in scatter_looks.groups(found.points.rows, view)
    ]
    return {
        "data": traces,
        "layout": _layout(view, found, colours, words) | _noted(view, room, colours),
    }


def marked(drawn: dict[str, Any], codes: set[str]) -> dict[str, Any]:
    """Mark chosen points in a figure that the browser has not marked itself; none: all alike."""
    if not codes:
        return drawn
    traces = [
        {**trace, "selectedpoints": [i for i, c in enumerate(trace["customdata"]) if c in codes]}
        if "customdata" in trace
        else trace
        for trace in drawn["data"]
    ]
    return {**drawn, "data": traces}


def _trace(
    part: pd.DataFrame, key: tuple[str, str], view: ExploreView, colours: Palette, words: Words
) -> dict[str, Any]:
    fill = scatter_looks.colours(colours)[key[0]]
    sign = SIGNS[key[1]]
    said = [scatter_sentences.said_of(row, view, words) for row in part.to_dict("records")]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _text(scatter_looks.group_said(*key, view, words)),
        "x": part["across"].tolist(),
        "y": part["up"].tolist(),
        "customdata": part["code"].tolist(),
        "text": [str(written("explore/hover.html", lines=_lines(each))) for each in said],
        "hoverinfo": "text",
        "marker": {
            "color": fill,
            "size": part["diameter"].tolist(),
            "symbol": [f"{sign}-open" if hollow else sign for hollow in part["hollow"]],
            "line": {"color": _edge(key[0], colours), "width": 0.75},
            "opacity": 0.85,
        },
        "selected": {"marker": {"opacity": 1.0}},
        "unselected": {"marker": {"opacity": 0.25}},
    }


def _edge(state: str, colours: Palette) -> str:
    """Give points an edge that parts them, and pale ones one by which they are seen."""
    return colours.border if state == "unknown" else colours.background


def _trails(view: ExploreView, colours: Palette) -> list[dict[str, Any]]:
    """Draw where points came from; a year without a place parts the line."""
    found = trails(view)
    if found.empty:
        return []
    x: list[float | None] = []
    y: list[float | None] = []
    for _, part in found.groupby("code", sort=False):
        x += [*_known(part["across"]), None]
        y += [*_known(part["up"]), None]
    pen = {"color": colours.border, "width": 1}
    marks = {"size": 3, "color": colours.border}
    return [_unheard(x, y) | {"mode": "lines+markers", "line": pen, "marker": marks}]


def _standing(view: ExploreView, colours: Palette, words: Words) -> list[dict[str, Any]]:
    """Where the series breaks, draw hollow points where they stood last."""
    stood = standing(view)
    if stood is None:
        return []
    year, rows = stood
    marker = {"symbol": "circle-open", "size": 8, "color": colours.border}
    named = {"name": words("scatter.standing", year=year), "showlegend": True}
    drawn = _unheard(rows["across"].tolist(), rows["up"].tolist())
    return [drawn | named | {"mode": "markers", "marker": marker}]


def _line(found: Scatter, colours: Palette, words: Words) -> list[dict[str, Any]]:
    if found.line.verdict != LINE:
        return []
    ends = found.points.rows["across"].agg(["min", "max"]).tolist()
    up = [found.line.start + found.line.slope * end for end in ends]
    pen = {"color": colours.text, "width": 2}
    named = {"name": words("scatter.line"), "showlegend": True}
    return [_unheard(ends, up) | named | {"mode": "lines", "line": pen}]


def _unheard(x: list, y: list) -> dict[str, Any]:
    """Begin a trace that cannot be pointed at."""
    return {"type": "scatter", "x": x, "y": y, "hoverinfo": "skip", "showlegend": False}


def _layout(view: ExploreView, found: Scatter, colours: Palette, words: Words) -> dict[str, Any]:
    spans = limits(view)
    return {
        "height": HEIGHT,
        "margin": {"l": 64, "r": 12, "t": 12, "b": 52},
        "separators": SEPARATORS[view.language],
        "paper_bgcolor": colours.background,
        "plot_bgcolor": colours.background,
        "font": {"family": FONT, "size": 13, "color": colours.text},
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": colours.surface,
            "font": {"color": colours.text},
            "align": "left",
        },
        "dragmode": "lasso" if view.tool == "lasso" else "select",
        "newselection": {"line": {"color": colours.text, "width": 2}},
        "legend": {"orientation": "h", "y": -0.16, "x": 0},
        "showlegend": bool(view.by_colour or view.by_shape or found.quarters is None)
        or found.line.verdict == LINE,
        "xaxis": _axis(view.across, spans["across"], colours, words),
        "yaxis": _axis(view.up, spans["up"], colours, words),
        "shapes": _medians(found, colours),
    }


def _axis(code: str, span: tuple[float, float], colours: Palette, words: Words) -> dict[str, Any]:
    suffix = {"ticksuffix": words("scatter.per_cent")} if axes.kind(code) == "percent" else {}
    return suffix | {
        "title": {"text": _text(axes.named(code, words))},
        "range": list(span),
        "gridcolor": colours.grid,
        "linecolor": colours.border,
        "zeroline": False,
        "fixedrange": True,
    }


def _medians(found: Scatter, colours: Palette) -> list[dict[str, Any]]:
    if found.quarters is None:
        return []
    pen = {"type": "line", "line": {"color": colours.text, "width": 1.5, "dash": "dash"}}
    x, y = found.quarters.across, found.quarters.up
    whole = {"0": 0, "1": 1}
    upright = {"xref": "x", "yref": "paper", "x0": x, "x1": x, "y0": whole["0"], "y1": whole["1"]}
    level = {"xref": "paper", "yref": "y", "y0": y, "y1": y, "x0": whole["0"], "x1": whole["1"]}
    return [pen | upright, pen | level]


def _noted(view: ExploreView, room: int, colours: Palette) -> dict[str, Any]:
    """Write what each quarter is into its corner, and the name of the municipality chosen.

    Where there is no room for words, corners have their counts alone.
    """
    found, words = scatter(view), Words(view.language)
    if found.quarters is None:
        return {}
    plain = {"showarrow": False, "bgcolor": colours.background, "opacity": 0.85}
    notes = []
    for name, said in scatter_sentences.corners(view, words).items():
        x, y, across, up = CORNERS[name]
        place = {"xref": "paper", "yref": "paper", "x": x, "y": y, "xanchor": across}
        text = said.rpartition(": ")[2] if room < NARROW else said
        font = {"size": 12, "color": colours.quiet}
        notes.append(plain | place | {"yanchor": up, "text": _text(text), "font": font})
    rows = found.points.rows
    for row in rows[rows["code"].eq(view.municipality)].to_dict("records"):
        place = {"x": row["across"], "y": row["up"], "text": _text(row["name"])}
        notes.append(place | {"showarrow": True, "arrowcolor": colours.text})
    return {"annotations": notes}


def _known(values: pd.Series) -> list[float | None]:
    return [None if value != value else float(value) for value in values]


def _text(said: str) -> str:
    """Give a name as text: Plotly takes some tags of HTML for its own."""
    return html.escape(said, quote=False)


def _lines(said: str) -> list[Markup]:
    return [Markup(_text(line)) for line in said.split("\n")]
