"""Ask for a published value in the shape of the questions about counted indicators."""

from sqlalchemy import Boolean, ColumnElement, Double, String, cast, literal, null, select

from data.schema import indicator_value
from data.statements import Statement
from queries.by_shape import INDICATOR, MUNICIPALITY, YEAR, by_shape
from queries.view import View


@by_shape
def value_rows(view: View) -> Statement:
    """One row, if a value is published: it belongs to no school."""
    row = indicator_value.c
    nobody = literal("", String).label("school_id")
    return select(nobody, row.value).where(*_stated()).order_by(row.oktmo)


@by_shape
def value(view: View) -> Statement:
    """One row, if a value is published: the municipality itself, in the place of a school."""
    nobody = literal("", String)
    return (
        select(
            nobody.label("school_id"),
            nobody.label("name"),
            cast(null(), Boolean).label("low_performing"),
            indicator_value.c.value.label("numerator"),
            cast(null(), Double).label("denominator"),
        )
        .where(*_stated())
        .order_by(indicator_value.c.oktmo)
    )


def _stated() -> tuple[ColumnElement[bool], ...]:
    """Tell whether a published value is of the municipality, year and indicator of the view."""
    row = indicator_value.c
    return (row.oktmo == MUNICIPALITY, row.year == YEAR, row.indicator == INDICATOR)
