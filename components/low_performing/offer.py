"""Know what of a view the page of the list can show; the rest falls back."""

from collections.abc import Iterable

from components.base.load import keep, load, of_all
from components.low_performing.choice import DESKS, ListView
from components.low_performing.numbers import years
from components.shell import offering
from components.shell.view_bar import Values
from queries import identification
from queries.methods.identification import CONDITIONS
from queries.view import NEVER, View, region_key

FIELDS = ("schools", "against", "results_of", "desk", "rule_condition")
SCHOOLS = ("all", "urban", "rural")


def possible(view: ListView) -> dict[str, Values]:
    """List what the page offers: earlier lists, years of results, the latest first."""
    return {
        "schools": SCHOOLS,
        "against": _named(year for year in years(view) if year < view.year),
        "results_of": _named(_results(view)),
        "desk": DESKS,
        "rule_condition": CONDITIONS,
    }


def _named(found: Iterable[int]) -> dict[object, str]:
    return {year: str(year) for year in found} or {NEVER: "—"}


def _results(view: ListView) -> list[int]:
    """Give the years of results, those before the list first: a list is made of earlier results."""
    found = of_all(keep, _years_of_results, region_key(view))
    return sorted(found, key=lambda year: (year >= view.year, -year))


def _years_of_results(view: View) -> tuple[int, ...]:
    return tuple(sorted(map(int, load(identification.results, view)["year"].unique())))


def narrowed(view: ListView) -> ListView:
    """Give the view that the page shows."""
    return offering.narrowed(view, possible, FIELDS) if view.year else view
