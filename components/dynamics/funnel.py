"""Prepare the funnel: municipalities of the last year, judged as on the heat map."""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from components.base.choices import indicator, rules
from components.base.i18n import Words
from components.base.load import keep, load
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import funnel as chart
from components.charts import plot, sheet
from components.charts.cells import SYMBOLS as SHAPES
from components.dynamics.choice import DynamicsView, results_key
from components.dynamics.groups import by_municipality, whole
from components.dynamics.numbers import numbers
from components.dynamics.places import HEIGHT, WIDTH
from components.heatmap.cell_texts import SYMBOLS, direction
from components.heatmap.finding import beyond_chance
from queries import cohorts
from queries.methods.comparison import judged, verdicts
from queries.methods.funnel import limits


def points(view: DynamicsView) -> pd.DataFrame:
    """One row per municipality of the last year that is shown and compared: share and verdict.

    `independent` results stand behind its difference from the rest; shares are in per cent.
    """
    return keep(_points, replace(results_key(view), language=view.language))


def _points(view: DynamicsView) -> pd.DataFrame:
    words = Words(view.language)
    rows = by_municipality(view).merge(_judged(view), on=["oktmo", "year"])
    rows = rows[rows["share"].notna() & rows["verdict"].ne("not_compared")]
    rows = rows[: 0 if np.isnan(_region(view)) else None].reset_index(drop=True)
    ends = limits(
        rows["independent"].to_numpy(float), _region(view) / 100, rules(view.region).confidence
    )
    rows["limit_low"], rows["limit_high"] = (100 * end for end in ends)
    rows["look"] = rows["verdict"]
    rows["sign"] = [SHAPES[SYMBOLS[look]] for look in rows["look"]]
    rows["place"] = [words(f"legend.{verdict}") for verdict in rows["verdict"]]
    rows["tooltip"] = [
        f"{row['name']} · {row['year']}: {words.percent(row['share'])} · "
        f"{words('dynamics.results_count', n=row['participants'])} · "
        f"{words(f'verdict.{direction(row)}')}"
        for row in rows.to_dict("records")
    ]
    return rows


def _judged(view: DynamicsView) -> pd.DataFrame:
    """One row per municipality of the last year, hidden ones too: independent results, verdict."""
    last = numbers(view).last
    rows = load(cohorts.of_municipalities, view).merge(load(cohorts.spread, view), on="year")
    rows = rows[rows["year"].eq(last)].rename(
        columns={"below": "numerator", "participants": "denominator"}
    )
    rows = rows.assign(column=rows["year"], direction=indicator(view.indicator)["direction"])
    found = judged(rows, np.full(len(rows), True), rules(view.region).confidence)
    verdict = verdicts(found.outside, rows["direction"])
    told = rows[["oktmo", "year", "direction"]]
    return told.assign(independent=found.against, verdict=verdict)


def _region(view: DynamicsView) -> float:
    """Give the share of the whole region in the last year, in per cent; NaN where hidden."""
    return float(whole(view).set_index("year").loc[numbers(view).last, "share"])


def spec(view: DynamicsView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw the funnel of the last year; only of a region with two compared municipalities."""
    words, rows, confidence = Words(view.language), points(view), rules(view.region).confidence
    region, sizes = _region(view), chart.grid(rows["independent"])
    low, high = limits(sizes, region / 100, confidence)
    ends = {"low": 100 * low, "middle": region, "high": 100 * high}
    curves = pd.DataFrame({"results": sizes, **ends})
    highest = max(rows["share"].max(), rows["limit_high"].max())
    named = {
        "x": words("dynamics.independent_results"),
        "centre": words("dynamics.region_share"),
        "limit": words("dynamics.limit", level=words.percent(100 * confidence, 0)),
    }
    drawn = chart.draw(
        rows.assign(chosen=rows["oktmo"].eq(view.municipality)),
        curves,
        named,
        {share: words.percent(share, 0) for share in plot.ticks(float(highest), 4)},
        {size: words.number(size) for size in chart.sizes(curves["results"])},
        palette(theme),
        figure(WIDTH, room),
        HEIGHT,
    )
    return sheet.packed(drawn)


def finding(view: DynamicsView, words: Words) -> str:
    """Say what the heat map says of the same numbers; or why nothing can be compared."""
    found = beyond_chance(points(view), 1 - rules(view.region).confidence, words)
    return found or words("dynamics.funnel_few")
