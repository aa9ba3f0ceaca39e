"""Prepare the charts of the page: the road to the target, the gaps, and the network."""

import datetime as dt
from typing import Any

import pandas as pd

from components.charts import arcs, burnup, crossing, plot, sheet, stacks
from components.choices import target
from components.i18n import Words
from components.mentoring import rows
from components.mentoring.numbers import INDICATOR, Numbers, mentors, numbers, target_day
from components.theme import palette
from queries.methods import coverage
from queries.view import View

ROAD_WIDTH, ROAD_HEIGHT = 640, 236
GAPS_WIDTH, GAPS_HEIGHT, GAPS = 400, 208, 8
ARCS_WIDTH = 640
TICK_MONTHS = 3


def road_spec(view: View, theme: str) -> dict[str, Any]:
    """Draw covered schools by month against the target, and where the pace leads."""
    n, words = numbers(view), Words(view.language)
    months = rows.months(view)
    drawn = pd.DataFrame(
        {
            "x": [_place(day.date(), n) for day in n.monthly.index],
            "covered": months["covered"],
            "tooltip": [
                words("mentoring.month_tooltip", month=month, covered=covered, of=len(n.schools))
                for month, covered in zip(months["month"], months["covered"], strict=True)
            ],
        }
    )
    made = burnup.draw(drawn, _road(n, words), palette(theme), ROAD_WIDTH, ROAD_HEIGHT)
    return sheet.packed(made)


def _place(day: dt.date, n: Numbers) -> float:
    """Count months from the first one shown; a day within a month is a part of it."""
    first = n.monthly.index[0]
    whole = 12 * (day.year - first.year) + day.month - first.month
    month = pd.Period(day, "M")
    return whole + (0 if day == month.end_time.date() else day.day / month.days_in_month - 1)


def _road(n: Numbers, words: Words) -> burnup.Road:
    wanted = round(len(n.schools) * target(INDICATOR)[0] / 100)
    place, found = _place(n.day, n), n.pace
    ends = (found.expected, found.earliest, found.latest) if found else (None, None, None)
    expected, earliest, latest = (_place(day, n) if day else None for day in ends)
    return burnup.Road(
        schools=wanted,
        target_x=_place(target_day(), n),
        target_word=words("mentoring.target_line", n=wanted),
        ticks=_ticks(n, words),
        shares=_shares(wanted, words),
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
    last = max(pd.Period(target_day(), "M"), pd.Period(n.day, "M") + TICK_MONTHS)
    every = pd.period_range(first, last, freq="M")
    named = [month for month in every if month.month % TICK_MONTHS == 0]
    return tuple(
        (_place(month.end_time.date(), n), month.end_time.strftime(words("mentoring.tick")))
        for month in named
    )


def _shares(schools: int, words: Words) -> tuple[tuple[float, str], ...]:
    return tuple(
        (value, words.number(value)) for value in plot.ticks(schools, 4) if value <= schools
    )


def gaps(view: View) -> pd.DataFrame:
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


def gaps_spec(view: View, theme: str) -> dict[str, Any]:
    """Draw the municipalities with most schools not covered."""
    return sheet.packed(stacks.draw(gaps(view), palette(theme), GAPS_WIDTH, GAPS_HEIGHT))


def crossing_rows(view: View) -> pd.DataFrame:
    """One row per municipality of mentees and municipality of mentors: pairs that count."""
    words, held = Words(view.language), rows.local(numbers(view))
    keys = ["mentee_municipality", "mentee_oktmo", "mentor_municipality", "mentor_oktmo"]
    found = held.groupby(keys, as_index=False).agg(pairs=("mentee_id", "size"))
    found.columns = pd.Index(
        ["mentee_name", "mentee_oktmo", "mentor_name", "mentor_oktmo", "pairs"]
    )
    said = [
        words(
            "mentoring.crossing_tooltip",
            n=row.pairs,
            mentor=row.mentor_name,
            mentee=row.mentee_name,
        )
        for row in found.itertuples()
    ]
    return found.assign(tooltip=said)


def crossing_spec(view: View, theme: str) -> dict[str, Any]:
    """Draw which municipality's schools mentor which municipality's."""
    words = Words(view.language)
    axes = (words("mentoring.axis_mentees"), words("mentoring.axis_mentors"))
    return sheet.packed(crossing.draw(crossing_rows(view), palette(theme), axes=axes))


def arcs_rows(view: View) -> pd.DataFrame:
    """One row per pair in force of the chosen municipality's schools, or of the chosen mentor."""
    words, n = Words(view.language), numbers(view)
    held = coverage.in_force(n.pairs, n.day).drop_duplicates(["mentee_id", "mentor_id"])
    if view.mentor:
        held = held[held["mentor_id"].eq(view.mentor)]
    else:
        held = held[held["mentee_id"].isin(n.schools["school_id"])]
    may = mentors(view).set_index("school_id")
    notes = [_note(mentor, may, words) for mentor in held["mentor_id"]]
    own = held["mentor_oktmo"].eq(held["mentee_oktmo"])
    return pd.DataFrame(
        {
            "mentor_id": held["mentor_id"],
            "mentor": held["mentor"],
            "mentor_note": notes,
            "mentee_id": held["mentee_id"],
            "mentee": held["mentee"],
            "mentee_note": held["mentee_municipality"] if view.mentor else "",
            "counts": held["entitled"].astype(bool),
            "own": own,
            "tooltip": held["mentor"] + " (" + held["mentor_municipality"] + ") → " + held["mentee"],
        }
    ).reset_index(drop=True)


def _note(mentor: str, may: pd.DataFrame, words: Words) -> str:
    if mentor not in may.index:
        return words("mentoring.apart")
    row = may.loc[mentor]
    return words("mentoring.leads", load=row["load"], capacity=row["capacity"])


def arcs_spec(view: View, theme: str) -> dict[str, Any]:
    """Draw who mentors whom for one municipality or one mentor."""
    drawn = arcs_rows(view)
    return sheet.packed(arcs.draw(drawn, palette(theme), ARCS_WIDTH))
