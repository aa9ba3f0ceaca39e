"""Ask for the cells of the heat map: municipality × indicator in a year, or × year."""

from sqlalchemy import (
    CTE,
    ColumnElement,
    Double,
    FromClause,
    Integer,
    String,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    select,
    true,
)

from data.schema import (
    indicator,
    indicator_value,
    municipal_indicator,
    municipal_report,
    municipality,
    series_break,
    shown_indicator,
)
from data.statements import Statement
from queries.by_shape import COHORT, FIRST_YEAR, INDICATOR, REGION, YEAR, by_shape
from queries.dialects import total
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
    return _cells(view, axis.cte("axis"))


@by_shape
def by_year(view: View) -> Statement:
    """One row per municipality of the region and year, for the indicator of the view."""
    year = municipal_indicator.c.year
    axis = (
        select(
            cast(year, String).label("column"),
            year.label("position"),
            cast(INDICATOR, String).label("indicator"),
            year,
        )
        .where(
            municipal_indicator.c.region == REGION,
            year.between(FIRST_YEAR, YEAR),
        )
        .distinct()
    )
    return _cells(view, axis.cte("axis"))


def chosen_schools(view: View) -> ColumnElement[bool]:
    """Keep rows of the aggregate that are of the schools and cohort that the reader chose."""
    row = municipal_indicator.c
    kinds = {
        "all": true(),
        "low_performing": row.low_performing,
        "urban": row.locality == "urban",
        "rural": row.locality == "rural",
    }
    cohort = true() if view.cohort == NEVER else row.entry_year == COHORT
    return and_(kinds[view.schools], cohort)


def filtered(view: View) -> bool:
    """Say whether the reader asked for some schools only."""
    return view.schools != "all" or view.cohort != NEVER


def _counted(view: View) -> CTE:
    """One row per municipality, year and indicator: the chosen schools beside all schools.

    `smallest` is the smallest of the kinds that filters distinguish: parts are hidden where it is
    small, because what one filter hides, the difference of two others would give away.
    """
    kind = _kinds(view).c
    sums = [total(kind[name]).label(name) for name in COUNTS]
    smallest = func.min(case((kind.all_denominator > 0, kind.all_denominator))).label("smallest")
    keys = (kind.oktmo, kind.year, kind.indicator)
    return select(*keys, *sums, smallest).group_by(*keys).cte("counted")


def _kinds(view: View) -> CTE:
    """One row per municipality, year, indicator and kind of school that filters distinguish."""
    row = municipal_indicator.c
    chosen = chosen_schools(view)
    amounts = [
        total(case((chosen, row[name]))).label(name)
        for name in ("numerator", "denominator", "schools")
    ]
    whole = [total(row[name]).label(f"all_{name}") for name in ("numerator", "denominator")]
    apart = [row.locality, row.low_performing] if filtered(view) else []
    cohorts = [row.entry_year] if view.cohort != NEVER else []
    return (
        select(row.oktmo, row.year, row.indicator, *amounts, *whole)
        .where(row.region == REGION, row.year.between(FIRST_YEAR, YEAR))
        .group_by(row.oktmo, row.year, row.indicator, *apart, *cohorts)
        .cte("kinds")
    )


def _cells(view: View, axis: CTE) -> Statement:
    """One row per municipality and column of `axis`, with every reason why a cell may be empty."""
    counted, shown, report = _counted(view), shown_indicator.c, municipal_report.c
    value = cast(null(), Double) if filtered(view) else indicator_value.c.value
    return (
        select(
            municipality.c.oktmo,
            municipality.c.short_name_ru.label("name"),
            axis.c.column,
            axis.c.position,
            axis.c.indicator,
            axis.c.year,
            shown.kind,
            indicator.c.direction,
            shown.target,
            *(counted.c[name].label(name) for name in (*COUNTS, "smallest")),
            literal(filtered(view)).label("filtered"),
            value.label("value"),
            report.reported,
            series_break.c.year.is_not(None).label("broken"),
        )
        .select_from(_joined(axis, counted))
        .where(municipality.c.region == REGION)
        .order_by(axis.c.position, municipality.c.oktmo)
    )


COUNTS = ("numerator", "denominator", "schools", "all_numerator", "all_denominator")


def _joined(axis: CTE, counted: CTE) -> FromClause:
    """Join every municipality with every column, and with what is known of the pair."""
    shown, report, here = shown_indicator.c, municipal_report.c, municipality.c.oktmo
    return (
        municipality.join(axis, true())
        .join(shown_indicator, shown.code == axis.c.indicator)
        .join(indicator, indicator.c.code == shown.indicator)
        .outerjoin(counted, _same(counted, here, axis))
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
    row = rows.c
    return and_(row.oktmo == oktmo, row.year == axis.c.year, row.indicator == axis.c.indicator)
