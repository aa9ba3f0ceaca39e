"""Ask what each school adds to an indicator, and from which rows: why a number changed.

What is summed here over the schools of a municipality is what
`data.intake.publishing.aggregates` counts.
"""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, case, exists, select

from data.definitions import entitled_mentors, in_force_at_year_end
from data.schema import (
    assessment_result,
    mentorship,
    municipal_report,
    school,
    school_status,
    shown_indicator,
    training,
)
from data.statements import Statement
from queries.by_shape import INDICATOR, MUNICIPALITY, YEAR, by_shape
from queries.dialects import total
from queries.steps import done_of_due
from queries.view import View


@by_shape
def low_performing(view: View) -> Statement:
    """One row per school of the municipality: low performing, of those with a known status."""
    listed, known = school_status.c.low_performing, school_status.c.school_id.is_not(None)
    one = case((listed, 1), (known, 0))
    return _by_school(_schools(), one, case((and_(known, _reported("status")), 1)))


@by_shape
def mentored(view: View) -> Statement:
    """One row per school of the municipality: has an entitled mentor, if it is low performing."""
    pair, mentor = mentorship.c, entitled_mentors()
    helped = exists().where(
        pair.mentee_id == school.c.school_id,
        mentor.c.school_id == pair.mentor_id,
        mentor.c.year == YEAR,
        in_force_at_year_end(YEAR),
    )
    counts = and_(school_status.c.low_performing, _reported("mentorship"))
    one = case((and_(counts, helped), 1), (counts, 0))
    return _by_school(_schools(), one, case((counts, 1)))


@by_shape
def below_threshold(view: View) -> Statement:
    """One row per school of the municipality: results below the threshold, of all results."""
    row = assessment_result.c
    sums = (
        select(
            row.school_id,
            total(row.below_threshold).label("below"),
            total(row.participants).label("written"),
        )
        .join(shown_indicator, shown_indicator.c.procedure == row.procedure)
        .where(row.year == YEAR, shown_indicator.c.code == INDICATOR)
        .group_by(row.school_id)
        .subquery("sums")
    )
    joined = _schools().outerjoin(sums, sums.c.school_id == school.c.school_id)
    return _by_school(joined, sums.c.below, sums.c.written)


@by_shape
def road_maps(view: View) -> Statement:
    """One row per school of the municipality: measures done, of those due in the year."""
    steps = done_of_due()
    joined = _schools().outerjoin(steps, steps.c.school_id == school.c.school_id)
    return _by_school(joined, steps.c.done, steps.c.due)


@by_shape
def trained(view: View) -> Statement:
    """One row per school of the municipality: teachers trained, if it is low performing."""
    row, listed = training.c, school_status.c.low_performing
    here = and_(row.school_id == school.c.school_id, row.year == YEAR)
    joined = _schools().outerjoin(training, here)
    return _by_school(joined, case((listed, row.trained)), case((listed, row.teachers)))


def _schools() -> FromClause:
    """Join schools with their status in the year."""
    status = school_status.c
    here = and_(status.school_id == school.c.school_id, status.year == YEAR)
    return school.outerjoin(school_status, here)


def _by_school(
    joined: FromClause, numerator: ColumnElement[Any], denominator: ColumnElement[Any]
) -> Statement:
    """Ask for both amounts of every school of the municipality; NULL: nothing is counted."""
    s = school.c
    amounts = (numerator.label("numerator"), denominator.label("denominator"))
    return (
        select(s.school_id, s.name, school_status.c.low_performing, *amounts)
        .select_from(joined)
        .where(s.oktmo == MUNICIPALITY)
        .order_by(s.school_id)
    )


def _reported(subject: str) -> ColumnElement[bool]:
    report = municipal_report.c
    return exists().where(
        report.oktmo == MUNICIPALITY,
        report.year == YEAR,
        report.subject == subject,
        report.reported,
    )
