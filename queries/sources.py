"""Ask where a version comes from: its documents, its files, and what stems from which document."""

import functools

from sqlalchemy import func, select, union_all

from data.schema import (
    data_input,
    recommendation,
    regional_measure_fact,
    road_map_measure,
    source_document,
    stated_fact,
)
from data.statements import Statement


@functools.cache
def documents() -> Statement:
    """One row per source document."""
    d = source_document.c
    return select(d.source, d.title_ru, d.title_en, d.document_date).order_by(d.source)


@functools.cache
def inputs() -> Statement:
    """One row per file, and sheet of a workbook, that the current version took rows from."""
    i = data_input.c
    taken = select(i.file, i.table_name, i.rows, i.sha256).where(i.version.is_(None))
    return taken.order_by(i.file, i.number)


@functools.cache
def rows_by_source() -> Statement:
    """One row per source document: how many decisions, measures and stated facts come from it."""
    parts = [
        select(table.c.source)
        for table in (recommendation, road_map_measure, regional_measure_fact, stated_fact)
    ]
    rows = union_all(*parts).subquery("rows")
    counted = select(rows.c.source, func.count().label("rows"))
    return counted.group_by(rows.c.source).order_by(rows.c.source)
