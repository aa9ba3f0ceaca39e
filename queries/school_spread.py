"""Add up over schools how far results of one school move together; no school's row leaves.

What is made of these sums, and why, is told in `queries/methods/alike.py`.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Double,
    FromClause,
    Numeric,
    Subquery,
    cast,
    func,
    select,
)

from data.schema import result_block
from queries.dialects import total

row = result_block.c


def places(
    of: FromClause, keys: Sequence[ColumnElement[Any]], which: Sequence[ColumnElement[bool]]
) -> CTE:
    """One row per municipality and group of `keys`: schools, results, below, and their powers.

    `results_2` is the sum over schools of their squared numbers of results, `cross` that of
    results times below, and so on.
    """
    sums = (total(row.results).label("results"), total(row.below).label("below"))
    school = select(*keys, row.oktmo, *sums).select_from(of).where(*which)
    one = school.group_by(*keys, row.oktmo, row.school_id).subquery("schools").c
    m, x = (cast(amount, Double) for amount in (one.results, one.below))
    powers = {"results_2": m * m, "results_3": m * m * m, "below_2": x * x, "cross": m * x}
    named = [one[key.name] for key in keys]
    return (
        select(
            *named,
            one.oktmo,
            func.count().label("schools"),
            *(total(one[name]).label(name) for name in ("results", "below")),
            *(func.sum(power).label(name) for name, power in powers.items()),
        )
        .group_by(*named, one.oktmo)
        .cte("places")
    )


def added_up(place: CTE, keys: Sequence[str]) -> Subquery:
    """One row per group of `keys`: sums over its municipalities.

    `within`: squares of a school's count below the threshold less what its municipality's share
    makes of its results. `apart` and `together`: what that would be, over share × (1 − share), if
    results were independent, and if all of a school were one result. `sizes`: squares of the
    schools' results. `freedom`: schools beyond one in each municipality.
    """
    one, named = place.c, [place.c[key] for key in keys]
    results, below = (cast(amount, Double) for amount in (one.results, one.below))
    share, part = below / results, one.results_2 / results
    amounts = {
        "within": one.below_2 - 2 * share * one.cross + share * share * one.results_2,
        "apart": results - part,
        "together": one.results_2 - 2 * one.results_3 / results + part * part,
        "sizes": one.results_2,
    }
    # Exact sums, for those of floating numbers differ by the order in which rows come.
    exact = {name: cast(amount, Numeric(38, 6)) for name, amount in amounts.items()}
    sums = (cast(func.sum(amount), Double).label(name) for name, amount in exact.items())
    freedom = cast(func.sum(one.schools - 1), BigInteger).label("freedom")
    return select(*named, *sums, freedom).group_by(*named).subquery("spread")
