"""Put municipalities, schools or cohorts side by side: the numbers of the heat map, cell by cell.

What is shown of each is what the heat map shows of it: of a municipality its row, of a cohort and
of a school the region's row with that cohort or school chosen. The interval of a cohort's share is
the band of the dynamics, for a cohort's own schools seldom tell how alike their pupils are.
"""

from dataclasses import dataclass, replace

import pandas as pd

from components.base import pins
from components.base.choices import rules
from components.base.i18n import Words
from components.base.load import keep
from components.base.pins import Kind, Pin, pinned
from components.explore.cohort_bands import with_bands
from components.explore.school_results import of_school
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from queries.field_values import picked_of
from queries.methods.differences import differences, widened
from queries.view import ALL, View, of, region_key

COLUMNS = [
    *("pin", "name", "place", "column", "title", "position", "kind", "unit", "direction", "state"),
    *("numerator", "denominator", "schools", "share", "low", "high", "text", "tooltip"),
]


@dataclass(frozen=True)
class Side:
    """What stands side by side.

    rows: one per pin and indicator (or year), COLUMNS, in the order of the pins and columns;
    apart: one per row of another pin than the base, as `queries.methods.differences` gives them.
    """

    pins: tuple[Pin, ...]
    base: Pin
    rows: pd.DataFrame
    apart: pd.DataFrame


def side_key(view: View) -> View:
    """Keep what the numbers depend on: region, year, which schools, the pins, the language."""
    return replace(
        region_key(view),
        schools=view.schools,
        cohort=view.cohort,
        pins=view.pins,
        language=view.language,
    )


def years_key(view: View) -> View:
    """Keep what one indicator over the years depends on."""
    return replace(side_key(view), first_year=view.first_year, indicator=view.indicator)


def side(view: View, kind: Kind, base: str) -> Side:
    """Put the pins of a kind side by side, by every indicator in the year of the view.

    `base`: the pin, as a link has it, that the others are compared with; else the first one.
    """
    found: Side = keep(_side, side_key(view), kind, base)
    return found


def over_years(view: View, kind: Kind) -> pd.DataFrame:
    """Give the rows of the pins of a kind for the indicator of the view, year by year."""
    found: pd.DataFrame = keep(_over_years, years_key(view), kind)
    return found


def region_over_years(view: View) -> pd.DataFrame:
    """Give the region's own row of the heat map for the indicator of the view, year by year."""
    key = replace(years_key(view), pins=ALL)
    rows = heat(replace(of(HeatmapView, key), axis="years")).rows
    return rows[rows["row"].eq(-1)]


def _side(view: View, kind: Kind, base: str) -> Side:
    here = pinned(view, kind)
    found = of(HeatmapView, replace(view, pins=ALL))
    rows = _rows(found, here)
    of_base = next((pin for pin in here if str(pin) == base), here[0])
    limits = widened(rows, rules(view.region).confidence) if kind == "cohort" else rows
    return Side(here, of_base, rows, differences(limits, str(of_base)))


def _over_years(view: View, kind: Kind) -> pd.DataFrame:
    found = replace(of(HeatmapView, replace(view, pins=ALL)), axis="years")
    return _rows(found, pinned(view, kind))


def _rows(view: HeatmapView, here: tuple[Pin, ...]) -> pd.DataFrame:
    words = Words(view.language)
    parts = [
        _of_pin(view, pin).assign(pin=str(pin), name=pins.named(pin, words), place=place)
        for place, pin in enumerate(here)
    ]
    rows = pd.concat(parts, ignore_index=True)
    return rows.sort_values(["position", "column", "place"], ignore_index=True)[COLUMNS]


def _of_pin(view: HeatmapView, pin: Pin) -> pd.DataFrame:
    """Give the row of the heat map that is of a pin: its numbers beside what is written of them."""
    if pin.kind == "place":
        h = heat(view)
        rows, cells = (found[found["oktmo"].eq(pin.code)] for found in (h.rows, h.cells))
    else:
        h = heat(_chosen(view, pin))
        rows, cells = (found[found["row"].eq(-1)] for found in (h.rows, h.cells))
    said = cells.rename(columns={"column_title": "title"})[["column", "title", "text", "tooltip"]]
    found = rows.merge(said, on="column")
    if pin.kind == "cohort":
        return with_bands(found, _chosen(view, pin))
    if pin.kind == "school" and view.axis == "indicators":
        found = pd.concat([found, of_school(view, pin.code)], ignore_index=True)
    return found


def _chosen(view: HeatmapView, pin: Pin) -> HeatmapView:
    if pin.kind == "cohort":
        return replace(view, cohort=int(pin.code))
    return replace(view, picked=picked_of([pin.code]))
