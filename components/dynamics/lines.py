"""Prepare the line chart: shares of each cohort and of the other schools, year by year."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import pandas as pd

from components.base.choices import rules
from components.base.i18n import Words
from components.base.load import load, of_all
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import lines, sheet
from components.dynamics.choice import DynamicsView
from components.dynamics.groups import beside_each_other, by_cohort
from components.dynamics.levels import Level
from components.dynamics.numbers import Numbers, numbers
from queries import lookups
from queries.methods.bootstrap import share_band

WIDTH, HEIGHT = 676, 206
RESAMPLES, SEED = 1000, 0
FLAGGED = 0.7
"""Years after the last point in which an event still has its flag."""
SPRING = 4
"""Month of the procedures: a point stands there, and an event where its own month is."""


def spec(view: DynamicsView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw the cohort in colour, the others grey, the region's other schools dashed."""
    n, words = numbers(view), Words(view.language)
    shown = rows(view, n, words)
    if shown.empty and view.since == "entry":  # nobody entered: the calendar is all there is
        return spec(replace(view, since="calendar"), theme, room)
    shares = {share: words.percent(share, 0) for share in lines.top(shown)}
    axis = along(view, n, shown, shares, words)
    return sheet.packed(lines.draw(shown, axis, palette(theme), figure(WIDTH, room), HEIGHT))


def rows(view: DynamicsView, n: Numbers, words: Words) -> pd.DataFrame:
    """One row per point: series, role, name, x, share, low, high, tooltip."""
    found = beside_each_other(by_cohort(view), view)
    found = found[found["share"].notna() & found["share"].ge(0)].copy()
    if view.since == "entry":
        found = found[found["entry_year"].gt(0)]
    found["role"] = [role(entry, n.cohort) for entry in found["entry_year"]]
    found["series"] = found["entry_year"].astype(str)
    found["x"] = found["year"].astype(float)
    if view.since == "entry":
        found["x"] -= found["entry_year"]
    found["name"] = [name(entry, n.cohort, words) for entry in found["entry_year"]]
    found[["low", "high"]] = float("nan")
    own = found["entry_year"].eq(n.cohort)
    if view.band == "on" and n.cohort and own.any():
        found.loc[own, ["low", "high"]] = band(view, tuple(found.loc[own, "year"]))
    found["tooltip"] = [said(row, words) for row in found.to_dict("records")]
    return found


def role(entry: int, cohort: int) -> str:
    """Name how a group is drawn: the cohort, another one, or the schools never in the project."""
    if not entry:
        return "reference"
    return "main" if entry == cohort else "other"


def name(entry: int, cohort: int, words: Words) -> str:
    """Name a group at the end of its line."""
    if not entry:
        return words("dynamics.never")
    return group(entry, words) if entry == cohort else str(entry)


def group(entry: int, words: Words) -> str:
    """Name a group in full."""
    if not entry:
        return words("dynamics.never_long")
    return words("page.cohort", year=entry).capitalize()


def said(row: dict, words: Words) -> str:
    """Say one point in full."""
    share = words.percent(row["share"])
    if row["low"] == row["low"]:
        low, high = words.number(row["low"], 1), words.percent(row["high"])
        share = f"{share} ({words('cell.interval', low=low, high=high)})"
    counted = words("unit.schools", n=row["schools"])
    return f"{group(row['entry_year'], words)} · {row['year']}: {share} · {counted}"


def band(view: DynamicsView, years: tuple[int, ...]) -> list[tuple[float, float]]:
    """Give the limits of the share of the cohort in colour in some years, per cent."""
    return of_all(_band, view, years)


def _band(view: DynamicsView, years: tuple[int, ...]) -> list[tuple[float, float]]:
    n = numbers(view)
    own = n.results[n.results["entry_year"].eq(n.cohort)]
    low, high = share_band(own, years, RESAMPLES, SEED, rules(view.region).confidence)
    return [(100 * a, 100 * b) for a, b in zip(low, high, strict=True)]


def along(
    view: DynamicsView,
    n: Numbers | Level,
    shown: pd.DataFrame,
    shares: dict[float, str],
    words: Words,
) -> lines.Axis:
    """Lay out the years of the points, with breaks and events; `shares` are the upright ticks."""
    first, last = int(shown["x"].min()), int(shown["x"].max())
    ticks = tuple((float(x), _tick(x, view, words)) for x in range(first, last + 1))
    label, told = words("state.break"), words("state.break_help")
    if view.since == "entry":
        own = shown[shown["role"].eq("main")].set_index("x")["share"]
        return lines.Axis(ticks, _own_breaks(n, own, told), (), shares)
    breaks = tuple(lines.Break(float(year), label, told) for year in n.breaks)
    events = tuple((x, said) for x, said in _events(view, words) if first < x < last + FLAGGED)
    return lines.Axis(ticks, breaks, events, shares)


def _own_breaks(n: Numbers | Level, own: pd.Series, told: str) -> tuple[lines.Break, ...]:
    """Hatch only around the cohort's own line: since entry, each cohort breaks elsewhere."""
    places = [float(year - n.cohort) for year in n.breaks]
    return tuple(
        lines.Break(place, "", told, min(ends) - 1, max(ends) + 1)
        for place in places
        if len(ends := [own[x] for x in (place - 1, place + 1) if x in own.index]) == 2
    )


def _tick(place: int, view: DynamicsView, words: Words) -> str:
    if view.since == "calendar":
        return str(place)
    if not place:
        return words("dynamics.entry")
    return f"+{place}" if place > 0 else words.number(place)


def flags(view: DynamicsView, years: Collection[int]) -> str:
    """Name the events that the lines of these years are flagged with, if any."""
    if view.since == "entry" or not years:
        return ""
    words, first, last = Words(view.language), min(years), max(years)
    named = [said for x, said in _events(view, words) if first < x < last + FLAGGED]
    return "; ".join(f"▼ {said}" for said in named)


def _events(view: DynamicsView, words: Words) -> list[tuple[float, str]]:
    """Place the region's events on the years, with their names and dates."""
    found = load(lookups.events)
    here = found[found["region"].eq(view.region)].sort_values("start_date")
    return [
        (
            row["start_date"].year + (row["start_date"].month - SPRING) / 12,
            f"{words.pick(row, 'name')} · {words.day(row['start_date'])}",
        )
        for row in here.to_dict("records")
    ]
