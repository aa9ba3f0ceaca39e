"""Sum the road-map measures of schools, once for every question that counts them by school."""

from sqlalchemy import CTE, case, func, select

from data.definitions import done_by_year_end, year_of
from data.schema import road_map_execution
from queries.by_shape import YEAR
from queries.dialects import total


def done_of_due() -> CTE:
    """One row per school: `done` of the `due` measures of the year, done by its end.

    A school of which nothing was due has no row.
    """
    step = road_map_execution.c
    return (
        select(
            step.school_id,
            total(case((done_by_year_end(), 1), else_=0)).label("done"),
            func.count().label("due"),
        )
        .where(year_of(step.due_date) == YEAR)
        .group_by(step.school_id)
        .cte("steps")
    )
