"""Turn a waterfall into stacked bars that an office program draws: each step on a base unseen."""

from components.base.i18n import Words
from components.slides import cell_texts
from components.slides.slide import Native, Series

TALL = 3
"""A change that is a smaller part of its level than one in so many is drawn from a higher floor,
or nobody would see it."""

PARTS = ("base", "level", "rise", "fall")
Ends = tuple[float, float] | None


def ends(native: Native) -> list[Ends]:
    """Give where each step begins and ends: a total at zero, a part at the end before; None a gap.

    A step that is not known moves nothing: those after it go on from where the last one ended.
    """
    made: list[Ends] = []
    reached = 0.0
    for at, value in enumerate(native.series[0].values):
        if value is None or cell_texts.missing(value):
            made.append(None)
            continue
        start = 0.0 if at in native.totals else reached
        reached = start + value
        made.append((start, reached))
    return made


def stacked(native: Native, words: Words) -> list[Series]:
    """Give the base, levels, rises and falls; a bar through zero has its lower part in its own."""
    found = ends(native)
    made = [Series(words("slide_files.base"), tuple(_base(pair) for pair in found))]
    for part in PARTS[1:]:
        own = [
            pair if pair and _part(pair, at in native.totals) == part else None
            for at, pair in enumerate(found)
        ]
        name = words(f"slide_files.{part}")
        made.append(Series(name, tuple(_above(pair) for pair in own)))
        below = tuple(_below(pair) for pair in own)
        if any(below):
            made.append(Series(words("slide_files.below_zero", name=name), below))
    return made


def part_of(name: str, words: Words) -> str:
    """Name the part that a series is of, by its title in the chart."""
    return next(part for part in PARTS if name.startswith(words(f"slide_files.{part}")))


def crosses(native: Native) -> bool:
    """Tell whether a step stands on both sides of zero: its bars bear no number of their own."""
    return any(pair and min(pair) < 0 < max(pair) for pair in ends(native))


def floor(native: Native) -> float:
    """Give where the values' axis begins: zero, or below the lowest end where changes are small."""
    levels = [end for pair in ends(native) if pair for end in pair]
    levels = [level for level in levels if level]  # a total begins at zero, which says nothing
    if not levels or min(levels) <= 0:
        return 0.0
    low, high = min(levels), max(levels)
    if high - low >= high / TALL:
        return 0.0
    return float(max(0, int(low - (high - low) / 2)))


def _part(pair: tuple[float, float], total: bool) -> str:
    if total:
        return "level"
    return "rise" if pair[1] >= pair[0] else "fall"


def _base(pair: Ends) -> float | None:
    """Give the nearer end to zero; nothing below a bar that reaches zero itself."""
    if pair is None:
        return None
    low, high = min(pair), max(pair)
    return low if low > 0 else high if high < 0 else 0.0


def _above(pair: Ends) -> float | None:
    if pair is None:
        return None
    low, high = min(pair), max(pair)
    if low == high:
        return 0.0
    return high - max(low, 0.0) if high > 0 else None


def _below(pair: Ends) -> float | None:
    if pair is None:
        return None
    low, high = min(pair), max(pair)
    return low - min(high, 0.0) if low < 0 and low != high else None
