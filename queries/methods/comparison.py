"""Say of each cell what it is, what it measures, and how it stands against the region's rest."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from queries.methods.intervals import newcombe, wilson
from queries.methods.suppression import hidden

BETTER, WORSE, SAME, NOT_COMPARED = "better", "worse", "same", "not_compared"


@dataclass(frozen=True)
class Rules:
    """The numbers of the settings table that decide what may be said."""

    minimum_group: float
    small_group: float
    confidence: float


def compared(cells: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Add to each cell its state, share, interval, verdict, and whether its group is small.

    Takes the rows of `queries.cells`; shares and limits are in per cent. State is `counted`,
    `value`, or one of the ways of having nothing: `no_schools`, `not_reported`, `no_data`,
    `break`, `suppressed`. Only shares of pupils are compared, each with the rest of the region.
    """
    rows = cells.copy()
    rows["state"] = _states(rows)
    pupils = rows["kind"].eq("pupil_rate") & rows["state"].eq("counted")
    rows.loc[pupils & _hidden(rows, rules), "state"] = "suppressed"
    counted, stated = rows["state"].eq("counted"), rows["state"].eq("value")
    with np.errstate(invalid="ignore", divide="ignore"):
        share = 100 * rows["numerator"].astype(float) / rows["denominator"].astype(float)
    rows["share"] = share.where(counted, rows["value"].astype(float).where(stated))
    rows["low"], rows["high"] = _limits(rows, counted & pupils, rules)
    rows["verdict"] = _verdicts(rows, counted & pupils, rules)
    few = rows["denominator"].lt(rules.small_group) & rows["kind"].eq("coverage")
    rows["muted"] = few & counted
    blank = rows["state"].isin(["suppressed", "break"])
    rows.loc[blank, ["numerator", "denominator", "schools", "value", "share"]] = np.nan
    return rows.drop(columns=["all_numerator", "all_denominator", "smallest", "filtered"])


def whole(cells: pd.DataFrame, region: str, name: str, rules: Rules) -> pd.DataFrame:
    """One row per column for the region itself: its counts are the sums over municipalities.

    A sum of filtered parts must not contain a hidden one, which subtraction would restore: it is
    of the municipalities shown, and hidden itself if there are none.
    """
    out = cells["filtered"] & _hidden(cells, rules)
    every = _sums(cells)
    sums = _sums(cells[~out]).reindex(every.index)
    gone = sums["denominator"].isna() & every["denominator"].notna()
    smallest = sums["denominator"].mask(gone, 0)
    sums = sums.where(~gone, every)
    sums.loc[_unknown_total(cells), "denominator"] = np.nan
    heads = cells.drop_duplicates("column").set_index("column")
    rows = heads.assign(
        **sums,
        all_numerator=sums["numerator"],
        all_denominator=sums["denominator"],
        smallest=smallest,
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
    return cells.loc[part, "column"].unique().tolist()


def _states(rows: pd.DataFrame) -> np.ndarray:
    counted = rows["denominator"].gt(0) | (
        rows["kind"].eq("coverage") & rows["numerator"].gt(0) & rows["denominator"].isna()
    )
    reported = rows["reported"].map({True: "no_schools", False: "not_reported"})
    return np.select(
        [
            rows["broken"].astype(bool),
            rows["kind"].eq("value") & rows["value"].notna(),
            rows["kind"].eq("value"),
            counted,
        ],
        ["break", "value", "no_data", "counted"],
        default=reported.fillna("no_data"),
    )


def _hidden(rows: pd.DataFrame, rules: Rules) -> pd.Series:
    """Hide among all pupils' rates of a column: the rows not asked for may give others away."""
    hide = pd.Series(False, index=rows.index)
    rates = rows[rows["kind"].eq("pupil_rate")]
    hide[rates.index] = hidden(rates, "column", rules.minimum_group)
    return hide


def _limits(rows: pd.DataFrame, which: pd.Series, rules: Rules) -> tuple[pd.Series, pd.Series]:
    low, high = wilson(
        rows["numerator"].where(which).to_numpy(float),
        rows["denominator"].where(which).to_numpy(float),
        rules.confidence,
    )
    return pd.Series(100 * low, rows.index), pd.Series(100 * high, rows.index)


def _verdicts(rows: pd.DataFrame, which: pd.Series, rules: Rules) -> np.ndarray:
    """Compare each share with the rest of its column, never with a whole that contains it."""
    counts = rows[["numerator", "denominator"]].where(rows["state"].isin(["counted", "suppressed"]))
    sums = counts.groupby(rows["column"]).transform("sum")
    rest = sums - counts
    low, high = newcombe(
        counts["numerator"].where(which).to_numpy(float),
        counts["denominator"].where(which).to_numpy(float),
        rest["numerator"].to_numpy(float),
        rest["denominator"].to_numpy(float),
        rules.confidence,
    )
    good = rows["direction"].map({"lower": BETTER, "higher": WORSE}).fillna(NOT_COMPARED)
    bad = rows["direction"].map({"lower": WORSE, "higher": BETTER}).fillna(NOT_COMPARED)
    return np.select(
        [~which | np.isnan(low), high < 0, low > 0],
        [NOT_COMPARED, good, bad],
        default=SAME,
    )
