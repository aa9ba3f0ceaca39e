"""IND-07, by procedure: results below the threshold, of all results of the year."""

from sqlalchemy import ColumnElement, func, select

from data.definitions import amounts
from data.indicators import PUPIL_RATE, Counted
from data.schema import assessment_result, shown_indicator
from data.statements import Statement

row, shown = assessment_result.c, shown_indicator.c

by_school = (
    amounts(
        shown.code,
        row.school_id,
        row.year,
        func.sum(row.below_threshold),
        func.sum(row.participants),
    )
    .join(shown_indicator, shown.procedure == row.procedure)
    .group_by(shown.code, row.school_id, row.year)
)


def rows(year: ColumnElement[int]) -> Statement:
    """One row per school, grade and subject of the indicator's procedure."""
    return (
        select(row.school_id, row.grade, row.subject, row.participants, row.below_threshold)
        .join(shown_indicator, shown.procedure == row.procedure)
        .where(row.year == year)
        .order_by(row.school_id, row.grade, row.subject)
    )


COUNTED = Counted(PUPIL_RATE, by_school, rows)
