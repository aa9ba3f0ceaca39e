"""IND-20: teachers of low-performing schools who completed training, of all their teachers."""

from sqlalchemy import ColumnElement, and_, select

from data.definitions import amounts
from data.indicators import Counted
from data.schema import school_status, training
from data.statements import Statement

row, status = training.c, school_status.c

by_school = (
    amounts("IND-20", row.school_id, row.year, row.trained, row.teachers)
    .join(school_status, and_(status.school_id == row.school_id, status.year == row.year))
    .where(status.low_performing)
)


def rows(year: ColumnElement[int]) -> Statement:
    """One row per school whose teachers were counted in the year."""
    counted = select(row.school_id, row.trained, row.teachers).where(row.year == year)
    return counted.order_by(row.school_id)


COUNTED = Counted("IND-20", by_school, rows, by_status=True)
