"""Check the municipalities that a region brings, and rows that name one in a year without it.

A municipality exists from the year of its first day to that of its last; without days, always. In
the year of a change both may be named. Rows about a school have no say: it keeps its municipality.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data.intake.declared.reading import ReadFile
from data.schema import municipality

Known = dict[str, pa.Array]
Row = Mapping[str, object]
Fault = tuple[str, pa.Array, str, str]
"""Column, mask of bad rows, rule, what was expected."""

PLACES = "municipality.oktmo"
BEGUN, ENDED = "municipality.begun", "municipality.ended"
"""Names under which the first, and the last, years of those that have any are known, as structs."""


def successors(read: ReadFile, known: Known) -> Iterator[Fault]:
    """Find successors that are nowhere, that follow themselves, or follow what has not ended."""
    if read.table is not municipality:
        return
    successor, own = read.rows["successor"], read.rows["oktmo"]
    here = own.combine_chunks()
    there = pc.or_(pc.is_in(successor, known.get(PLACES, here)), pc.is_in(successor, here))
    named = pc.is_valid(successor)
    lacking = pc.and_(named, pc.invert(there))
    yield "successor", lacking, "unknown_reference", PLACES
    yield "successor", pc.fill_null(pc.equal(successor, own), False), "its_own_successor", ""
    yield "valid_to", pc.and_(named, pc.is_null(read.rows["valid_to"])), "successor_of_standing", ""


def years(read: ReadFile, known: Known) -> Iterator[Fault]:
    """Find rows that name a municipality before it began, or after it ended: with who followed."""
    if not {"oktmo", "year"} <= set(read.table.columns.keys()):
        return
    year, place = pc.cast(read.rows["year"], pa.int32()), read.rows["oktmo"]
    for row in _known(BEGUN, known):
        early = pc.and_(pc.equal(place, row["oktmo"]), pc.less(year, row["year"]))
        yield "oktmo", early, "not_yet_then", str(row["year"])
    for row in _known(ENDED, known):
        late = pc.and_(pc.equal(place, row["oktmo"]), pc.greater(year, row["year"]))
        yield "oktmo", late, "succeeded_then" if row["next"] else "ended_then", row["said"]


def _known(name: str, known: Known) -> list[dict[str, str]]:
    return known[name].to_pylist() if name in known else []


def note(layers: Sequence[pa.Table], known: Known) -> None:
    """Remember the years of municipalities that have any: of each the first layer's row holds."""
    rows: dict[object, Row] = {}
    for layer in reversed(layers):
        rows |= {row["oktmo"]: row for row in layer.to_pylist()}
    begun = [
        {"oktmo": oktmo, "year": day.year}
        for oktmo, row in rows.items()
        if isinstance(day := row["valid_from"], datetime.date)
    ]
    ended = [
        {"oktmo": oktmo, "year": day.year, "next": row["successor"], "said": _said(row, rows)}
        for oktmo, row in rows.items()
        if isinstance(day := row["valid_to"], datetime.date)
    ]
    known |= {name: pa.array(found) for name, found in ((BEGUN, begun), (ENDED, ended)) if found}


def _said(row: Row, rows: Mapping[object, Row]) -> str:
    """Name who followed a municipality, or its last year if nobody did."""
    following = rows.get(row["successor"])
    if following is None:
        return str(row["valid_to"])[:4]
    return f"{following['short_name_ru']} ({following['oktmo']})"
