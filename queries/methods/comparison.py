"""Say of each cell what it is, what it measures, and how it stands against the region's rest."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from queries.methods.intervals import newcombe, wilson

BETTER, WORSE, SAME, NOT_COMPARED = "better", "worse", "same", "not_compared"


@dataclass(frozen=True)
class Rules:
    """The numbers of the settings table that decide what may be said."""

    minimum_group: float
    small_group: float
    confidence: float


def compared(cells: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Add to each cell its state, share, interval, verdict, and whether its group is small.

    Takes the rows of `queries.cells`, which say whether pupils' results may be shown; shares and
    limits are in per cent. State is `counted`,
    `value`, or one of the ways of having nothing: `no_schools`, `not_reported`, `no_data`,
    `break`, `suppressed`. Only shares of pupils are compared, each with the rest of the region.
    """
    rows, counts = cells.copy(), _counts(cells)
    states = _states(rows, counts)
    pupils = (counts.kind == "pupil_rate") & (states == "counted")
    states[pupils & ~rows["shown"].to_numpy(bool)] = "suppressed"
    counted, stated = states == "counted", states == "value"
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(counted, 100 * counts.part / counts.total, np.nan)
    rows["state"], rows["share"] = states, np.where(stated, counts.value, share)
    low, high = wilson(*_only(counts, counted & pupils), rules.confidence)
    rows["low"], rows["high"] = 100 * low, 100 * high
    rows["verdict"] = _verdicts(rows, counts, states, counted & pupils, rules)
    few = (counts.total < rules.small_group) & (counts.kind == "coverage")
    rows["muted"] = few & counted
    blank = (states == "suppressed") | (states == "break")
    if blank.any():
        for name in ("numerator", "denominator", "schools", "value", "share"):
            rows[name] = rows[name].mask(blank)
    return rows.drop(columns=["shown", "region_shown"])


class _Counts(NamedTuple):
    """Columns of cells as plain arrays: a frame of few rows spends its time on their wrapping."""

    kind: np.ndarray
    part: np.ndarray
    total: np.ndarray
    value: np.ndarray


def _counts(rows: pd.DataFrame) -> _Counts:
    amounts = (rows[name].to_numpy(float) for name in ("numerator", "denominator", "value"))
    return _Counts(rows["kind"].to_numpy(object), *amounts)


def _only(counts: _Counts, which: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give parts and totals of some rows; NaN in the others."""
    return np.where(which, counts.part, np.nan), np.where(which, counts.total, np.nan)


def whole(cells: pd.DataFrame, region: str, name: str) -> pd.DataFrame:
    """One row per column for the region itself: its counts are the sums over municipalities."""
    sums = _sums(cells)
    sums.loc[_unknown_total(cells), "denominator"] = np.nan
    columns = cells.groupby("column", sort=False)
    heads = cells.drop_duplicates("column").set_index("column")
    rows = heads.assign(
        **sums,
        shown=columns["region_shown"].all(),
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


def _verdicts(
    rows: pd.DataFrame, counts: _Counts, states: np.ndarray, which: np.ndarray, rules: Rules
) -> np.ndarray:
    """Compare each share with the rest of its column, never with a whole that contains it."""
    known = (states == "counted") | (states == "suppressed")
    column = pd.factorize(rows["column"])[0]
    rest, rest_total = (
        np.bincount(column, np.where(known, np.nan_to_num(amounts), 0))[column] - amounts
        for amounts in (counts.part, counts.total)
    )
    part, total = _only(counts, which)
    low, high = newcombe(part, total, rest, rest_total, rules.confidence)
    direction = rows["direction"].to_numpy(object)
    good = np.select([direction == "lower", direction == "higher"], [BETTER, WORSE], NOT_COMPARED)
    bad = np.select([direction == "lower", direction == "higher"], [WORSE, BETTER], NOT_COMPARED)
    return np.select(
        [~which | np.isnan(low), high < 0, low > 0],
        [NOT_COMPARED, good, bad],
        default=SAME,
    )
