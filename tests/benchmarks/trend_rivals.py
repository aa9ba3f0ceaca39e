"""Judge trends by ways that were tried and not taken, so that their figures can be had again.

Each takes one row per school and year and gives by municipality −1 (falls), 1 (rises) or 0.
"""

import numpy as np
import pandas as pd
from scipy.stats import t

from tests.queries.methods.trend_worlds import BREAKS, summed

LEVEL = 0.975


def line(rows: pd.DataFrame) -> np.ndarray:
    """A straight line through all years, Student's t."""
    return _least_squares(rows, step=False)


def line_with_step(rows: pd.DataFrame) -> np.ndarray:
    """One slope on both sides of the break, and a step there; Student's t."""
    return _least_squares(rows, step=True)


def differences_alone(rows: pd.DataFrame) -> np.ndarray:
    """The mean change of successive years by its own spread, Student's t."""
    return _signs(*_mean(_moved(summed(rows, "oktmo"), "oktmo")))


def schools_as_witnesses(rows: pd.DataFrame) -> np.ndarray:
    """The mean changes of a municipality's schools, as if each told of it by itself."""
    own = _moved(rows, "school_id").mean(axis=1)
    place = rows.drop_duplicates("school_id").set_index("school_id")["oktmo"]
    parts = own.groupby(place.reindex(own.index))
    return _signs(parts.mean(), parts.std() / np.sqrt(parts.count()), parts.count() - 1)


def municipalities_as_witnesses(rows: pd.DataFrame) -> np.ndarray:
    """The region's slope by its municipalities', as if each told of it by itself: one verdict."""
    own = _moved(summed(rows, "oktmo"), "oktmo").mean(axis=1)
    one = _signs(pd.Series([own.mean()]), own.std() / np.sqrt(len(own)), len(own) - 1)
    return np.repeat(one, len(own))


def _least_squares(rows: pd.DataFrame, step: bool) -> np.ndarray:
    share = _shares(summed(rows, "oktmo"), "oktmo")
    year = share.columns.to_numpy(float)
    known = [np.ones(len(year)), year - year.mean(), *([year > BREAKS[0]] if step else [])]
    design = np.column_stack(known).astype(float)
    inverse = np.linalg.inv(design.T @ design)
    found = share.to_numpy() @ design @ inverse
    freedom = len(year) - design.shape[1]
    left = share.to_numpy() - found @ design.T
    error = np.sqrt((left**2).sum(axis=1) / freedom * inverse[1, 1])
    return _signs(found[:, 1], error, freedom)


def _shares(rows: pd.DataFrame, group: str) -> pd.DataFrame:
    rows = rows.assign(share=100 * rows["below"] / rows["participants"].clip(lower=1))
    return rows.pivot(index=group, columns="year", values="share")


def _moved(rows: pd.DataFrame, group: str) -> pd.DataFrame:
    share = _shares(rows, group)
    return share.diff(axis=1)[[year for year in share if year - 1 in share]]


def _mean(moved: pd.DataFrame) -> tuple[pd.Series, pd.Series, int]:
    count = moved.shape[1]
    return moved.mean(axis=1), moved.std(axis=1) / np.sqrt(count), count - 1


def _signs(slope: np.ndarray, error: np.ndarray, freedom: np.ndarray) -> np.ndarray:
    found = np.abs(slope) > t.ppf(LEVEL, freedom) * error
    return np.where(found, np.sign(slope), 0)


RIVALS = {
    "line": line,
    "line + step": line_with_step,
    "changes alone": differences_alone,
    "schools": schools_as_witnesses,
    "region": municipalities_as_witnesses,
}
