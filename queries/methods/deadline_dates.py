"""Read the months and years of a deadline from its words, if they can be read in one way only.

A dash, or «с … по …», is a range of months and may cross New Year; a comma or «и» separates
months that stand each for itself.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from queries.methods.deadline_words import Token

Window = tuple[int, ...]
"""Months 1–12 that follow one another: 10, 11, 12, 1 is October to January."""

_SIGNS = {"month": "M", "year": "Y", "dash": "-", "to": ">", "and": ",", "comma": ","}
_SILENT = ("filler", "from")


@dataclass(frozen=True)
class Dates:
    """Windows of months, the days between which they count, and how precisely those are said."""

    windows: tuple[Window, ...] = ()
    since: date | None = None
    until: date | None = None
    exact: bool = False
    """Whether `since` and `until` name months or days, not years only."""


def dates(parts: Sequence[Token]) -> Dates | None:
    """Give what months and years the words name; None where more than one reading is left."""
    signs = "".join("" if part.kind in _SILENT else _SIGNS.get(part.kind, " ") for part in parts)
    months = [part.number for part in parts if part.kind == "month"]
    years = [part.number for part in parts if part.kind == "year"]
    if re.search("MY[->]MY", signs) and len(months) == len(years) == 2:
        since, until = date(years[0], months[0], 1), last_day(years[1], months[1])
        return Dates((), since, until, True) if since < until else None
    runs, spans = (re.findall(f"{sign}(?:[->,]{sign})*", signs) for sign in "MY")
    ranges = sum(group.count(">") for group in runs + spans)
    alone = signs.count(">") > ranges or any(part.kind == "from" for part in parts) > ranges
    if alone or len(runs) > 1 or len(spans) > 1:
        return None
    windows = _windows(runs[0], months) if runs else ()
    if windows is None or not _one_span(years, spans):
        return None
    if not years:
        return Dates(windows)
    return Dates(windows, date(years[0], 1, 1), date(years[-1], 12, 31))


def window(first: int, last: int) -> Window:
    """Give the months from the first to the last, over New Year if the last is smaller."""
    return tuple((first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1))


def last_day(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _windows(signs: str, months: Sequence[int]) -> tuple[Window, ...] | None:
    """Split a list of months and ranges into windows; None where a range has three ends."""
    windows, left = list[Window](), list(months)
    for part in signs.split(","):
        if len(part) > 3:
            return None
        ends = 2 if len(part) == 3 else 1
        windows.append(window(left[0], left[ends - 1]))
        left = left[ends:]
    return tuple(dict.fromkeys(windows))


def _one_span(years: Sequence[int], spans: Sequence[str]) -> bool:
    """Say whether years follow one another: 2021, or 2021–2023, or 2021, 2022."""
    steps = {after - before for before, after in pairwise(years)}
    return steps <= {1} or (len(years) == 2 and "," not in spans[0] and steps.pop() > 0)
