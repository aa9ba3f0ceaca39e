"""Count municipal indicators once, while publishing, so that no page scans the facts.

What a school adds to each indicator is declared and summed in `data.indicators`.
"""

from sqlalchemy import Integer, cast, false, literal, select, union_all

from data.indicators import of_schools
from data.schema import indicator_value, municipality, shown_indicator
from data.schema.columns import ANYWHERE
from data.statements import Statement


def municipal_indicators() -> Statement:
    """One row per municipality, year, indicator, locality, low performing and year of entry.

    Counts that a region has published whole stand beside those that are summed over schools.
    """
    rows = union_all(of_schools(), _stated()).subquery("rows").c
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
