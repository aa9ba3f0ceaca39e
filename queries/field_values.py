"""Write and read the values of fields that are no rows: gathered codes, the days of a year."""

import datetime as dt
import functools
from collections.abc import Iterable
from urllib.parse import quote, unquote

MOST_PICKED = 300
"""Schools that one link can name."""


def picked_of(codes: Iterable[str]) -> str:
    """Write codes as a link has them: each once, in order, whatever signs they have."""
    return ",".join(quote(code, safe="") for code in sorted(set(codes)))


def codes(written: str) -> tuple[str, ...]:
    """Read codes as a link has them."""
    return tuple(unquote(code) for code in written.split(",") if code)


@functools.cache
def days(year: int) -> tuple[str, ...]:
    """List the days of a year in ISO."""
    first = dt.date(max(year, 1), 1, 1)
    count = (dt.date(first.year, 12, 31) - first).days + 1
    return tuple((first + dt.timedelta(days=day)).isoformat() for day in range(count))
