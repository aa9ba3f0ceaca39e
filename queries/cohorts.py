"""Ask how schools' results went over the years: the cohorts of the project beside all others."""

import functools

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Subquery,
    and_,
    exists,
    func,
    select,
)

from data.schema import (
    assessment_result,
    municipality,
    school,
    school_status,
    series_break,
    shown_indicator,
)
from queries.asked import EVERY, INDICATOR, REGION, SUBJECT, YEAR, by_shape
from queries.dialects import total
from queries.view import View


@by_shape
def results(view: View) -> Select:
    """One row per school and year of the indicator's procedure, up to the year of the view.

    `participants` and `below` count results, of one subject if one is chosen; `entry_year` is the
    first year in the project by then, 0: never; a year in which the series is broken has no rows.
    """
    row, entry, status = assessment_result.c, _entries().c, school_status.c
    in_project = and_(status.school_id == row.school_id, status.year == row.year)
    return (
        select(
            row.school_id,
            school.c.oktmo,
            school.c.locality,
            func.coalesce(entry.entry_year, 0).label("entry_year"),
            row.year,
            func.coalesce(status.in_project, False).label("in_project"),
            total(row.participants).label("participants"),
            total(row.below_threshold).label("below"),
        )
        .select_from(_here().outerjoin(school_status, in_project))
        .where(*_asked(), *_chosen(view))
        .group_by(
            row.school_id,
            school.c.oktmo,
            school.c.locality,
            entry.entry_year,
            row.year,
            status.in_project,
        )
        .order_by(row.school_id, row.year)
    )


@by_shape
def sizes_of_cohorts(view: View) -> Select:
    """One row per cohort and year: results in all, and in the smallest kind that filters part."""
    return _sizes(view, func.coalesce(_entries().c.entry_year, 0).label("entry_year"))


@by_shape
def sizes_of_municipalities(view: View) -> Select:
    """One row per municipality and year: results in all, and in the smallest kind filters part."""
    return _sizes(view, school.c.oktmo)


@by_shape
def names(view: View) -> Select:
    """One row per school of the region: its name and its municipality's."""
    place = municipality.c.short_name_ru.label("municipality")
    return (
        select(school.c.school_id, school.c.name.label("school"), place)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .where(municipality.c.region == REGION)
        .order_by(school.c.school_id)
    )


@functools.cache
def subjects() -> Select:
    """One row per region, procedure and subject with any results."""
    row, region = assessment_result.c, municipality.c.region
    joined = assessment_result.join(school, school.c.school_id == row.school_id).join(
        municipality, municipality.c.oktmo == school.c.oktmo
    )
    keys = (region, row.procedure, row.subject)
    return select(*keys).select_from(joined).distinct().order_by(*keys)


def _sizes(view: View, group: ColumnElement) -> Select:
    """One row per group and year: what one filter hides, the difference of two would give away."""
    row = assessment_result.c
    apart = [school.c.locality] if view.schools != "all" else []
    subject = [row.subject] if view.subject != EVERY else []
    kinds = (
        select(group, row.year, total(row.participants).label("participants"))
        .select_from(_here())
        .where(*_asked())
        .group_by(group, row.year, *apart, *subject)
        .subquery("kinds")
        .c
    )
    key = kinds[group.name]
    smallest = func.min(kinds.participants).label("smallest")
    return (
        select(key, kinds.year, total(kinds.participants).label("participants"), smallest)
        .group_by(key, kinds.year)
        .order_by(key, kinds.year)
    )


@functools.cache
def _entries() -> Subquery:
    """One row per school that was in the project by the year of the view: its first year."""
    s = school_status.c
    return (
        select(s.school_id, func.min(s.year).label("entry_year"))
        .where(s.in_project, s.year <= YEAR)
        .group_by(s.school_id)
        .subquery("entry")
    )


def _here() -> FromClause:
    """Join results with their schools, places and cohorts."""
    row, entry = assessment_result.c, _entries()
    return (
        assessment_result.join(school, school.c.school_id == row.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .join(shown_indicator, shown_indicator.c.procedure == row.procedure)
        .outerjoin(entry, entry.c.school_id == row.school_id)
    )


def _asked() -> tuple[ColumnElement[bool], ...]:
    """Tell whether a result is of the region, procedure and years, and can be compared."""
    row, broken = assessment_result.c, series_break.c
    incomparable = exists().where(broken.procedure == row.procedure, broken.year == row.year)
    return (
        municipality.c.region == REGION,
        shown_indicator.c.code == INDICATOR,
        row.year <= YEAR,
        row.participants > 0,
        ~incomparable,
    )


def _chosen(view: View) -> tuple[ColumnElement[bool], ...]:
    """Narrow results to the localities and the subject that the reader chose."""
    locality = (school.c.locality == view.schools,) if view.schools in ("urban", "rural") else ()
    subject = (assessment_result.c.subject == SUBJECT,) if view.subject != EVERY else ()
    return (*locality, *subject)
