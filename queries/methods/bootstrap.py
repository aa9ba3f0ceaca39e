"""Give intervals of shares of pupils that know that pupils of one school are alike.

Cluster bootstrap: whole schools are drawn with replacement, with all their years (A. C. Davison,
D. V. Hinkley, Bootstrap Methods and their Application, 1997, § 3.8). Drawing is counted, not
carried out: how often each school was drawn, times its counts, gives all resamples in one product.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from queries.methods.panel import panel_of


def share_band(
    results: pd.DataFrame, years: Sequence[int], resamples: int, seed: int, confidence: float
) -> tuple[np.ndarray, np.ndarray]:
    """Limits of the share of pupils below the threshold, 0–1, one per year; NaN without pupils.

    Percentile limits; every row given is counted, so leave out beforehand what is not to be. A
    year with results of a single school has no limits: there is nothing to draw from.
    """
    order = np.sort(np.asarray(years, int))
    panel = panel_of(results, 1, order.tolist())
    counts = np.nan_to_num(np.hstack([panel.below, panel.participants]))
    drawn = draws(len(panel.schools), resamples, np.random.default_rng(seed)) @ counts
    below, participants = drawn[:, : len(order)], drawn[:, len(order) :]
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = below / participants
    tails = ((1 - confidence) / 2, (1 + confidence) / 2)
    limits = np.full((2, len(order)), np.nan)
    enough = (~np.isnan(panel.participants)).sum(axis=0) > 1
    if enough.any():
        limits[:, enough] = np.nanquantile(shares[:, enough], tails, axis=0)
    low, high = limits[:, np.searchsorted(order, years)]
    return low, high


def draws(size: int, resamples: int, rng: np.random.Generator) -> np.ndarray:
    """Count how often each of `size` schools is drawn; one row per resample."""
    counts = np.zeros((resamples, size))
    if size:
        # Counted row by row: each row's counters stay in the processor's nearest memory.
        chosen = rng.integers(0, size, (resamples, size), dtype=np.uint32)
        for place, row in enumerate(chosen):
            counts[place] = np.bincount(row, minlength=size)
    return counts
