"""Say how a full count or a mean score of a cohort stands; neither is given a net effect."""

from components.base.i18n import Words

SMALLEST = 0.05
"""Half of the last digit shown: a mean that moves by less is written as no change."""

Count = tuple[int, int, int]
"""A year, the numerator and the denominator."""


def counted(whose: str, what: str, now: Count | None, before: Count | None, words: Words) -> str:
    """Say the full count of a group in the last year, and in the year before if there is one."""
    if now is None:
        return words("dynamics.count_nothing", whose=whose)
    year, part, total = now
    what = words(f"dynamics.counted_{what}")
    of = words("cell.of", part=words.number(part), total=words.number(total))
    if before is None:
        return words("dynamics.count_once", whose=whose, what=what, now=of, year=year)
    earlier, part, total = before
    was = words("cell.of", part=words.number(part), total=words.number(total))
    return words(
        "dynamics.count_changed",
        whose=whose,
        what=what,
        now=of,
        year=year,
        before=was,
        earlier=earlier,
    )


def mean_changed(
    whose: str, amount: float | str, years: tuple[int, int] | None, words: Words
) -> str:
    """Say by how many points a mean score moved from the base year; or, by a word, why not."""
    reason = words("dynamics.mean_no_net")
    if isinstance(amount, str) or years is None:
        why = words(f"dynamics.refused_{amount}")
        return words("dynamics.mean_unknown", whose=whose, why=why, reason=reason)
    first, last = years
    return words(
        "dynamics.mean_changed",
        whose=whose,
        change=moved(amount, words),
        first=first,
        last=last,
        reason=reason,
    )


def moved(amount: float, words: Words) -> str:
    """Say that a mean score rose, fell or stayed."""
    if abs(amount) < SMALLEST:
        return words("dynamics.mean_stayed")
    key = "dynamics.mean_rose" if amount > 0 else "dynamics.mean_fell"
    return words(key, points=points(abs(amount), words))


def points(amount: float, words: Words) -> str:
    """Write a mean score or its change with its unit: 54,3 балла."""
    return words("unit.marks", n=round(amount, 1))
