"""Compare the draft of a version with the version before: rows by place, and headline numbers."""

import functools

import pandas as pd
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Engine,
    FromClause,
    Table,
    and_,
    case,
    cast,
    column,
    false,
    func,
    literal,
    or_,
    select,
    table,
    union_all,
)

from data import store
from data.intake.publishing.draft import fetch_beside
from data.schema import INTAKE_TABLES, municipal_indicator, school
from data.statements import Statement

NOWHERE = ""
"""The place of rows that belong to no municipality: road maps and their measures."""


def rows(draft: Engine, before: store.Version | None) -> pd.DataFrame:
    """One row per table and municipality with any row before or after: what happened to them.

    Columns: table, oktmo, added, changed, removed, rows (after). `before` None: all are added.
    """
    if before is None:
        return store.fetch_arrow(draft, first()).to_pandas()
    was = store.engine(before)
    schools = store.fetch_arrow(was, select(school.c.school_id, school.c.oktmo))
    parts = []
    for declared in INTAKE_TABLES:
        beside = {"before": store.fetch_arrow(was, select(declared)), "before_school": schools}
        found = fetch_beside(draft, changes(declared), beside).to_pandas()
        parts.append(found.assign(table=declared.name))
    return pd.concat(parts, ignore_index=True)


@functools.cache
def first() -> Statement:
    """One row per table and municipality with nothing before it: all its rows are added."""
    parts = [_counted(number, declared) for number, declared in enumerate(INTAKE_TABLES)]
    row = union_all(*parts).subquery("parts").c
    none = cast(literal(0), BigInteger)
    amounts = {"added": row.many, "changed": none, "removed": none, "rows": row.many}
    states = [amount.label(name) for name, amount in amounts.items()]
    return select(row.oktmo, *states, row.table).order_by(row.number, row.oktmo)


def _counted(number: int, declared: Table) -> Statement:
    """One row per municipality of a table: how many rows it has."""
    of = _school(declared)
    place: ColumnElement[str] = literal(NOWHERE)
    joined: FromClause = declared
    if "oktmo" in declared.c:
        place = declared.c.oktmo
    elif of is not None:
        place, joined = school.c.oktmo, declared.join(school, school.c.school_id == declared.c[of])
    row = select(place.label("oktmo")).select_from(joined).subquery("found").c
    name = literal(declared.name).label("table")
    many = cast(func.count(), BigInteger).label("many")
    return select(literal(number).label("number"), name, row.oktmo, many).group_by(row.oktmo)


@functools.cache
def changes(declared: Table) -> Statement:
    """One row per municipality: rows of a table added, changed, removed, and left in the end."""
    old, new = table("before", *map(column, declared.columns.keys())), declared.c
    keys = declared.primary_key.columns.keys()
    same = and_(*[old.c[key] == new[key] for key in keys])
    came, went = old.c[keys[0]].is_(None), new[keys[0]].is_(None)
    rest = [item.name for item in declared.columns if item.name not in keys]
    differ = or_(false(), *[old.c[name].is_distinct_from(new[name]) for name in rest])
    joined, place = _placed(old.join(declared, same, full=True), old, declared)
    found = select(
        place.label("oktmo"),
        came.label("came"),
        went.label("went"),
        and_(~came, ~went, differ).label("differs"),
    )
    row = found.select_from(joined).subquery("found").c
    states = {"added": row.came, "changed": row.differs, "removed": row.went, "rows": ~row.went}
    many = [_many(state).label(name) for name, state in states.items()]
    return select(row.oktmo, *many).group_by(row.oktmo).order_by(row.oktmo)


def _many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return cast(func.sum(case((condition, 1), else_=0)), BigInteger)


def _placed(
    joined: FromClause, old: FromClause, declared: Table
) -> tuple[FromClause, ColumnElement[str]]:
    """Find the municipality of a row: its own, or its school's, as it is now if it still is."""
    if "oktmo" in declared.c:
        return joined, func.coalesce(declared.c.oktmo, old.c.oktmo)
    name = _school(declared)
    if name is None:
        return joined, literal(NOWHERE)
    of = func.coalesce(declared.c[name], old.c[name])
    was = table("before_school", column("school_id"), column("oktmo"))
    joined = joined.outerjoin(school, school.c.school_id == of)
    joined = joined.outerjoin(was, was.c.school_id == of)
    return joined, func.coalesce(school.c.oktmo, was.c.oktmo, NOWHERE)


def _school(declared: Table) -> str | None:
    return next((name for name in ("school_id", "mentee_id") if name in declared.c), None)


def headlines(draft: Engine, before: store.Version | None) -> pd.DataFrame:
    """One row per region and shown indicator in the last year of the draft: before and after."""
    keys = ["region", "indicator", "year"]
    after = _sums(draft, keys)
    after = after[after["year"].eq(after.groupby("region")["year"].transform("max"))]
    old = _sums(store.engine(before), keys) if before else after.iloc[:0]
    return after.merge(old, "left", keys, suffixes=("_after", "_before"))


def _sums(engine: Engine, keys: list[str]) -> pd.DataFrame:
    return store.fetch_arrow(engine, sums(keys)).to_pandas()


def sums(keys: list[str]) -> Statement:
    """Sum numerators, denominators of the published aggregate by some of its keys."""
    row = municipal_indicator.c
    amounts = [
        cast(func.sum(row[name]), BigInteger).label(name) for name in ("numerator", "denominator")
    ]
    by = [row[key] for key in keys]
    return select(*by, *amounts).group_by(*by).order_by(*by)
