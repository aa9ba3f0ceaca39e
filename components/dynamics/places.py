"""Prepare the chart of municipalities over the years: small multiples on one scale."""

from dataclasses import replace
from typing import Any

import pandas as pd

from components.base.choices import rules, setting
from components.base.i18n import Words
from components.base.load import keep
from components.base.records import records
from components.base.theme import palette
from components.charts import multiples, plot, sheet
from components.charts.cells import SYMBOLS as SHAPES
from components.dynamics import trend_sentences
from components.dynamics.choice import DynamicsView, places_key
from components.dynamics.groups import beside, by_municipality, whole
from components.dynamics.numbers import numbers
from components.dynamics.trend_sentences import TrendCounts
from components.heatmap.cell_texts import SYMBOLS
from queries.methods.trend import Needs
from queries.methods.trend import trends as judge
from queries.view import ALL

COLUMNS, WIDTH, HEIGHT = 5, 560, 172
SIGNS = {word: SYMBOLS[word] for word in ("better", "worse", "same")} | {"unknown": "○"}


def series(view: DynamicsView) -> pd.DataFrame:
    """One row per municipality and year with its verdict; the share is NaN where hidden."""
    return keep(_series, places_key(replace(view, group=ALL, group_name=ALL)))


def _series(view: DynamicsView) -> pd.DataFrame:
    words, rows = Words(view.language), by_municipality(view).copy()
    rows = rows.merge(trends(rows, "oktmo", view), "left", "oktmo")
    rows["sign"] = [SHAPES[SIGNS[word]] for word in rows["word"]]
    rows["look"] = rows["word"].replace("unknown", "not_compared")
    rows["x"] = rows["year"].astype(float)
    rows["touched_said"] = [words("dynamics.touched", n=schools) for schools in rows["touched"]]
    rows["said"] = [
        words.percent(share) if share == share else words("state.suppressed")
        for share in rows["share"]
    ]
    rows["note"] = rows.groupby("oktmo")["said"].transform("last")
    last = numbers(view).last
    rows["trend"] = [trend_sentences.verdict(row, last, words) for row in records(rows)]
    rows["tooltip"] = [_said(row, words) for row in records(rows)]
    return rows


def _said(row: dict, words: Words) -> str:
    """Say one point in full, with the verdict of its municipality."""
    return f"{row['name']} · {row['year']}: {row['said']} · {row['touched_said']} · {row['trend']}"


def trends(rows: pd.DataFrame, group: str, view: DynamicsView) -> pd.DataFrame:
    """Judge how each group's yearly results go against the rest of the region."""
    needs = Needs(
        confidence=rules(view.region).confidence,
        slope=setting("trend_slope", view.region),
        visible=setting("trend_visible", view.region),
        changes=int(setting("trend_changes", view.region)),
        series=int(setting("trend_series", view.region)),
    )
    return judge(rows, group, whole(view), numbers(view).breaks, needs)


def trend_counts(view: DynamicsView) -> TrendCounts:
    """Count the verdicts on municipalities."""
    return trend_sentences.counted(series(view).drop_duplicates("oktmo"))


def highest(view: DynamicsView) -> float:
    """Give the top of the one scale of all small charts, per cent; 100 if every share is hidden."""
    shown = by_municipality(view)["share"].dropna()
    return plot.ticks(float(shown.max()) if len(shown) else 100.0, 2)[-1]


def multiples_spec(view: DynamicsView, theme: str) -> dict[str, Any]:
    """Draw the municipalities in the order of the schools touched."""
    rows, region = series(view), beside(view)
    ground = region[region["share"].notna()].assign(x=region["year"].astype(float))
    breaks = [float(year) for year in numbers(view).breaks]
    drawn = multiples.draw(
        rows, ground, breaks, highest(view), palette(theme), view.municipality, WIDTH, COLUMNS
    )
    return sheet.packed(drawn)
