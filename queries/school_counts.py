"""Ask how many schools stand on each step of the ladder, from which pages take their counts."""

from sqlalchemy import CTE, ColumnElement, and_, case, exists, literal, or_, select, union_all

from data.definitions import entries, in_the_project, one_if, reported, year_of
from data.schema import (
    assessment_result,
    municipality,
    road_map_execution,
    school,
    school_status,
    series_break,
    shown_indicator,
)
from data.statements import Statement
from queries.by_shape import (
    COHORT,
    EVERY,
    INDICATOR,
    MUNICIPALITY,
    REGION,
    SUBJECT,
    YEAR,
    by_shape,
    of_picked,
)
from queries.dialects import total
from queries.view import ALL, NEVER, View

BESIDE = {
    "listed": "",
    "reported": "listed",
    "marked": "listed",
    "in_project": "listed",
    "with_results": "in_project",
    "ever": "in_project",
    "ever_with_results": "ever",
}
"""The steps in their order, each with the step that it is told beside."""


@by_shape
def steps(view: View) -> Statement:
    """One row per step of the ladder: `schools` on it, `both` of them on the step beside it, too.

    `listed`: low-performing in the year; `reported`: of these, the municipality reported on
    mentoring; `marked`: with a road-map measure due in the year; `in_project`: in the project, or
    with its documents of the year; `ever`: in the project by the year; `with_results`: in the
    project with results of the indicator in the year; `ever_with_results`: of `ever`, with its
    results of any year by then. NULL: of no school of the place the status is known.
    """
    flags = _flags(view)
    parts = [
        select(
            literal(position).label("position"),
            literal(step).label("step"),
            total(flags.c[step]).label("schools"),
            total(flags.c[step] * flags.c[beside or step]).label("both"),
        )
        for position, (step, beside) in enumerate(BESIDE.items(), 1)
    ]
    row = union_all(*parts).subquery("steps").c
    return select(row.position, row.step, row.schools, row.both).order_by(row.position)


def _flags(view: View) -> CTE:
    """One row per chosen school of the place: 1 or 0 for each step, NULL where it is not known."""
    status, entry, row, step = school_status.c, entries(), school.c, road_map_execution.c
    known, entered = status.school_id.is_not(None), entry.c.entry_year <= YEAR
    inside = row.school_id.in_(in_the_project(YEAR))
    told = and_(status.low_performing, reported(row.oktmo, YEAR, "mentorship"))
    marked = exists().where(step.school_id == row.school_id, year_of(step.due_date) == YEAR)
    now = and_(status.in_project, _has_results(view, assessment_result.c.year == YEAR))
    ever = and_(entered, _has_results(view, assessment_result.c.year <= YEAR))
    return (
        select(
            case((known, one_if(status.low_performing))).label("listed"),
            case((known, one_if(told))).label("reported"),
            one_if(marked).label("marked"),
            case((or_(known, inside), one_if(inside))).label("in_project"),
            case((known, one_if(now))).label("with_results"),
            one_if(entered).label("ever"),
            one_if(ever).label("ever_with_results"),
        )
        .join(municipality, municipality.c.oktmo == row.oktmo)
        .outerjoin(school_status, and_(status.school_id == row.school_id, status.year == YEAR))
        .outerjoin(entry, entry.c.school_id == row.school_id)
        .where(*_chosen(view, entry))
        .cte("flags")
    )


def _chosen(view: View, entry: CTE) -> tuple[ColumnElement[bool], ...]:
    """Narrow schools to the place, the cohort, the kind and the picked schools of the view."""
    kinds = {
        "all": (),
        "low_performing": (school_status.c.low_performing,),
        "urban": (school.c.locality == "urban",),
        "rural": (school.c.locality == "rural",),
    }
    of_place = municipality.c.region == REGION
    if view.municipality != ALL:
        of_place = school.c.oktmo == MUNICIPALITY
    cohort = () if view.cohort == NEVER else (entry.c.entry_year == COHORT,)
    return (of_place, *kinds[view.schools], *cohort, *of_picked(view, school.c.school_id))


def _has_results(view: View, when: ColumnElement[bool]) -> ColumnElement[bool]:
    """Say whether a school has results of the indicator and subject that can be compared."""
    row, broken = assessment_result.c, series_break.c
    incomparable = exists().where(broken.procedure == row.procedure, broken.year == row.year)
    subject = () if view.subject == EVERY else (row.subject == SUBJECT,)
    procedure = select(shown_indicator.c.procedure).where(shown_indicator.c.code == INDICATOR)
    return exists().where(
        row.school_id == school.c.school_id,
        row.procedure.in_(procedure),
        row.participants > 0,
        when,
        ~incomparable,
        *subject,
    )
