"""Ask how schools' results went over the years: the cohorts of the project beside all others."""

import functools
from typing import Any

from sqlalchemy import ColumnElement, Double, and_, cast, distinct, func, select

from data.schema import assessment_result, municipality, school, school_status
from data.statements import Statement
from queries.by_shape import EVERY, REGION, YEAR, by_shape
from queries.cohort_results import chosen, comparable, entries, joined
from queries.dialects import total
from queries.view import View


@by_shape
def results(view: View) -> Statement:
    """One row per school and year of the indicator's procedure, up to the year of the view.

    `participants` and `below` count results, of one subject if one is chosen; `entry_year` is the
    first year in the project by then, 0: never; a year in which the series is broken has no rows.
    """
    row, entry, status = assessment_result.c, entries().c, school_status.c
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
        .select_from(joined().outerjoin(school_status, in_project))
        .where(*comparable(), *chosen(view))
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
def sizes_of_cohorts(view: View) -> Statement:
    """One row per cohort and year: results in all, and in the smallest kind of school."""
    return _sizes(view, _cohort())


@by_shape
def scores(view: View) -> Statement:
    """One row per cohort (0: never in the project) and year: schools, results, their mean score.

    Only of results whose mean score is known, each weighing as many as took part.
    """
    row, entry = assessment_result.c, _cohort()
    points = func.sum(row.mean_score * row.participants) / func.sum(row.participants)
    return (
        select(
            entry,
            row.year,
            func.count(distinct(row.school_id)).label("schools"),
            total(row.participants).label("participants"),
            cast(points, Double).label("mean_score"),
        )
        .select_from(joined())
        .where(*comparable(), *chosen(view), row.mean_score.is_not(None))
        .group_by(entry, row.year)
        .order_by(entry, row.year)
    )


@by_shape
def sizes_of_scored(view: View) -> Statement:
    """One row per cohort and year: results with a mean score in all, and in the smallest kind."""
    return _sizes(view, _cohort(), assessment_result.c.mean_score.is_not(None))


@by_shape
def sizes_of_municipalities(view: View) -> Statement:
    """One row per municipality and year: results in all, and in the smallest kind."""
    return _sizes(view, school.c.oktmo)


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
    row, region = assessment_result.c, municipality.c.region
    places = assessment_result.join(school, school.c.school_id == row.school_id).join(
        municipality, municipality.c.oktmo == school.c.oktmo
    )
    keys = (region, row.procedure, row.subject)
    scored = (func.count(row.mean_score) > 0).label("scored")
    return select(*keys, scored).select_from(places).group_by(*keys).order_by(*keys)


def _cohort() -> ColumnElement[int]:
    return func.coalesce(entries().c.entry_year, 0).label("entry_year")


def _sizes(view: View, group: ColumnElement[Any], *of: ColumnElement[bool]) -> Statement:
    """One row per group and year: what one filter hides, the difference of two would give away."""
    row = assessment_result.c
    apart = [school.c.locality] if view.schools != "all" else []
    subject = [row.subject] if view.subject != EVERY else []
    kinds = (
        select(group, row.year, total(row.participants).label("participants"))
        .select_from(joined())
        .where(*comparable(), *of)
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
