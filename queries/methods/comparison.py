"""Say of each cell what it is, what it measures, and how it stands against the region's rest.

A share p differs from the rest's by d exactly as it differs from the whole's by d × (1 − n / N);
so limits around the whole's share for `Independent.against` results judge the difference from the
rest, and can be drawn as a funnel. What they mark where nothing differs, and what they still find,
`python -m tests.benchmarks marks` measures.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from queries.methods.alike import AMOUNTS, columns, independent, of_group
from queries.methods.funnel import side
from queries.methods.intervals import wilson

BETTER, WORSE, SAME, NOT_COMPARED = "better", "worse", "same", "not_compared"


@dataclass(frozen=True)
class Rules:
    """The numbers of the settings table that decide what may be said."""

    minimum_group: float
    small_group: float
    confidence: float


def rules_of(settings: pd.Series) -> Rules:
    """Take the rules from a region's settings by code; confidence stands there in per cent."""
    group, schools = settings["minimum_group"], settings["small_group"]
    return Rules(group, schools, settings["confidence"] / 100)


def compared(
    cells: pd.DataFrame, rules: Rules, group: Collection[str] | None = None
) -> pd.DataFrame:
    """Add to each cell its state, share, interval, verdict, and whether its group is small.

    Takes the rows of `queries.cells`, which say whether pupils' results may be shown; shares and
    limits are in per cent. State is `counted`, `value`, or one
    of the ways of having nothing: `no_schools`, `not_reported`, `no_data`, `break`, `suppressed`.
    Only shares of pupils are compared, each with the rest of the region, or of the municipalities
    of a `group`, by ОКТМО.
    """
    rows, counts = cells.copy(), _counts(cells)
    states = _states(rows, counts)
    pupils = (counts.kind == "pupil_rate") & (states == "counted")
    states[pupils & ~rows["shown"].to_numpy(bool)] = "suppressed"
    counted, stated = states == "counted", states == "value"
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(counted, 100 * counts.part / counts.total, np.nan)
    rows["state"], rows["share"] = states, np.where(stated, counts.value, share)
    found, which = judged(rows, pupils, rules.confidence, group), pupils & counted
    own = np.where(which, found.own, np.nan)
    low, high = wilson(share / 100 * own, own, rules.confidence)
    rows["low"], rows["high"] = 100 * low, 100 * high
    rows["verdict"] = verdicts(np.where(which, found.outside, np.nan), rows["direction"])
    few = (counts.total < rules.small_group) & (counts.kind == "coverage")
    rows["muted"] = few & counted
    blank = (states == "suppressed") | (states == "break")
    if blank.any():
        for name in ("numerator", "denominator", "schools", "value", "share"):
            rows[name] = rows[name].mask(blank)
    return rows.drop(columns=["shown", "region_shown", *AMOUNTS])


class Judged(NamedTuple):
    """How shares stand against the rest of their columns, one place per row."""

    whole: np.ndarray
    """Share of the column, 0–1."""
    own: np.ndarray
    against: np.ndarray
    """Independent results behind the share, and behind its difference from the rest."""
    outside: np.ndarray
    """1: above the limits, −1: below, 0: between; NaN: not compared."""


def judged(
    rows: pd.DataFrame, known: np.ndarray, confidence: float, group: Collection[str] | None = None
) -> Judged:
    """Judge shares of pupils, for every page that compares them; `known` ones are compared.

    Rows: column, numerator, denominator, schools, and the `AMOUNTS` of the column. Those that may
    not be shown are in the rest of the others, so they are known too. With a `group` there are
    oktmo and shown, too, and a column is judged only where all of the group is shown: a reader
    may choose group after group, and what is hidden must not be told by where verdicts change.
    """
    whole = columns(rows, known)
    if group is not None:
        inside = known & rows["oktmo"].isin(group).to_numpy()
        hidden = rows["column"].isin(rows.loc[inside & ~rows["shown"].to_numpy(bool), "column"])
        whole, known = of_group(rows, whole, inside), known & ~hidden.to_numpy()
    results = independent(rows, whole)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = rows["numerator"].to_numpy(float) / rows["denominator"].to_numpy(float)
    outside = side(share, whole.share, results.against, confidence)
    return Judged(whole.share, *results, np.where(known, outside, np.nan))


def verdicts(outside: np.ndarray, direction: pd.Series) -> np.ndarray:
    """Name what lies above (1), below (−1) or between the limits (0); NaN: not compared."""
    lower, higher = direction.eq("lower").to_numpy(), direction.eq("higher").to_numpy()
    above = np.select([lower, higher], [WORSE, BETTER], NOT_COMPARED)
    below = np.select([lower, higher], [BETTER, WORSE], NOT_COMPARED)
    return np.select(
        [np.isnan(outside), outside > 0, outside < 0], [NOT_COMPARED, above, below], default=SAME
    )


class _Counts(NamedTuple):
    """Columns of cells as plain arrays: a frame of few rows spends its time on their wrapping."""

    kind: np.ndarray
    part: np.ndarray
    total: np.ndarray
    value: np.ndarray


def _counts(rows: pd.DataFrame) -> _Counts:
    amounts = (rows[name].to_numpy(float) for name in ("numerator", "denominator", "value"))
    return _Counts(rows["kind"].to_numpy(object), *amounts)


def whole(cells: pd.DataFrame, region: str, name: str) -> pd.DataFrame:
    """One row per column for the region itself: its counts are the sums over municipalities."""
    sums = _sums(cells)
    sums.loc[_unknown_total(cells), "denominator"] = np.nan
    grouped = cells.groupby("column", sort=False)
    heads = cells.drop_duplicates("column").set_index("column")
    rows = heads.assign(
        **sums,
        shown=grouped["region_shown"].all(),
        oktmo=region,
        name=name,
        value=np.nan,
        reported=cells.dropna(subset="reported").groupby("column")["reported"].any(),
    ).reset_index()
    return rows[cells.columns.tolist()]


def _sums(cells: pd.DataFrame) -> pd.DataFrame:
    counts = ["numerator", "denominator", "schools"]
    return cells.groupby("column", sort=False)[counts].sum(min_count=1)


def _unknown_total(cells: pd.DataFrame) -> list[str]:
    """Name the columns in which some part has a count whose whole is not known."""
    part = cells["numerator"].gt(0) & cells["denominator"].isna()
    unknown: list[str] = cells.loc[part, "column"].unique().tolist()
    return unknown


def _states(rows: pd.DataFrame, counts: _Counts) -> np.ndarray:
    counted = (counts.total > 0) | (
        (counts.kind == "coverage") & (counts.part > 0) & np.isnan(counts.total)
    )
    value = counts.kind == "value"
    return np.select(
        [
            rows["broken"].to_numpy(bool),
            value & ~np.isnan(counts.value),
            value,
            counted,
            rows["reported"].eq(True).to_numpy(bool),
            rows["reported"].eq(False).to_numpy(bool),
        ],
        ["break", "value", "no_data", "counted", "no_schools", "not_reported"],
        default="no_data",
    )
