"""Say how far a place is on the way to every school mentored, and when it will be there.

Each sentence has its rule; a date by pace is arithmetic of recent months, and is called so.
"""

import datetime as dt

from components.base.i18n import Words
from queries.methods.pace import Pace
from queries.methods.what_if import Outcome


def headline(covered: int, schools: int, day: dt.date, words: Words) -> str:
    """Say the full count on the day: «57 из 80 школ с наставником на 31 декабря 2022 г.»."""
    of = words.number(schools)
    return words("mentoring.headline", n=schools, covered=words.number(covered), of=of) + words(
        "mentoring.on_day", day=words.day(day)
    )


def road(found: Pace | None, left: int, today: dt.date, target: dt.date, words: Words) -> str:
    """Say what is left, what pace it needs, what the pace is, and when it would be done."""
    if left == 0:
        return words("mentoring.reached")
    parts = [words("mentoring.left", n=left)]
    if today > target:
        parts.append(words("mentoring.overdue", day=words.day(target)))
    if found is None:
        return _joined([*parts, words("mentoring.pace_unknown")])
    if found.needed_per_month is not None:
        parts.append(words("mentoring.needed", amount=_rate(found.needed_per_month, words)))
    return _joined([*parts, pace_of(found, words)])


def pace_of(found: Pace, words: Words) -> str:
    """Say the recent pace and the month it leads to; no month if it leads nowhere."""
    if found.per_month <= 0:
        return words("mentoring.no_growth")
    said = words("mentoring.pace", amount=_rate(found.per_month, words))
    if found.expected is None:
        return f"{said}: {words('mentoring.beyond')}"
    arrival = words("mentoring.arrival", month=words.month(found.expected))
    return f"{said}: {arrival}{range_of(found, words)}{_late(found, words)}"


def range_of(found: Pace, words: Words) -> str:
    """Say the range of the arrival; an end that is out of sight is said to be so."""
    if found.earliest is None:
        return ""
    first = words.month(found.earliest)
    if found.latest is None:
        return words("mentoring.range_open", first=first)
    if found.latest == found.earliest:
        return ""
    return words("mentoring.range", first=first, last=words.month(found.latest))


def fragile(loss: list[int], words: Words) -> str | None:
    """Say what the leaving of the few weightiest mentors would uncover; nothing if nothing.

    `loss`: schools uncovered after each of them has left.
    """
    if not loss or loss[-1] < 2:
        return None
    mentors = words("mentoring.leaving", n=len(loss))
    return words("mentoring.fragile", n=loss[-1], mentors=mentors)


def dependent(places: int, words: Words) -> str | None:
    """Say how many municipalities hang on one mentor alone; nothing if none does."""
    return words("mentoring.dependent", n=places) if places else None


def supposed(now: Outcome, then: Outcome, words: Words) -> str:
    """Say what the suppositions change: places that are missing first, then schools that lose."""
    if now == then:
        return words("mentoring.nothing_supposed")
    if then.short:
        return words("mentoring.still_short", n=then.short)
    if then.covered < now.covered:
        return words("mentoring.would_lose", n=now.covered - then.covered)
    return words("mentoring.would_do")


def _late(found: Pace, words: Words) -> str:
    return words("mentoring.late", n=found.months_late) if found.months_late else ""


def _rate(amount: float, words: Words) -> str:
    """Write schools a month: below one with two digits, for 0.25 is not 0.17."""
    if abs(amount - round(amount)) < 0.005:
        return words.number(round(amount))
    return words.number(amount, 1 if abs(amount) >= 1 else 2)


def _joined(parts: list[str]) -> str:
    text = ", ".join(parts)
    return text[:1].upper() + text[1:].rstrip(".") + "."
