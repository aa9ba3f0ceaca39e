"""Ask for the cells of the heat map: municipality × indicator in a year, or × year."""

import functools
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Double,
    FromClause,
    Integer,
    String,
    Subquery,
    and_,
    case,
    cast,
    func,
    null,
    select,
    true,
    union,
    union_all,
)

from data.indicators import of_schools
from data.schema import (
    indicator,
    indicator_value,
    municipal_indicator,
    municipal_report,
    municipality,
    result_block,
    school,
    series_break,
    shown_indicator,
)
from data.statements import Statement
from queries import school_spread, whole_blocks
from queries.by_shape import (
    COHORT,
    FIRST_YEAR,
    INDICATOR,
    PICKED,
    REGION,
    YEAR,
    by_shape,
    of_picked,
)
from queries.dialects import total
from queries.methods.alike import AMOUNTS
from queries.view import NEVER, View


@by_shape
def by_indicator(view: View) -> Statement:
    """One row per municipality of the region and shown indicator, in the year of the view."""
    shown = shown_indicator.c
    axis = select(
        shown.code.label("column"),
        shown.position,
        shown.code.label("indicator"),
        cast(YEAR, Integer).label("year"),
    )
    return _cells(view, axis.cte("axis"), result_block.c.year == YEAR)


@by_shape
def by_year(view: View) -> Statement:
    """One row per municipality of the region and year, for the indicator of the view."""
    year = _years().subquery("years").c.year
    axis = select(
        cast(year, String).label("column"),
        year.label("position"),
        cast(INDICATOR, String).label("indicator"),
        year,
    ).where(year.between(FIRST_YEAR, YEAR))
    years = result_block.c.year.between(FIRST_YEAR, YEAR)
    return _cells(view, axis.cte("axis"), years, shown_indicator.c.code == INDICATOR)


def _years() -> CompoundSelect[Any]:
    """One row per year in which the region has a count, or a published value of the indicator."""
    counted, stated = municipal_indicator.c, indicator_value.c
    own = stated.indicator == INDICATOR
    return union(
        select(counted.year).where(counted.region == REGION),
        select(stated.year)
        .join(municipality, municipality.c.oktmo == stated.oktmo)
        .where(municipality.c.region == REGION, own),
    )


def counts(view: View) -> FromClause:
    """One row per municipality, year, indicator and kind of school, as publishing has summed them.

    Of picked schools the sums are made anew: they are no kind, so nothing was summed of them.
    """
    return _of_picked() if view.picked else municipal_indicator


@functools.cache
def _of_picked() -> FromClause:
    return of_schools(school.c.school_id.in_(PICKED)).cte("counts_of_picked")


def chosen_schools(view: View) -> ColumnElement[bool]:
    """Keep counts that are of the kind of schools and the cohort that the reader chose."""
    row = counts(view).c
    kinds = {
        "all": true(),
        "low_performing": row.low_performing,
        "urban": row.locality == "urban",
        "rural": row.locality == "rural",
    }
    cohort = true() if view.cohort == NEVER else row.entry_year == COHORT
    return and_(kinds[view.schools], cohort)


def _results(view: View, *asked: ColumnElement[bool]) -> tuple[ColumnElement[bool], ...]:
    """Keep pupils' results of the region, of the schools, cohort and picked ones of the view."""
    cohort = () if view.cohort == NEVER else (result_block.c.entry_year == COHORT,)
    which = (result_block.c.measure == whole_blocks.BELOW, result_block.c.region == REGION)
    picked = of_picked(view, result_block.c.school_id)
    return (*which, *whole_blocks.of_schools(view), *cohort, *picked, *asked)


COLUMN = (result_block.c.year, shown_indicator.c.code.label("indicator"))
"""What tells the columns of pupils' results apart."""


def _counted(view: View, places: CTE, which: tuple[ColumnElement[bool], ...]) -> CTE:
    """One row per municipality, year and indicator: counts of the chosen schools.

    `shown` says whether pupils' results may be shown, `region_shown` whether those of the region.
    """
    kind = counts(view).c
    amounts = [total(kind[name]).label(name) for name in COUNTS]
    pupils = select(shown_indicator.c.code).where(shown_indicator.c.kind == "pupil_rate")
    full = (
        select(kind.oktmo, kind.year, kind.indicator, *amounts, true().label("shown"))
        .add_columns(true().label("region_shown"))
        .where(kind.region == REGION, kind.indicator.not_in(pupils), chosen_schools(view))
        .group_by(kind.oktmo, kind.year, kind.indicator)
    )
    return union_all(full, _pupils(places, which)).cte("counted")


def _pupils(places: CTE, which: tuple[ColumnElement[bool], ...]) -> Statement:
    """One row per municipality, year and share of pupils."""
    of, row = whole_blocks.joined(), result_block.c
    here = whole_blocks.shown(of, (row.oktmo, *COLUMN), which, "here")
    whole = whole_blocks.shown(of, (row.region, *COLUMN), which, "whole")
    return select(
        places.c.oktmo,
        places.c.year,
        places.c.indicator,
        places.c.below.label("numerator"),
        places.c.results.label("denominator"),
        places.c.schools,
        here.c.shown,
        whole.c.shown.label("region_shown"),
    ).select_from(
        places.join(here, _same(here, places.c.oktmo, places)).join(
            whole, _same_column(whole, places)
        )
    )


def _same_column(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    return and_(one.c.year == other.c.year, one.c.indicator == other.c.indicator)


def _cells(view: View, axis: CTE, *asked: ColumnElement[bool]) -> Statement:
    """One row per municipality and column of `axis`, with every reason why a cell may be empty."""
    which, report = _results(view, *asked), municipal_report.c
    places = school_spread.places(whole_blocks.joined(), COLUMN, which)
    counted = _counted(view, places, which)
    spread = school_spread.added_up(places, ("year", "indicator"))
    value = indicator_value.c.value if view.is_of_every_school else cast(null(), Double)
    return (
        select(
            municipality.c.oktmo,
            municipality.c.short_name_ru.label("name"),
            axis.c.column,
            axis.c.position,
            axis.c.indicator,
            axis.c.year,
            _kind().label("kind"),
            indicator.c.direction,
            indicator.c.unit,
            *(counted.c[name].label(name) for name in COUNTS),
            *(func.coalesce(counted.c[name], True).label(name) for name in SHOWN),
            *(_amount(view, spread.c[name]) for name in AMOUNTS),
            value.label("value"),
            report.reported,
            series_break.c.year.is_not(None).label("broken"),
        )
        .select_from(_joined(axis, counted, spread))
        .where(municipality.c.region == REGION)
        .order_by(axis.c.position, municipality.c.oktmo)
    )


def _amount(view: View, amount: ColumnElement[Any]) -> ColumnElement[Any]:
    """Give nothing of picked schools to be judged by: verdicts on one after another of all
    selections would tell what is hidden of a single school."""
    return cast(null(), Double).label(amount.key) if view.picked else amount


def _kind() -> ColumnElement[str]:
    """Tell how a cell reads: a published count with its whole is a full count like any other."""
    kind = shown_indicator.c.kind
    return case((kind == "stated_count", "coverage"), else_=kind)


COUNTS = ("numerator", "denominator", "schools")
SHOWN = ("shown", "region_shown")


def _joined(axis: CTE, counted: CTE, spread: Subquery) -> FromClause:
    """Join every municipality with every column, and with what is known of the pair."""
    shown, report, here = shown_indicator.c, municipal_report.c, municipality.c.oktmo
    return (
        municipality.join(axis, true())
        .join(shown_indicator, shown.code == axis.c.indicator)
        .join(indicator, indicator.c.code == shown.indicator)
        .outerjoin(counted, _same(counted, here, axis))
        .outerjoin(spread, _same_column(spread, axis))
        .outerjoin(indicator_value, _same(indicator_value, here, axis))
        .outerjoin(
            municipal_report,
            and_(
                report.oktmo == here,
                report.year == axis.c.year,
                report.subject == shown.report_subject,
            ),
        )
        .outerjoin(
            series_break,
            and_(series_break.c.procedure == shown.procedure, series_break.c.year == axis.c.year),
        )
    )


def _same(rows: FromClause, oktmo: ColumnElement[str], axis: CTE) -> ColumnElement[bool]:
    return and_(rows.c.oktmo == oktmo, _same_column(rows, axis))
