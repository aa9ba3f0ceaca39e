"""Ask for the project year: which document of which school stands where, and with whom."""

import functools

from sqlalchemy import and_, select

from data.definitions import in_the_project
from data.schema import document_kind, municipality, school, school_document
from data.statements import Statement
from queries.by_shape import REGION, YEAR, by_shape
from queries.dialects import numbered
from queries.view import View


@functools.cache
def kinds() -> Statement:
    """One row per document that a school of the project uploads in a year, by stage."""
    k = document_kind.c
    return select(
        k.document, k.stage_no, k.stage_ru, k.stage_en, k.name_ru, k.name_en, k.due, k.source
    ).order_by(k.stage_no, k.due, k.document)


@by_shape
def members(view: View) -> Statement:
    """One row per school of the region that is in the project in the year, or has documents."""
    place = municipality.c
    return (
        select(
            school.c.school_id,
            school.c.name.label("school"),
            school.c.oktmo,
            place.short_name_ru.label("municipality"),
        )
        .join(municipality, place.oktmo == school.c.oktmo)
        .where(place.region == REGION)
        .where(school.c.school_id.in_(in_the_project(YEAR)))
        .order_by(place.short_name_ru, school.c.oktmo, numbered(school.c.name), school.c.school_id)
    )


@by_shape
def documents(view: View) -> Statement:
    """One row per document of a school of the region in the year of the view."""
    d = school_document.c
    return (
        select(d.school_id, school.c.oktmo, d.document, d.status, d.status_date, d.curator)
        .join(school, school.c.school_id == d.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .where(and_(municipality.c.region == REGION, d.year == YEAR))
        .order_by(d.school_id, d.document)
    )
