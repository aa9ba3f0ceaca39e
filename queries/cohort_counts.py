"""Ask for the full counts of cohorts: shown indicators that add up over schools, year by year."""

import functools

from sqlalchemy import case, func, select, true

from data.schema import municipal_indicator, municipal_report, municipality, shown_indicator
from data.statements import Statement
from queries.by_shape import INDICATOR, REGION, YEAR, by_shape
from queries.dialects import total
from queries.view import View


@by_shape
def counts(view: View) -> Statement:
    """One row per cohort (0: not in the project by then) and year, up to the year of the view.

    `numerator` of `denominator` of the indicator, over the region's `schools` that it counts; a
    cohort and year of which nothing is counted has no row.
    """
    row = municipal_indicator.c
    entry = case((row.entry_year <= YEAR, row.entry_year), else_=0).label("entry_year")
    locality = row.locality == view.schools if view.schools in ("urban", "rural") else true()
    sums = [total(row[name]).label(name) for name in ("schools", "numerator", "denominator")]
    return (
        select(entry, row.year, *sums)
        .where(row.region == REGION, row.indicator == INDICATOR, row.year <= YEAR, locality)
        .group_by(entry, row.year)
        .having(func.sum(row.denominator) > 0)
        .order_by(entry, row.year)
    )


@functools.cache
def known() -> Statement:
    """One row per region and shown indicator of which anything is counted."""
    row = municipal_indicator.c
    return (
        select(row.region, row.indicator)
        .where(row.denominator > 0)
        .distinct()
        .order_by(row.region, row.indicator)
    )


@by_shape
def without_report(view: View) -> Statement:
    """One row per year: municipalities of the region that did not report on the indicator."""
    row = municipal_report.c
    return (
        select(row.year, func.count(row.oktmo).label("municipalities"))
        .join(municipality, municipality.c.oktmo == row.oktmo)
        .join(shown_indicator, shown_indicator.c.report_subject == row.subject)
        .where(municipality.c.region == REGION, shown_indicator.c.code == INDICATOR)
        .where(row.year <= YEAR, ~row.reported)
        .group_by(row.year)
        .order_by(row.year)
    )
