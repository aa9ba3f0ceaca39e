"""Ask for road maps: their measures, the marks of schools, and what a region stated about its own.

Questions are of a whole region: a page counts its parts from one answer.
"""

from sqlalchemy import CTE, and_, func, select

from data.definitions import year_of
from data.schema import (
    municipality,
    regional_measure_fact,
    road_map,
    road_map_execution,
    road_map_measure,
    school,
    school_status,
    source_document,
)
from data.statements import Statement
from queries.by_shape import REGION, YEAR, by_shape
from queries.view import View


@by_shape
def maps(view: View) -> Statement:
    """One row per road map of the region, with its document where that is a listed one."""
    m, d = road_map.c, source_document.c
    return (
        select(
            m.code,
            m.name_ru,
            m.name_en,
            m.first_year,
            m.last_year,
            m.basis,
            m.source,
            d.title_ru.label("document_ru"),
            d.title_en.label("document_en"),
        )
        .outerjoin(source_document, d.source == m.source)
        .where(m.region == REGION)
        .order_by(m.code)
    )


@by_shape
def measures(view: View) -> Statement:
    """One row per measure of a road map of the region, by section and number within its map."""
    row, m, d = road_map_measure.c, road_map.c, source_document.c
    return (
        select(
            row.measure_id,
            row.road_map,
            row.section_no,
            row.section,
            row.measure_no,
            row.text_ru,
            row.deadline_as_written,
            row.start,
            row.end,
            row.recurrence,
            row.months,
            row.responsible,
            row.sub_actions,
            m.first_year,
            m.last_year,
            row.source,
            d.title_ru.label("document_ru"),
            d.title_en.label("document_en"),
        )
        .join(road_map, m.code == row.road_map)
        .outerjoin(source_document, d.source == row.source)
        .where(m.region == REGION)
        .order_by(row.road_map, row.section_no, row.measure_no, row.measure_id)
    )


@by_shape
def executions(view: View) -> Statement:
    """One row per measure, school of the region and due date in the year, done or not.

    `low_performing`: on the list of that year; `entry_year`: of its first year in the project,
    NULL if it never was.
    """
    step, status, entry = road_map_execution.c, school_status.c, _entry().c
    return (
        select(
            step.measure_id,
            step.school_id,
            school.c.name.label("school"),
            school.c.oktmo,
            municipality.c.short_name_ru.label("municipality"),
            school.c.locality,
            func.coalesce(status.low_performing, False).label("low_performing"),
            entry.entry_year,
            step.due_date,
            step.done_date,
            step.evidence,
        )
        .join(school, school.c.school_id == step.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .outerjoin(school_status, and_(status.school_id == step.school_id, status.year == YEAR))
        .outerjoin(entry.school_id.table, entry.school_id == step.school_id)
        .where(municipality.c.region == REGION, year_of(step.due_date) == YEAR)
        .order_by(step.measure_id, step.due_date, step.school_id)
    )


@by_shape
def facts(view: View) -> Statement:
    """One row per stated fact about a measure of the region, of any year, with its document."""
    f, d = regional_measure_fact.c, source_document.c
    return (
        select(
            f.measure_no,
            f.fact_no,
            f.measure,
            f.collegium_task,
            f.status,
            f.date,
            f.fact_ru,
            f.evidence,
            f.status_basis,
            f.source,
            d.title_ru.label("document_ru"),
            d.title_en.label("document_en"),
        )
        .outerjoin(source_document, d.source == f.source)
        .where(f.region == REGION)
        .order_by(f.measure_no, f.fact_no)
    )


def _entry() -> CTE:
    """One row per school that was ever in the project: its first year in it."""
    status = school_status.c
    return (
        select(status.school_id, func.min(status.year).label("entry_year"))
        .where(status.in_project)
        .group_by(status.school_id)
        .cte("entry")
    )
