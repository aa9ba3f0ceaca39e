"""Expand the deadlines of a road map, as they are written, into due dates.

A measure is due on the last day of its window of months. Expansion is that of recurrence rules
(RFC 5545, section 3.3.10) by dateutil. Which windows count, where a map begins or ends inside one:

- a window counts if it lies in the years of the map, and ends neither before the map begins nor
  after it ends: «октябрь–апрель» of 2020–2022 is due twice, in April 2021 and 2022;
- a window that is open when the map begins is due in full: in a map of June 2020, «май–июль» is
  due in July 2020, «март» is not due before 2021.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from dateutil.relativedelta import relativedelta
from dateutil.rrule import YEARLY, rrule

from queries.methods import deadline_kinds
from queries.methods.deadline_dates import Window, last_day
from queries.methods.deadline_kinds import KINDS, WHOLE_YEAR
from queries.methods.deadline_reading import agreed, cell, columns, read


@dataclass(frozen=True)
class Rule:
    """How one measure recurs, with the wording it was read from."""

    kind: str
    """One of `KINDS`."""
    windows: tuple[Window, ...]
    """Each is due once a year, at the end of its last month."""
    first: date
    last: date
    """What is due is due between these days, both included; of `once` they are the window."""
    at_least: int
    """Times in each window."""
    on_demand: bool
    """Whether it is done on demand too, or only; what is on demand is never due or overdue."""
    wording: str

    @property
    def months(self) -> tuple[int, ...]:
        """Months of all windows, in their order."""
        return tuple(dict.fromkeys(month for months in self.windows for month in months))


@dataclass(frozen=True)
class Refused:
    """A deadline that is not guessed at, in the words of the document.

    Reasons: `unknown_words`, `not_whole_months`, `dates_unclear`, `columns_unreadable`,
    `months_differ`, `years_differ`, `recurrence_differs`, `year_missing`, `outside_map`,
    `nothing_said`.
    """

    wording: str
    reason: str
    part: str = ""
    """The words that stopped the reading, where it was words."""


@dataclass(frozen=True, order=True)
class Occurrence:
    """One time that a measure is due: from the start to the due day, both included."""

    due: date
    start: date
    dated: bool = True
    """False: the days are those of a schedule that the map does not give."""
    at_least: int = 1
    """Times within these days."""

    def overdue(self, day: date) -> bool:
        """Say whether it is late if it is not done on `day`; without dates it is not known."""
        return self.dated and day > self.due


def parse(
    measure: Mapping[str, object], first_year: int, last_year: int, begins: date | None = None
) -> Rule | Refused:
    """Read the deadline of a row of `road_map_measure`; `begins` is the map's first day.

    The columns are compared with the wording; where `recurrence` is not known, the wording alone
    is read. Without `begins` the map begins with its first year.
    """
    wording = cell(measure, "deadline_as_written")
    said = agreed(columns(measure), read(wording))
    if said.fault:
        return Refused(wording, said.fault, said.part)
    map_first, map_last = begins or date(first_year, 1, 1), date(last_year, 12, 31)
    since, until = said.dates.since or map_first, said.dates.until or map_last
    if not first_year <= since.year <= until.year <= last_year:
        return Refused(wording, "outside_map")
    kind = deadline_kinds.kind(said, since, until)
    if kind not in KINDS:
        return Refused(wording, kind)
    windows = deadline_kinds.windows(kind, said, since, until)
    if kind != "once" or not said.dates.exact:
        since = max(since, map_first)
    if kind == "once" and windows and not said.dates.exact:
        since = date(until.year, windows[0][0], 1)
        until = last_day(until.year, windows[0][-1])
    times, on_demand = max(said.at_least, 1), "demand" in said.marks
    return Rule(kind, windows, since, until, times, on_demand, wording)


def first_day(measures: Sequence[Mapping[str, object]], first_year: int, last_year: int) -> date:
    """Give the first day of a map, its measures being in the order of the document.

    A map opens with the measure that makes it: if that one is due once, in the first year, then
    its month is where the map begins; otherwise its first year is.
    """
    rule = parse(measures[0], first_year, last_year) if measures else None
    if isinstance(rule, Rule) and rule.kind == "once" and rule.first.year == first_year:
        return rule.first
    return date(first_year, 1, 1)


def occurrences(rule: Rule, first: date, last: date) -> list[Occurrence]:
    """One element per time that the measure is due between two days, in the order of due dates."""
    dated = rule.kind != "by_schedule"
    if rule.kind == "once":
        due = [(rule.last, rule.first)]
    else:
        due = [pair for months in rule.windows for pair in _due(rule, months)]
    found = {Occurrence(end, start, dated, rule.at_least) for end, start in due}
    return sorted(occurrence for occurrence in found if first <= occurrence.due <= last)


def _due(rule: Rule, months: Window) -> Iterator[tuple[date, date]]:
    """Give due days and starts of one window; the year is cut where the rule ends inside it."""
    whole = months == WHOLE_YEAR
    end = date(rule.last.year, 12, 31) if whole else rule.last
    days = rrule(
        YEARLY, dtstart=_midnight(rule.first), until=_midnight(end),
        bymonth=months[-1], bymonthday=-1,
    )  # fmt: skip
    for due in days:
        start = (due + relativedelta(months=1 - len(months), day=1)).date()
        if start.year >= rule.first.year:
            yield min(due.date(), rule.last), max(start, rule.first)


def _midnight(day: date) -> datetime:
    """Give the moment that dateutil's rules count in."""
    return datetime.combine(day, time.min)
