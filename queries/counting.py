"""Ask what each school adds to an indicator, and from which rows: why a number changed.

What is asked here of one municipality is what publishing sums, from the same declarations.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import and_, select

from data import indicators
from data.schema import municipality, school, school_status, shown_indicator
from data.statements import Statement
from queries import published_values
from queries.by_shape import INDICATOR, MUNICIPALITY, YEAR, by_shape
from queries.view import View


@dataclass(frozen=True)
class Questions:
    """What to ask of an indicator: by school, in its rows; and what else decides."""

    by_school: Callable[[View], Statement]
    rows: Callable[[View], Statement]
    by_status: bool = False
    by_report: bool = False


def questions(indicator: str, kind: str) -> Questions:
    """Give the questions of a shown indicator; MissingIndicatorError if no module counts it."""
    if kind in indicators.PUBLISHED:
        return Questions(published_values.value, published_values.value_rows)
    return of(indicators.counted(indicator, kind))


@functools.cache
def of(counted: indicators.Counted) -> Questions:
    """Make the questions of a declaration, once: each keeps its statements by shape."""

    @by_shape
    def by_school(view: View) -> Statement:
        """One row per school of the municipality: what it adds; NULL: nothing is counted."""
        amounts = _here(counted, counted.by_school)
        year = amounts.selected_columns["year"]
        return _every_school(amounts.where(year == YEAR))

    @by_shape
    def rows(view: View) -> Statement:
        return _here(counted, counted.rows(YEAR))

    rows.__doc__ = counted.rows.__doc__
    return Questions(by_school, rows, counted.by_status, counted.by_report)


def _here(counted: indicators.Counted, statement: Statement) -> Statement:
    """Narrow a declared statement to the municipality, and to the indicator among those alike."""
    own = select(school.c.school_id).where(school.c.oktmo == MUNICIPALITY)
    here = statement.where(statement.selected_columns["school_id"].in_(own))
    alike = counted.indicator == indicators.PUPIL_RATE
    return here.where(shown_indicator.c.code == INDICATOR) if alike else here


def _every_school(amounts: Statement) -> Statement:
    part, status = amounts.subquery("amounts").c, school_status.c
    of_year = and_(status.school_id == school.c.school_id, status.year == YEAR)
    return (
        select(
            school.c.school_id,
            school.c.name,
            status.low_performing,
            part.numerator,
            part.denominator,
        )
        .select_from(school)
        .outerjoin(school_status, of_year)
        .outerjoin(part.school_id.table, part.school_id == school.c.school_id)
        .where(school.c.oktmo == MUNICIPALITY)
        .order_by(school.c.school_id)
    )


@functools.cache
def places() -> Statement:
    """One row per school of any region: the short name of its municipality."""
    name = municipality.c.short_name_ru.label("municipality")
    joined = school.join(municipality, municipality.c.oktmo == school.c.oktmo)
    return select(school.c.school_id, name).select_from(joined).order_by(school.c.school_id)
