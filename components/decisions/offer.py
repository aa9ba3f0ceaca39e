"""Know what of a view the page of decisions can show; the rest falls back."""

import datetime as dt

import pandas as pd

from components.base.i18n import Words
from components.base.load import keep, load, of_all
from components.decisions.choice import DESKS, DecisionsView
from components.shell import offering
from components.shell.view_bar import Values
from queries import school_decisions
from queries.view import ALL, View, region_key

OWN = ("meeting", "desk")
FIELDS = ("on", *OWN)


def possible(view: DecisionsView) -> dict[str, Values]:
    """List what the page offers: month ends to report on, the meetings up to the day, its parts."""
    words = Words(view.language)
    days: dict[object, str] = {day.isoformat(): words.short_day(day) for day in meetings(view)}
    return {"on": offering.days(view), "meeting": days or {ALL: "—"}, "desk": DESKS}


def narrowed(view: DecisionsView) -> DecisionsView:
    """Give the view that the page shows."""
    return offering.narrowed(view, possible, FIELDS) if view.year else view


def meetings(view: View) -> tuple[dt.date, ...]:
    """Give the days on which decisions were taken up to the view's day, the latest first."""
    found: tuple[dt.date, ...] = of_all(keep, _meetings, region_key(view))
    return found


def _meetings(view: View) -> tuple[dt.date, ...]:
    days = pd.to_datetime(load(school_decisions.decisions, view)["decided_on"])
    return tuple(sorted({day.date() for day in days}, reverse=True))
