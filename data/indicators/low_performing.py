"""IND-19: low-performing schools, of the schools whose status in the year is known."""

from sqlalchemy import ColumnElement, case, null, select

from data.definitions import amounts, one_if, reported
from data.indicators import Counted
from data.schema import school, school_status
from data.statements import Statement

row = school_status.c

# A list of low-performing schools alone does not tell how many others there are: without the
# municipality's report the denominator stays unknown.
whole = case((reported(school.c.oktmo, row.year, "status"), 1), else_=null())
by_school = amounts("IND-19", row.school_id, row.year, one_if(row.low_performing), whole).join(
    school, school.c.school_id == row.school_id
)


def rows(year: ColumnElement[int]) -> Statement:
    """One row per school whose status in the year is known."""
    known = select(row.school_id, row.low_performing).where(row.year == year)
    return known.order_by(row.school_id)


COUNTED = Counted("IND-19", by_school, rows, by_status=True, by_report=True)
