"""Ask a draft for the results that are parted into blocks."""

from sqlalchemy import and_, exists, func, select

from data.definitions import entries
from data.schema import assessment_result, municipality, school, school_status, series_break
from data.statements import Statement

RESULT = ["school_id", "grade", "subject"]
"""What tells a result from the others of its region, procedure and year."""


def results() -> Statement:
    """One row per school, year, procedure, grade and subject that can be compared, with its keys.

    Years in which a series is broken are left out; the cohort is the first year in the project.
    """
    row, entry, status, broken = assessment_result.c, entries().c, school_status.c, series_break.c
    of_year = and_(status.school_id == row.school_id, status.year == row.year)
    return (
        select(
            municipality.c.region,
            row.procedure,
            row.year,
            row.school_id,
            row.grade,
            row.subject,
            school.c.oktmo,
            school.c.locality,
            func.coalesce(status.low_performing, False).label("low_performing"),
            func.coalesce(entry.entry_year, 0).label("entry_year"),
            row.participants.label("results"),
            row.below_threshold.label("below"),
            (row.mean_score * row.participants).label("points"),
        )
        .join_from(assessment_result, school, school.c.school_id == row.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .outerjoin(school_status, of_year)
        .outerjoin(entry.school_id.table, entry.school_id == row.school_id)
        .where(row.participants > 0)
        .where(~exists().where(broken.procedure == row.procedure, broken.year == row.year))
        .order_by(municipality.c.region, row.procedure, row.year, *(row[key] for key in RESULT))
    )
