"""Know what the heat map alone asks for, and what of it the numbers and figures depend on."""

from dataclasses import dataclass, replace
from typing import Literal

from queries.view import View

Axis = Literal["indicators", "years"]
Display = Literal["matrix", "map", "cells", "table"]
Order = Literal["affected", "name", "indicator"]


@dataclass(frozen=True)
class HeatmapView(View):
    """What the columns are, how the map is drawn, and in which order its municipalities stand."""

    axis: Axis = "indicators"
    display: Display = "matrix"
    order: Order = "affected"


def finding_key(view: HeatmapView) -> HeatmapView:
    """Keep what the finding and the legend depend on: not which municipality is open."""
    return HeatmapView(
        region=view.region,
        year=view.year,
        first_year=view.first_year,
        cohort=view.cohort,
        indicator=view.indicator,
        schools=view.schools,
        picked=view.picked,
        group=view.group,
        group_name=view.group_name,
        places=view.places,
        axis=view.axis,
        order=view.order,
        language=view.language,
    )


def numbers_key(view: HeatmapView) -> HeatmapView:
    """Keep what the numbers depend on: beside all indicators it does not matter which is named."""
    key = finding_key(view)
    if key.axis == "years":
        return key
    key = replace(key, first_year=key.year)
    return key if key.order == "indicator" else replace(key, indicator=View.indicator)


def figures_key(view: HeatmapView) -> HeatmapView:
    """Keep what matrix and table depend on: the numbers, and the municipality that is open."""
    return replace(numbers_key(view), municipality=view.municipality)
