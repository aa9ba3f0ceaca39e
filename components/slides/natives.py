"""Make what an office program draws itself, of the same rows as the figure and the table."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

import pandas as pd

from components.slides.slide import Native, Series

Made = Callable[[pd.DataFrame], Native | None]
Kind = Literal["bars", "lines", "points"]

PERCENT = "%"
MOST = 20
"""Bars and names beside each other that a listener can still read."""


def columns(
    kind: Kind, category: str, named: Mapping[str, str], unit: str = "", most: int = MOST
) -> Made:
    """Draw columns of the rows as series: `named` gives their names, `category` stands below.

    Of more than `most` rows the first are drawn, in the order of the table.
    """

    def made(rows: pd.DataFrame) -> Native | None:
        shown = rows.head(most)
        series = tuple(Series(name, _values(shown[key])) for key, name in named.items())
        return _drawn(kind, [str(each) for each in shown[category]], series, unit)

    return made


def split(kind: Kind, category: str, by: str, value: str, unit: str = "", most: int = MOST) -> Made:
    """Draw a series for each value of `by`, over all categories; a row that is not there is a gap.

    Categories are sorted if they are years, else in their order; of more than `most` series the
    first are drawn.
    """

    def made(rows: pd.DataFrame) -> Native | None:
        categories = list(dict.fromkeys(rows[category]))
        if category == "year":
            categories = sorted(categories)
        series = tuple(
            Series(str(name), _values(part.set_index(category)[value].reindex(categories)))
            for name, part in list(rows.groupby(by, sort=False))[:most]
        )
        return _drawn(kind, [str(each) for each in categories], series, unit)

    return made


def waterfall(category: str, value: str, name: str, totals: Callable[[pd.DataFrame], Any]) -> Made:
    """Draw steps one from the other; `totals` tells of each row whether it stands from zero."""

    def made(rows: pd.DataFrame) -> Native | None:
        places = tuple(place for place, total in enumerate(totals(rows)) if total)
        series = (Series(name, _values(rows[value])),)
        drawn = _drawn("waterfall", [str(each) for each in rows[category]], series, name, places)
        return None if drawn is None or None in series[0].values else drawn

    return made


def _drawn(
    kind: Literal["bars", "lines", "points", "waterfall"],
    categories: list[str],
    series: tuple[Series, ...],
    unit: str,
    totals: tuple[int, ...] = (),
) -> Native | None:
    """Give the chart; None where nothing has a value."""
    if not any(value is not None for each in series for value in each.values):
        return None
    return Native(kind, tuple(categories), series, unit, totals)


def _values(column: pd.Series) -> tuple[float | None, ...]:
    return tuple(None if pd.isna(each) else float(each) for each in column)
