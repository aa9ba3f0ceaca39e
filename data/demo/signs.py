"""Know a row of the generator by what it alone writes: keys, origins and words.

The rule of a table is made of its declared columns, so a new table has one. Rows about schools and
places that are real bear no sign; `data.demo.unsigned` knows those.
"""

from collections.abc import Sequence

from sqlalchemy import (
    Column,
    ColumnElement,
    Enum,
    String,
    Table,
    and_,
    false,
    func,
    or_,
    select,
)

from data.schema import school

CODE = "DEMO-60"
"""The road map of the set; keys of its measures begin with it."""

ORIGIN = "demonstration"
"""What stands as the basis and the source of a row."""

SCHOOL = "Демонстрационная школа № "
AGREEMENT = "Демонстрационный договор № "
PAPER = "Демонстрационная справка"
ORDER = "Демонстрационный приказ о площадке"
MONITORING = "Демонстрационный мониторинг "
ROAD_MAP = "Демонстрационная дорожная карта"
WORDS = (SCHOOL, AGREEMENT, PAPER, ORDER, MONITORING, ROAD_MAP)
"""Beginnings of its texts; own texts may begin with the adjective alone, as of an examination."""

REGIONS = ("60", "75")
"""Regions whose schools are invented; their keys are the region and four digits."""

_SCHOOL_KEY = f"^({'|'.join(REGIONS)})-[0-9]{{4}}$"
_ROAD_MAPS = ("road_map.code", "road_map_measure.measure_id")


def signed(table: Table) -> ColumnElement[bool]:
    """Tell of each row of a declared table whether it bears a sign; never NULL."""
    keys = [column.regexp_match(_SCHOOL_KEY) for column in _of_schools(table)]
    return _any([*keys, *_told(table)])


def invented(table: Table) -> ColumnElement[bool]:
    """Tell of each row whether it is about nothing but what the generator invented; never NULL.

    A region's own school may have taken the key of an invented one: its rows bear the sign, and
    are not invented.
    """
    schools = select(school.c.school_id).where(_any(_told(school)))
    places = [column.in_(schools) for column in _of_schools(table)]
    return _any([*([and_(*places)] if places else []), *_told(table)])


def _any(signs: Sequence[ColumnElement[bool]]) -> ColumnElement[bool]:
    return func.coalesce(or_(false(), *signs), false())


def _of_schools(table: Table) -> list[Column[str]]:
    """List the columns that name a school by its key."""
    return [column for column in table.columns if "school.school_id" in _meant(column)]


def _told(table: Table) -> list[ColumnElement[bool]]:
    """List the signs of a row that tell of the generator themselves."""
    return [sign for column in table.columns for sign in _of_cell(column)]


def _of_cell(column: Column[str]) -> list[ColumnElement[bool]]:
    if _meant(column) & set(_ROAD_MAPS):
        return [column == CODE, column.startswith(f"{CODE}/")]
    if column.name in ("basis", "source"):
        return [column == ORIGIN]
    if isinstance(column.type, String) and not isinstance(column.type, Enum):
        return [column.startswith(words) for words in WORDS]
    return []


def _meant(column: Column[str]) -> set[str]:
    """Name what a column holds: itself, and what it refers to."""
    return {str(column)} | {reference.target_fullname for reference in column.foreign_keys}
