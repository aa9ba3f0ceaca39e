"""How shown indicators are counted, a module each: what a school adds in a year, and its rows."""

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Integer, and_, cast, func, select, union_all

from data.definitions import entries
from data.errors import MissingError
from data.schema import municipality, school, school_status
from data.statements import Statement


@dataclass(frozen=True)
class Counted:
    """How an indicator is counted; a module of this room has one, called COUNTED."""

    indicator: str
    """Its code in `shown_indicator`; `PUPIL_RATE` for all shares of pupils together."""

    by_school: Statement
    """One row per school and year that counts, as `amounts` names its columns."""

    rows: Callable[[ColumnElement[int]], Statement]
    """The rows that the count of a year is made of, each with its school_id.

    A column is there only if the count depends on it: a corrected mean score explains no share.
    """

    by_status: bool = False
    """Only low-performing schools count, or count in the numerator."""

    by_report: bool = False
    """Without the municipality's report something does not count."""


PUPIL_RATE = "pupil_rate"
"""The kind of shown indicator that is counted alike for every procedure."""

PUBLISHED = ("value", "stated_count")
"""Kinds of shown indicators that are published as they stand: nothing is counted of schools."""


class MissingIndicatorError(MissingError):
    """An indicator that is shown and that no module counts."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"no module counts the indicator {code!r} of data/facts/shown_indicator.csv: "
            f"add one to data/indicators, with COUNTED = Counted({code!r}, …)"
        )


@functools.cache
def declared() -> dict[str, Counted]:
    """Give the declaration of every module of this room, by its indicator."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__, f"{__name__}."))
    found = [importlib.import_module(name).COUNTED for name in names]
    return {counted.indicator: counted for counted in found}


def counted(code: str, kind: str) -> Counted:
    """Tell how an indicator of a kind is counted; raises MissingIndicatorError."""
    try:
        return declared()[PUPIL_RATE if kind == PUPIL_RATE else code]
    except KeyError:
        raise MissingIndicatorError(code) from None


def insist(shown: Iterable[tuple[str, str]]) -> None:
    """Raise MissingIndicatorError for the first (code, kind) that ought to be counted and is not.

    Without this a reader would see «no data» everywhere and nobody would know why.
    """
    for code, kind in shown:
        if kind not in PUBLISHED:
            counted(code, kind)


def of_schools(*asked: ColumnElement[bool]) -> Statement:
    """One row per municipality, year, indicator and kind of school: sums over its schools.

    `asked` narrows the schools, as columns of `school` tell.
    """
    part = union_all(*(counted.by_school for counted in declared().values())).cte("parts").c
    entry, status = entries().c, school_status.c
    of_year = and_(status.school_id == part.school_id, status.year == part.year)
    kind = (
        school.c.oktmo,
        part.year,
        part.indicator,
        school.c.locality,
        func.coalesce(status.low_performing, False).label("low_performing"),
        func.coalesce(entry.entry_year, 0).label("entry_year"),
        municipality.c.region,
    )
    return (
        select(
            *kind,
            cast(func.count(), Integer).label("schools"),
            cast(func.sum(part.numerator), Integer).label("numerator"),
            cast(func.sum(part.denominator), Integer).label("denominator"),
        )
        .join_from(part.school_id.table, school, school.c.school_id == part.school_id)
        .join(municipality, municipality.c.oktmo == school.c.oktmo)
        .outerjoin(school_status, of_year)
        .outerjoin(entry.school_id.table, entry.school_id == part.school_id)
        .where(*asked)
        .group_by(*kind)
    )
