"""Ask what may be chosen and how it is called; the choices of every filter come from here."""

import functools

from sqlalchemy import case, func, select, union, union_all

from data.definitions import year_of
from data.schema import (
    data_version,
    event,
    indicator,
    indicator_value,
    municipal_indicator,
    municipal_outline,
    municipal_point,
    municipality,
    region,
    risk_factor,
    school,
    series_break,
    shown_indicator,
    subject,
)
from data.schema.columns import ANYWHERE
from data.statements import Statement
from queries.by_shape import REGION, by_shape
from queries.view import View


@functools.cache
def regions() -> Statement:
    """One row per region."""
    return select(region.c.code, region.c.name_ru, region.c.name_en).order_by(region.c.code)


@functools.cache
def municipalities() -> Statement:
    """One row per municipality of every region, by name.

    `first_year`, `last_year`: between which it exists, or has rows; NULL: no such day is known.
    `successor`: who followed one that has ended.
    """
    m, row, stated = municipality.c, municipal_indicator.c, indicator_value.c
    rows = union(select(row.oktmo, row.year), select(stated.oktmo, stated.year)).subquery("rows").c
    years = (
        select(rows.oktmo, func.min(rows.year).label("first"), func.max(rows.year).label("last"))
        .group_by(rows.oktmo)
        .subquery("years")
    )
    first = func.least(year_of(m.valid_from), years.c.first)
    last = func.greatest(year_of(m.valid_to), years.c.last)
    return (
        select(
            m.oktmo,
            m.region,
            m.name_ru,
            m.short_name_ru,
            m.kind,
            m.admin_centre,
            case((m.valid_from.is_not(None), first)).label("first_year"),
            case((m.valid_to.is_not(None), last)).label("last_year"),
            m.successor,
        )
        .select_from(municipality.outerjoin(years, years.c.oktmo == m.oktmo))
        .order_by(m.region, m.short_name_ru, m.oktmo)
    )


@by_shape
def places(view: View) -> Statement:
    """One row per municipality of the region, by name; degrees WGS 84, NULL without a place."""
    p, m = municipal_point.c, municipality.c
    return (
        select(
            m.oktmo,
            m.short_name_ru,
            p.label_latitude,
            p.label_longitude,
            p.centre_latitude,
            p.centre_longitude,
            p.hex_column,
            p.hex_row,
            m.kind,
        )
        .select_from(municipality.outerjoin(municipal_point, p.oktmo == m.oktmo))
        .where(m.region == REGION)
        .order_by(m.short_name_ru, m.oktmo)
    )


@by_shape
def outlines(view: View) -> Statement:
    """One row per municipality of the region whose outline was brought, as GeoJSON."""
    o, m = municipal_outline.c, municipality.c
    return (
        select(o.oktmo, m.short_name_ru, o.geometry, o.source, o.licence)
        .join(municipality, m.oktmo == o.oktmo)
        .where(m.region == REGION)
        .order_by(o.oktmo)
    )


@functools.cache
def years() -> Statement:
    """One row per region and year with any municipal count; without any, with a published value.

    Else one later value, published or mistyped, would open every page in a year of nothing.
    """
    row, stated, place = municipal_indicator.c, indicator_value.c, municipality.c
    of_schools = row.locality != ANYWHERE
    alone = place.region.not_in(select(row.region).where(of_schools))
    published = select(place.region, stated.year).where(place.oktmo == stated.oktmo, alone)
    known = union(select(row.region, row.year).where(of_schools), published).subquery("known").c
    return select(known.region, known.year).order_by(known.region, known.year)


@functools.cache
def holdings() -> Statement:
    """One row per region that has any: how many schools and published values it has."""
    own, stated, place = school.c, indicator_value.c, municipality.c
    rows = (
        union_all(
            select(place.region).where(place.oktmo == own.oktmo),
            select(place.region).where(place.oktmo == stated.oktmo),
        )
        .subquery("rows")
        .c
    )
    return (
        select(rows.region, func.count().label("held")).group_by(rows.region).order_by(rows.region)
    )


@functools.cache
def published() -> Statement:
    """One row per region and shown indicator of which it has a published value."""
    row = indicator_value.c
    return (
        select(municipality.c.region, row.indicator, shown_indicator.c.position)
        .join(municipality, municipality.c.oktmo == row.oktmo)
        .join(shown_indicator, shown_indicator.c.code == row.indicator)
        .distinct()
        .order_by(municipality.c.region, shown_indicator.c.position)
    )


@functools.cache
def cohorts() -> Statement:
    """One row per region and year in which any school entered the project."""
    row = municipal_indicator.c
    return (
        select(row.region, row.entry_year)
        .where(row.entry_year > 0)
        .distinct()
        .order_by(row.region, row.entry_year)
    )


@functools.cache
def indicators() -> Statement:
    """One row per shown indicator with its card: definition, source, basis, what it is not for."""
    s, i = shown_indicator.c, indicator.c
    return (
        select(
            s.code,
            s.kind,
            s.procedure,
            s.short_ru,
            s.short_en,
            s.definition_ru,
            s.definition_en,
            s.caveat_ru,
            s.caveat_en,
            i.direction,
            i.unit,
            i.source,
            i.basis,
        )
        .join(indicator, i.code == s.indicator)
        .order_by(s.position)
    )


@functools.cache
def subjects() -> Statement:
    """One row per school subject, in the order in which they are listed."""
    row = subject.c
    return select(row.code, row.name_ru, row.name_en).order_by(row.position)


@functools.cache
def version() -> Statement:
    """One row: what the current data version is."""
    v = data_version.c
    return select(v.name, v.made_at, v.seed, v.reason)


@functools.cache
def events() -> Statement:
    """One row per event."""
    e = event.c
    return select(e.code, e.region, e.name_ru, e.name_en, e.start_date).order_by(e.code)


@functools.cache
def breaks() -> Statement:
    """One row per procedure and year whose results are not comparable."""
    b = series_break.c
    return select(b.procedure, b.year, b.note_ru, b.note_en, b.source).order_by(b.procedure, b.year)


@functools.cache
def risk_factors() -> Statement:
    """One row per risk factor, with whether its wording was seen in a source."""
    r = risk_factor.c
    return select(r.code, r.name_ru, r.name_en, r.verified, r.source).order_by(r.code)


@functools.cache
def named_schools() -> Statement:
    """One row per school that is no invented one, with its municipality and name."""
    row = school.c
    return (
        select(row.school_id, row.oktmo, row.name)
        .where(row.basis == "real")
        .order_by(row.school_id)
    )


@functools.cache
def schools() -> Statement:
    """One row per school of any region: its name as that of a mentor, by its identifier."""
    mentor = school.c.school_id.label("mentor_id")
    return select(mentor, school.c.name).order_by(school.c.school_id)
