"""Know what of a view the page of mentoring can show; the rest falls back."""

from components.base.load import load
from components.shell import offering
from components.shell.view_bar import Values
from queries import mentoring
from queries.view import ALL, View

DESKS = ("gap", "coverage", "network", "proposal", "what_if", "effectiveness", "method")
FIELDS = ("on", "schools", "desk", "mentor")
LOCALITIES = ("all", "urban", "rural")


def possible(view: View) -> dict[str, Values]:
    """List what the page offers: month ends to report on, kinds of schools, its parts."""
    return {
        "on": offering.days(view),
        "schools": LOCALITIES,
        "desk": DESKS,
        "mentor": (ALL, *sorted(set(load(mentoring.pairs, whole(view))["mentor_id"]))),
    }


def narrowed(view: View) -> View:
    """Give the view that the page shows."""
    return offering.narrowed(view, possible, FIELDS) if view.year else view


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
