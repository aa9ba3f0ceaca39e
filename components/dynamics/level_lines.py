"""Say and draw how the cohorts stand of a full count or a mean score, year by year."""

from dataclasses import replace
from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import lines as chart
from components.charts import sheet
from components.dynamics import level_sentences, lines
from components.dynamics.choice import DynamicsView
from components.dynamics.groups import beside_each_other
from components.dynamics.levels import COUNTED, Level, change, kind, level, own


def said(view: DynamicsView) -> tuple[str, str]:
    """Say how the cohort in colour stands, in a headline and the line below it.

    Without a cohort it is of the schools never in the project.
    """
    words, found = Words(view.language), level(view)
    whose = lines.group(found.cohort, words)
    if kind(view) == "counts":
        now, before = (_count(own(found), year) for year in (found.last, found.last - 1))
        headline = level_sentences.counted(whose, COUNTED[view.indicator], now, words)
        return headline, level_sentences.before(before if now else None, words)
    if not found.cohort:
        return words("dynamics.no_cohorts"), words("dynamics.no_net")
    amount, years = change(found)
    headline = level_sentences.mean_changed(whose, amount, years, words)
    return headline, level_sentences.mean_told(amount, words)


def spec(view: DynamicsView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw the cohort in colour, the others grey, the region's other schools dashed."""
    found, words = level(view), Words(view.language)
    shown = rows(view, found, words)
    if shown.empty and view.since == "entry":  # nobody entered: the calendar is all there is
        return spec(replace(view, since="calendar"), theme, room)
    axis = lines.along(view, found, shown, _ticks(view, shown, words), words)
    return sheet.packed(
        chart.draw(shown, axis, palette(theme), figure(lines.WIDTH, room), lines.HEIGHT)
    )


def rows(view: DynamicsView, found: Level, words: Words) -> pd.DataFrame:
    """One row per point: series, role, name, x, share, low, high, tooltip; hidden ones have none.

    A full count has no interval: nobody was drawn, and all were counted.
    """
    shown = beside_each_other(found.rows, view)
    shown = shown[shown["share"].notna()].copy()
    since_entry = view.since == "entry"
    if since_entry:
        shown = shown[shown["entry_year"].gt(0)]
    entries = shown["entry_year"]
    shown["role"] = [lines.role(entry, found.cohort) for entry in entries]
    shown["name"] = [lines.name(entry, found.cohort, words) for entry in entries]
    shown["series"] = entries.astype(str)
    shown["x"] = (shown["year"] - entries if since_entry else shown["year"]).astype(float)
    shown[["low", "high"]] = float("nan")
    shown["tooltip"] = [_said(row, kind(view), words) for row in shown.to_dict("records")]
    return shown


def _ticks(view: DynamicsView, shown: pd.DataFrame, words: Words) -> dict[float, str]:
    """Give the upright ticks: per cents from 0, or points around the means."""
    if kind(view) == "counts":
        return {share: words.percent(share, 0) for share in chart.top(shown)}
    ticks = chart.around(shown)
    digits = 0 if all(tick == int(tick) for tick in ticks) else 1
    return {tick: words.number(tick, digits) for tick in ticks}


def _said(row: dict, of: str, words: Words) -> str:
    """Say one point in full: its count, or its mean and how many results that is of."""
    schools = words("unit.schools", n=row["schools"])
    if of == "counts":
        part, total = (words.number(row[name]) for name in ("numerator", "denominator"))
        amount = f"{words('cell.of', part=part, total=total)} ({words.percent(row['share'])})"
    else:
        results = words("dynamics.results_count", n=row["participants"])
        amount = f"{level_sentences.points(row['share'], words)} · {results}"
    return f"{lines.group(row['entry_year'], words)} · {row['year']}: {amount} · {schools}"


def _count(mine: pd.DataFrame, year: int) -> tuple[int, int, int] | None:
    if year not in mine.index:
        return None
    return year, int(mine.loc[year, "numerator"]), int(mine.loc[year, "denominator"])
