"""Know what the page of dynamics alone asks for, and what of it the numbers depend on."""

from dataclasses import dataclass, replace
from typing import Literal, get_args

from queries.view import NEVER, View

Since = Literal["calendar", "entry"]
Panel = Literal["open", "fixed"]
Band = Literal["off", "on"]
Value = Literal["", "share", "mean"]
Part = Literal["places", "panel", "schools", "funnel", "comparison", "table", "method"]
SINCE, PANELS, BANDS, PARTS = (get_args(each) for each in (Since, Panel, Band, Part))
VALUES: tuple[Value, ...] = ("share", "mean")


@dataclass(frozen=True)
class DynamicsView(View):
    """What is followed of a procedure, along which years, of which schools, and what below."""

    since: Since = "calendar"
    panel: Panel = "open"
    band: Band = "off"
    value: Value = ""
    """What of a procedure is followed over the years; empty: nobody chose on this page yet."""
    part: Part = "places"


def numbers_key(view: DynamicsView) -> DynamicsView:
    """Keep what the numbers depend on: region, last year, cohort, indicator, subject, schools."""
    return replace(results_key(view), cohort=view.cohort, cohorts=view.cohorts)


def results_key(view: DynamicsView) -> DynamicsView:
    """Keep what the results depend on: they are of all schools, whichever cohort is in colour."""
    return DynamicsView(
        region=view.region,
        year=view.year,
        first_year=view.year,
        indicator=view.indicator,
        subject=view.subject,
        schools=view.schools,
        cohort=NEVER,
    )


def places_key(view: DynamicsView) -> DynamicsView:
    """Keep what the charts of municipalities depend on: the results, the language, the group."""
    kept = results_key(view)
    return replace(kept, language=view.language, group=view.group, group_name=view.group_name)
