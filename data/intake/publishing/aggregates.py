"""Count municipal indicators once, while publishing, so that no page scans the facts.

What a school adds to each indicator is declared in `data.indicators`; here it is summed.
"""

from sqlalchemy import Integer, and_, cast, false, func, literal, select, union_all

from data.definitions import entries
from data.indicators import declared
from data.schema import indicator_value, municipality, school, school_status, shown_indicator
from data.schema.columns import ANYWHERE
from data.statements import Statement


def municipal_indicators() -> Statement:
    """One row per municipality, year, indicator, locality, low performing and year of entry.

    Counts that a region has published whole stand beside those that are summed over schools.
    """
    rows = union_all(_of_schools(), _stated()).subquery("rows").c
    return select(*rows).order_by(
        rows.indicator, rows.year, rows.oktmo, rows.locality, rows.low_performing, rows.entry_year
    )


def _stated() -> Statement:
    """One row per municipality, year and indicator whose counts were published whole."""
    row, shown = indicator_value.c, shown_indicator.c
    return (
        select(
            row.oktmo,
            row.year,
            row.indicator,
            literal(ANYWHERE).label("locality"),
            false().label("low_performing"),
            cast(literal(0), Integer).label("entry_year"),
            municipality.c.region,
            cast(literal(0), Integer).label("schools"),
            row.numerator,
            row.denominator,
        )
        .join(shown_indicator, shown.code == row.indicator)
        .join(municipality, municipality.c.oktmo == row.oktmo)
        .where(shown.kind == "stated_count", row.denominator.is_not(None))
    )


def _of_schools() -> Statement:
    """One row per municipality, year, indicator and kind of school: sums over its schools."""
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
    )
