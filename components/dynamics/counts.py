"""Tell from which steps of the ladder the page takes its counts of schools."""

from dataclasses import replace

from components.dynamics.choice import DynamicsView
from components.dynamics.levels import kind, level
from components.dynamics.numbers import numbers
from components.shell import school_counts
from components.shell.page import Page

MENTORED = "IND-03"
"""The full count whose whole is schools."""


def draw(page: Page[DynamicsView]) -> None:
    """Offer the ladder under the finding of a view that counts schools."""
    if kind(page.view) == "shares":
        school_counts.draw(page, ("with_results", "ever_with_results"), counted(page))
    elif page.view.indicator == MENTORED and level(page.view).cohort:
        school_counts.draw(page, ("reported",), counted(page))


def counted(page: Page[DynamicsView]) -> DynamicsView:
    """Give the view of the schools that the finding counts, in the last year that it tells of."""
    view, of = page.view, school_counts.counted(page)
    shown = DynamicsView(of.region, of.year, of.first_year, schools=of.schools)
    if kind(view) == "counts":
        found = level(view)
        return replace(shown, year=found.last, cohort=found.cohort)
    return replace(shown, year=numbers(view).last, indicator=view.indicator, subject=view.subject)
