"""Give points their looks: colours and signs by medians, sizes by area, for both drawings."""

import math
from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.base.theme import Palette
from components.explore import axes
from components.explore.choice import ExploreView
from components.explore.scatter import scatter, split

LEAST, MOST, PLAIN = 6.0, 24.0, 9.0
"""Diameters in px: of zero, of the greatest, and of all where size tells nothing."""

SIGNS = {"yes": "diamond", "no": "circle", "unknown": "x"}


def colours(palette: Palette) -> dict[str, str]:
    """Colour by the third number: above the median, not above, not known."""
    return {"yes": palette.purple[3], "no": palette.same, "unknown": palette.veil}


def looks(rows: pd.DataFrame, view: ExploreView) -> pd.DataFrame:
    """One row per point: colour and shape (yes, no, unknown), diameter, whether size is known."""
    return pd.DataFrame(
        {
            "colour": split(rows["by_colour"])[1] if view.by_colour else "yes",
            "shape": split(rows["by_shape"])[1] if view.by_shape else "no",
            "diameter": _diameters(rows["by_size"], bool(view.by_size)),
            "hollow": rows["by_size"].isna() & bool(view.by_size),
        },
        rows.index,
    )


def _diameters(values: pd.Series, asked: bool) -> list[float]:
    most = float(values.max()) if values.notna().any() else 0.0
    if not asked:
        return [PLAIN] * len(values)
    if most <= 0:
        return [LEAST] * len(values)
    shares = [max(value, 0) / most if value == value else 0.0 for value in values]
    return [round(LEAST + (MOST - LEAST) * math.sqrt(share), 1) for share in shares]


def group_said(colour: str, shape: str, view: ExploreView, words: Words) -> str:
    """Say in the legend what a colour and a shape mean."""
    parts = []
    for role, state in (("by_colour", colour), ("by_shape", shape)):
        if code := getattr(view, role):
            kind = split(scatter(view).points.rows[role])[0]
            parts.append(f"{axes.named(code, words)}: {_state(kind, state, words)}")
    return " · ".join(parts) or words("scatter.points")


def _state(kind: str, state: str, words: Words) -> str:
    if state == "unknown":
        return words("scatter.unknown")
    split_said = f"{kind}_{state}"
    return words(f"scatter.state_{split_said}")


def groups(rows: pd.DataFrame, view: ExploreView) -> list[tuple[tuple[str, str], Any]]:
    """Part points by colour and shape, each with its looks."""
    found = rows.join(looks(rows, view))
    return [(key, part) for key, part in found.groupby(["colour", "shape"], sort=True)]
