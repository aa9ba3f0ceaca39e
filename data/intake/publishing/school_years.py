"""Find the kind of each school in each year; every municipal count starts here."""

from sqlalchemy import and_, func, literal, select
from sqlalchemy.sql.selectable import CTE

from data.definitions import year_of
from data.schema import (
    assessment_result,
    municipality,
    road_map_execution,
    school,
    school_status,
    training,
)


def school_years() -> CTE:
    """One row per school and year of any fact: where it stands and of what kind it is."""
    entry = (
        select(school_status.c.school_id, func.min(school_status.c.year).label("entry_year"))
        .where(school_status.c.in_project)
        .group_by(school_status.c.school_id)
        .cte("entry")
    )
    years = select(assessment_result.c.year).union(
        select(school_status.c.year),
        select(training.c.year),
        select(year_of(road_map_execution.c.due_date)),
    )
    year = years.subquery("years").c.year
    status = school_status.c
    return (
        select(
            school.c.school_id,
            school.c.oktmo,
            municipality.c.region,
            school.c.locality,
            year.label("year"),
            func.coalesce(status.low_performing, False).label("low_performing"),
            func.coalesce(status.resilient, False).label("resilient"),
            status.school_id.is_not(None).label("known"),
            func.coalesce(entry.c.entry_year, 0).label("entry_year"),
        )
        .select_from(school)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .join(year.table, literal(True))
        .outerjoin(school_status, and_(status.school_id == school.c.school_id, status.year == year))
        .outerjoin(entry, entry.c.school_id == school.c.school_id)
        .cte("school_years")
    )
