"""Read the plot of a view: its axes, quarters, the line that may be drawn, the points chosen."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from components.base.choices import choices, rules
from components.base.load import keep
from components.explore import axes
from components.explore.choice import ExploreView
from components.explore.points import ASKED, BROKEN, Points, points, points_key
from queries.methods.quarters import ITSELF, Line, Quarters, line, quarters
from queries.view import ALL

MOST_TRAILS = 60
"""Points whose trails can still be told apart."""


@dataclass(frozen=True)
class Scatter:
    """Points beside their quarters; `line` says why there is none, too. None: no points."""

    points: Points
    quarters: Quarters | None
    line: Line
    pairs: int
    """How many pairs of numbers the page offers: the level of the line is shared among them."""


def scatter(view: ExploreView) -> Scatter:
    """Read the plot of the view's year."""
    found: Scatter = keep(_scatter, points_key(view))
    return found


def _scatter(view: ExploreView) -> Scatter:
    found, known = points(view), len(axes.numbers_of(view))
    x, y = (found.rows[name].to_numpy(float) for name in ("across", "up"))
    pairs = max(known * (known - 1) // 2, 1)
    confidence = rules(view.region).confidence
    straight = line(x, y, confidence, pairs) if view.across != view.up else Line(ITSELF)
    return Scatter(found, quarters(x, y) if len(x) else None, straight, pairs)


def years(view: ExploreView) -> tuple[int, ...]:
    """List the years that can be played: those of the view, from its first."""
    known = choices().years.get(view.region, ())
    return tuple(year for year in known if year >= min(view.first_year, view.year))


def quarter_of(found: Scatter) -> pd.Series:
    """Name the quarter of each point, as a link does."""
    parts = found.quarters
    if parts is None:
        return pd.Series([], dtype=object)
    right = np.where(parts.right, "right", "left")
    above = np.where(parts.above, "above", "below")
    return pd.Series([f"{one}_{other}" for one, other in zip(right, above, strict=True)])


def is_chosen(view: ExploreView) -> np.ndarray:
    """Tell of each point whether it is chosen, by a quarter or by the reader's lasso."""
    found = scatter(view)
    rows, parts = found.points.rows, found.quarters
    if parts is None:
        return np.zeros(0, bool)
    if view.quarter == "right":
        return parts.right
    if view.quarter == "above":
        return parts.above
    if view.quarter:
        return quarter_of(found).eq(view.quarter).to_numpy(bool)
    return rows["code"].isin(caught(view)).to_numpy(bool)


def caught(view: ExploreView) -> tuple[str, ...]:
    """Give the codes inside the lasso."""
    return replace(view, picked=view.caught).picked_schools


def chosen_rows(view: ExploreView) -> pd.DataFrame:
    """Give the chosen points; of nothing chosen, none."""
    return scatter(view).points.rows[is_chosen(view)].reset_index(drop=True)


def standing(view: ExploreView) -> tuple[int, pd.DataFrame] | None:
    """Give the last year with points and those: where the series breaks nothing moves.

    None if the year has points, or has none for another reason.
    """
    found = scatter(view).points
    if len(found.rows) or BROKEN not in found.left:
        return None
    for year in reversed([year for year in years(view) if year < view.year]):
        before = points(replace(view, year=year)).rows
        if len(before):
            return year, before
    return None


def trails(view: ExploreView) -> pd.DataFrame:
    """One row per point and year up to the view's: code, year, across, up; a gap is a NaN.

    Of the chosen points, or of all if they are few; none if nobody asked.
    """
    if view.trails != "yes":
        return pd.DataFrame()
    rows = scatter(view).points.rows
    wanted = chosen_rows(view)["code"] if view.quarter or view.caught else rows["code"]
    if not 0 < len(wanted) <= MOST_TRAILS:
        return pd.DataFrame()
    parts = []
    for year in (year for year in years(view) if year <= view.year):
        there = points(replace(view, year=year)).rows.set_index("code")[["across", "up"]]
        parts.append(there.reindex(wanted.to_numpy()).rename_axis("code").reset_index())
        parts[-1]["year"] = year
    return pd.concat(parts).sort_values(["code", "year"], ignore_index=True)


def limits(view: ExploreView) -> dict[str, tuple[float, float]]:
    """Give what each axis spans: of all years, so that nothing jumps when they are played.

    Of schools only of this year, and of percentages from zero.
    """
    frames = [points(view).rows]
    if view.dots != "school" or view.trails == "yes":
        frames = [points(replace(view, year=year)).rows for year in years(view)]
    every = pd.concat(frames)
    return {name: _span(every[name]) for name in ("across", "up")}


def _span(values: pd.Series) -> tuple[float, float]:
    if not len(values):
        return 0.0, 1.0
    low, high = min(0.0, float(values.min())), float(values.max())
    room = max(high - low, 1e-6)
    return low - 0.03 * room, high + 0.08 * room


def split(values: pd.Series) -> tuple[str, pd.Series]:
    """Part points by a third or fourth number: by what (flag, above, least), and yes, no, unknown.

    Above the median or not; at the median or below it, where nothing is above; a flag by itself.
    """
    told = values.dropna().astype(float)
    if told.isin((0, 1)).all():
        kind, higher = "flag", values.gt(0.5)
    elif told.gt(told.median()).any():
        kind, higher = "above", values.gt(told.median())
    else:
        kind, higher = "least", values.ge(told.median())
    said = np.where(values.isna(), "unknown", np.where(higher, "yes", "no"))
    return kind, pd.Series(said, values.index)


def asked_of(view: ExploreView) -> dict[str, str]:
    """Give by role the numbers that are asked for."""
    return {name: code for name in ASKED if (code := getattr(view, name)) != ALL}
