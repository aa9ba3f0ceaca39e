"""Prepare the charts of municipalities: small multiples on one scale, and the funnel."""

from dataclasses import replace
from typing import Any

import pandas as pd

from components.base.choices import rules, setting
from components.base.i18n import Words
from components.base.load import keep
from components.base.records import records
from components.base.theme import palette
from components.charts import funnel, multiples, plot, sheet
from components.charts.cells import SYMBOLS as SHAPES
from components.dynamics import sentences, trend_sentences
from components.dynamics.choice import DynamicsView, results_key
from components.dynamics.groups import by_municipality, whole
from components.dynamics.numbers import numbers
from components.dynamics.trend_sentences import TrendCounts
from components.heatmap.cell_texts import SYMBOLS
from queries.methods.funnel import limits
from queries.methods.trend import Needs
from queries.methods.trend import trends as judge

COLUMNS, WIDTH, HEIGHT = 5, 560, 172
SIGNS = {word: SYMBOLS[word] for word in ("better", "worse", "same")} | {"unknown": "○"}


def series(view: DynamicsView) -> pd.DataFrame:
    """One row per municipality and year with its verdict; the share is NaN where hidden."""
    return keep(_series, replace(results_key(view), language=view.language))


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
        confidence=rules().confidence,
        slope=setting("trend_slope"),
        visible=setting("trend_visible"),
        changes=int(setting("trend_changes")),
        series=int(setting("trend_series")),
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
    rows, region = series(view), whole(view)
    ground = region[region["share"].notna()].assign(x=region["year"].astype(float))
    breaks = [float(year) for year in numbers(view).breaks]
    drawn = multiples.draw(
        rows, ground, breaks, highest(view), palette(theme), view.municipality, WIDTH, COLUMNS
    )
    return sheet.packed(drawn)


def points(view: DynamicsView) -> pd.DataFrame:
    """One row per municipality of the last year: its share, and where chance alone would put it."""
    return keep(_points, replace(results_key(view), language=view.language))


def _points(view: DynamicsView) -> pd.DataFrame:
    words, last = Words(view.language), numbers(view).last
    rows = by_municipality(view)
    rows = rows[rows["year"].eq(last) & rows["share"].notna()].reset_index(drop=True)
    region = whole(view).set_index("year").loc[last, "share"]
    rows = rows[:0] if region != region else rows
    inner, outer = levels()
    found = limits(rows["participants"].to_numpy(int), region / 100, (inner, outer))
    for level, name in ((inner, "inner"), (outer, "outer")):
        own = found[found["level"].eq(level)].drop_duplicates("participants")
        own = own.set_index("participants")[["low", "high"]].mul(100)
        ends = own.reindex(rows["participants"].astype(int)).to_numpy()
        rows[f"{name}_low"], rows[f"{name}_high"] = ends[:, 0], ends[:, 1]
    rows["place"] = [_place(row) for row in rows.to_dict("records")]
    rows["look"] = rows["place"].map({"worse": "worse", "better": "better"}).fillna("same")
    rows["sign"] = [SHAPES[SYMBOLS[look]] for look in rows["look"]]
    rows["tooltip"] = [
        f"{row['name']} · {row['year']}: {words.percent(row['share'])} · "
        f"{words('dynamics.results_count', n=row['participants'])} · "
        f"{words('dynamics.place_' + row['place'])}"
        for row in rows.to_dict("records")
    ]
    return rows


def funnel_spec(view: DynamicsView, theme: str) -> dict[str, Any]:
    """Draw the funnel of the last year; only of a region with two municipalities or more."""
    words, rows = Words(view.language), points(view)
    region = whole(view).set_index("year").loc[numbers(view).last, "share"]
    curves = limits(funnel.grid(rows["participants"]).astype(int), region / 100, levels())
    looks = dict(zip(levels(), ("interval", "outer"), strict=True))
    shown = curves.assign(
        name=[
            words("dynamics.limit", level=words.percent(100 * level, 1 if level > 0.99 else 0))
            for level in curves["level"]
        ],
        look=curves["level"].map(looks),
        low=100 * curves["low"],
        high=100 * curves["high"],
    )
    highest = max(rows["share"].max(), rows["outer_high"].max())
    drawn = funnel.draw(
        rows.assign(chosen=rows["oktmo"].eq(view.municipality)),
        shown,
        {"x": words("dynamics.results_in_year"), "centre": words("dynamics.region_share")},
        {share: words.percent(share, 0) for share in plot.ticks(float(highest), 4)},
        {size: words.number(size) for size in funnel.sizes(shown["participants"])},
        palette(theme),
        WIDTH,
        HEIGHT,
    )
    return sheet.packed(drawn)


def levels() -> tuple[float, float]:
    """Give the inner and the outer level of the funnel, 0–1."""
    return rules().confidence, setting("funnel_outer") / 100


def _place(row: dict) -> str:
    """Say where a share lies: beyond the outer limits, between both, or inside."""
    if row["share"] > row["outer_high"]:
        return "worse"
    if row["share"] < row["outer_low"]:
        return "better"
    return "inside" if row["inner_low"] <= row["share"] <= row["inner_high"] else "between"


def funnel_finding(view: DynamicsView, words: Words) -> str:
    """Say how many municipalities chance alone does not explain."""
    rows = points(view)
    worse, better = (int(rows["place"].eq(place).sum()) for place in ("worse", "better"))
    expected = len(rows) * (1 - levels()[1])
    return sentences.beyond_limits(worse, better, len(rows), expected, words)
