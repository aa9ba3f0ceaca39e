"""Find the kind of a deadline, or say why it has none."""

from datetime import date

from queries.methods.deadline_dates import Window, window
from queries.methods.deadline_reading import Reading

KINDS = (
    "once",
    "yearly_window",
    "yearly_months",
    "all_year",
    "monthly_at_least",
    "by_schedule",
    "on_demand",
)
WHOLE_YEAR = window(1, 12)


def kind(said: Reading, since: date, until: date) -> str:
    """Give one of `KINDS`, or a reason of `deadlines.Refused`.

    said: without a fault; since, until: its days, those of the map where it names none.
    """
    marks = said.marks
    if said.at_least:
        return "monthly_at_least"
    if said.dates.windows and "throughout" in marks and "demand" not in marks:
        return "recurrence_differs"
    if "schedule" in marks:
        return "by_schedule"
    if said.dates.windows:
        return _of_windows(said, since, until)
    if "demand" in marks:
        return "on_demand"
    if said.dates.exact and not marks & {"yearly", "throughout"}:
        return "once"
    return _of_years(said, since, until)


def windows(kind: str, said: Reading, since: date, until: date) -> tuple[Window, ...]:
    """Give the windows that are due each year, of one month each where each month is due."""
    named = said.dates.windows
    if kind == "monthly_at_least":
        months = {month for window in named or (WHOLE_YEAR,) for month in window}
        return tuple((month,) for month in sorted(months))
    if kind == "by_schedule" and said.dates.exact and "yearly" not in said.marks:
        return named or (window(since.month, until.month),)
    if kind in ("all_year", "by_schedule"):
        return named or (WHOLE_YEAR,)
    return named


def _of_windows(said: Reading, since: date, until: date) -> str:
    """Decide where months are named: once if the year is one, each year if that is said."""
    named, yearly = said.dates.windows, "yearly" in said.marks
    every_year = "yearly_window" if len(named) == 1 else "yearly_months"
    if yearly:
        return every_year
    if said.dates.exact:
        ends = (named[0][0], named[-1][-1])
        single = "once" if len(named) == 1 else every_year
        return single if ends == (since.month, until.month) else "months_differ"
    if any(months[0] > months[-1] for months in named):
        return "dates_unclear"  # whether the year named is the one it begins or ends in
    if since.year == until.year:
        return "once" if len(named) == 1 else every_year
    if "once" in said.marks:
        return "dates_unclear"
    return every_year if said.dates.since else "year_missing"


def _of_years(said: Reading, since: date, until: date) -> str:
    """Decide where no months are named."""
    if said.marks & {"yearly", "throughout"}:
        return "all_year"
    if not said.dates.since:
        return "year_missing" if "once" in said.marks else "nothing_said"
    one_time = "once" in said.marks or since.year == until.year
    return "once" if one_time else "dates_unclear"  # once in these years, or in each of them
