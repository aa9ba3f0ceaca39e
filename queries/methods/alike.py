"""Find how alike the results of one school are, and on how many independent ones a share rests.

Likeness is the correlation of two results of one school, by moments (D. A. Williams,
"Extra-binomial variation in logistic linear models", Applied Statistics 31 (1982), 144–148): from
schools beside those of their own municipality, so that real differences between municipalities
are not taken for it. A share of n results then rests on n / D independent ones (J. N. K. Rao,
A. J. Scott, "A simple method for the analysis of clustered binary data", Biometrics 48 (1992),
577–585), D = 1 + likeness × (results that an average result's school has − 1).
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

AMOUNTS = ("within", "apart", "together", "sizes", "freedom")
"""What `queries.school_spread` adds up over the schools of a column."""

LEAST_FREEDOM = 10
"""Schools beyond one in each municipality; fewer cannot tell how alike results are."""


class Independent(NamedTuple):
    """Numbers of independent results, one place per row; NaN where they cannot be told."""

    own: np.ndarray
    """Behind the row's own share."""
    against: np.ndarray
    """Behind its difference from the rest of its column: it varies as this many results would
    around the column's share, the uncertainty of the rest included."""


class Column(NamedTuple):
    """What a column comes to as a whole, one place per row."""

    share: np.ndarray
    results: np.ndarray
    likeness: np.ndarray
    unevenness: np.ndarray
    """Squared coefficient of variation of the schools' results, inside municipalities."""

    inside: np.ndarray
    """Whether the row itself is a part of the whole."""

    part: np.ndarray
    """What part of the region's results the whole has, 0–1."""


def columns(rows: pd.DataFrame, known: np.ndarray) -> Column:
    """Add up the `known` municipalities of each column, whether they may be shown or not.

    Rows: column, numerator, denominator, schools, and the `AMOUNTS` of the column in each row.
    What is made of schools' own counts is rounded up to two digits, here and below: nobody can
    work a school out of what is shown.
    """
    code = pd.factorize(rows["column"])[0]
    part, total, schools = (np.where(known, each, np.nan) for each in _counts(rows))
    amounts = {name: rows[name].to_numpy(float) for name in AMOUNTS}
    square = total**2 / schools
    below, results, squares, apart = (
        np.bincount(code, np.nan_to_num(each))[code] if len(code) else each
        for each in (part, total, square, square * (1 - 1 / schools))
    )
    with np.errstate(invalid="ignore", divide="ignore"):
        share = below / results
        likeness = _likeness(amounts, share * (1 - share))
        uneven = _over(amounts["sizes"] - squares, apart)
    enough = amounts["freedom"] >= LEAST_FREEDOM
    alike = np.where(enough, _up(likeness), np.nan)
    return Column(share, results, alike, _up(uneven), known, np.ones(len(known)))


def of_group(rows: pd.DataFrame, region: Column, inside: np.ndarray) -> Column:
    """Put the municipalities `inside` a group in the place of the region, column by column.

    How alike results of a school are stays the region's: of a small group it would be told badly,
    and what is made of schools' own counts is told once, not anew for every group.
    """
    code = pd.factorize(rows["column"])[0]
    part, total, _ = (np.where(inside, each, np.nan) for each in _counts(rows))
    below, results = (np.bincount(code, np.nan_to_num(each))[code] for each in (part, total))
    with np.errstate(invalid="ignore", divide="ignore"):
        share, of_region = below / results, results / region.results
    return region._replace(share=share, results=results, inside=inside, part=of_region)


def independent(rows: pd.DataFrame, whole: Column) -> Independent:
    """Tell of each row on how many independent results its share and its difference rest.

    A municipality's schools are taken for as uneven as those of the region; only its results and
    their number of schools are its own, which are shown beside its share.
    """
    _, total, schools = _counts(rows)
    inside = np.where(whole.inside, total, 0)
    rest = whole.results - inside
    with np.errstate(invalid="ignore", divide="ignore"):
        beside = total / schools * (1 + whole.unevenness * (1 - 1 / schools))
        effect = 1 + whole.likeness * np.maximum(0, beside - 1)
        sizes = _up(rows["sizes"].to_numpy(float)) * whole.part
        every = whole.results + whole.likeness * (sizes - whole.results)
        others = np.maximum(every - inside * effect, rest)
        variance = (rest / whole.results) ** 2 * (effect / total + others / rest**2)
        return Independent(total / effect, np.where(rest > 0, 1 / variance, np.nan))


def _counts(rows: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    part, total, schools = (
        rows[name].to_numpy(float) for name in ("numerator", "denominator", "schools")
    )
    known = (total > 0) & (schools > 0)
    return part, np.where(known, total, np.nan), np.where(known, schools, np.nan)


def _likeness(amounts: dict[str, np.ndarray], chance: np.ndarray) -> np.ndarray:
    """Set the squares found between those of independent results and those of wholly alike ones."""
    apart, together = amounts["apart"], amounts["together"]
    found = _over(_over(amounts["within"], chance) - apart, together - apart)
    return np.where(found > 1, 1.0, found)


def _over(amount: np.ndarray, by: np.ndarray) -> np.ndarray:
    """Divide, never below 0; 0 where there is nothing to divide by."""
    over: np.ndarray = np.where(by > 0, np.maximum(0, amount / by), 0.0)
    return over


def _up(amount: np.ndarray) -> np.ndarray:
    """Round up to two digits."""
    step = 10.0 ** (np.floor(np.log10(np.where(amount > 0, amount, 1))) - 1)
    rounded: np.ndarray = np.ceil(np.round(amount / step, 9)) * step
    return rounded
