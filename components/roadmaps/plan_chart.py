"""Prepare the plan of the year: a row per measure, its windows, its due dates and their states."""

import calendar
import datetime as dt
from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import gantt, sheet
from components.roadmaps import rows
from components.roadmaps.choice import RoadmapsView
from components.roadmaps.numbers import Numbers, numbers
from components.roadmaps.offer import map_drawn

WIDTH, LEAST = 716, 540
"""Its width on a laptop, and under which its months have no room for their marks, px."""
DRAWN_DAYS = ("quarter", "three_quarters", "median")
"""Days of doing between which a line is drawn, and the day of its tick."""


def place(day: dt.date, year: int) -> float:
    """Count months of the year up to the end of a day, kept within the year."""
    if day.year != year:
        return 0.0 if day.year < year else 12.0
    return day.month - 1 + day.day / calendar.monthrange(day.year, day.month)[1]


def start_place(day: dt.date, year: int) -> float:
    """Count months of the year up to the beginning of a day, kept within the year."""
    return place(day - dt.timedelta(days=1), year)


def month_names(words: Words) -> tuple[str, ...]:
    """Name the months in short."""
    return tuple(words("roadmaps.months").split())


def spec(view: RoadmapsView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw the plan of the map that is drawn: windows, days of doing, and states of due dates."""
    words, n = Words(view.language), numbers(view)
    shown = n.measures[n.measures["road_map"].eq(map_drawn(view))]
    found = rows.occasions(view)
    found = found[found["measure_id"].isin(shown["measure_id"])]
    dated = found[found["due_date"].notna()]
    axis = gantt.Calendar(
        months=month_names(words),
        day_x=place(n.day, view.year),
        day_word=words("roadmaps.on_day", day=words.short_day(n.day)),
        total_word=words("roadmaps.done_word"),
    )
    spans = pd.concat([_plans(dated, n, shown, view), _facts(n, shown, view)], ignore_index=True)
    measures, marks = _measures(shown, found, n, words), _marks(dated, view, words)
    colours = palette(theme)
    return sheet.packed(
        gantt.draw(measures, spans, marks, axis, colours, figure(WIDTH, room), view.measure)
    )


def _measures(shown: pd.DataFrame, found: pd.DataFrame, n: Numbers, words: Words) -> pd.DataFrame:
    """One row per measure: its number and wording, and what schools did of what was due."""
    parts = dict(list(found.groupby("measure_id")))
    counted = n.by_measure.set_index("measure_id")
    done, due = (counted[key].to_dict() for key in ("done", "due"))
    made = []
    for row in shown.to_dict("records"):
        own, measure = parts[row["measure_id"]], row["measure_id"]
        none = own["state_said"].iloc[0] if own["due_date"].isna().all() else ""
        name = f"{row['measure_no']} {row['text_ru']}"
        lines = [name, row["deadline_as_written"], row["responsible"], none]
        made.append(
            {
                "id": measure,
                "name": name,
                "total": rows.of(done.get(measure, 0), due.get(measure, 0), words),
                "tooltip": "\n".join(line for line in lines if line),
            }
        )
    return pd.DataFrame(made, columns=["id", "name", "total", "tooltip"])


def _plans(
    dated: pd.DataFrame, n: Numbers, shown: pd.DataFrame, view: RoadmapsView
) -> pd.DataFrame:
    """One row per window of the year, those that are due after it included."""
    windows = [(row.measure_id, row.start, row.due_date) for row in dated.itertuples()]
    beyond = n.ahead[n.ahead["measure_id"].isin(shown["measure_id"])]
    windows += [(row.measure_id, row.start, row.due) for row in beyond.itertuples()]
    spans = [
        ("plan", measure, start_place(start, view.year), place(due, view.year))
        for measure, start, due in windows
    ]
    return pd.DataFrame(spans, columns=["kind", "id", "x", "x2"]).assign(middle=float("nan"))


def _facts(n: Numbers, shown: pd.DataFrame, view: RoadmapsView) -> pd.DataFrame:
    """One row per due date that any school did by the day: the middle half of their days.

    From the first to the last day, a single late mark would draw a line over the whole year.
    """
    done = n.occasions[n.occasions["done"].gt(0)]
    done = done[done["measure_id"].isin(shown["measure_id"])]
    spans = [
        ("fact", row["measure_id"], *(place(row[name], view.year) for name in DRAWN_DAYS))
        for row in done.to_dict("records")
    ]
    return pd.DataFrame(spans, columns=["kind", "id", "x", "x2", "middle"])


def _marks(dated: pd.DataFrame, view: RoadmapsView, words: Words) -> pd.DataFrame:
    """One row per due date: its state, and how many schools are late."""
    made = [
        {
            "id": row["measure_id"],
            "state": row["state"],
            "x": place(row["due_date"], view.year),
            "count": words.number(row["late"]) if rows.amount(row["late"]) else "",
            "tooltip": _tooltip(row, words),
        }
        for row in dated.to_dict("records")
    ]
    return pd.DataFrame(made, columns=["id", "state", "x", "count", "tooltip"])


def _tooltip(row: dict, words: Words) -> str:
    lines = [
        f"{row['measure_no']} · {words('roadmaps.due_by', day=words.short_day(row['due_date']))}",
        row["state_said"],
    ]
    if row["marked"]:
        lines.append(words("roadmaps.done_by_schools", n=int(row["marked"]), of=row["done_of"]))
    if rows.amount(row["done"]):
        lines.append(_days(row, words))
    if late := rows.amount(row["late"]):
        lines.append(words("roadmaps.late_count", n=late))
    if unproved := rows.amount(row["unproved"]):
        lines.append(words("roadmaps.unproved_count", n=unproved))
    if silent := int(row["schools"] - row["marked"]):
        lines.append(words("roadmaps.silent_schools", n=silent))
    return "\n".join(lines)


def _days(row: dict, words: Words) -> str:
    """Say on which days schools did what was due: all of them, and the middle half."""
    return words(
        "roadmaps.done_between",
        first=words.short_day(row["first"]),
        last=words.short_day(row["last"]),
        quarter=words.short_day(row["quarter"]),
        median=words.short_day(row["median"]),
        three_quarters=words.short_day(row["three_quarters"]),
    )
