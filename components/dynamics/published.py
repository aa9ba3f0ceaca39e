"""Follow a published indicator: the municipalities of a region over the years, and the region.

What is not counted of schools has no cohorts. Municipalities stand as they were published; the
region has a line only where there are counts to add up.
"""

from dataclasses import dataclass

import pandas as pd

from components.base.choices import indicator, names, region_name
from components.base.i18n import Words
from components.base.load import keep, load
from components.dynamics.choice import DynamicsView
from components.heatmap import cell_texts
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from data.indicators import PUBLISHED
from queries import lookups
from queries.view import ALL

REGION_ROW = -1
"""The row of the heat map that is the region's own."""


@dataclass(frozen=True)
class Followed:
    """A published indicator by place and year, and whose line is in colour."""

    rows: pd.DataFrame
    """One row per place and year with a number, as the heat map compares them."""
    whose: str
    """ОКТМО of the municipality in colour, or the region's code; empty: no line is."""
    name: str


def is_published(code: str) -> bool:
    """Tell whether an indicator stands as it was published, and is not counted of schools."""
    return bool(indicator(code)["kind"] in PUBLISHED)


def known(region: str) -> tuple[str, ...]:
    """List the published indicators that a region has any number of."""
    return keep(_known).get(region, ())


def followed(view: DynamicsView) -> Followed:
    """Give what a view follows: the municipality chosen, else the region if it adds up."""
    rows = all_rows(view)
    rows = rows[rows["state"].isin(("counted", "value"))]
    region = rows["row"].eq(REGION_ROW).any()
    chosen = view.municipality if view.municipality in set(rows["oktmo"]) else ALL
    whose = chosen or (view.region if region else ALL)
    return Followed(rows, whose, _name(view, whose))


def all_rows(view: DynamicsView) -> pd.DataFrame:
    """One row per place and year of the view's indicator, those without a number too."""
    return heat(as_heat(view)).rows


def as_heat(view: DynamicsView) -> HeatmapView:
    """Ask the heat map for the years of the view's indicator, of all schools."""
    return HeatmapView(
        region=view.region,
        year=view.year,
        first_year=view.first_year,
        indicator=view.indicator,
        axis="years",
        order="name",
        language=view.language,
    )


def headline(view: DynamicsView) -> str:
    """Say the last number of the line in colour; without one, of how many places there are any."""
    words, found = Words(view.language), followed(view)
    what = words.pick(indicator(view.indicator), "short")
    if not found.whose:
        last = found.rows[found.rows["year"].eq(found.rows["year"].max())]
        return words(
            "dynamics.published_places", n=last["oktmo"].nunique(), what=what, year=_last(last)
        )
    own = found.rows[found.rows["oktmo"].eq(found.whose)].sort_values("year")
    last = own.tail(1)
    said = number(last.to_dict("records")[0], words)
    return words("dynamics.published_now", name=found.name, what=what, now=said, year=_last(last))


def number(row: dict, words: Words) -> str:
    """Write one number of a place: its count and per cent, or its value in its unit."""
    said = cell_texts.text(row, words)
    return f"{said} ({words.percent(row['share'])})" if row["state"] == "counted" else said


def _last(rows: pd.DataFrame) -> int:
    return int(rows["year"].max())


def _name(view: DynamicsView, whose: str) -> str:
    words = Words(view.language)
    if whose == view.region:
        return region_name(whose, words)
    return names(view.language)["municipality"][whose] if whose else ""


def _known() -> dict[str, tuple[str, ...]]:
    found = load(lookups.published)
    return {str(region): tuple(part["indicator"]) for region, part in found.groupby("region")}
