"""Hide shares of groups so small that they speak of single pupils, and what would give them away.

The whole of a municipality, beside the published total of its region: a small one is hidden, and
if subtraction would restore it, the smallest of the others with it (complementary suppression:
A. Hundepool et al., Statistical Disclosure Control, 2012, ch. 4).

Parts chosen by filters: a municipality shows all of its parts or none. Differences of parts are
parts again (rural is all less urban; never in the project is all less every cohort), so its parts
are shown only if each of the kinds that filters tell apart is large enough by itself; then so is
everything that can be computed from them. No total of parts over municipalities may be published
that contains a hidden one: see `comparison.whole`.
"""

import pandas as pd


def hidden(cells: pd.DataFrame, group: str, minimum: float) -> pd.Series:
    """Tell which rows to hide; NaN counts stand for none.

    `denominator` counts the pupils shown, `all_denominator` those of the whole municipality,
    `smallest` those of its smallest kind. Wholes of one `group` add up to a published total, so
    all municipalities of the region must be among the rows, also those without a chosen part.
    """
    whole = cells["all_denominator"].fillna(0)
    hide = (whole > 0) & (whole < minimum)
    for _, rows in cells.groupby(group, sort=False):
        _close(hide, whole, rows.index, minimum)
    return (hide | cells["smallest"].lt(minimum)) & cells["denominator"].gt(0)


def _close(hide: pd.Series, size: pd.Series, rows: pd.Index, minimum: float) -> None:
    """Hide the smallest published wholes until subtraction gives only a large sum of several.

    One hidden whole equals the total less the others, so at least two are asked, and their sum,
    which anyone can still compute, must reach the minimum itself.
    """
    published = size[rows][(~hide[rows]) & (size[rows] > 0)].sort_values(kind="stable")
    candidates = list(published.index)
    while hide[rows].any() and candidates and not _safe(hide, size, rows, minimum):
        hide[candidates.pop(0)] = True


def _safe(hide: pd.Series, size: pd.Series, rows: pd.Index, minimum: float) -> bool:
    sizes = size[rows][hide[rows]]
    return len(sizes) >= 2 and bool(sizes.sum() >= minimum)
