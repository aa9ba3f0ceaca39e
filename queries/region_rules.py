"""Ask which rules and targets are in force in a region: its own, or those for all."""

from sqlalchemy import and_, case, func, or_, select

from data.definitions import rules_of_regions
from data.schema import indicator, region_target, setting, shown_indicator
from data.statements import Statement
from queries.by_shape import REGION, by_shape
from queries.view import View


@by_shape
def settings(view: View) -> Statement:
    """One row per rule with a number in it: the region's own number and source, or those for all.

    `usual`: the number for all; `own`: whether the region has one in its place.
    """
    s, here = setting.c, rules_of_regions().subquery("rules").c
    own = here.own.is_not(None)
    return (
        select(
            s.code,
            here.value,
            s.value.label("usual"),
            own.label("own"),
            s.unit,
            s.name_ru,
            s.name_en,
            case((own, here.own_source), else_=s.source).label("source"),
            case((own, "stated"), else_=s.basis).label("basis"),
        )
        .where(here.code == s.code, here.region == REGION)
        .order_by(s.code)
    )


@by_shape
def targets(view: View) -> Statement:
    """One row per shown indicator that has a target in the region, its own or the one for all.

    Per cent, due by the end of the year; `usual`: the target for all, NULL where there is none;
    `own`: whether the region has one in its place; `source`: the own one's, else the indicator's.
    """
    s, i, own = shown_indicator.c, indicator.c, region_target.c
    here = own.target.is_not(None)
    return (
        select(
            s.code,
            func.coalesce(own.target, s.target).label("target"),
            func.coalesce(own.target_year, s.target_year).label("target_year"),
            s.target.label("usual"),
            here.label("own"),
            case((here, own.source), else_=i.source).label("source"),
        )
        .join_from(shown_indicator, indicator, i.code == s.indicator)
        .outerjoin(region_target, and_(own.indicator == s.code, own.region == REGION))
        .where(or_(here, s.target.is_not(None)))
        .order_by(s.position)
    )
