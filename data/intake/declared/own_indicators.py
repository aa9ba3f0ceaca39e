"""Check the indicators that a region defines, and the values that it brings of them.

A definition decides what its values must be: counts where it names a denominator, and ready-made
numbers in its unit where it does not. Values of the program's own indicators are ready-made too.
"""

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data.intake.declared.reading import ReadFile
from data.schema import indicator_value, own_indicator

Known = dict[str, pa.Array]
Row = Mapping[str, str | None]
Fault = tuple[str, pa.Array, str, str]
"""Column, mask of bad rows, rule, what was expected."""

COUNTED, PERCENT = "own_indicator.counted", "own_indicator.percent"
"""Names under which the codes of shares, and of values in per cent, are known."""

NO_PERCENT = "own_indicator.no_percent"
"""Name under which the codes of values in another unit are known."""

TAKEN = ("indicator.code", "shown_indicator.code")
SHOWN = "shown_indicator.code"
WHOLE = 100
NEAR = 0.051
"""Half of the last digit that a share is usually written with, and what binary fractions add."""


def definitions(read: ReadFile, known: Known) -> Iterator[Fault]:
    """Find codes that are taken, halves of shares, and shares in another unit than per cent."""
    if read.table is not own_indicator:
        return
    taken = pa.concat_arrays([known.get(name, pa.array([], pa.string())) for name in TAKEN])
    yield "code", pc.is_in(read.rows["code"], taken), "code_taken", ""
    part, whole = (pc.is_valid(read.rows[name]) for name in ("numerator", "denominator"))
    yield "denominator", pc.and_(part, pc.invert(whole)), "half_a_share", ""
    yield "numerator", pc.and_(whole, pc.invert(part)), "half_a_share", ""
    other = pc.and_(pc.and_(part, whole), pc.not_equal(read.rows["unit"], "percent"))
    yield "unit", other, "share_in_percent", "percent"


def values(read: ReadFile, known: Known) -> Iterator[Fault]:
    """Find values that are not what the definition of their indicator asks for."""
    if read.table is not indicator_value:
        return
    code, none = read.rows["indicator"], pa.array([], pa.string())
    counted = pc.is_in(code, known.get(COUNTED, none))
    part, whole = (_numbers(read, name) for name in ("numerator", "denominator"))
    value = _numbers(read, "value")
    for name, cells in (("numerator", part), ("denominator", whole)):
        yield name, pc.and_(counted, pc.is_null(cells)), "counts_wanted", ""
        yield name, pc.and_(pc.invert(counted), pc.is_valid(cells)), "counts_unwanted", ""
    yield "value", pc.and_(pc.invert(counted), pc.is_null(value)), "value_wanted", ""
    percent = pc.is_in(code, known.get(PERCENT, none))
    yield "value", pc.and_(percent, pc.greater(value, WHOLE)), "above_hundred_percent", str(WHOLE)
    made = pc.multiply(pc.divide(part, pc.if_else(pc.equal(whole, 0), None, whole)), WHOLE)
    apart = pc.greater(pc.abs(pc.subtract(value, made)), NEAR)
    yield "value", pc.and_(counted, apart), "share_differs", ""


def defined(layers: Sequence[pa.Table]) -> list[Row]:
    """Give the definitions that hold, by code: of each the one of the first layer that has it."""
    rows: dict[str, Row] = {}
    for layer in layers:
        for row in layer.to_pylist():
            rows.setdefault(row["code"], row)
    return [rows[code] for code in sorted(rows)]


def note(rows: Sequence[Row], known: Known) -> None:
    """Remember what sound definitions say, for the values that come after them."""
    shares = [row["code"] for row in rows if row["denominator"]]
    percent = [row["code"] for row in rows if row["unit"] == "percent" and not row["denominator"]]
    other = [row["code"] for row in rows if row["unit"] != "percent"]
    shown = [row["code"] for row in rows]
    codes = {SHOWN: shown, COUNTED: shares, PERCENT: percent, NO_PERCENT: other}
    for name, found in codes.items():
        before = known.get(name, pa.array([], pa.string()))
        known[name] = pa.concat_arrays([before, pa.array(found, pa.string())])


def _numbers(read: ReadFile, name: str) -> pa.ChunkedArray:
    return pc.cast(read.rows[name], pa.float64())


def as_facts(rows: Sequence[Row]) -> Mapping[str, list[dict[str, object]]]:
    """Give the rows of the catalogue and of the shown indicators that definitions stand for.

    They are shown after the program's own, in the order of their codes.
    """
    return {
        "indicator": [_catalogued(row) for row in rows],
        "shown_indicator": [_shown(row, AFTER + n) for n, row in enumerate(rows)],
    }


AFTER = 1000
"""The place of the first own indicator."""


def _catalogued(row: Row) -> dict[str, object]:
    same = ("code", "name_ru", "numerator", "denominator", "direction", "source")
    kept: dict[str, object] = {name: row[name] for name in same}
    return kept | {
        "name_en": row["name_en"] or row["name_ru"],
        "unit": "%" if row["unit"] == "percent" else row["unit"],
        "target": None,
        "basis": "stated",
        "observed_value": None,
    }


def _shown(row: Row, position: int) -> dict[str, object]:
    english = row["definition_en"] or row["definition_ru"]
    return {
        "code": row["code"],
        "indicator": row["code"],
        "kind": "stated_count" if row["denominator"] else "value",
        "procedure": None,
        "report_subject": None,
        "short_ru": row["name_ru"],
        "short_en": row["name_en"] or row["name_ru"],
        "definition_ru": f"{row['definition_ru']}{_of(row, 'числитель', 'знаменатель')}",
        "definition_en": f"{english}{_of(row, 'numerator', 'denominator')}",
        "caveat_ru": "сравнения школ между собой и оценки учителей",
        "caveat_en": "ranking schools or judging teachers",
        "target": None,
        "target_year": None,
        "position": position,
    }


def _of(row: Row, part: str, whole: str) -> str:
    """Say what is counted of what, behind a definition; nothing where nothing is counted."""
    if not row["denominator"]:
        return ""
    return f" ({part}: {row['numerator']}; {whole}: {row['denominator']})"
