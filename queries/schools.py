"""Ask for the schools of a municipality, the innermost step of the way down from the region."""

import functools

from sqlalchemy import CTE, ColumnElement, and_, case, exists, func, select

from data.definitions import entitled_mentors, in_force_at_year_end
from data.schema import mentorship, municipal_report, municipality, school, school_status
from data.statements import Statement
from queries.by_shape import COHORT, MUNICIPALITY, REGION, YEAR, by_shape, of_picked
from queries.dialects import numbered
from queries.steps import done_of_due
from queries.view import ALL, NEVER, View


@by_shape
def in_need(view: View) -> Statement:
    """One row per low-performing school of the year in the chosen place, with its help.

    `mentors` counts entitled mentors in force on 31 December, NULL if the municipality did not
    report on mentoring; `done` of `due` are its road-map
    measures of the year; `years_listed` are the years up to this one in which it was on the list.
    """
    status, entry = school_status.c, _entry()
    mentors, steps, listed = mentors_at_year_end(), done_of_due(), years_listed()
    return (
        select(
            school.c.school_id,
            school.c.oktmo,
            municipality.c.short_name_ru.label("municipality"),
            school.c.name,
            school.c.locality,
            school.c.pupils,
            status.adverse_conditions,
            entry.c.entry_year,
            listed.c.years_listed,
            case((on_mentoring_reported(), func.coalesce(mentors.c.mentors, 0))).label("mentors"),
            steps.c.done,
            steps.c.due,
        )
        .join(school_status, status.school_id == school.c.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .join(listed, listed.c.school_id == school.c.school_id)
        .outerjoin(entry, entry.c.school_id == school.c.school_id)
        .outerjoin(mentors, mentors.c.mentee_id == school.c.school_id)
        .outerjoin(steps, steps.c.school_id == school.c.school_id)
        .where(status.year == YEAR, status.low_performing, *_chosen(view, entry))
        .order_by(
            municipality.c.short_name_ru,
            school.c.oktmo,
            numbered(school.c.name),
            school.c.school_id,
        )
    )


@functools.cache
def municipalities() -> Statement:
    """One row per school of any region: its municipality."""
    return select(school.c.school_id, school.c.oktmo).order_by(school.c.school_id)


def on_mentoring_reported() -> ColumnElement[bool]:
    """Say whether the school's municipality reported on mentoring in the year."""
    report = municipal_report.c
    return exists().where(
        report.oktmo == school.c.oktmo,
        report.year == YEAR,
        report.subject == "mentorship",
        report.reported,
    )


def _chosen(view: View, entry: CTE) -> list[ColumnElement[bool]]:
    """Narrow schools to the place, the cohort, the locality and the picked ones of the view."""
    here = (
        municipality.c.region == REGION
        if view.municipality == ALL
        else school.c.oktmo == MUNICIPALITY
    )
    locality = [school.c.locality == view.schools] if view.schools in ("urban", "rural") else []
    cohort = [entry.c.entry_year == COHORT] if view.cohort != NEVER else []
    return [here, *locality, *cohort, *of_picked(view, school.c.school_id)]


def _entry() -> CTE:
    s = school_status.c
    return (
        select(s.school_id, func.min(s.year).label("entry_year"))
        .where(s.in_project)
        .group_by(s.school_id)
        .cte("entry")
    )


def mentors_at_year_end() -> CTE:
    """One row per mentee: its entitled mentors in force on 31 December of the year."""
    pair, mentor = mentorship.c, entitled_mentors()
    return (
        select(pair.mentee_id, func.count(pair.mentor_id.distinct()).label("mentors"))
        .join(mentor, and_(mentor.c.school_id == pair.mentor_id, mentor.c.year == YEAR))
        .where(in_force_at_year_end(YEAR))
        .group_by(pair.mentee_id)
        .cte("mentors")
    )


def years_listed() -> CTE:
    """One row per school: in how many years up to this one it was on the list."""
    s = school_status.c
    return (
        select(s.school_id, func.count().label("years_listed"))
        .where(s.low_performing, s.year <= YEAR)
        .group_by(s.school_id)
        .cte("listed")
    )
