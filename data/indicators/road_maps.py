"""IND-13: road-map measures done by the end of the year, of all that fell due in it."""

from sqlalchemy import ColumnElement, func, select

from data.definitions import amounts, done_by_year_end, one_if, year_of
from data.indicators import Counted
from data.schema import road_map_execution
from data.statements import Statement

row = road_map_execution.c
due = year_of(row.due_date)

by_school = amounts(
    "IND-13", row.school_id, due, func.sum(one_if(done_by_year_end())), func.count()
).group_by(row.school_id, due)


def rows(year: ColumnElement[int]) -> Statement:
    """One row per school and road-map measure due in the year."""
    return (
        select(row.school_id, row.measure_id, row.due_date, row.done_date)
        .where(due == year)
        .order_by(row.school_id, row.measure_id, row.due_date)
    )


COUNTED = Counted("IND-13", by_school, rows)
