"""Count longitudes eastwards through the meridian of 180°, which the country crosses."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def eastward(longitudes: ArrayLike) -> NDArray[np.float64]:
    """Give degrees east of Greenwich: −172° is 188°, so that a place has neighbours on both sides.

    Files write the east of Chukotka as either, or as both in one outline.
    """
    degrees = np.asarray(longitudes, dtype=float)
    return np.where(degrees < 0, degrees + 360, degrees)
