"""Read a deadline twice, from its columns and from its wording, and compare the two."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from queries.methods.deadline_dates import Dates, Window, dates, last_day
from queries.methods.deadline_words import MARKS, NOT_WHOLE_MONTHS, UNKNOWN_WORDS, fault, tokens


@dataclass(frozen=True)
class Reading:
    """What one text, or the columns of a measure, say; what they do not say is empty."""

    dates: Dates = Dates()
    marks: frozenset[str] = frozenset()
    """Of: yearly, once, throughout, schedule, demand."""
    at_least: int = 0
    """Times a month."""
    fault: str = ""
    """Why it cannot be read: a reason of `deadlines.Refused`."""
    part: str = ""
    """The words that the fault is about."""


def read(text: str) -> Reading:
    """Read a text; what follows a fault is read all the same."""
    parts = tokens(text)
    found = dates(parts)
    stopped, part = fault(parts)
    if found is None and stopped != NOT_WHOLE_MONTHS:
        stopped, part = "dates_unclear", text
    times = [part.number for part in parts if part.kind == "monthly"]
    marks = MARKS & {part.kind for part in parts}
    return Reading(found or Dates(), marks, max(times, default=0), stopped, part)


def columns(measure: Mapping[str, object]) -> Reading:
    """Read `recurrence`, `months`, `start` and `end` of a row of `road_map_measure`.

    A recurrence in words that are not known has the fault `unknown_words`; its wording decides.
    """
    said = read(cell(measure, "recurrence"))
    months = re.findall(r"[^;,\s]+", cell(measure, "months"))
    bounds = [_bounds(cell(measure, name).strip()) for name in ("start", "end")]
    if not all(re.fullmatch("0?[1-9]|1[0-2]", month) for month in months) or None in bounds:
        return Reading(fault="columns_unreadable")
    (since, _, start), (_, until, end) = (bound or (None, None, False) for bound in bounds)
    found = Dates(_runs([int(month) for month in months]), since, until, start and end)
    if since and until and since > until:
        return Reading(fault="columns_unreadable")
    if said.fault == NOT_WHOLE_MONTHS:
        return said
    if said.fault:
        return Reading(found, fault=UNKNOWN_WORDS)
    return replace(said, dates=_joined(found, said.dates))


def agreed(columns: Reading, wording: Reading) -> Reading:
    """Join the two readings; a fault where they differ, or the wording cannot be passed over.

    Columns that are known excuse unknown words of the wording, but no times finer than months.
    """
    known = columns.fault == "" and bool(columns.marks or columns.at_least)
    if columns.fault not in ("", UNKNOWN_WORDS):
        return columns
    if wording.fault and not (known and wording.fault == UNKNOWN_WORDS):
        return wording
    ours, theirs = columns.dates, wording.dates
    marks = columns.marks | wording.marks
    differ = {
        "months_differ": _months(ours) and _months(theirs) and _months(ours) != _months(theirs),
        "years_differ": any(
            first and second and first.year != second.year
            for first, second in ((ours.since, theirs.since), (ours.until, theirs.until))
        ),
        "recurrence_differs": {"once", "yearly"} <= marks
        or len({columns.at_least, wording.at_least} - {0}) > 1,
    }
    times = max(columns.at_least, wording.at_least)
    stopped = next((reason for reason, holds in differ.items() if holds), "")
    return Reading(_joined(ours, theirs), marks, times, stopped)


def cell(measure: Mapping[str, object], name: str) -> str:
    """Give a cell of a row as text, empty where there is none."""
    value = measure.get(name)
    return "" if value is None or value != value else str(value)


def _joined(ours: Dates, theirs: Dates) -> Dates:
    """Take windows as the wording splits them, days as the columns name them."""
    return Dates(
        theirs.windows or ours.windows,
        ours.since or theirs.since,
        ours.until or theirs.until,
        ours.exact or theirs.exact,
    )


def _months(found: Dates) -> set[int]:
    """Name every month of the windows."""
    return {month for window in found.windows for month in window}


def _bounds(text: str) -> tuple[date | None, date | None, bool] | None:
    """Give the first and last day of a year, month or day of ISO 8601; None if it is none."""
    try:
        if re.fullmatch(r"\d{4}", text):
            return date(int(text), 1, 1), date(int(text), 12, 31), False
        if re.fullmatch(r"\d{4}-\d{2}", text):
            year, month = int(text[:4]), int(text[5:])
            return date(year, month, 1), last_day(year, month), True
        day = date.fromisoformat(text) if text else None
        return day, day, text != ""
    except ValueError:
        return None


def _runs(months: list[int]) -> tuple[Window, ...]:
    """Split months into windows of those that follow one another, in the order of the column."""
    breaks = [i for i, (a, b) in enumerate(pairwise(months), 1) if a % 12 + 1 != b]
    ends = zip([0, *breaks], [*breaks, len(months)], strict=True)
    return tuple(tuple(months[first:last]) for first, last in ends if first < last)
