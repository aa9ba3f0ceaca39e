"""Add up pupils' results, and tell which sums may be shown: those made of whole blocks.

The blocks are made at publishing, in two books over the same results (`result_block`); no page
shows pupils' results by any other rule.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Double,
    FromClause,
    Subquery,
    and_,
    case,
    cast,
    distinct,
    func,
    or_,
    select,
)

from data.schema import result_block, shown_indicator
from queries.by_shape import EVERY, INDICATOR, REGION, SUBJECT
from queries.dialects import total
from queries.view import View

row = result_block.c

BELOW, SCORE = "below", "score"
"""What is measured of a result; each has blocks of its own."""


def joined() -> FromClause:
    """Join results with the shown indicators of their procedure."""
    return result_block.join(shown_indicator, shown_indicator.c.procedure == row.procedure)


def chosen(view: View, measure: str = BELOW) -> tuple[ColumnElement[bool], ...]:
    """Keep results of the region and indicator, of the schools and the subject of a view."""
    subject = (row.subject == SUBJECT,) if view.subject != EVERY else ()
    indicator = shown_indicator.c.code == INDICATOR
    return (row.measure == measure, row.region == REGION, indicator, *of_schools(view), *subject)


def of_schools(view: View) -> tuple[ColumnElement[bool], ...]:
    """Keep results of the schools that a view asks for."""
    return {
        "all": (),
        "low_performing": (row.low_performing,),
        "urban": (row.locality == "urban",),
        "rural": (row.locality == "rural",),
    }[view.schools]


def added_up(
    of: FromClause,
    keys: Sequence[ColumnElement[Any]],
    which: Sequence[ColumnElement[bool]],
    name: str = "followed",
) -> Subquery:
    """One row per group of `keys`: schools, participants, below, mean score, and `shown`.

    `participants` counts results; the results of `which` are of one measure and region. A group
    is shown if its results are whole blocks of either book, in every procedure and year.
    """
    sums = select(
        *keys,
        func.count(distinct(row.school_id)).label("schools"),
        total(row.results).label("participants"),
        total(row.below).label("below"),
        cast(func.sum(row.points) / func.sum(row.results), Double).label("mean_score"),
    )
    found = sums.select_from(of).where(*which).group_by(*keys).subquery("sums")
    whole = shown(of, keys, which, "whole")
    same = and_(*(whole.c[key.name] == found.c[key.name] for key in keys))
    return select(*found.c, whole.c.shown).join_from(found, whole, same).subquery(name)


def shown(
    of: FromClause,
    keys: Sequence[ColumnElement[Any]],
    which: Sequence[ColumnElement[bool]],
    name: str,
) -> Subquery:
    """One row per group of `keys`: whether it may be shown."""
    one, other = (_wholes(of, keys, which, book) for book in ("municipal", "regional"))
    named = [one.c[key.name] for key in keys]
    same = and_(*(other.c[key.name] == one.c[key.name] for key in keys))
    either = or_(one.c.whole, other.c.whole).label("shown")
    return select(*named, either).join_from(one, other, same).subquery(name)


def _wholes(
    of: FromClause,
    keys: Sequence[ColumnElement[Any]],
    which: Sequence[ColumnElement[bool]],
    book: str,
) -> Subquery:
    """One row per group of `keys`: whether its results are whole blocks of a book."""
    here, whole = func.sum(row.results), func.min(row[f"of_{book}"])
    is_whole = case((here == whole, 1), else_=0).label("is_whole")
    block = (row.procedure, row.year, row[f"block_{book}"])
    blocks = select(*keys, is_whole).select_from(of).where(*which).group_by(*keys, *block)
    part = blocks.subquery("blocks").c
    named = [part[key.name] for key in keys]
    every = cast(func.min(part.is_whole) == 1, Boolean).label("whole")
    return select(*named, every).group_by(*named).subquery(f"of_{book}")
