"""Ask about what may be right but seldom is: jumps, totals that fell, places that vanished.

Each remark must be acknowledged one by one. A jump is found by the robust z-score of Iglewicz and
Hoaglin (How to Detect and Handle Outliers, ASQC 1993, p. 12): 0.6745 times the distance from the
median over the median absolute deviation; where half the values are equal, the mean absolute
deviation stands in for it, times 1.2533 as in a normal distribution.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from sqlalchemy import Engine

from data import store
from data.definitions import rules_of_regions
from data.errors import ACKNOWLEDGE, Problem
from data.intake.screening.differences import NOWHERE, sums

CELL = ["oktmo", "indicator", "year"]


def remarks(draft: Engine, before: store.Version | None, rows: pd.DataFrame) -> Iterator[Problem]:
    """Compare a draft with the region's own version before; nothing to ask about the first."""
    if before is None:
        return
    yield from _vanished(rows)
    yield from _fewer_rows(rows)
    old, new = (
        store.fetch_arrow(engine, sums(["region", *CELL])).to_pandas()
        for engine in (store.engine(before), draft)
    )
    yield from _smaller_wholes(old, new)
    rules = store.fetch_arrow(draft, rules_of_regions()).to_pandas()
    for region, own in rules.groupby("region"):
        was, now = (cells[cells["region"].eq(region)] for cells in (old, new))
        if len(was) and len(now):
            yield from jumps(was, now, own.set_index("code")["value"].to_dict())


def robust_z(values: np.ndarray) -> np.ndarray:
    """Give each value's robust z-score; all zero where all values are the same."""
    from_median = values - np.median(values)
    scale = np.median(np.abs(from_median)) / 0.6745
    if scale == 0:
        scale = 1.2533 * np.mean(np.abs(from_median))
    return from_median / scale if scale > 0 else np.zeros(len(values))


def jumps(old: pd.DataFrame, new: pd.DataFrame, rules: dict[str, float]) -> Iterator[Problem]:
    """Find cells whose share moved unlike those of the other municipalities.

    A year that was there before is compared with itself, a new one with the last year before it.
    """
    shares = [_shares(cells, rules["minimum_group"]) for cells in (old, new)]
    last = shares[0].sort_values("year").groupby(["oktmo", "indicator"]).tail(1)
    years = set(zip(shares[0]["indicator"], shares[0]["year"], strict=True))
    known = pd.Series(list(zip(shares[1]["indicator"], shares[1]["year"], strict=True))).isin(years)
    again = shares[1][known.to_numpy()].merge(shares[0], "inner", CELL, suffixes=("", "_old"))
    fresh = shares[1][~known.to_numpy()].merge(
        last.drop(columns="year"), "inner", CELL[:2], suffixes=("", "_old")
    )
    for _, cells in pd.concat([again, fresh]).groupby(["indicator", "year"]):
        change = (cells["share"] - cells["share_old"]).to_numpy()
        far = np.abs(robust_z(change)) > rules["jump_robust_z"]
        for cell in cells[far & (np.abs(change) >= rules["jump_points"])].itertuples():
            moved = f"{cell.share_old:.1f} → {cell.share:.1f} %"
            yield _asked("jump", f"{cell.oktmo}, {cell.year}", cell.indicator, moved)


def _shares(cells: pd.DataFrame, smallest: float) -> pd.DataFrame:
    enough = cells[cells["denominator"].ge(smallest) & cells["numerator"].notna()]
    return enough.assign(share=100 * enough["numerator"] / enough["denominator"])[[*CELL, "share"]]


def _vanished(rows: pd.DataFrame) -> Iterator[Problem]:
    gone = rows[rows["removed"].gt(0) & rows["rows"].eq(0) & rows["oktmo"].ne(NOWHERE)]
    for row in gone.itertuples():
        yield _asked("vanished", row.oktmo, "oktmo", row.table)


def _fewer_rows(rows: pd.DataFrame) -> Iterator[Problem]:
    totals = rows.groupby("table", sort=False)[["added", "removed", "rows"]].sum()
    for name, row in totals[totals["removed"].gt(totals["added"])].iterrows():
        was = row["rows"] - row["added"] + row["removed"]
        yield _asked("fewer_rows", str(name), "", f"{was} → {row['rows']}")


def _smaller_wholes(old: pd.DataFrame, new: pd.DataFrame) -> Iterator[Problem]:
    """Find years before whose regional whole (participants, schools, measures) became smaller."""
    keys = ["indicator", "year"]
    was, now = (cells.groupby(keys)["denominator"].sum() for cells in (old, new))
    wholes = pd.concat({"was": was, "now": now}, axis=1, join="inner")
    for (indicator, year), row in wholes[wholes["now"] < wholes["was"]].iterrows():
        moved = f"{row['was']:.0f} → {row['now']:.0f}"
        yield _asked("smaller_whole", str(year), str(indicator), moved)


def _asked(rule: str, value: str, column: str, expected: str) -> Problem:
    return Problem(rule, 0, column, value, expected, ACKNOWLEDGE)
