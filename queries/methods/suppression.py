"""Hide shares of groups so small that they speak of single pupils, and what would give them away.

The whole of a municipality, beside the published total of its region: a small one is hidden, and
if subtraction would restore it, the smallest of the others with it (complementary suppression:
A. Hundepool et al., Statistical Disclosure Control, 2012, ch. 4).

Parts chosen by filters: a municipality shows all of its parts or none. Differences of parts are
parts again (rural is all less urban; never in the project is all less every cohort), so its parts
are shown only if each of the kinds that filters distinguish is large enough by itself; then so is
everything that can be computed from them. No total of parts over municipalities may be published
that contains a hidden one: see `comparison.whole`.
"""

import numpy as np
import pandas as pd


def hidden(cells: pd.DataFrame, group: str, minimum: float) -> pd.Series:
    """Find the rows to hide; NaN counts stand for none.

    `denominator` counts the pupils shown, `all_denominator` those of the whole municipality,
    `smallest` those of its smallest kind. Wholes of one `group` add up to a published total, so
    all municipalities of the region must be among the rows, also those without a chosen part.
    """
    shown, whole, smallest = (
        cells[name].to_numpy(float) for name in ("denominator", "all_denominator", "smallest")
    )
    size = np.nan_to_num(whole)
    hide = (size > 0) & (size < minimum)
    groups = pd.factorize(cells[group])[0]
    for number in np.unique(groups[hide]):
        _close(hide, size, np.flatnonzero(groups == number), minimum)
    return pd.Series((hide | (smallest < minimum)) & (shown > 0), cells.index)


def _close(hide: np.ndarray, size: np.ndarray, places: np.ndarray, minimum: float) -> None:
    """Hide the smallest published wholes until subtraction gives only a large sum of several.

    One hidden whole equals the total less the others, so at least two are asked, and their sum,
    which anyone can still compute, must reach the minimum itself.
    """
    published = places[~hide[places] & (size[places] > 0)]
    for candidate in published[np.argsort(size[published], kind="stable")]:
        hidden_sizes = size[places[hide[places]]]
        if len(hidden_sizes) >= 2 and hidden_sizes.sum() >= minimum:
            return
        hide[candidate] = True
