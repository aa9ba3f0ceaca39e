"""Ask for the rows that an indicator is counted from, to compare two versions of them.

A column is here only if the count depends on it: a corrected mean score explains no share.
"""

import functools

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Double,
    String,
    and_,
    cast,
    literal,
    null,
    select,
)

from data.definitions import entitled_mentors, in_force_at_year_end, year_of
from data.schema import (
    assessment_result,
    indicator_value,
    mentorship,
    municipality,
    road_map_execution,
    school,
    school_status,
    shown_indicator,
    training,
)
from data.statements import Statement
from queries.by_shape import INDICATOR, MUNICIPALITY, YEAR, by_shape
from queries.view import View


@by_shape
def status_rows(view: View) -> Statement:
    """One row per school of the municipality whose status in the year is known."""
    row = school_status.c
    return (
        select(row.school_id, row.low_performing)
        .join(school, school.c.school_id == row.school_id)
        .where(school.c.oktmo == MUNICIPALITY, row.year == YEAR)
        .order_by(row.school_id)
    )


@by_shape
def pair_rows(view: View) -> Statement:
    """One row per mentorship of a school of the municipality; `counts` on 31 December or not."""
    pair, mentee, mentor = mentorship.c, school.alias("mentee"), school.alias("mentor")
    right = entitled_mentors()
    here = and_(right.c.school_id == pair.mentor_id, right.c.year == YEAR)
    entitled = right.c.school_id.is_not(None)
    return (
        select(
            pair.mentee_id.label("school_id"),
            pair.mentorship_id,
            (mentor.c.name + " (" + pair.mentor_id + ")").label("mentor"),
            pair.start_date,
            pair.end_date,
            entitled.label("entitled"),
            and_(entitled, in_force_at_year_end(YEAR)).label("counts"),
        )
        .join(mentee, mentee.c.school_id == pair.mentee_id)
        .join(mentor, mentor.c.school_id == pair.mentor_id)
        .outerjoin(right, here)
        .where(mentee.c.oktmo == MUNICIPALITY)
        .order_by(pair.mentorship_id)
    )


@by_shape
def result_rows(view: View) -> Statement:
    """One row per school of the municipality, grade and subject of the indicator's procedure."""
    row = assessment_result.c
    return (
        select(row.school_id, row.grade, row.subject, row.participants, row.below_threshold)
        .join(school, school.c.school_id == row.school_id)
        .join(shown_indicator, shown_indicator.c.procedure == row.procedure)
        .where(school.c.oktmo == MUNICIPALITY, row.year == YEAR)
        .where(shown_indicator.c.code == INDICATOR)
        .order_by(row.school_id, row.grade, row.subject)
    )


@by_shape
def step_rows(view: View) -> Statement:
    """One row per school of the municipality and road-map measure due in the year."""
    row = road_map_execution.c
    return (
        select(row.school_id, row.measure_id, row.due_date, row.done_date)
        .join(school, school.c.school_id == row.school_id)
        .where(school.c.oktmo == MUNICIPALITY, year_of(row.due_date) == YEAR)
        .order_by(row.school_id, row.measure_id, row.due_date)
    )


@by_shape
def training_rows(view: View) -> Statement:
    """One row per school of the municipality whose teachers were counted in the year."""
    row = training.c
    return (
        select(row.school_id, row.trained, row.teachers)
        .join(school, school.c.school_id == row.school_id)
        .where(school.c.oktmo == MUNICIPALITY, row.year == YEAR)
        .order_by(row.school_id)
    )


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
    """Keep published values of the municipality, year and indicator of the view."""
    row = indicator_value.c
    return (row.oktmo == MUNICIPALITY, row.year == YEAR, row.indicator == INDICATOR)


@functools.cache
def places() -> Statement:
    """One row per school of any region: the short name of its municipality."""
    name = municipality.c.short_name_ru.label("municipality")
    joined = school.join(municipality, municipality.c.oktmo == school.c.oktmo)
    return select(school.c.school_id, name).select_from(joined).order_by(school.c.school_id)
