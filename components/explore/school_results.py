"""Give what the card of a school says of its results, as rows beside those of the heat map."""

import pandas as pd

from components.base.i18n import Words
from components.base.pupils import seen
from components.school.facts import facts
from queries.view import View

AFTER = 1000
"""Behind every indicator of the heat map."""


def of_school(view: View, code: str) -> pd.DataFrame:
    """One row per procedure: the school's latest results by the year of the view.

    Only for who sees the results of single schools. Share and Wilson's interval are those of the
    card: of the school's own pupils, by as many of them as sat.
    """
    if seen() != "all":
        return pd.DataFrame()
    words = Words(view.language)
    latest = {row["procedure"]: row for row in _until(view, code)}
    return pd.DataFrame(
        [
            {
                "column": f"results_{procedure}",
                "title": words("side.results", procedure=words(f"procedure.{procedure}")),
                "position": AFTER + place,
                "kind": "pupil_rate",
                "unit": "%",
                "direction": "lower",
                "state": "counted",
                "numerator": row["below"],
                "denominator": row["participants"],
                **{name: 100 * row[name] for name in ("share", "low", "high")},
                "text": _text(row, words),
                "tooltip": _said(row, words),
            }
            for place, (procedure, row) in enumerate(sorted(latest.items()))
        ]
    )


def _until(view: View, code: str) -> list[dict]:
    """Give the results of a school up to the year of the view, the latest of each last."""
    rows = [row for row in facts(view).results.get(code, []) if row["year"] <= view.year]
    return sorted(rows, key=lambda row: row["year"])


def _text(row: dict, words: Words) -> str:
    return f"{words.percent(100 * row['share'])} ({row['year']})"


def _said(row: dict, words: Words) -> str:
    low, high = words.number(100 * row["low"], 1), words.percent(100 * row["high"])
    return f"{_text(row, words)} ({words('cell.interval', low=low, high=high)})"
