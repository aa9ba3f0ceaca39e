"""Ask for a published value in the shape of the questions about counted indicators."""

from sqlalchemy import Boolean, ColumnElement, Double, String, cast, func, literal, null, select

from data.schema import indicator_value
from data.statements import Statement
from queries.by_shape import INDICATOR, MUNICIPALITY, YEAR, by_shape
from queries.view import View


@by_shape
def value_rows(view: View) -> Statement:
    """One row, if a value is published: it belongs to no school."""
    row = indicator_value.c
    nobody = literal("", String).label("school_id")
    numbers = (row.value, row.numerator, row.denominator)
    return select(nobody, *numbers).where(*_stated()).order_by(row.oktmo)


@by_shape
def value(view: View) -> Statement:
    """One row, if a value is published: the municipality itself, in the place of a school.

    A value that was published without its counts stands as the numerator.
    """
    nobody, row = literal("", String), indicator_value.c
    return (
        select(
            nobody.label("school_id"),
            nobody.label("name"),
            cast(null(), Boolean).label("low_performing"),
            func.coalesce(cast(row.numerator, Double), row.value).label("numerator"),
            cast(row.denominator, Double).label("denominator"),
        )
        .where(*_stated())
        .order_by(row.oktmo)
    )


def _stated() -> tuple[ColumnElement[bool], ...]:
    """Tell whether a published value is of the municipality, year and indicator of the view."""
    row = indicator_value.c
    return (row.oktmo == MUNICIPALITY, row.year == YEAR, row.indicator == INDICATOR)
