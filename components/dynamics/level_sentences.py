"""Say how a full count or a mean score of a cohort stands; neither is given a net effect."""

from components.base.i18n import Words

SMALLEST = 0.05
"""Half of the last digit shown: a mean that moves by less is written as no change."""

Count = tuple[int, int, int]
"""A year, the numerator and the denominator."""


def counted(whose: str, what: str, now: Count | None, words: Words) -> str:
    """Say the full count of a group in the last year."""
    if now is None:
        return words("dynamics.count_nothing", whose=whose)
    year, part, total = now
    what = words(f"dynamics.counted_{what}")
    of = words("cell.of", part=words.number(part), total=words.number(total))
    return words("dynamics.count_once", whose=whose, what=what, now=of, year=year)


def before(count: Count | None, words: Words) -> str:
    """Say the full count of the year before; nothing if there is none."""
    if count is None:
        return ""
    year, part, total = count
    was = words("cell.of", part=words.number(part), total=words.number(total))
    return words("dynamics.count_before", was=was, year=year)


def mean_changed(
    whose: str, amount: float | str, years: tuple[int, int] | None, words: Words
) -> str:
    """Say by how many points a mean score moved from the base year; or that it is not known."""
    if isinstance(amount, str) or years is None:
        return words("dynamics.mean_unknown", whose=whose)
    first, last = years
    change = moved(amount, words)
    return words("dynamics.mean_changed", whose=whose, change=change, first=first, last=last)


def mean_told(amount: float | str, words: Words) -> str:
    """Say why no net effect is given of a mean score, and by a word why no change is."""
    no_net = words("dynamics.mean_no_net")
    if not isinstance(amount, str):
        return no_net
    why = words(f"dynamics.refused_{amount}")
    return f"{words('dynamics.reason', reason=why)} {no_net}"


def moved(amount: float, words: Words) -> str:
    """Say that a mean score rose, fell or stayed."""
    if abs(amount) < SMALLEST:
        return words("dynamics.mean_stayed")
    key = "dynamics.mean_rose" if amount > 0 else "dynamics.mean_fell"
    return words(key, points=points(abs(amount), words))


def points(amount: float, words: Words) -> str:
    """Write a mean score or its change with its unit: 54,3 балла."""
    return words("unit.marks", n=round(amount, 1))
