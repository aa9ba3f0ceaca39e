"""Check the rules with a number: the shipped ones, and what regions put in their place.

Each rule declares its limits in the facts. Rules of disclosure may be raised and never lowered;
their least numbers are the shipped ones.
"""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from data.intake.declared.own_indicators import NO_PERCENT
from data.intake.declared.reading import ReadFile
from data.schema import DISCLOSURE, region_setting, region_target, setting

Known = dict[str, pa.Array]
Fault = tuple[str, pa.Array, str, str]
"""Column, mask of bad rows, rule, what was expected."""

LIMITS = ("code", "minimum", "maximum", "whole")

NOTED = "setting.limits"
"""Name under which the limits of all rules are known, column by column."""


def numbers(read: ReadFile, known: Known) -> Iterator[Fault]:
    """Find numbers of rules outside their limits, halves of what is counted, and loosened rules."""
    if read.table not in (setting, region_setting):
        return
    own = read.table is region_setting
    codes = read.rows["setting" if own else "code"]
    value = pc.cast(read.rows["value"], pa.float64())
    for code, low, high, whole in _limits(read, known):
        here = pc.equal(codes, code)
        kept = own and code in DISCLOSURE
        below = pc.and_(here, pc.less(value, low))
        yield "value", below, "loosened" if kept else "too_small", f"{low:g}"
        yield "value", pc.and_(here, pc.greater(value, high)), "too_large", f"{high:g}"
        if whole:
            part = pc.not_equal(value, pc.floor(value))
            yield "value", pc.and_(here, part), "whole_wanted", f"{low:g}"


def _limits(read: ReadFile, known: Known) -> Iterator[tuple[str, float, float, bool]]:
    """Give the limits of each rule: those of the facts, or of the rows that are checked."""
    if read.table is setting:
        cells = {name: read.rows[name] for name in LIMITS}
        cells |= {name: pc.cast(cells[name], pa.float64()) for name in LIMITS[1:3]}
        cells["whole"] = pc.equal(cells["whole"], "true")
    else:
        cells = {name: known.get(f"{NOTED}.{name}", pa.nulls(0)) for name in LIMITS}
    rows = zip(*(cells[name].to_pylist() for name in LIMITS), strict=True)
    return (row for row in rows if None not in row)


def note(rows: pa.Table, known: Known) -> None:
    """Remember the limits of the rules, for the numbers of regions that come after them."""
    for name in LIMITS:
        known[f"{NOTED}.{name}"] = pa.array(rows[name].to_pylist())


def targets(read: ReadFile, known: Known) -> Iterator[Fault]:
    """Find targets of indicators that are in no per cent, which no page could compare."""
    if read.table is region_target:
        other = pc.is_in(read.rows["indicator"], known.get(NO_PERCENT, pa.array([], pa.string())))
        yield "indicator", other, "target_in_percent", "%"
