"""Say once, in SQL, what a year-end count means, for publishing and for questions alike."""

from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Integer,
    Select,
    and_,
    case,
    cast,
    exists,
    extract,
    func,
    literal,
    or_,
    select,
    true,
)
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.selectable import CTE

from data.schema import (
    DISCLOSURE,
    mentor_offer,
    mentorship,
    municipal_report,
    region,
    region_setting,
    road_map_execution,
    school_document,
    school_status,
    setting,
)
from data.statements import Statement


def rules_of_regions() -> Select[Any]:
    """One row per region and rule: the number in force there, and the region's own if it has one.

    A rule of disclosure is never below the shipped one, which may have been raised since.
    """
    rule, own = setting.c, region_setting.c
    kept = case((rule.code.in_(DISCLOSURE), func.greatest(own.value, rule.value)), else_=own.value)
    return (
        select(
            region.c.code.label("region"),
            rule.code,
            func.coalesce(kept, rule.value).label("value"),
            own.value.label("own"),
            own.source.label("own_source"),
        )
        .join_from(region, setting, true())
        .outerjoin(region_setting, and_(own.region == region.c.code, own.setting == rule.code))
    )


def year_of(date: ColumnElement[Any]) -> ColumnElement[int]:
    """Take the calendar year of a date as a whole number."""
    return cast(extract("year", date), Integer)


def in_force_at_year_end(year: Any) -> ColumnElement[bool]:
    """Say whether a mentorship holds on 31 December of `year`; its last day still counts."""
    pair = mentorship.c
    end = year_of(pair.end_date)
    last_day = and_(extract("month", pair.end_date) == 12, extract("day", pair.end_date) == 31)
    lasts = or_(pair.end_date.is_(None), end > year, and_(end == year, last_day))
    return and_(year_of(pair.start_date) <= year, lasts)


def entitled_mentors() -> CTE:
    """One row per school and year in which its pairs count: resilient, or entitled otherwise."""
    status, offer = school_status.c, mentor_offer.c
    resilient = select(status.school_id, status.year).where(status.resilient)
    otherwise = select(offer.school_id, offer.year).where(offer.entitled)
    return resilient.union(otherwise).cte("entitled")


def entries() -> CTE:
    """One row per school of the project: the year of its first entry, once for a whole version."""
    row = school_status.c
    return (
        select(row.school_id, func.min(row.year).label("entry_year"))
        .where(row.in_project)
        .group_by(row.school_id)
        .cte("entry")
    )


def in_the_project(year: Any) -> CompoundSelect[Any]:
    """One row per school that is in the project in `year`, or has documents of its year."""
    status, given = school_status.c, school_document.c
    inside = select(status.school_id).where(status.year == year, status.in_project)
    return inside.union(select(given.school_id).where(given.year == year))


def done_by_year_end() -> ColumnElement[bool]:
    """Say whether a measure was done by the end of the year it fell due in."""
    step = road_map_execution.c
    return and_(step.done_date.is_not(None), year_of(step.done_date) <= year_of(step.due_date))


def reported(
    oktmo: ColumnElement[Any], year: ColumnElement[Any], subject: str
) -> ColumnElement[bool]:
    """Say whether a municipality answered for a subject in a year."""
    report = municipal_report.c
    return exists().where(
        report.oktmo == oktmo, report.year == year, report.subject == subject, report.reported
    )


def one_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Count what holds of a row: 1 or 0."""
    return case((condition, 1), else_=0)


def amounts(
    indicator: str | ColumnElement[Any],
    school_id: ColumnElement[Any],
    year: ColumnElement[Any],
    numerator: ColumnElement[Any],
    denominator: ColumnElement[Any],
) -> Statement:
    """Begin a statement of what a school adds to an indicator in a year; NULL: not known."""
    code = literal(indicator) if isinstance(indicator, str) else indicator
    return select(
        code.label("indicator"),
        school_id.label("school_id"),
        year.label("year"),
        cast(numerator, Integer).label("numerator"),
        cast(denominator, Integer).label("denominator"),
    )
