"""Prepare the charts of a cohort's change: three numbers, parts by schools, comparison group."""

from dataclasses import replace
from typing import Any

import pandas as pd

from components.base.choices import rules, setting
from components.base.i18n import Words
from components.base.list_rule import as_set
from components.base.load import keep, load, of_all
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import bars, sheet, waterfall
from components.charts.cells import SYMBOLS as SHAPES
from components.dynamics import sentences
from components.dynamics.choice import DynamicsView, numbers_key, results_key
from components.dynamics.numbers import numbers
from components.dynamics.project import changed
from components.heatmap.cell_texts import SYMBOLS
from queries import cohorts
from queries.methods.comparison_group import Difference, difference_in_differences
from queries.methods.identification import decisive, sat
from queries.methods.refusal import Refusal

WIDTH, HEIGHT = 300, 134
PART_WIDTH, PART_HEIGHT = 560, 170
NONE = float("nan")
PARTS = {"stayed": "stayed_in", "entered": "entered", "left": "left"}


def three(view: DynamicsView) -> pd.DataFrame:
    """One row per number of the cohort's change: observed, expected without the project, net."""
    words, found = Words(view.language), numbers(view).change
    if isinstance(found, Refusal):
        return pd.DataFrame()
    amounts = {"observed": found.observed, "expected": found.expected, "net_short": found.net}
    look = "not_compared" if found.withheld else _look(found.low, found.high)
    looks = {"observed": "main", "expected": "expected", "net_short": look}
    rows = [
        _amount(words(f"dynamics.{name}"), amount, looks[name], words)
        | {"low": NONE, "high": NONE, "name": name}
        for name, amount in amounts.items()
    ]
    rows[-1] |= _limited(rows[-1], found.low, found.high, look, words)
    return pd.DataFrame(rows)


def at_entry(view: DynamicsView) -> pd.DataFrame:
    """One row: what the cohort had beyond its expectation in the year of entry; of a net alone."""
    words, found = Words(view.language), numbers(view).change
    if isinstance(found, Refusal):
        return pd.DataFrame()
    entry = found.entry
    label = words("dynamics.entry_short", year=entry.year)
    limits = {"low": entry.low, "high": entry.high, "name": "at_entry"}
    return pd.DataFrame([{"label": label, "value": entry.amount} | limits])


def three_spec(view: DynamicsView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw the three numbers; only of a view that has them."""
    return sheet.packed(bars.draw(three(view), palette(theme), figure(WIDTH, room), HEIGHT))


def compared(view: DynamicsView) -> Difference | Refusal:
    """Compare the cohort with schools just on the other side of the threshold."""
    return of_all(keep, _compared, numbers_key(view))


def _compared(view: DynamicsView) -> Difference | Refusal:
    n = numbers(view)
    if n.base is None or n.last <= n.cohort:
        return n.change if isinstance(n.change, Refusal) else Refusal("no_baseline")
    if isinstance(n.change, Refusal) and n.change.reason == "suppressed":
        return n.change
    works = load(cohorts.works, replace(results_key(view), year=n.base)).assign(year=n.base)
    rule = replace(as_set(view.region), years=1)
    return difference_in_differences(
        n.results,
        decisive(sat(works, n.base, rule), rule),
        n.cohort,
        n.base,
        [year for year in n.years if year < n.cohort],
        [year for year in n.years if year > n.cohort],
        setting("threshold_share", view.region) / 100,
        setting("comparison_bandwidth", view.region) / 100,
        rules(view.region).minimum_group,
        rules(view.region).confidence,
        int(setting("comparison_schools", view.region)),
    )


def difference(view: DynamicsView) -> pd.DataFrame:
    """One row per number of the comparison: the difference before, the effect after."""
    words, found = Words(view.language), compared(view)
    if isinstance(found, Refusal):
        return pd.DataFrame()
    look = _look(found.low, found.high)
    amounts = {
        "pre_trend": (found.pre_trend, found.pre_low, found.pre_high, "same", "alike"),
        "effect": (found.effect, found.low, found.high, look, look),
    }
    rows = []
    for name, (amount, low, high, look, verdict) in amounts.items():
        if amount == amount:
            row = _amount(words(f"dynamics.{name}"), amount, look, words) | {"name": name}
            rows.append(row | _limited(row, low, high, verdict, words))
    return pd.DataFrame(rows)


def difference_spec(view: DynamicsView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw the comparison; only of a view that has it."""
    return sheet.packed(bars.draw(difference(view), palette(theme), figure(PART_WIDTH, room), 130))


def parts(view: DynamicsView) -> pd.DataFrame:
    """One row per bar: the share before, each part of the change, the share after.

    Where they may not be shown their values are NaN; schools are counted all the same.
    """
    words, found = Words(view.language), changed(view)
    if isinstance(found, Refusal):
        return pd.DataFrame()
    years = {"before": str(found.first), "after": str(found.last)}
    made = [
        {
            "name": row["part"],
            "label": years.get(row["part"]) or words(f"dynamics.{PARTS[row['part']]}"),
            "note": words("unit.schools", n=row["schools"]),
            "schools": row["schools"],
            "value": row["contribution"],
            "total": row["part"] in years,
            "look": "other" if row["part"] in years else "main",
            "text": _part(row["contribution"], row["part"] in years, words),
        }
        for row in found.rows.to_dict("records")
    ]
    for row in made:
        row["tooltip"] = f"{row['label']}: {row['text']} · {row['note']}"
    return pd.DataFrame(made)


def parts_spec(view: DynamicsView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw the waterfall; only of a view whose parts may be shown."""
    drawn = waterfall.draw(parts(view), palette(theme), figure(PART_WIDTH, room), PART_HEIGHT)
    return sheet.packed(drawn)


def _look(low: float, high: float) -> str:
    return {"unproven": "same"}.get(sentences.effect(low, high), sentences.effect(low, high))


def _amount(label: str, amount: float, look: str, words: Words) -> dict[str, Any]:
    text = sentences.points(amount, words)
    row = {"label": label, "value": amount, "look": look, "sign": "", "verdict": "", "text": text}
    return row | {"tooltip": f"{label}: {text}"}


def _limited(
    row: dict[str, Any], low: float, high: float, verdict: str, words: Words
) -> dict[str, Any]:
    """Give a bar its interval, and its verdict in words with their sign."""
    ends = sentences.interval(low, high, words)
    sign = SHAPES[SYMBOLS[row["look"]]]
    told = words(f"dynamics.verdict_{verdict}")
    tooltip = f"{row['tooltip']} ({ends}): {told}"
    return {"low": low, "high": high, "sign": sign, "verdict": told, "tooltip": tooltip}


def _part(amount: float, total: bool, words: Words) -> str:
    if amount != amount:
        return words("state.suppressed")
    if total:
        return words.percent(amount)
    plus = "+" if amount >= sentences.SMALLEST else ""
    return plus + sentences.points(amount, words)
