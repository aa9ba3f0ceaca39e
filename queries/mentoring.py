"""Ask for the network of mentors: pairs, who may mentor, with what, and how it was judged.

Questions are of a whole region: a page counts its parts from one answer.
"""

import functools
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, case, exists, func, or_, select

from data.definitions import entitled_mentors, year_of
from data.schema import (
    mentor_offer,
    mentor_strength,
    mentoring_mark,
    mentorship,
    municipal_point,
    municipality,
    risk_profile,
    road_map_execution,
    school,
    school_status,
)
from data.statements import Statement
from queries.by_shape import DAY, REGION, YEAR, by_shape
from queries.dialects import total
from queries.view import View


@by_shape
def pairs(view: View) -> Statement:
    """One row per mentorship of a school of the region, of any time.

    `entitled`: the mentor may mentor in the year of the view.
    """
    pair, right = mentorship.c, entitled_mentors()
    mentee, mentor = school.alias("mentee"), school.alias("mentor")
    here, there = municipality.alias("here"), municipality.alias("there")
    return (
        select(
            pair.mentorship_id,
            pair.mentee_id,
            mentee.c.name.label("mentee"),
            mentee.c.oktmo.label("mentee_oktmo"),
            here.c.short_name_ru.label("mentee_municipality"),
            pair.mentor_id,
            mentor.c.name.label("mentor"),
            mentor.c.oktmo.label("mentor_oktmo"),
            there.c.short_name_ru.label("mentor_municipality"),
            pair.form,
            pair.start_date,
            pair.end_date,
            pair.evidence,
            right.c.school_id.is_not(None).label("entitled"),
        )
        .join(mentee, mentee.c.school_id == pair.mentee_id)
        .join(here, here.c.oktmo == mentee.c.oktmo)
        .join(mentor, mentor.c.school_id == pair.mentor_id)
        .join(there, there.c.oktmo == mentor.c.oktmo)
        .outerjoin(right, and_(right.c.school_id == pair.mentor_id, right.c.year == YEAR))
        .where(here.c.region == REGION)
        .order_by(pair.start_date, pair.mentorship_id)
    )


@by_shape
def mentors(view: View) -> Statement:
    """One row per school that may mentor in the year, here or with a pair of here, of any time.

    `region` tells where it stands; `listed`: it is low-performing, so it is to be mentored itself;
    `otherwise`: entitled by a document, its `ground`. Places are NULL if not declared.
    """
    right, offer, status = entitled_mentors(), mentor_offer.c, school_status.c
    listed = exists().where(
        status.school_id == school.c.school_id, status.year == YEAR, status.low_performing
    )
    point = municipal_point.c
    return (
        select(
            school.c.school_id,
            school.c.name,
            school.c.oktmo,
            municipality.c.short_name_ru.label("municipality"),
            municipality.c.region,
            school.c.locality,
            point.centre_latitude.label("latitude"),
            point.centre_longitude.label("longitude"),
            offer.capacity,
            case((listed, True), else_=False).label("listed"),
            func.coalesce(offer.entitled, False).label("otherwise"),
            offer.ground,
        )
        .join(right, and_(right.c.school_id == school.c.school_id, right.c.year == YEAR))
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .outerjoin(point.oktmo.table, point.oktmo == school.c.oktmo)
        .outerjoin(
            offer.school_id.table,
            and_(offer.school_id == school.c.school_id, offer.year == YEAR),
        )
        .where(or_(municipality.c.region == REGION, school.c.school_id.in_(_helping())))
        .order_by(school.c.school_id)
    )


@functools.cache
def ever_paired() -> Statement:
    """One row per two schools of any region that have or had a pair: who is helped, and by whom."""
    pair = mentorship.c
    keys = (pair.mentee_id, pair.mentor_id)
    return select(*keys).distinct().order_by(*keys)


def _helping() -> Statement:
    """One row per mentorship of a school of the region, of any time: its mentor."""
    mentee, here = school.alias("mentee"), municipality.alias("here")
    return (
        select(mentorship.c.mentor_id)
        .join(mentee, mentee.c.school_id == mentorship.c.mentee_id)
        .join(here, here.c.oktmo == mentee.c.oktmo)
        .where(here.c.region == REGION)
    )


@by_shape
def strengths(view: View) -> Statement:
    """One row per school of the region and risk factor with which it can help in the year."""
    return _factors(mentor_strength)


@by_shape
def risks(view: View) -> Statement:
    """One row per school of the region and risk factor of its profile in the year."""
    return _factors(risk_profile, risk_profile.c.level)


def _factors(table: Table, *more: ColumnElement[Any]) -> Statement:
    """Ask a table of risk factors by school and year for the schools of the region."""
    row = table.c
    return (
        select(row.school_id, row.risk_factor, *more)
        .join(school, school.c.school_id == row.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .where(municipality.c.region == REGION, row.year == YEAR)
        .order_by(row.school_id, row.risk_factor)
    )


@by_shape
def marks(view: View) -> Statement:
    """One row per municipality of the region and year its mentoring was judged, up to the year."""
    row = mentoring_mark.c
    return (
        select(
            row.oktmo,
            municipality.c.short_name_ru.label("municipality"),
            row.year,
            row.degree,
            row.ground,
        )
        .join(municipality, municipality.c.oktmo == row.oktmo)
        .where(municipality.c.region == REGION, row.year <= YEAR)
        .order_by(municipality.c.short_name_ru, row.oktmo, row.year)
    )


@by_shape
def steps(view: View) -> Statement:
    """One row per school of the region with road-map measures of the year due by the day.

    `due`: measures due by the day; `done`: those of them done by it.
    """
    step = road_map_execution.c
    return (
        select(
            step.school_id,
            func.count().label("due"),
            total(case((step.done_date <= DAY, 1), else_=0)).label("done"),
        )
        .join(school, school.c.school_id == step.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .where(municipality.c.region == REGION)
        .where(year_of(step.due_date) == YEAR, step.due_date <= DAY)
        .group_by(step.school_id)
        .order_by(step.school_id)
    )
