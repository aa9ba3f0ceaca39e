"""Ask what meetings decided on schools, and the days on which they met."""

from sqlalchemy import select

from data.schema import municipality, school, school_decision
from data.statements import Statement
from queries.by_shape import DAY, REGION, by_shape
from queries.view import View


@by_shape
def decisions(view: View) -> Statement:
    """One row per decision on a school of the region, taken up to the day of the view."""
    row = school_decision.c
    return (
        select(
            row.decision_id,
            row.school_id,
            school.c.name,
            school.c.oktmo,
            municipality.c.short_name_ru.label("municipality"),
            row.decided_on,
            row.kind,
            row.decision,
            row.responsible,
            row.due_date,
            row.done_date,
        )
        .join(school, school.c.school_id == row.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .where(municipality.c.region == REGION, row.decided_on <= DAY)
        .order_by(
            row.decided_on,
            municipality.c.short_name_ru,
            school.c.name,
            row.school_id,
            row.decision_id,
        )
    )
