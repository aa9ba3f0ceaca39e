"""Ask for schools by name, and for a list of them in pages that the store itself sorts."""

import functools

from sqlalchemy import select

from data.schema import municipality, school
from data.statements import Statement


@functools.cache
def names() -> Statement:
    """One row per school of any region, by name: what it is called and where it is."""
    place = municipality.c
    return (
        select(
            school.c.school_id,
            school.c.name,
            school.c.oktmo,
            place.short_name_ru.label("municipality"),
            place.region,
        )
        .join(municipality, place.oktmo == school.c.oktmo)
        .order_by(school.c.name, place.short_name_ru, school.c.school_id)
    )
