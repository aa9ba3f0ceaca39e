"""Ask under which conditions the schools of a region work, beside the flags that it brought."""

from sqlalchemy import and_, or_, select

from data.schema import municipality, school, school_context, school_status
from data.statements import Statement
from queries.by_shape import REGION, YEAR, by_shape
from queries.view import View


@by_shape
def conditions(view: View) -> Statement:
    """One row per school of the region with a status or conditions told of the year.

    Flags are NULL where no status is known, counts and kilometres where they were not told.
    """
    flag, told = school_status.c, school_context.c
    this_year = and_(flag.school_id == school.c.school_id, flag.year == YEAR)
    told_of = and_(told.school_id == school.c.school_id, told.year == YEAR)
    return (
        select(
            school.c.school_id,
            school.c.oktmo,
            municipality.c.short_name_ru.label("municipality"),
            school.c.name,
            school.c.locality,
            flag.low_performing,
            flag.adverse_conditions,
            flag.resilient,
            told.school_id.is_not(None).label("told"),
            told.posts,
            told.vacant_posts,
            told.pupils_counted,
            told.other_language,
            told.low_income,
            told.distance_km,
        )
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .outerjoin(school_status, this_year)
        .outerjoin(school_context, told_of)
        .where(municipality.c.region == REGION)
        .where(or_(flag.school_id.is_not(None), told.school_id.is_not(None)))
        .order_by(school.c.school_id)
    )
