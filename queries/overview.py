"""Ask for the summary page: the region's counts, the conference, and what needs attention."""

from typing import Any

from sqlalchemy import CTE, ColumnElement, and_, case, func, select

from data.definitions import year_of
from data.schema import (
    event,
    event_count,
    event_participation,
    municipality,
)
from data.statements import Statement
from queries.by_shape import MUNICIPALITY, REGION, YEAR, by_shape
from queries.cells import chosen_schools, counts
from queries.dialects import total
from queries.view import ALL, View

SUMMED = ("IND-19", "IND-03", "IND-13")
"""Low-performing schools, those mentored, road-map measures: full counts that add up."""


def _counts(view: View) -> CTE:
    """One row per municipality, year and summed indicator, for the chosen schools."""
    row = counts(view).c
    here = row.region == REGION
    if view.municipality != ALL:
        here = and_(here, row.oktmo == MUNICIPALITY)
    return (
        select(
            row.oktmo,
            row.year,
            row.indicator,
            total(row.numerator).label("numerator"),
            total(row.denominator).label("denominator"),
        )
        .where(here, row.indicator.in_(SUMMED), row.year <= YEAR)
        .where(chosen_schools(view))
        .group_by(row.oktmo, row.year, row.indicator)
        .cte("counts")
    )


@by_shape
def totals(view: View) -> Statement:
    """One row per summed indicator and year with any count, up to the year of the view."""
    row = _counts(view).c
    return (
        select(
            row.indicator,
            row.year,
            total(row.numerator).label("numerator"),
            total(row.denominator).label("denominator"),
            func.count().label("municipalities"),
        )
        .group_by(row.indicator, row.year)
        .order_by(row.indicator, row.year)
    )


@by_shape
def attention(view: View) -> Statement:
    """One row per municipality with a reason to act, by the number of schools touched.

    `no_mentor` low-performing schools without a resilient mentor, of `schools`; `overdue` measures
    not done by the end of the year they fell due in, of `due`. NULL: not known.
    """
    row = _counts(view).c
    gap = row.denominator - row.numerator

    def only(indicator: str, amount: ColumnElement[Any]) -> ColumnElement[Any]:
        return total(case((row.indicator == indicator, amount)))

    no_mentor, overdue = only("IND-03", gap), only("IND-13", gap)
    return (
        select(
            row.oktmo,
            municipality.c.short_name_ru.label("name"),
            no_mentor.label("no_mentor"),
            only("IND-03", row.denominator).label("schools"),
            overdue.label("overdue"),
            only("IND-13", row.denominator).label("due"),
        )
        .join(municipality, municipality.c.oktmo == row.oktmo)
        .where(row.year == YEAR)
        .group_by(row.oktmo, municipality.c.short_name_ru)
        .having(func.coalesce(no_mentor, 0) + func.coalesce(overdue, 0) > 0)
        .order_by(func.coalesce(no_mentor, 0).desc(), func.coalesce(overdue, 0).desc(), row.oktmo)
    )


@by_shape
def event_numbers(view: View) -> Statement:
    """One row per stated number of the region's events in the year of the view."""
    e, n = event.c, event_count.c
    return (
        select(e.code, e.name_ru, e.name_en, e.start_date, n.attribute, n.value, n.unit, n.source)
        .join(event_count, n.event == e.code)
        .where(e.region == REGION, year_of(e.start_date) == YEAR)
        .order_by(e.start_date.desc(), e.code, n.attribute)
    )


@by_shape
def absent(view: View) -> Statement:
    """One row per event and municipality named as absent, though it has schools in need."""
    p, e = event_participation.c, event.c
    return (
        select(p.event, p.oktmo, municipality.c.short_name_ru.label("name"), p.source)
        .join(event, e.code == p.event)
        .join(municipality, municipality.c.oktmo == p.oktmo)
        .where(
            e.region == REGION,
            year_of(e.start_date) == YEAR,
            p.state == "absent",
        )
        .order_by(municipality.c.short_name_ru, p.oktmo, p.event)
    )
