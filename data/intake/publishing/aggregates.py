"""Count municipal indicators once, while publishing, so that no page scans the facts.

Each statement gives one row per municipality, year, locality, whether the school is low
performing in that year, and year of entry into the project (0: never), for one indicator.
"""

from typing import Any

from sqlalchemy import (
    Integer,
    and_,
    case,
    cast,
    distinct,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.selectable import CTE

from data.definitions import (
    done_by_year_end,
    entitled_mentors,
    in_force_at_year_end,
    year_of,
)
from data.intake.publishing.school_years import school_years
from data.schema import (
    assessment_result,
    mentorship,
    municipal_report,
    road_map_execution,
    shown_indicator,
    training,
)
from data.statements import Statement


def municipal_indicators() -> Statement:
    """One row per municipality, year, indicator, locality, low performing and year of entry."""
    kinds = school_years()
    parts = (
        _low_performing(kinds),
        _mentored(kinds),
        _below_threshold(kinds),
        _road_maps(kinds),
        _trained(kinds),
    )
    rows = union_all(*parts).subquery("rows")
    return select(rows).order_by(rows.c.indicator, rows.c.year, rows.c.oktmo)


def _one_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)


def _counted(
    kinds: CTE,
    indicator: ColumnElement[Any] | str,
    numerator: ColumnElement[Any],
    denominator: ColumnElement[Any],
) -> Statement:
    """Sum an indicator over schools of one kind; joins and filters are the caller's."""
    k = kinds.c
    code = literal(indicator) if isinstance(indicator, str) else indicator
    groups = (k.oktmo, k.region, k.year, k.locality, k.low_performing, k.entry_year)
    return select(
        k.oktmo,
        k.year,
        code.label("indicator"),
        k.locality,
        k.low_performing,
        k.entry_year,
        k.region,
        cast(func.count(distinct(k.school_id)), Integer).label("schools"),
        cast(func.sum(numerator), Integer).label("numerator"),
        cast(func.sum(denominator), Integer).label("denominator"),
    ).group_by(*groups, *([] if isinstance(indicator, str) else [indicator]))


def _reported(kinds: CTE, subject: str) -> ColumnElement[bool]:
    """Say whether the municipality answered for a subject in the year."""
    report = municipal_report.c
    return (
        select(literal(1))
        .where(
            report.oktmo == kinds.c.oktmo,
            report.year == kinds.c.year,
            report.subject == subject,
            report.reported,
        )
        .exists()
    )


def _low_performing(kinds: CTE) -> Statement:
    """Low-performing schools of the schools with a known status.

    A list of low-performing schools alone does not tell how many others there are: without the
    municipality's report the denominator stays unknown.
    """
    whole = case((_reported(kinds, "status"), 1), else_=null())
    return _counted(kinds, "IND-19", _one_if(kinds.c.low_performing), whole).where(kinds.c.known)


def _mentored(kinds: CTE) -> Statement:
    """Low-performing schools with an entitled mentor on 31 December, of all low-performing ones."""
    pair, mentor = mentorship.c, entitled_mentors()
    mentored = (
        select(pair.mentee_id, mentor.c.year)
        .join(mentor, mentor.c.school_id == pair.mentor_id)
        .where(in_force_at_year_end(mentor.c.year))
        .distinct()
        .cte("mentored")
    )
    found = and_(mentored.c.mentee_id == kinds.c.school_id, mentored.c.year == kinds.c.year)
    one = _one_if(mentored.c.mentee_id.is_not(None))
    return (
        _counted(kinds, "IND-03", one, literal(1))
        .outerjoin_from(kinds, mentored, found)
        .where(kinds.c.low_performing, _reported(kinds, "mentorship"))
    )


def _below_threshold(kinds: CTE) -> Statement:
    """Results below the threshold of all results, by procedure."""
    result = assessment_result.c
    keys = (result.school_id, result.year, result.procedure)
    sums = [
        func.sum(amount).label(amount.name)
        for amount in (result.below_threshold, result.participants)
    ]
    # Summed a school first: to tell a million rows' different schools apart takes far longer.
    of_school = select(*keys, *sums).group_by(*keys).cte("of_school").c
    here = and_(of_school.school_id == kinds.c.school_id, of_school.year == kinds.c.year)
    shown = shown_indicator.c
    return (
        _counted(kinds, shown.code, of_school.below_threshold, of_school.participants)
        .join_from(kinds, of_school.school_id.table, here)
        .join(shown_indicator, shown.procedure == of_school.procedure)
    )


def _road_maps(kinds: CTE) -> Statement:
    """Measures done by the end of the year of all that fell due in it."""
    step = road_map_execution.c
    due = year_of(step.due_date)
    here = and_(step.school_id == kinds.c.school_id, due == kinds.c.year)
    done = _one_if(done_by_year_end())
    return _counted(kinds, "IND-13", done, literal(1)).join_from(kinds, road_map_execution, here)


def _trained(kinds: CTE) -> Statement:
    """Teachers of low-performing schools who completed training, of all their teachers."""
    row = training.c
    here = and_(row.school_id == kinds.c.school_id, row.year == kinds.c.year)
    return (
        _counted(kinds, "IND-20", row.trained, row.teachers)
        .join_from(kinds, training, here)
        .where(kinds.c.low_performing)
    )
