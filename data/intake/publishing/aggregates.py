"""Count municipal indicators once, while publishing, so that no page scans the facts.

What a school adds to each indicator is declared in `data.indicators`; here it is summed.
"""

from sqlalchemy import Integer, and_, cast, func, select, union_all

from data.definitions import entries
from data.indicators import declared
from data.schema import municipality, school, school_status
from data.statements import Statement


def municipal_indicators() -> Statement:
    """One row per municipality, year, indicator, locality, low performing and year of entry."""
    part = union_all(*(counted.by_school for counted in declared().values())).cte("parts").c
    entry, status = entries().c, school_status.c
    of_year = and_(status.school_id == part.school_id, status.year == part.year)
    kind = (
        school.c.oktmo,
        part.year,
        part.indicator,
        school.c.locality,
        func.coalesce(status.low_performing, False).label("low_performing"),
        func.coalesce(entry.entry_year, 0).label("entry_year"),
        municipality.c.region,
    )
    return (
        select(
            *kind,
            cast(func.count(), Integer).label("schools"),
            cast(func.sum(part.numerator), Integer).label("numerator"),
            cast(func.sum(part.denominator), Integer).label("denominator"),
        )
        .join_from(part.school_id.table, school, school.c.school_id == part.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .outerjoin(school_status, of_year)
        .outerjoin(entry.school_id.table, entry.school_id == part.school_id)
        .group_by(*kind)
        .order_by(part.indicator, part.year, school.c.oktmo)
    )
