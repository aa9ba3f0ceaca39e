"""Prepare the charts of the upper half of the page: the road to the target and the gaps."""

import datetime as dt
from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import burnup, plot, sheet, stacks
from components.mentoring import rows
from components.mentoring.choice import MentoringView
from components.mentoring.numbers import Numbers, numbers
from queries.methods.pace import wanted

ROAD_WIDTH, ROAD_HEIGHT = 640, 206
GAPS_WIDTH, GAPS_HEIGHT, GAPS = 326, 158, 6
"""The gaps stand beside the road within 1280 px."""

TICK_MONTHS = 3


def road_spec(view: MentoringView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw covered schools by month against the target, and where the pace leads."""
    n, words = numbers(view), Words(view.language)
    months = rows.months(view)
    drawn = pd.DataFrame(
        {
            "x": [_place(day.date(), n) for day in n.monthly.index],
            "covered": months["covered"],
            "tooltip": [
                words("mentoring.month_tooltip", month=month, covered=covered, of=n.listed)
                for month, covered in zip(months["month"], months["covered"], strict=True)
            ],
        }
    )
    made = burnup.draw(
        drawn, _road(n, words), palette(theme), figure(ROAD_WIDTH, room), ROAD_HEIGHT
    )
    return sheet.packed(made)


def _place(day: dt.date, n: Numbers) -> float:
    """Count months from the first one shown; a day within a month is a part of it."""
    first = n.monthly.index[0]
    whole = 12 * (day.year - first.year) + day.month - first.month
    month = pd.Period(day, "M")
    return whole + (0 if day == month.end_time.date() else day.day / month.days_in_month - 1)


def _road(n: Numbers, words: Words) -> burnup.Road:
    schools = wanted(n.aim, n.listed)
    place, found = _place(n.day, n), n.pace
    ends = (found.expected, found.earliest, found.latest) if found else (None, None, None)
    expected, earliest, latest = (_place(day, n) if day else None for day in ends)
    return burnup.Road(
        schools=schools,
        target_x=_place(n.due_day, n),
        target_word=words("mentoring.target_line", n=schools),
        ticks=_ticks(n, words),
        shares=_shares(schools, words),
        today_x=place,
        today_word=words("mentoring.covered_now", n=n.covered),
        expected_x=expected,
        earliest_x=earliest,
        latest_x=latest,
        expected_word=words.month(ends[0]) if ends[0] else "",
    )


def _ticks(n: Numbers, words: Words) -> tuple[tuple[float, str], ...]:
    """Name each third month from the first one to the target or well beyond the day."""
    first = pd.Period(n.monthly.index[0], "M")
    last = max(pd.Period(n.due_day, "M"), pd.Period(n.day, "M") + TICK_MONTHS)
    every = pd.period_range(first, last, freq="M")
    named = [month for month in every if month.month % TICK_MONTHS == 0]
    return tuple(
        (_place(month.end_time.date(), n), month.end_time.strftime(words("mentoring.tick")))
        for month in named
    )


def _shares(schools: int, words: Words) -> tuple[tuple[float, str], ...]:
    """Name the ticks of schools; a school is whole, so a tick at two and a half is none."""
    return tuple(
        (value, words.number(value))
        for value in plot.ticks(schools, 4)
        if value <= schools and float(value).is_integer()
    )


def gaps(view: MentoringView) -> pd.DataFrame:
    """The municipalities with most schools not covered, as many as the chart has room for."""
    words, found = Words(view.language), rows.places(view)
    found = found[found["uncovered"].gt(0)].head(GAPS)
    texts = [
        words("cell.of", part=words.number(row.covered), total=words.number(row.schools))
        for row in found.itertuples()
    ]
    return pd.DataFrame(
        {
            "name": found["municipality"],
            "oktmo": found["oktmo"],
            "covered": found["covered"],
            "not_entitled": found["not_entitled"],
            "uncovered": found["uncovered"] - found["not_entitled"],
            "text": texts,
            "tooltip": [
                words("mentoring.gap_tooltip", name=name, said=said)
                for name, said in zip(found["municipality"], texts, strict=True)
            ],
        }
    )


def gaps_spec(view: MentoringView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw the municipalities with most schools not covered."""
    return sheet.packed(
        stacks.draw(gaps(view), palette(theme), figure(GAPS_WIDTH, room), GAPS_HEIGHT)
    )
