"""Hide shares of groups so small that they speak of single pupils, and what would give them away.

Three ways back to a hidden number are closed: it is small itself; the rest of its whole (all
schools less the chosen ones) is small; or it is the only hidden part of a published total, so
that subtraction would restore it: then the smallest published part is hidden with it
(complementary suppression: A. Hundepool et al., Statistical Disclosure Control, 2012, ch. 4).
"""

import pandas as pd


def hidden(parts: pd.DataFrame, group: str, minimum: float) -> pd.Series:
    """Tell which rows to hide; `denominator` and `all_denominator` count pupils, NaN for none.

    Rows with the same `group` add up to a total that is published too.
    """
    size = parts["denominator"].fillna(0)
    rest = parts["all_denominator"].fillna(0) - size
    small = (size > 0) & (size < minimum)
    hide = small | ((size > 0) & (rest > 0) & (rest < minimum))
    for _, rows in parts.groupby(group, sort=False):
        _close(hide, size, rows.index, minimum)
    return hide


def _close(hide: pd.Series, size: pd.Series, rows: pd.Index, minimum: float) -> None:
    """Hide the smallest published parts until subtraction gives only a large sum of several.

    One hidden part equals the total less the others, so at least two are asked, and their sum,
    which anyone can still compute, must reach the minimum itself.
    """
    published = size[rows][(~hide[rows]) & (size[rows] > 0)].sort_values(kind="stable")
    candidates = list(published.index)
    while hide[rows].any() and candidates and not _safe(hide, size, rows, minimum):
        hide[candidates.pop(0)] = True


def _safe(hide: pd.Series, size: pd.Series, rows: pd.Index, minimum: float) -> bool:
    sizes = size[rows][hide[rows]]
    return len(sizes) >= 2 and bool(sizes.sum() >= minimum)
