"""Count and draw how much is due from each responsible party in each month of the year."""

import datetime as dt
from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import months, sheet
from components.roadmaps.choice import RoadmapsView
from components.roadmaps.numbers import numbers
from components.roadmaps.plan_chart import month_names
from components.shell.tables import Columns

WIDTH, LEAST = 1000, 560
"""Its width on a laptop, and under which its months have no room for their numbers, px."""
MONTHS = tuple(str(month) for month in range(1, 13))
COLUMNS: Columns = (
    ("name", "text"),
    *((month, "integer") for month in MONTHS),
    ("total", "integer"),
)


def rows(view: RoadmapsView) -> pd.DataFrame:
    """One row per responsible party: measures due in each month (`1` to `12`), and their total.

    A measure due twice in a year counts twice; one of two parties stands with both.
    """
    n = numbers(view)
    pairs = [
        (party, day.month)
        for measure, named in zip(n.measures["measure_id"], n.measures["parties"], strict=True)
        for party in named
        for day in n.occasions.loc[n.occasions["measure_id"].eq(measure), "due"]
    ]
    found = pd.DataFrame(pairs, columns=["name", "month"]).assign(total=1)
    for month in MONTHS:
        found[month] = found["month"].eq(int(month)).astype(int)
    made = found.groupby("name", as_index=False)[[*MONTHS, "total"]].sum()
    return made.sort_values(["total", "name"], ascending=[False, True], ignore_index=True)


def finding(view: RoadmapsView, words: Words) -> str | None:
    """Name the month with most due dates of the year; nothing where months tie for it.

    Each due date counts once here, whoever answers for it.
    """
    counts = numbers(view).occasions["due"].map(lambda day: day.month).value_counts()
    most = counts[counts.eq(counts.max())]
    if len(most) != 1 or len(counts) < 2:
        return None
    month = words.month(dt.date(view.year, int(most.index[0]), 1))
    part, total = words.number(int(most.iloc[0])), words.number(int(counts.sum()))
    return words("roadmaps.workload_peak", month=month, part=part, total=total)


def spec(view: RoadmapsView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw the months of each party."""
    words, found = Words(view.language), rows(view)
    names = month_names(words)
    shown = pd.DataFrame(
        {
            "id": found["name"],
            "name": found["name"],
            "total": [words.number(total) for total in found["total"]],
        }
    )
    cells = [
        {"id": row["name"], "month": int(month), "amount": int(row[month])}
        | {"tooltip": f"{row['name']}\n{_due_in(row[month], names[int(month) - 1], words)}"}
        for row in found.to_dict("records")
        for month in MONTHS
        if row[month]
    ]
    drawn = pd.DataFrame(cells, columns=["id", "month", "amount", "tooltip"])
    heads = words("roadmaps.total_word")
    return sheet.packed(
        months.draw(shown, drawn, names, heads, palette(theme), figure(WIDTH, room))
    )


def _due_in(amount: int, month: str, words: Words) -> str:
    return words("roadmaps.due_in_month", n=int(amount), month=month)
