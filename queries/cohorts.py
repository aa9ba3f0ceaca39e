"""Ask how schools' results went over the years: the cohorts of the project beside all others."""

import functools
from typing import Any

from sqlalchemy import ColumnElement, and_, distinct, func, select

from data.schema import assessment_result, municipality, result_block, school, school_status
from data.statements import Statement
from queries import school_spread, whole_blocks
from queries.by_shape import FIRST_YEAR, REGION, YEAR, by_shape
from queries.cohort_results import chosen, comparable, entries, joined
from queries.dialects import total
from queries.view import View

row = result_block.c


@by_shape
def results(view: View) -> Statement:
    """One row per school and year of the indicator's procedure, up to the year of the view.

    `participants` and `below` count results, of one subject if one is chosen; `entry_year` is the
    first year in the project by then, 0: never; a year in which the series is broken has no rows.
    """
    result, entry, status = assessment_result.c, entries().c, school_status.c
    in_project = and_(status.school_id == result.school_id, status.year == result.year)
    return (
        select(
            result.school_id,
            school.c.oktmo,
            school.c.locality,
            func.coalesce(entry.entry_year, 0).label("entry_year"),
            result.year,
            func.coalesce(status.in_project, False).label("in_project"),
            total(result.participants).label("participants"),
            total(result.below_threshold).label("below"),
        )
        .select_from(joined().outerjoin(school_status, in_project))
        .where(*comparable(), *chosen(view))
        .group_by(
            result.school_id,
            school.c.oktmo,
            school.c.locality,
            entry.entry_year,
            result.year,
            status.in_project,
        )
        .order_by(result.school_id, result.year)
    )


@by_shape
def works(view: View) -> Statement:
    """One row per school and work (procedure, grade, subject) of the year of the view: counts."""
    row = assessment_result.c
    keys = (row.school_id, row.procedure, row.grade, row.subject)
    return (
        select(*keys, row.participants, row.below_threshold.label("below"))
        .join(school, school.c.school_id == row.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .where(municipality.c.region == REGION, row.year == YEAR, row.participants > 0)
        .order_by(*keys)
    )


@by_shape
def of_cohorts(view: View) -> Statement:
    """One row per cohort (0: never in the project) and year: what `added_up` gives of it."""
    return _followed(row.entry_year, whole_blocks.chosen(view))


@by_shape
def of_cohorts_fixed(view: View) -> Statement:
    """One row per cohort and year, of the schools with enough results in every year."""
    return _followed(row.entry_year, (*whole_blocks.chosen(view), row.panel))


@by_shape
def scores(view: View) -> Statement:
    """One row per cohort and year, of the results whose mean score is known."""
    return _followed(row.entry_year, whole_blocks.chosen(view, whole_blocks.SCORE))


@by_shape
def of_municipalities(view: View) -> Statement:
    """One row per municipality and year: what `added_up` gives of it."""
    return _followed(row.oktmo, whole_blocks.chosen(view))


@by_shape
def of_region(view: View) -> Statement:
    """One row per year: what `added_up` gives of the whole region."""
    return _followed(row.region, whole_blocks.chosen(view))


@by_shape
def spread(view: View) -> Statement:
    """One row per year: how far results of one school move together, added up over the region."""
    of = (*whole_blocks.chosen(view), row.year <= YEAR)
    places = school_spread.places(whole_blocks.joined(), (row.year,), of)
    found = school_spread.added_up(places, ("year",)).c
    return select(*found).order_by(found.year)


@by_shape
def of_schools(view: View) -> Statement:
    """One row per school and year: what `added_up` gives of it."""
    return _followed(row.school_id, whole_blocks.chosen(view))


@by_shape
def of_project(view: View) -> Statement:
    """One row per year (the first of the view and its last) and part of the project's schools.

    `stayed`: whether the school has results as a school of the project in both years.
    """
    return _of_project(view, whole_blocks.chosen(view))


@by_shape
def of_project_fixed(view: View) -> Statement:
    """One row per year and part, of the schools with enough results in every year."""
    return _of_project(view, (*whole_blocks.chosen(view), row.panel))


@by_shape
def names(view: View) -> Statement:
    """One row per school of the region: its name and its municipality's."""
    place = municipality.c.short_name_ru.label("municipality")
    return (
        select(school.c.school_id, school.c.name.label("school"), place)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .where(municipality.c.region == REGION)
        .order_by(school.c.school_id)
    )


@functools.cache
def subjects() -> Statement:
    """One row per region, procedure and subject with results; `scored`: any has a mean score."""
    result, region = assessment_result.c, municipality.c.region
    places = assessment_result.join(school, school.c.school_id == result.school_id).join(
        municipality, municipality.c.oktmo == school.c.oktmo
    )
    keys = (region, result.procedure, result.subject)
    scored = (func.count(result.mean_score) > 0).label("scored")
    return select(*keys, scored).select_from(places).group_by(*keys).order_by(*keys)


def _followed(group: ColumnElement[Any], which: tuple[ColumnElement[bool], ...]) -> Statement:
    of = (*which, row.year <= YEAR)
    found = whole_blocks.added_up(whole_blocks.joined(), (group, row.year), of).c
    return select(*found).order_by(found[group.name], found.year)


def _of_project(view: View, which: tuple[ColumnElement[bool], ...]) -> Statement:
    status = school_status.c
    in_project = and_(status.school_id == row.school_id, status.year == row.year, status.in_project)
    of = whole_blocks.joined().join(school_status, in_project)
    these = (*which, row.year.in_((FIRST_YEAR, YEAR)))
    both = (
        select(row.school_id)
        .select_from(of)
        .where(*these)
        .group_by(row.school_id)
        .having(func.count(distinct(row.year)) == 2)
        .cte("both")
    )
    of = of.outerjoin(both, both.c.school_id == row.school_id)
    stayed = both.c.school_id.is_not(None).label("stayed")
    found = whole_blocks.added_up(of, (row.year, stayed), these).c
    return select(*found).order_by(found.year, found.stayed)
