"""Ask for what a school's card tells beside the questions of other pages: of a whole region."""

from sqlalchemy import func, select

from data.schema import mentor_strength, municipality, risk_profile, school, training
from data.statements import Statement
from queries.by_shape import REGION, YEAR, by_shape
from queries.dialects import numbered
from queries.view import View


@by_shape
def named(view: View) -> Statement:
    """One row per school of the region: its name, place, locality, size and origin."""
    return (
        select(
            school.c.school_id,
            school.c.oktmo,
            municipality.c.short_name_ru.label("municipality"),
            school.c.name,
            school.c.locality,
            school.c.pupils,
            school.c.basis,
        )
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .where(municipality.c.region == REGION)
        .order_by(
            municipality.c.short_name_ru,
            school.c.oktmo,
            numbered(school.c.name),
            school.c.school_id,
        )
    )


@by_shape
def risks(view: View) -> Statement:
    """One row per school of the region, year up to that of the view and risk factor: its level."""
    row = risk_profile.c
    return (
        select(row.school_id, row.year, row.risk_factor, row.level)
        .join(school, school.c.school_id == row.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .where(municipality.c.region == REGION, row.year <= YEAR)
        .order_by(row.school_id, row.risk_factor, row.year)
    )


@by_shape
def strong(view: View) -> Statement:
    """One row per risk factor: how many schools of the region can help with it in the year."""
    row = mentor_strength.c
    return (
        select(row.risk_factor, func.count(row.school_id.distinct()).label("schools"))
        .join(school, school.c.school_id == row.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .where(municipality.c.region == REGION, row.year == YEAR)
        .group_by(row.risk_factor)
        .order_by(row.risk_factor)
    )


@by_shape
def trainings(view: View) -> Statement:
    """One row per school of the region and year up to that of the view: teachers, trained."""
    row = training.c
    return (
        select(row.school_id, row.year, row.teachers, row.trained)
        .join(school, school.c.school_id == row.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .where(municipality.c.region == REGION, row.year <= YEAR)
        .order_by(row.school_id, row.year)
    )
