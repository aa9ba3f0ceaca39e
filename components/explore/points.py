"""Give the points of a plot: schools, municipalities or cohorts with the numbers asked for.

A point that lacks one of its two places is left out and counted by its reason; zero is a place
like any other. What of pupils may be shown is what the heat map shows; the results of single
schools are for who sees them all.
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from components.base import pins
from components.base.choices import choices
from components.base.i18n import Words
from components.base.load import keep, load
from components.base.pins import Pin
from components.base.pupils import seen
from components.explore.choice import ExploreView
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from components.school.facts import facts
from queries import directory, school_card, school_context
from queries.directory import Listing
from queries.view import ALL, View, of, region_key

HIDDEN, BROKEN, MISSING = "hidden", "broken", "missing"
REASONS = (HIDDEN, BROKEN, MISSING)
"""Why a point has no place, the first that applies: pupils' numbers may not be shown, the series
breaks in the year, nothing is known."""

PLACED = ("across", "up")
ASKED = (*PLACED, "by_size", "by_colour", "by_shape")
_OF_CELLS = {"suppressed": HIDDEN, "break": BROKEN}


@dataclass(frozen=True)
class Points:
    """Points with both places, and how many have none.

    rows: one per point: code, name, municipality, and the numbers of ASKED (NaN: not known); of
    schools school_id, too. left: points without a place, by reason.
    """

    rows: pd.DataFrame
    left: dict[str, int]


def points_key(view: ExploreView) -> ExploreView:
    """Keep what the points depend on: which they are, and the numbers asked for."""
    return ExploreView(
        region=view.region,
        year=view.year,
        first_year=view.year,
        municipality=view.municipality if view.dots == "school" else ALL,
        cohort=view.cohort if view.dots != "cohort" else View.cohort,
        schools=view.schools,
        picked=view.picked,
        language=view.language,
        dots=view.dots,
        **{name: getattr(view, name) for name in ASKED},
    )


def points(view: ExploreView) -> Points:
    """Give the points of a view in its year."""
    found: Points = keep(_points, points_key(view))
    return found


def _points(view: ExploreView) -> Points:
    make = {"school": _schools, "place": _places, "cohort": _cohorts}[view.dots]
    rows, values, reasons = make(view)
    for name in ASKED:
        code = getattr(view, name)
        known = code in values
        rows[name] = values[code].to_numpy(float) if known else np.nan
        rows[f"{name}_why"] = reasons[code].to_numpy(object) if known else MISSING
    lost = rows[list(PLACED)].isna()
    why = [
        next(reason for reason in REASONS if reason in _reasons_of(row, gone))
        for row, gone in zip(rows.to_dict("records"), lost.to_numpy(), strict=True)
        if gone.any()
    ]
    left = {reason: why.count(reason) for reason in REASONS if reason in why}
    kept = rows[~lost.any(axis=1)].drop(columns=[f"{name}_why" for name in ASKED])
    return Points(kept.reset_index(drop=True), left)


def _reasons_of(row: dict, gone: np.ndarray) -> set[str]:
    return {row[f"{name}_why"] for name, lost in zip(PLACED, gone, strict=True) if lost}


Made = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]
"""Points, and by number their values and why there is none."""


def _places(view: ExploreView) -> Made:
    rows = heat(of(HeatmapView, replace(view, group=ALL))).rows
    rows = rows[rows["row"].ge(0)]
    about = rows.drop_duplicates("oktmo").sort_values("name")
    about = pd.DataFrame({"code": about["oktmo"], "name": about["name"], "municipality": ""})
    return _of_cells(rows.assign(code=rows["oktmo"]), about)


def _cohorts(view: ExploreView) -> Made:
    words, cohorts = Words(view.language), choices().cohorts.get(view.region, ())
    parts = []
    for cohort in cohorts:
        rows = heat(replace(of(HeatmapView, replace(view, group=ALL)), cohort=cohort)).rows
        parts.append(rows[rows["row"].eq(-1)].assign(code=str(cohort)))
    codes = [str(cohort) for cohort in cohorts]
    said = [pins.named(Pin("cohort", code), words) for code in codes]
    about = pd.DataFrame({"code": codes, "name": said, "municipality": ""})
    return _of_cells(pd.concat(parts) if parts else pd.DataFrame(), about)


def _of_cells(rows: pd.DataFrame, about: pd.DataFrame) -> Made:
    """Take numbers from cells of the heat map, with the reason of those that have none."""
    about = about.reset_index(drop=True)
    if rows.empty:
        return about, pd.DataFrame(), pd.DataFrame()
    wide = rows.pivot(index="code", columns="column", values="share").reindex(about["code"])
    states = rows.pivot(index="code", columns="column", values="state").reindex(about["code"])
    return about, wide, states.map(lambda state: _OF_CELLS.get(state, MISSING))


def _schools(view: ExploreView) -> Made:
    only = view.picked_schools or None
    place = view.schools if view.schools in ("urban", "rural") else "any"
    shared = of(View, replace(view, schools="all", picked=ALL))
    found = load(directory.schools, shared, Listing(place, picked=only))
    found = found.set_index("school_id", drop=False)
    told = _context(view).reindex(found.index)
    values = pd.DataFrame(
        {
            "own_pupils": found["pupils"],
            "own_years": found["years_listed"].where(
                found["years_listed"].notna(), found["low_performing"].map({False: 0})
            ),
            "own_mentors": found["mentors"],
            "own_rural": found["locality"].map({"rural": 1, "urban": 0}),
            "own_listed": found["low_performing"].map({True: 1, False: 0}),
            **{name: told[name] for name in told},
        }
    ).astype(float)
    results = _results(view, found.index)
    reasons = pd.DataFrame(MISSING, values.index, [*values, *results])
    if seen() != "all":
        reasons[list(results)] = HIDDEN
    about = found[["school_id", "name", "municipality"]].assign(code=found["school_id"])
    return about.reset_index(drop=True), values.join(results), reasons


def _context(view: ExploreView) -> pd.DataFrame:
    """By school: vacant posts and trained teachers in per cent, kilometres, of the year."""
    region = region_key(view)
    told = load(school_context.conditions, region).set_index("school_id")
    taught = load(school_card.trainings, region)
    taught = taught[taught["year"].eq(view.year)].set_index("school_id")
    frame = {
        "own_vacant": _percent(told["vacant_posts"], told["posts"]),
        "own_distance": told["distance_km"],
        "own_trained": _percent(taught["trained"], taught["teachers"]),
    }
    return pd.DataFrame(frame).astype(float)


def _percent(part: pd.Series, whole: pd.Series) -> pd.Series:
    some = whole.astype(float)
    return 100 * part.astype(float) / some.where(some.gt(0))


def _results(view: ExploreView, schools: pd.Index) -> pd.DataFrame:
    """By school: shares below the threshold in the year, for who sees those of single schools."""
    names = ("VPR", "OGE", "EGE")
    found = pd.DataFrame(np.nan, schools, [f"results_{name}" for name in names])
    if seen() != "all":
        return found
    for school, rows in facts(view).results.items():
        for row in rows:
            if row["year"] == view.year and school in found.index and row["procedure"] in names:
                found.loc[school, f"results_{row['procedure']}"] = 100 * row["share"]
    return found
