"""Drop from a view what changes none of the numbers of the page: they are worked out once."""

from queries.view import NEVER, View


def asked(view: View) -> View:
    """Keep what decides the numbers: place, last year, cohort, procedure, subject and schools."""
    bare = View(region=view.region, year=view.year, first_year=view.year)
    kept = ("cohort", "indicator", "schools", "subject")
    return bare.but(**{field: getattr(view, field) for field in kept})


def plain(view: View) -> View:
    """Drop the cohort, too: results of all schools are asked for, whichever is in colour."""
    return asked(view).but(cohort=NEVER)
