"""Build the statement of a question once for each shape of view, and fill in its values.

Building a SELECT costs more than DuckDB takes to answer a small one. What a view changes in the
text is its shape: which schools, whether a cohort, one municipality, one subject, picked schools;
the rest are values.
"""

import functools
from collections.abc import Callable, Hashable

from sqlalchemy import BindParameter, ColumnElement, Date, Integer, String, bindparam
from sqlalchemy.sql import visitors

from data.statements import Statement
from queries.view import ALL, NEVER, View

EVERY = View.subject
"""All subjects together."""

REGION = bindparam("region", type_=String)
MUNICIPALITY = bindparam("municipality", type_=String)
INDICATOR = bindparam("indicator", type_=String)
YEAR = bindparam("year", type_=Integer)
FIRST_YEAR = bindparam("first_year", type_=Integer)
COHORT = bindparam("cohort", type_=Integer)
SUBJECT = bindparam("subject", type_=String)
DAY = bindparam("day", type_=Date)
PICKED = bindparam("picked", type_=String, expanding=True)
PARAMETERS = {
    p.key for p in (REGION, MUNICIPALITY, INDICATOR, YEAR, FIRST_YEAR, COHORT, SUBJECT, DAY, PICKED)
}


def by_shape(build: Callable[[View], Statement]) -> Callable[[View], Statement]:
    """Make a question of `build`, which may ask its view for the shape alone.

    For values it uses the parameters above; two views of one shape get the same text. Its `key`
    gives what its answer depends on: the shape, and the values that the text names.
    """
    built = functools.cache(build)
    names = functools.cache(lambda shape: _named(built(shape)))

    @functools.wraps(build)
    def question(view: View) -> Statement:
        return built(_shape(view)).params(_values(view))

    def key(view: View) -> Hashable:
        shape, values = _shape(view), _values(view)
        return shape, tuple(values[name] for name in names(shape))

    question.key = key  # type: ignore[attr-defined]
    return question


def _values(view: View) -> dict[str, Hashable]:
    """Give every parameter its value."""
    return {
        "region": view.region,
        "municipality": view.municipality,
        "indicator": view.indicator,
        "year": view.year,
        "first_year": view.first_year,
        "cohort": view.cohort,
        "subject": view.subject,
        "day": view.day,
        "picked": view.picked_schools,
    }


def _named(statement: Statement) -> tuple[str, ...]:
    """List the parameters that a statement names, parts of it that stand apart included."""
    parts = visitors.iterate(statement)
    found = {part.key for part in parts if isinstance(part, BindParameter)}
    return tuple(sorted(found & PARAMETERS))


def _shape(view: View) -> View:
    """Reduce a view to what the text depends on: a value in it would be a mistake, so none is."""
    return View(
        region="",
        year=-1,
        first_year=-1,
        municipality=ALL if view.municipality == ALL else "one",
        cohort=NEVER if view.cohort == NEVER else -1,
        indicator="",
        schools=view.schools,
        subject=EVERY if view.subject == EVERY else "one",
        picked="some" if view.picked else ALL,
    )


def of_picked(view: View, school_id: ColumnElement[str]) -> tuple[ColumnElement[bool], ...]:
    """Narrow rows to the schools that the reader picked, if he picked any."""
    return (school_id.in_(PICKED),) if view.picked else ()
