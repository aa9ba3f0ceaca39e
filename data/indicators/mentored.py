"""IND-03: low-performing schools with an entitled mentor on 31 December, of all of them."""

from sqlalchemy import ColumnElement, and_, exists, literal, select

from data.definitions import amounts, entitled_mentors, in_force_at_year_end, one_if, reported
from data.indicators import Counted
from data.schema import mentorship, school, school_status
from data.statements import Statement

pair, status, mentor = mentorship.c, school_status.c, entitled_mentors()

helped = exists().where(
    pair.mentee_id == status.school_id,
    mentor.c.school_id == pair.mentor_id,
    mentor.c.year == status.year,
    in_force_at_year_end(status.year),
)
by_school = (
    amounts("IND-03", status.school_id, status.year, one_if(helped), literal(1))
    .join(school, school.c.school_id == status.school_id)
    .where(status.low_performing, reported(school.c.oktmo, status.year, "mentorship"))
)


def rows(year: ColumnElement[int]) -> Statement:
    """One row per mentorship of a school; `counts` on 31 December of the year or not."""
    helper = school.alias("mentor")
    entitled = mentor.c.school_id.is_not(None)
    return (
        select(
            pair.mentee_id.label("school_id"),
            pair.mentorship_id,
            (helper.c.name + " (" + pair.mentor_id + ")").label("mentor"),
            pair.start_date,
            pair.end_date,
            entitled.label("entitled"),
            and_(entitled, in_force_at_year_end(year)).label("counts"),
        )
        .join(helper, helper.c.school_id == pair.mentor_id)
        .outerjoin(mentor, and_(mentor.c.school_id == pair.mentor_id, mentor.c.year == year))
        .order_by(pair.mentorship_id)
    )


COUNTED = Counted("IND-03", by_school, rows, by_status=True, by_report=True)
