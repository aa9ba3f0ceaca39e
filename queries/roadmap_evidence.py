"""Ask for what the data have besides the marks of road maps: evidence, help of schools, reports.

Questions are of a whole region: a page counts its parts from one answer.
"""

from sqlalchemy import and_, case, or_, select

from data.definitions import year_of
from data.schema import (
    mentorship,
    municipal_report,
    municipality,
    road_map_execution,
    school,
    training,
)
from data.statements import Statement
from queries.by_shape import DAY, REGION, YEAR, by_shape
from queries.view import View


@by_shape
def proofs(view: View) -> Statement:
    """One row per execution of a school of the region that has evidence and was done by the day."""
    step = road_map_execution.c
    return (
        select(step.measure_id, step.school_id, school.c.oktmo, step.due_date, step.evidence)
        .join(school, school.c.school_id == step.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .where(municipality.c.region == REGION, step.done_date <= DAY)
        .where(step.evidence.is_not(None))
        .order_by(step.evidence, step.measure_id, step.due_date, step.school_id)
    )


@by_shape
def help_of_schools(view: View) -> Statement:
    """One row per school of the region: the help that the data know of in the year, up to the day.

    `paired`: a pair of it was in force on some day; `trained` of `teachers`: NULL if not known.
    """
    pair, taught = mentorship.c, training.c
    held = (
        select(pair.mentee_id)
        .where(pair.start_date <= DAY, or_(pair.end_date.is_(None), year_of(pair.end_date) >= YEAR))
        .distinct()
        .cte("held")
    )
    return (
        select(
            school.c.school_id,
            case((held.c.mentee_id.is_not(None), True), else_=False).label("paired"),
            taught.trained,
            taught.teachers,
        )
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .outerjoin(held, held.c.mentee_id == school.c.school_id)
        .outerjoin(training, and_(taught.school_id == school.c.school_id, taught.year == YEAR))
        .where(municipality.c.region == REGION)
        .order_by(school.c.school_id)
    )


@by_shape
def reports(view: View) -> Statement:
    """One row per municipality of the region that said whether it reports on road maps."""
    row = municipal_report.c
    return (
        select(row.oktmo, row.reported)
        .join(municipality, municipality.c.oktmo == row.oktmo)
        .where(municipality.c.region == REGION, row.year == YEAR, row.subject == "road_map")
        .order_by(row.oktmo)
    )
