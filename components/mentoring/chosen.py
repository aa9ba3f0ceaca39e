"""Know what of a view the page of mentoring can show; the rest falls back."""

import datetime as dt

from components.load import load
from queries import mentoring
from queries.methods.coverage import month_ends
from queries.view import ALL, View

DESKS = ("gap", "coverage", "network", "proposal", "what_if", "effectiveness", "method")
LOCALITIES = ("all", "urban", "rural")


def possible(view: View) -> dict[str, tuple[object, ...]]:
    """List what the page offers: month ends to report on, kinds of schools, its parts."""
    ends = [day.isoformat() for day in reversed(month_ends(dt.date(view.year, 12, 31), 12))]
    linked = (view.on,) if view.on and view.on not in ends else ()
    return {
        "on": (ALL, *linked, *ends[1:]),
        "schools": LOCALITIES,
        "desk": DESKS,
        "mentor": (ALL, *sorted(set(load(mentoring.pairs, whole(view))["mentor_id"]))),
    }


def narrowed(view: View) -> View:
    """Give the view that the page shows."""
    if not view.year:
        return view
    offered = possible(view)
    changes = {
        field: options[0]
        for field, options in offered.items()
        if getattr(view, field) not in options
    }
    return view.but(**changes)


def whole(view: View) -> View:
    """Ask for the whole region in the year and on the day: its answers serve every part of it."""
    return View(region=view.region, year=view.year, first_year=view.year, on=view.on)


def asked(view: View) -> View:
    """Keep what decides the numbers of the page: place, day, cohort and kind of schools."""
    kept = ("municipality", "cohort", "schools")
    return whole(view).but(**{field: getattr(view, field) for field in kept})


def drawn(view: View) -> View:
    """Keep what decides the page's tables and charts: its numbers, the language, one mentor."""
    return asked(view).but(language=view.language, mentor=view.mentor)
