"""Choose the results that a cohort is followed by: their place, procedure, years and schools."""

import functools

from sqlalchemy import ColumnElement, FromClause, Subquery, exists, func, select

from data.schema import (
    assessment_result,
    municipality,
    school,
    school_status,
    series_break,
    shown_indicator,
)
from queries.by_shape import EVERY, INDICATOR, REGION, SUBJECT, YEAR
from queries.view import View


@functools.cache
def entries() -> Subquery:
    """One row per school that was in the project by the year of the view: its first year."""
    s = school_status.c
    return (
        select(s.school_id, func.min(s.year).label("entry_year"))
        .where(s.in_project, s.year <= YEAR)
        .group_by(s.school_id)
        .subquery("entry")
    )


def joined() -> FromClause:
    """Join results with their schools, places and cohorts."""
    row, entry = assessment_result.c, entries()
    return (
        assessment_result.join(school, school.c.school_id == row.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .join(shown_indicator, shown_indicator.c.procedure == row.procedure)
        .outerjoin(entry, entry.c.school_id == row.school_id)
    )


def comparable() -> tuple[ColumnElement[bool], ...]:
    """Keep results of the region, procedure and years that can be compared."""
    row, broken = assessment_result.c, series_break.c
    incomparable = exists().where(broken.procedure == row.procedure, broken.year == row.year)
    return (
        municipality.c.region == REGION,
        shown_indicator.c.code == INDICATOR,
        row.year <= YEAR,
        row.participants > 0,
        ~incomparable,
    )


def chosen(view: View) -> tuple[ColumnElement[bool], ...]:
    """Narrow results to the localities and the subject that the reader chose."""
    locality = (school.c.locality == view.schools,) if view.schools in ("urban", "rural") else ()
    subject = (assessment_result.c.subject == SUBJECT,) if view.subject != EVERY else ()
    return (*locality, *subject)
