"""Ask which schools are on the lists of every year, and for the results that the rule judges."""

from sqlalchemy import select

from data.schema import assessment_result, municipality, school, school_status
from data.statements import Statement
from queries.by_shape import REGION, by_shape
from queries.view import View


@by_shape
def statuses(view: View) -> Statement:
    """One row per school of the region and year in which its status is known: name and flags."""
    flag = school_status.c
    return (
        select(
            school.c.school_id,
            flag.year,
            school.c.oktmo,
            municipality.c.short_name_ru.label("municipality"),
            school.c.name,
            school.c.locality,
            flag.low_performing,
            flag.adverse_conditions,
            flag.resilient,
            flag.in_project,
        )
        .join(school_status, flag.school_id == school.c.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .where(municipality.c.region == REGION)
        .order_by(school.c.school_id, flag.year)
    )


@by_shape
def results(view: View) -> Statement:
    """One row per school of the region, year and work (procedure, grade, subject): its counts."""
    row = assessment_result.c
    keys = (row.school_id, row.year, row.procedure, row.grade, row.subject)
    return (
        select(*keys, row.participants, row.below_threshold.label("below"))
        .join(school, school.c.school_id == row.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .where(municipality.c.region == REGION, row.participants > 0)
        .order_by(*keys)
    )
