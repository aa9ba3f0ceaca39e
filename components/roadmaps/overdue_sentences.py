"""Say what is overdue by name: how much, at how many schools, for how long; nothing more."""

import datetime as dt

from components.base.i18n import Words
from components.roadmaps.overdue import Totals


def finding(found: Totals, day: dt.date, words: Words) -> str:
    """Say how many marks are late at how many schools, and how long the oldest is.

    Where nothing is late that is said of what schools marked, never of schools that told nothing.
    """
    if not found.late:
        return words("roadmaps.nothing_late", day=words.short_day(day))
    at = words("roadmaps.at_schools", n=found.schools)
    longest = words("roadmaps.days_late", n=found.longest)
    said = words("roadmaps.late_at", n=found.late, schools=at)
    return f"{said} {words('roadmaps.the_longest', days=longest)}"


def apart(found: Totals, words: Words) -> str | None:
    """Count what stands below the overdue and is none of it; nothing if there is nothing."""
    counted = {"today": found.today, **found.silent}
    said = [
        f"{words(f'roadmaps.missing_{state}')} — {words.number(count)}"
        for state, count in counted.items()
        if count
    ]
    return words("roadmaps.apart", said="; ".join(said)) if said else None
