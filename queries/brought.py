"""Ask what a region has brought of each declared table, for those who say what is lacking."""

from sqlalchemy import ColumnElement, Table, and_, func, literal, or_, select, true, union_all

from data.demo.signs import signed
from data.schema import INTAKE_TABLES, municipality, region
from data.statements import Statement
from queries.by_shape import REGION, by_shape
from queries.view import View


@by_shape
def tables(view: View) -> Statement:
    """One row per declared table: its rows about the region, and those without a generator's sign.

    `signs`: rows of any region that bear one. A table that is about no region counts for each.
    """
    parts = [_of(table, position) for position, table in enumerate(INTAKE_TABLES, 1)]
    rows = union_all(*parts).subquery("rows").c
    return select(rows.name, rows.rows, rows.unsigned, rows.signs).order_by(rows.position)


def _of(table: Table, position: int) -> Statement:
    here, signs = _in_region(table), signed(table)
    return select(
        literal(position).label("position"),
        literal(table.name).label("name"),
        func.count().filter(here).label("rows"),
        func.count().filter(and_(here, ~signs)).label("unsigned"),
        func.count().filter(signs).label("signs"),
    ).select_from(table)


def _in_region(table: Table) -> ColumnElement[bool]:
    """Tell of each row whether it is about the region, by what its table refers to."""
    if table is region:
        return region.c.code == REGION
    if table is municipality:
        return municipality.c.region == REGION
    found = [
        column.in_(select(key.column).where(_in_region(key.column.table)))
        for column in table.columns
        for key in column.foreign_keys
        if _is_about_a_region(key.column.table)
    ]
    return or_(*found) if found else true()


def _is_about_a_region(table: Table) -> bool:
    """Tell whether rows of a table lead to a region, by one reference or by several."""
    parents = (key.column.table for column in table.columns for key in column.foreign_keys)
    return table in (region, municipality) or any(map(_is_about_a_region, parents))
