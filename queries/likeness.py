"""Ask for the context of schools that likeness goes by, and for the full counts beside it."""

from sqlalchemy import and_, select

from data.schema import municipality, school, school_status, training
from data.statements import Statement
from queries.by_shape import REGION, YEAR, by_shape
from queries.steps import done_of_due
from queries.view import View


@by_shape
def schools(view: View) -> Statement:
    """One row per school of the region: its context in the year, and its full counts.

    `adverse_conditions` is NULL without a status of the year; `done` of `due` road-map measures by
    its end, `trained` of `teachers`; NULL: not known.
    """
    status, taught, steps = school_status.c, training.c, done_of_due()
    return (
        select(
            school.c.school_id,
            school.c.oktmo,
            school.c.name,
            municipality.c.short_name_ru.label("municipality"),
            municipality.c.kind,
            school.c.locality,
            school.c.pupils,
            status.adverse_conditions,
            steps.c.done,
            steps.c.due,
            taught.trained,
            taught.teachers,
        )
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .outerjoin(school_status, and_(status.school_id == school.c.school_id, status.year == YEAR))
        .outerjoin(steps, steps.c.school_id == school.c.school_id)
        .outerjoin(training, and_(taught.school_id == school.c.school_id, taught.year == YEAR))
        .where(municipality.c.region == REGION)
        .order_by(school.c.school_id)
    )
